import type { LogEntry, Slot, WorldChange, WorldClock } from './calendar-world.types'
import { occurrenceId } from './world-ids'
import type { AppointmentRecord, CopyRecord } from './world-records'
import { stateOf } from './world-views'

/** What a change was about: the whole of it, or one slot (`dates`: and with it the series' list of deleted dates). `former`: slots that its series had before. */
export interface Touched { slot?: Slot; dates?: boolean; former?: Iterable<Slot>; created?: boolean }

/** The log of each mailbox, and who listens to it. */
export function createWorldLog(clock: WorldClock) {
  const logs = new Map<string, LogEntry[]>()
  const listeners = new Set<(change: WorldChange) => void>()
  const logOf = (mailbox: string) => logs.get(mailbox) ?? (logs.set(mailbox, []), logs.get(mailbox) ?? [])
  const revision = (mailbox: string) => logOf(mailbox).at(-1)?.revision ?? 0

  /** Writes down that copies of it changed now. Times of one appointment always grow. */
  function touch(record: AppointmentRecord, copies: readonly CopyRecord[], { slot, dates = false, former = [], created = false }: Touched = {}): void {
    if (copies.length === 0) return
    const at = Math.max(clock.now().getTime(), record.changedAt + 1)
    record.changedAt = at
    const news: WorldChange[] = []
    for (const copy of copies) {
      const log = logOf(copy.mailbox.address)
      const next = revision(copy.mailbox.address) + 1
      const note = (about: Slot | null) => {
        const change = stateOf(record, copy, about) === 'gone' ? 'deleted' as const : created ? 'created' as const : 'updated' as const
        const eventId = about === null ? copy.eventId : occurrenceId(copy.mailbox.kind, copy.eventId, about)
        const entry: LogEntry = { revision: next, at, eventId, seriesId: about === null ? null : copy.eventId, slot: about, change }
        log.push(entry)
        return entry
      }
      if (slot === undefined) {
        Object.assign(copy, { changedAt: at, revision: next })
        news.push({ mailbox: copy.mailbox.address, ...note(null) })
        for (const one of new Set([...former, ...record.slots])) note(one)
      } else {
        copy.slotChanges.set(slot, { changedAt: at, revision: next })
        news.push({ mailbox: copy.mailbox.address, ...note(slot) })
        if (dates) {
          Object.assign(copy, { changedAt: at, revision: next })
          note(null)
        }
      }
    }
    for (const change of news) for (const listener of listeners) listener(change)
  }

  function changesSince(mailbox: string, after: number): LogEntry[] {
    const log = logOf(mailbox)
    let from = 0
    for (let to = log.length; from < to;) {
      const middle = (from + to) >> 1
      if ((log[middle]?.revision ?? 0) > after) to = middle
      else from = middle + 1
    }
    const newest = new Map<string, LogEntry>()
    for (const entry of log.slice(from)) {
      newest.delete(entry.eventId)
      newest.set(entry.eventId, entry)
    }
    return [...newest.values()]
  }

  return {
    touch, revision, changesSince,
    on(listener: (change: WorldChange) => void) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}
