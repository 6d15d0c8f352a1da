import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import type { CalendarAccess, CalendarChange, CalendarSource } from '../../ports/calendar-source'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import type { Settled } from './page-store'

/** As many as a mailbox takes at once. */
const atOnce = 4
/** What these answers say concerns the one item: it is set aside and the round goes on. Whatever else fails is the calendar's or the way to it. */
const ofTheItem: readonly ProviderFailureCode[] = ['rejected', 'too-large']
/** These are the way's, unless the same item meets them again and again while its calendar answers. */
const ofTheWay: readonly ProviderFailureCode[] = ['temporary', 'timed-out']
const triesOfOne = 3

export interface ItemReads { changes: Settled[]; failures: unknown[] }
export interface ItemsAsked { managerId: string; access: CalendarAccess; eventIds: readonly string[]; signal: AbortSignal }

/** Reads appointments one by one as they stand now. Items that could not be read are not among the changes. */
export function createItemReading() {
  const failedBefore = new LRUCache<string, number>({ max: 10_000 })

  return async (source: Pick<CalendarSource, 'read' | 'verify'>, { managerId, access, eventIds, signal }: ItemsAsked): Promise<ItemReads> => {
    const limit = pLimit(atOnce)
    const failures: unknown[] = []
    let answering: Promise<boolean> | null = null
    const answers = () => (answering ??= source.verify(access).then(() => true, () => false))

    /** One item that never answers must not keep the others of its calendar waiting for ever. */
    async function isItsOwn(eventId: string, error: unknown): Promise<boolean> {
      if (!(error instanceof ProviderFailure)) return false
      if (ofTheItem.includes(error.code)) return true
      if (!ofTheWay.includes(error.code)) return false
      const key = `${managerId} ${eventId}`
      const times = (failedBefore.get(key) ?? 0) + 1
      failedBefore.set(key, times)
      return times >= triesOfOne && answers()
    }
    async function read(eventId: string): Promise<Settled[]> {
      try {
        signal.throwIfAborted()
        const change = settled(await source.read(access, eventId), eventId)
        failedBefore.delete(`${managerId} ${eventId}`)
        return [change]
      } catch (error) {
        if (await isItsOwn(eventId, error)) return [{ kind: 'unreadable', eventId, problem: (error as ProviderFailure).code }]
        failures.push(error)
        return []
      }
    }
    const changes = await Promise.all(eventIds.map((eventId) => limit(() => read(eventId))))
    return { changes: changes.flat(), failures }
  }
}
export type ItemReading = ReturnType<typeof createItemReading>

/** `read` knows nothing of "perhaps"; a source that says so says nothing. */
function settled(change: CalendarChange, eventId: string): Settled {
  if (change.kind === 'maybe-gone') return { kind: 'unreadable', eventId, problem: 'unclear' }
  return change.kind === 'event' ? { ...change, current: true } : change
}
