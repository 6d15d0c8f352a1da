import { openConnection } from '@counterpane/backend/platform/db/connection'
import { aContact, aContactPerson, aCounterparty, aManager, insertBuilt } from '../support/builders'
import { startTestServer, type TestServer } from '../support/test-server'

const most = 4 * 1024 * 1024
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  const connection = openConnection(server.databasePath)
  const manager = aManager({ id: 'm-olga' })
  const client = aCounterparty({ id: 'cp-huge', name: '東'.repeat(1_000), manager })
  const persons = Array.from({ length: 150 }, (_, i) => aContactPerson({ id: `p-huge-${i}`, name: `${i} ${'я'.repeat(300)}`, counterparty: client }))
  // Every unit of a text weighs three bytes, or six where JSON has to write it otherwise.
  const texts = ['\u0001'.repeat(20_000), '東'.repeat(20_000), '😀'.repeat(10_000), '"\\'.repeat(10_000)]
  connection.exec('BEGIN')
  for (let i = 0; i < 700; i++) {
    const text = texts[i % texts.length]!
    insertBuilt(connection, aContact({ id: `huge-${String(i).padStart(3, '0')}`, manager, counterparty: client, startsAt: Date.parse('2026-11-20T10:00:00Z') + (i % 7) * 1_000, subject: text, result: text, comment: text, content: i % 50 === 0 ? text.repeat(10) : '', persons: i % 5 === 0 ? persons : [] }))
  }
  connection.exec('COMMIT')
  connection.close()
}, 120_000)
afterAll(() => server.close())

test.each(['-startsAt', 'startsAt', '-subject', 'result', 'person', 'manager'])('rows of huge texts keep a page under 4 MB, and by %s every row comes once', async (sort) => {
  const wanted = server.db.sql.all<{ id: string }>("SELECT id FROM Contact WHERE counterpartyId = 'cp-huge'").map(({ id }) => id).sort()
  const [seen, sizes]: [string[], number[]] = [[], []]
  let cursor: string | null = null
  do {
    const answer = await server.raw('GET', `/api/journal/rows?limit=500&counterpartyId=cp-huge&sort=${sort}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`, { as: 'olga@demo.example' })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(answer.status).toBe(200)
    const page = JSON.parse(bytes.toString('utf8')) as { items: { id: string; subject: string }[]; nextCursor: string | null }
    sizes.push(bytes.length)
    expect(page.items.length).toBeGreaterThan(0)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(Math.max(...sizes)).toBeLessThan(most)
  // They were full: the bound was met, not avoided.
  expect(Math.max(...sizes)).toBeGreaterThan(most / 2)
  expect([seen.length, [...seen].sort()]).toEqual([wanted.length, wanted])
}, 60_000)

test('a page of usual rows is not cut', async () => {
  const olga = await server.as('olga@demo.example')
  const page = await olga('listJournal', { query: { limit: 500, to: '2026-11-20T00:00:00Z' } })
  expect(page.items).toHaveLength(Math.min(500, server.db.sql.first<{ n: number }>("SELECT COUNT(*) AS n FROM Contact WHERE undoneAt IS NULL AND startsAt < 1795132800000")!.n))
})
