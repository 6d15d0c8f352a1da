import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

it('lives and is ready', async () => {
  expect((await server.raw('GET', '/healthz')).status).toBe(200)
  expect((await server.raw('GET', '/readyz')).status).toBe(200)
})

it('knows the manager who asks', async () => {
  const olga = await server.as('olga@demo.example')
  expect(await olga('me')).toMatchObject({ name: 'Olga Smirnova', email: 'olga@demo.example', role: 'manager' })
})

it('asks for a session', async () => {
  const response = await server.raw('GET', '/api/me')
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ code: 'no-session', status: 401 })
})
