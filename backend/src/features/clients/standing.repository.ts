import type { Db } from '../../platform/db/database'

interface Named { id: string; name: string | null }
export interface TimeRow { manager: Named | null; kind: 'contact' | 'task'; minutes: number; recent: number }
export interface StandingRows { nextId: string | null; nextTaskId: string | null; lastId: string | null; overdueContacts: number; openTasks: number; overdueTasks: number; time: TimeRow[] }

// Each question walks the client's own rows. The index is named: left to itself the planner walks every planned contact of the base.
const ofClient = 'FROM Contact c INDEXED BY "Contact_counterpartyId_status_startsAt_idx"'
const planned = `${ofClient} WHERE c.counterpartyId = ?1 AND c.status = 'planned' AND c.undoneAt IS NULL`
const nearest = `SELECT
  COALESCE((SELECT c.id ${planned} AND c.endsAt >= ?2 ORDER BY c.startsAt LIMIT 1), (SELECT c.id ${planned} ORDER BY c.startsAt DESC LIMIT 1)) AS nextId,
  (SELECT c.id ${ofClient} WHERE c.counterpartyId = ?1 AND c.status = 'held' AND c.startsAt <= ?2 AND c.undoneAt IS NULL ORDER BY c.startsAt DESC LIMIT 1) AS lastId,
  (SELECT t.id FROM Task t WHERE t.counterpartyId = ?1 AND t.doneAt IS NULL AND t.kind = 'task' ORDER BY t.dueAt LIMIT 1) AS nextTaskId,
  (SELECT COUNT(*) ${planned} AND c.endsAt < ?2) AS overdueContacts`
const openTasks = "SELECT COUNT(*) AS openTasks, COALESCE(SUM(t.dueAt < ?2), 0) AS overdueTasks FROM Task t WHERE t.counterpartyId = ?1 AND t.doneAt IS NULL AND t.kind = 'task'"
// A contact that involves several clients counts for its main one alone: the hour was spent once.
const time = `
SELECT 'contact' AS kind, c.managerId AS id, m.name, SUM(c.durationMinutes) AS minutes, SUM(CASE WHEN c.startsAt >= ?2 THEN c.durationMinutes ELSE 0 END) AS recent
${ofClient} LEFT JOIN Manager m ON m.id = c.managerId WHERE c.counterpartyId = ?1 AND c.status = 'held' AND c.undoneAt IS NULL AND c.durationMinutes > 0 GROUP BY c.managerId
UNION ALL
SELECT 'task', t.managerId, m.name, SUM(t.minutes), SUM(CASE WHEN COALESCE(t.doneAt, t.updatedAt) >= ?2 THEN t.minutes ELSE 0 END)
FROM Task t LEFT JOIN Manager m ON m.id = t.managerId WHERE t.counterpartyId = ?1 AND t.minutes > 0 GROUP BY t.managerId`

export function createStandingRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    of(counterpartyId: string, { now, since }: { now: Date; since: Date }): StandingRows {
      const ids = sql.first<Pick<StandingRows, 'nextId' | 'lastId' | 'nextTaskId' | 'overdueContacts'>>(nearest, [counterpartyId, now.getTime()])
      const tasks = sql.first<Pick<StandingRows, 'openTasks' | 'overdueTasks'>>(openTasks, [counterpartyId, now.getTime()])
      const rows = sql.all<{ kind: TimeRow['kind']; id: string | null; name: string | null; minutes: number; recent: number }>(time, [counterpartyId, since.getTime()])
      return {
        nextId: ids?.nextId ?? null, lastId: ids?.lastId ?? null, nextTaskId: ids?.nextTaskId ?? null, overdueContacts: ids?.overdueContacts ?? 0,
        openTasks: tasks?.openTasks ?? 0, overdueTasks: tasks?.overdueTasks ?? 0,
        time: rows.map(({ id, name, ...row }) => ({ ...row, manager: id === null ? null : { id, name } })),
      }
    },
  }
}
export type StandingRepository = ReturnType<typeof createStandingRepository>
