import { jwtVerify } from 'jose'
import { z } from 'zod'
import { KeysUnavailable } from '../../platform/crypto/key-cache'
import { createSigningKeys, googleCertsUrl } from './signing-keys'

/** What a verified Google ID token says about its bearer; `issuedAt` in seconds since 1970. */
export interface GoogleClaims { sub: string; email: string | null; emailVerified: boolean; issuedAt: number }

const claims = z.object({
  iat: z.number(),
  sub: z.string().min(1).max(255),
  email: z.string().min(3).max(1_000).optional(),
  // Google writes a boolean; its own older libraries met it as text.
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]).optional(),
})
const issuers = ['https://accounts.google.com', 'accounts.google.com']
const longestToken = 10_000

/**
 * Checks Google's ID tokens. jose instead of google-auth-library's verifyIdToken: that one skips the audience when none is given, allows five
 * minutes of skew, and puts tokens into its messages. Time is the machine's own, never the product's clock.
 */
export function createGoogleTokenVerifier({ certsUrl = googleCertsUrl }: { certsUrl?: string } = {}) {
  const keyOf = createSigningKeys(certsUrl)
  /** Gives null for every token that is not right, whatever is wrong with it; rejects with KeysUnavailable when Google's keys cannot be read. */
  return async function verify(token: string, audience: string): Promise<GoogleClaims | null> {
    if (audience === '' || token === '' || token.length > longestToken) return null
    try {
      const { payload } = await jwtVerify(token, keyOf, { algorithms: ['RS256'], issuer: issuers, audience, clockTolerance: 60, requiredClaims: ['exp', 'iat', 'sub'] })
      // A token for several audiences at once is none of Google's.
      if (typeof payload.aud !== 'string') return null
      const read = claims.safeParse(payload)
      return read.success ? { sub: read.data.sub, email: read.data.email ?? null, emailVerified: read.data.email_verified === true, issuedAt: read.data.iat } : null
    } catch (error) {
      // Nothing is said about the token then.
      if (error instanceof KeysUnavailable) throw error
      return null
    }
  }
}
export type VerifyGoogleToken = ReturnType<typeof createGoogleTokenVerifier>
