import { AuthorizationResponseError, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientError, ResponseBodyError } from 'openid-client'
import type { SignInProvider, SignInVerdict } from '../../ports/sign-in-provider'
import { createDiscovery, type OidcClient } from './oidc-discovery'
import type { ReadPerson } from './oidc-people'

export interface OidcSignInOptions extends Pick<SignInProvider, 'provider' | 'name' | 'organisation'> { client: OidcClient; redirectUri: string; readPerson: ReadPerson }

/** A provider of OpenID Connect; docs/decisions/022 says what is checked by whom. */
export function createOidcSignIn({ provider, name, organisation, client, redirectUri, readPerson }: OidcSignInOptions): SignInProvider {
  const discover = createDiscovery(client)

  return {
    provider, name, organisation,
    async pageFor({ state, nonce, codeVerifier }, { otherAccount }) {
      try {
        const asked = {
          redirect_uri: redirectUri, scope: 'openid profile email', state, nonce, code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256',
          ...(otherAccount && { prompt: 'select_account' }),
        }
        return buildAuthorizationUrl(await discover(), asked).href
      } catch {
        return null
      }
    },
    async judge(cameBack, { state, nonce, codeVerifier }) {
      const address = new URL(redirectUri)
      address.search = cameBack.toString()
      try {
        const tokens = await authorizationCodeGrant(await discover(), address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true })
        // It was issued for this attempt, just now: the provider's whole seconds must not make it older than the end of all sessions a moment ago.
        const person = readPerson(tokens.claims(), Math.ceil(Date.now() / 1_000))
        return person ? { kind: 'proven', person } : { kind: 'refused', reason: 'claims' }
      } catch (error) {
        return verdictOf(error)
      }
    },
  }
}

/** What is not the provider's own word on this sign-in is trouble on the way: the person may try again. */
function verdictOf(error: unknown): SignInVerdict {
  if (error instanceof AuthorizationResponseError) return { kind: 'refused', reason: 'answer' }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500 || error.status === 429) return { kind: 'unavailable' }
    return { kind: 'refused', reason: error.error === 'invalid_grant' ? 'code' : 'client' }
  }
  const code = error instanceof ClientError ? error.code ?? '' : ''
  if (['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'].includes(code)) return { kind: 'unavailable' }
  return code.startsWith('OAUTH_') ? { kind: 'refused', reason: 'token' } : { kind: 'unavailable' }
}
