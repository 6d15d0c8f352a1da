import { marks, type SqlParameter } from '../../platform/db/sql'
import { along, anyValue, condition, named, prices, withNull } from './filter-parts'
import type { Branch, Condition, ListingFilter, Reading, Sampled } from './listing.types'
import { ofClients, ofManagers, ofPersons } from './people-filter'
import { ofSegments, type SegmentCondition } from './segment-filter'
import { mayRead } from './private-words'

/** Managers of these teams; `none`: those of no team. */
export type TeamMembers = (teamIds: readonly string[]) => string[]
export interface FilterNeeds { membersOf: TeamMembers; segmentCondition: SegmentCondition }

const asking = ['meeting', 'video-call', 'exhibition']
// Nothing ends before it begins: its beginning stands in the index.
const overdueSql = "(c.status = 'planned' AND c.startsAt < ? AND c.endsAt < ?)"
const nextExists = "EXISTS (SELECT 1 FROM Contact y WHERE y.previousId = c.id AND y.undoneAt IS NULL AND y.status <> 'cancelled')"
const linked = "SELECT DISTINCT y.previousId AS contactId FROM Contact y WHERE y.previousId IS NOT NULL AND y.undoneAt IS NULL AND y.status <> 'cancelled'"

/** The filters one by one, words apart (text-filter.ts); `from` is inclusive, `to` exclusive, several values of one name mean "any of". The period is apart: every walk is bounded by it. */
export function conditionsOf(filter: ListingFilter, { callerId, now }: Reading, { membersOf, segmentCondition }: FilterNeeds): Condition[] {
  const found: Condition[] = []
  const add = (...conditions: Condition[]) => { found.push(...conditions) }
  for (const column of ['method', 'direction', 'status', 'state', 'priority', 'source'] as const) if (filter[column]) add(anyValue(column, filter[column]))
  for (const [name, column] of [['type', 'typeId'], ['firmId', 'firmId'], ['adSourceId', 'adSourceId'], ['registeredById', 'registeredById']] as const) if (filter[name]) add(anyValue(column, withNull(filter[name])))
  if (filter.counterpartyId) add(ofClients(filter.counterpartyId))
  if (filter.segmentId) add(ofSegments(filter.segmentId, (id) => segmentCondition(id, { id: callerId })))
  if (filter.personId) add(ofPersons(filter.personId))
  if (filter.mainManagerId) add({ ...anyValue('managerId', withNull(filter.mainManagerId)), name: 'mainManagerId' })
  if (filter.mainCounterpartyId) add({ ...anyValue('counterpartyId', withNull(filter.mainCounterpartyId)), name: 'mainCounterpartyId' })
  if (filter.id) { const ids = filter.id; add(condition('id', { sql: `c.id IN (${marks(ids)})`, parameters: ids }, null, { branches: [named('SELECT value AS contactId FROM json_each(?)', [JSON.stringify([...new Set(ids)])])] })) }
  if (filter.managerId) add(ofManagers(filter.managerId))
  if (filter.teamId) add({ ...anyValue('managerId', [...membersOf(filter.teamId), ...(filter.teamId.includes('none') ? [null] : [])]), name: 'teamId' })
  if (filter.withoutClient === true) add(anyValue('counterpartyId', [null]))
  if (filter.withoutClient === false) add(condition('withoutClient', { sql: 'c.counterpartyId IS NOT NULL', parameters: [] }, (row) => row.counterpartyId !== null))
  for (const [name, of, column, compare] of periods) {
    const value = filter[name]
    if (value !== undefined) { const at = Date.parse(value); add(condition(name, { sql: `c.${column} ${compare} ?`, parameters: [at] }, (row) => (compare === '>=' ? row[of] >= at : row[of] < at), {
      price: prices.look, looks: true, branches: [named(`SELECT id AS contactId FROM Contact INDEXED BY "Contact_${column}_id_idx" WHERE ${column} ${compare} ?`, [at])],
    })) }
  }
  if (filter.minutesFrom !== undefined) { const least = filter.minutesFrom; add(condition('minutesFrom', { sql: 'c.durationMinutes >= ?', parameters: [least] }, (row) => (row.durationMinutes ?? -1) >= least)) }
  if (filter.minutesTo !== undefined) { const most = filter.minutesTo; add(condition('minutesTo', { sql: 'c.durationMinutes <= ?', parameters: [most] }, (row) => row.durationMinutes !== null && row.durationMinutes <= most)) }
  for (const flag of flagsOf(callerId, now.getTime())) { const wanted = filter[flag.name]; if (wanted !== undefined) add(wanted ? flag : not(flag)) }
  return found
}

