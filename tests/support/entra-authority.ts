import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTHeaderParameters, type JWTPayload } from 'jose'

export const entraIds = {
  tenant: 'aaaaaaaa-1111-4222-8333-444444444444', otherTenant: 'bbbbbbbb-1111-4222-8333-444444444444', consumers: '9188040d-6c67-4c5b-b112-36a304b66dad',
  client: 'cccccccc-1111-4222-8333-444444444444', graph: '00000003-0000-0000-c000-000000000000',
  olga: '0ea00000-0000-4000-8000-000000000001', anna: '0ea00000-0000-4000-8000-000000000002',
} as const

export interface SigningKey { kid: string; privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }
export async function newSigningKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return { kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } }
}

// Making keys takes longer than a test; authorities of one file may share them.
let firstKey: Promise<SigningKey> | null = null

export interface Minting { key?: CryptoKey | Uint8Array; header?: Partial<JWTHeaderParameters> & Record<string, unknown> }

/** Entra's authority on this machine: metadata and keys per tenant, and tokens of any shape that the keys sign. */
export async function startEntraAuthority() {
  const key = await (firstKey ??= newSigningKey('entra-1'))
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const state = {
    /** `gone`: connections are dropped; `slow`: nothing is ever answered; `broken`: HTTP 500. */
    trouble: null as 'gone' | 'slow' | 'broken' | null,
    keys: [key.jwk as JWK & { issuer?: string }],
    /** What metadata says other than the truth. */
    metadata: {} as Record<string, unknown>,
  }
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '')
    if (state.trouble === 'slow') return
    if (state.trouble === 'gone') return void request.socket.destroy()
    const [, tenant = '', ...rest] = (request.url ?? '').split('/')
    const document = rest.join('/') === 'v2.0/.well-known/openid-configuration' ? { issuer: `${url}/${tenant}/v2.0`, jwks_uri: `${url}/${tenant}/discovery/v2.0/keys`, ...state.metadata }
      : rest.join('/') === 'discovery/v2.0/keys' ? { keys: state.keys }
        // In Google's place, as far as the beginning of a sign-in needs it.
        : request.url === '/.well-known/openid-configuration' ? { issuer: url, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys` } : null
    response.writeHead(state.trouble === 'broken' ? 500 : document ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? { error: 'invalid_tenant' }))
  })
  server.on('connection', (socket) => { sockets.add(socket); socket.once('close', () => sockets.delete(socket)) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const nowSeconds = () => Math.floor(Date.now() / 1_000)
  /** What Entra writes into an access token of a person in the pane; a claim given as undefined is left out. */
  const claims = ({ tid = entraIds.tenant, ...overrides }: JWTPayload & { tid?: string } = {}): JWTPayload => Object.fromEntries(Object.entries({
    aud: entraIds.client, iss: `${url}/${tid}/v2.0`, iat: nowSeconds() - 5, nbf: nowSeconds() - 5, exp: nowSeconds() + 3_600, azp: entraIds.client, azpacr: '0', tid, oid: entraIds.olga, sub: 'pairwise',
    name: 'Olga Smirnova', preferred_username: 'olga@firm.example', scp: 'access_as_user', ver: '2.0', uti: 'u', ...overrides,
  }).filter(([, value]) => value !== undefined))

  return {
    url, key, asked, state, claims, nowSeconds,
    /** An access token, right unless told otherwise. */
    token: (overrides: Parameters<typeof claims>[0] = {}, { key: by = key.privateKey, header = {} }: Minting = {}) =>
      new SignJWT(claims(overrides)).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid, ...header } as JWTHeaderParameters).sign(by),
    settings: { ENTRA_AUTHORITY: url, ENTRA_TENANT_ID: entraIds.tenant, ENTRA_CLIENT_ID: entraIds.client },
    close: () => new Promise<void>((resolve) => { for (const socket of sockets) socket.destroy(); server.close(() => resolve()) }),
  }
}
export type EntraAuthority = Awaited<ReturnType<typeof startEntraAuthority>>
