import { createCalendarsRepository, type CalendarRow } from '../features/calendars/calendars.repository'
import { presentCalendar } from '../features/calendars/calendars.presenter'
import type { SqlReader } from '../platform/db/sql'
import { note, ok, wrong, type Finding } from './doctor-findings'

const minute = 60_000
/** As long may a provider be out of reach before somebody should look. */
const patienceMs = 60 * minute

function checkCalendar(row: CalendarRow, now: Date): Finding {
  const what = `calendar of ${row.managerName}`
  const { reason, provider, mailbox, lastRoundAt, bell } = presentCalendar(row, { locale: 'en', now })
  const seen = `${provider} ${mailbox}, ${lastRoundAt ? `read last ${lastRoundAt.slice(0, 16).replace('T', ' ')} UTC` : 'not read yet'}`
  if (row.state === 'needs-sign-in' || row.state === 'not-permitted') return wrong(what, `${row.state} (${seen})`, reason ?? '')
  if (row.state === 'waiting' && now.getTime() - row.since > patienceMs) return wrong(what, `waiting (${seen})`, reason ?? '')
  if (reason !== null) return note(what, `${row.state} (${seen})`, reason)
  if (bell === 'refused') return note(what, `healthy (${seen}); the provider would not ring here, so changes are found by the clock only`, 'look whether PUBLIC_URL can be reached from the internet by https, /webhooks included')
  return ok(what, `healthy (${seen}), bell ${bell}`)
}

function checkReader(sql: SqlReader, now: Date): Finding[] {
  const waiting = sql.first<{ count: number; since: number }>(`SELECT COUNT(*) AS count, MIN(c.dueAt) AS since FROM CalendarMailbox c JOIN Manager m ON m.id = c.managerId
    WHERE m.active = 1 AND c.dueAt < ?1 AND c.dueAt > 0 AND (c.waitUntil IS NULL OR c.waitUntil < ?1) AND (c.leaseUntil IS NULL OR c.leaseUntil < ?2)`, [now.getTime() - 15 * minute, now.getTime()])
  if (!waiting || waiting.count === 0) return []
  return [note('reading', `${waiting.count} calendars have been due for more than 15 minutes, and no process holds them`, 'start the server; one process at least must have "worker" in COUNTERPANE_ROLES')]
}

/** How the reading of everybody's calendars goes, and what was set aside. */
export function checkCalendars(sql: SqlReader, now: Date): Finding[] {
  const calendars = createCalendarsRepository({ sql })
  const rows = calendars.list(null, now.getTime()).filter((row) => row.provider !== null)
  if (rows.length === 0) return [note('calendars', 'none is read: an administrator sets them up in the journal')]
  const unreadable = rows.filter((row) => row.unreadable > 0).map((row) => note(`calendar of ${row.managerName}`, `${row.unreadable} appointments can't be read and are set aside; all others go on`, 'the journal\'s administration page names them; open and save them in the calendar'))
  return [...rows.map((row) => checkCalendar(row, now)), ...unreadable, ...checkReader(sql, now)]
}
