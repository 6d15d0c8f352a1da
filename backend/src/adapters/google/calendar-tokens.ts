import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Clock } from '../../ports/clock'
import type { CalendarAccess } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import type { MailboxGate } from '../gate/mailbox-gate'
import type { Proof, Purpose } from './calendar-grants'

/** In ms: a token is replaced a minute before it ends; what was refused is tried again after an hour at the earliest, unless there is another consent. */
const early = 60_000
const refusedFor = 3_600_000

interface Kept { token: string; until: number }
export interface TokensDeps { proofFor(access: CalendarAccess, purpose: Purpose): Proof; gate: MailboxGate; clock: Clock; uptime?(): number }

/** Access tokens, each asked for once however many wait for it. They age by the machine's running time: the product's clock may stand elsewhere. */
export function createCalendarTokens({ proofFor, gate, clock, uptime = () => performance.now() }: TokensDeps) {
  const kept = new LRUCache<string, Kept>({ max: 5_000 })
  const refused = new LRUCache<string, { until: number; failure: ProviderFailure }>({ max: 5_000 })
  const asking = new Map<string, Promise<string>>()
  const now = () => clock.now().getTime()

  async function ask(key: string, mailbox: string, proof: Proof): Promise<string> {
    try {
      const { access_token: token, expires_in: seconds } = await gate.run(mailbox, () => proof.ask())
      refused.delete(key)
      kept.set(key, { token, until: uptime() + seconds * 1_000 - early })
      return token
    } catch (error) {
      if (error instanceof ProviderFailure && error.code === 'auth-expired') refused.set(key, { until: now() + refusedFor, failure: error })
      throw error
    } finally {
      asking.delete(key)
    }
  }

  async function tokenFor(access: CalendarAccess, purpose: Purpose): Promise<{ token: string; drop(): void }> {
    const proof = proofFor(access, purpose)
    const key = createHash('sha256').update(`${access.mailbox.toLowerCase()}\n${proof.name}`).digest('base64url')
    const drop = (token: string) => () => { if (kept.get(key)?.token === token) kept.delete(key) }
    const known = kept.get(key)
    if (known && known.until > uptime()) return { token: known.token, drop: drop(known.token) }
    const before = refused.get(key)
    if (before && before.until > now()) throw before.failure
    let work = asking.get(key)
    if (!work) asking.set(key, (work = ask(key, access.mailbox, proof)))
    const token = await work
    return { token, drop: drop(token) }
  }

  /** A token that is refused before its time is replaced once; a second refusal is the answer. */
  return async function withToken<T>(access: CalendarAccess, purpose: Purpose, work: (token: string) => Promise<T>): Promise<T> {
    const first = await tokenFor(access, purpose)
    try {
      return await gate.run(access.mailbox, () => work(first.token))
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.code !== 'auth-expired') throw error
      first.drop()
    }
    const second = await tokenFor(access, purpose)
    return gate.run(access.mailbox, () => work(second.token))
  }
}
export type WithToken = ReturnType<typeof createCalendarTokens>
