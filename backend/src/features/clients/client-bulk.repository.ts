import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import { domainForms, skeletonOf } from '@counterpane/shared/matching/look-alike'
import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import { writeBulk } from '../../platform/db/bulk-writes'
import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { searchKeysOf, type AddressFact } from './client-facts'
import type { CounterpartyFields } from './counterparty-writes.repository'
import type { PersonFields } from './person-writes.repository'
import { phoneKeyOf } from './phone-key'
import { rematch } from './rematch.repository'

export interface NewClients { clients: readonly { id: string; fields: CounterpartyFields }[]; persons: readonly { id: string; fields: PersonFields }[]; at: Date; managerId: string | null }

/**
 * Hundreds of clients and persons at once, a statement for each table: the database client's price is by the row. The same as insertCounterparty and insertPerson one by one.
 * Long rows are materialised: json_each would write each of them out anew for every column.
 */
export async function insertClients(tx: Tx, { clients, persons, at, managerId }: NewClients): Promise<void> {
  const when = at.getTime()
  const write = writeBulk(tx)
  const clientRows = JSON.stringify(clients.map(({ id, fields }) => {
    const { nameKey, searchText } = searchKeysOf(fields)
    const { name, kind, class: grade, vip, industry, region, taxNumber, managerId: owner, status = null, turnover = null, loyalty = null, competitors = null, adSourceId = null } = fields
    return [id, name, nameKey, searchText, kind, grade, vip ? 1 : 0, industry, region, taxNumber, taxNumber === null ? null : taxKeyOf(taxNumber), owner, status, turnover, loyalty, competitors, adSourceId]
  }))
  await write`WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${clientRows}))
    INSERT INTO Counterparty (id, name, nameKey, searchText, kind, class, vip, industry, region, taxNumber, taxKey, managerId, status, turnover, loyalty, competitors, adSourceId, createdAt, updatedAt)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11,
    v ->> 12, v ->> 13, v ->> 14, v ->> 15, v ->> 16, ${when}, ${when} FROM r`
  const personRows = JSON.stringify(persons.map(({ id, fields }) => {
    const { nameKey, searchText } = searchKeysOf(fields)
    return [id, fields.name, nameKey, searchText, fields.position, fields.birthday, fields.counterpartyId, fields.interests ?? null, fields.acquaintance ?? null]
  }))
  await write`WITH r (v) AS MATERIALIZED (SELECT jsonb(value) FROM json_each(${personRows}))
    INSERT INTO ContactPerson (id, name, nameKey, searchText, position, birthday, counterpartyId, interests, acquaintance, createdAt, updatedAt)
    SELECT v ->> 0, v ->> 1, v ->> 2, v ->> 3, v ->> 4, v ->> 5, v ->> 6, v ->> 7, v ->> 8, ${when}, ${when} FROM r`
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
  const write = writeBulk(tx)
  const addresses = (fields: { addresses: readonly AddressFact[] }) => fields.addresses.map(({ address, addressKey, mailboxKey, domainKey }) => [address, addressKey, mailboxKey, domainKey])
  const phones = (fields: { phones: readonly string[] }) => fields.phones.map((phone) => [phone, phoneKeyOf(phone)])
  await write`INSERT INTO CounterpartyAddress (id, counterpartyId, position, address, addressKey, mailboxKey, domainKey)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(jsonb(${rows(clients, addresses)}))`
  await write`INSERT INTO CounterpartyDomain (id, counterpartyId, position, domain, domainKey)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(jsonb(${rows(clients, (fields) => fields.domains.map(({ domain, domainKey }) => [domain, domainKey]))}))`
  await write`INSERT INTO CounterpartyPhone (id, counterpartyId, position, phone, phoneKey)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(jsonb(${rows(clients, phones)}))`
  await write`INSERT INTO PersonAddress (id, personId, position, address, addressKey, mailboxKey, domainKey)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(jsonb(${rows(persons, addresses)}))`
  await write`INSERT INTO PersonPhone (id, personId, position, phone, phoneKey)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(jsonb(${rows(persons, phones)}))`
}

/** Domains that clients have from now on, with the forms by which a look-alike is found. */
async function addClientDomains(tx: Tx, domainKeys: readonly string[]) {
  const wanted = domainKeys.filter((key) => !key.startsWith('[') && !belongsToNobody(key))
  const known = new Set((await tx.$queryRaw<{ domainKey: string }[]>`SELECT domainKey FROM ClientDomain WHERE domainKey IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`).map((row) => row.domainKey))
  const fresh = wanted.filter((key) => !known.has(key))
  if (fresh.length === 0) return
  const write = writeBulk(tx)
  await write`INSERT INTO ClientDomain (domainKey, skeleton) SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(fresh.map((key) => [key, skeletonOf(key)]))})`
  // In the order of the table's own tree: neighbours go to one page. A form and its domain as one text: a list of texts is sorted and taken apart much quicker than one of pairs.
  const forms = fresh.flatMap((key) => domainForms(key).map((form) => `${form} ${key}`)).sort()
  await write`INSERT INTO ClientDomainForm (form, domainKey) SELECT substr(value, 1, instr(value, ' ') - 1), substr(value, instr(value, ' ') + 1) FROM json_each(${JSON.stringify(forms)})`
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
