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

describe('documents and moves', () => {
  let id: string
  beforeAll(async () => {
    id = (await olga('createCounterparty', { body: { name: 'Files Ltd', addresses: ['files@files.example'] } })).id
    const letter = { messageId: '<files@files.example>', subject: 'Contract', sentAt: '2026-11-03T10:00:00Z', text: '', from: { name: '', address: 'files@files.example' }, to: [{ name: '', address: 'olga@demo.example' }] }
    await olga('registerMessage', { body: { message: { ...letter, attachments: [{ name: 'contract.pdf', contentType: 'application/pdf', size: 7 }, { name: 'price.xlsx', contentType: 'application/octet-stream', size: 9 }] } } })
    await olga('registerMessage', { body: { private: true, message: { ...letter, messageId: '<secret@files.example>', sentAt: '2026-11-02T10:00:00Z', attachments: [{ name: 'salaries.pdf', contentType: 'application/pdf', size: 7 }] } } })
    const meeting = await olga('createContact', { body: { startsAt: '2026-11-25T10:00:00Z', method: 'meeting', direction: 'outgoing', status: 'planned', subject: 'Demo', counterpartyId: id } })
    await olga('recordOutcome', { id: meeting.id, body: { outcome: 'moved', movedTo: '2026-11-27T10:00:00Z' } })
  })
  const names = (items: FeedEntry[]) => items.map(({ kind, document, move, contact }) => document?.name ?? (move ? `${move.from.slice(0, 10)} to ${move.to.slice(0, 10)}` : `${kind} ${contact?.subject}`))

  test('stand in the same list when they are asked for', async () => {
    const { items } = await olga('feed', { id, query: { kind: ['contact', 'document', 'move'] } })
    expect(names(items)).toEqual(['contact Demo', '2026-11-25 to 2026-11-27', expect.stringMatching(/pdf|xlsx/), expect.stringMatching(/pdf|xlsx/), 'contact Contract', 'salaries.pdf', 'contact Contract'])
    expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse())
    expect(items[1]).toMatchObject({ kind: 'move', contact: { subject: 'Demo' }, move: { by: { id: 'm-olga' } } })
    expect((await olga('feed', { id })).items.map(({ kind }) => kind)).toEqual(['contact', 'contact', 'contact'])
  })
  test('come page after page, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: FeedEntry[]; nextCursor: string | null } = await olga('feed', { id, query: { kind: ['document', 'move'], limit: '1', cursor } })
      seen.push(...names(page.items))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect([...seen].sort()).toEqual(['2026-11-25 to 2026-11-27', 'contract.pdf', 'price.xlsx', 'salaries.pdf'])
  })
  test('a file of a private contact is named to nobody else', async () => {
    const anna = await server.as('anna@demo.example')
    expect(names((await anna('feed', { id, query: { kind: 'document' } })).items)).not.toContain('salaries.pdf')
    expect(JSON.stringify(await anna('feed', { id, query: { kind: ['contact', 'document', 'move'] } }))).not.toContain('salaries')
  })
})
