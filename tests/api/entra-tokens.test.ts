import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportSPKI, SignJWT } from 'jose'
import { entraIds, newSigningKey, type SigningKey } from '../support/entra-authority'
import { digestOf } from '../support/database-digest'
import { bindByInvitation, startEntraHouse, type EntraHouse } from '../support/entra-house'

let house: EntraHouse
let stranger: SigningKey
let attacker: { url: string; asked: number; close(): void }
beforeAll(async () => {
  stranger = await newSigningKey('entra-1')
  attacker = await startAttacker()
  house = await startEntraHouse()
  await bindByInvitation(house, 'm-olga', await house.entra.token())
})
afterAll(async () => { attacker.close(); await house.close() })

/** A place that serves keys of its own to whoever follows a token's word. */
async function startAttacker() {
  const server = http.createServer((_request, response) => { found.asked += 1; response.end(JSON.stringify({ keys: [stranger.jwk] })) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, asked: 0, close: () => void server.close() }
  return found
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const minutes = 60
const unsigned = (alg: string) => `${base64({ typ: 'JWT', alg, kid: 'entra-1' })}.${base64(house.entra.claims())}.`
const at = (seconds: number) => house.entra.nowSeconds() + seconds
const tid = entraIds.otherTenant

async function withPublicKeyAsSecret() {
  const secret = new TextEncoder().encode(await exportSPKI(house.entra.key.publicKey))
  return new SignJWT(house.entra.claims()).setProtectedHeader({ typ: 'JWT', alg: 'HS256', kid: 'entra-1' }).sign(secret)
}

type Attack = [name: string, status: 401 | 403, token: () => Promise<string> | string]
const attacks: Attack[] = [
  ...['none', 'None', 'nOnE', 'HS256', 'RS1', ''].map((alg): Attack => [`B-01 a token without signature under alg "${alg}"`, 401, () => unsigned(alg)]),
  ['B-01 a right token with its signature cut off', 401, async () => (await house.entra.token()).replace(/[^.]+$/, '')],
  ['B-02 the public key used as a secret', 401, withPublicKeyAsSecret],
  ['B-03 a key of somebody else under a known kid', 401, () => house.entra.token({}, { key: stranger.privateKey })],
  ['B-03 a key that the token says where to find', 401, () => house.entra.token({}, { key: stranger.privateKey, header: { kid: 'mine', jku: attacker.url, x5u: attacker.url } })],
  ['B-03 a key that the token brings along', 401, () => house.entra.token({}, { key: stranger.privateKey, header: { jwk: stranger.jwk } })],
  ...['../../dev/null', "' OR 1=1 --", '__proto__', 'k'.repeat(5_000), '\u0000', ''].map((kid): Attack => [`B-04 the kid ${JSON.stringify(kid.slice(0, 20))}`, 401, () => house.entra.token({}, { key: stranger.privateKey, header: { kid } })]),
  ['B-04 a kid of 10 kB', 401, () => house.entra.token({}, { key: stranger.privateKey, header: { kid: 'k'.repeat(8_000) } })],
  ['B-04 no kid', 401, () => house.entra.token({}, { header: { kid: undefined } })],
  ['B-05 one expired a second beyond the skew', 401, () => house.entra.token({ exp: at(-61) })],
  ['B-05 one that begins in five minutes', 401, () => house.entra.token({ nbf: at(5 * minutes) })],
  ['B-05 one without an end', 401, () => house.entra.token({ exp: undefined })],
  ['B-06 one for Microsoft Graph', 401, () => house.entra.token({ aud: entraIds.graph })],
  ['B-06 one of another tenant for another program', 401, () => house.entra.token({ tid, aud: entraIds.graph })],
  ['B-06 one for several audiences', 401, () => house.entra.token({ aud: [entraIds.client, entraIds.graph] })],
  ['B-06 a v1 token', 401, () => house.entra.token({ aud: `api://${entraIds.client}`, iss: `https://sts.windows.net/${entraIds.tenant}/`, ver: '1.0' })],
  ['B-06 a v1 token with a right audience', 401, () => house.entra.token({ ver: '1.0' })],
  ['B-07 one of another tenant', 403, () => house.entra.token({ tid })],
  ['B-07 one of a personal account', 403, () => house.entra.token({ tid: entraIds.consumers })],
  ['B-08 our issuer with another tenant inside', 401, () => house.entra.token({ tid, iss: `${house.entra.url}/${entraIds.tenant}/v2.0` })],
  ['B-08 another issuer with our tenant inside', 401, () => house.entra.token({ iss: `${house.entra.url}/${tid}/v2.0` })],
  ['B-08 an issuer that only looks like ours', 401, () => house.entra.token({ iss: `https://evil.example/${entraIds.tenant}/v2.0` })],
  ['B-08 an issuer that only begins like ours', 401, () => house.entra.token({ iss: `${house.entra.url}/${entraIds.tenant}/v2.0/` })],
  ['B-08 the template of an issuer', 401, () => house.entra.token({ iss: `${house.entra.url}/{tenantid}/v2.0` })],
  ['B-09 an ID token of the pane', 401, () => house.entra.token({ scp: undefined, azp: undefined, azpacr: undefined, nonce: 'n-1', at_hash: 'h' })],
  ['B-09 an ID token that names our client', 401, () => house.entra.token({ scp: undefined, nonce: 'n-1' })],
  ['B-09 an ID token with the roles of a person', 401, () => house.entra.token({ scp: undefined, azp: undefined, nonce: 'n-1', roles: ['Lead'] })],
  ['B-09 a token of another kind', 401, () => house.entra.token({}, { header: { typ: 'logout+jwt' } })],
  ['B-10 a program without a person', 403, () => house.entra.token({ scp: undefined, idtyp: 'app', roles: ['Contacts.Read'] })],
  ['B-10 a program that says a scope', 403, () => house.entra.token({ idtyp: 'app' })],
  ['B-10 a program by its roles alone', 403, () => house.entra.token({ scp: undefined, roles: ['access_as_user'] })],
  ['B-10 no scope', 403, () => house.entra.token({ scp: undefined })],
  ['B-11 another scope', 403, () => house.entra.token({ scp: 'User.Read profile' })],
  ['B-11 a scope that only holds ours', 403, () => house.entra.token({ scp: 'access_as_user.all' })],
  ['B-11 another program', 403, () => house.entra.token({ azp: entraIds.graph })],
  ['B-11 no program named', 403, () => house.entra.token({ azp: undefined })],
  ['B-12 another person with the same address', 403, () => house.entra.token({ oid: entraIds.anna, email: 'olga@demo.example', preferred_username: 'olga@demo.example', upn: 'olga@demo.example', xms_edov: true })],
  ['nobody', 401, () => house.entra.token({ oid: undefined })],
  ['three words', 401, () => 'x.y.z'],
  ['an encrypted token', 401, () => 'a.b.c.d.e'],
]

test.each(attacks)('%s gets %i, changes nothing and is answered at once', async (_name, status, mint) => {
  const token = await mint()
  const [before, began, reads] = [digestOf(house.server.db), performance.now(), house.entra.asked.length]
  const answer = await house.me(token)
  expect(answer.status).toBe(status)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(digestOf(house.server.db)).toBe(before)
  expect(attacker.asked).toBe(0)
  expect(house.entra.asked.slice(reads).every((path) => path.startsWith(`/${entraIds.tenant}/`))).toBe(true)
  const text = await answer.text()
  expect(text).not.toMatch(/jwt|kid|audience|issuer|stack|signature/i)
  expect(text).not.toContain(token)
})

test('a right token is its manager, on every route, and a minute of skew is forgiven', async () => {
  for (const overrides of [{}, { exp: at(-55) }, { nbf: at(50) }, { scp: 'openid access_as_user profile' }, { tid: entraIds.tenant, name: 'Somebody else', preferred_username: 'anna@demo.example' }]) {
    const answer = await house.me(await house.entra.token(overrides))
    expect([answer.status, ((await answer.json()) as { id: string }).id]).toEqual([200, 'm-olga'])
  }
  expect((await house.server.raw('GET', '/api/openapi.json', { headers: { authorization: `Bearer ${await house.entra.token()}` } })).status).toBe(200)
})

test('what is wrong is said in the words of RFC 6750: an invalid token, a scope that lacks', async () => {
  const challengeOf = async (token: string) => (await house.me(token)).headers.get('www-authenticate')
  expect(await challengeOf(await house.entra.token({ exp: at(-600) }))).toBe('Bearer error="invalid_token"')
  expect(await challengeOf(unsigned('none'))).toBe('Bearer error="invalid_token"')
  expect(await challengeOf(await house.entra.token({ scp: 'User.Read' }))).toBe('Bearer error="insufficient_scope", scope="access_as_user"')
  expect((await house.server.raw('GET', '/api/me')).headers.get('www-authenticate')).toBe('Bearer')
})

test('a foreign tenant and an unknown person of ours are answered alike', async () => {
  const seen = async (token: string) => {
    const answer = await house.me(token)
    const { reference: _reference, ...body } = (await answer.json()) as Record<string, unknown>
    return { status: answer.status, challenge: answer.headers.get('www-authenticate'), body }
  }
  const unknown = await seen(await house.entra.token({ oid: entraIds.anna }))
  expect(unknown).toMatchObject({ status: 403, body: { code: 'not-invited' } })
  expect(await seen(await house.entra.token({ tid }))).toEqual(unknown)
})

test.each(['access_token', 'token', 'id_token', 'Access_Token', 'access%5Ftoken'])('B-14 a token in the address as %s is refused, whoever asks', async (name) => {
  const token = await house.entra.token()
  const before = digestOf(house.server.db)
  for (const headers of [{}, { authorization: `Bearer ${token}` }] as Record<string, string>[]) {
    const answer = await house.server.raw('GET', `/api/me?${name}=${token}`, { headers })
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain(token)
  }
  expect(digestOf(house.server.db)).toBe(before)
})

test('a token that is too long for a header of ours is no token', async () => {
  expect((await house.me(`${'a'.repeat(9_000)}.b.c`)).status).toBe(401)
})

test('a session of ours still opens the door beside Entra, as bearer and as cookie', async () => {
  expect((await house.server.raw('GET', '/api/me', { as: 'anna@demo.example' })).status).toBe(200)
  const token = await house.entra.token()
  expect((await house.server.raw('GET', '/api/me', { headers: { cookie: `counterpane=${token}` } })).status).toBe(401)
})

test('a manager switched off is out with the next request, although the token is still right', async () => {
  const token = await house.entra.token({ oid: '0ea00000-0000-4000-8000-000000000009' })
  await bindByInvitation(house, 'm-peter', token)
  expect((await house.me(token)).status).toBe(200)
  await house.server.db.prisma.manager.update({ where: { id: 'm-peter' }, data: { active: false } })
  const answer = await house.me(token)
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'not-invited' }])
})
