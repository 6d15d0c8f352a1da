import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { InvalidToken, ProvenIdentity, TokenVerdict } from '../../ports/identity-verifier'

const text = z.string().min(1).max(1_000)
const header = z.object({ alg: z.literal('RS256'), kid: text, typ: z.string().regex(/^(application\/)?(at\+)?jwt$/i).optional() })
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const yes = z.union([z.boolean(), z.literal(0), z.literal(1), z.enum(['0', '1', 'true', 'false'])]).transform((value) => value === true || value === 1 || value === '1' || value === 'true')

/** The claims that are read; https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference. */
const payload = z.object({
  iss: text, aud: text, ver: z.literal('2.0'), tid: guid, oid: text.optional(), iat: z.number(), exp: z.number(),
  scp: z.string().max(4_000).optional(), azp: text.optional(), idtyp: z.string().optional(), roles: z.unknown().optional(),
  nonce: z.unknown().optional(), at_hash: z.unknown().optional(), c_hash: z.unknown().optional(),
  email: z.string().max(1_000).optional(), preferred_username: z.string().max(1_000).optional(), xms_edov: yes.optional(), idp: z.string().optional(),
})
export type EntraClaims = z.output<typeof payload>

/** What the token says of itself, before anything is proven. */
export function readEntraToken(token: string): EntraClaims | InvalidToken {
  try {
    if (!header.safeParse(decodeProtectedHeader(token)).success) return 'algorithm'
    const claims = payload.safeParse(decodeJwt(token))
    if (claims.success) return claims.data
    const wrong = claims.error.issues[0]?.path[0]
    return wrong === 'ver' ? 'version' : wrong === 'aud' ? 'audience' : wrong === 'iss' ? 'issuer' : 'claims'
  } catch {
    return 'unreadable'
  }
}

/**
 * What a token with a right signature was given for. The pane's registration is the server's own, so its ID tokens carry the same audience: they
 * are told by what only they have. A token without scope and without those is a program's own.
 */
export function judgeClaims(claims: EntraClaims, { scope, client }: { scope: string; client: string }): TokenVerdict {
  if (claims.idtyp === 'app') return { kind: 'not-delegated', reason: 'app-only' }
  if (claims.scp === undefined) {
    const ofSignIn = claims.nonce !== undefined || claims.at_hash !== undefined || claims.c_hash !== undefined
    const ofProgram = claims.azp !== undefined || claims.roles !== undefined
    return ofSignIn || !ofProgram ? { kind: 'invalid', reason: 'id-token' } : { kind: 'not-delegated', reason: 'app-only' }
  }
  if (!claims.scp.split(' ').includes(scope)) return { kind: 'not-delegated', reason: 'scope' }
  if (claims.azp !== client) return { kind: 'not-delegated', reason: 'client' }
  if (claims.oid === undefined) return { kind: 'invalid', reason: 'claims' }
  const identity: ProvenIdentity = { provider: 'entra', tenant: claims.tid, subject: claims.oid, vouchedAddress: vouchedAddressOf(claims), issuedAt: claims.iat }
  return { kind: 'proven', identity }
}

/**
 * A tenant vouches for its own people's addresses, and only listed tenants come here. A guest's address is the word of another tenant (`idp`), and
 * a domain that Entra knows to be unverified says so (`xms_edov`).
 */
export function vouchedAddressOf({ email, preferred_username: userName, xms_edov: domainVerified, idp }: Pick<EntraClaims, 'email' | 'preferred_username' | 'xms_edov' | 'idp'>): string | null {
  return (domainVerified ?? idp === undefined) ? email ?? userName ?? null : null
}
