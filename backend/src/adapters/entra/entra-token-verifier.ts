import { errors, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import type { IdentityVerifier, InvalidToken, ProvenIdentity, TokenVerdict } from '../../ports/identity-verifier'
import { sha256 } from '../../platform/crypto/digest'
import { KeysUnavailable } from '../../platform/crypto/key-cache'
import { judgeClaims, readEntraToken, type EntraClaims } from './entra-claims'
import { createTenantKeys, isIssuerOf, type TenantKeys } from './entra-keys'

export interface EntraVerifierOptions {
  authority: string
  /** GUIDs in small letters; tokens of any other tenant are foreign. */
  tenants: readonly string[]
  /** The client id of this server's registration, which is the audience of v2 tokens; of the pane's, when it has its own. */
  audience: string; client: string; scope: string
  now?: () => number; fetch?: typeof fetch
}

/** Seconds by which the machine's clock and Entra's may differ. */
const skew = 60
/** Tokens whose signature is known to be right; one person has one or two at a time. */
const tokensKept = 10_000
const invalid = (reason: InvalidToken): TokenVerdict => ({ kind: 'invalid', reason })

/** Checks Entra's v2 access tokens for this server; docs/decisions/013 gives the order and the reasons. */
export function createEntraTokenVerifier({ authority, tenants, audience, client, scope, now = Date.now, fetch: get }: EntraVerifierOptions): IdentityVerifier {
  const keysOf = new Map<string, TenantKeys>(tenants.map((tenant) => [tenant, createTenantKeys({ authority, tenant, now, fetch: get })]))
  const proven = new LRUCache<string, { identity: ProvenIdentity; exp: number }>({ max: tokensKept })

  async function judge(token: string): Promise<{ verdict: TokenVerdict; exp: number }> {
    const said = readEntraToken(token)
    if (typeof said === 'string') return { verdict: invalid(said), exp: 0 }
    if (said.aud !== audience) return { verdict: invalid('audience'), exp: 0 }
    if (!isIssuerOf(said.tid, said.iss)) return { verdict: invalid('issuer'), exp: 0 }
    const keys = keysOf.get(said.tid)
    // Another tenant's keys are never asked for: whoever can make up a tenant could make us call for it.
    if (!keys) return { verdict: { kind: 'foreign' }, exp: 0 }
    const refused = await refusalOf(token, said, keys)
    return { verdict: refused ?? judgeClaims(said, { scope, client }), exp: said.exp }
  }

  /** The signature holds over the very bytes that `said` was read from. */
  async function refusalOf(token: string, said: EntraClaims, keys: TenantKeys): Promise<TokenVerdict | null> {
    try {
      await jwtVerify(token, keys.keyOf, { algorithms: ['RS256'], audience, clockTolerance: skew, requiredClaims: ['exp', 'iat'], currentDate: new Date(now()) })
      return said.iss === keys.issuer() ? null : invalid('issuer')
    } catch (error) {
      if (error instanceof KeysUnavailable) return { kind: 'unavailable' }
      if (error instanceof errors.JWTExpired) return invalid('expired')
      if (error instanceof errors.JWTClaimValidationFailed) return invalid(error.claim === 'nbf' ? 'not-yet' : 'claims')
      return invalid('signature')
    }
  }

  return {
    async verify(token) {
      const key = sha256(token)
      const known = proven.get(key)
      if (known && known.exp + skew > now() / 1000) return { kind: 'proven', identity: known.identity }
      const { verdict, exp } = await judge(token)
      if (verdict.kind === 'proven') proven.set(key, { identity: verdict.identity, exp })
      else proven.delete(key)
      return verdict
    },
  }
}
