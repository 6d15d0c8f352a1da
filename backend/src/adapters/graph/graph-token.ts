import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { createMailboxGate } from '../gate/mailbox-gate'
import type { GraphSettings } from './graph-settings'
import { requestToken, scopeFor } from './token-endpoint'

/** In seconds: a token is not used up to its very end. */
const reserve = 300

export interface GraphToken {
  get(): Promise<string>
  /** Another one than that which was refused. */
  instead(refused: string): Promise<string>
}

/** One token for all mailboxes, asked for once however many wait for it. */
export function createGraphToken({ baseUrl, identity }: GraphSettings, clock: Clock): GraphToken {
  if (identity.kind === 'fixed') return { get: async () => identity.token, instead: () => Promise.reject(new ProviderFailure('auth-expired')) }
  const credentials = identity
  const scope = scopeFor(baseUrl)
  const gate = createMailboxGate({ clock, max: 1 })
  let kept: { token: string; until: number } | null = null
  let asking: Promise<string> | null = null

  async function ask(): Promise<string> {
    try {
      const { token, seconds } = await gate.run('token', () => requestToken(credentials, scope, clock))
      kept = { token, until: clock.now().getTime() + Math.max(seconds - reserve, seconds / 2) * 1_000 }
      return token
    } finally {
      asking = null
    }
  }
  const get = async () => (kept && clock.now().getTime() < kept.until ? kept.token : (asking ??= ask()))

  return {
    get,
    instead(refused) {
      if (kept?.token === refused) kept = null
      return get()
    },
  }
}
