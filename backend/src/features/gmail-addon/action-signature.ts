import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Parameter } from '@counterpane/addin-gmail/card-schema'

/** A card may stay open over a weekend's night or two, not for ever. */
const validForMs = 48 * 3_600_000

export interface SignedFacts { action: string; parameters: Readonly<Record<string, string>> }

/**
 * Binds each button to the person it was drawn for, the message, the action, what it is done to, and until when. `secrets`: the first signs, all are
 * believed, so that a secret can be changed while cards are open.
 */
export function createActionSignatures(secrets: readonly string[]) {
  const keys = secrets.map((secret) => createHmac('sha256', secret).update('gmail-actions/1').digest())
  if (keys.length === 0) throw new Error('signing needs a secret')
  const macOf = (key: Buffer, sub: string, parameters: Readonly<Record<string, string>>) =>
    createHmac('sha256', key).update(JSON.stringify([sub, Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))])).digest()

  return {
    sign(sub: string, { action, parameters }: SignedFacts, now: Date): Parameter[] {
      const all = { ...parameters, action, expires: String(now.getTime() + validForMs) }
      const signature = macOf(keys[0]!, sub, all).toString('base64url')
      return Object.entries({ ...all, signature }).map(([key, value]) => ({ key, value }))
    },
    /** The action and its parameters when they were signed for this person and still hold; else null, whatever is wrong. */
    verify(sub: string, given: Readonly<Record<string, string>>, now: Date): SignedFacts | null {
      const { signature = '', ...all } = given
      const claimed = Buffer.from(signature, 'base64url')
      const right = keys.map((key) => macOf(key, sub, all)).filter((mac) => mac.length === claimed.length && timingSafeEqual(mac, claimed)).length > 0
      const { action, expires, ...parameters } = all
      if (!right || !action || !expires || !(Number(expires) > now.getTime())) return null
      return { action, parameters }
    },
  }
}
export type ActionSignatures = ReturnType<typeof createActionSignatures>
