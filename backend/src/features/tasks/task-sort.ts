import type { SqlParameter } from '../../platform/db/sql'
import type { TaskFilter } from './task-filter'

type Column = { expression: string; kind: 'number' | 'string' }
/** The columns that a list goes by, the id last; `join`: what they need beside the task. */
export interface TaskSort { columns: readonly Column[]; descending: boolean; join: string }

const due: Column = { expression: 't.dueAt', kind: 'number' }
const id: Column = { expression: 't.id', kind: 'string' }
const join = ''
// What is still open stands after all that is done; asked only for what is done, the index gives the order.
const earliest = -9_000_000_000_000_000

export function taskSortOf({ sort = 'dueAt', done, doneFrom, doneTo }: TaskFilter): TaskSort {
  const onlyDone = done === true || doneFrom !== undefined || doneTo !== undefined
  switch (sort) {
    case 'dueAt': return { columns: [due, id], descending: false, join }
    case '-dueAt': return { columns: [due, id], descending: true, join }
    case '-doneAt': return { columns: [{ expression: onlyDone ? 't.doneAt' : `COALESCE(t.doneAt, ${earliest})`, kind: 'number' }, id], descending: true, join }
    case 'manager': return { columns: [{ expression: 's.name', kind: 'string' }, { expression: 't.managerId', kind: 'string' }, due, id], descending: false, join: 'JOIN Manager s ON s.id = t.managerId' }
    // A cursor holds the sort key, so that of a title is cut.
    case 'title': return { columns: [{ expression: 'substr(t.title, 1, 200)', kind: 'string' }, id], descending: false, join }
  }
}

export const keysetOf = ({ columns, descending }: TaskSort, key: readonly SqlParameter[]) =>
  ({ condition: `(${columns.map(({ expression }) => expression).join(', ')}) ${descending ? '<' : '>'} (${key.map(() => '?').join(', ')})`, parameters: [...key] })
export const orderOf = ({ columns, descending }: TaskSort) => columns.map(({ expression }) => `${expression}${descending ? ' DESC' : ''}`).join(', ')
