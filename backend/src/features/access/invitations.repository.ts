import type { Role } from '@counterpane/shared/domain/codes'
import type { AddressKeys } from '@counterpane/shared/matching/address'
import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'

export interface NewInvitation { codeHash: string; managerId: string; createdById: string | null; createdAt: Date; expiresAt: Date }

/** Older codes of the manager that nobody has used end with it. */
export async function replaceInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx.invitation.deleteMany({ where: { managerId: invitation.managerId, usedAt: null } })
  await tx.invitation.create({ data: invitation, select: { codeHash: true } })
}

/** Uses a code up; false when it is unknown, used or too old, or its manager is switched off. */
export async function useInvitation(tx: Tx, codeHash: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({ where: { codeHash, usedAt: null, expiresAt: { gt: now }, manager: { active: true } }, data: { usedAt: now } })
  return count === 1
}

/** Whose code this is, whatever has become of it. */
export async function managerOfInvitation(tx: Tx, codeHash: string): Promise<string | null> {
  return (await tx.invitation.findUnique({ where: { codeHash }, select: { managerId: true } }))?.managerId ?? null
}

/** A manager who is not there yet: a name, a role and a first address. */
export async function insertManager(tx: Tx, { name, role, keys, at }: { name: string; role: Role; keys: AddressKeys; at: Date }): Promise<string> {
  const id = uuidv7()
  const { address, addressKey } = keys
  await tx.manager.create({ data: { id, name, role, createdAt: at, addresses: { create: { id: uuidv7(), address, addressKey, main: true } } }, select: { id: true } })
  return id
}

/** Whose address this is, switched off or not. */
export async function findManagerOfAddress(tx: Tx, addressKey: string): Promise<{ id: string; name: string; role: string; active: boolean } | null> {
  const owner = await tx.managerAddress.findFirst({ where: { addressKey }, orderBy: { main: 'desc' }, select: { manager: { select: { id: true, name: true, role: true, active: true } } } })
  return owner?.manager ?? null
}
