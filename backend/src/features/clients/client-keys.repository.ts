import { taxKeyOf } from '@counterpane/shared/matching/tax-key'
import type { Tx } from '../../platform/db/database'
import { searchKeysOf } from './client-facts'

const inOrder = { orderBy: { position: 'asc' } } as const
const addresses = { ...inOrder, select: { address: true, addressKey: true } } as const
const phones = { ...inOrder, select: { phone: true } } as const

/** That by which a client is found, made anew from what stands with it: for whoever changed that behind the forms. */
export async function refreshClientKeys(tx: Tx, id: string): Promise<void> {
  const found = await tx.counterparty.findUnique({ where: { id }, select: { name: true, taxNumber: true, addresses, phones, domains: { ...inOrder, select: { domain: true, domainKey: true } } } })
  if (!found) return
  const keys = searchKeysOf({ ...found, phones: found.phones.map((row) => row.phone) })
  await tx.counterparty.update({ where: { id }, data: { ...keys, taxKey: found.taxNumber === null ? null : taxKeyOf(found.taxNumber) }, select: { id: true } })
}

export async function refreshPersonKeys(tx: Tx, id: string): Promise<void> {
  const found = await tx.contactPerson.findUnique({ where: { id }, select: { name: true, addresses, phones } })
  if (found) await tx.contactPerson.update({ where: { id }, data: searchKeysOf({ ...found, phones: found.phones.map((row) => row.phone) }), select: { id: true } })
}
