import { createLocalJWKSet, errors, type FlattenedJWSInput, type JSONWebKeySet, type JWSHeaderParameters } from 'jose'

/**
 * In ms. Keys are read anew after `fresh` and serve until `stale` while the issuer cannot be reached; tokens with unknown keys cannot make us
 * ask more than once in `cooldown`; a caller waits `patience` at most while keys that still serve are read anew.
 */
export const keyLimits = { fresh: 3_600_000, stale: 86_400_000, cooldown: 300_000, afterFailure: 5_000, patience: 500 } as const

export type KeyOf = (header: JWSHeaderParameters, token: FlattenedJWSInput) => ReturnType<ReturnType<typeof createLocalJWKSet>>
export interface KeyCacheOptions { read: () => Promise<JSONWebKeySet>; now?: () => number; stale?: number }
interface Kept { keyOf: ReturnType<typeof createLocalJWKSet>; at: number }

/** No key can be had now: nothing is said about the token. */
export class KeysUnavailable extends Error {
  constructor() { super('the signing keys cannot be read') }
}

/**
 * An issuer's public keys, kept for as long as they may serve. jose's own remote set forgets its keys when the issuer cannot be reached; so the
 * keeping is here and the choosing of a key stays jose's. Only the `kid` of a token is looked at, never the addresses or keys it brings along.
 */
export function createKeyCache({ read, now = Date.now, stale = keyLimits.stale }: KeyCacheOptions): KeyOf {
  let kept: Kept | null = null
  let reading: Promise<void> | null = null
  let failedAt = -Infinity
  let askedForUnknownAt = -Infinity

  /** One reading at a time, however many wait for it. */
  const refresh = () => {
    if (now() - failedAt < keyLimits.afterFailure) return Promise.resolve()
    reading ??= read().then((keys) => { kept = { keyOf: createLocalJWKSet(keys), at: now() } }).catch(() => { failedAt = now() }).finally(() => { reading = null })
    return reading
  }
  const age = () => (kept ? now() - kept.at : Infinity)

  return async (header, token) => {
    const before = kept
    if (age() > stale) await refresh()
    else if (age() > keyLimits.fresh) await within(keyLimits.patience, refresh())
    const serving: Kept | null = kept
    if (!serving || age() > stale) throw new KeysUnavailable()
    try {
      return await serving.keyOf(header, token)
    } catch (error) {
      const readJustNow = serving !== before
      if (!(error instanceof errors.JWKSNoMatchingKey) || readJustNow || now() - askedForUnknownAt < keyLimits.cooldown) throw error
      askedForUnknownAt = now()
      await refresh()
      return (kept ?? serving).keyOf(header, token)
    }
  }
}

function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const pause = new Promise<void>((resolve) => { timer = setTimeout(resolve, milliseconds) })
  return Promise.race([work, pause]).finally(() => clearTimeout(timer))
}