const periods = [['createdFrom', 'createdAt', 'createdAt', '>='], ['createdTo', 'createdAt', 'createdAt', '<'], ['updatedFrom', 'updatedAt', 'updatedAt', '>='], ['updatedTo', 'updatedAt', 'updatedAt', '<']] as const

type FlagName = 'overdue' | 'noOutcome' | 'noNextStep' | 'withResult' | 'withFiles' | 'withNext' | 'private' | 'vip'
/** Words and files that the asker may not read are, for them, none. */
function flagsOf(callerId: string, now: number): (Condition & { name: FlagName })[] {
  const read = mayRead(callerId)
  const flag = (name: FlagName, sql: string, parameters: SqlParameter[], fits: Condition['fits'], asking: Parameters<typeof condition>[3] = {}) => ({ ...condition(name, { sql, parameters }, fits, asking), name })
  const overdueRow = (row: Sampled) => row.status === 'planned' && row.endsAt < now
  const planned = (more = ''): Condition['branches'] => { const { where, ...walk } = along('status', 'planned') as Extract<Branch, { walk: string }>; return [{ ...walk, where: { sql: `${where.sql} AND s.startsAt < ? AND c.endsAt < ?${more}`, parameters: [...where.parameters, now, now] } }] }
  const asks = `c.method IN (${asking.map((one) => `'${one}'`).join(', ')})`
  return [
    flag('overdue', overdueSql, [now, now], overdueRow, { branches: planned(), price: prices.look / 4, looks: true }),
    flag('noOutcome', `(${asks} AND ${overdueSql})`, [now, now], (row) => overdueRow(row) && asking.includes(row.method), { branches: planned(` AND ${asks}`), price: prices.look / 8, looks: true }),
    flag('noNextStep', 'EXISTS (SELECT 1 FROM NextStepMissing n WHERE n.contactId = c.id)', [], (row) => row.noNextStep, {
      price: prices.probe, branches: [{ walk: 'NextStepMissing s INDEXED BY "NextStepMissing_startsAt_idx"', id: 's.contactId', where: { sql: '1', parameters: [] } }],
    }),
    flag('withResult', `(c.result <> '' AND ${read.sql})`, read.parameters, (row) => row.withResult, { price: prices.look, looks: true }),
    flag('withFiles', `(EXISTS (SELECT 1 FROM Attachment a WHERE a.contactId = c.id) AND ${read.sql})`, read.parameters, (row) => row.withFiles, { price: prices.probe * 2 }),
    flag('withNext', nextExists, [], (row) => row.withNext, { price: prices.probe, branches: [named(linked, [])] }),
    flag('private', 'c.private = 1', [], (row) => row.private),
    flag('vip', 'COALESCE((SELECT k.vip FROM Counterparty k WHERE k.id = c.counterpartyId), 0) = 1', [], (row) => row.vip, { price: prices.probe, many: 'COALESCE(+c.counterpartyId IN (SELECT k.id FROM Counterparty k WHERE k.vip = 1), 0)' }),
  ]
}

const not = ({ many, ...flag }: Condition): Condition => ({ ...flag, sql: `NOT ${flag.sql}`, fits: (row) => !flag.fits?.(row), branches: null, ...(many === undefined ? {} : { many: `NOT ${many}` }) })
