import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { aMeeting } from '../support/calendar-rows'
import { createTestClock } from '../support/test-clock'
import { startTestServer, type TestServer } from '../support/test-server'

const clock = createTestClock('2026-11-20T12:00:00Z')
let server: TestServer
beforeAll(async () => { server = await startTestServer({ clock }) })
afterAll(() => server.close())

const hour = 3_600_000
const olga = (locale = 'en') => server.as('olga@demo.example', locale)
const anna = () => server.as('anna@demo.example')
const aCall: BodyOf<'createContact'> = { startsAt: '2026-11-25T09:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', subject: 'Price', counterpartyId: 'cp-vektor' }
const make = async (more: Partial<BodyOf<'createContact'>> = {}) => (await olga())('createContact', { body: { ...aCall, ...more } })
const change = async (id: string, body: BodyOf<'patchContact'>) => (await olga())('patchContact', { id, body, ifMatch: '*' })
const changesOf = async (id: string, noun = 'contact', call = olga()) => (await (await call)('listChanges', { query: { noun, id } })).items
const last = async (id: string, noun = 'contact') => (await changesOf(id, noun))[0]!
const takeBack = async (id: string, call = olga()) => (await call)('undoChange', { id })

test('who changed what is told newest first, with names and words instead of codes', async () => {
  const { id } = await make()
  await change(id, { managerId: 'm-anna', state: 2, method: 'meeting', counterpartyId: 'cp-beta', personIds: ['p-ivan-petrov'], alsoCounterpartyIds: ['cp-delta'], startsAt: '2026-11-26T10:00:00+03:00', durationMinutes: 30, private: false, priority: 'high' })
  const [changed, created] = await changesOf(id)
  expect(created).toMatchObject({ action: 'created', manager: { id: 'm-olga', name: 'Olga Smirnova' }, undone: false, canUndo: false, setId: null })
  expect(changed).toMatchObject({ action: 'changed', manager: { id: 'm-olga' }, canUndo: true })
  expect(changed!.fields).toEqual(expect.arrayContaining([
    { field: 'manager', before: 'Olga Smirnova', after: 'Anna Orlova' }, { field: 'state', before: 'No action needed', after: 'Partly done' }, { field: 'method', before: 'Call', after: 'Meeting' },
    { field: 'counterparty', before: 'ООО «Вектор»', after: 'Beta Industries' }, { field: 'persons', before: '', after: 'Ivan Petrov' }, { field: 'also', before: '', after: '«Дельта»' },
    { field: 'startsAt', before: '2026-11-25T09:00:00.000Z', after: '2026-11-26T07:00:00.000Z' }, { field: 'durationMinutes', before: null, after: '30' }, { field: 'priority', before: 'Medium', after: 'High' },
  ]))
  expect(changed!.fields.map(({ field }) => field)).not.toContain('private')
  const inRussian = (await (await olga('ru'))('listChanges', { query: { noun: 'contact', id } })).items[0]!
  expect(inRussian.fields).toEqual(expect.arrayContaining([{ field: 'state', before: 'Не требует рассмотрения', after: 'Частично выполнен' }]))
})

test('a long trail is read page after page, and every line comes once', async () => {
  const { id } = await make()
  for (const result of ['a', 'b', 'c', 'd']) await change(id, { result })
  const seen: (string | null)[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof first>> = await first(cursor)
    seen.push(...page.items.map((item) => item.fields.find(({ field }) => field === 'result')?.after ?? null))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(['d', 'c', 'b', 'a', null])
  async function first(after: string | null) { return (await olga())('listChanges', { query: { noun: 'contact', id, limit: 2, cursor: after } }) }
})

test('a trail of nothing is not found', async () => {
  await expect(changesOf('nobody')).rejects.toMatchObject({ problem: { code: 'not-found' } })
  await expect(takeBack('nobody')).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('taken back, exactly those fields stand as before, and the trail says so', async () => {
  const { id } = await make({ personIds: ['p-ivan-petrov'], alsoCounterpartyIds: ['cp-delta'], content: 'Before', attributes: { colour: 'red', size: 5 } })
  const before = await (await olga())('getContact', { id })
  await change(id, { subject: 'Other', content: 'After', managerId: 'm-anna', counterpartyId: null, personIds: [], alsoCounterpartyIds: ['cp-beta', 'cp-delta'], startsAt: '2026-12-01T09:00:00Z', durationMinutes: 45, type: 'ct-price', attributes: { colour: 'blue' }, state: 3 })
  const changed = await last(id)
  await change(id, { comment: 'added since' })
  expect(await takeBack(changed.id)).toEqual({ undone: [id], left: [] })
  const { etag, updatedAt, comment, ...now } = await (await olga())('getContact', { id })
  expect(now).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => !['etag', 'updatedAt', 'comment'].includes(name))))
  expect([comment, etag === before.etag, updatedAt >= before.updatedAt]).toEqual(['added since', false, true])
  const trail = await changesOf(id)
  expect(trail.map(({ action, undone, canUndo }) => ({ action, undone, canUndo }))).toEqual([
    { action: 'undone-change', undone: false, canUndo: true }, { action: 'changed', undone: false, canUndo: true }, { action: 'changed', undone: true, canUndo: false }, { action: 'created', undone: false, canUndo: false },
  ])
  expect(trail[0]!.fields).toContainEqual({ field: 'subject', before: 'Other', after: 'Price' })
  expect(await takeBack(changed.id)).toEqual({ undone: [id], left: [] })
  expect(await changesOf(id)).toHaveLength(4)
})

