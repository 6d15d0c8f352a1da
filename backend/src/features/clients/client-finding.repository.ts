import type { SqlReader } from '../../platform/db/sql'
import { loadCounterparties, loadPersons } from './client-rows'
import type { CounterpartyRecord, PersonRecord } from './client-records'

/** By what clients and persons are looked for, hundreds at once. Names are keys (nameKey). */
export interface Sought { taxKeys: readonly string[]; addressKeys: readonly string[]; clientNames: readonly string[]; personNames: readonly string[] }
export interface FoundBase {
  clients: Map<string, CounterpartyRecord>
  persons: Map<string, PersonRecord>
  byTax: Map<string, string[]>
  byName: Map<string, string[]>
  clientsAt: Map<string, string[]>
  personsAt: Map<string, string[]>
  /** Persons of the found clients, by their name's key. */
  personsNamed: Map<string, string[]>
}
interface Pair { key: string; id: string }

export function createClientFinding(sql: SqlReader) {
  const pairs = (query: string, keys: readonly string[]) => {
    const found = new Map<string, string[]>()
    if (keys.length > 0) for (const { key, id } of sql.all<Pair>(query, [JSON.stringify([...new Set(keys)])])) found.set(key, [...found.get(key) ?? [], id])
    return found
  }
  const idsOf = (...maps: Map<string, string[]>[]) => [...new Set(maps.flatMap((map) => [...map.values()].flat()))]
  return (sought: Sought): FoundBase => {
    const byTax = pairs('SELECT k.taxKey AS key, k.id FROM json_each(?) s JOIN Counterparty k ON k.taxKey = s.value ORDER BY k.createdAt, k.id', sought.taxKeys)
    const byName = pairs('SELECT k.nameKey AS key, k.id FROM json_each(?) s JOIN Counterparty k ON k.nameKey = s.value ORDER BY k.createdAt, k.id', sought.clientNames)
    const clientsAt = pairs('SELECT a.addressKey AS key, a.counterpartyId AS id FROM json_each(?) s JOIN CounterpartyAddress a ON a.addressKey = s.value ORDER BY a.position, a.counterpartyId', sought.addressKeys)
    const personsAt = pairs('SELECT a.addressKey AS key, a.personId AS id FROM json_each(?) s JOIN PersonAddress a ON a.addressKey = s.value ORDER BY a.position, a.personId', sought.addressKeys)
    const named = pairs('SELECT p.nameKey AS key, p.id FROM json_each(?) s JOIN ContactPerson p ON p.nameKey = s.value ORDER BY p.createdAt, p.id', sought.personNames)
    const persons = new Map(loadPersons(sql, idsOf(personsAt, named)).map((person) => [person.id, person]))
    const clientIds = [...idsOf(byTax, byName, clientsAt), ...[...persons.values()].flatMap((person) => person.counterparty?.id ?? [])]
    return { byTax, byName, clientsAt, personsAt, personsNamed: named, persons, clients: new Map(loadCounterparties(sql, [...new Set(clientIds)]).map((client) => [client.id, client])) }
  }
}
export type FindClients = ReturnType<typeof createClientFinding>
