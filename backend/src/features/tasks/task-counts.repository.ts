import type { z } from 'zod'
import type { askTaskCounts, taskCounts } from '@counterpane/shared/contract/task'
import type { Db } from '../../platform/db/database'
import { marks, type SqlParameter } from '../../platform/db/sql'
import type { TaskCondition } from './task-segments'

type Asked = Omit<z.output<typeof askTaskCounts>, 'segmentId'> & { clients: TaskCondition | undefined }
type Counted = z.output<typeof taskCounts>['items'][number]
type Row = Omit<Counted, 'manager'> & { id: string; name: string }

/** Open tasks of each manager who has any, by name; notes are no tasks. All of the team's are read, so the question goes to the side. */
export function createTaskCounts({ side }: Pick<Db, 'side'>) {
  return async ({ to, managerId, teamId, clients }: Asked, now: Date): Promise<Counted[]> => {
    const whose: string[] = []
    const parameters: SqlParameter[] = [now.getTime(), now.getTime(), Date.parse(to)]
    if (managerId) { whose.push(`t.managerId IN (${marks(managerId)})`); parameters.push(...managerId) }
    if (teamId) { whose.push(`m.teamId IN (${marks(teamId)})`); parameters.push(...teamId) }
    if (clients) { whose.push(clients.text); parameters.push(...clients.values) }
    const rows = await side.all<Row>(`
SELECT m.id, m.name, COUNT(*) AS open, SUM(t.dueAt < ?) AS overdue, SUM(t.dueAt >= ? AND t.dueAt < ?) AS today, SUM(t.createdById <> t.managerId) AS assigned
FROM Task t JOIN Manager m ON m.id = t.managerId WHERE t.doneAt IS NULL AND t.kind = 'task' ${whose.map((one) => `AND ${one}`).join(' ')} GROUP BY m.id ORDER BY m.name, m.id`, parameters)
    return rows.map(({ id, name, ...counts }) => ({ manager: { id, name }, ...counts }))
  }
}
export type TaskCounts = ReturnType<typeof createTaskCounts>
