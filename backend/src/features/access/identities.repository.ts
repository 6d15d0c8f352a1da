import type { Locale, Role } from '@counterpane/shared/domain/codes'
import type { ProvenIdentity } from '../../ports/identity-verifier'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'

export type IdentityKey = Pick<ProvenIdentity, 'provider' | 'tenant' | 'subject'>
/** The manager behind an identity; times in ms. */
export interface BoundManager { managerId: string; name: string; role: Role; teamId: string | null; locale: Locale | null; active: number; tokensNotBefore: number | null }

export function createIdentitiesRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    find: ({ provider, tenant, subject }: IdentityKey) => sql.first<BoundManager>(
      `SELECT i.managerId, m.name, m.role, m.teamId, m.locale, m.active, m.tokensNotBefore
       FROM Identity i JOIN Manager m ON m.id = i.managerId WHERE i.provider = ? AND i.tenant = ? AND i.subject = ?`, [provider, tenant, subject]),
  }
}
export type IdentitiesRepository = ReturnType<typeof createIdentitiesRepository>

export async function findBound(tx: Tx, { provider, tenant, subject }: IdentityKey): Promise<string | null> {
  const bound = await tx.identity.findUnique({ where: { provider_tenant_subject: { provider, tenant, subject } }, select: { managerId: true } })
  return bound?.managerId ?? null
}

export async function bindIdentity(tx: Tx, managerId: string, { key: { provider, tenant, subject }, at }: { key: IdentityKey; at: Date }): Promise<void> {
  await tx.identity.create({ data: { id: uuidv7(), provider, tenant, subject, managerId, boundAt: at }, select: { id: true } })
}

export const hasIdentity = async (tx: Tx, managerId: string, provider: IdentityKey['provider']): Promise<boolean> => (await tx.identity.count({ where: { managerId, provider } })) > 0

/** Tokens issued before this instant and all sessions end. */
export async function endTokens(tx: Tx, managerId: string, notBefore: Date): Promise<void> {
  await tx.session.deleteMany({ where: { managerId } })
  await tx.manager.update({ where: { id: managerId }, data: { tokensNotBefore: notBefore }, select: { id: true } })
}
