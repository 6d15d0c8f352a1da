import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Log } from '../../platform/log/logger'
import type { CalendarChange, CalendarEvent } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import type { Having, MatchedSide, Read, Writes } from './calendar-sync.types'
import { assertHeld, type Hold } from './holds.repository'
import { isEmpty, writeMeetings, type ContactWriting } from './meeting-writing'
import { loadHaving } from './page-having'
import { reconcile } from './reconcile'
import { markSeen, saveProgress, type Progress } from './rounds.repository'
import { forgetUnreadable, noteUnreadable, type Unreadable } from './unreadable-items.repository'

export interface PageStoreDeps {
  db: Db; clock: Clock; log: Log
  policy(): CalendarPolicy
  matchSide(event: CalendarEvent, managerId: string): MatchedSide
  contacts: ContactWriting
}
/** What a source says for sure: what was only perhaps gone has been read. `current`: it was read by itself just now. */
export type Settled = Exclude<CalendarChange, { kind: 'maybe-gone' | 'event' }> | { kind: 'event'; event: CalendarEvent; current?: true }

export interface Unit {
  hold: Hold; changes: readonly Settled[]
  /** The full round that sees these items. */
  roundId: string | null
  progress: Progress | null
  /** Progress alone is not worth a write: it is kept only beside rows. */
  onlyWithRows: boolean
  /** Items that were set aside earlier. */
  setAside: ReadonlySet<string>
  /** Meetings may have fallen away before this round. */
  resembling: boolean
}
/** `unreadable`: items of this unit that could not be understood. */
export interface Stored { changed: boolean; written: boolean; unreadable: readonly string[] }

const idOf = (change: Settled) => (change.kind === 'event' ? change.event.eventId : change.kind === 'series' ? null : change.eventId)
const eventIdsOf = (changes: readonly Settled[]) => changes.map(idOf).filter((id) => id !== null)

/** The dates of a series have the same guests: they are looked up once in a unit of work. */
function remembering(match: (event: CalendarEvent) => MatchedSide): (event: CalendarEvent) => MatchedSide {
  const known = new Map<string, MatchedSide>()
  return (event) => {
    const who = JSON.stringify([event.organizedHere, event.organizer, event.attendees.map(({ name, address, resource }) => [name, address, resource])])
    const side = known.get(who) ?? match(event)
    known.set(who, side)
    return side
  }
}

export function createPageStore({ db, clock, log, policy, matchSide, contacts }: PageStoreDeps) {
  /** Whatever one item does to our own rules, the others of its page are kept. */
  function attempt<T>(change: Settled, hold: Hold, work: () => T): T | Unreadable {
    try {
      return work()
    } catch (error) {
      log.warn({ managerId: hold.managerId, error: error instanceof Error ? error.name : typeof error }, 'an item of a calendar could not be worked through')
      return { eventId: idOf(change) ?? '', problem: 'not-understood' }
    }
  }

  function match({ changes, hold, roundId }: Unit) {
    const unreadable: Unreadable[] = []
    const reads: Read[] = []
    const sideOf = remembering((event) => matchSide(event, hold.managerId))
    for (const change of changes) {
      const read = change.kind === 'event' ? attempt(change, hold, () => ({ change, side: sideOf(change.event), current: roundId !== null || change.current === true })) : change
      if ('problem' in read) unreadable.push({ eventId: read.eventId, problem: read.problem })
      else reads.push('side' in read ? read : { change: read, side: null })
    }
    return { reads, unreadable }
  }

  function reconcileAll(reads: readonly Read[], hold: Hold): { writes: Writes; having: Having; unreadable: Unreadable[] } {
    const context = { managerId: hold.managerId, policy: policy(), newId: uuidv7 }
    const work = (some: readonly Read[]) => {
      const having = loadHaving(db.sql, hold.managerId, some)
      return { having, writes: reconcile(having, some, context) }
    }
    try {
      return { ...work(reads), unreadable: [] }
    } catch (error) {
      const tried = reads.map((read) => ({ read, result: attempt(read.change, hold, () => work([read])) }))
      const unreadable = tried.flatMap(({ result }) => ('problem' in result ? [result] : []))
      if (unreadable.length === 0) throw error
      return { ...work(tried.filter(({ result }) => !('problem' in result)).map(({ read }) => read)), unreadable }
    }
  }

  /**
   * One unit of work of a round. What is there is looked at inside it, when nobody else can write: two calendars with the same meeting,
   * in this process or in another, make it one after the other and so once.
   */
  return async function store(unit: Unit): Promise<Stored> {
    const { hold, changes, roundId, progress, onlyWithRows, setAside, resembling } = unit
    if (changes.length === 0 && (progress === null || onlyWithRows)) return { changed: false, written: false, unreadable: [] }
    return db.write(async (tx) => {
      await assertHeld(tx, hold)
      const at = clock.now()
      const matched = match(unit)
      const { writes, having, unreadable: poisoned } = reconcileAll(matched.reads, hold)
      const unreadable = [...matched.unreadable, ...poisoned].filter((item) => item.eventId !== '')
      const failed = new Set(unreadable.map((item) => item.eventId))
      const eventIds = eventIdsOf(changes)
      const readable = eventIds.filter((id) => setAside.has(id) && !failed.has(id))
      const seen = roundId === null ? null : { roundId, eventIds: new Set(eventIds) }
      await writeMeetings(tx, { writes, having, at, seen, resembling }, { db, needs: contacts })
      await noteUnreadable(tx, unreadable, { managerId: hold.managerId, at })
      await forgetUnreadable(tx, hold.managerId, readable)
      if (seen) await markUnchanged(writes, seen)
      const changed = !isEmpty(writes)
      const rows = changed || unreadable.length > 0 || readable.length > 0
      if (progress && (rows || !onlyWithRows)) await saveProgress(tx, hold.managerId, progress)
      return { changed, written: rows || (progress !== null && !onlyWithRows), unreadable: [...failed] }

      async function markUnchanged({ entries }: Writes, { roundId: seenIn, eventIds: all }: { roundId: string; eventIds: ReadonlySet<string> }) {
        const written = new Set(entries.map((entry) => entry.eventId))
        await markSeen(tx, { managerId: hold.managerId, roundId: seenIn, eventIds: [...all].filter((id) => !written.has(id) && (having.entries.has(id) || failed.has(id))) })
      }
    })
  }
}
export type PageStore = ReturnType<typeof createPageStore>
