import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { keepClientDomains } from './client-domains.repository'
import { searchKeysOf, type AddressFact } from './client-facts'
import type { AttributeValues, PersonDay } from './client-records'
import type { SeenChange, Signed } from './counterparty-writes.repository'
import { phoneKeyOf } from './phone-key'
import { rematch } from './rematch.repository'

export interface PersonFields {
  name: string; position: string | null; birthday: string | null; counterpartyId: string | null; addresses: AddressFact[]; phones: string[]
  /** What many ways of making a person do not tell. */
  interests?: string | null; acquaintance?: string | null; dates?: PersonDay[]; attributes?: AttributeValues
}

export async function insertPerson(tx: Tx, id: string, { at, managerId, fields }: Signed & { fields: PersonFields }): Promise<void> {
  const { addresses, phones, dates, ...columns } = fields
  await tx.contactPerson.create({ data: { id, ...columns, ...searchKeysOf(fields), createdAt: at, updatedAt: at }, select: { id: true } })
  await insertFacts(tx, id, { addresses, phones, dates })
  await keepClientDomains(tx, addresses.map((fact) => fact.domainKey))
  for (const { addressKey } of addresses) await rematch(tx, { addressKey, personId: id, counterpartyId: fields.counterpartyId, at, managerId })
}

/**
 * Changes a person whose version is still the one seen; gives what they were before, null when it is another version or not there. History stays with
 * the client it was made for: another counterparty moves nothing. Only a first counterparty is given to contacts that had none.
 */
export async function updatePerson(tx: Tx, id: string, { change, version, at, managerId }: SeenChange<PersonFields>): Promise<PersonFields | null> {
  const before = await readFields(tx, id, version)
  if (!before) return null
  const after = { ...before, ...change }
  const { addresses, phones: _phones, dates: _dates, ...columns } = after
  await tx.contactPerson.update({ where: { id }, data: { ...columns, ...searchKeysOf(after), updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  if (change.addresses) {
    await tx.personAddress.deleteMany({ where: { personId: id } })
    await insertFacts(tx, id, { addresses })
    await keepClientDomains(tx, [...before.addresses, ...addresses].map((fact) => fact.domainKey))
  }
  if (change.phones) {
    await tx.personPhone.deleteMany({ where: { personId: id } })
    await insertFacts(tx, id, { phones: change.phones })
  }
  if (change.dates) {
    await tx.personDate.deleteMany({ where: { personId: id } })
    await insertFacts(tx, id, { dates: change.dates })
  }
  const known = new Set(before.addresses.map((fact) => fact.addressKey))
  const firstClient = before.counterpartyId === null && after.counterpartyId !== null && await neverWorkedElsewhere(tx, id)
  for (const { addressKey } of addresses) {
    if (firstClient || !known.has(addressKey)) await rematch(tx, { addressKey, personId: id, counterpartyId: after.counterpartyId, at, managerId })
  }
  return before
}

/** What was held while somebody was with one client, or between two, is not the next one's. */
const neverWorkedElsewhere = async (tx: Tx, personId: string) => (await tx.personEmployment.findFirst({ where: { personId }, select: { id: true } })) === null

const inOrder = { orderBy: { position: 'asc' } } as const

async function readFields(tx: Tx, id: string, version: number | null): Promise<PersonFields | null> {
  const found = await tx.contactPerson.findFirst({
    where: { id, ...(version !== null && { version }) },
    select: {
      name: true, position: true, birthday: true, counterpartyId: true, interests: true, acquaintance: true, attributes: true, dates: { ...inOrder, select: { name: true, date: true } },
      addresses: { ...inOrder, select: { address: true, addressKey: true, mailboxKey: true, domainKey: true } }, phones: { ...inOrder, select: { phone: true } },
    },
  })
  return found && { ...found, attributes: found.attributes as AttributeValues, phones: found.phones.map((row) => row.phone) }
}

async function insertFacts(tx: Tx, personId: string, { addresses = [], phones = [], dates = [] }: Partial<PersonFields>) {
  if (dates.length > 0) await tx.personDate.createMany({ data: dates.map(({ name, date }, position) => ({ id: uuidv7(), personId, position, name, date })) })
  if (addresses.length > 0) await tx.personAddress.createMany({ data: addresses.map((fact, position) => ({ id: uuidv7(), personId, position, ...fact })) })
  if (phones.length > 0) await tx.personPhone.createMany({ data: phones.map((phone, position) => ({ id: uuidv7(), personId, position, phone, phoneKey: phoneKeyOf(phone) })) })
}
