import { openConnection } from '@counterpane/backend/platform/db/connection'
import { drawFilters, rowsPath } from '../bench/drawn-filters'
import { lookUp } from '../bench/floor-answers'
import { createJournalFloor } from '../bench/floor-journal'
import { openFloor } from '../bench/floor-sql'
import { assertSameRows, maskedAmong } from '../bench/same-rows'
import { startTestServer, type TestServer } from '../support/test-server'

const lead = 'olga@demo.example'
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 12, counterparties: 40, persons: 120, contacts: 4_000, tasks: 60 } }) }, 60_000)
afterAll(() => server.close())

test.each(['ivan.petrov@vector.example', 's.belova@vector.example'])('the benchmark\'s floor gives the answer about %s that the product gives, field by field', async (address) => {
  const message = { messageId: '<floor@vector.example>', conversationId: 'floor', subject: 'Floor', sentAt: '2026-11-20T10:00:00.000Z', from: { name: 'Somebody', address }, to: [{ name: '', address: lead }] }
  const ours: unknown = await (await server.raw('POST', '/api/sidebar', { as: lead, body: { message } })).json()
  const floor = openFloor(server.databasePath)
  expect(JSON.parse(JSON.stringify(lookUp(floor, message, server.clock.now().getTime())))).toEqual(ours)
  floor.db.close()
})

test('the benchmark\'s floor gives the journal\'s rows under any one and any two indexed filters, in the same order, field by field', async () => {
  const db = openConnection(server.databasePath)
  const floor = createJournalFloor(db)
  const { names, draw } = drawFilters(db, 1)
  const alone = names.map((name) => rowsPath(draw(name)))
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => rowsPath([...draw(one), ...draw(other)])))
  const compared = await assertSameRows({
    paths: [rowsPath([]), ...alone, ...pairs], masked: maskedAmong(db),
    ours: async (path) => JSON.parse(await (await server.raw('GET', path, { as: lead })).text()), floor: (path) => Promise.resolve(JSON.parse(floor(path, server.clock.now().getTime()))),
  })
  expect(pairs.length).toBe((names.length * (names.length - 1)) / 2)
  expect(compared).toBeGreaterThan(2_000)
  db.close()
}, 60_000)
