import type { SqlReader } from '../../platform/db/sql'
import type { AttributeValues, CounterpartyRecord, PersonDay, PersonRecord } from './client-records'

const listOf = (table: string, column: string, owner: string) =>
  `(SELECT json_group_array(x.${column}) FROM (SELECT ${column} FROM ${table} WHERE ${owner} ORDER BY position) x)`

const selectCounterparties = `
SELECT k.id, k.version, k.name, k.kind, k.class, k.vip, k.industry, k.region, k.taxNumber, k.createdAt, k.updatedAt, k.managerId, m.name AS managerName,
  k.status, k.turnover, k.loyalty, k.competitors, k.adSourceId, s.name AS adSourceName, json(k.attributes) AS attributes,
  ${listOf('CounterpartyAddress', 'address', 'counterpartyId = k.id')} AS addresses, ${listOf('CounterpartyDomain', 'domain', 'counterpartyId = k.id')} AS domains,
  ${listOf('CounterpartyPhone', 'phone', 'counterpartyId = k.id')} AS phones
FROM json_each(?) ids JOIN Counterparty k ON k.id = ids.value LEFT JOIN Manager m ON m.id = k.managerId LEFT JOIN AdSource s ON s.id = k.adSourceId`

const selectPersons = `
SELECT p.id, p.version, p.name, p.position, p.birthday, p.createdAt, p.updatedAt, p.counterpartyId, k.name AS counterpartyName, p.interests, p.acquaintance, json(p.attributes) AS attributes,
  (SELECT json_group_array(json_object('name', x.name, 'date', x.date)) FROM (SELECT name, date FROM PersonDate WHERE personId = p.id ORDER BY position) x) AS dates,
  ${listOf('PersonAddress', 'address', 'personId = p.id')} AS addresses, ${listOf('PersonPhone', 'phone', 'personId = p.id')} AS phones
FROM json_each(?) ids JOIN ContactPerson p ON p.id = ids.value LEFT JOIN Counterparty k ON k.id = p.counterpartyId`

type CounterpartyRow = Omit<CounterpartyRecord, 'vip' | 'manager' | 'adSource' | 'attributes' | 'addresses' | 'domains' | 'phones'> &
  { adSourceId: string | null; adSourceName: string; attributes: string; vip: number; managerId: string | null; managerName: string; addresses: string; domains: string; phones: string }
type PersonRow = Omit<PersonRecord, 'counterparty' | 'addresses' | 'phones' | 'dates' | 'attributes'> & { dates: string; attributes: string; counterpartyId: string | null; counterpartyName: string; addresses: string; phones: string }

const texts = (json: string) => JSON.parse(json) as string[]

/** In the order of the ids asked; ids that are not there are left out. */
export function loadCounterparties(sql: SqlReader, ids: readonly string[]): CounterpartyRecord[] {
  if (ids.length === 0) return []
  const rows = sql.all<CounterpartyRow>(selectCounterparties, [JSON.stringify(ids)])
  return inOrder(ids, rows.map(({ managerId, managerName, adSourceId, adSourceName, ...row }) => ({
    ...row, vip: row.vip === 1, adSource: adSourceId === null ? null : { id: adSourceId, name: adSourceName }, attributes: JSON.parse(row.attributes) as AttributeValues, manager: managerId === null ? null : { id: managerId, name: managerName }, addresses: texts(row.addresses), domains: texts(row.domains), phones: texts(row.phones),
  })))
}

/** In the order of the ids asked; ids that are not there are left out. */
export function loadPersons(sql: SqlReader, ids: readonly string[]): PersonRecord[] {
  if (ids.length === 0) return []
  const rows = sql.all<PersonRow>(selectPersons, [JSON.stringify(ids)])
  return inOrder(ids, rows.map(({ counterpartyId, counterpartyName, ...row }) => ({
    ...row, counterparty: counterpartyId === null ? null : { id: counterpartyId, name: counterpartyName }, addresses: texts(row.addresses), phones: texts(row.phones),
    dates: JSON.parse(row.dates) as PersonDay[], attributes: JSON.parse(row.attributes) as AttributeValues,
  })))
}

function inOrder<T extends { id: string }>(ids: readonly string[], records: T[]): T[] {
  const found = new Map(records.map((record) => [record.id, record]))
  return ids.flatMap((id) => found.get(id) ?? [])
}
