import type { z } from 'zod'
import type { listTasks } from '@counterpane/shared/contract/task'
import { searchWords } from '@counterpane/shared/text/fold'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { marks, type SqlParameter } from '../../platform/db/sql'

export type TaskFilter = Omit<z.output<typeof listTasks>, 'segmentId'>
export interface TaskWhere { conditions: string[]; parameters: SqlParameter[] }

const columns = { managerId: 't.managerId', counterpartyId: 't.counterpartyId', contactId: 't.contactId', kind: 't.kind', createdById: 't.createdById' } as const
const times = { from: 't.dueAt >= ?', to: 't.dueAt < ?', doneFrom: 't.doneAt >= ?', doneTo: 't.doneAt < ?' } as const

// A range, by which an index can be walked; "is not null" is none.
const longAgo = -9_000_000_000_000_000

/** The index by which the fewest rows are read. It is named: left to itself the planner walks all that was ever done in order of its term. */
export function indexFor({ counterpartyId, contactId, managerId, createdById, done }: TaskFilter): string {
  if (counterpartyId || contactId || done === undefined) return ''
  const whose = managerId?.length === 1 ? 'managerId_' : createdById?.length === 1 ? 'createdById_' : ''
  return `INDEXED BY "Task_${whose}doneAt_dueAt_idx"`
}

/** The filters of the list as SQL; several values of one name mean "any of". */
export function taskWhere(filter: TaskFilter, now: Date): TaskWhere {
  const conditions: string[] = []
  const parameters: SqlParameter[] = []
  const add = (condition: string, ...values: SqlParameter[]) => { conditions.push(condition); parameters.push(...values) }
  for (const field of Object.keys(columns) as (keyof typeof columns)[]) {
    const values = filter[field]
    if (values) add(`${columns[field]} IN (${marks(values)})`, ...values)
  }
  if (filter.teamId) add(`t.managerId IN (SELECT id FROM Manager WHERE teamId IN (${marks(filter.teamId)}))`, ...filter.teamId)
  if (filter.done !== undefined) add(filter.done ? `t.doneAt > ${longAgo}` : 't.doneAt IS NULL')
  for (const [field, condition] of Object.entries(times) as [keyof typeof times, string][]) {
    const at = filter[field]
    if (at !== undefined) add(condition, Date.parse(at))
  }
  if (filter.overdue === true) add('t.doneAt IS NULL AND t.dueAt < ?', now.getTime())
  if (filter.overdue === false) add('(t.doneAt IS NOT NULL OR t.dueAt >= ?)', now.getTime())
  if (filter.assigned !== undefined) add(filter.assigned ? 't.createdById <> t.managerId' : 't.createdById = t.managerId')
  for (const word of searchWords(filter.q ?? '')) {
    const pattern = anyCase(word)
    add('(t.title GLOB ? OR t.result GLOB ? OR EXISTS (SELECT 1 FROM Counterparty q WHERE q.id = t.counterpartyId AND q.name GLOB ?))', pattern, pattern, pattern)
  }
  return { conditions, parameters }
}

/** SQLite's LIKE knows only the Latin alphabet's capitals; a GLOB names all forms of each letter itself, as searches fold them. */
function anyCase(word: string): string {
  const forms = [...word].map((letter) => {
    if (letter === 'е') return '[еЕёЁ]'
    const upper = letter.toUpperCase()
    if (upper !== letter && upper.length === letter.length) return `[${letter}${upper}${(signedForms().get(letter) ?? []).join('')}]`
    return '*?['.includes(letter) ? `[${letter}]` : letter
  })
  return `*${forms.join('')}*`
}

/** é, É and their like under e. */
const signedForms = () => (gathered ??= gatherForms())
let gathered: Map<string, string[]> | null = null
function gatherForms(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [from, to] of [[0xc0, 0x24f], [0x1e00, 0x1eff]] as const) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCharCode(code)
      const base = foldForSearch(letter)
      if (base.length === 1 && base !== letter.toLowerCase()) found.set(base, [...(found.get(base) ?? []), letter])
    }
  }
  return found
}
