import type { Grouping, Groups } from '@counterpane/shared/contract/journal'
import type { Db } from '../../platform/db/database'
import { isDate, keySql, namesOf } from './group-keys'
import type { JournalFilter, JournalViewer } from './journal.types'
import { choosePlan } from './listing-plan'
import { selectBy } from './listing-sql'
import type { Listing } from './listing.repository'
import { localTime, shiftsOf, zoneOf } from './zone-days'

const mostGroups = 1_000
const sums = ['count', 'minutes', 'held', 'planned', 'overdue', 'cancelled', 'incoming', 'outgoing'] as const
type Sums = Groups['total']
type GroupRow = { k1: string | number | null; k2: string | number | null } & Sums & Record<`all_${keyof Sums}`, number>

export interface GroupsAsked { by: readonly Grouping[]; timeZone?: string | undefined }

/** Sums of the filtered contacts by one column or two, and of them all. */
export function createJournalGroups({ db, listing }: { db: Db; listing: Listing }) {
  /** The years that contacts stand in: only their changes of the clock matter. */
  async function span({ from, to }: { from: number | null; to: number | null }) {
    const [edges] = await db.side.all<{ first: number | null; last: number | null }>('SELECT (SELECT MIN(startsAt) FROM Contact) AS first, (SELECT MAX(startsAt) FROM Contact) AS last')
    return { first: Math.max(from ?? -Infinity, edges?.first ?? 0), last: Math.min(to ?? Infinity, edges?.last ?? 0) }
  }

  return async function groups(filter: JournalFilter, { by, timeZone = 'UTC' }: GroupsAsked, viewer: JournalViewer): Promise<Groups> {
    const zone = zoneOf(timeZone)
    const { question } = listing.ask(filter, viewer)
    const { first, last } = await span(question.period)
    const local = by.some(isDate) ? localTime('c.startsAt', shiftsOf(zone, first, last)) : ''
    const [one = 'manager', two] = by
    const columns = `${keySql(one, local)} AS k1, ${two ? keySql(two, local) : 'NULL'} AS k2, COALESCE(c.durationMinutes, 0) AS minutes, c.status AS status, c.status = 'planned' AND c.endsAt < ? AS overdue, c.direction AS direction`
    const plan = choosePlan(question, await listing.sample.get(), { wanted: null })
    const rows = selectBy(question, plan, { limit: null, select: { sql: columns, parameters: [viewer.now.getTime()] }, keyset: () => null, order: () => '' })
    const found = await db.side.all<GroupRow>(`
      SELECT *, ${sums.map((name) => `SUM("${name}") OVER () AS "all_${name}"`).join(', ')}, SUM("count") OVER (PARTITION BY k1) AS ofFirst FROM (
        SELECT k1, k2, COUNT(*) AS "count", SUM(minutes) AS minutes, SUM(status = 'held') AS held, SUM(status = 'planned') AS planned, SUM(overdue) AS overdue, SUM(status = 'cancelled') AS cancelled,
          SUM(direction = 'incoming') AS incoming, SUM(direction = 'outgoing') AS outgoing
        FROM (${rows.sql}) GROUP BY k1, k2)
      ORDER BY ${isDate(one) ? '' : 'ofFirst DESC, '}k1 DESC, ${two && isDate(two) ? '' : '"count" DESC, '}k2 DESC LIMIT ?`, [...rows.parameters, mostGroups + 1])
    const shown = found.slice(0, mostGroups)
    const named = by.map((column, at) => namesOf(db.sql, column, shown.map((row) => (at === 0 ? row.k1 : row.k2)), viewer.locale))
    const sumsOf = (row: GroupRow | undefined, prefix: '' | 'all_') => Object.fromEntries(sums.map((name) => [name, row?.[`${prefix}${name}`] ?? 0])) as Sums
    return { groups: shown.map((row) => ({ keys: named.map((name, at) => name(at === 0 ? row.k1 : row.k2)), ...sumsOf(row, '') })), total: sumsOf(found[0], 'all_'), isWhole: found.length <= mostGroups }
  }
}
