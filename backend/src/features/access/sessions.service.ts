import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../ports/clock'
import { sha256 } from '../../platform/crypto/digest'
import type { Caller, Credentials } from '../../platform/http/caller'
import type { SessionRow, SessionsRepository } from './sessions.repository'

const absoluteMs = 12 * 60 * 60 * 1000
/** How long a found session is believed without asking again: a manager switched off is out after it at the latest. */
const believedMs = 10_000

/** Sessions live in the database as hashes of their tokens; the token itself is known to the client alone. */
export function createSessions({ sessions, clock }: { sessions: SessionsRepository; clock: Clock }) {
  const believed = new LRUCache<string, SessionRow>({ max: 10_000, ttl: believedMs })
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
      const session = believed.get(hash) ?? sessions.find(hash)
      if (!session || session.active !== 1 || session.expiresAt <= clock.now().getTime()) return null
      believed.set(hash, session)
      const { managerId: id, name, role, teamId, locale } = session
      return { id, name, role, teamId, locale }
    },
    async end(token: string) {
      believed.delete(sha256(token))
      await sessions.end(sha256(token))
    },
    /** After a manager's own settings changed. */
    forget: (token: string) => believed.delete(sha256(token)),
  }
}
export type Sessions = ReturnType<typeof createSessions>
