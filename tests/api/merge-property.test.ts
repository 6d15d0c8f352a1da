import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let lead: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  lead = await server.as('admin@demo.example')
})
afterAll(() => server.close())

/** What tells that something happened, which it did: the trail, the merges themselves, and how often a row was written. */
const history = new Set(['AuditEntry', 'Merge', 'Session'])
const marks = new Set(['version', 'updatedAt'])

/** One word for all that people entered, whatever the order of rows. */
function digest(): string {
  const tables = server.db.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE '%fts%' ORDER BY name").map((row) => row.name)
  const hash = createHash('sha256')
  for (const table of tables.filter((name) => !history.has(name))) {
    const rows = server.db.sql.all<Record<string, unknown>>(`SELECT * FROM "${table}"`).map((row) => JSON.stringify(Object.entries(row).filter(([name]) => !marks.has(name))))
    hash.update(JSON.stringify([table, rows.sort()]))
  }
  return hash.digest('hex')
}

interface Made { clients: string[]; persons: string[] }

/** Clients that share addresses, domains, phones, people and contacts as they like. */
async function aBase(): Promise<Made> {
  const clients: string[] = []
  const persons: string[] = []
  for (let i = 0; i < 5; i++) {
    const client = await lead('createCounterparty', { body: {
      name: `Prop ${i}`, addresses: [`a${i % 3}@prop.example`, `own${i}@prop.example`], domains: [`prop${i % 2}.example`], phones: [`+7 495 000-0${i % 2}-11`, `+7 495 222-0${i}-11`], ...(i % 2 && { region: `R${i}`, taxNumber: `77${i}0000000` }),
    } })
    clients.push(client.id)
    const person = await lead('createPerson', { body: { name: `Who ${i}`, counterpartyId: client.id, addresses: [`p${i % 2}@prop.example`], phones: ['+7 495 333-44-55'] } })
    persons.push(person.id)
    await lead('createTask', { body: { title: 'T', dueAt: '2026-12-01T10:00:00Z', counterpartyId: client.id } })
    await lead('rememberChoice', { body: { address: `always${i}@prop.example`, ...(i % 2 ? { personId: person.id } : { counterpartyId: client.id }) } })
  }
  const call = { method: 'call', direction: 'outgoing', status: 'held' } as const
  for (let i = 0; i < 5; i++) {
    const contact = await lead('createContact', { body: { ...call, startsAt: `2026-11-1${i}T10:00:00Z`, state: 1, counterpartyId: clients[i], personIds: [persons[i] as string, persons[(i + 1) % 5] as string] } })
    await server.db.write(async (tx) => void (await tx.contactCounterparty.createMany({ data: [1, 2].map((step) => ({ contactId: contact.id, counterpartyId: clients[(i + step) % 5] as string })) })))
  }
  return { clients, persons }
}

test('whatever is merged, in whatever order and with whatever fields taken, is again as it was when it is all taken apart', async () => {
  const { clients, persons } = await aBase()
  const before = digest()
  const step = fc.record({ person: fc.boolean(), stays: fc.nat(4), goes: fc.nat(4), fields: fc.subarray(['name'] as const) })
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
    const done: string[] = []
    for (const { person, stays, goes, fields } of steps) {
      const ids = person ? persons : clients
      const answer = await server.raw('POST', '/api/merges', { as: 'admin@demo.example', body: { noun: person ? 'person' : 'counterparty', survivorId: ids[stays], mergedId: ids[goes], fields } })
      if (answer.status === 201) done.push((await answer.json() as { id: string }).id)
      else expect([400, 409]).toContain(answer.status)
    }
    if (done.length > 0) expect(digest()).not.toBe(before)
    for (const id of done.reverse()) expect((await lead('undoMerge', { id })).left).toEqual([])
    expect(digest()).toBe(before)
  }), { numRuns: 15 })
}, 180_000)
