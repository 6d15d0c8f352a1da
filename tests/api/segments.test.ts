import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
let vips: string[]
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  anna = await server.as('anna@demo.example')
  vips = server.db.sql.all<{ id: string }>('SELECT id FROM Counterparty WHERE vip = 1').map((row) => row.id)
})
afterAll(() => server.close())

const refers = (...ids: string[]): RuleGroup => ({ match: 'all', conditions: [{ field: 'segment', operator: 'anyOf', values: ids }] })
const vipRule: RuleGroup = { match: 'all', conditions: [{ field: 'vip', operator: 'is', values: [true] }] }
const statusOf = async (method: string, path: string, body?: unknown, as = 'olga@demo.example') => (await server.raw(method, path, { as, ...(body !== undefined && { body }) })).status
const detailOf = async (method: string, path: string, body?: unknown) => ((await (await server.raw(method, path, { as: 'olga@demo.example', ...(body !== undefined && { body }) })).json()) as { detail?: string }).detail

test('a segment by rule counts who fits now, not who fitted when it was made', async () => {
  const { id } = await olga('createSegment', { body: { name: 'Marked', shared: false, rule: { match: 'all', conditions: [{ field: 'region', operator: 'anyOf', values: ['Segment land'] }] } } })
  expect(await olga('countSegment', { id })).toEqual({ count: 0 })
  const client = await olga('createCounterparty', { body: { name: 'Marked one', region: 'Segment land' } })
  expect(await olga('countSegment', { id })).toEqual({ count: 1 })
  expect((await olga('segmentRows', { id })).items.map((one) => one.id)).toEqual([client.id])
})

test('a rule that refers to itself, directly or through others, is refused', async () => {
  const a = await olga('createSegment', { body: { name: 'A', shared: false, rule: vipRule } })
  const b = await olga('createSegment', { body: { name: 'B', shared: false, rule: refers(a.id) } })
  const c = await olga('createSegment', { body: { name: 'C', shared: false, rule: refers(b.id) } })
  expect(await statusOf('PATCH', `/api/segments/${a.id}`, { rule: refers(a.id) })).toBe(400)
  expect(await statusOf('PATCH', `/api/segments/${a.id}`, { rule: refers(c.id) })).toBe(400)
  expect(await statusOf('POST', '/api/segments/preview', { rule: refers(c.id), segmentId: a.id })).toBe(400)
  expect(await olga('countSegment', { id: c.id })).toEqual({ count: vips.length })
})

test('of two who close a circle at once one is refused', async () => {
  const a = await olga('createSegment', { body: { name: 'Left', shared: true, rule: vipRule } })
  const b = await olga('createSegment', { body: { name: 'Right', shared: true, rule: vipRule } })
  const answers = await Promise.all([statusOf('PATCH', `/api/segments/${a.id}`, { rule: refers(b.id) }), statusOf('PATCH', `/api/segments/${b.id}`, { rule: refers(a.id) })])
  expect(answers.sort()).toEqual([200, 400])
})

test('segments refer to each other five deep and no deeper, also when a link is put in the middle', async () => {
  let last = (await olga('createSegment', { body: { name: 'Deep 0', shared: false, rule: vipRule } })).id
  const first = last
  for (let at = 1; at <= 5; at++) last = (await olga('createSegment', { body: { name: `Deep ${at}`, shared: false, rule: refers(last) } })).id
  expect(await statusOf('POST', '/api/segments', { name: 'Too deep', shared: false, rule: refers(last) })).toBe(400)
  const below = await olga('createSegment', { body: { name: 'Below', shared: false, rule: vipRule } })
  expect(await statusOf('PATCH', `/api/segments/${first}`, { rule: refers(below.id) })).toBe(400)
})

test('a rule of four levels, of a hundred and one conditions, or of a thousand brackets is refused', async () => {
  const nested = (depth: number): unknown => (depth === 0 ? vipRule.conditions[0] : { match: 'all', conditions: [nested(depth - 1)] })
  expect(await statusOf('POST', '/api/segments/preview', { rule: nested(3) })).toBe(200)
  for (const rule of [nested(4), nested(1_000), { match: 'all', conditions: Array.from({ length: 101 }, () => vipRule.conditions[0]) }]) expect(await statusOf('POST', '/api/segments/preview', { rule })).toBe(400)
})

test.each([
  { field: 'vip', operator: 'is', values: ['yes'] }, { field: 'vip', operator: 'contains', values: ['x'] }, { field: 'contacts', operator: 'atLeast', values: [1] }, { field: 'name', operator: 'anyOf', values: ['x'] }, { field: 'class', operator: 'anyOf', values: [] },
  { field: 'attribute', operator: 'filled' }, { field: 'attribute', key: 'None such', operator: 'filled' }, { field: 'lastHeldAt', operator: 'within', values: [0] }, { field: 'segment', operator: 'anyOf', values: ['none-such'] }, { field: 'kind', operator: "anyOf' OR 1=1", values: ['x'] },
])('%j is no condition', async (condition) => {
  expect(await statusOf('POST', '/api/segments/preview', { rule: { match: 'all', conditions: [condition] } })).toBe(400)
})

test('a value that looks like SQL is a value', async () => {
  const rule: RuleGroup = { match: 'any', conditions: [{ field: 'class', operator: 'anyOf', values: ["A') OR 1=1 --"] }, { field: 'text', operator: 'contains', values: ["%' OR '1'='1"] }] }
  expect((await olga('previewSegment', { body: { rule } })).count).toBe(0)
})

