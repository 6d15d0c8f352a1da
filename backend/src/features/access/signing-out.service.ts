import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Authenticate, Caller } from '../../platform/http/caller'
import { endTokens } from './identities.repository'
import type { Identities } from './identities.service'
import type { ManagersRepository } from './managers.repository'
import type { Sessions } from './sessions.service'

export interface SigningOutDeps { db: Pick<Db, 'write'>; managers: ManagersRepository; clock: Clock; machine: Clock }

/** A signed token belongs to an identity provider, everything else is a session of ours. */
export function createAuthenticate({ sessions, identities }: { sessions: Sessions; identities: Identities }): Authenticate {
  return (credentials) => (identities.concerns(credentials) ? identities.authenticate(credentials) : sessions.authenticate(credentials))
}

/** Signs a manager out everywhere: sessions end, and tokens issued until now are refused although their provider still holds them for good. */
export function createEndSessions({ db, managers, clock, machine }: SigningOutDeps) {
  return async function endSessions(caller: Caller, managerId: string): Promise<void> {
    if (caller.role !== 'administrator' && caller.id !== managerId) throw new AppError('forbidden')
    if (!managers.find(managerId)) throw new AppError('not-found')
    // Providers count in whole seconds of the real world: whatever may have been issued in this one is refused.
    const notBefore = new Date(Math.ceil(machine.now().getTime() / 1_000) * 1_000)
    const at = clock.now()
    await db.write(async (tx) => {
      await endTokens(tx, managerId, notBefore)
      await writeAudit(tx, { managerId: caller.id, noun: 'manager', nounId: managerId, action: 'sessions-ended', at, after: { tokensNotBefore: notBefore.toISOString() } })
    })
  }
}
export type EndSessions = ReturnType<typeof createEndSessions>
