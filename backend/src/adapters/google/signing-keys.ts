import { createLocalJWKSet, errors, type JSONWebKeySet, type JWSHeaderParameters, type FlattenedJWSInput } from 'jose'
import { z } from 'zod'

export const googleCertsUrl = 'https://www.googleapis.com/oauth2/v3/certs'

/** In ms. Keys serve a day without the issuer's answer; tokens with unknown keys cannot make us ask more than once in `cooldown`. */
export const keyLimits = { fresh: 3_600_000, stale: 86_400_000, cooldown: 300_000, afterFailure: 5_000, timeout: 5_000, bytes: 200_000 } as const

const jwks = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })).max(100) })
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/

type KeyOf = (header: JWSHeaderParameters, token: FlattenedJWSInput) => ReturnType<ReturnType<typeof createLocalJWKSet>>
interface Kept { keyOf: KeyOf; at: number }

/**
 * The issuer's public keys, read from one configured address only. jose's own remote set forgets its keys when the issuer cannot be reached,
 * and google-auth-library cannot be given an address; so the reading is here and the choosing of a key stays jose's.
 */
export function createSigningKeys(url: string, { now = Date.now, fetch: get = fetch }: { now?: () => number; fetch?: typeof fetch } = {}): KeyOf {
  if (!url.startsWith('https://') && !loopback.test(url)) throw new Error('signing keys are read over https, or from this machine')
  let kept: Kept | null = null
  let reading: Promise<void> | null = null
  let failedAt = -Infinity

  const read = async () => {
    const response = await get(url, { redirect: 'error', signal: AbortSignal.timeout(keyLimits.timeout), headers: { accept: 'application/json' } })
    const text = await response.text()
    if (!response.ok || text.length > keyLimits.bytes) throw new Error(`signing keys: HTTP ${response.status}`)
    kept = { keyOf: createLocalJWKSet(jwks.parse(JSON.parse(text)) as JSONWebKeySet), at: now() }
  }
  /** One reading at a time, however many wait for it. */
  const refresh = () => {
    if (now() - failedAt < keyLimits.afterFailure) return Promise.resolve()
    reading ??= read().catch(() => { failedAt = now() }).finally(() => { reading = null })
    return reading
  }
  const age = () => (kept ? now() - kept.at : Infinity)

  return async (header: JWSHeaderParameters, token: FlattenedJWSInput) => {
    if (age() > keyLimits.fresh) await refresh()
    if (!kept || age() > keyLimits.stale) throw new errors.JWKSNoMatchingKey()
    try {
      return await kept.keyOf(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || age() < keyLimits.cooldown) throw error
      await refresh()
      return kept.keyOf(header, token)
    }
  }
}
