import { lookUp } from '../bench/floor-answers'
import { openFloor } from '../bench/floor-sql'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() }, 60_000)
afterAll(() => server.close())

test.each(['ivan.petrov@vector.example', 's.belova@vector.example'])('the benchmark\'s floor gives the answer about %s that the product gives, field by field', async (address) => {
  const message = { messageId: '<floor@vector.example>', conversationId: 'floor', subject: 'Floor', sentAt: '2026-11-20T10:00:00.000Z', from: { name: 'Somebody', address }, to: [{ name: '', address: 'olga@demo.example' }] }
  const ours: unknown = await (await server.raw('POST', '/api/sidebar', { as: 'olga@demo.example', body: { message } })).json()
  const floor = openFloor(server.databasePath)
  expect(JSON.parse(JSON.stringify(lookUp(floor, message, server.clock.now().getTime())))).toEqual(ours)
  floor.db.close()
})
