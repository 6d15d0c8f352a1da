import { randomBytes } from 'node:crypto'
import type { Clock } from '../../ports/clock'
import { sha256 } from '../../platform/crypto/digest'
import type { Caller, Credentials } from '../../platform/http/caller'
import type { SessionsRepository } from './sessions.repository'

export const absoluteMs = 12 * 60 * 60 * 1000

/** Sessions live in the database as hashes of their tokens; the token itself is known to the client alone. */
export function createSessions({ sessions, clock }: { sessions: SessionsRepository; clock: Clock }) {
  return {
    async open(managerId: string): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + absoluteMs)
      await sessions.open({ tokenHash: sha256(token), managerId, createdAt: now, expiresAt })
      return { token, expiresAt }
    },
    async authenticate({ token }: Credentials): Promise<Caller | null> {
      // Asked anew by every request (some 20 µs): whoever was switched off, in whatever process, is out with the next one.
      const session = sessions.find(sha256(token))
      if (!session || session.active !== 1 || session.expiresAt <= clock.now().getTime()) return null
      const { managerId: id, name, role, teamId, locale } = session
      return { id, name, role, teamId, locale }
    },
    end: (token: string) => sessions.end(sha256(token)),
  }
}
export type Sessions = ReturnType<typeof createSessions>
