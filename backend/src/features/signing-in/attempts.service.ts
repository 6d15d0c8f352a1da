import { randomBytes } from 'node:crypto'
import { sha256 } from '../../platform/crypto/digest'
import type { Seals } from '../../platform/crypto/sealed-text'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import type { ProvenIdentity } from '../../ports/identity-verifier'
import { keepAttempt, takeAttempt } from './attempts.repository'

/** How long an attempt may take, in ms: passwords, a second factor, a colleague at the door. */
export const attemptMs = 10 * 60_000

export const newSecret = () => randomBytes(32).toString('base64url')

export interface Attempt { provider: ProvenIdentity['provider']; purpose: 'under-way' | 'knocking'; key: string; browser: string; contents: object; until?: number }
export interface Asked { purpose: Attempt['purpose']; key: string; browser: string | null }
export type Taken = { kind: 'taken'; provider: ProvenIdentity['provider']; opened: string | null } | { kind: 'stale' } | { kind: 'other-browser'; provider: ProvenIdentity['provider'] }

/** Attempts to sign in: each found by a key that is told once, opened in the browser that began it, and gone when it was asked for. Only hashes and what is sealed are kept. */
export function createAttempts({ db, clock, seals }: { db: Pick<Db, 'write'>; clock: Clock; seals: Seals }) {
  const contextOf = (purpose: Attempt['purpose'], stateHash: string) => `sign-in ${purpose}:${stateHash}`
  return {
    async keep({ provider, purpose, key, browser, contents, until }: Attempt): Promise<void> {
      const stateHash = sha256(key)
      const now = clock.now()
      const sealed = seals.seal(JSON.stringify(contents), contextOf(purpose, stateHash))
      const expiresAt = new Date(until ?? now.getTime() + attemptMs)
      await db.write((tx) => keepAttempt(tx, { stateHash, provider, sealed, browserHash: sha256(browser), expiresAt }, now))
    },
    async take({ purpose, key, browser }: Asked): Promise<Taken> {
      const stateHash = sha256(key)
      const row = await db.write((tx) => takeAttempt(tx, stateHash, clock.now()))
      if (!row) return { kind: 'stale' }
      if (browser === null || sha256(browser) !== row.browserHash) return { kind: 'other-browser', provider: row.provider }
      return { kind: 'taken', provider: row.provider, opened: seals.open(row.sealed, contextOf(purpose, stateHash)) }
    },
  }
}
export type Attempts = ReturnType<typeof createAttempts>