test('members by hand are added and removed many at once, and each change is taken back whole', async () => {
  const { id } = await olga('createSegment', { body: { name: 'Chosen', shared: false } })
  const ids = server.db.sql.all<{ id: string }>('SELECT id FROM Counterparty ORDER BY id LIMIT 6').map((row) => row.id)
  const added = await olga('changeMembers', { id, body: { add: [...ids.slice(0, 4), ids[0]!, 'none-such'] } })
  expect(added).toMatchObject({ added: 4, removed: 0 })
  const changed = await olga('changeMembers', { id, body: { add: ids.slice(3), remove: ids.slice(0, 2) } })
  expect(changed).toMatchObject({ added: 2, removed: 2 })
  expect(await olga('countSegment', { id })).toEqual({ count: 4 })
  expect(await olga('undoMembers', { id: changed.changeId! })).toMatchObject({ added: 2, removed: 2 })
  expect((await olga('segmentRows', { id })).items.map((one) => one.id).sort()).toEqual(ids.slice(0, 4))
  expect(await olga('undoMembers', { id: changed.changeId! })).toEqual({ changeId: null, added: 0, removed: 0 })
  expect((await olga('changeMembers', { id, body: { add: ids.slice(0, 4) } })).changeId).toBeNull()
})

test('one\'s own segment is nobody else\'s to know of; a shared one is everybody\'s to use and its owner\'s and leads\' to change', async () => {
  const own = await olga('createSegment', { body: { name: 'Olga only', shared: false, rule: vipRule } })
  for (const path of ['', '/count', '/members']) expect(await statusOf('GET', `/api/segments/${own.id}${path}`, undefined, 'anna@demo.example')).toBe(404)
  expect((await anna('listSegments')).items.map((one) => one.id)).not.toContain(own.id)
  expect(await statusOf('POST', '/api/segments/preview', { rule: refers(own.id) }, 'anna@demo.example')).toBe(400)
  expect((await anna('listJournal', { query: { segmentId: own.id } })).items).toEqual([])
  const shared = await olga('createSegment', { body: { name: 'For all', shared: true, rule: vipRule } })
  expect(await anna('countSegment', { id: shared.id })).toEqual({ count: vips.length })
  expect((await anna('getSegment', { id: shared.id })).canChange).toBe(false)
  expect(await statusOf('PATCH', `/api/segments/${shared.id}`, { name: 'Mine' }, 'anna@demo.example')).toBe(403)
  expect(await statusOf('PATCH', `/api/segments/${shared.id}`, { name: 'For all of us' }, 'admin@demo.example')).toBe(200)
  expect(await statusOf('POST', '/api/segments', { name: 'Leaks', shared: true, rule: refers(own.id) })).toBe(400)
})

test('deleting one that another segment or a saved view uses says so, and is done when asked again', async () => {
  const used = await olga('createSegment', { body: { name: 'Used', shared: true, rule: vipRule } })
  const user = await olga('createSegment', { body: { name: 'User of it', shared: true, rule: refers(used.id) } })
  await olga('createView', { body: { name: 'Its journal', shared: false, search: `segmentId=${used.id}`, columns: [], marks: [] } })
  const said = await detailOf('DELETE', `/api/segments/${used.id}`)
  expect(said).toContain('User of it')
  expect(said).toContain('saved views: 1')
  expect(await statusOf('DELETE', `/api/segments/${used.id}`, { anyway: true })).toBe(204)
  expect(await olga('countSegment', { id: user.id })).toEqual({ count: 0 })
  expect(await statusOf('PATCH', `/api/segments/${used.id}`, { shared: false })).toBe(404)
})

test('a change of a version that somebody else changed meanwhile is refused', async () => {
  const { id, etag } = await olga('createSegment', { body: { name: 'Race', shared: false, rule: vipRule } })
  const patch = (name: string) => server.raw('PATCH', `/api/segments/${id}`, { as: 'olga@demo.example', body: { name }, headers: { 'If-Match': etag } })
  expect([(await patch('One')).status, (await patch('Two')).status]).toEqual([200, 412])
})

test('the journal narrows to contacts with clients of a segment, those filed under others that involve them too', async () => {
  const { id } = await olga('createSegment', { body: { name: 'Journal VIP', shared: false, rule: vipRule } })
  const other = server.db.sql.first<{ id: string }>('SELECT id FROM Counterparty WHERE vip = 0')!.id
  const involving = await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'meeting', direction: 'outgoing', status: 'held', counterpartyId: other, alsoCounterpartyIds: [vips[0]!] } })
  const marks = vips.map((one) => `'${one}'`).join(',')
  const expected = server.db.sql.all<{ id: string }>(`SELECT DISTINCT c.id FROM Contact c LEFT JOIN ContactCounterparty k ON k.contactId = c.id WHERE c.undoneAt IS NULL AND (c.counterpartyId IN (${marks}) OR k.counterpartyId IN (${marks}))`).map((row) => row.id).sort()
  expect(expected).toContain(involving.id)
  const rows = await olga('listJournal', { query: { segmentId: id, limit: '500' } })
  expect(rows.items.map((one) => one.id).sort()).toEqual(expected)
  expect(await olga('countJournal', { query: { segmentId: id } })).toEqual({ count: expected.length, isExact: true })
  expect((await olga('listContacts', { query: { segmentId: id, limit: '200' } })).items).toHaveLength(Math.min(200, expected.length))
  expect((await olga('listJournal', { query: { segmentId: 'none-such' } })).items).toEqual([])
})
