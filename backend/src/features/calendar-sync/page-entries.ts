import { sha256 } from '../../platform/crypto/digest'
import type { CalendarEvent, ContactNow, Entry, Having, MatchedSide, Meaning, Read, ReadEvent, ReconcileContext } from './calendar-sync.types'
import { factsOf } from './event-facts'
import { meaningOf } from './meaning'
import { busyKeyOf, calendarKeyOf, instantOf, saidOf, seriesKeyOf } from './meeting-identity'
import { slotDate } from './slot-dates'

/** A meeting of which this page says something. */
export interface Touched {
  /** The page lists it; else it only takes it away. */
  listed: boolean
  seriesKey: string | null
  adopted: { contact: ContactNow; marked: boolean } | null
  /** It was taken out of sight here. */
  hidden: boolean
}
export interface PageEntries { changed: ReadonlyMap<string, Entry>; touched: ReadonlyMap<string, Touched> }

/** What a page changes of the rows of its calendar, and which meetings have to be looked at because of it. */
export function readPage(having: Having, reads: readonly Read[], context: ReconcileContext): PageEntries {
  const changed = new Map<string, Entry>()
  const touched = new Map<string, Touched>()
  const rowOf = (eventId: string) => changed.get(eventId) ?? having.entries.get(eventId)
  const touch = (key: string | null, more: Partial<Touched> = {}) => {
    if (key !== null) touched.set(key, { ...(touched.get(key) ?? { listed: false, seriesKey: null, adopted: null, hidden: false }), ...more })
  }
  const replace = (row: Entry, before: Entry | undefined, more: Partial<Touched> = {}) => {
    changed.set(row.eventId, row)
    if (before && before.calendarKey !== row.calendarKey) touch(before.calendarKey, { hidden: more.hidden ?? false })
    touch(row.calendarKey, { ...more, hidden: false })
  }
  const see = (read: ReadEvent) => {
    const { event } = read.change
    const before = rowOf(event.eventId)
    if (before && isOld(event, before, read.current === true)) return
    const contact = having.adopted.get(event.eventId) ?? null
    const row = rowAfter({ event, side: read.side, before, adopted: contact !== null && !contact.undone }, context)
    if (before && isSame(row, before)) return
    const adopted = contact && row.meaning === 'meeting' ? { contact, marked: event.mark === contact.id || contact.written != null } : null
    replace(row, before, { listed: true, seriesKey: seriesKeyOf(event, context.managerId), ...(adopted && { adopted }), hidden: event.private })
  }
  const remove = (before: Entry | undefined) => {
    // Whoever was told off or has declined goes on to be so when the appointment is cleared away.
    if (before && before.standing === 'planned') replace(removed(before), before)
  }
  const removeDates = ({ seriesId, zone, deletedDates }: { seriesId: string; zone: string | null; deletedDates: readonly string[] }) => {
    const deleted = new Set(deletedDates)
    const rows = new Map([...having.entries, ...changed])
    for (const row of rows.values()) {
      const date = row.seriesId === seriesId && row.originalStart !== null ? slotDate(row.originalStart, zone) : null
      if (date !== null && deleted.has(date)) remove(row)
    }
  }
  for (const read of reads) {
    if (read.side !== null) see(read)
    else if (read.change.kind === 'gone') remove(rowOf(read.change.eventId))
  }
  // A series is asked for its dates after its appointments were listed, so its word is the newer one.
  for (const { change } of reads) if (change.kind === 'series') removeDates(change)
  return { changed: withoutEqual(changed, having.entries), touched }
}

/** Older than what is known; or as old, of what has gone since, which a repeated page does not bring back. */
function isOld({ changedAt }: CalendarEvent, before: Entry, current: boolean): boolean {
  if (changedAt === null || before.changedAt === null) return false
  return changedAt < before.changedAt || (changedAt === before.changedAt && before.standing === 'removed' && !current)
}

const isSame = (a: Entry, b: Entry): boolean => a.hash === b.hash && a.standing === b.standing && a.changedAt === b.changedAt

const removed = (row: Entry): Entry => row.meaning === 'waiting' ? { ...row, standing: 'removed', meaning: 'ignored', calendarKey: null, facts: null } : { ...row, standing: 'removed' }

interface Seen { event: CalendarEvent; side: MatchedSide; before: Entry | undefined; adopted: boolean }

function rowAfter({ event, side, before, adopted }: Seen, { managerId, policy, newId }: ReconcileContext): Entry {
  const judged = meaningOf(event, side, policy, adopted ? 'meeting' : before?.meaning ?? null)
  // "Not with a client" was said by its manager; only they take it back.
  const meaning: Meaning = judged.meaning === 'meeting' && before?.dismissed && before.meaning !== 'meeting' && !adopted ? (judged.standing === 'planned' ? 'waiting' : 'ignored') : judged.meaning
  const hash = sha256(`${saidOf(event)}${JSON.stringify([meaning, sideSaid(side)])}`)
  const same = before?.hash === hash
  const calendarKey = meaning === 'meeting' || meaning === 'waiting' ? calendarKeyOf(event, managerId) : meaning === 'busy' ? busyKeyOf(managerId, event.eventId) : null
  return {
    id: before?.id ?? newId(), managerId, eventId: event.eventId, seriesId: event.seriesId, calendarKey, originalStart: event.originalStart, changedAt: event.changedAt ?? before?.changedAt ?? null,
    hash, standing: judged.standing, meaning, organiser: event.organizedHere || side.organiserManagerId === managerId, startsAt: instantOf(event.start), endsAt: instantOf(event.end), dismissed: before?.dismissed ?? false,
    facts: meaning === 'busy' || meaning === 'ignored' ? null : same && before?.facts ? before.facts : factsOf(event, side),
  }
}

const sideSaid = ({ kind, counterpartyId, personIds, direction, organiserManagerId, outsiders }: MatchedSide) =>
  [kind, counterpartyId, [...personIds].sort(), direction, organiserManagerId, [...outsiders].sort()]

/** A page that says a thing and takes it back changes nothing. */
function withoutEqual(changed: ReadonlyMap<string, Entry>, before: ReadonlyMap<string, Entry>): Map<string, Entry> {
  return new Map([...changed].filter(([eventId, row]) => {
    const old = before.get(eventId)
    return !old || !isSame(row, old) || old.meaning !== row.meaning
  }))
}
