import { marks, type SqlParameter } from '../../platform/db/sql'
import { along, anyValue, condition, isAny, mostBranches, named, prices, withNull } from './filter-parts'
import type { Condition, Sampled } from './listing.types'

const given = (values: readonly SqlParameter[]) => values.filter((value): value is string => typeof value === 'string')
interface Joined { column: 'managerId' | 'counterpartyId'; table: 'ContactManager' | 'ContactCounterparty'; also(row: Sampled): readonly string[]; ledUpTo: number }

/** Contacts filed under one of these, and those in which they take part beside. */
function ownOrJoined(ids: readonly string[], { column, table, also, ledUpTo }: Joined): Condition {
  const values = withNull(ids)
  const joint = given(values)
  if (joint.length === 0) return anyValue(column, values)
  const own = isAny(`c.${column}`, values)
  const among = `${column} IN (${marks(joint)})`
  const others = named(`SELECT DISTINCT contactId FROM ${table} WHERE ${among}`, joint, { sql: `NOT COALESCE(${own.sql}, 0)`, parameters: own.parameters })
  const fits = (row: Sampled) => values.includes(row[column]) || also(row).some((id) => joint.includes(id))
  const sql = (joins: string) => `(${own.sql} OR ${joins})`
  return condition(column, { sql: sql(`EXISTS (SELECT 1 FROM ${table} z WHERE z.contactId = c.id AND z.${among})`), parameters: [...own.parameters, ...joint] }, fits, {
    price: prices.probe, many: sql(`+c.id IN (SELECT contactId FROM ${table} WHERE ${among})`), branches: values.length <= ledUpTo ? [...values.map((value) => along(column, value)), others] : null,
  })
}

export const ofManagers = (ids: readonly string[]) => ownOrJoined(ids, { column: 'managerId', table: 'ContactManager', also: (row) => row.managerIds, ledUpTo: mostBranches })
/** Of one client there are few contacts, so that many clients may lead. */
export const ofClients = (ids: readonly string[]) => ownOrJoined(ids, { column: 'counterpartyId', table: 'ContactCounterparty', also: (row) => row.alsoIds, ledUpTo: 100 })

export function ofPersons(ids: readonly string[]): Condition {
  const values = withNull(ids)
  const persons = given(values)
  const nobody = values.includes(null)
  const among = `personId IN (${marks(persons)})`
  const some = `EXISTS (SELECT 1 FROM ContactParticipant z WHERE z.contactId = c.id AND z.${among})`
  const fits: Condition['fits'] = (row) => (nobody && row.personIds.length === 0) || row.personIds.some((id) => persons.includes(id))
  const without = 'NOT EXISTS (SELECT 1 FROM ContactParticipant z WHERE z.contactId = c.id)'
  if (nobody) return condition('personId', { sql: persons.length > 0 ? `(${some} OR ${without})` : without, parameters: persons }, fits, { price: prices.probe })
  return condition('personId', { sql: some, parameters: persons }, fits, { price: prices.probe, branches: [named(`SELECT DISTINCT contactId FROM ContactParticipant WHERE ${among}`, persons)] })
}
