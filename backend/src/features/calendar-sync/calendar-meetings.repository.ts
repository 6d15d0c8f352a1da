import type { SqlReader } from '../../platform/db/sql'
import type { ContactNow, Given, MeetingState } from './calendar-sync.types'
import { contentHashOf } from './meeting-identity'

const contactColumns = `c.id, c.version, c.undoneAt, c.status, c.startsAt, c.durationMinutes, c.method, c.direction, c.subject, c.content, c.counterpartyId, c.managerId,
  (SELECT json_group_array(z.personId ORDER BY z.position) FROM ContactParticipant z WHERE z.contactId = c.id) AS personIds,
  (SELECT json_group_array(z.managerId ORDER BY z.position) FROM ContactManager z WHERE z.contactId = c.id) AS managerIds,
  (SELECT o.written FROM OwnAppointment o WHERE o.contactId = c.id) AS written`
const given = (at: number) => `(SELECT value FROM json_each(?${at}))`
const meetingsQuery = `SELECT m.calendarKey, m.seriesKey, m.given, m.cancellation, m.moves, ${contactColumns} FROM CalendarMeeting m JOIN Contact c ON c.id = m.contactId WHERE m.calendarKey IN ${given(1)}`
// A contact that has a meeting of its own already is no other one's.
const unclaimed = 'NOT EXISTS (SELECT 1 FROM CalendarMeeting m WHERE m.contactId = c.id)'
const contactsQuery = `SELECT ${contactColumns} FROM Contact c WHERE c.id IN ${given(1)} AND ${unclaimed}`
const byPane = `SELECT id, meetingKey FROM Contact WHERE meetingKey IN ${given(1)}`
const byAppointment = `SELECT contactId, eventId FROM OwnAppointment WHERE managerId = ?1 AND (eventId IN ${given(2)} OR contactId IN ${given(3)})`

interface ContactRow extends Omit<ContactNow, 'undone' | 'contentHash' | 'personIds' | 'managerIds' | 'written'> { undoneAt: number | null; content: string; personIds: string; managerIds: string; written: string | null }
interface MeetingRow extends ContactRow { calendarKey: string; seriesKey: string | null; given: string; cancellation: MeetingState['cancellation']; moves: number }

function toContact({ id, version, undoneAt, status, startsAt, durationMinutes, method, direction, subject, content, counterpartyId, managerId, personIds, managerIds, written }: ContactRow): ContactNow {
  const managers = JSON.parse(managerIds) as string[]
  return {
    id, version, undone: undoneAt !== null, status, startsAt, durationMinutes, method, direction, subject, contentHash: contentHashOf(content), counterpartyId, managerId,
    personIds: JSON.parse(personIds) as string[], managerIds: managers.length > 0 || managerId === null ? managers : [managerId],
    written: written === null ? null : (JSON.parse(written) as ContactNow['written']),
  }
}

/** Without their rows in the calendars. */
export function listMeetings(sql: SqlReader, calendarKeys: readonly string[]): Omit<MeetingState, 'entries'>[] {
  if (calendarKeys.length === 0) return []
  return sql.all<MeetingRow>(meetingsQuery, [JSON.stringify(calendarKeys)])
    .map(({ calendarKey, seriesKey, given: last, cancellation, moves, ...contact }) => ({ calendarKey, seriesKey, given: JSON.parse(last) as Given, cancellation, moves, contact: toContact(contact) }))
}

export interface Adoptable { eventId: string; mark: string | null; paneKey: string | null }

/**
 * Contacts that are these appointments already: put into the calendar from here, or registered in a pane. By event id, each contact once.
 * A mark counts only on what was put into this very calendar: whoever writes one into an appointment must not get hold of a colleague's contact.
 */
export function findAdopted(sql: SqlReader, managerId: string, asked: readonly Adoptable[]): Map<string, ContactNow> {
  if (asked.length === 0) return new Map()
  const texts = (list: readonly (string | null)[]) => JSON.stringify(list.filter((text) => text !== null))
  const own = sql.all<{ contactId: string; eventId: string | null }>(byAppointment, [managerId, texts(asked.map((one) => one.eventId)), texts(asked.map((one) => one.mark))])
  const pane = new Map(sql.all<{ id: string; meetingKey: string }>(byPane, [texts(asked.map((one) => one.paneKey))]).map((row) => [row.meetingKey, row.id]))
  const byEvent = new Map(own.map((row) => [row.eventId, row.contactId]))
  const marked = new Set(own.map((row) => row.contactId))
  const idOf = ({ eventId, mark, paneKey }: Adoptable) => byEvent.get(eventId) ?? (mark !== null && marked.has(mark) ? mark : pane.get(paneKey ?? '')) ?? null
  const wanted = asked.map((one) => ({ eventId: one.eventId, contactId: idOf(one) })).filter((one) => one.contactId !== null).sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
  if (wanted.length === 0) return new Map()
  const contacts = new Map(sql.all<ContactRow>(contactsQuery, [texts(wanted.map((one) => one.contactId))]).map((row) => [row.id, toContact(row)]))
  const adopted = new Map<string, ContactNow>()
  for (const { eventId, contactId } of wanted) {
    const contact = contacts.get(contactId ?? '')
    if (contact && contacts.delete(contact.id)) adopted.set(eventId, contact)
  }
  return adopted
}

const missingQuery = (table: 'ContactPerson' | 'Counterparty' | 'Manager') => `SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?1)))`
const missing = { persons: missingQuery('ContactPerson'), counterparties: missingQuery('Counterparty'), managers: missingQuery('Manager') }

/** Which of these are no longer there: stored facts may name somebody who was erased since. */
export function findVanished(sql: SqlReader, asked: Record<keyof typeof missing, readonly string[]>): ReadonlySet<string> {
  const names = ['persons', 'counterparties', 'managers'] as const
  return new Set(names.flatMap((name) => {
    const ids = [...new Set(asked[name])]
    return ids.length === 0 ? [] : sql.all<{ id: string }>(missing[name], [JSON.stringify(ids)]).map((row) => row.id)
  }))
}

/** Whose pane keys these are, by key. */
export const ownersOfPaneKeys = (sql: SqlReader, keys: readonly string[]): Map<string, string> =>
  (keys.length === 0 ? new Map() : new Map(sql.all<{ id: string; meetingKey: string }>(byPane, [JSON.stringify(keys)]).map((row) => [row.meetingKey, row.id])))
