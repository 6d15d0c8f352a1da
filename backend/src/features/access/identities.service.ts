import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { Clock } from '../../ports/clock'
import type { IdentityVerifier, ProvenIdentity } from '../../ports/identity-verifier'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller, Credentials } from '../../platform/http/caller'
import type { Log } from '../../platform/log/logger'
import { bindIdentity, findBound, hasIdentity, type BoundManager, type IdentitiesRepository } from './identities.repository'
import { newerTokenNeeded, scopeMissing, tokenRefused } from './token-challenges'

export interface IdentitiesDeps {
  db: Pick<Db, 'write'>; identities: IdentitiesRepository; clock: Clock; log: Pick<Log, 'info'>
  /** Null where no provider is set up: then every token is looked for among the sessions. */
  verifier: IdentityVerifier | null
  /** The demo only: the manager of an address that the provider vouches for. Elsewhere nobody is ever found by an address. */
  managerAtFirstSight: ((addressKey: string) => { id: string } | null) | null
}

/** People who come with a token of an identity provider instead of a session of ours. */
export function createIdentities({ db, identities, clock, log, verifier, managerAtFirstSight }: IdentitiesDeps) {

  /** Who the bearer is for the provider, manager of ours or not. */
  async function identify({ token, via }: Credentials): Promise<ProvenIdentity> {
    const verdict = verifier && via === 'bearer' ? await verifier.verify(token) : null
    if (verdict?.kind === 'proven') return verdict.identity
    if (verdict) log.info({ event: 'token-refused', kind: verdict.kind, ...('reason' in verdict && { reason: verdict.reason }) }, 'a token was refused')
    if (verdict?.kind === 'unavailable') throw new AppError('provider-unavailable')
    if (verdict?.kind === 'not-delegated') throw scopeMissing()
    // Nobody learns whether the tenant or only the person is unknown here.
    if (verdict?.kind === 'foreign') throw new AppError('not-invited')
    throw tokenRefused()
  }

  /** A manager's first identity at this provider only: a second one with the same address is somebody else. */
  async function bindAtFirstSight(identity: ProvenIdentity): Promise<BoundManager | null> {
    const key = identity.vouchedAddress === null ? undefined : parseAddress(identity.vouchedAddress)?.addressKey
    const manager = key === undefined ? null : managerAtFirstSight?.(key) ?? null
    if (!manager) return null
    const at = clock.now()
    await db.write(async (tx) => {
      if ((await findBound(tx, identity)) !== null || (await hasIdentity(tx, manager.id, identity.provider))) return
      await bindIdentity(tx, manager.id, { key: identity, at })
      await writeAudit(tx, { managerId: manager.id, noun: 'manager', nounId: manager.id, action: 'identity-bound', at, after: { provider: identity.provider, tenant: identity.tenant, by: 'first-sight' } })
    })
    return identities.find(identity)
  }

  /** The manager behind a proven identity. Fails when nobody here answers to it, or its token is older than the end of all sessions. */
  async function recognise(identity: ProvenIdentity): Promise<Caller> {
    const manager = identities.find(identity) ?? (await bindAtFirstSight(identity))
    if (!manager || manager.active !== 1) throw new AppError('not-invited')
    if (manager.tokensNotBefore !== null && identity.issuedAt * 1_000 < manager.tokensNotBefore) throw newerTokenNeeded(manager.tokensNotBefore)
    return { id: manager.managerId, name: manager.name, role: manager.role, teamId: manager.teamId, locale: manager.locale }
  }

  return {
    identify,
    recognise,
    /** Sessions of ours hold no dot, signed tokens always do. */
    concerns: ({ token, via }: Credentials) => verifier !== null && via === 'bearer' && token.includes('.'),
    authenticate: async (credentials: Credentials): Promise<Caller> => recognise(await identify(credentials)),
  }
}
export type Identities = ReturnType<typeof createIdentities>
