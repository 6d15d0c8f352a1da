import { AppError } from '@counterpane/shared/errors/app-error'
import type { SqlReader } from './sql'

type Table = 'Counterparty' | 'ContactPerson' | 'Manager' | 'Firm' | 'ContactType' | 'AdSource' | 'Contact' | 'Task'
/** `working`: only managers who work here still. */
export interface References { table: Table; field: string; ids: readonly (string | null | undefined)[]; working?: true }

/** Ids in a request must be there: 404 with the field's name, before anything is written. */
export function assertReferences(sql: SqlReader, wanted: readonly References[]): void {
  const errors = wanted.flatMap(({ table, field, ids }) => {
    const asked = [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
    if (asked.length === 0) return []
    const found = new Set(sql.all<{ id: string }>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify(asked)]).map((row) => row.id))
    return asked.filter((id) => !found.has(id)).map((id) => ({ path: field, message: `there is no ${table} ${id.slice(0, 64)}` }))
  })
  if (errors.length > 0) throw new AppError('not-found', { detail: errors[0]?.message, errors })
  const left = wanted.flatMap(({ field, ids, working }) => (working ? ids.filter((id): id is string => typeof id === 'string' && !isWorking(sql, id)).map((id) => ({ path: field, message: `${id.slice(0, 64)} does not work here any more` })) : []))
  if (left.length > 0) throw new AppError('invalid-request', { detail: left[0]?.message, errors: left })
}

export const isWorking = (sql: SqlReader, managerId: string): boolean => sql.first('SELECT 1 AS there FROM Manager WHERE id = ? AND active', [managerId]) !== null
