import { randomBytes } from 'node:crypto'
import type { Session } from '@counterpane/shared/contract/signing-in'
import type { Clock } from '../../ports/clock'
import { sha256 } from '../../platform/crypto/digest'
import type { Caller, Credentials } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import { clientName } from './client-name'
import type { SessionsRepository } from './sessions.repository'

const [minute, hour] = [60_000, 3_600_000]
/** A session ends when nobody used it for `idle`, and `absolute` after it began, in ms. When it was last used is written once in `noted` at most. */
export const sessionLimits = { idle: 8 * hour, noted: minute, absolute: { demo: 12 * hour, production: 7 * 24 * hour } } as const

export interface SessionsDeps { sessions: SessionsRepository; clock: Clock; absoluteMs?: number }

/** Sessions live in the database as hashes of their tokens; the token itself is known to the client alone. */
export function createSessions({ sessions, clock, absoluteMs = sessionLimits.absolute.demo }: SessionsDeps) {
  const alive = () => {
    const now = clock.now()
    return { now, seenAfter: new Date(now.getTime() - sessionLimits.idle) }
  }
  const beingNoted = new Set<string>()
  /** Beside the request: it is not worth waiting for, nor failing for. */
  function note(tokenHash: string, now: Date) {
    if (beingNoted.has(tokenHash)) return
    beingNoted.add(tokenHash)
    void sessions.markSeen(tokenHash, now).catch(() => {}).finally(() => beingNoted.delete(tokenHash))
  }
  return {
    absoluteMs,
    async open(managerId: string, userAgent?: string): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const now = clock.now()
      const expiresAt = new Date(now.getTime() + absoluteMs)
      await sessions.open({ id: uuidv7(), tokenHash: sha256(token), managerId, client: clientName(userAgent), createdAt: now, expiresAt })
      return { token, expiresAt }
    },
    async authenticate({ token }: Credentials): Promise<Caller | null> {
      // Asked anew by every request (some 20 µs): whoever was switched off, in whatever process, is out with the next one.
      const tokenHash = sha256(token)
      const session = sessions.find(tokenHash)
      const { now, seenAfter } = alive()
      if (!session || session.active !== 1 || session.expiresAt <= now.getTime() || session.seenAt <= seenAfter.getTime()) return null
      if (now.getTime() - session.seenAt >= sessionLimits.noted) note(tokenHash, now)
      const { managerId: id, name, role, teamId, locale } = session
      return { id, name, role, teamId, locale }
    },
    end: (token: string) => sessions.end(sha256(token)),
    /** A manager's own, the last used first. `token`: of the one that asks. */
    list(managerId: string, token: string): Session[] {
      const current = sha256(token)
      return sessions.listOf(managerId, alive()).map(({ id, client, createdAt, seenAt, tokenHash }) =>
        ({ id, client, createdAt: new Date(createdAt).toISOString(), seenAt: new Date(seenAt).toISOString(), current: tokenHash === current }))
    },
    endOwn: (managerId: string, id: string) => sessions.endOwn(managerId, id),
    sweep: () => sessions.endDead(alive()),
  }
}
export type Sessions = ReturnType<typeof createSessions>
