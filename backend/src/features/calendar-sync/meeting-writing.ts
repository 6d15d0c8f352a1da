import { parseAddress } from '@counterpane/shared/matching/address'
import type { Db, Tx } from '../../platform/db/database'
import type { Entry, Having, Writes } from './calendar-sync.types'
import { findVanished, ownersOfPaneKeys } from './calendar-meetings.repository'
import { addContactAddresses, addMoves, saveEntries, saveEntryAddresses, saveMeetings, writeCalendarNotes, type MeetingRow } from './calendar-writes.repository'
import { foundFor, namedIn, noteOfChange, noteOfNew, toChange, toContact, type CalendarContact, type CalendarContactChange } from './contact-batches'
import { noteResemblance } from './resembling.repository'

/** What writing contacts needs of their own feature; the composition passes it in. */
export interface ContactWriting {
  insertContacts(tx: Tx, contacts: readonly CalendarContact[]): Promise<void>
  changeContacts(tx: Tx, changes: readonly CalendarContactChange[], at: Date): Promise<void>
  firmFor(counterpartyId: string | null): string | null
}
export interface Writing {
  writes: Writes; having: Pick<Having, 'entries' | 'meetings' | 'adopted'>; at: Date
  /** The full round that saw these events just now. */
  seen: { roundId: string; eventIds: ReadonlySet<string> } | null
  /** Something may have fallen away before. */
  resembling: boolean
}

export const isEmpty = ({ entries, created, changed }: Writes) => entries.length === 0 && created.length === 0 && changed.length === 0

/** Writes what a page changes, inside its unit of work. What must be known is asked first: the reading connection does not see what this unit writes. */
export async function writeMeetings(tx: Tx, { writes, having, at, seen, resembling }: Writing, { db, needs }: { db: Pick<Db, 'sql'>; needs: ContactWriting }): Promise<void> {
  if (isEmpty(writes)) return
  const { paneKeys, ...named } = namedIn(writes)
  const firms = new Map<string | null, string | null>()
  const firmFor = (id: string | null) => {
    if (!firms.has(id)) firms.set(id, needs.firmFor(id))
    return firms.get(id) ?? null
  }
  const around = { vanished: findVanished(db.sql, named), paneOwners: ownersOfPaneKeys(db.sql, paneKeys), firmFor, at }
  const created = writes.created.map((one) => toContact(one, around))
  const changed = writes.changed.flatMap((one) => {
    const now = foundFor(one, having)
    return now ? [{ now, meeting: one, change: toChange(one, now, around) }] : []
  })
  await needs.insertContacts(tx, created)
  await needs.changeContacts(tx, changed.flatMap(({ change }) => change ?? []), at)
  await saveMeetings(tx, [...writes.created, ...changed.map(({ meeting }) => meeting)].map(rowOf), at)
  await addMoves(tx, writes.changed.flatMap(({ contactId, move }) => (move ? [{ contactId, ...move }] : [])), at)
  await saveEntries(tx, writes.entries.map((entry) => ({ ...entry, roundId: seen?.eventIds.has(entry.eventId) ? seen.roundId : null })))
  await saveEntryAddresses(tx, waitingAddresses(writes, having))
  await addContactAddresses(tx, contactAddresses(writes, having))
  await writeCalendarNotes(tx, [...writes.created.map(noteOfNew), ...changed.flatMap(({ meeting, now }) => noteOfChange(meeting, now))], at)
  if (resembling) await noteResemblance(tx, writes.created.filter((one) => one.status === 'planned' && !one.busy), at)
}

type Meeting = Writes['created'][number] | Writes['changed'][number]
function rowOf(meeting: Meeting): MeetingRow {
  const { calendarKey, contactId, seriesKey, cancellation, given } = meeting
  const { allDay, zoneUnknown } = 'facts' in meeting ? meeting.facts : meeting
  return { calendarKey, contactId, seriesKey, allDay, zoneUnknown, cancellation, given, moved: 'move' in meeting && meeting.move ? 1 : 0 }
}

const addressKeysOf = ({ facts }: Pick<Entry, 'facts'>) => (facts?.outsiders ?? []).flatMap((party) => parseAddress(party.address)?.addressKey ?? [])

function waitingAddresses({ entries }: Writes, having: Pick<Having, 'entries'>) {
  const waits = (entry: Entry | undefined) => entry?.meaning === 'waiting' && entry.standing === 'planned'
  return entries.filter((entry) => waits(entry) || having.entries.get(entry.eventId)?.meaning === 'waiting')
    .map((entry) => ({ id: entry.id, addressKeys: waits(entry) ? addressKeysOf(entry) : [] }))
}

function contactAddresses({ entries, created, changed }: Writes, { meetings }: Pick<Having, 'meetings'>) {
  const contacts = new Map([...created, ...changed].map((one) => [one.calendarKey, one.contactId]))
  const contactOf = (key: string | null) => contacts.get(key ?? '') ?? meetings.get(key ?? '')?.contact.id
  return entries.filter((entry) => entry.meaning === 'meeting').flatMap((entry) => {
    const id = contactOf(entry.calendarKey)
    return id === undefined ? [] : [{ id, addressKeys: addressKeysOf(entry) }]
  })
}
