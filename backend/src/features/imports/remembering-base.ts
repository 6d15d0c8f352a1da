import { parseAddress } from '@counterpane/shared/matching/address'
import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import { nameKey } from '@counterpane/shared/text/fold'
import { LRUCache } from 'lru-cache'
import type { Base, BaseClient, BaseKeys, BasePerson, BatchPlan } from './imports.types'

/** `learn`: hears what a batch would have written. */
export interface FindBase { (keys: BaseKeys): Base; learn?: (plan: BatchPlan) => void }

/** So many of those whom a check has met are remembered: it writes nothing, and memory must not grow with the file. Rows of one client stand near each other in what people have. */
const most = 20_000

/** The base as it would be after the rows that were looked at: a check finds what a run would have written before. */
export function rememberingBase(find: (keys: BaseKeys) => Base): FindBase {
  const clients = new LRUCache<string, BaseClient>({ max: most })
  const persons = new LRUCache<string, BasePerson>({ max: most })
  const names = ['byTax', 'byName', 'clientsAt', 'personsAt', 'personsNamed'] as const
  const index = Object.fromEntries(names.map((name) => [name, new LRUCache<string, string[]>({ max: most * 2 })])) as Record<(typeof names)[number], LRUCache<string, string[]>>
  const note = (name: (typeof names)[number], key: string | null | undefined, id: string) => {
    const ids = key ? index[name].get(key) ?? [] : []
    if (key && !ids.includes(id)) index[name].set(key, [...ids, id])
  }
  function look(keys: BaseKeys): Base {
    const base = find(keys)
    const sought = { byTax: keys.taxKeys, byName: keys.clientNames, clientsAt: keys.addressKeys, personsAt: keys.addressKeys, personsNamed: keys.personNames }
    const found = Object.fromEntries(names.map((name) => {
      const more = sought[name].flatMap((key): [string, string[]][] => { const ids = index[name].get(key); return ids ? [[key, [...new Set([...base[name].get(key) ?? [], ...ids])]]] : [] })
      return [name, new Map([...base[name], ...more])]
    })) as Record<(typeof names)[number], Map<string, string[]>>
    const met = <T extends object>(kept: LRUCache<string, T>, ids: Iterable<string>) => [...new Set(ids)].flatMap((id): [string, T][] => { const one = kept.get(id); return one ? [[id, one]] : [] })
    const allPersons = new Map([...base.persons, ...met(persons, [found.personsAt, found.personsNamed].flatMap((map) => [...map.values()].flat()))])
    const clientIds = [found.byTax, found.byName, found.clientsAt].flatMap((map) => [...map.values()].flat())
    const allClients = new Map([...base.clients, ...met(clients, [...clientIds, ...[...allPersons.values()].flatMap((person) => person.counterparty?.id ?? [])])])
    return { ...found, persons: allPersons, clients: allClients }
  }
  return Object.assign(look, {
    learn({ clients: plannedClients, persons: plannedPersons }: BatchPlan) {
      for (const { id, after: { managerId, ...fields } } of plannedClients) {
        clients.set(id, { id, version: 0, ...fields, manager: managerId === null ? null : { id: managerId, name: '' } })
        note('byTax', fields.taxNumber && taxKeyOf(fields.taxNumber), id)
        note('byName', nameKey(fields.name), id)
        for (const address of fields.addresses) note('clientsAt', parseAddress(address)?.addressKey, id)
      }
      for (const { id, after: { counterpartyId, ...fields } } of plannedPersons) {
        persons.set(id, { id, version: 0, ...fields, counterparty: counterpartyId === null ? null : { id: counterpartyId, name: '' } })
        note('personsNamed', nameKey(fields.name), id)
        for (const address of fields.addresses) note('personsAt', parseAddress(address)?.addressKey, id)
      }
    },
  })
}
