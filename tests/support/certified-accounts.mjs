// node certified-accounts.mjs '{"tenants","clientId","clientSecret","googleClientId","redirectUri"}': certified OpenID Connect providers (npm oidc-provider) on this machine in
// the places of Microsoft (one for each tenant, below its path) and of Google (below /google, with Google's own issuer). Whoever types a name at their pages has
// that account. Prints its address. A process of its own, since the package comes as ES modules only.
import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto'
import express from 'express'
import { interactionPolicy, Provider } from 'oidc-provider'

const { tenants, clientId, clientSecret, googleClientId, redirectUri } = JSON.parse(process.argv[2])
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
const digest = (text) => createHash('sha256').update(text).digest('hex')
/** The object id that a name has in a tenant: the same in every run. */
const guidOf = (text) => digest(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
const called = (name) => name.replace(/\b./g, (letter) => letter.toUpperCase())

function house(issuer, { client, claims, conform }) {
  const policy = interactionPolicy.base()
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0)
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: clientSecret, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post', application_type: 'native', grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [{ ...key, kid: 'certified-1', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    scopes: ['openid', 'profile', 'email'],
    claims,
    conformIdTokenClaims: conform,
    pkce: { required: () => true },
    interactions: { policy },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => personOf(issuer, id) }),
    features: { devInteractions: { enabled: true } },
  })
  // Its pages ask the world for a typeface; tests stay on this machine.
  provider.use(async (ctx, next) => {
    await next()
    if (typeof ctx.body === 'string') ctx.body = ctx.body.replace(/@import url\([^)]*\);?/g, '')
  })
  return provider
}

function personOf(issuer, login) {
  const name = `${called(login)} Signed`
  const tenant = tenants.find((one) => issuer.includes(one))
  if (tenant) return { sub: digest(`pairwise ${login}`), tid: tenant, oid: guidOf(`${tenant} ${login}`), ver: '2.0', name, preferred_username: `${login}@firm.example` }
  return { sub: `1${BigInt(`0x${digest(login).slice(0, 16)}`)}`, name, email: `${login}@firm.example`, email_verified: true, hd: 'firm.example' }
}

const app = express()
const server = app.listen(0, '127.0.0.1', () => {
  const origin = `http://127.0.0.1:${server.address().port}`
  for (const tenant of tenants) {
    const path = `/${tenant}/v2.0`
    app.use(path, house(origin + path, { client: clientId, claims: { openid: ['sub', 'tid', 'oid', 'ver'], profile: ['name', 'preferred_username'], email: ['email'] }, conform: false }).callback())
  }
  app.use('/google', house('https://accounts.google.com', { client: googleClientId, claims: { openid: ['sub', 'hd'], profile: ['name'], email: ['email', 'email_verified'] }, conform: false }).callback())
  process.stdout.write(`${JSON.stringify({ origin })}\n`)
})
