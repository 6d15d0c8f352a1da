import type { Db } from '../../platform/db/database'
import { currentSight } from '../../platform/visibility/sight'

export interface ChangedContact { id: string; at: number }

export function createJournalEventsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Those of the contacts that whoever asks sees; everybody's, for whom nothing is narrowed. */
    seen: (ids: string[]): string[] => (currentSight() ? sql.all<{ id: string }>('SELECT c.id FROM json_each(?) i CROSS JOIN Contact c ON c.id = i.value', [JSON.stringify(ids)]).map(({ id }) => id) : ids),
    /** Contacts made or changed from one instant to another (in ms, both inclusive), the newest first, at most `limit`. */
    changed: ({ from, to, limit }: { from: number; to: number; limit: number }): ChangedContact[] =>
      sql.all<ChangedContact>('SELECT id, updatedAt AS at FROM Contact WHERE updatedAt >= ? AND updatedAt <= ? ORDER BY updatedAt DESC, id DESC LIMIT ?', [from, to, limit]),
  }
}
export type JournalEventsRepository = ReturnType<typeof createJournalEventsRepository>
