import fc from 'fast-check'
import { startTestServer, type TestServer } from '../support/test-server'
import { lastWordsOf } from './journal-oracle'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 12, counterparties: 12, persons: 20, contacts: 80, tasks: 10 } }) }, 60_000)
afterAll(() => server.close())

const kept = () => server.db.sql.all<{ contactId: string }>('SELECT contactId FROM NextStepMissing ORDER BY contactId').map((row) => row.contactId)
const plain = () => [...lastWordsOf(server.db.sql.all('SELECT id, startsAt, counterpartyId, status, state, undoneAt FROM Contact'), server.db.sql.all('SELECT counterpartyId, doneAt, kind FROM Task'))].sort()

test('what the seed wrote is known from the first', () => {
  expect(plain().length).toBeGreaterThan(0)
  expect(kept()).toEqual(plain())
})

test('whatever happens to contacts and tasks, the clients without a next step are those that a plain reading finds', async () => {
  const step = fc.record({
    what: fc.constantFrom('status', 'state', 'move', 'client', 'undo', 'redo', 'task', 'done', 'kind', 'many', 'merge', 'away', 'copy'), pick: fc.nat(10_000), other: fc.nat(10_000), status: fc.constantFrom('held', 'planned', 'cancelled'), state: fc.integer({ min: 0, max: 3 }),
  })
  const idsIn = (table: 'Contact' | 'Counterparty' | 'Task') => server.db.sql.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map((row) => row.id)
  let made = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    for (const { what, pick, other, status, state } of steps) {
      const [contacts, clients, tasks] = [idsIn('Contact'), idsIn('Counterparty'), idsIn('Task')]
      const [contact, client, second, task] = [contacts[pick % contacts.length]!, clients[other % clients.length]!, clients[pick % clients.length]!, tasks[pick % tasks.length]!]
      const at = 1_760_000_000_000 + (other % 5) * 1_000
      await server.db.write(async (tx) => {
        if (what === 'status') await tx.$executeRaw`UPDATE Contact SET status = ${status} WHERE id = ${contact}`
        if (what === 'state') await tx.$executeRaw`UPDATE Contact SET state = ${state} WHERE id = ${contact}`
        if (what === 'move') await tx.$executeRaw`UPDATE Contact SET startsAt = ${at} WHERE id = ${contact}`
        if (what === 'client') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client} WHERE id = ${contact}`
        if (what === 'away') await tx.$executeRaw`UPDATE Contact SET counterpartyId = NULL WHERE id = ${contact}`
        if (what === 'undo') await tx.$executeRaw`UPDATE Contact SET undoneAt = 1 WHERE id = ${contact}`
        if (what === 'redo') await tx.$executeRaw`UPDATE Contact SET undoneAt = NULL WHERE id = ${contact}`
        if (what === 'many') await tx.$executeRaw`UPDATE Contact SET status = ${status}, state = ${state} WHERE counterpartyId = ${client}`
        if (what === 'merge') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client} WHERE counterpartyId = ${second}`
        if (what === 'done') await tx.$executeRaw`UPDATE Task SET doneAt = iif(doneAt IS NULL, 1, NULL) WHERE id = ${task}`
        if (what === 'kind') await tx.$executeRaw`UPDATE Task SET kind = iif(kind = 'task', 'note', 'task'), counterpartyId = ${client} WHERE id = ${task}`
        if (what === 'task') await tx.$executeRaw`INSERT INTO Task (id, title, dueAt, managerId, createdById, counterpartyId, createdAt, updatedAt) VALUES (${`made-${++made}`}, 'x', 1, 'm-olga', 'm-olga', ${client}, 1, 1)`
        if (what === 'copy') await tx.$executeRaw`INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, state, source, counterpartyId, createdAt, updatedAt) SELECT id || ${`-${++made}`}, startsAt, endsAt, method, direction, ${status}, ${state}, source, ${client}, 1, 1 FROM Contact WHERE id = ${contact} OR counterpartyId = ${second} LIMIT 5`
      })
    }
    expect(kept()).toEqual(plain())
  }), { numRuns: 60 })
}, 120_000)
