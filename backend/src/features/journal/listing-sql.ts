import type { SqlParameter } from '../../platform/db/sql'
import type { Sort } from './contact-sort'
import { inOrder } from './filter-parts'
import type { Place } from './listing-cursor'
import type { Branch, Condition, Query, Question } from './listing.types'

/** How a question is answered: which condition's branches lead (null: all contacts); `scan`: all are read as they lie in the table; `many`: thousands are looked at. */
export interface Plan { lead: Condition | null; scan: boolean; many: boolean }
/** Where all contacts stand in the order of time with whatever the filters ask: what does not fit costs no look at the table. */
const journal = 'INDEXED BY "Contact_journal_idx"'

const joined = (queries: readonly Query[]): Query => ({ sql: queries.map(({ sql }) => sql).join(' AND '), parameters: queries.flatMap(({ parameters }) => parameters) })

/** What holds of every row besides what led to it; `of` is the alias that knows the time. */
export function whereOf({ conditions, period }: Question, { lead, many }: Pick<Plan, 'lead' | 'many'>, of = 'c'): Query {
  const bounds: Query[] = []
  if (period.from !== null) bounds.push({ sql: `${of}.startsAt >= ?`, parameters: [period.from] })
  if (period.to !== null) bounds.push({ sql: `${of}.startsAt < ?`, parameters: [period.to] })
  const others = inOrder(conditions.filter((one) => one !== lead)).map((one): Query => (many && one.many !== undefined ? { sql: one.many, parameters: one.parameters } : one))
  return joined([...bounds, { sql: 'c.undoneAt IS NULL', parameters: [] }, ...others])
}

/** `of` and `id`: what the order of time is known by. */
interface Way { from: Query; where: Query; of: 'c' | 's'; id: string }
const all: Query = { sql: '1', parameters: [] }
function wayOf(branch: Branch | null, scan: boolean): Way {
  if (branch && 'ids' in branch) return { from: { sql: `(${branch.ids}) z CROSS JOIN Contact c ON c.id = z.contactId`, parameters: branch.parameters }, where: branch.where ?? all, of: 'c', id: 'c.id' }
  if (branch) return { from: { sql: `${branch.walk} CROSS JOIN Contact c ${journal} ON c.startsAt = s.startsAt AND c.id = ${branch.id}`, parameters: [] }, where: branch.where, of: 's', id: branch.id }
  return { from: { sql: `Contact c ${scan ? 'NOT INDEXED' : journal}`, parameters: [] }, where: all, of: 'c', id: 'c.id' }
}

/** `null` of a way: of what the ways gave together. */
export interface Shape { select: Query; join?: string; keyset(way: Way): Query | null; order(way: Way | null): string; limit: number | null }

/** Every branch gives at most a page, and the first of them all together are the page. */
export function selectBy(question: Question, plan: Plan, { select, join = '', keyset, order, limit }: Shape): Query {
  const parts = (plan.lead?.branches ?? [null]).map((branch): Query => {
    const way = wayOf(branch, plan.scan)
    const { from, where } = way
    const [rest, after] = [whereOf(question, plan, way.of), keyset(way)]
    return {
      sql: `SELECT ${select.sql} FROM ${from.sql} ${join} WHERE ${where.sql} AND ${rest.sql}${after ? ` AND ${after.sql}` : ''}${order(null) ? ` ORDER BY ${order(way)}` : ''}${limit === null ? '' : ' LIMIT ?'}`,
      parameters: [...select.parameters, ...from.parameters, ...where.parameters, ...rest.parameters, ...(after?.parameters ?? []), ...(limit === null ? [] : [limit])],
    }
  })
  const [only] = parts
  if (parts.length === 1 && only) return only
  const tail = `${order(null) ? ` ORDER BY ${order(null)}` : ''}${limit === null ? '' : ' LIMIT ?'}`
  return { sql: `SELECT * FROM (${parts.map((part) => `SELECT * FROM (${part.sql})`).join(' UNION ALL ')})${tail}`, parameters: [...parts.flatMap(({ parameters }) => parameters), ...(limit === null ? [] : [limit])] }
}

interface Paging { after: Place | null; limit: number }
const nothing: SqlParameter[] = []

export function pageByTime(question: Question, plan: Plan, { descending, after, limit }: Paging & { descending: boolean }): Query {
  const [compare, order] = descending ? ['<', 'DESC'] : ['>', 'ASC']
  return selectBy(question, plan, {
    limit, select: { sql: 'c.id AS id, c.startsAt AS startsAt', parameters: nothing },
    keyset: ({ of, id }) => after && { sql: `(${of}.startsAt, ${id}) ${compare} (?, ?)`, parameters: [after.startsAt, after.id] },
    order: (way) => (way ? [`${way.of}.startsAt`, way.id] : ['startsAt', 'id']).map((column) => `${column} ${order}`).join(', '),
  })
}

export function pageByKey(question: Question, plan: Plan, { sort, after, limit }: Paging & { sort: Sort }): Query {
  const [compare, order] = sort.descending ? ['<', 'DESC'] : ['>', 'ASC']
  return selectBy(question, plan, {
    limit, join: sort.join, select: { sql: `c.id AS id, c.startsAt AS startsAt, ${sort.expression} AS sortKey`, parameters: sort.parameters },
    keyset: () => after && { sql: `(sortKey ${compare} ? OR (sortKey = ? AND (c.startsAt, c.id) < (?, ?)))`, parameters: [after.sortKey, after.sortKey, after.startsAt, after.id] },
    order: (way) => `sortKey ${order}, ${way ? 'c.' : ''}startsAt DESC, ${way ? 'c.' : ''}id DESC`,
  })
}
