import type { SqlReader } from '../../platform/db/sql'
import type { CalendarEvent, Entry, Having, MeetingState, Read } from './calendar-sync.types'
import { listByKeys, listEntries, listSeries } from './calendar-entries.repository'
import { findAdopted, listMeetings } from './calendar-meetings.repository'
import { busyKeyOf, calendarKeyOf, keysOf, paneKeyOf } from './meeting-identity'

/** What is there of everything that these changes speak of, in a handful of questions however many they are. */
export function loadHaving(sql: SqlReader, managerId: string, reads: readonly Read[]): Having {
  const events = [...new Map(reads.flatMap(({ change }) => (change.kind === 'event' ? [[change.event.eventId, change.event] as const] : []))).values()]
  const gone = reads.flatMap(({ change }) => (change.kind === 'gone' ? [change.eventId] : []))
  const series = reads.flatMap(({ change }) => (change.kind === 'series' ? [change.seriesId] : []))
  const entries = new Map([...listEntries(sql, managerId, [...events.map((event) => event.eventId), ...gone]), ...listSeries(sql, managerId, series)].map((entry) => [entry.eventId, entry]))
  const rows = rowsByKey(sql, keysOf(reads, entries, managerId))
  const meetings = meetingsOf(sql, rows)
  const others = new Map([...rows.byKey].filter(([key]) => !meetings.has(key)).map(([key, list]) => [key, list.filter((entry) => entry.managerId !== managerId)]))
  const unknown = events.filter((event) => !meetings.has(event.private ? busyKeyOf(managerId, event.eventId) : calendarKeyOf(event, managerId)))
  return { entries, meetings, others, adopted: findAdopted(sql, managerId, unknown.map((event) => ({ eventId: event.eventId, mark: event.mark, paneKey: paneKeyIn(event) }))) }
}

/** What stands of an appointment without a word may not be found by what it is about. */
const paneKeyIn = (event: CalendarEvent) => (event.private ? null : paneKeyOf(event))

export interface KeyedRows { keys: readonly string[]; byKey: ReadonlyMap<string, readonly Entry[]> }

/** The rows of all calendars, by calendar key. */
export function rowsByKey(sql: SqlReader, asked: readonly string[]): KeyedRows {
  const keys = [...new Set(asked)]
  const byKey = new Map<string, Entry[]>()
  for (const entry of listByKeys(sql, keys)) {
    const key = entry.calendarKey ?? ''
    byKey.set(key, [...(byKey.get(key) ?? []), entry])
  }
  return { keys, byKey }
}

export function meetingsOf(sql: SqlReader, { keys, byKey }: KeyedRows): Map<string, MeetingState> {
  return new Map(listMeetings(sql, keys).map((meeting) => [meeting.calendarKey, { ...meeting, entries: byKey.get(meeting.calendarKey) ?? [] }]))
}
