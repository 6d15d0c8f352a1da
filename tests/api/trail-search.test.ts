import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { createTrailRepository } from '@counterpane/backend/features/trail/trail.repository'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterAll(() => server.close())

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)
const search = (query: Record<string, string | number>) => admin('searchTrail', { query })
const newContact = (more: object = {}) => olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId: 'cp-vektor', subject: 'Offer of spring', ...more } })
const csvOf = async (query: string, as = 'admin@demo.example') => {
  const answer = await server.raw('GET', `/api/trail.csv?${query}`, { as })
  // Read as bytes: fetch's text() takes the byte order mark away.
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('utf8') }
}

test('a change is found by whose it was, what it was, and what it is called, with values as people read them', async () => {
  const client = await olga('createCounterparty', { body: { name: 'Quibble Works' } })
  const change = await olga('patchCounterparty', { id: client.id, body: { managerId: 'm-anna', vip: true }, ifMatch: '*' })
  expect(change.vip).toBe(true)
  const queries: Record<string, string>[] = [{ thing: 'quibble works' }, { thing: client.id }, { managerId: 'm-olga', noun: 'counterparty', action: 'changed' }]
  for (const query of queries) {
    expect((await search(query)).items[0]).toMatchObject({
      noun: 'counterparty', nounId: client.id, title: 'Quibble Works', manager: { id: 'm-olga' }, clientId: client.id, masked: false,
      fields: expect.arrayContaining([{ field: 'vip', before: 'No', after: 'Yes' }, { field: 'manager', before: null, after: expect.stringMatching(/^Anna/) as unknown }]) as unknown,
    })
  }
  expect((await search({ managerId: 'm-anna', thing: client.id })).items).toEqual([])
  expect((await search({ thing: 'nobody calls anything so' })).items).toEqual([])
})

test('a time is kept to: from included, to not', async () => {
  const at = new Date('2020-05-05T10:00:00Z')
  await server.db.prisma.auditEntry.create({ data: { id: 'lonely', at, noun: 'setting', nounId: 'attachments', action: 'changed', before: {}, after: { keep: 'none' } } })
  const year = { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' }
  expect((await search(year)).items).toEqual([expect.objectContaining({ id: 'lonely', manager: null, title: 'attachments', fields: [{ field: 'keep', before: null, after: 'none' }] })])
  expect((await search({ ...year, from: at.toISOString() })).items).toHaveLength(1)
  expect((await search({ ...year, to: at.toISOString() })).items).toHaveLength(0)
  expect((await search({ ...year, managerId: 'automatic' })).items).toHaveLength(1)
})

test('the words of a private contact are not shown to an administrator who does not take part, nor in the file', async () => {
  const contact = await newContact({ private: true, subject: 'xqsecret', content: 'xqsecret text' })
  await olga('patchContact', { id: contact.id, body: { result: 'xqsecret result' }, ifMatch: '*' })
  const { items } = await search({ thing: contact.id })
  expect(items.length).toBeGreaterThan(1)
  expect(items.every(({ masked }) => masked)).toBe(true)
  const csv = await csvOf(new URLSearchParams({ thing: contact.id, timeZone: 'Europe/Moscow' }).toString())
  expect([JSON.stringify(items).includes('xqsecret'), csv.text.includes('xqsecret')]).toEqual([false, false])
  const open = await newContact({ subject: 'xqopen' })
  expect(JSON.stringify(await search({ thing: open.id }))).toContain('xqopen')
})

test('of what is people’s own, and of nouns that nobody thought of, only that it happened is told', async () => {
  await olga('createView', { body: { name: 'xqview', shared: false, search: 'q=xqview', columns: [], marks: [] } })
  await server.db.prisma.auditEntry.create({ data: { id: 'unknown-noun', noun: 'something', nounId: 'x', action: 'changed', after: { words: 'xqview' } } })
  for (const noun of ['view', 'something']) {
    const { items } = await search({ noun })
    expect(items[0]).toMatchObject({ noun, masked: true, fields: [], title: null })
  }
})

test('page after page gives every change once, newest first, and a page that found nothing yet goes on', async () => {
  await server.db.prisma.auditEntry.createMany({ data: Array.from({ length: 950 }, (_, i) => ({ id: `many-${i}`, at: new Date(Date.UTC(2019, 0, 1) + (i % 300) * 1000), noun: 'setting', nounId: 'many', action: i % 190 === 0 ? 'rare' : 'common' })) })
  const year = { from: '2019-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' }
  const seen: { id: string; at: string }[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof search>> = await search({ ...year, limit: 100, ...(cursor !== '' && { cursor }) })
    seen.push(...page.items)
    cursor = page.nextCursor
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(950)
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort().reverse())
  const trail = createTrailRepository(server.db, { most: 100 })
  const [found, pages] = [[] as string[], [] as number[]]
  for (let after: { at: number; id: string } | null | undefined = undefined; after !== null;) {
    const looked: Awaited<ReturnType<typeof trail.page>> = await trail.page({ filter: { ...year, action: 'rare' }, after: after ?? null, limit: 50 })
    found.push(...looked.rows.map(({ id }) => id))
    pages.push(looked.rows.length)
    after = looked.next
  }
  expect(found.sort()).toEqual(['many-0', 'many-190', 'many-380', 'many-570', 'many-760'])
  expect(pages.length).toBeGreaterThan(5)
})

test('all that one order changed is one search', async () => {
  const [one, two] = [await newContact(), await newContact()]
  const { setId } = await olga('changeMany', { body: { items: [{ id: one.id }, { id: two.id }], change: { managerId: 'm-anna' }, timeZone: 'Europe/Moscow' } })
  expect((await search({ setId: String(setId) })).items.map(({ nounId }) => nounId).sort()).toEqual([one.id, two.id].sort())
})

test('the file has a line for each field, in the asked language and zone, safe for spreadsheets', async () => {
  const client = await olga('createCounterparty', { body: { name: '=cmd|x' } })
  const { text } = await csvOf(new URLSearchParams({ thing: client.id, timeZone: 'Asia/Tokyo', language: 'ru' }).toString())
  const [head, ...lines] = text.trimEnd().split('\r\n')
  expect(head).toBe('\uFEFFКогда;Менеджер;Что;Название;Действие;Поле;Было;Стало;Id;Операция')
  expect(lines.length).toBeGreaterThan(0)
  expect(lines[0]).toContain(`;Клиент;'=cmd|x;создание;`)
  expect(text).not.toMatch(/;=cmd/)
  expect((await csvOf('timeZone=Nowhere/Land')).status).toBe(400)
  expect((await csvOf('timeZone=UTC', 'olga@demo.example')).status).toBe(403)
  expect((await server.raw('GET', '/api/trail.csv?timeZone=UTC')).status).toBe(401)
})

test('only an administrator reads the trail, and it cannot be written to', async () => {
  expect(await codeOf(olga('searchTrail', { query: {} }))).toBe('forbidden')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect((await server.raw(method, '/api/trail', { as: 'admin@demo.example', body: {} })).status).toBe(405)
  expect(await codeOf(search({ cursor: 'broken' }))).toBe('invalid-request')
})
