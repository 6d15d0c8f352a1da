import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { keepClientDomains } from './client-domains.repository'
import { searchKeysOf, type AddressFact, type DomainFact } from './client-facts'
import type { AttributeValues } from './client-records'
import { phoneKeyOf } from './phone-key'
import { rematch } from './rematch.repository'

export interface CounterpartyFields {
  name: string; kind: string; class: string | null; vip: boolean; industry: string | null; region: string | null; taxNumber: string | null; managerId: string | null
  addresses: AddressFact[]; domains: DomainFact[]; phones: string[]
  /** What many ways of making a client do not tell. */
  status?: string | null; turnover?: string | null; loyalty?: string | null; competitors?: string | null; adSourceId?: string | null; attributes?: AttributeValues
}
/** Whose change it is and when. */
export interface Signed { at: Date; managerId: string | null }
/** `version` is the one seen, null for any. */
export interface SeenChange<T> extends Signed { change: Partial<T>; version: number | null }

export async function insertCounterparty(tx: Tx, id: string, { at, managerId, fields }: Signed & { fields: CounterpartyFields }): Promise<void> {
  const { addresses, domains, phones, ...columns } = fields
  await tx.counterparty.create({ data: { id, ...columns, ...keysOf(fields), createdAt: at, updatedAt: at }, select: { id: true } })
  await insertFacts(tx, id, { addresses, domains, phones })
  await keepClientDomains(tx, [...addresses, ...domains].map((fact) => fact.domainKey))
  for (const { addressKey } of addresses) await rematch(tx, { addressKey, personId: null, counterpartyId: id, at, managerId })
}

/** Changes a counterparty whose version is still the one seen; gives what it was before, null when it is another version or not there. */
export async function updateCounterparty(tx: Tx, id: string, { change, version, at, managerId }: SeenChange<CounterpartyFields>): Promise<CounterpartyFields | null> {
  const before = await readFields(tx, id, version)
  if (!before) return null
  const after = { ...before, ...change }
  const { addresses, domains, phones, ...columns } = after
  await tx.counterparty.update({ where: { id }, data: { ...columns, ...keysOf(after), updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  if (change.addresses) await tx.counterpartyAddress.deleteMany({ where: { counterpartyId: id } })
  if (change.domains) await tx.counterpartyDomain.deleteMany({ where: { counterpartyId: id } })
  if (change.phones) await tx.counterpartyPhone.deleteMany({ where: { counterpartyId: id } })
  await insertFacts(tx, id, change)
  if (change.addresses || change.domains) await keepClientDomains(tx, [...before.addresses, ...before.domains, ...addresses, ...domains].map((fact) => fact.domainKey))
  const known = new Set(before.addresses.map((fact) => fact.addressKey))
  for (const { addressKey } of addresses) if (!known.has(addressKey)) await rematch(tx, { addressKey, personId: null, counterpartyId: id, at, managerId })
  return before
}

/** What stands beside the fields so that a client is found. */
const keysOf = (fields: CounterpartyFields) => ({ ...searchKeysOf(fields), taxKey: fields.taxNumber === null ? null : taxKeyOf(fields.taxNumber) })
const inOrder = { orderBy: { position: 'asc' } } as const
const addressKeys = { address: true, addressKey: true, mailboxKey: true, domainKey: true } as const

async function readFields(tx: Tx, id: string, version: number | null): Promise<CounterpartyFields | null> {
  const found = await tx.counterparty.findFirst({
    where: { id, ...(version !== null && { version }) },
    select: {
      name: true, kind: true, class: true, vip: true, industry: true, region: true, taxNumber: true, managerId: true, status: true, turnover: true, loyalty: true, competitors: true, adSourceId: true, attributes: true,
      addresses: { ...inOrder, select: addressKeys }, domains: { ...inOrder, select: { domain: true, domainKey: true } }, phones: { ...inOrder, select: { phone: true } },
    },
  })
  return found && { ...found, attributes: found.attributes as AttributeValues, phones: found.phones.map((row) => row.phone) }
}

async function insertFacts(tx: Tx, counterpartyId: string, { addresses = [], domains = [], phones = [] }: Partial<CounterpartyFields>) {
  if (addresses.length > 0) await tx.counterpartyAddress.createMany({ data: addresses.map((fact, position) => ({ id: uuidv7(), counterpartyId, position, ...fact })) })
  if (domains.length > 0) await tx.counterpartyDomain.createMany({ data: domains.map((fact, position) => ({ id: uuidv7(), counterpartyId, position, ...fact })) })
  if (phones.length > 0) await tx.counterpartyPhone.createMany({ data: phones.map((phone, position) => ({ id: uuidv7(), counterpartyId, position, phone, phoneKey: phoneKeyOf(phone) })) })
}
