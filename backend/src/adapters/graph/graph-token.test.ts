import { anna, failureOf, graphWire, refusal, type Answer, type Asked, type GraphWire } from './test-support/graph-wire'

let house: GraphWire
/** What the authority says; the calendar answers whoever brings the newest token. */
let entra: { metadata: Answer | null; token: (asked: Asked) => Answer; given: number; good: () => string }
beforeEach(async () => {
  house = await graphWire()
  entra = { metadata: null, given: 0, good: () => `t${entra.given}`, token: () => ({ json: { token_type: 'Bearer', expires_in: 3_599, access_token: `t${++entra.given}` } }) }
  house.wire.answer = (asked) => {
    if (asked.path.endsWith('openid-configuration')) return entra.metadata ?? { json: { issuer: 'x', token_endpoint: `${house.origin}/entra/tenant/tokens` } }
    if (asked.method === 'POST') return entra.token(asked)
    return asked.headers.authorization === `Bearer ${entra.good()}` ? { json: { id: 'calendar' } } : refusal(401, 'InvalidAuthenticationToken')
  }
})
afterEach(() => house.close())

const app = () => house.calendar({ identity: { kind: 'client-credentials', authority: `${house.origin}/entra`, tenant: 'tenant', clientId: 'app', clientSecret: 's&cret=' } })
const posts = () => house.asked.filter(({ method }) => method === 'POST')

it('the app proves itself at the endpoint that its authority names', async () => {
  await app().source.verify(anna)
  expect(house.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /entra/tenant/v2.0/.well-known/openid-configuration', 'POST /entra/tenant/tokens', 'GET /v1.0/users/anna@north.example/calendar?$select=id'])
  expect(Object.fromEntries(new URLSearchParams(posts()[0]?.body))).toEqual({ grant_type: 'client_credentials', client_id: 'app', client_secret: 's&cret=', scope: 'https://graph.microsoft.com/.default' })
})
it.each([['without an endpoint', { json: { issuer: 'x' } }], ['that is not there', { status: 404 }], ['of HTML', { text: '<html>' }]])('metadata %s: the usual one', async (_name, metadata) => {
  entra.metadata = metadata
  await app().source.verify(anna)
  expect(posts()[0]?.path).toBe('/entra/tenant/oauth2/v2.0/token')
})
it.each(['https://evil.example/token', 'http://127.0.0.1:9/token', 'HOUSE.evil.example/token', 'token', 'file:///token'])('the secret is not sent to %s', async (endpoint) => {
  entra.metadata = { json: { token_endpoint: endpoint.replace('HOUSE', house.origin) } }
  expect(await failureOf(app().source.verify(anna))).toMatchObject({ code: 'rejected' })
  expect(posts()).toHaveLength(0)
})
it('many who wait ask for one token, and it is kept until shortly before its end', async () => {
  const { source } = app()
  await Promise.all(Array.from({ length: 20 }, (_, index) => source.verify({ ...anna, mailbox: `m${index}@north.example` })))
  expect(entra.given).toBe(1)
  house.clock.at += 3_200_000
  await source.verify(anna)
  expect(entra.given).toBe(1)
  house.clock.at += 100_000
  await Promise.all([source.verify(anna), source.verify(anna)])
  expect(entra.given).toBe(2)
})
it('a token that is refused before its time is replaced once, for all who used it', async () => {
  const { source } = app()
  await source.verify(anna)
  entra.good = () => 't2'
  await Promise.all(Array.from({ length: 6 }, () => source.verify(anna)))
  expect(entra.given).toBe(2)
})
it('a refusal of the old one that comes late takes nothing from the new one', async () => {
  const { source } = app()
  await source.verify(anna)
  entra.good = () => 't2'
  const answer = house.wire.answer
  let late = (): void => undefined
  house.wire.answer = (asked, at) => (asked.path.includes('late@') && entra.given === 1 ? (response) => { late = () => response.writeHead(401).end() } : answer(asked, at))
  const waiting = source.verify({ ...anna, mailbox: 'late@north.example' })
  await source.verify(anna)
  late()
  await waiting
  expect(entra.given).toBe(2)
})
it('when the new one is refused as well, signing in has expired', async () => {
  entra.good = () => 'none'
  expect(await failureOf(app().source.verify(anna))).toMatchObject({ code: 'auth-expired' })
  expect(entra.given).toBe(2)
  expect(house.asked.filter(({ path }) => path.includes('/calendar'))).toHaveLength(2)
})
it('a fixed token that is refused has expired at once', async () => {
  expect(await failureOf(house.calendar().source.verify(anna))).toMatchObject({ code: 'auth-expired' })
  expect(house.asked).toHaveLength(1)
})
it.each([
  [401, { error: 'invalid_client', error_description: 'AADSTS7000215: secret' }, 'auth-expired'], [400, { error: 'unauthorized_client' }, 'forbidden'], [400, { error: 'invalid_grant' }, 'auth-expired'], [400, { error: 'invalid_scope' }, 'rejected'],
  [400, { error: 'temporarily_unavailable' }, 'temporary'], [503, {}, 'temporary'], [500, { error: 'server_error' }, 'temporary'], [429, {}, 'rate-limited'], [400, '<html>', 'temporary'], [200, '<html>', 'temporary'], [200, {}, 'temporary'],
  [200, { access_token: 'a\r\nx: y', expires_in: 3_600 }, 'temporary'], [302, {}, 'temporary'],
])('the authority\'s %i %j is %s', async (status, said, code) => {
  entra.token = () => ({ status, headers: { location: 'https://evil.example/' }, ...(typeof said === 'string' ? { text: said } : { json: said }) })
  expect(await failureOf(app().source.verify(anna))).toEqual({ code, seconds: null })
})
it('an authority that asks to be left alone is, by all mailboxes', async () => {
  entra.token = () => ({ status: 429, headers: { 'retry-after': '60' } })
  const { source } = app()
  expect(await failureOf(source.verify(anna))).toEqual({ code: 'rate-limited', seconds: 60 })
  expect(await failureOf(source.verify({ ...anna, mailbox: 'bert@north.example' }))).toEqual({ code: 'rate-limited', seconds: 60 })
  expect(posts()).toHaveLength(1)
})
it('a token without a lifetime serves once', async () => {
  entra.token = () => ({ json: { access_token: `t${++entra.given}` } })
  const { source } = app()
  await source.verify(anna)
  await source.verify(anna)
  expect(entra.given).toBe(2)
})
