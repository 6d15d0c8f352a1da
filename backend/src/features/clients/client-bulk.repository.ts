import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import { domainForms, skeletonOf } from '@counterpane/shared/matching/look-alike'
import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { searchKeysOf, type AddressFact } from './client-facts'
import type { CounterpartyFields } from './counterparty-writes.repository'
import type { PersonFields } from './person-writes.repository'
import { phoneKeyOf } from './phone-key'
import { rematch } from './rematch.repository'

export interface NewClients { clients: readonly { id: string; fields: CounterpartyFields }[]; persons: readonly { id: string; fields: PersonFields }[]; at: Date; managerId: string | null }

/** Hundreds of clients and persons at once, a statement for each table: the database client's price is by the row. The same as insertCounterparty and insertPerson one by one. */
export async function insertClients(tx: Tx, { clients, persons, at, managerId }: NewClients): Promise<void> {
  const when = at.getTime()
  const clientRows = JSON.stringify(clients.map(({ id, fields: { addresses: _a, domains: _d, phones: _p, ...fields }, fields: all }) =>
    ({ id, ...fields, vip: fields.vip ? 1 : 0, taxKey: fields.taxNumber === null ? null : taxKeyOf(fields.taxNumber), ...searchKeysOf(all) })))
  await tx.$executeRaw`INSERT INTO Counterparty (id, name, nameKey, searchText, kind, class, vip, industry, region, taxNumber, taxKey, managerId, createdAt, updatedAt)
    SELECT v ->> 'id', v ->> 'name', v ->> 'nameKey', v ->> 'searchText', v ->> 'kind', v ->> 'class', v ->> 'vip', v ->> 'industry', v ->> 'region', v ->> 'taxNumber', v ->> 'taxKey', v ->> 'managerId', ${when}, ${when}
    FROM (SELECT jsonb(value) AS v FROM json_each(${clientRows}))`
  const personRows = JSON.stringify(persons.map(({ id, fields }) => ({ id, name: fields.name, position: fields.position, birthday: fields.birthday, counterpartyId: fields.counterpartyId, ...searchKeysOf(fields) })))
  await tx.$executeRaw`INSERT INTO ContactPerson (id, name, nameKey, searchText, position, birthday, counterpartyId, createdAt, updatedAt)
    SELECT v ->> 'id', v ->> 'name', v ->> 'nameKey', v ->> 'searchText', v ->> 'position', v ->> 'birthday', v ->> 'counterpartyId', ${when}, ${when} FROM (SELECT jsonb(value) AS v FROM json_each(${personRows}))`
  await insertFacts(tx, { clients, persons })
  const facts = [...clients.flatMap(({ fields }) => [...fields.addresses, ...fields.domains]), ...persons.flatMap(({ fields }) => fields.addresses)]
  await addClientDomains(tx, [...new Set(facts.map((fact) => fact.domainKey))])
  await rematchAll(tx, { clients, persons, at, managerId })
}

/** Each fact as a list of its columns: a list is smaller than an object and quicker taken apart. */
async function insertFacts(tx: Tx, { clients, persons }: Pick<NewClients, 'clients' | 'persons'>) {
  type Owner<F> = { id: string; fields: F }
  const rows = <F>(owners: readonly Owner<F>[], pick: (fields: F) => (string | null)[][]) => {
    const found: (string | number | null)[][] = []
    for (const { id, fields } of owners) for (const [position, columns] of pick(fields).entries()) found.push([uuidv7(), id, position, ...columns])
    return JSON.stringify(found)
  }
  const addresses = (fields: { addresses: readonly AddressFact[] }) => fields.addresses.map(({ address, addressKey, mailboxKey, domainKey }) => [address, addressKey, mailboxKey, domainKey])
  const phones = (fields: { phones: readonly string[] }) => fields.phones.map((phone) => [phone, phoneKeyOf(phone)])
  await tx.$executeRaw`INSERT INTO CounterpartyAddress (id, counterpartyId, position, address, addressKey, mailboxKey, domainKey)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, v ->> 6 FROM (SELECT jsonb(value) AS v FROM json_each(${rows(clients, addresses)}))`
  await tx.$executeRaw`INSERT INTO CounterpartyDomain (id, counterpartyId, position, domain, domainKey)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4 FROM (SELECT jsonb(value) AS v FROM json_each(${rows(clients, (fields) => fields.domains.map(({ domain, domainKey }) => [domain, domainKey]))}))`
  await tx.$executeRaw`INSERT INTO CounterpartyPhone (id, counterpartyId, position, phone, phoneKey)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4 FROM (SELECT jsonb(value) AS v FROM json_each(${rows(clients, phones)}))`
  await tx.$executeRaw`INSERT INTO PersonAddress (id, personId, position, address, addressKey, mailboxKey, domainKey)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, v ->> 6 FROM (SELECT jsonb(value) AS v FROM json_each(${rows(persons, addresses)}))`
  await tx.$executeRaw`INSERT INTO PersonPhone (id, personId, position, phone, phoneKey)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4 FROM (SELECT jsonb(value) AS v FROM json_each(${rows(persons, phones)}))`
}

