import type { SqlReader } from '../../platform/db/sql'
import type { Entry, MeetingFacts } from './calendar-sync.types'

const columns = 'id, managerId, eventId, seriesId, calendarKey, originalStart, changedAt, hash, standing, meaning, organiser, startsAt, endsAt, dismissed, facts'
const given = (at: number) => `IN (SELECT value FROM json_each(?${at}))`
const byEvents = `SELECT ${columns} FROM CalendarEntry WHERE managerId = ?1 AND eventId ${given(2)}`
const bySeries = `SELECT ${columns} FROM CalendarEntry WHERE managerId = ?1 AND seriesId ${given(2)}`
const byKeys = `SELECT ${columns} FROM CalendarEntry WHERE calendarKey ${given(1)}`
const waitingByIds = `SELECT ${columns} FROM CalendarEntry WHERE managerId = ?1 AND meaning = 'waiting' AND facts IS NOT NULL AND id ${given(2)}`
const byAddresses = `SELECT ${columns} FROM CalendarEntry WHERE meaning = 'waiting' AND dismissed = 0 AND facts IS NOT NULL AND id IN (SELECT entryId FROM CalendarEntryAddress WHERE addressKey ${given(1)})`

type Row = Omit<Entry, 'organiser' | 'dismissed' | 'facts'> & { organiser: 0 | 1; dismissed: 0 | 1; facts: string | null }
const toEntry = ({ organiser, dismissed, facts, ...row }: Row): Entry =>
  ({ ...row, organiser: organiser === 1, dismissed: dismissed === 1, facts: facts === null ? null : (JSON.parse(facts) as MeetingFacts) })

const ask = (sql: SqlReader, query: string, before: readonly string[], keys: readonly string[]) =>
  (keys.length === 0 ? [] : sql.all<Row>(query, [...before, JSON.stringify(keys)]).map(toEntry))

export const listEntries = (sql: SqlReader, managerId: string, eventIds: readonly string[]) => ask(sql, byEvents, [managerId], eventIds)
export const listSeries = (sql: SqlReader, managerId: string, seriesIds: readonly string[]) => ask(sql, bySeries, [managerId], seriesIds)
/** Of all calendars. */
export const listByKeys = (sql: SqlReader, calendarKeys: readonly string[]) => ask(sql, byKeys, [], calendarKeys)
/** Appointments with one of these outsiders that wait for their client to become known; those that were set aside by their manager stay where they are. */
export const listWaitingFor = (sql: SqlReader, addressKeys: readonly string[]) => ask(sql, byAddresses, [], addressKeys)
export const listWaitingRows = (sql: SqlReader, managerId: string, ids: readonly string[]) => ask(sql, waitingByIds, [managerId], ids)

const seriesQuery = `SELECT e.seriesId, MIN(m.seriesKey) AS seriesKey FROM CalendarEntry e JOIN CalendarMeeting m ON m.calendarKey = e.calendarKey WHERE e.managerId = ?1 AND e.seriesId ${given(2)} AND m.seriesKey IS NOT NULL GROUP BY e.seriesId`
/** Under which key dates of these series are contacts already. */
export const seriesKeys = (sql: SqlReader, managerId: string, seriesIds: readonly string[]): Map<string, string> =>
  new Map(sql.all<{ seriesId: string; seriesKey: string }>(seriesQuery, [managerId, JSON.stringify(seriesIds)]).map((row) => [row.seriesId, row.seriesKey]))

/** Dates of these series that stand in this calendar's copy: when the series itself goes, a provider may say nothing of them. */
export const datesOfSeries = (sql: SqlReader, managerId: string, seriesIds: readonly string[]): string[] => (seriesIds.length === 0 ? [] : sql.all<{ eventId: string }>(
  `SELECT eventId FROM CalendarEntry WHERE managerId = ?1 AND seriesId ${given(2)} AND standing <> 'removed'`, [managerId, JSON.stringify(seriesIds)]).map((row) => row.eventId))

/** Which of these events are in the copy of this calendar. */
export function knownEvents(sql: SqlReader, managerId: string, eventIds: readonly string[]): ReadonlySet<string> {
  if (eventIds.length === 0) return new Set()
  const rows = sql.all<{ eventId: string }>(`SELECT eventId FROM CalendarEntry WHERE managerId = ?1 AND eventId ${given(2)}`, [managerId, JSON.stringify(eventIds)])
  return new Set(rows.map((row) => row.eventId))
}
