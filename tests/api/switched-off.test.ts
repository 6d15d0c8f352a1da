import { openConnection } from '@counterpane/backend/platform/db/connection'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { routeAccess } from '@counterpane/shared/contract/route-access'
import { routes, streamRoutes } from '@counterpane/shared/contract/routes'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 12, counterparties: 40, persons: 80, contacts: 6_000, tasks: 10 } }) }, 120_000)
afterAll(() => server.close())

/** Behind the server's back, as another program does it. */
function behind(sql: string): void {
  const connection = openConnection(server.databasePath)
  connection.prepare(sql).run()
  connection.close()
}
const switchOff = (id: string) => behind(`UPDATE Manager SET active = 0 WHERE id = '${id}'`)

/** Says nothing of anybody, or proves itself otherwise. */
const openDoors: ReadonlySet<string> = new Set(Object.entries(routeAccess).filter(([name, access]) => access === 'open' && name !== 'acceptInvitation').map(([name]) => name))
const every = Object.entries({ ...routes, ...streamRoutes, ...fileRoutes }).filter(([name]) => !openDoors.has(name) && name !== 'signOut')

test.each([['a bearer token', (token: string) => ({ authorization: `Bearer ${token}` })], ['a cookie', (token: string) => ({ cookie: `counterpane=${token}` })]])(
  'whoever is switched off is refused at every door with the very next request that brings %s', async (_, headersOf) => {
    const ids = { 'elena@demo.example': 'm-elena', 'james@demo.example': 'm-james' }
    const email = _ === 'a cookie' ? 'elena@demo.example' : 'james@demo.example'
    const headers: Record<string, string> = headersOf(await server.tokenOf(email))
    expect((await server.raw('GET', '/api/me', { headers })).status).toBe(200)
    switchOff(ids[email])
    for (const [name, route] of every) {
      const [method = '', path = ''] = route.split(' ')
      const answer = await server.raw(method, path.replace('{id}', 'x'), { headers, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) })
      expect([name, answer.status, (await answer.json() as { code: string }).code]).toEqual([name, 401, 'no-session'])
    }
  })

test('switched on again, the same session is let in at once; ended behind the server\'s back, it is not', async () => {
  const headers = { authorization: `Bearer ${await server.tokenOf('maria@demo.example')}` }
  const ask = async () => (await server.raw('GET', '/api/me', { headers })).status
  const statuses = [await ask()]
  for (const sql of ["UPDATE Manager SET active = 0 WHERE id = 'm-maria'", "UPDATE Manager SET active = 1 WHERE id = 'm-maria'", "DELETE FROM Session WHERE managerId = 'm-maria'"]) { behind(sql); statuses.push(await ask()) }
  expect(statuses).toEqual([200, 401, 200, 401])
})

test('a role taken away is gone with the next request', async () => {
  const invite = async () => (await server.raw('POST', '/api/managers/m-anna/invitations', { as: 'admin@demo.example', body: {} })).status
  expect(await invite()).toBe(201)
  behind("UPDATE Manager SET role = 'manager' WHERE id = 'm-admin'")
  expect(await invite()).toBe(403)
})

test('a stream of events says nothing more to them and ends', async () => {
  const nina = await server.as('nina@demo.example')
  const answer = await fetch(`${server.url}/api/journal/events`, { headers: { authorization: `Bearer ${await server.tokenOf('kate@demo.example')}` } })
  const reader = answer.body!.getReader()
  expect(Buffer.from((await reader.read()).value!).toString()).toContain('retry: ')
  switchOff('m-kate')
  await nina('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held' } })
  const rest: string[] = []
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) rest.push(Buffer.from(piece.value).toString())
  expect(rest.join('')).not.toContain('event: contacts')
}, 20_000)

test.each(['csv', 'xlsx'])('an export to %s that is on its way is cut off', async (format) => {
  behind("UPDATE Manager SET active = 1 WHERE id = 'm-dmitry'")
  const whole = await server.raw('GET', `/api/exports/contacts.${format}`, { as: 'nina@demo.example' })
  const length = (await whole.arrayBuffer()).byteLength
  const answer = await fetch(`${server.url}/api/exports/contacts.${format}`, { headers: { authorization: `Bearer ${await server.tokenOf('dmitry@demo.example')}` } })
  expect(answer.status).toBe(200)
  const reader = answer.body!.getReader()
  let taken = (await reader.read()).value?.length ?? 0
  switchOff('m-dmitry')
  await expect((async () => { for (let piece = await reader.read(); !piece.done; piece = await reader.read()) taken += piece.value.length })()).rejects.toThrow()
  expect(taken).toBeLessThan(length)
}, 60_000)
