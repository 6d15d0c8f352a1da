import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { leftProblem, referenceProblems } from '@counterpane/shared/text/reference-problems'
import type { SqlReader } from './sql'

type Table = keyof typeof referenceProblems
/** `working`: only managers who work here still. */
export interface References { table: Table; field: string; ids: readonly (string | null | undefined)[]; working?: true }
interface Wrong { path: string; words: Words }

/** Ids in a request must be there: 404 with the field's name, before anything is written. */
export function assertReferences(sql: SqlReader, wanted: readonly References[]): void {
  const gone = wanted.flatMap(({ table, field, ids }): Wrong[] => {
    const asked = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
    if (asked.length === 0) return []
    const found = new Set(sql.all<{ id: string }>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(asked)]).map((row) => row.id))
    return asked.filter((id) => !found.has(id)).map(() => ({ path: field, words: referenceProblems[table] }))
  })
  refuse('not-found', gone)
  refuse('invalid-request', wanted.flatMap(({ field, ids, working }): Wrong[] => (working ? ids : []).flatMap((id) => {
    const left = typeof id === 'string' && sql.first<{ name: string }>('SELECT name FROM Manager WHERE id = ? AND NOT active', [id])
    return left ? [{ path: field, words: leftProblem(left.name) }] : []
  })))
}

/** Told by the first of them; each is named under its field. */
function refuse(code: 'not-found' | 'invalid-request', [first, ...others]: readonly Wrong[]): void {
  if (first) throw new AppError(code, { words: first.words, errors: [first, ...others].map(({ path, words }) => ({ path, message: words.en })) })
}

export const isWorking = (sql: SqlReader, managerId: string): boolean => sql.first('SELECT 1 AS there FROM Manager WHERE id = ? AND active', [managerId]) !== null
