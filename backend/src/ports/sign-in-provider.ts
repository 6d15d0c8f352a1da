import type { ProvenIdentity } from './identity-verifier'

/** What is made for one attempt and kept from everybody else: RFC 7636 (PKCE) and the nonce of OpenID Connect Core 1.0. */
export interface AttemptSecrets { state: string; nonce: string; codeVerifier: string }

/** Who somebody is for the provider. `name` and `address` are its words, for a manager who is not there yet; the identity alone is proof. */
export interface ProvenPerson { identity: ProvenIdentity; name: string | null; address: string | null }

/** `refused`: the answer does not hold; `reason` is of a closed list, so that nothing of a token gets to the log. `unavailable`: nothing is said about the person. */
export type SignInVerdict =
  | { kind: 'proven'; person: ProvenPerson }
  | { kind: 'refused'; reason: 'code' | 'client' | 'token' | 'claims' | 'answer' }
  | { kind: 'unavailable' }

/** Signing in at a provider's own page: OpenID Connect's authorization code flow with PKCE, state and nonce. */
export interface SignInProvider {
  provider: ProvenIdentity['provider']
  /** How people call it. */
  name: string
  /** The tenant whose people come this way; null where the provider has one door for all. */
  organisation: string | null
  /** The provider's page; null when it can't be found now. `otherAccount`: the page asks which account is meant, even if it knows one. */
  pageFor(secrets: AttemptSecrets, options: { otherAccount: boolean }): Promise<string | null>
  /** What came back from the page, held against the secrets of its attempt. Never rejects. */
  judge(cameBack: URLSearchParams, secrets: AttemptSecrets): Promise<SignInVerdict>
}
