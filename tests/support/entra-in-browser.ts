import { SignJWT } from 'jose'
import type { BrowserContext, Route } from 'playwright-core'
import { type EntraAuthority, entraIds } from './entra-authority'

/** The authority as browsers see it: MSAL takes https alone, so its plain address of this machine stands behind this name. */
export const publicAuthority = 'https://login.entra.test'
const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

interface Grant { nonce: string; claims: string | null; scope: string }
export interface Person { oid: string; tid: string; username: string }
export const olga: Person = { oid: entraIds.olga, tid: entraIds.tenant, username: 'olga@firm.example' }

/**
 * Entra's pages and endpoints in a browser: authorize (a page with a button, as a person meets it), token, metadata; and our own pages with the authority's
 * public name in place of its plain one. `asked` keeps what arrived; ID tokens given away are in `idTokens`.
 */
export async function playEntra(context: BrowserContext, { entra, serverUrl, person = olga }: { entra: EntraAuthority; serverUrl: string; person?: Person }) {
  const grants = new Map<string, Grant>()
  const seen = { authorize: [] as URLSearchParams[], token: [] as URLSearchParams[], idTokens: [] as string[] }
  const state = { person, tokenClaims: {} as Parameters<EntraAuthority['token']>[0] }

  async function idToken(nonce: string) {
    const { oid, tid, username } = state.person
    const token = await new SignJWT({ ...entra.claims({ tid, oid, scp: undefined, azp: undefined, azpacr: undefined, preferred_username: username }), nonce }).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: entra.key.kid }).sign(entra.key.privateKey)
    seen.idTokens.push(token)
    return token
  }
  const accessToken = () => entra.token({ tid: state.person.tid, oid: state.person.oid, ...state.tokenClaims })

  const json = (route: Route, body: object, status = 200) => route.fulfill({ status, contentType: 'application/json', headers: cors, body: JSON.stringify(body) })
  async function authorize(route: Route, url: URL) {
    const query = url.searchParams
    seen.authorize.push(query)
    const code = `code-${grants.size + 1}`
    grants.set(code, { nonce: query.get('nonce') ?? '', claims: query.get('claims'), scope: query.get('scope') ?? '' })
    const back = (answer: Record<string, string>) => `${query.get('redirect_uri')}#${new URLSearchParams({ ...answer, state: query.get('state') ?? '' })}`.replaceAll('&', '&amp;')
    await route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Entra</title><link rel="icon" href="data:,"><a id="yes" href="${back({ code, client_info: base64url({ uid: state.person.oid, utid: state.person.tid }) })}">Sign in as ${state.person.username}</a> <a id="no" href="${back({ error: 'access_denied', error_description: 'AADSTS65004: declined' })}">Cancel</a>` })
  }
  async function token(route: Route) {
    if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors })
    const form = new URLSearchParams(route.request().postData() ?? '')
    seen.token.push(form)
    const grant = grants.get(form.get('code') ?? '')
    if (form.get('grant_type') === 'authorization_code' && !grant) return json(route, { error: 'invalid_grant', error_description: 'AADSTS70008: no such code' }, 400)
    await json(route, {
      token_type: 'Bearer', scope: `api://${entraIds.client}/access_as_user`, expires_in: 3_600, ext_expires_in: 3_600, access_token: await accessToken(), refresh_token: `refresh-${grants.size}`,
      id_token: await idToken(grant?.nonce ?? ''), client_info: base64url({ uid: state.person.oid, utid: state.person.tid }),
    })
  }

  await context.route(`${publicAuthority}/**`, async (route) => {
    const url = new URL(route.request().url())
    const [, tenant = '', ...rest] = url.pathname.split('/')
    const base = `${publicAuthority}/${tenant}`
    if (rest.join('/') === 'v2.0/.well-known/openid-configuration') return json(route, { issuer: `${base}/v2.0`, authorization_endpoint: `${base}/oauth2/v2.0/authorize`, token_endpoint: `${base}/oauth2/v2.0/token`, end_session_endpoint: `${base}/oauth2/v2.0/logout`, jwks_uri: `${base}/discovery/v2.0/keys` })
    if (rest.at(-1) === 'authorize') return authorize(route, url)
    if (rest.at(-1) === 'token') return token(route)
    return route.fulfill({ status: 404, headers: cors })
  })
  await context.route(`${serverUrl}/outlook/*.html*`, async (route) => {
    const answer = await route.fetch()
    const headers = Object.fromEntries(Object.entries(answer.headers()).filter(([name]) => !/^content-(length|encoding)$/.test(name)).map(([name, value]) => [name, value.replaceAll(entra.url, publicAuthority)]))
    await route.fulfill({ status: answer.status(), headers, body: (await answer.text()).replaceAll(entra.url, publicAuthority) })
  })
  return { seen, state, accessToken, idToken }
}
export type PlayedEntra = Awaited<ReturnType<typeof playEntra>>
