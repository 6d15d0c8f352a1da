import fc from 'fast-check'
import { clientActivityTriggers } from '@counterpane/backend/platform/db/client-activity-triggers'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 12, counterparties: 12, persons: 20, contacts: 80, tasks: 10 } }) }, 60_000)
afterAll(() => server.close())

const kept = () => server.db.sql.all('SELECT counterpartyId AS id, lastHeldAt AS at FROM ClientActivity ORDER BY 1')
const plain = () => server.db.sql.all("SELECT k.id, MAX(c.startsAt) AS at FROM Counterparty k JOIN Contact c ON c.counterpartyId = k.id WHERE c.status = 'held' AND c.undoneAt IS NULL GROUP BY k.id ORDER BY 1")

test('what the seed wrote is known from the first', () => {
  expect(plain().length).toBeGreaterThan(0)
  expect(kept()).toEqual(plain())
})

test('whatever happens to contacts, the last one held with each client is the one that a plain reading finds', async () => {
  const step = fc.record({
    what: fc.constantFrom('status', 'move', 'client', 'away', 'undo', 'redo', 'many', 'merge', 'copy', 'delete'), pick: fc.nat(10_000), other: fc.nat(10_000), status: fc.constantFrom('held', 'planned', 'cancelled'),
  })
  const idsIn = (table: 'Contact' | 'Counterparty') => server.db.sql.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map((row) => row.id)
  let made = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    for (const { what, pick, other, status } of steps) {
      const [contacts, clients] = [idsIn('Contact'), idsIn('Counterparty')]
      const [contact, client, second] = [contacts[pick % contacts.length]!, clients[other % clients.length]!, clients[pick % clients.length]!]
      const at = 1_760_000_000_000 + (other % 7) * 1_000
      await server.db.write(async (tx) => {
        if (what === 'status') await tx.$executeRaw`UPDATE Contact SET status = ${status} WHERE id = ${contact}`
        if (what === 'move') await tx.$executeRaw`UPDATE Contact SET startsAt = ${at} WHERE id = ${contact}`
        if (what === 'client') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client}, startsAt = ${at} WHERE id = ${contact}`
        if (what === 'away') await tx.$executeRaw`UPDATE Contact SET counterpartyId = NULL WHERE id = ${contact}`
        if (what === 'undo') await tx.$executeRaw`UPDATE Contact SET undoneAt = 1 WHERE id = ${contact}`
        if (what === 'redo') await tx.$executeRaw`UPDATE Contact SET undoneAt = NULL WHERE id = ${contact}`
        if (what === 'many') await tx.$executeRaw`UPDATE Contact SET status = ${status}, startsAt = ${at} WHERE counterpartyId = ${client}`
        if (what === 'merge') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client} WHERE counterpartyId = ${second}`
        if (what === 'delete') await tx.$executeRaw`DELETE FROM Contact WHERE id IN (SELECT id FROM Contact WHERE counterpartyId = ${client} AND id NOT IN (SELECT previousId FROM Contact WHERE previousId IS NOT NULL) ORDER BY startsAt DESC LIMIT 1)`
        if (what === 'copy') await tx.$executeRaw`INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, state, source, counterpartyId, createdAt, updatedAt) SELECT id || ${`-${++made}`}, startsAt + ${other}, endsAt, method, direction, ${status}, state, source, ${client}, 1, 1 FROM Contact WHERE id = ${contact} OR counterpartyId = ${second} LIMIT 5`
      })
    }
    expect(kept()).toEqual(plain())
  }), { numRuns: 60 })
}, 120_000)

test('a base that was there before is filled when the triggers come to it', () => {
  const connection = openConnection(server.databasePath)
  connection.exec('DELETE FROM ClientActivity')
  connection.exec(clientActivityTriggers.drop)
  connection.exec(clientActivityTriggers.create)
  connection.close()
  expect(kept()).toEqual(plain())
})
