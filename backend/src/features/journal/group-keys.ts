import type { Grouping } from '@counterpane/shared/contract/journal'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { SqlReader } from '../../platform/db/sql'
import { bucketOf, dateOf } from './zone-days'

type Value = string | number | null
const dates: ReadonlySet<Grouping> = new Set(['day', 'week', 'month'])
export const isDate = (by: Grouping) => dates.has(by)

const references = {
  manager: ['managerId', 'Manager'], registeredBy: ['registeredById', 'Manager'], counterparty: ['counterpartyId', 'Counterparty'], type: ['typeId', 'ContactType'], firm: ['firmId', 'Firm'], adSource: ['adSourceId', 'AdSource'],
} as const
const isReference = (by: Grouping): by is keyof typeof references => by in references

/** What a contact is grouped by, as SQL on `c`; `local` is its local time. */
export function keySql(by: Grouping, local: string): string {
  if (by === 'day' || by === 'week' || by === 'month') return bucketOf(by, local)
  if (by === 'team') return '(SELECT m.teamId FROM Manager m WHERE m.id = c.managerId)'
  return `c.${isReference(by) ? references[by][0] : by}`
}

/** The values as filters take them, with the names that people know them by; codes are worded by the screen. */
export function namesOf(sql: SqlReader, by: Grouping, values: readonly Value[], locale: Locale): (value: Value) => { value: string | null; name: string } {
  if (by === 'day' || by === 'week' || by === 'month') return (value) => { const date = dateOf(Number(value)); return { value: date, name: date } }
  if (by !== 'team' && !isReference(by)) return (value) => ({ value: value === null ? null : String(value), name: value === null ? '' : String(value) })
  const table = by === 'team' ? 'Team' : references[by][1]
  const name = table === 'ContactType' && locale === 'ru' ? 'COALESCE(nameRu, name)' : 'name'
  const found = sql.all<{ id: string; name: string }>(`SELECT id, ${name} AS name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [JSON.stringify([...new Set(values)].filter((value) => value !== null))])
  const names = new Map<Value, string>(found.map((row) => [row.id, row.name]))
  return (value) => ({ value: value === null ? null : String(value), name: names.get(value) ?? '' })
}
