import type { Db } from '../../platform/db/database'
import type { CalendarAccess, CalendarSource, CalendarWindow } from '../../ports/calendar-source'
import type { Hold } from './holds.repository'
import type { ItemReading } from './item-reading'
import type { PageStore } from './page-store'
import { listUnseen } from './rounds.repository'

export interface SweepRun {
  hold: Hold; source: Pick<CalendarSource, 'read' | 'verify'>; access: CalendarAccess; signal: AbortSignal; setAside: ReadonlySet<string>
  roundId: string; window: CalendarWindow | null
}
/** `failure`: something could not be asked; its rows stand as they stood. */
export interface Swept { changed: boolean; failure: unknown }

const batch = 100

/**
 * What a complete full round did not see is read, one appointment after the other, and only what the provider says is gone is taken out: pages may
 * leave out what stands at the window's edge, and absence alone proves nothing.
 */
export function createSweep({ db, store, readItems }: { db: Pick<Db, 'sql'>; store: PageStore; readItems: ItemReading }) {
  return async ({ hold, source, access, signal, setAside, roundId, window }: SweepRun): Promise<Swept> => {
    const swept: Swept = { changed: false, failure: null }
    for (let after = ''; window !== null;) {
      signal.throwIfAborted()
      const rows = listUnseen(db.sql, { managerId: hold.managerId, roundId, window, after, limit: batch })
      const { changes, failures } = await readItems(source, { managerId: hold.managerId, access, eventIds: rows.map((row) => row.eventId), signal })
      const stored = await store({ hold, changes, roundId, progress: null, onlyWithRows: true, setAside, resembling: false })
      swept.changed ||= stored.changed
      swept.failure ??= failures[0] ?? null
      const nothingAnswered = rows.length > 0 && failures.length === rows.length
      if (rows.length < batch || nothingAnswered) break
      after = rows.at(-1)?.id ?? after
    }
    return swept
  }
}
