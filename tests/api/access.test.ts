import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const signIn = (email: string) => server.raw('POST', '/api/session', { body: { email } })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!

test('the demo team is listed without a session: twelve, with leads and an administrator', async () => {
  const answer = await (await server.raw('GET', '/api/demo/managers')).json() as { items: { email: string; role: string }[]; nextCursor: null }
  expect(answer.items).toHaveLength(12)
  expect(new Set(answer.items.map((one) => one.role))).toEqual(new Set(['manager', 'lead', 'administrator']))
  expect(answer.items.map((one) => one.email)).toContain('olga@demo.example')
})

test('signing in gives a token and a cookie that scripts cannot read; signing out ends both', async () => {
  const answer = await signIn('Olga@Demo.Example')
  expect(answer.status).toBe(200)
  const { token, manager } = await answer.json() as { token: string; manager: { email: string } }
  expect(manager.email).toBe('olga@demo.example')
  expect(answer.headers.get('set-cookie')).toMatch(/^counterpane=[^;]+; .*HttpOnly; SameSite=Lax$/i)
  // A date would be thrown away by a browser whose clock is ahead of ours.
  expect(answer.headers.get('set-cookie')).toMatch(/; Max-Age=43200;/)
  expect(answer.headers.get('set-cookie')).not.toMatch(/Expires/i)
  const cookie = cookieOf(answer)
  expect((await server.raw('GET', '/api/me', { headers: { cookie } })).status).toBe(200)
  expect((await server.raw('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  expect((await server.raw('DELETE', '/api/session', { headers: { cookie } })).status).toBe(204)
  expect((await server.raw('GET', '/api/me', { headers: { cookie } })).status).toBe(401)
})

test('the token is nowhere in the database', async () => {
  const { token } = await (await signIn('peter@demo.example')).json() as { token: string }
  const rows = server.db.sql.all('SELECT * FROM Session')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a session ends by itself, a manager switched off is out', async () => {
  const { token } = await (await signIn('kate@demo.example')).json() as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  expect((await server.raw('GET', '/api/me', { headers })).status).toBe(200)
  server.clock.advance(13 * 3_600_000)
  const ended = await server.raw('GET', '/api/me', { headers })
  expect(ended.status).toBe(401)
  expect(await ended.json()).toMatchObject({ code: 'no-session' })
  server.clock.advance(-13 * 3_600_000)
  const other = await (await signIn('james@demo.example')).json() as { token: string }
  await server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: false } })
  expect((await server.raw('GET', '/api/me', { headers: { authorization: `Bearer ${other.token}` } })).status).toBe(401)
  expect((await signIn('james@demo.example')).status).toBe(404)
})

test('a page of another site cannot write with somebody\'s cookie', async () => {
  const cookie = cookieOf(await signIn('olga@demo.example'))
  const body = { title: 'Forged', dueAt: '2026-11-25T09:00:00Z' }
  const write = (headers: Record<string, string>) => server.raw('POST', '/api/tasks', { body, headers: { cookie, ...headers } })
  expect((await write({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await write({ origin: 'null' })).status).toBe(403)
  expect((await write({ origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(201)
})

test('nothing but signing in, and a letter on its way with its ticket, is open to a caller without a session', async () => {
  const { routes } = await import('@counterpane/shared/contract/routes')
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    const answer = await server.raw(method, path.replace('{id}', 'x'), method === 'GET' || method === 'DELETE' ? {} : { body: {} })
    expect([name, answer.status]).toEqual([name, name === 'signIn' || name === 'beginSignIn' || name === 'messageSent' ? 400 : name === 'demoManagers' || name === 'signInWays' ? 200 : 401])
  }
})

test('the language is chosen by the header and remembered when the manager chooses', async () => {
  const call = await server.as('nina@demo.example', 'ru')
  expect((await call('dictionaries')).contactTypes.some((type) => /[а-я]/i.test(type.name))).toBe(true)
  expect((await call('patchMe', { body: { locale: 'ru' } })).locale).toBe('ru')
  expect((await call('me')).locale).toBe('ru')
})

test('openapi.json names every route with full paths', async () => {
  const { routes } = await import('@counterpane/shared/contract/routes')
  const answer = await (await server.raw('GET', '/api/openapi.json', { as: 'olga@demo.example' })).json() as { openapi: string; paths: Record<string, Record<string, unknown>> }
  expect(answer.openapi).toBe('3.1.0')
  for (const route of Object.values(routes)) {
    const [method = '', path = ''] = route.split(' ')
    expect(answer.paths[path]?.[method.toLowerCase()]).toBeDefined()
  }
})

test('guessing sign-ins is slowed down, with the time to wait', async () => {
  const guarded = await startTestServer()
  const statuses = []
  for (let i = 0; i < 130; i++) statuses.push((await guarded.raw('POST', '/api/session', { body: { email: `guess${i}@demo.example` } })).status)
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404))
  const last = await guarded.raw('POST', '/api/session', { body: { email: 'olga@demo.example' } })
  expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60'])
  await guarded.close()
})

test('answers are kept nowhere and framed by nobody but the pane, which Outlook may frame', async () => {
  const api = await server.raw('GET', '/api/me')
  expect([api.headers.get('cache-control'), api.headers.get('x-content-type-options'), api.headers.get('x-frame-options')]).toEqual(['no-store', 'nosniff', 'DENY'])
  expect((await server.raw('GET', '/journal/nothing')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const pane = await server.raw('GET', '/outlook/nothing')
  expect(pane.headers.get('content-security-policy')).toContain('https://outlook.office.com')
  expect(pane.headers.get('x-frame-options')).toBeNull()
})

test('healthz and readyz answer without a session', async () => {
  expect((await server.raw('GET', '/healthz')).status).toBe(200)
  expect((await server.raw('GET', '/readyz')).status).toBe(200)
})