test('a taking back can be taken back itself', async () => {
  const { id } = await make()
  await change(id, { subject: 'Second' })
  await takeBack((await last(id)).id)
  await takeBack((await last(id)).id)
  expect((await (await olga())('getContact', { id })).subject).toBe('Second')
})

test('what somebody changed since is not overwritten: refused in words, nothing is written', async () => {
  const { id } = await make()
  await change(id, { subject: 'Second', state: 1 })
  const second = await last(id)
  await change(id, { subject: 'Third' })
  expect((await changesOf(id))[1]).toMatchObject({ id: second.id, canUndo: false })
  await expect(takeBack(second.id, olga('ru'))).rejects.toMatchObject({ problem: { status: 409, code: 'conflict', detail: expect.stringMatching(/^С тех пор запись изменена; она оставлена как есть/) as string } })
  expect(await (await olga())('getContact', { id })).toMatchObject({ subject: 'Third', state: 1 })
  expect(await changesOf(id)).toHaveLength(3)
})

test('two who press at once take it back once', async () => {
  const { id } = await make()
  await change(id, { subject: 'Second' })
  const { id: changeId } = await last(id)
  const answers = await Promise.allSettled([takeBack(changeId), takeBack(changeId, anna()), takeBack(changeId)])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
  expect((await changesOf(id)).filter(({ action }) => action === 'undone-change')).toHaveLength(1)
})

test('a manager takes back for a day, a lead and an administrator for thirty', async () => {
  const { id } = await make()
  await change(id, { subject: 'Second' })
  const { id: changeId } = await last(id)
  const may = async (email: string) => (await changesOf(id, 'contact', server.as(email))).find((one) => one.id === changeId)!.canUndo
  const all = async () => Promise.all(['olga@demo.example', 'maria@demo.example', 'admin@demo.example'].map(may))
  const madeAgo = (hours: number) => server.db.prisma.auditEntry.update({ where: { id: changeId }, data: { at: new Date(clock.now().getTime() - hours * hour) } })
  await madeAgo(23)
  expect(await all()).toEqual([true, true, true])
  await madeAgo(25)
  expect(await all()).toEqual([false, true, true])
  await expect(takeBack(changeId)).rejects.toMatchObject({ problem: { status: 403, code: 'undo-expired' } })
  await madeAgo(31 * 24)
  expect(await all()).toEqual([false, false, false])
})

test('of a long text that was cut in the trail nothing is put back', async () => {
  const { id } = await make({ content: 'x'.repeat(30_000) })
  await change(id, { content: 'short' })
  const cut = await last(id)
  expect(cut).toMatchObject({ canUndo: false })
  expect(cut.fields[0]!.before!.length).toBeLessThan(6_000)
  await expect(takeBack(cut.id)).rejects.toMatchObject({ problem: { status: 409, code: 'conflict' } })
  await change(id, { content: 'y'.repeat(15_000) })
  await takeBack((await last(id)).id)
  expect((await (await olga())('getContact', { id })).content).toBe('short')
})

test('what an earlier version wrote is read and never put back', async () => {
  const { id } = await make()
  await server.db.prisma.auditEntry.create({ data: { id: '01900000-0000-7000-8000-000000000001', at: clock.now(), managerId: 'm-olga', noun: 'contact', nounId: id, action: 'changed', before: { counterpartyId: null }, after: { counterpartyId: 'cp-vektor' } } })
  expect((await changesOf(id)).find((one) => one.action === 'changed')).toMatchObject({ fields: [{ field: 'counterparty', before: null, after: 'ООО «Вектор»' }], canUndo: false })
})

test('creation and a registration taken back are told, and have their own way back', async () => {
  const contact = await make()
  const plan = await (await olga())('planNext', { id: contact.id, body: { at: '2026-12-03T10:00:00Z' } })
  for (const [id, action] of [[contact.id, 'created'], [plan.id, 'planned']] as const) {
    const made = await last(id)
    expect(made).toMatchObject({ action, canUndo: false })
    await expect(takeBack(made.id)).rejects.toMatchObject({ problem: { status: 409, code: 'conflict' } })
  }
  await change(plan.id, { subject: 'Second' })
  await (await olga())('undoContact', { id: plan.id })
  expect((await changesOf(plan.id)).map(({ action, canUndo }) => [action, canUndo])).toEqual([['undone', false], ['changed', false], ['planned', false]])
})

