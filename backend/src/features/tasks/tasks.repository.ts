import type { z } from 'zod'
import type { listTasks } from '@counterpane/shared/contract/task'
import type { Target } from '@counterpane/shared/matching/evidence'
import type { Db } from '../../platform/db/database'
import { marks, type SqlParameter, type SqlReader } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'
import type { TaskRecord } from './task-record'

export type TaskFilter = z.output<typeof listTasks>
export interface TaskPage { tasks: TaskRecord[]; nextCursor: string | null }

export function createTasksRepository({ sql }: Pick<Db, 'sql'>) {
  const load = (ids: readonly string[]) => loadTasks(sql, ids)
  return {
    /** In the order of the ids asked; ids that are not there are left out. */
    load,
    find: (id: string): TaskRecord | null => load([id])[0] ?? null,
    /** By date, the earliest first. */
    list(filter: TaskFilter, limit: number): TaskPage {
      const { conditions, parameters } = whereOf(filter)
      if (filter.cursor !== undefined) {
        conditions.push('(t.dueAt, t.id) > (?, ?)')
        parameters.push(...readCursor(filter.cursor, ['number', 'string']))
      }
      const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
      const rows = sql.all<{ id: string; dueAt: number }>(`SELECT t.id, t.dueAt FROM Task t ${where} ORDER BY t.dueAt, t.id LIMIT ?`, [...parameters, limit + 1])
      const page = toPage(rows, limit, (row) => [row.dueAt, row.id])
      return { tasks: load(page.rows.map((row) => row.id)), nextCursor: page.nextCursor }
    },
    /** What is still to do for a client, overdue first: the earliest date is the most overdue. A person without a client is asked by their contacts. */
    openTasks({ personId, counterpartyId }: Target, limit: number): TaskRecord[] {
      const [query, id] = counterpartyId ? [openOfCounterparty, counterpartyId] : [openOfPerson, personId]
      return load(sql.all<{ id: string }>(query, [id, limit]).map((row) => row.id))
    },
  }
}
export type TasksRepository = ReturnType<typeof createTasksRepository>

const openOfCounterparty = 'SELECT id FROM Task WHERE counterpartyId = ? AND doneAt IS NULL ORDER BY dueAt LIMIT ?'
const openOfPerson = 'SELECT t.id FROM ContactParticipant z JOIN Task t ON t.contactId = z.contactId WHERE z.personId = ? AND t.doneAt IS NULL ORDER BY t.dueAt LIMIT ?'

const columns = { managerId: 't.managerId', counterpartyId: 't.counterpartyId', contactId: 't.contactId', kind: 't.kind' } as const

function whereOf(filter: TaskFilter) {
  const conditions: string[] = []
  const parameters: SqlParameter[] = []
  for (const field of ['managerId', 'counterpartyId', 'contactId', 'kind'] as const) {
    const values = filter[field]
    if (!values) continue
    conditions.push(`${columns[field]} IN (${marks(values)})`)
    parameters.push(...values)
  }
  if (filter.done !== undefined) conditions.push(filter.done ? 't.doneAt IS NOT NULL' : 't.doneAt IS NULL')
  if (filter.from !== undefined) { conditions.push('t.dueAt >= ?'); parameters.push(Date.parse(filter.from)) }
  if (filter.to !== undefined) { conditions.push('t.dueAt < ?'); parameters.push(Date.parse(filter.to)) }
  return { conditions, parameters }
}

const selectTasks = `
SELECT t.id, t.version, t.kind, t.title, t.dueAt, t.doneAt, t.result, t.contactId, t.dealId, t.createdAt, t.updatedAt,
  t.managerId, m.name AS managerName, t.createdById, b.name AS createdByName, t.counterpartyId, k.name AS counterpartyName
FROM json_each(?) ids JOIN Task t ON t.id = ids.value JOIN Manager m ON m.id = t.managerId
LEFT JOIN Manager b ON b.id = t.createdById LEFT JOIN Counterparty k ON k.id = t.counterpartyId`

type TaskRow = Omit<TaskRecord, 'manager' | 'createdBy' | 'counterparty'> & {
  managerId: string; managerName: string; createdById: string; createdByName: string | null; counterpartyId: string | null; counterpartyName: string
}

function loadTasks(sql: SqlReader, ids: readonly string[]): TaskRecord[] {
  if (ids.length === 0) return []
  const found = new Map(sql.all<TaskRow>(selectTasks, [JSON.stringify(ids)]).map((row) => [row.id, toRecord(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function toRecord({ managerId, managerName, createdById, createdByName, counterpartyId, counterpartyName, ...task }: TaskRow): TaskRecord {
  return {
    ...task, manager: { id: managerId, name: managerName }, createdBy: { id: createdById, name: createdByName ?? '' },
    counterparty: counterpartyId === null ? null : { id: counterpartyId, name: counterpartyName },
  }
}
