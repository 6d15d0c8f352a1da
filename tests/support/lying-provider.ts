import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT, type JWTPayload } from 'jose'
import { entraIds, newSigningKey } from './entra-authority'

/** A provider in Microsoft's place that says whatever the test wants: what a certified one never would. */
export async function startLyingProvider() {
  const [key, foreignKey] = await Promise.all([newSigningKey('lying-1'), newSigningKey('lying-1')])
  const state = {
    metadata: {} as Record<string, unknown>, claims: {} as JWTPayload, byForeignKey: false,
    /** The token endpoint's answer instead of tokens; `gone` drops the connection. */
    answer: null as null | 'gone' | { status: number; body: object | string },
  }
  const nonces = new Map<string, string>()
  const asked: URLSearchParams[] = []
  const server = http.createServer(async (request, response) => {
    const json = (body: object | string, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body))
    const path = new URL(request.url ?? '', url).pathname
    if (path.endsWith('/openid-configuration')) return json({ issuer, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys`, id_token_signing_alg_values_supported: ['RS256'], ...state.metadata })
    if (path === '/keys') return json({ keys: [{ ...key.jwk, alg: 'RS256' }] })
    let text = ''
    for await (const piece of request) text += String(piece)
    const form = new URLSearchParams(text)
    asked.push(form)
    if (state.answer === 'gone') return request.socket.destroy()
    if (state.answer) return json(state.answer.body, state.answer.status)
    const seconds = Math.floor(Date.now() / 1_000)
    const claims = Object.fromEntries(Object.entries({
      iss: issuer, aud: entraIds.client, sub: 'pairwise', tid: entraIds.tenant, oid: entraIds.olga, ver: '2.0', iat: seconds, exp: seconds + 600, nonce: nonces.get(form.get('code') ?? ''), name: 'Olga', preferred_username: 'olga@firm.example', ...state.claims,
    }).filter(([, value]) => value !== undefined))
    const idToken = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid }).sign((state.byForeignKey ? foreignKey : key).privateKey)
    json({ access_token: 'opaque-access-token', token_type: 'Bearer', expires_in: 600, id_token: idToken })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = `${url}/${entraIds.tenant}/v2.0`
  return {
    url, issuer, state, asked,
    /** Agrees to what our server asked for at its page, and gives the query that the browser brings back. */
    agree(page: string): URLSearchParams {
      const query = new URL(page).searchParams
      const code = `code-${nonces.size + 1}`
      nonces.set(code, query.get('nonce') ?? '')
      return new URLSearchParams({ code, state: query.get('state') ?? '' })
    },
    reset() { Object.assign(state, { metadata: {}, claims: {}, byForeignKey: false, answer: null }) },
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
export type LyingProvider = Awaited<ReturnType<typeof startLyingProvider>>
