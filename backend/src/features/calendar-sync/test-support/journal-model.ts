import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { CalendarChange, CalendarEvent } from '../../../ports/calendar-source'
import type { ContactNow, Entry, Having, MatchedSide, MeetingState, Read, Writes } from '../calendar-sync.types'
import { contentHashOf, keysOf } from '../meeting-identity'
import { minutesOf } from '../meeting-picture'
import { reconcile } from '../reconcile'

export const hour = 3_600_000
export const noon = Date.parse('2026-12-01T12:00:00Z')
export const strict: CalendarPolicy = { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }
export const client = { name: 'Vera', address: 'vera@acme.example' }

/** An hour with a client, whom the manager Olga invited. */
export function anEvent(said: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    eventId: 'e1', seriesId: null, uid: 'uid-1@house.example', originalStart: null, changedAt: 1_000, start: { kind: 'instant', at: noon, zone: 'Europe/Berlin' }, end: { kind: 'instant', at: noon + hour, zone: 'Europe/Berlin' },
    zoneUnknown: false, cancelled: false, subject: 'Prices', text: 'We talk about prices.', location: 'Room 4', organizer: { name: 'Olga', address: 'olga@ours.example' }, organizedHere: false,
    attendees: [{ ...client, response: 'none', optional: false, resource: false }], ownResponse: 'accepted', private: false, showAs: 'busy', kind: 'meeting', online: false, webLink: null, mark: null, ...said,
  }
}
export const at = (ms: number) => ({ start: { kind: 'instant' as const, at: ms, zone: 'UTC' }, end: { kind: 'instant' as const, at: ms + hour, zone: 'UTC' } })

export function aSide(said: Partial<MatchedSide> = {}): MatchedSide {
  return { kind: 'known', counterpartyId: 'acme', personIds: ['vera'], direction: 'outgoing', organiserManagerId: 'olga', outsiders: ['vera@acme.example'], ...said }
}
export const stranger = aSide({ kind: 'unknown', counterpartyId: null, personIds: [] })
export const colleagues = aSide({ kind: 'internal', counterpartyId: null, personIds: [], outsiders: [] })

export const seen = (event: Partial<CalendarEvent> = {}, side: Partial<MatchedSide> = {}, current?: boolean): Read => ({ change: { kind: 'event', event: anEvent(event) }, side: aSide(side), ...(current && { current }) })
export const gone = (eventId = 'e1'): Read => ({ change: { kind: 'gone', eventId }, side: null })
export const seriesSays = (seriesId: string, zone: string | null, ...deletedDates: string[]): Read => ({ change: { kind: 'series', seriesId, zone, deletedDates }, side: null })

/** The journal and the copies of the calendars, kept as the database keeps them. */
export function createCalendarJournal(policy: CalendarPolicy = strict) {
  const rows = new Map<string, Entry>()
  const meetings = new Map<string, Omit<MeetingState, 'entries'> & { allDay: boolean; zoneUnknown: boolean; paneKey: string | null }>()
  const contents = new Map<string, string>()
  const moves: { contactId: string; from: number; to: number }[] = []
  const adoptable = new Map<string, ContactNow>()
  let ids = 0

  function having(managerId: string, reads: readonly Read[]): Having {
    const wanted = new Set(reads.map(({ change }) => idOf(change)))
    const series = new Set(reads.flatMap(({ change }) => change.kind === 'series' ? [change.seriesId] : []))
    const entries = new Map([...rows.values()].filter((row) => row.managerId === managerId && (wanted.has(row.eventId) || series.has(row.seriesId ?? ''))).map((row) => [row.eventId, row]))
    const keys = keysOf(reads, entries, managerId)
    const rowsOf = (key: string) => [...rows.values()].filter((row) => row.calendarKey === key)
    return {
      entries, adopted: adoptable,
      meetings: new Map(keys.flatMap((key) => { const meeting = meetings.get(key); return meeting ? [[key, { ...meeting, entries: rowsOf(key) }]] : [] })),
      others: new Map(keys.filter((key) => !meetings.has(key)).map((key) => [key, rowsOf(key).filter((row) => row.managerId !== managerId)])),
    }
  }

  function keep(writes: Writes) {
    for (const row of writes.entries) rows.set(`${row.managerId} ${row.eventId}`, row)
    for (const { contactId, calendarKey, seriesKey, facts, managerIds, status, cancellation, given } of writes.created) {
      const contact: ContactNow = {
        id: contactId, version: 1, undone: false, status, startsAt: facts.startsAt, durationMinutes: minutesOf(facts), method: facts.method, direction: facts.direction, subject: facts.subject, contentHash: contentHashOf(facts.text),
        counterpartyId: facts.counterpartyId, personIds: facts.personIds, managerId: managerIds[0] ?? null, managerIds,
      }
      contents.set(contactId, facts.text)
      meetings.set(calendarKey, { calendarKey, seriesKey, given, cancellation, moves: 0, contact, allDay: facts.allDay, zoneUnknown: facts.zoneUnknown, paneKey: facts.paneKey })
    }
    for (const { contactId, calendarKey, seriesKey, change: { content, ...change }, given, cancellation, move, allDay, zoneUnknown, paneKey } of writes.changed) {
      const before = meetings.get(calendarKey)?.contact ?? [...adoptable.values()].find((one) => one.id === contactId)
      if (!before) throw new Error('a change of a contact that nobody has')
      const contact = { ...before, ...change, version: before.version + 1, ...(content !== undefined && { contentHash: contentHashOf(content) }) }
      if (content !== undefined) contents.set(contactId, content)
      meetings.set(calendarKey, { calendarKey, seriesKey, given, cancellation, moves: (meetings.get(calendarKey)?.moves ?? 0) + (move ? 1 : 0), contact, allDay, zoneUnknown, paneKey })
      for (const [eventId, one] of adoptable) if (one.id === contactId) adoptable.delete(eventId)
      if (move) moves.push({ contactId, ...move })
    }
  }

  return {
    adoptable, moves, rows, meetings,
    page(managerId: string, ...reads: Read[]): Writes {
      const writes = reconcile(having(managerId, reads), reads, { managerId, policy, newId: () => `id-${++ids}` })
      keep(writes)
      return writes
    },
    /** The hand of a person on a contact. */
    edit(calendarKey: string, change: Partial<ContactNow>) {
      const meeting = meetings.get(calendarKey)
      if (meeting) meetings.set(calendarKey, { ...meeting, contact: { ...meeting.contact, ...change, version: meeting.contact.version + 1 } })
    },
    only() {
      const [meeting, ...more] = meetings.values()
      if (!meeting || more.length > 0) throw new Error(`${meetings.size} contacts, not one`)
      return meeting
    },
    contents,
    /** What readers of the journal see, whatever way it came about. */
    shown: () => [...meetings.values()].map(({ calendarKey, seriesKey, cancellation, allDay, zoneUnknown, paneKey, contact: { id, version: _, ...contact } }) =>
      ({ calendarKey, seriesKey, cancellation, allDay, zoneUnknown, paneKey, ...contact, personIds: [...contact.personIds].sort(), content: contents.get(id) })).sort((a, b) => a.calendarKey < b.calendarKey ? -1 : 1),
  }
}
export type CalendarJournal = ReturnType<typeof createCalendarJournal>

const idOf = (change: CalendarChange): string => change.kind === 'event' ? change.event.eventId : change.kind === 'series' ? '' : change.eventId
