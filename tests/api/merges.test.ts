import { counterpartyMovers } from '@counterpane/backend/features/cleaning/counterparty-movers'
import { personMovers } from '@counterpane/backend/features/cleaning/person-movers'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let lead: HttpClient
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  lead = await server.as('admin@demo.example')
  olga = await server.as('olga@demo.example')
})
afterAll(() => server.close())

const call = { method: 'call', direction: 'outgoing' } as const
const refused = async (path: string, body: unknown, as = 'admin@demo.example') => {
  const answer = await server.raw('POST', path, { as, body })
  return { status: answer.status, ...await answer.json() as { code: string; detail?: string } }
}
const merging = (survivorId: string, mergedId: string, more: object = {}) => ({ noun: 'counterparty' as const, survivorId, mergedId, ...more })

/** A client with something in every table that can refer to it. */
async function aFullClient(name: string, { domain, otherId }: { domain: string; otherId: string | null }) {
  const client = await olga('createCounterparty', { body: { name, addresses: [`info@${domain}`, 'both@shared.example'], domains: [domain], phones: ['+7 495 111-22-33', `+7 495 ${domain.length}00-00-01`], taxNumber: `77${name.length}` } })
  const person = await olga('createPerson', { body: { name: `Person of ${name}`, counterpartyId: client.id, addresses: [`ivan@${domain}`] } })
  const held = await olga('createContact', { body: { ...call, status: 'held', startsAt: '2026-11-20T10:00:00Z', counterpartyId: client.id, personIds: [person.id], subject: `held with ${name}` } })
  const plan = await olga('createContact', { body: { ...call, status: 'planned', startsAt: '2026-12-20T10:00:00Z', counterpartyId: client.id } })
  const task = await olga('createTask', { body: { title: `task of ${name}`, dueAt: '2026-12-01T10:00:00Z', counterpartyId: client.id } })
  await olga('rememberChoice', { body: { address: `always@${domain}`, counterpartyId: client.id } })
  await server.db.write(async (tx) => {
    await tx.segment.upsert({ where: { id: 'seg' }, create: { id: 'seg', name: 'Both', kind: 'hand', ownerId: 'm-olga', createdAt: new Date(), updatedAt: new Date() }, update: {} })
    await tx.segmentMember.create({ data: { segmentId: 'seg', counterpartyId: client.id, addedAt: new Date('2026-11-01T00:00:00Z') } })
    await tx.personEmployment.create({ data: { id: `emp-${client.id}`, personId: person.id, counterpartyId: client.id, endedAt: new Date('2026-01-01T00:00:00Z') } })
    await tx.sendOrder.create({ data: { id: `so-${client.id}`, managerId: 'm-olga', ticketHash: 'x', subjectKey: 'x', counterpartyId: client.id, personIds: [person.id], createdAt: new Date(), expiresAt: new Date() } })
    if (otherId) await tx.contactCounterparty.create({ data: { contactId: held.id, counterpartyId: otherId } })
  })
  return { client, person, held, plan, task }
}

test('everything of a client that goes is its survivor\'s, and the undoing gives it back', async () => {
  const stays = await aFullClient('Stays', { domain: 'stays.example', otherId: null })
  const goes = await aFullClient('Goes', { domain: 'goes.example', otherId: stays.client.id })
  const [s, g] = [stays.client.id, goes.client.id]
  const before = refersTo(g)
  expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([['ContactCounterparty.counterpartyId', 0]])
  await server.db.write(async (tx) => { await tx.counterparty.update({ where: { id: g }, data: { region: 'North', industry: 'Steel', attributes: { size: 5 } } }) })
  const merge = await lead('createMerge', { body: merging(s, g, { fields: ['name'] }) })
  expect(refersTo(g)).toEqual(Object.fromEntries(Object.keys(before).map((name) => [name, 0])))
  expect(await olga('getCounterparty', { id: s })).toMatchObject({
    name: 'Goes', region: 'North', industry: 'Steel', taxNumber: '775', addresses: ['info@stays.example', 'both@shared.example', 'info@goes.example'], domains: ['stays.example', 'goes.example'], phones: ['+7 495 111-22-33', '+7 495 1300-00-01', '+7 495 1200-00-01'],
  })
  const feed = await olga('feed', { id: s, query: { limit: '50' } })
  expect(feed.items.map((item) => item.contact?.subject ?? item.task?.title)).toEqual(expect.arrayContaining(['held with Goes', 'held with Stays', 'task of Goes', 'task of Stays']))
  expect((await olga('getContact', { id: goes.held.id })).counterparty).toEqual({ id: s, name: 'Goes' })
  expect((await server.raw('GET', `/api/counterparties/${g}`, { as: 'olga@demo.example' })).status).toBe(404)
  expect(await olga('mergeOf', { id: g })).toMatchObject({ survivorId: s, mergedName: 'Goes', by: { id: 'm-admin' } })
  expect((await olga('search', { query: { q: 'info@goes.example' } })).items.map((item) => item.id)).toContain(s)
  const told = (await olga('listChanges', { query: { noun: 'counterparty', id: s } })).items
  expect(told.map((change) => change.action)).toEqual(['merged-into', 'merged', 'created', 'created'])
  expect(told.map((change) => change.canUndo)).toEqual([false, false, false, false])

  const undone = await lead('undoMerge', { id: merge.id })
  expect(undone.left).toEqual([])
  expect(refersTo(g)).toEqual(before)
  expect(await olga('getCounterparty', { id: s })).toMatchObject({ name: 'Stays', region: null, industry: null, addresses: stays.client.addresses, domains: stays.client.domains, phones: stays.client.phones })
  expect(await olga('getCounterparty', { id: g })).toMatchObject({ name: 'Goes', region: 'North', addresses: goes.client.addresses, phones: goes.client.phones })
  expect((await olga('getContact', { id: goes.held.id })).counterparty?.id).toBe(g)
  expect((await olga('search', { query: { q: 'info@goes.example' } })).items.map((item) => item.id)).toEqual([g])
  expect(await server.db.prisma.contactCounterparty.count({ where: { contactId: goes.held.id, counterpartyId: s } })).toBe(1)
  expect((await olga('listChanges', { query: { noun: 'counterparty', id: s } })).items.map((item) => item.action).slice(0, 2)).toEqual(['unmerged', 'merged'])
})

