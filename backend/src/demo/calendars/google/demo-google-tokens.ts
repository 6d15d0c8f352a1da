import { decodeJwt } from 'jose'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { accessSeconds, type GoogleAccounts } from './demo-google-accounts'
import type { GoogleTroubleKind } from './demo-google-troubles'

const assertionClaims = z.object({ iss: z.string().min(1), scope: z.string().min(1), aud: z.string(), iat: z.number(), exp: z.number(), sub: z.string().optional() })
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const audiences = ['https://oauth2.googleapis.com/token', 'https://www.googleapis.com/oauth2/v4/token', 'https://accounts.google.com/o/oauth2/token']

/** An error as OAuth writes it (RFC 6749, section 5.2). */
const wrong = (response: Response, status: number, error: string, words: string) => { response.status(status).json({ error, error_description: words }) }

/** `asked` counts what was asked for whom; `meet` answers in its place when something was ordered to go wrong. */
export interface TokenEndpointDeps { accounts: GoogleAccounts; root: () => string; asked(mailbox: string | null): void; meet(request: Request, response: Response, mailbox: string): Promise<GoogleTroubleKind | true | null> }

/** Google's token endpoint: refresh tokens, codes with PKCE, and assertions of a service account with domain-wide delegation. */
export function createTokenEndpoint({ accounts, root, asked, meet }: TokenEndpointDeps): Router {
  const router = Router()

  function give(response: Response, grant: { mailbox: string; scopes: readonly string[] }, refreshToken: string | null = null) {
    asked(grant.mailbox)
    const idToken = grant.scopes.some((scope) => scope === 'openid' || scope === 'email' || scope.endsWith('/userinfo.email')) ? identityOf(grant.mailbox) : null
    response.set('Cache-Control', 'no-store').json({
      access_token: accounts.accessFor(grant), expires_in: accessSeconds, scope: grant.scopes.join(' '), token_type: 'Bearer', ...(refreshToken !== null && { refresh_token: refreshToken }), ...(idToken !== null && { id_token: idToken }),
    })
  }

  function takeAssertion(response: Response, assertion: string) {
    const claims = assertionClaims.safeParse(readClaims(assertion))
    if (!claims.success) return wrong(response, 400, 'invalid_grant', 'Invalid JWT: it must be signed and have iss, scope, aud, iat and exp.')
    const { aud, iat, exp, scope, sub } = claims.data
    const now = Math.floor(Date.now() / 1_000)
    if (![...audiences, `${root()}/token`].includes(aud)) return wrong(response, 400, 'invalid_grant', 'Invalid JWT: wrong audience.')
    if (exp - iat > 3_600 || exp < now - 300 || iat > now + 300) return wrong(response, 400, 'invalid_grant', 'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.')
    if (sub === undefined) return wrong(response, 401, 'unauthorized_client', 'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.')
    const grant = accounts.delegated(sub.toLowerCase(), scope.split(' '))
    if (!grant) return wrong(response, 400, 'invalid_grant', 'Invalid email or User ID')
    give(response, grant)
  }

  router.post('/token', express.urlencoded({ extended: false, limit: '64kb' }), express.json({ limit: '64kb' }), async (request: Request, response: Response) => {
    const said = saidBy(request)
    if ((await meet(request, response, accounts.grantOf(said.refresh_token ?? '')?.mailbox ?? '')) === true) return
    if (said.grant_type === jwtBearer) return takeAssertion(response, said.assertion ?? '')
    if (!said.client_id || !said.client_secret) return wrong(response, 401, 'invalid_client', 'The OAuth client was not found.')
    if (said.grant_type === 'refresh_token') {
      const grant = accounts.grantOf(said.refresh_token ?? '')
      if (grant) return give(response, grant)
      asked(null)
      return wrong(response, 400, 'invalid_grant', 'Token has been expired or revoked.')
    }
    if (said.grant_type === 'authorization_code') {
      const redeemed = accounts.redeem(said.code ?? '', { clientId: said.client_id, redirectUri: said.redirect_uri ?? '', verifier: said.code_verifier ?? null })
      return redeemed ? give(response, redeemed, redeemed.refreshToken) : wrong(response, 400, 'invalid_grant', 'Malformed auth code.')
    }
    wrong(response, 400, 'unsupported_grant_type', `Invalid grant_type: ${said.grant_type ?? ''}`)
  })
  return router
}

/** Its fields, wherever the client's name and secret stand: in the body, or as HTTP Basic. */
function saidBy(request: Request): Record<string, string | undefined> {
  const body = z.record(z.string(), z.string()).safeParse(request.body)
  const [id, secret] = Buffer.from(/^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString().split(':')
  return { ...(id && secret && { client_id: id, client_secret: secret }), ...(body.success && body.data) }
}

function readClaims(assertion: string): unknown {
  try {
    return decodeJwt(assertion)
  } catch {
    return null
  }
}

/** Says whose account it is. Whoever takes it straight from the token endpoint need not check a signature (OpenID Connect Core, 3.1.3.7), and this one has none. */
function identityOf(mailbox: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1_000)
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: 'https://accounts.google.com', sub: mailbox, email: mailbox, email_verified: true, iat: now, exp: now + accessSeconds })}.demo`
}
