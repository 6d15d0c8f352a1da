import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'

/** In ms and bytes: an issuer that is slow or talks too much is an issuer that does not answer. */
export const documentLimits = { timeout: 5_000, bytes: 200_000 } as const

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/
const jwks = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional(), issuer: z.string().optional() })).max(100) })
export type PublishedKeys = z.output<typeof jwks>

/** What tokens are trusted by is read over https, or from this machine. */
export const isTrustedAddress = (url: string) => url.startsWith('https://') || loopback.test(url)
export const isLoopbackAddress = (url: string) => loopback.test(url)

/** A JSON document that an issuer publishes. Follows no redirect: the address asked is the one that was configured. */
export async function readIssuerDocument(url: string, get: typeof fetch = fetch): Promise<unknown> {
  if (!isTrustedAddress(url)) throw new Error('what tokens are checked by is read over https, or from this machine')
  const response = await get(url, { redirect: 'error', signal: AbortSignal.timeout(documentLimits.timeout), headers: { accept: 'application/json' } })
  const text = await response.text()
  if (!response.ok || text.length > documentLimits.bytes) throw new Error(`an issuer's document: HTTP ${response.status}`)
  return JSON.parse(text) as unknown
}

export const parseKeys = (document: unknown): PublishedKeys => jwks.parse(document)
/** The schema above holds the envelope; every single key is jose's to judge. */
export const asKeySet = (keys: PublishedKeys['keys']) => ({ keys }) as JSONWebKeySet
