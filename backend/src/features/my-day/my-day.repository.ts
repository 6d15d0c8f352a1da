import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'

/** The day of a manager: instants in ms, `to` not included. */
export interface Day { managerId: string; from: number; to: number; now: number }
export interface Some { ids: string[]; total: number }

const mine = '(c.managerId = ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1))'

// Each walks one index over a stretch that a day, or what is still open, makes short: what lies in years of history costs nothing. A plus before a
// column takes its index out of the planner's choice; without statistics it would walk everything that was ever planned.
const overdueTasks = 'SELECT id, COUNT(*) OVER () AS total FROM Task WHERE managerId = ?1 AND doneAt IS NULL AND dueAt < ?2 ORDER BY dueAt, id LIMIT ?3'
const todayTasks = 'SELECT id, COUNT(*) OVER () AS total FROM Task WHERE managerId = ?1 AND doneAt IS NULL AND dueAt >= ?2 AND dueAt < ?3 ORDER BY dueAt, id LIMIT ?4'
const plannedToday = `SELECT c.id, COUNT(*) OVER () AS total FROM Contact c WHERE c.startsAt >= ?2 AND c.startsAt < ?3 AND +c.status = 'planned' AND c.undoneAt IS NULL AND ${mine} ORDER BY c.startsAt, c.id LIMIT ?4`
const withoutOutcome = `SELECT c.id, COUNT(*) OVER () AS total FROM Contact c WHERE c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL AND ${mine} ORDER BY c.endsAt, c.id LIMIT ?3`
// Contacts have no index by the time of their making; the audit trail, which names every registration, has one.
const registeredToday = `SELECT c.id, COUNT(*) OVER () AS total FROM AuditEntry a JOIN Contact c ON c.id = a.nounId LEFT JOIN Counterparty k ON k.id = c.counterpartyId
  WHERE a.at >= ?2 AND a.at < ?3 AND +a.noun = 'contact' AND a.action = 'registered' AND c.undoneAt IS NULL AND c.method = 'letter' AND c.source IN ('outlook', 'gmail', 'api')
  AND (c.registeredById = ?1 OR k.managerId = ?1) ORDER BY a.at DESC, c.id DESC LIMIT ?4`

export function createMyDayRepository({ sql }: Pick<Db, 'sql'>) {
  const some = (query: string, parameters: SqlParameter[]): Some => {
    const rows = sql.all<{ id: string; total: number }>(query, parameters)
    return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 }
  }
  return {
    /** As everywhere: a task whose time has passed is overdue, this morning's too. */
    overdueTasks: ({ managerId, now }: Day, limit: number) => some(overdueTasks, [managerId, now, limit]),
    todayTasks: ({ managerId, from, to, now }: Day, limit: number) => some(todayTasks, [managerId, Math.max(from, now), to, limit]),
    plannedToday: ({ managerId, from, to }: Day, limit: number) => some(plannedToday, [managerId, from, to, limit]),
    withoutOutcome: ({ managerId, now }: Day, limit: number) => some(withoutOutcome, [managerId, now, limit]),
    registeredToday: ({ managerId, from, to }: Day, limit: number) => some(registeredToday, [managerId, from, to, limit]),
  }
}
export type MyDayRepository = ReturnType<typeof createMyDayRepository>
