import fc from 'fast-check'
import { clientManagerTriggers, fillClientManagers } from '@counterpane/backend/platform/db/client-manager-triggers'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 8, counterparties: 10, persons: 16, contacts: 50, tasks: 20 } }) }, 60_000)
afterAll(() => server.close())

const kept = () => server.db.sql.all('SELECT counterpartyId AS client, managerId AS manager FROM ClientManager ORDER BY 1, 2')
/** Said once more in plain words: whoever of the contact, times whatever client of it; and whoever has or made a task. */
function plain() {
  const { sql } = server.db
  const found = new Set<string>()
  const add = (client: unknown, manager: unknown) => { if (client && manager) found.add(JSON.stringify({ client, manager })) }
  for (const contact of sql.all<{ id: string; counterpartyId: string | null; managerId: string | null; registeredById: string | null }>('SELECT * FROM Contact WHERE undoneAt IS NULL')) {
    const managers = [contact.managerId, contact.registeredById, ...sql.all('SELECT managerId FROM ContactManager WHERE contactId = ?1 UNION SELECT managerId FROM MessageCopy WHERE contactId = ?1', [contact.id]).map((row) => row.managerId)]
    for (const client of [contact.counterpartyId, ...sql.all('SELECT counterpartyId FROM ContactCounterparty WHERE contactId = ?', [contact.id]).map((row) => row.counterpartyId)]) for (const manager of managers) add(client, manager)
  }
  for (const task of sql.all('SELECT counterpartyId, managerId, createdById FROM Task')) for (const manager of [task.managerId, task.createdById]) add(task.counterpartyId, manager)
  return [...found].sort().map((pair) => JSON.parse(pair) as unknown)
}

test('what the seed wrote is known from the first', () => {
  expect(plain().length).toBeGreaterThan(10)
  expect(kept()).toEqual(plain())
})

test('whatever happens to contacts and tasks, those who had to do with a client are those that a plain reading finds', async () => {
  const step = fc.record({
    what: fc.constantFrom('responsible', 'registered', 'client', 'away', 'undo', 'redo', 'join', 'part', 'swap', 'letter', 'letter-gone', 'also', 'alone', 'also-moves', 'merge', 'copy', 'delete', 'task', 'task-away', 'task-gone'),
    pick: fc.nat(10_000), other: fc.nat(10_000), who: fc.nat(10_000),
  })
  const idsIn = (table: 'Contact' | 'Counterparty' | 'Manager' | 'Task') => server.db.sql.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map((row) => row.id)
  let made = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
    for (const { what, pick, other, who } of steps) {
      const [contacts, clients, managers, tasks] = [idsIn('Contact'), idsIn('Counterparty'), idsIn('Manager'), idsIn('Task')]
      const [contact, client, second, manager, task] = [contacts[pick % contacts.length]!, clients[other % clients.length]!, clients[pick % clients.length]!, managers[who % managers.length]!, tasks[pick % tasks.length] ?? '']
      await server.db.write(async (tx) => {
        if (what === 'responsible') await tx.$executeRaw`UPDATE Contact SET managerId = ${manager} WHERE id = ${contact}`
        if (what === 'registered') await tx.$executeRaw`UPDATE Contact SET registeredById = ${manager} WHERE id = ${contact}`
        if (what === 'client') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client} WHERE id = ${contact}`
        if (what === 'away') await tx.$executeRaw`UPDATE Contact SET counterpartyId = NULL WHERE id = ${contact}`
        if (what === 'undo') await tx.$executeRaw`UPDATE Contact SET undoneAt = 1 WHERE id = ${contact}`
        if (what === 'redo') await tx.$executeRaw`UPDATE Contact SET undoneAt = NULL WHERE id = ${contact}`
        if (what === 'join') await tx.$executeRaw`INSERT OR IGNORE INTO ContactManager (contactId, managerId) VALUES (${contact}, ${manager})`
        if (what === 'part') await tx.$executeRaw`DELETE FROM ContactManager WHERE contactId = ${contact}`
        if (what === 'swap') await tx.$executeRaw`UPDATE OR IGNORE ContactManager SET managerId = ${manager} WHERE contactId = ${contact}`
        if (what === 'letter') await tx.$executeRaw`INSERT OR IGNORE INTO MessageCopy (id, contactId, managerId, client) VALUES (${`copy-${++made}`}, ${contact}, ${manager}, 'outlook')`
        if (what === 'letter-gone') await tx.$executeRaw`DELETE FROM MessageCopy WHERE contactId = ${contact}`
        if (what === 'also') await tx.$executeRaw`INSERT OR IGNORE INTO ContactCounterparty (contactId, counterpartyId) VALUES (${contact}, ${client})`
        if (what === 'alone') await tx.$executeRaw`DELETE FROM ContactCounterparty WHERE contactId = ${contact}`
        if (what === 'also-moves') await tx.$executeRaw`UPDATE OR IGNORE ContactCounterparty SET counterpartyId = ${client} WHERE counterpartyId = ${second}`
        if (what === 'merge') await tx.$executeRaw`UPDATE Contact SET counterpartyId = ${client} WHERE counterpartyId = ${second}`
        if (what === 'delete') await tx.$executeRaw`DELETE FROM Contact WHERE id = (SELECT id FROM Contact WHERE counterpartyId = ${client} AND id NOT IN (SELECT previousId FROM Contact WHERE previousId IS NOT NULL) AND id NOT IN (SELECT contactId FROM Task WHERE contactId IS NOT NULL) LIMIT 1)`
        if (what === 'copy') await tx.$executeRaw`INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, state, source, counterpartyId, managerId, createdAt, updatedAt) SELECT id || ${`-${++made}`}, startsAt, endsAt, method, direction, status, state, source, ${client}, ${manager}, 1, 1 FROM Contact WHERE id = ${contact}`
        if (what === 'task') await tx.$executeRaw`UPDATE Task SET counterpartyId = ${client}, managerId = ${manager} WHERE id = ${task}`
        if (what === 'task-away') await tx.$executeRaw`UPDATE Task SET counterpartyId = NULL WHERE id = ${task}`
        if (what === 'task-gone') await tx.$executeRaw`DELETE FROM Task WHERE id = ${task} AND repeatOfId IS NULL AND id NOT IN (SELECT repeatOfId FROM Task WHERE repeatOfId IS NOT NULL)`
      })
    }
    expect(kept()).toEqual(plain())
  }), { numRuns: 60 })
}, 120_000)

test('the pairs that an older database lacks are made all at once', () => {
  const connection = openConnection(server.databasePath)
  try {
    connection.exec('DELETE FROM ClientManager')
    connection.exec(fillClientManagers())
    expect(kept()).toEqual(plain())
    connection.exec(`${clientManagerTriggers.drop}\n${clientManagerTriggers.create}`)
    expect(kept()).toEqual(plain())
  } finally {
    connection.close()
  }
})
