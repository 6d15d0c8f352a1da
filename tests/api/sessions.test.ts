import { startSignInHouse, type SignInHouse } from '../support/sign-in-house'
import { startTestServer, type TestServer } from '../support/test-server'
import { createVisitor } from '../support/visitor-browser'

let house: SignInHouse
beforeAll(async () => {
  house = await startSignInHouse()
  for (const id of ['m-olga', 'm-anna', 'm-admin']) await house.signIn(id, { code: await house.codeFor(id) })
})
afterAll(() => house.close())

const hour = 3_600_000
interface Shown { id: string; client: string; createdAt: string; seenAt: string; current: boolean }
type SignedIn = Awaited<ReturnType<SignInHouse['signIn']>>
const sessionsOf = async ({ visitor }: SignedIn) => ((await (await visitor.open(`${house.url}/api/sessions`)).json()) as { items: Shown[] }).items
const tokenOf = ({ visitor }: SignedIn) => visitor.cookiesOf(house.url).get('counterpane') ?? ''
const cookie = (token: string) => ({ headers: { cookie: `counterpane=${token}` } })
const status = async (token: string) => (await house.server.raw('GET', '/api/me', cookie(token))).status
const remove = (who: SignedIn, id: string) => house.server.raw('DELETE', `/api/sessions/${id}`, cookie(tokenOf(who)))
const seenAt = (managerId: string) => house.server.db.sql.all<{ seenAt: number }>('SELECT seenAt FROM Session WHERE managerId = ? ORDER BY createdAt DESC', [managerId])[0]!.seenAt
const settled = () => new Promise((resolve) => setTimeout(resolve, 60))

test('a session that was there before signing in is no session after it: neither the one that somebody put there, nor one\'s own of before', async () => {
  const before = await house.signIn('m-olga')
  const old = tokenOf(before)
  const planted = createVisitor()
  planted.cookiesOf(house.url).set('counterpane', old)
  const after = await house.signIn('m-olga', { visitor: planted })
  expect([after.status, tokenOf(after) === old, await status(tokenOf(after)), await status(old)]).toEqual([303, false, 200, 401])

  const made = createVisitor()
  made.cookiesOf(house.url).set('counterpane', 'chosen-by-the-attacker')
  const signedIn = await house.signIn('m-olga', { visitor: made })
  expect([tokenOf(signedIn) === 'chosen-by-the-attacker', await status('chosen-by-the-attacker'), await status(tokenOf(signedIn))]).toEqual([false, 401, 200])
})

test('a session ends after eight hours without a request, and goes on while it is used', async () => {
  const anna = await house.signIn('m-anna')
  for (const _part of [1, 2, 3]) {
    house.server.clock.advance(7 * hour)
    expect((await anna.me()).status).toBe(200)
    await settled()
  }
  house.server.clock.advance(8 * hour)
  expect((await anna.me()).status).toBe(401)
})

test('however busily it is used, a session ends seven days after it began', async () => {
  const anna = await house.signIn('m-anna')
  for (let part = 0; part < 23; part += 1) {
    house.server.clock.advance(7 * hour)
    expect([part, (await anna.me()).status]).toEqual([part, 200])
    await settled()
  }
  house.server.clock.advance(7 * hour)
  expect((await anna.me()).status).toBe(401)
})

test('when a session was last used is written once a minute, however often that is', async () => {
  const anna = await house.signIn('m-anna')
  const opened = seenAt('m-anna')
  for (let step = 0; step < 5; step += 1) await anna.me()
  await settled()
  expect(seenAt('m-anna')).toBe(opened)
  house.server.clock.advance(60_000)
  await Promise.all(Array.from({ length: 8 }, () => anna.me()))
  await settled()
  const noted = seenAt('m-anna')
  expect(noted - opened).toBeGreaterThanOrEqual(60_000)
  await anna.me()
  await settled()
  expect(seenAt('m-anna')).toBe(noted)
})

