import type { AddressKeys } from '@counterpane/shared/matching/address'
import type { Db, Tx } from '../../platform/db/database'
import type { IdentityKey } from './identities.repository'

const name = 'first-administrator'

/** An active administrator with an identity of one of the providers by which people can sign in. */
export function mayAdministrate({ sql }: Pick<Db, 'sql'>, providers: readonly IdentityKey['provider'][]): boolean {
  return sql.first("SELECT 1 AS yes FROM Manager m JOIN Identity i ON i.managerId = m.id WHERE m.active = 1 AND m.role = 'administrator' AND i.provider IN (SELECT value FROM json_each(?)) LIMIT 1", [JSON.stringify(providers)]) !== null
}

/** A code given before ends with it. */
export async function keepFirstCode(tx: Tx, codeHash: string, { at, expiresAt }: { at: Date; expiresAt: Date }): Promise<void> {
  const value = { codeHash, expiresAt: expiresAt.getTime() }
  await tx.setting.upsert({ where: { name }, create: { name, value, updatedAt: at }, update: { value, updatedAt: at } })
}

/** Uses the code up; false when it is another, used or too old. */
export async function useFirstCode(tx: Tx, codeHash: string, now: Date): Promise<boolean> {
  return (await tx.$executeRaw`DELETE FROM Setting WHERE name = ${name} AND value ->> 'codeHash' = ${codeHash} AND value ->> 'expiresAt' > ${now.getTime()}`) === 1
}

export async function makeAdministrator(tx: Tx, managerId: string): Promise<void> {
  await tx.manager.update({ where: { id: managerId }, data: { role: 'administrator' }, select: { id: true } })
}

export async function isActive(tx: Tx, managerId: string): Promise<boolean> {
  return (await tx.manager.findUnique({ where: { id: managerId }, select: { active: true } }))?.active === true
}

/** Without an address where the provider vouches for none. */
export async function insertAdministrator(tx: Tx, { id, addressId, name: called, keys, at }: { id: string; addressId: string; name: string; keys: AddressKeys | null; at: Date }): Promise<void> {
  const addresses = keys && { create: { id: addressId, address: keys.address, addressKey: keys.addressKey, main: true } }
  await tx.manager.create({ data: { id, name: called, role: 'administrator', createdAt: at, ...(addresses && { addresses }) }, select: { id: true } })
}
