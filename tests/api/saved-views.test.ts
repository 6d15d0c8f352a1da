import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
let lead: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  const leads = server.db.sql.first<{ address: string }>("SELECT a.address FROM Manager m JOIN ManagerAddress a ON a.managerId = m.id AND a.main = 1 WHERE m.role = 'lead'")
  ;[olga, anna, lead] = await Promise.all([server.as('olga@demo.example'), server.as('anna@demo.example'), server.as(leads!.address)])
}, 60_000)
afterAll(() => server.close())
afterEach(() => server.db.prisma.savedView.deleteMany())

const plain = { name: 'Letters', shared: false, search: 'method=letter', columns: [], marks: [] }
const make = (who: HttpClient, more: Partial<typeof plain> = {}) => who('createView', { body: { ...plain, ...more } })
const namesOf = async (who: HttpClient) => (await who('listViews')).items.map((view) => view.name)
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)

test('a view comes back as it was saved, to its owner alone until it is shared', async () => {
  const fields = { ...plain, columns: [{ key: 'subject', width: 240 }], marks: [{ column: 'vip' as const, values: ['true'], tone: 'red' as const, label: 'VIP' }] }
  const made = await olga('createView', { body: fields })
  expect(made).toMatchObject({ ...fields, mine: true, owner: { id: 'm-olga' } })
  expect([await namesOf(olga), await namesOf(anna), await namesOf(lead)]).toEqual([['Letters'], [], []])
  await olga('patchView', { id: made.id, body: { shared: true } })
  expect((await anna('listViews')).items).toEqual([expect.objectContaining({ name: 'Letters', mine: false, owner: expect.objectContaining({ id: 'm-olga' }) as unknown })])
})

test("one's own come first, and two may have one name", async () => {
  await make(anna, { name: 'Shared by Anna', shared: true })
  await make(olga, { name: 'Twin' })
  await make(olga, { name: 'Twin' })
  expect(await namesOf(olga)).toEqual(['Twin', 'Twin', 'Shared by Anna'])
})

test('a shared view is changed by its owner and by leads; an own one is unknown to everybody else', async () => {
  const own = await make(olga)
  for (const who of [anna, lead]) {
    expect(await codeOf(who('patchView', { id: own.id, body: { name: 'x' } }))).toBe('not-found')
    expect(await codeOf(who('deleteView', { id: own.id }))).toBe('not-found')
  }
  const shared = await make(olga, { shared: true })
  expect(await codeOf(anna('patchView', { id: shared.id, body: { name: 'x' } }))).toBe('forbidden')
  expect(await codeOf(anna('deleteView', { id: shared.id }))).toBe('forbidden')
  expect(await lead('patchView', { id: shared.id, body: { name: 'By the lead' } })).toMatchObject({ name: 'By the lead', mine: false, owner: { id: 'm-olga' } })
  expect(await codeOf(lead('deleteView', { id: shared.id }))).toBe('done')
  expect(await codeOf(olga('deleteView', { id: shared.id }))).toBe('not-found')
})

test('a view seen in an older version is not changed', async () => {
  const made = await make(olga)
  const changed = await olga('patchView', { id: made.id, ifMatch: made.etag, body: { name: 'First' } })
  expect(await codeOf(olga('patchView', { id: made.id, ifMatch: made.etag, body: { name: 'Second' } }))).toBe('stale')
  expect(await codeOf(olga('deleteView', { id: made.id, ifMatch: made.etag }))).toBe('stale')
  expect(await olga('patchView', { id: made.id, ifMatch: changed.etag, body: { name: 'First' } })).toMatchObject({ etag: changed.etag })
  expect(await olga('patchView', { id: made.id, body: { name: 'Third' } })).toMatchObject({ name: 'Third', search: 'method=letter' })
})

test.each([['has left', () => server.db.prisma.manager.update({ where: { id: 'm-olga' }, data: { active: false } }), () => server.db.prisma.manager.update({ where: { id: 'm-olga' }, data: { active: true } })],
  ['is no longer known', () => server.db.prisma.savedView.updateMany({ data: { ownerId: 'm-nobody' } }), () => Promise.resolve()]])('a shared view whose owner %s stays usable, and a lead takes it over', async (_how, leave, comeBack) => {
  const shared = await make(olga, { shared: true, name: 'Left behind' })
  await make(olga, { name: 'Private to the end' })
  await leave()
  try {
    expect((await anna('listViews')).items).toEqual([expect.objectContaining({ name: 'Left behind', owner: null, mine: false })])
    expect(await codeOf(anna('patchView', { id: shared.id, body: { name: 'Mine now' } }))).toBe('forbidden')
    expect(await lead('patchView', { id: shared.id, body: {} })).toMatchObject({ name: 'Left behind', mine: true })
    expect((await lead('listViews')).items).toHaveLength(1)
  } finally { await comeBack() }
})

test('at most 200 are one manager\'s own', async () => {
  await server.db.prisma.savedView.createMany({ data: Array.from({ length: 200 }, (_, i) => ({ id: `v${i}`, ownerId: 'm-olga', name: `${i}`, search: '', createdAt: new Date(i), updatedAt: new Date(i) })) })
  expect(await codeOf(make(olga))).toBe('conflict')
  expect(await codeOf(make(anna))).toBe('done')
  expect(await codeOf(olga('deleteView', { id: 'v7' }))).toBe('done')
  expect(await codeOf(make(olga))).toBe('done')
})

test('hostile text is kept to the letter, and what is no view is refused', async () => {
  const name = `<img src=x onerror=alert(1)>'; DROP TABLE SavedView; --\u202e${'я'.repeat(60)}`
  expect(await make(olga, { name, search: '?q=%00&"&<script>' })).toMatchObject({ name, search: '?q=%00&"&<script>' })
  expect(await namesOf(olga)).toEqual([name])
  for (const wrong of [{ name: '  ' }, { name: 'x'.repeat(121) }, { search: 'x'.repeat(8_001) }, { columns: [{ key: 'a', width: 1 }] }, { ownerId: 'm-anna' }, { marks: [{ column: 'content', values: ['x'], tone: 'red', label: '' }] }, { name: 'a\0' }]) {
    const answer = await server.raw('POST', '/api/journal/views', { as: 'olga@demo.example', body: { ...plain, ...wrong } })
    expect([wrong, answer.status]).toEqual([wrong, 400])
  }
  expect((await server.raw('GET', '/api/journal/views')).status).toBe(401)
})

test('who made, changed, took over and deleted a view is written down', async () => {
  const { id } = await make(olga, { shared: true })
  await olga('patchView', { id, body: { name: 'New', search: 'method=letter' } })
  await lead('deleteView', { id })
  const trail = server.db.sql.all<{ managerId: string; action: string; after: string }>("SELECT managerId, action, json(after) AS after FROM AuditEntry WHERE noun = 'view' AND nounId = ? ORDER BY at, id", [id])
  expect(trail.map(({ action }) => action)).toEqual(['created', 'changed', 'deleted'])
  expect(JSON.parse(trail[1]!.after)).toEqual({ name: 'New' })
  expect(trail[2]!.managerId).not.toBe('m-olga')
})
