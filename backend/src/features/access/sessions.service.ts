import { randomBytes } from 'node:crypto'
import type { Clock } from '../../ports/clock'
import { sha256 } from '../../platform/crypto/digest'
import type { Caller, Credentials } from '../../platform/http/caller'
import { createBelieved } from './believed'
import type { SessionRow, SessionsRepository } from './sessions.repository'

const absoluteMs = 12 * 60 * 60 * 1000

/** Sessions live in the database as hashes of their tokens; the token itself is known to the client alone. */
export function createSessions({ sessions, clock }: { sessions: SessionsRepository; clock: Clock }) {
  const believed = createBelieved<SessionRow>(clock)
  return {
    async open(managerId: string): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + absoluteMs)
      await sessions.open({ tokenHash: sha256(token), managerId, createdAt: now, expiresAt })
      return { token, expiresAt }
    },
    async authenticate({ token }: Credentials): Promise<Caller | null> {
      const hash = sha256(token)
      const session = believed.ask(hash, () => sessions.find(hash))
      if (!session || session.active !== 1 || session.expiresAt <= clock.now().getTime()) return null
      const { managerId: id, name, role, teamId, locale } = session
      return { id, name, role, teamId, locale }
    },
    async end(token: string) {
      believed.forget(sha256(token))
      await sessions.end(sha256(token))
    },
    /** After something about the manager changed. */
    forgetManager: believed.forgetManager,
  }
}
export type Sessions = ReturnType<typeof createSessions>