test('managers see their own sessions by browser, and end one of them; nobody else\'s is there for them', async () => {
  const [desk, home] = [await house.signIn('m-olga'), await house.signIn('m-olga')]
  const admin = await house.signIn('m-admin')
  const mine = await sessionsOf(desk)
  expect(mine.filter(({ current }) => current)).toHaveLength(1)
  expect(mine[0]).toEqual({ id: expect.any(String) as string, client: 'Chrome 131, Windows', createdAt: expect.any(String) as string, seenAt: expect.any(String) as string, current: expect.any(Boolean) as boolean })
  const athome = (await sessionsOf(home)).find(({ current }) => current)!
  expect(mine.map(({ id }) => id)).toContain(athome.id)
  expect(JSON.stringify(mine)).not.toContain(tokenOf(home))

  expect((await remove(admin, athome.id)).status).toBe(404)
  expect((await remove(desk, 'nothing')).status).toBe(404)
  expect(await status(tokenOf(home))).toBe(200)
  expect((await remove(desk, athome.id)).status).toBe(204)
  expect([await status(tokenOf(home)), await status(tokenOf(desk))]).toEqual([401, 200])
  expect((await remove(desk, athome.id)).status).toBe(404)
})

test('signing out everywhere ends every session at once; the provider\'s page is the way in again', async () => {
  const [desk, home] = [await house.signIn('m-olga'), await house.signIn('m-olga')]
  expect((await house.server.raw('POST', '/api/managers/m-olga/end-sessions', cookie(tokenOf(desk)))).status).toBe(204)
  expect([await status(tokenOf(desk)), await status(tokenOf(home))]).toEqual([401, 401])
  expect((await (await house.signIn('m-olga')).me()).status).toBe(200)
})

test('an administrator ends a manager\'s sessions, a manager nobody\'s but their own', async () => {
  const [olga, anna, admin] = [await house.signIn('m-olga'), await house.signIn('m-anna'), await house.signIn('m-admin')]
  const end = (who: SignedIn, id: string) => house.server.raw('POST', `/api/managers/${id}/end-sessions`, cookie(tokenOf(who)))
  expect((await end(olga, 'm-anna')).status).toBe(403)
  expect(await status(tokenOf(anna))).toBe(200)
  expect((await end(admin, 'm-anna')).status).toBe(204)
  expect([await status(tokenOf(anna)), await status(tokenOf(olga))]).toEqual([401, 200])
})

test('a manager switched off is out with the next request', async () => {
  const anna = await house.signIn('m-anna')
  await house.server.db.prisma.manager.update({ where: { id: 'm-anna' }, data: { active: false } })
  expect((await anna.me()).status).toBe(401)
  await house.server.db.prisma.manager.update({ where: { id: 'm-anna' }, data: { active: true } })
})

describe('behind https', () => {
  let server: TestServer
  beforeAll(async () => { server = await startTestServer({ settings: { PUBLIC_URL: 'https://crm.firm.example', ENTRA_AUTHORITY: house.accounts.origin, ENTRA_TENANT_ID: house.server.config.ENTRA_TENANT_ID!.join(','), ENTRA_CLIENT_ID: 'c', ENTRA_CLIENT_SECRET: 's' } }) })
  afterAll(() => server.close())
  const attributes = (written: string) => written.split('; ').slice(1).map((part) => part.toLowerCase()).sort()

  test('the session\'s cookie, and that of somebody on the way, belong to this host alone, to no script and to no plain connection', async () => {
    const signedIn = await server.raw('POST', '/api/session', { body: { email: 'olga@demo.example' } })
    const [session = ''] = signedIn.headers.getSetCookie()
    expect(session).toMatch(/^__Host-counterpane=[\w-]{43};/)
    expect(attributes(session)).toEqual(['httponly', 'max-age=43200', 'path=/', 'samesite=lax', 'secure'])
    const begun = await server.raw('POST', '/api/sign-in', { body: { provider: 'entra' } })
    const [attempt = ''] = begun.headers.getSetCookie()
    expect(attempt).toMatch(/^__Host-counterpane-sign-in=[\w-]{43};/)
    expect(attributes(attempt)).toEqual(['httponly', 'max-age=600', 'path=/', 'samesite=lax', 'secure'])
    const { url } = (await begun.json()) as { url: string }
    expect(new URL(url).searchParams.get('redirect_uri')).toBe('https://crm.firm.example/sign-in/callback')
    // A cookie of the plain name, as another host of the domain could set it, is nobody's.
    const token = /=([\w-]+);/.exec(session)![1]!
    expect((await server.raw('GET', '/api/me', { headers: { cookie: `counterpane=${token}` } })).status).toBe(401)
    expect((await server.raw('GET', '/api/me', { headers: { cookie: `__Host-counterpane=${token}` } })).status).toBe(200)
  })
})