function refersTo(id: string): Record<string, number> {
  return Object.fromEntries(Object.keys(counterpartyMovers).map((name) => {
    const [table = '', column = ''] = name.split('.')
    return [name, server.db.sql.first<{ count: number }>(`SELECT COUNT(*) AS count FROM "${table}" WHERE ${column} = ?`, [id])?.count ?? 0]
  }))
}

test('two persons that are one: contacts, dates and numbers go over, a contact with both is there once', async () => {
  const client = await olga('createCounterparty', { body: { name: 'House' } })
  const first = await olga('createPerson', { body: { name: 'Ivan', counterpartyId: client.id, addresses: ['ivan@house.example'], phones: ['8 (495) 700-00-01'] } })
  const second = await olga('createPerson', { body: { name: 'Ivan P.', addresses: ['ivan.p@house.example'], phones: ['+7 495 700-00-01'], position: 'Buyer' } })
  const both = await olga('createContact', { body: { ...call, status: 'held', startsAt: '2026-11-20T10:00:00Z', counterpartyId: client.id, personIds: [first.id, second.id] } })
  const alone = await olga('createContact', { body: { ...call, status: 'held', startsAt: '2026-11-19T10:00:00Z', personIds: [second.id] } })
  const merge = await lead('createMerge', { body: { noun: 'person', survivorId: first.id, mergedId: second.id } })
  expect(await olga('getPerson', { id: first.id })).toMatchObject({ name: 'Ivan', position: 'Buyer', addresses: ['ivan@house.example', 'ivan.p@house.example'], phones: ['8 (495) 700-00-01'] })
  expect((await olga('getContact', { id: both.id })).persons.map((person) => person.id)).toEqual([first.id])
  expect((await olga('getContact', { id: alone.id })).persons.map((person) => person.id)).toEqual([first.id])
  await lead('undoMerge', { id: merge.id })
  expect(await olga('getPerson', { id: second.id })).toMatchObject({ name: 'Ivan P.', addresses: ['ivan.p@house.example'], phones: ['+7 495 700-00-01'], position: 'Buyer', counterparty: null })
  expect(await olga('getPerson', { id: first.id })).toMatchObject({ position: null, addresses: ['ivan@house.example'] })
  expect((await olga('getContact', { id: both.id })).persons.map((person) => person.id)).toEqual([first.id, second.id])
})

test('what was changed since the merge stays as it is, and is told', async () => {
  const [stays, goes] = [await olga('createCounterparty', { body: { name: 'A since' } }), await olga('createCounterparty', { body: { name: 'B since', region: 'South', addresses: ['one@since.example', 'two@since.example'] } })]
  const task = await olga('createTask', { body: { title: 'moves on', dueAt: '2026-12-01T10:00:00Z', counterpartyId: goes.id } })
  const merge = await lead('createMerge', { body: merging(stays.id, goes.id) })
  await olga('patchCounterparty', { id: stays.id, body: { region: 'West', addresses: ['two@since.example', 'new@since.example'] } })
  await olga('patchTask', { id: task.id, body: { counterpartyId: null } })
  const { left } = await lead('undoMerge', { id: merge.id })
  expect(left).toEqual(expect.arrayContaining([{ what: 'fields', count: 1 }, { what: 'tasks', count: 1 }, { what: 'addresses', count: 1 }]))
  expect(await olga('getCounterparty', { id: stays.id })).toMatchObject({ region: 'West', addresses: ['new@since.example'] })
  expect(await olga('getCounterparty', { id: goes.id })).toMatchObject({ region: 'South', addresses: ['two@since.example'] })
})

