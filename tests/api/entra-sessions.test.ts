import { bindByInvitation, startEntraHouse, type EntraHouse } from '../support/entra-house'
import { startTestServer } from '../support/test-server'

let house: EntraHouse
let token: string
beforeAll(async () => {
  house = await startEntraHouse()
  token = await house.entra.token()
  await bindByInvitation(house, 'm-olga', token)
})
afterAll(() => house.close())

const end = (id: string, headers: Record<string, string>) => house.server.raw('POST', `/api/managers/${id}/end-sessions`, { headers })
const asToken = (value: string) => ({ authorization: `Bearer ${value}` })
const administrator = async () => asToken(await house.server.tokenOf('admin@demo.example'))

test('a manager signed out everywhere is out at once, is told which token to bring, and comes in again with it', async () => {
  const { token: session } = await (await house.server.raw('POST', '/api/session', { body: { email: 'olga@demo.example' } })).json() as { token: string }
  expect([(await house.me(token)).status, (await house.me(session)).status]).toEqual([200, 200])
  const began = house.entra.nowSeconds()
  expect((await end('m-olga', await administrator())).status).toBe(204)
  expect((await house.me(session)).status).toBe(401)

  const refused = await house.me(token)
  const challenge = refused.headers.get('www-authenticate') ?? ''
  const written = /^Bearer error="insufficient_claims", claims="([A-Za-z0-9+/=]+)"$/.exec(challenge)?.[1] ?? ''
  const asked = JSON.parse(Buffer.from(written, 'base64').toString()) as { access_token: { nbf: { essential: boolean; value: string } } }
  expect([refused.status, asked.access_token.nbf.essential]).toEqual([401, true])
  const notBefore = Number(asked.access_token.nbf.value)
  expect(notBefore - began).toBeGreaterThanOrEqual(0)
  expect(notBefore - began).toBeLessThanOrEqual(3)

  expect((await house.me(await house.entra.token({ iat: notBefore - 1 }))).status).toBe(401)
  expect((await house.me(await house.entra.token({ iat: notBefore }))).status).toBe(200)
  const trail = house.server.db.sql.all<{ managerId: string }>("SELECT managerId FROM AuditEntry WHERE nounId = 'm-olga' AND action = 'sessions-ended'")
  expect(trail.map(({ managerId }) => managerId)).toEqual(['m-admin'])
})

test('managers end their own sessions, and nobody else\'s but an administrator', async () => {
  const kate = asToken(await house.server.tokenOf('kate@demo.example'))
  const lead = asToken(await house.server.tokenOf('ivan@demo.example'))
  expect((await end('m-olga', kate)).status).toBe(403)
  expect((await end('m-olga', lead)).status).toBe(403)
  expect((await end('nobody', kate)).status).toBe(403)
  expect((await end('nobody', await administrator())).status).toBe(404)
  expect((await end('m-kate', kate)).status).toBe(204)
  expect((await house.server.raw('GET', '/api/me', { headers: kate })).status).toBe(401)
  expect((await house.server.raw('GET', '/api/me', { headers: lead })).status).toBe(200)
})

test('a manager switched off is out however busily the session is used', async () => {
  const headers = asToken(await house.server.tokenOf('sergey@demo.example'))
  const ask = async () => (await house.server.raw('GET', '/api/me', { headers })).status
  expect(await ask()).toBe(200)
  await house.server.db.prisma.manager.update({ where: { id: 'm-sergey' }, data: { active: false } })
  const statuses: number[] = []
  for (let step = 0; step < 4; step += 1) {
    house.server.clock.advance(3_500)
    statuses.push(await ask())
  }
  expect(statuses.at(-1)).toBe(401)
})

test('a language chosen in the pane is the pane\'s at once, with a token as with a session', async () => {
  const fresh = await house.entra.token({ iat: house.entra.nowSeconds() + 5 })
  const say = async () => ((await (await house.server.raw('GET', '/api/dictionaries', { headers: asToken(fresh) })).json()) as { contactTypes: { name: string }[] }).contactTypes.some(({ name }) => /[а-я]/i.test(name))
  expect(await say()).toBe(false)
  await house.server.raw('PATCH', '/api/me', { headers: asToken(fresh), body: { locale: 'ru' } })
  expect(await say()).toBe(true)
})

test('any session may ask which server this is', async () => {
  const server = await startTestServer()
  const about = await (await server.as('olga@demo.example'))('about')
  expect(about).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string, mode: 'test', now: expect.any(String) as string, database: 'sqlite', migrations: expect.any(Number) as number })
  expect(about.migrations).toBeGreaterThanOrEqual(2)
  expect(Math.abs(Date.parse(about.now) - server.clock.now().getTime())).toBeLessThan(5_000)
  expect((await server.raw('GET', '/api/about')).status).toBe(401)
  await server.close()
})