/** Domains that clients have from now on, with the forms by which a look-alike is found. */
async function addClientDomains(tx: Tx, domainKeys: readonly string[]) {
  const wanted = domainKeys.filter((key) => !key.startsWith('[') && !belongsToNobody(key))
  const known = new Set((await tx.$queryRaw<{ domainKey: string }[]>`SELECT domainKey FROM ClientDomain WHERE domainKey IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`).map((row) => row.domainKey))
  const fresh = wanted.filter((key) => !known.has(key))
  if (fresh.length === 0) return
  await tx.$executeRaw`INSERT INTO ClientDomain (domainKey, skeleton) SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(fresh.map((key) => [key, skeletonOf(key)]))})`
  // In the order of the table's own tree: neighbours go to one page.
  const forms = fresh.flatMap((key) => domainForms(key).map((form): [string, string] => [form, key])).sort(([a], [b]) => (a < b ? -1 : 1))
  await tx.$executeRaw`INSERT INTO ClientDomainForm (form, domainKey) SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(forms)})`
}

/** The same for domains whose last address or client may have gone. */
export async function dropClientDomains(tx: Tx, domainKeys: readonly string[]): Promise<void> {
  const gone = (await tx.$queryRaw<{ domainKey: string }[]>`
    SELECT s.value AS domainKey FROM (SELECT DISTINCT value FROM json_each(${JSON.stringify(domainKeys)})) s WHERE NOT EXISTS (SELECT 1 FROM PersonAddress a WHERE a.domainKey = s.value)
      AND NOT EXISTS (SELECT 1 FROM CounterpartyAddress a WHERE a.domainKey = s.value) AND NOT EXISTS (SELECT 1 FROM CounterpartyDomain a WHERE a.domainKey = s.value)`).map((row) => row.domainKey)
  if (gone.length === 0) return
  await tx.$executeRaw`DELETE FROM ClientDomainForm WHERE (form, domainKey) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(gone.flatMap((key) => domainForms(key).map((form) => [form, key])))}))`
  await tx.$executeRaw`DELETE FROM ClientDomain WHERE domainKey IN (SELECT value FROM json_each(${JSON.stringify(gone)}))`
}

/** What was registered before without a client, by the addresses that have one now; most new addresses never wrote. */
async function rematchAll(tx: Tx, { clients, persons, at, managerId }: NewClients) {
  const gained = [
    ...clients.flatMap(({ id, fields }) => fields.addresses.map(({ addressKey }) => ({ addressKey, personId: null, counterpartyId: id }))),
    ...persons.flatMap(({ id, fields }) => fields.addresses.map(({ addressKey }) => ({ addressKey, personId: id, counterpartyId: fields.counterpartyId }))),
  ]
  const met = await tx.$queryRaw<{ addressKey: string }[]>`SELECT DISTINCT addressKey FROM ContactAddress WHERE addressKey IN (SELECT value FROM json_each(${JSON.stringify(gained.map((one) => one.addressKey))}))`
  const seen = new Set(met.map((row) => row.addressKey))
  for (const one of gained) if (seen.has(one.addressKey)) await rematch(tx, { ...one, at, managerId })
}
