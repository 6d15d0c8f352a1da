import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import type { ProvenIdentity } from '../../ports/identity-verifier'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { bindIdentity, findBound } from './identities.repository'
import { invitationHash, newInvitationCode } from './invitation-code'
import { managerOfInvitation, replaceInvitation, useInvitation } from './invitations.repository'

const validMs = 7 * 24 * 60 * 60 * 1_000

export interface Inviting { managerId: string; byId: string | null; at: Date }

/** Makes a code for a manager; it is known here and now only. */
export async function invite(tx: Tx, { managerId, byId, at }: Inviting): Promise<{ code: string; expiresAt: Date }> {
  const code = newInvitationCode()
  const expiresAt = new Date(at.getTime() + validMs)
  await replaceInvitation(tx, { codeHash: invitationHash(code), managerId, createdById: byId, createdAt: at, expiresAt })
  await writeAudit(tx, { managerId: byId, noun: 'manager', nounId: managerId, action: 'invited', at, after: { expiresAt: expiresAt.toISOString() } })
  return { code, expiresAt }
}

export function createInvitations({ db, clock }: { db: Pick<Db, 'write'>; clock: Clock }) {
  return {
    invite: (managerId: string, byId: string) => db.write((tx) => invite(tx, { managerId, byId, at: clock.now() })),
    /** Gives the manager's id. The same person may bring the same code again, as after an answer that got lost. */
    accept: (identity: ProvenIdentity, code: string): Promise<string> => db.write(async (tx) => {
      const [codeHash, at] = [invitationHash(code), clock.now()]
      const usedNow = await useInvitation(tx, codeHash, at)
      const managerId = await managerOfInvitation(tx, codeHash)
      const boundTo = await findBound(tx, identity)
      if (managerId !== null && boundTo === managerId) return managerId
      if (managerId === null || !usedNow) throw new AppError('invitation-unknown')
      // Failing leaves the code unused: nothing of this unit of work is kept.
      if (boundTo !== null) throw new AppError('identity-bound')
      await bindIdentity(tx, managerId, { key: identity, at })
      await writeAudit(tx, { managerId, noun: 'manager', nounId: managerId, action: 'identity-bound', at, after: { provider: identity.provider, tenant: identity.tenant, by: 'invitation' } })
      return managerId
    }),
  }
}
export type Invitations = ReturnType<typeof createInvitations>