test('an outcome taken back: the meeting is planned again, and a move leaves its way', async () => {
  await aMeeting(server.db, 'undo-meeting', { managerId: 'm-olga', startsAt: '2026-11-20T08:00:00Z' })
  const call = await olga()
  await call('recordOutcome', { id: 'undo-meeting', body: { outcome: 'held', result: 'Agreed', state: 3 } })
  await takeBack((await last('undo-meeting')).id)
  expect(await call('getContact', { id: 'undo-meeting' })).toMatchObject({ status: 'planned', result: '', state: 0 })
  await call('recordOutcome', { id: 'undo-meeting', body: { outcome: 'moved', movedTo: '2026-11-27T08:00:00Z' } })
  expect((await call('contactCalendar', { id: 'undo-meeting' })).moves).toHaveLength(1)
  await takeBack((await last('undo-meeting')).id)
  expect((await call('contactCalendar', { id: 'undo-meeting' })).moves).toEqual([])
  expect(await call('getContact', { id: 'undo-meeting' })).toMatchObject({ startsAt: '2026-11-20T08:00:00.000Z', calendar: { moves: 0 } })
})

test('a private contact keeps its words in the trail too; others see that there was a change', async () => {
  const { id } = await make({ private: true, subject: 'Secret one', content: 'hush' })
  await change(id, { subject: 'Secret two', content: 'hush, hush', attributes: { salary: 5 }, state: 1 })
  const forAnna = await changesOf(id, 'contact', anna())
  expect(JSON.stringify(forAnna)).not.toMatch(/secret|hush|salary/i)
  expect(forAnna[0]).toMatchObject({ canUndo: false })
  expect(forAnna[0]!.fields).toEqual(expect.arrayContaining([{ field: 'subject', before: null, after: null }, { field: 'state', before: 'No action needed', after: 'Not done' }]))
  await expect(takeBack(forAnna[0]!.id, anna())).rejects.toMatchObject({ problem: { status: 403, code: 'forbidden' } })
  expect((await last(id)).fields).toContainEqual({ field: 'subject', before: 'Secret one', after: 'Secret two' })
  const linked = await make()
  await change(linked.id, { previousId: id })
  expect((await changesOf(linked.id, 'contact', anna()))[0]!.fields).toEqual([{ field: 'previousId', before: null, after: 'Call' }])
})

test('a client, a person and a task tell their changes and take them back, lists and addresses included', async () => {
  const call = await olga()
  const client = await call('createCounterparty', { body: { name: 'Changeable', addresses: ['a@changeable.example', 'b@changeable.example'], phones: ['+7 1', '+7 2'], vip: true, managerId: 'm-olga' } })
  await call('patchCounterparty', { id: client.id, body: { name: 'Changed', addresses: ['c@changeable.example'], phones: [], vip: false, managerId: 'm-anna', region: 'North', domains: ['changeable.example'] } })
  expect((await last(client.id, 'counterparty')).fields).toEqual(expect.arrayContaining([
    { field: 'vip', before: 'Yes', after: 'No' }, { field: 'manager', before: 'Olga Smirnova', after: 'Anna Orlova' }, { field: 'addresses', before: 'a@changeable.example, b@changeable.example', after: 'c@changeable.example' },
  ]))
  await takeBack((await last(client.id, 'counterparty')).id)
  expect(await call('getCounterparty', { id: client.id })).toMatchObject({ name: 'Changeable', addresses: ['a@changeable.example', 'b@changeable.example'], phones: ['+7 1', '+7 2'], vip: true, manager: { id: 'm-olga' }, region: null, domains: [] })

  const person = await call('createPerson', { body: { name: 'Vera Old', counterpartyId: client.id, addresses: ['vera@changeable.example'] } })
  await call('patchPerson', { id: person.id, body: { name: 'Vera New', position: 'Buyer', birthday: '1980-02-29', counterpartyId: null } })
  await takeBack((await last(person.id, 'person')).id)
  expect(await call('getPerson', { id: person.id })).toMatchObject({ name: 'Vera Old', position: null, birthday: null, counterparty: { id: client.id }, addresses: ['vera@changeable.example'] })
  expect((await call('listPersons', { query: { q: 'vera old' } })).items).toHaveLength(1)

  const task = await call('createTask', { body: { title: 'Write', dueAt: '2026-12-01T10:00:00Z', counterpartyId: client.id } })
  await call('patchTask', { id: task.id, body: { done: true, result: 'written', dueAt: '2026-12-05T10:00:00Z', managerId: 'm-anna' } })
  const done = await last(task.id, 'task')
  expect(done.fields).toEqual(expect.arrayContaining([{ field: 'dueAt', before: '2026-12-01T10:00:00.000Z', after: '2026-12-05T10:00:00.000Z' }, { field: 'manager', before: 'Olga Smirnova', after: 'Anna Orlova' }]))
  await takeBack(done.id)
  expect((await call('listTasks', { query: { counterpartyId: client.id } })).items).toMatchObject([{ done: false, doneAt: null, result: '', dueAt: '2026-12-01T10:00:00.000Z', manager: { id: 'm-olga' } }])
})
