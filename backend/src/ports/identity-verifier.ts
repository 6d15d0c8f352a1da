/**
 * Who an identity provider says the bearer of a token is. The pair (tenant, subject) is the key of a person and nothing else is: names and
 * addresses change hands and can be claimed.
 */
export interface ProvenIdentity {
  provider: 'entra' | 'google'; tenant: string; subject: string
  /** An address that the provider vouches for, as written; null when it does not. */
  vouchedAddress: string | null
  /** When the token was issued, in seconds since 1970, by the provider's clock. */
  issuedAt: number
}

/** Why a token is not believed, for the log: a closed list, so that nothing of a token gets there. */
export type InvalidToken = 'unreadable' | 'algorithm' | 'issuer' | 'audience' | 'version' | 'signature' | 'expired' | 'not-yet' | 'claims' | 'id-token'

export type TokenVerdict =
  | { kind: 'proven'; identity: ProvenIdentity }
  | { kind: 'invalid'; reason: InvalidToken }
  /** Right in itself, but not given to a person in our pane for this server: of a program alone, without our scope, or of another program. */
  | { kind: 'not-delegated'; reason: 'app-only' | 'scope' | 'client' }
  /** Of a tenant that is not ours; nothing else was looked at. */
  | { kind: 'foreign' }
  /** The provider's keys cannot be had now: nothing is said about the token. */
  | { kind: 'unavailable' }

export interface IdentityVerifier {
  /** Never rejects; every token gets a verdict. Time is the machine's own. */
  verify(token: string): Promise<TokenVerdict>
}
