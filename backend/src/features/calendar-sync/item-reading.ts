import pLimit from 'p-limit'
import type { CalendarAccess, CalendarChange, CalendarSource } from '../../ports/calendar-source'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import type { Settled } from './page-store'

/** As many as a mailbox takes at once. */
const atOnce = 4
/** What these answers say concerns the one item: it is set aside and the round goes on. Whatever else fails is the calendar's or the way to it. */
const ofTheItem: readonly ProviderFailureCode[] = ['rejected', 'too-large']

export interface ItemReads { changes: Settled[]; failures: unknown[] }

/** Reads appointments one by one as they stand now. Items that could not be read are not among the changes. */
export async function readItems(source: Pick<CalendarSource, 'read'>, { access, eventIds, signal }: { access: CalendarAccess; eventIds: readonly string[]; signal: AbortSignal }): Promise<ItemReads> {
  const limit = pLimit(atOnce)
  const failures: unknown[] = []
  const read = async (eventId: string): Promise<Settled[]> => {
    try {
      signal.throwIfAborted()
      return [settled(await source.read(access, eventId), eventId)]
    } catch (error) {
      if (error instanceof ProviderFailure && ofTheItem.includes(error.code)) return [{ kind: 'unreadable', eventId, problem: error.code }]
      failures.push(error)
      return []
    }
  }
  const changes = await Promise.all(eventIds.map((eventId) => limit(() => read(eventId))))
  return { changes: changes.flat(), failures }
}

/** `read` knows nothing of "perhaps"; a source that says so says nothing. */
function settled(change: CalendarChange, eventId: string): Settled {
  if (change.kind === 'maybe-gone') return { kind: 'unreadable', eventId, problem: 'unclear' }
  return change.kind === 'event' ? { ...change, current: true } : change
}
