import type { Tx } from '../../platform/db/database'
import { insertClients } from './client-bulk.repository'
import { toAddressFacts, toDomainFacts, toPhones } from './client-facts'
import { changeEmployer } from './employment.repository'
import { updateCounterparty, type CounterpartyFields, type Signed } from './counterparty-writes.repository'
import { updatePerson, type PersonFields } from './person-writes.repository'

type Texts<F> = Omit<F, 'addresses' | 'domains'> & { addresses: string[] } & (F extends { domains: unknown } ? { domains: string[] } : object)
interface Kept<F> { id: string; before: Texts<F> | null; after: Texts<F> }
export interface ClientPlan { clients: readonly Kept<CounterpartyFields>[]; persons: readonly Kept<PersonFields>[] }

/** Writes clients and persons as an import has made them out: the new ones at once, the changed ones one by one. */
export async function writeClientPlan(tx: Tx, { clients, persons }: ClientPlan, { at, managerId }: Signed): Promise<void> {
  const ofClient = ({ addresses, domains, phones, ...rest }: Texts<CounterpartyFields>): CounterpartyFields => ({ ...rest, addresses: toAddressFacts(addresses), domains: toDomainFacts(domains), phones: toPhones(phones) })
  const ofPerson = ({ addresses, phones, ...rest }: Texts<PersonFields>): PersonFields => ({ ...rest, addresses: toAddressFacts(addresses), phones: toPhones(phones) })
  const fresh = <F>(kept: readonly Kept<F>[]) => kept.filter((one) => one.before === null)
  await insertClients(tx, {
    clients: fresh(clients).map(({ id, after }) => ({ id, fields: ofClient(after) })), persons: fresh(persons).map(({ id, after }) => ({ id, fields: ofPerson(after) })), at, managerId,
  })
  for (const { id, before, after } of clients) if (before) await updateCounterparty(tx, id, { change: ofClient(after), version: null, at, managerId })
  for (const { id, before, after } of persons) {
    if (!before) continue
    // Where they worked before is kept, as when somebody says so by hand.
    if (before.counterpartyId !== null && before.counterpartyId !== after.counterpartyId) await changeEmployer(tx, id, { counterpartyId: after.counterpartyId, position: after.position, endedAt: at, at, managerId })
    await updatePerson(tx, id, { change: ofPerson(after), version: null, at, managerId })
  }
}
