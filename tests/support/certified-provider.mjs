// node certified-provider.mjs '{"tenant","client","oid","redirectUri"}': a certified OpenID Connect provider (npm oidc-provider) on this machine, whose access
// tokens for our API carry the claims that Entra's do. Prints its address. A process of its own, since the package comes as ES modules only.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import express from 'express'
import { Provider } from 'oidc-provider'

const { tenant, client, oid, redirectUri } = JSON.parse(process.argv[2])
const person = { tid: tenant, oid, ver: '2.0', preferred_username: 'olga@firm.example' }
const resource = `api://${client}`
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
const app = express()
const server = app.listen(0, '127.0.0.1', () => {
  const path = `/${tenant}/v2.0`
  const origin = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(`${origin}${path}`, {
    clients: [{ client_id: client, redirect_uris: [redirectUri], token_endpoint_auth_method: 'none', application_type: 'native', grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [{ ...key, kid: 'certified-1', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'tid', 'oid', 'ver'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope: 'access_as_user', audience: client, accessTokenFormat: 'jwt', accessTokenTTL: 3_600, jwt: { sign: { alg: 'RS256' } } }),
      },
    },
    extraTokenClaims: (_ctx, token) => ({ ...person, azp: token.clientId, scp: token.scope }),
  })
  app.use(path, provider.callback())
  process.stdout.write(`${JSON.stringify({ origin, resource })}\n`)
})
