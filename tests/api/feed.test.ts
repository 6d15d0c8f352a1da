import type { FeedEntry } from '@counterpane/shared/contract/client'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let clientId: string
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  clientId = (await olga('createCounterparty', { body: { name: 'Feed Ltd' } })).id
  const call = { method: 'call', direction: 'outgoing', status: 'held' } as const
  await olga('createContact', { body: { ...call, startsAt: '2026-11-03T10:00:00Z', subject: 'own call', counterpartyId: clientId } })
  await olga('createContact', { body: { ...call, startsAt: '2026-11-05T10:00:00Z', subject: 'also involved', counterpartyId: 'cp-delta', alsoCounterpartyIds: [clientId] } })
  await olga('createContact', { body: { ...call, startsAt: '2026-11-04T10:00:00Z', subject: 'private', counterpartyId: clientId, private: true } })
  await olga('createContact', { body: { ...call, startsAt: '2027-01-01T10:00:00Z', status: 'planned', subject: 'planned', counterpartyId: clientId } })
  await olga('createContact', { body: { ...call, startsAt: '2026-11-04T10:00:00Z', subject: 'of another', counterpartyId: 'cp-delta' } })
  await olga('createTask', { body: { title: 'a task', dueAt: '2026-11-04T12:00:00Z', counterpartyId: clientId } })
  await olga('createTask', { body: { title: 'a note', dueAt: '2026-11-02T12:00:00Z', counterpartyId: clientId, kind: 'note' } })
})
afterAll(() => server.close())

const titleOf = (entry: FeedEntry) => entry.contact?.subject ?? entry.task?.title
const inOrder = ['planned', 'also involved', 'a task', 'private', 'own call', 'a note']

test('a feed holds contacts, those it also takes part in, tasks and notes, the latest first', async () => {
  const { items, nextCursor } = await olga('feed', { id: clientId })
  expect(items.map(titleOf)).toEqual(inOrder)
  expect(nextCursor).toBeNull()
  expect(items.every((entry) => (entry.contact === null) !== (entry.task === null))).toBe(true)
  expect(items.map((entry) => entry.at)).toEqual(items.map((entry) => entry.contact?.startsAt ?? entry.task?.dueAt))
})

test('page after page gives every entry once', async () => {
  const titles: (string | undefined)[] = []
  let cursor: string | null = null
  do {
    const page: { items: FeedEntry[]; nextCursor: string | null } = await olga('feed', { id: clientId, query: { limit: '2', cursor } })
    titles.push(...page.items.map(titleOf))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(titles).toEqual(inOrder)
})

test('a feed can be narrowed to some kinds', async () => {
  const { items } = await olga('feed', { id: clientId, query: { kind: ['task', 'note'] } })
  expect(items.map(titleOf)).toEqual(['a task', 'a note'])
  expect((await server.raw('GET', `/api/counterparties/${clientId}/feed?kind=deal`, { as: 'olga@demo.example' })).status).toBe(400)
})

test('a private contact shows that it was, not what it was about', async () => {
  const anna = await server.as('anna@demo.example')
  const { items } = await anna('feed', { id: clientId })
  expect(items).toHaveLength(inOrder.length)
  expect(items.map(titleOf)).not.toContain('private')
})

test('an undone contact leaves the feed', async () => {
  const { id } = await olga('createContact', { body: { startsAt: '2026-11-06T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'mistake', counterpartyId: clientId } })
  await olga('undoContact', { id })
  expect((await olga('feed', { id: clientId })).items.map(titleOf)).not.toContain('mistake')
})

test('nobody has no feed', async () => {
  expect((await server.raw('GET', '/api/counterparties/nobody/feed', { as: 'olga@demo.example' })).status).toBe(404)
})
