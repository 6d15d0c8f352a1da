import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import { nameKey, parseAddress } from '../../platform/text/kept-keys'
import { places, type CheckMemory, type KeyOfOne, type Place } from './check-memory.repository'
import type { Base, BaseClient, BaseKeys, BasePerson, BatchPlan } from './imports.types'

/** `learn`: hears what a batch would have written. */
export interface FindBase { (keys: BaseKeys): Base; learn?: (plan: BatchPlan) => void }

/** The base as it would be after the rows that were looked at: a check, which writes nothing, finds what a run would have written before, from the first row of the file on. */
export function rememberingBase(find: (keys: BaseKeys) => Base, memory: CheckMemory): FindBase {
  function look(keys: BaseKeys): Base {
    const base = find(keys)
    const sought = { byTax: keys.taxKeys, byName: keys.clientNames, clientsAt: keys.addressKeys, personsAt: keys.addressKeys, personsNamed: keys.personNames }
    const found = Object.fromEntries(places.map((place) => {
      const more = [...memory.idsOf(place, sought[place])].map(([key, ids]): [string, string[]] => [key, [...new Set([...base[place].get(key) ?? [], ...ids])]])
      return [place, new Map([...base[place], ...more])]
    })) as Record<Place, Map<string, string[]>>
    const allPersons = new Map([...base.persons, ...memory.met<BasePerson>([found.personsAt, found.personsNamed].flatMap((map) => [...map.values()].flat()))])
    const clientIds = [found.byTax, found.byName, found.clientsAt].flatMap((map) => [...map.values()].flat())
    const allClients = new Map([...base.clients, ...memory.met<BaseClient>([...clientIds, ...[...allPersons.values()].flatMap((person) => person.counterparty?.id ?? [])])])
    return { ...found, persons: allPersons, clients: allClients }
  }
  return Object.assign(look, { learn: (plan: BatchPlan) => { memory.keep([...plan.clients.map(asClient), ...plan.persons.map(asPerson)], keysOf(plan)) } })
}

const asClient = ({ id, after: { managerId, adSourceId, ...fields } }: BatchPlan['clients'][number]): BaseClient =>
  ({ id, version: 0, ...fields, adSource: adSourceId === null ? null : { id: adSourceId, name: '' }, manager: managerId === null ? null : { id: managerId, name: '' } })
const asPerson = ({ id, after: { counterpartyId, ...fields } }: BatchPlan['persons'][number]): BasePerson =>
  ({ id, version: 0, ...fields, counterparty: counterpartyId === null ? null : { id: counterpartyId, name: '' } })

function keysOf({ clients, persons }: BatchPlan): KeyOfOne[] {
  const keys: (readonly [Place, string | null | undefined, string])[] = []
  for (const { id, after } of clients) {
    keys.push(['byTax', after.taxNumber && taxKeyOf(after.taxNumber), id], ['byName', nameKey(after.name), id])
    for (const address of after.addresses) keys.push(['clientsAt', parseAddress(address)?.addressKey, id])
  }
  for (const { id, after } of persons) {
    keys.push(['personsNamed', nameKey(after.name), id])
    for (const address of after.addresses) keys.push(['personsAt', parseAddress(address)?.addressKey, id])
  }
  return keys.filter((one): one is KeyOfOne => Boolean(one[1]))
}
