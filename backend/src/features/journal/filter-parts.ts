import { marks, type SqlParameter } from '../../platform/db/sql'
import type { Branch, Condition, IndexedColumn, Query, Sampled } from './listing.types'

const none = 'none'
/** More ways than these cost more than they save. */
export const mostBranches = 8
/** A look at another table's index, and at the row of the contact itself, in microseconds. */
export const prices = { probe: 1.5, look: 4 }

export function isAny(column: string, values: readonly SqlParameter[]): Query {
  const given = values.filter((value) => value !== null)
  const some = given.length > 0 ? `${column} IN (${marks(given)})` : '0'
  return { sql: given.length < values.length ? `(${some} OR ${column} IS NULL)` : some, parameters: given }
}

/** The index of one column's values, in which times stand in order. */
export const along = (column: IndexedColumn, value: SqlParameter): Branch => ({
  walk: `Contact s INDEXED BY "Contact_${column}_startsAt_id_idx"`, id: 's.id', where: { sql: `s.${column} ${value === null ? 'IS NULL' : '= ?'}`, parameters: value === null ? [] : [value] },
})
/** Contacts whose ids another table or index names. */
export const named = (ids: string, parameters: SqlParameter[], where: Query | null = null): Branch => ({ ids, parameters, where })

type Asking = Partial<Pick<Condition, 'branches' | 'price' | 'looks' | 'many'>>
export const condition = (name: string, { sql, parameters }: Query, fits: Condition['fits'], { branches = null, price = 0, looks = false, ...more }: Asking = {}): Condition =>
  ({ name, sql, parameters, fits, branches, price, looks, ...more })

/** Any of these values; null: without one. */
export function anyValue(column: IndexedColumn & keyof Sampled | 'direction', values: readonly SqlParameter[]): Condition {
  const wanted = new Set(values)
  const list = [...wanted]
  const led = column !== 'direction' && list.length > 0 && list.length <= mostBranches
  return condition(column, isAny(`c.${column}`, list), (row) => wanted.has(row[column]), { branches: led ? list.map((value) => along(column, value)) : null })
}

/** The values of a filter of references, in which `none` stands for no reference. */
export const withNull = (ids: readonly string[]) => [...new Set(ids)].map((id) => (id === none ? null : id))

/** The cheapest is asked first. */
export const inOrder = (conditions: readonly Condition[]) => [...conditions].sort((a, b) => a.price - b.price)
