import { decodeJwt } from 'jose'
import type { GoogleConsent } from '../../ports/google-consent'
import { ProviderFailure } from '../../ports/provider-failure'
import type { GoogleCalendarSettings } from './calendar-grants'
import { askForTokens, tokenAddress } from './calendar-token-calls'

/** https://developers.google.com/identity/protocols/oauth2/web-server. Null where the organisation's service account reads: then nobody is asked. */
export function createGoogleConsent({ settings: { apiRoot, clientId, clientSecret, delegationKeyFile } }: { settings: GoogleCalendarSettings }): GoogleConsent | null {
  if (delegationKeyFile) return null
  const page = apiRoot ? `${apiRoot.replace(/\/+$/, '')}/o/oauth2/v2/auth` : 'https://accounts.google.com/o/oauth2/v2/auth'
  return {
    pageFor({ state, codeChallenge, redirectUri, scopes, hint }) {
      // `prompt`: without it Google gives a refresh token at the first consent only.
      const asked = {
        client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: scopes.join(' '), state, code_challenge: codeChallenge, code_challenge_method: 'S256',
        access_type: 'offline', prompt: 'consent', include_granted_scopes: 'true', login_hint: hint,
      }
      return `${page}?${new URLSearchParams(asked).toString()}`
    },
    async exchange(code, { codeVerifier, redirectUri }) {
      const tokens = await askForTokens(tokenAddress(apiRoot), { grant_type: 'authorization_code', code, code_verifier: codeVerifier, redirect_uri: redirectUri, client_id: clientId, client_secret: clientSecret })
        .catch((error: unknown) => { throw error instanceof ProviderFailure && error.code === 'auth-expired' ? new ProviderFailure('rejected') : error })
      if (!tokens.refresh_token) throw new ProviderFailure('consent-missing')
      return { refreshToken: tokens.refresh_token, scopes: tokens.scope.split(' ').filter(Boolean), email: emailOf(tokens.id_token) }
    },
  }
}

/** Taken straight from the token endpoint over TLS, its signature says nothing more (OpenID Connect Core 1.0, 3.1.3.7). */
function emailOf(idToken: string | null | undefined): string | null {
  if (!idToken) return null
  try {
    const { email } = decodeJwt(idToken)
    return typeof email === 'string' && email !== '' ? email : null
  } catch {
    return null
  }
}
