import type { Target } from '@counterpane/shared/matching/evidence'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'
import { indexFor, taskWhere, type TaskFilter } from './task-filter'
import type { TaskRecord } from './task-record'
import { loadTasks } from './task-rows'
import type { TaskCondition } from './task-segments'
import { keysetOf, orderOf, taskSortOf } from './task-sort'

export interface TaskPage { tasks: TaskRecord[]; nextCursor: string | null }

interface Asked { filter: TaskFilter; limit: number; now: Date; clients?: TaskCondition }

export function createTasksRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  const load = (ids: readonly string[]) => loadTasks(sql, ids)
  function pageOf({ filter, limit, now, clients }: Asked) {
    const { conditions, parameters } = taskWhere(filter, now)
    const sort = taskSortOf(filter)
    if (clients) {
      conditions.push(clients.text)
      parameters.push(...clients.values)
    }
    if (filter.cursor !== undefined) {
      const after = keysetOf(sort, readCursor(filter.cursor, sort.columns.map(({ kind }) => kind)))
      conditions.push(after.condition)
      parameters.push(...after.parameters)
    }
    const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
    const keys = sort.columns.map(({ expression }, i) => `${expression} AS k${i}`).join(', ')
    const keyOf = (row: Record<string, SqlParameter>) => sort.columns.map((_, i) => row[`k${i}`] ?? null)
    return {
      text: `SELECT ${keys} FROM Task t ${indexFor(filter)} ${sort.join} ${where} ORDER BY ${orderOf(sort)} LIMIT ?`, parameters: [...parameters, limit + 1],
      toPage(rows: Record<string, SqlParameter>[]): TaskPage {
        const page = toPage(rows, limit, keyOf)
        return { tasks: load(page.rows.map((row) => String(keyOf(row).at(-1)))), nextCursor: page.nextCursor }
      },
    }
  }
  return {
    /** In the order of the ids asked; ids that are not there are left out. */
    load,
    find: (id: string): TaskRecord | null => load([id])[0] ?? null,
    /** By date, the earliest first, unless another order is asked. */
    list(filter: TaskFilter, limit: number, now: Date): TaskPage {
      const { text, parameters, toPage: read } = pageOf({ filter, limit, now })
      return read(sql.all(text, parameters))
    },
    /** The same of certain clients: a rule may look at all of them, so that it is asked beside the main thread. */
    async listOfClients(asked: Required<Asked>): Promise<TaskPage> {
      const { text, parameters, toPage: read } = pageOf(asked)
      return read(await side.all<Record<string, SqlParameter>>(text, parameters))
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
