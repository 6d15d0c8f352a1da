/** `refreshToken` opens the calendar until it is taken back; `scopes` are those that were really given. `email`: whose account it is. */
export interface ConsentGiven { refreshToken: string; scopes: readonly string[]; email: string | null }

/** A manager lets this program read a Google calendar: the authorization code flow with PKCE (RFC 7636), offline. */
export interface GoogleConsent {
  /** The address of Google's page. `hint`: the account that is meant. */
  pageFor(ask: { state: string; codeChallenge: string; redirectUri: string; scopes: readonly string[]; hint: string }): string
  /** Rejects with ProviderFailure: `rejected` for a code that is not (any longer) good. */
  exchange(code: string, proof: { codeVerifier: string; redirectUri: string }): Promise<ConsentGiven>
}
