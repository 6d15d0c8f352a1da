import type { Db } from '../../platform/db/database'
import type { Ref } from './sidebar.types'

export interface PersonCard { id: string; name: string; position: string | null; addresses: string[]; counterpartyId: string | null }
export interface CounterpartyCard { id: string; name: string; class: string | null; vip: boolean; manager: Ref | null }
export interface ClientCards { persons: Map<string, PersonCard>; counterparties: Map<string, CounterpartyCard> }

export function createClientCardsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Names and marks of those whom a verdict speaks of. */
    load(personIds: readonly string[], counterpartyIds: readonly string[]): ClientCards {
      const persons = personIds.length === 0 ? [] : sql.all<{ id: string; name: string; position: string | null; counterpartyId: string | null; addresses: string }>(
        `SELECT p.id, p.name, p.position, p.counterpartyId, (SELECT json_group_array(a.address) FROM (SELECT address FROM PersonAddress WHERE personId = p.id ORDER BY position) a) AS addresses
         FROM json_each(?) ids JOIN ContactPerson p ON p.id = ids.value`, [JSON.stringify(personIds)])
      const counterparties = counterpartyIds.length === 0 ? [] : sql.all<{ id: string; name: string; class: string | null; vip: number; managerId: string | null; managerName: string }>(
        'SELECT k.id, k.name, k.class, k.vip, k.managerId, m.name AS managerName FROM json_each(?) ids JOIN Counterparty k ON k.id = ids.value LEFT JOIN Manager m ON m.id = k.managerId', [JSON.stringify(counterpartyIds)])
      return {
        persons: new Map(persons.map((row) => [row.id, { ...row, addresses: JSON.parse(row.addresses) as string[] }])),
        counterparties: new Map(counterparties.map((row) => [row.id, { id: row.id, name: row.name, class: row.class, vip: row.vip === 1, manager: row.managerId ? { id: row.managerId, name: row.managerName } : null }])),
      }
    },
  }
}
export type ClientCardsRepository = ReturnType<typeof createClientCardsRepository>