test('what cannot be merged says why: itself, one that is gone, a circle, an older picture, a foreign field', async () => {
  const [a, b, c] = [await olga('createCounterparty', { body: { name: 'Aa' } }), await olga('createCounterparty', { body: { name: 'Bb' } }), await olga('createCounterparty', { body: { name: 'Cc' } })]
  expect(await refused('/api/merges', merging(a.id, a.id))).toMatchObject({ status: 400, code: 'invalid-request', detail: expect.stringContaining('itself') as string })
  expect(await refused('/api/merges', merging(a.id, 'nobody'))).toMatchObject({ status: 404 })
  expect(await refused('/api/merges', merging(a.id, b.id, { fields: ['birthday'] }))).toMatchObject({ status: 400 })
  expect(await refused('/api/merges', merging(a.id, b.id, { survivorEtag: '"77"' }))).toMatchObject({ status: 412 })
  const first = await lead('createMerge', { body: merging(a.id, b.id, { survivorEtag: a.etag, mergedEtag: b.etag }) })
  expect(await refused('/api/merges', merging(a.id, b.id))).toMatchObject({ status: 409, detail: expect.stringContaining('"Bb" was merged into "Aa" already') as string })
  expect(await refused('/api/merges', merging(b.id, a.id))).toMatchObject({ status: 409 })
  const second = await lead('createMerge', { body: merging(c.id, a.id) })
  expect(await olga('mergeOf', { id: b.id })).toMatchObject({ survivorId: c.id })
  expect(await refused(`/api/merges/${first.id}/undo`, undefined)).toMatchObject({ status: 409, detail: expect.stringContaining('Undo that merge first') as string })
  await lead('undoMerge', { id: second.id })
  await lead('undoMerge', { id: first.id })
  expect(await refused(`/api/merges/${first.id}/undo`, undefined)).toMatchObject({ status: 409, detail: expect.stringContaining('already') as string })
  expect((await server.raw('GET', `/api/merges/of/${b.id}`, { as: 'olga@demo.example' })).status).toBe(404)
})

test('two leads at once: one of them merges, the other is told', async () => {
  const [a, b] = [await olga('createCounterparty', { body: { name: 'Race A' } }), await olga('createCounterparty', { body: { name: 'Race B' } })]
  const answers = await Promise.all([[a.id, b.id], [b.id, a.id], [a.id, b.id]].map(([stays = '', goes = '']) => server.raw('POST', '/api/merges', { as: 'admin@demo.example', body: merging(stays, goes) })))
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409])
})

test('a manager looks, and does not merge', async () => {
  const [a, b] = [await olga('createCounterparty', { body: { name: 'Mine' } }), await olga('createCounterparty', { body: { name: 'Mine too' } })]
  expect(await refused('/api/merges', merging(a.id, b.id), 'olga@demo.example')).toMatchObject({ status: 403, code: 'forbidden' })
  expect((await server.raw('POST', '/api/duplicates/search', { as: 'olga@demo.example' })).status).toBe(403)
})

/** Referring columns that need no moving, each with its reason. */
const leftAlone: Record<string, string> = {
  'ClientActivity.counterpartyId': 'kept by triggers', 'ClientManager.counterpartyId': 'kept by triggers', 'NextStepMissing.counterpartyId': 'kept by triggers', 'ImportProblem.nounId': 'what a file said at its time', 'AuditEntry.nounId': 'the trail of each stays under its id',
  'DuplicatePair.firstId': 'taken out and given back by the merge', 'DuplicatePair.secondId': 'taken out and given back by the merge', 'Merge.survivorId': 'history', 'Merge.mergedId': 'history',
}

test('whatever refers to a client or a person goes along, or says why not: a new table must be thought of', () => {
  const tables = server.db.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'").map((row) => row.name)
  const named = /^(counterpartyId|personId|personIds|counterpartyIds|nounId|survivorId|mergedId|firstId|secondId)$/
  const refers = tables.flatMap((table) => {
    const keys = server.db.sql.all<{ table: string; from: string }>(`SELECT "table", "from" FROM pragma_foreign_key_list('${table}')`).filter((key) => key.table === 'Counterparty' || key.table === 'ContactPerson').map((key) => key.from)
    const columns = server.db.sql.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map((row) => row.name).filter((name) => named.test(name))
    return [...new Set([...keys, ...columns])].map((column) => `${table}.${column}`)
  })
  expect(refers.filter((name) => !(name in counterpartyMovers) && !(name in personMovers) && !(name in leftAlone))).toEqual([])
  expect([...Object.keys(counterpartyMovers), ...Object.keys(personMovers), ...Object.keys(leftAlone)].filter((name) => !refers.includes(name))).toEqual([])
})
