import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Entry, Given, MeetingState } from './calendar-sync.types'

// Rows go in as one JSON text for each table: a page of a calendar is hundreds of them, and the client's price is by the statement and by the value. MATERIALIZED, lest every column parses its row anew.

/** `roundId`: the full round that saw the row just now. */
export async function saveEntries(tx: Tx, entries: readonly (Entry & { roundId: string | null })[]): Promise<void> {
  if (entries.length === 0) return
  await tx.$executeRaw`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${JSON.stringify(entries)}))
    INSERT INTO CalendarEntry (id, managerId, eventId, seriesId, calendarKey, originalStart, changedAt, hash, roundId, standing, meaning, organiser, startsAt, endsAt, dismissed, facts)
    SELECT v ->> 'id', v ->> 'managerId', v ->> 'eventId', v ->> 'seriesId', v ->> 'calendarKey', v ->> 'originalStart', v ->> 'changedAt', v ->> 'hash', v ->> 'roundId', v ->> 'standing', v ->> 'meaning',
      v ->> 'organiser', v ->> 'startsAt', v ->> 'endsAt', v ->> 'dismissed', v ->> 'facts' FROM r WHERE true
    ON CONFLICT (managerId, eventId) DO UPDATE SET seriesId = excluded.seriesId, calendarKey = excluded.calendarKey, originalStart = excluded.originalStart, changedAt = excluded.changedAt, hash = excluded.hash,
      roundId = COALESCE(excluded.roundId, roundId), standing = excluded.standing, meaning = excluded.meaning, organiser = excluded.organiser, startsAt = excluded.startsAt, endsAt = excluded.endsAt,
      dismissed = excluded.dismissed, facts = excluded.facts`
}

/** By them a waiting appointment becomes a contact when a client gains an address. Those that wait no longer have none. */
export async function saveEntryAddresses(tx: Tx, entries: readonly { id: string; addressKeys: readonly string[] }[]): Promise<void> {
  if (entries.length === 0) return
  const rows = JSON.stringify(entries)
  await tx.$executeRaw`DELETE FROM CalendarEntryAddress WHERE entryId IN (SELECT value ->> 'id' FROM json_each(${rows}))`
  await tx.$executeRaw`INSERT OR IGNORE INTO CalendarEntryAddress (entryId, addressKey) SELECT e.value ->> 'id', a.value FROM json_each(${rows}) e JOIN json_each(e.value, '$.addressKeys') a`
}

/** Outsiders of a contact: persons who gain one of these addresses join it later. */
export async function addContactAddresses(tx: Tx, contacts: readonly { id: string; addressKeys: readonly string[] }[]): Promise<void> {
  const rows = contacts.filter((contact) => contact.addressKeys.length > 0)
  if (rows.length === 0) return
  await tx.$executeRaw`INSERT OR IGNORE INTO ContactAddress (contactId, addressKey) SELECT c.value ->> 'id', a.value FROM json_each(${JSON.stringify(rows)}) c JOIN json_each(c.value, '$.addressKeys') a`
}

export interface MeetingRow {
  calendarKey: string; contactId: string; seriesKey: string | null; allDay: boolean; zoneUnknown: boolean; cancellation: MeetingState['cancellation']; given: Given
  /** Moved just now. */
  moved: 0 | 1
}

export async function saveMeetings(tx: Tx, meetings: readonly MeetingRow[], at: Date): Promise<void> {
  if (meetings.length === 0) return
  await tx.$executeRaw`
    WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${JSON.stringify(meetings)}))
    INSERT INTO CalendarMeeting (calendarKey, contactId, seriesKey, allDay, zoneUnknown, cancellation, moves, given, updatedAt)
    SELECT v ->> 'calendarKey', v ->> 'contactId', v ->> 'seriesKey', v ->> 'allDay', v ->> 'zoneUnknown', v ->> 'cancellation', v ->> 'moved', v ->> 'given', ${at.getTime()}
    FROM r WHERE true
    ON CONFLICT (calendarKey) DO UPDATE SET seriesKey = excluded.seriesKey, allDay = excluded.allDay, zoneUnknown = excluded.zoneUnknown, cancellation = excluded.cancellation,
      moves = moves + excluded.moves, given = excluded.given, updatedAt = excluded.updatedAt`
}

export interface Move { contactId: string; from: number; to: number }

export async function addMoves(tx: Tx, moves: readonly Move[], at: Date): Promise<void> {
  if (moves.length === 0) return
  const rows = JSON.stringify(moves.map((move) => ({ ...move, id: uuidv7() })))
  await tx.$executeRaw`INSERT INTO ContactMove (id, contactId, fromAt, toAt, movedAt) SELECT value ->> 'id', value ->> 'contactId', value ->> 'from', value ->> 'to', ${at.getTime()} FROM json_each(${rows})`
}

export interface CalendarNote { contactId: string; action: 'planned' | 'moved' | 'changed' | 'cancelled' | 'planned-again'; before: object | null; after: object }

/** The trail of what calendars did; nobody's hand, so no manager. */
export async function writeCalendarNotes(tx: Tx, notes: readonly CalendarNote[], at: Date): Promise<void> {
  if (notes.length === 0) return
  const rows = JSON.stringify(notes.map((note) => ({ ...note, id: uuidv7() })))
  await tx.$executeRaw`WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${rows})) INSERT INTO AuditEntry (id, at, noun, nounId, action, before, after)
    SELECT v ->> 'id', ${at.getTime()}, 'contact', v ->> 'contactId', v ->> 'action', v ->> 'before', v ->> 'after' FROM r`
}
