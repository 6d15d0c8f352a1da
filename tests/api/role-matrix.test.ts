import { sha256 } from '@counterpane/backend/platform/crypto/digest'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { bytesAccess, routeAccess } from '@counterpane/shared/contract/route-access'
import { routes, streamRoutes, type RouteName } from '@counterpane/shared/contract/routes'
import { startTestServer, type TestServer } from '../support/test-server'

/** Every route × everybody who may come, taken from the contract: a route that is added is tried without a word here. */
const callers = { manager: 'm-olga', lead: 'm-ivan', administrator: 'm-admin' } as const
const ranks = { open: 0, manager: 1, lead: 2, administrator: 3 } as const
type Role = keyof typeof callers
const roles = Object.keys(callers) as Role[]
const every = [
  ...Object.entries(routes).map(([name, route]) => ({ name, route, least: routeAccess[name as RouteName] })),
  ...Object.entries({ ...fileRoutes, ...streamRoutes }).map(([name, route]) => ({ name, route, least: bytesAccess[name as keyof typeof bytesAccess] })),
]
const guarded = every.filter(({ least }) => least !== 'open')
const doors = every.filter(({ least }) => least === 'open')

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  await server.db.prisma.manager.update({ where: { id: 'm-ivan' }, data: { role: 'lead' } })
}, 60_000)
afterAll(() => server.close())

let sessions = 0
/** A session of its own for each call: the call before may have ended sessions. */
async function headersOf(managerId: string): Promise<Record<string, string>> {
  const token = `matrix-${sessions++}`
  const now = server.clock.now()
  await server.db.prisma.session.create({ data: { tokenHash: sha256(token), managerId, createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } })
  return { authorization: `Bearer ${token}` }
}

interface Call { headers?: Record<string, string>; id?: string; body?: string }
/** The status and the code of the answer; a stream is left once its head has come. */
async function ask(route: string, { headers = {}, id = 'nobody', body }: Call): Promise<{ status: number; code: string; said: string }> {
  const [method = '', path = ''] = route.split(' ')
  const stop = new AbortController()
  const sends = method !== 'GET' && method !== 'DELETE'
  const answer = await fetch(server.url + path.replace('{id}', id), { method, redirect: 'manual', signal: stop.signal, headers: { ...headers, ...(sends && { 'content-type': 'application/json' }) }, ...(sends && { body: body ?? '{}' }) })
  const isProblem = answer.headers.get('content-type')?.includes('problem') ?? false
  const problem = isProblem ? await answer.json() as { code: string; reference?: string } : { code: '' }
  stop.abort()
  const { reference: _, ...rest } = problem as { code: string; reference?: string }
  return { status: answer.status, code: problem.code, said: JSON.stringify(rest) }
}
/** Bodies that no route could take, and ids of every kind that are there or not: whoever may not ask learns nothing of either. */
const probes: Call[] = [{}, { body: '{"' }, { body: '[1]' }, { id: 'm-anna' }, { id: 'cp-vektor' }, { id: 'x'.repeat(200) }]
const seenBy = async (route: string, headers?: Record<string, string>) => [...new Set((await Promise.all(probes.map((probe) => ask(route, { ...probe, headers })))).map(({ status, code, said }) => `${status} ${code} ${said}`))]

test('the contract says of every route who may ask', () => {
  expect(Object.keys(routes).filter((name) => !(routeAccess[name as RouteName] in ranks))).toEqual([])
  expect(every.length).toBeGreaterThan(100)
})

test.each(guarded)('$name ($least): nobody without a session, and nobody who was switched off', async ({ route }) => {
  await server.db.prisma.manager.update({ where: { id: 'm-maria' }, data: { active: false } })
  for (const headers of [undefined, await headersOf('m-maria'), { authorization: 'Bearer made-up' }]) {
    const seen = await seenBy(route, headers)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatch(/^401 no-session /)
  }
})

test.each(guarded.flatMap((route) => roles.filter((role) => ranks[role] < ranks[route.least]).map((role) => ({ ...route, role }))))('$name is refused to a $role before anything of the request is looked at', async ({ route, role }) => {
  const seen = await seenBy(route, await headersOf(callers[role]))
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatch(/^403 forbidden /)
})

test.each(guarded.flatMap((route) => roles.filter((role) => ranks[role] >= ranks[route.least]).map((role) => ({ ...route, role }))))('$name is open to a $role', async ({ route, role }) => {
  // Their own id, where it is a manager's: what somebody else's may be is decided by the thing itself.
  const { status, code } = await ask(route, { headers: await headersOf(callers[role]), id: callers[role] })
  expect([401, 403]).not.toContain(status)
  expect(['no-session', 'forbidden']).not.toContain(code)
  expect(status).toBeLessThan(500)
})

test.each(doors)('$name is open: it answers alike whoever asks', async ({ route }) => {
  await server.db.prisma.manager.update({ where: { id: 'm-maria' }, data: { active: false } })
  const seen = new Set<string>()
  for (const managerId of [...Object.values(callers), 'm-maria']) {
    const { status, code } = await ask(route, { headers: await headersOf(managerId) })
    seen.add(`${status} ${code}`)
  }
  expect([...seen]).toHaveLength(1)
  expect([...seen][0]).not.toMatch(/^403/)
})
