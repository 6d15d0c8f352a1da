import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { aMeeting } from '../support/calendar-rows'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const as = (name: 'olga' | 'anna' | 'ivan' | 'peter') => server.as(`${name}@demo.example`)
const plan: BodyOf<'createContact'> = { startsAt: '2026-11-21T09:00:00Z', method: 'meeting', direction: 'outgoing', status: 'planned', subject: 'Price', counterpartyId: 'cp-vektor' }
const make = async (more: Partial<BodyOf<'createContact'>> = {}) => (await as('olga'))('createContact', { body: { ...plan, ...more } })
const get = async (id: string) => (await as('olga'))('getContact', { id })
const forbidden = { problem: { status: 403, code: 'forbidden' } }
const answered = { problem: { status: 409, code: 'wrong-status' } }
const next = { at: '2026-12-01T10:00:00Z' }

test.each([{ private: true }, { visibility: 'fact' as const }, { visibility: 'subject' as const }])('whoever may not read %j writes no result by an outcome, and may say that it was held', async (closed) => {
  const peter = await as('peter')
  const [one, two, three, four] = [await make({ ...closed, result: 'kept' }), await make({ ...closed, result: 'kept' }), await make({ ...closed, result: 'kept' }), await make()]
  await expect(peter('recordOutcome', { id: one.id, body: { outcome: 'held', result: 'mine' } })).rejects.toMatchObject(forbidden)
  await expect(peter('cancelContact', { id: two.id, body: { reason: 'mine' } })).rejects.toMatchObject(forbidden)
  await expect(peter('recordOutcomes', { body: { ids: [four.id, three.id], outcome: 'held', result: 'mine' } })).rejects.toMatchObject(forbidden)
  for (const { id } of [one, two, three]) expect(await get(id)).toMatchObject({ status: 'planned', result: 'kept' })
  expect((await get(four.id)).status).toBe('planned')
  await peter('recordOutcome', { id: one.id, body: { outcome: 'held' } })
  await peter('cancelContact', { id: two.id })
  await peter('recordOutcomes', { body: { ids: [three.id], outcome: 'held', result: '' } })
  expect(await Promise.all([one, two, three].map(async ({ id }) => { const { status, result } = await get(id); return [status, result] }))).toEqual([['held', 'kept'], ['cancelled', 'kept'], ['held', 'kept']])
})

test('of three who answer at once with different words one is recorded, with one next contact, and the others are told', async () => {
  const { id } = await make()
  const answers = await Promise.allSettled((['olga', 'anna', 'ivan'] as const).map(async (name) => (await as(name))('recordOutcome', { id, body: { outcome: 'held', result: name, next } })))
  const [first, ...more] = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(more).toEqual([])
  for (const one of answers) if (one.status === 'rejected') expect(one.reason).toMatchObject(answered)
  expect(await get(id)).toMatchObject({ result: first!.result, nextIds: [expect.any(String)] })
})

test('the same answer again finds the contact as it is and plans nothing twice', async () => {
  const { id } = await make()
  const call = await as('olga')
  const body = { outcome: 'held', result: 'agreed', next } as const
  const answers = await Promise.all([1, 2, 3].map(() => call('recordOutcome', { id, body })))
  expect(new Set(answers.map(({ etag }) => etag)).size).toBe(1)
  expect(await call('recordOutcome', { id, body: { outcome: 'held' } })).toMatchObject({ status: 'held', result: 'agreed', nextIds: [expect.any(String)] })
  const moved = await make()
  const again = { outcome: 'moved', movedTo: '2026-12-05T09:00:00Z' } as const
  expect((await call('recordOutcome', { id: moved.id, body: again })).etag).toBe((await call('recordOutcome', { id: moved.id, body: again })).etag)
})

test('another answer is refused with who was first and when, in the reader’s language', async () => {
  const { id } = await make()
  await (await as('anna'))('recordOutcome', { id, body: { outcome: 'held', result: 'agreed' } })
  for (const body of [{ outcome: 'not-held' }, { outcome: 'held', result: 'other' }, { outcome: 'held', state: 2 }, { outcome: 'held', next }, { outcome: 'moved', movedTo: next.at }] as const) {
    await expect((await as('olga'))('recordOutcome', { id, body })).rejects.toMatchObject({ problem: { ...answered.problem, detail: expect.stringMatching(/^It has an outcome already: held \(Anna Orlova, 2026-11-22 \d\d:\d\d UTC\)/) as unknown } })
  }
  const russian = await server.raw('POST', `/api/contacts/${id}/outcome`, { as: 'olga@demo.example', headers: { 'accept-language': 'ru' }, body: { outcome: 'not-held' } })
  expect([russian.status, (await russian.json() as { detail: string }).detail]).toEqual([409, expect.stringMatching(/^Итог уже указан: состоялось \(Anna Orlova/)])
  expect(await get(id)).toMatchObject({ status: 'held', result: 'agreed', nextIds: [] })
})

test('what only a calendar called off can still be said to have been held, once', async () => {
  await aMeeting(server.db, 'called-off', { managerId: 'm-olga', startsAt: plan.startsAt, contact: { status: 'cancelled' }, meeting: { cancellation: 'removed' } })
  const call = await as('olga')
  expect(await call('recordOutcome', { id: 'called-off', body: { outcome: 'held', result: 'They came' } })).toMatchObject({ status: 'held', result: 'They came', calendar: { cancellation: null } })
  await expect(call('recordOutcome', { id: 'called-off', body: { outcome: 'not-held' } })).rejects.toMatchObject(answered)
})

test('a joint contact given to somebody: the new manager is the first of those who take part, the former one leaves, and undo puts both back', async () => {
  const joint = async (id: string, given: string[] = []) => {
    await aMeeting(server.db, id, { managerId: 'm-olga', startsAt: '2026-12-03T09:00:00Z', meeting: { given: { managerIds: given } } })
    await server.db.prisma.contactManager.create({ data: { contactId: id, managerId: 'm-peter', position: 1 } })
  }
  const who = async (id: string) => { const { manager, managers } = await get(id); return [manager?.id, managers.map((one) => one.id)] }
  for (const id of ['joint-one', 'joint-many']) await joint(id)
  await joint('joint-given', ['m-olga'])
  await aMeeting(server.db, 'joint-alone', { managerId: 'm-olga', startsAt: '2026-12-03T09:00:00Z' })
  const ivan = await as('ivan')
  await ivan('patchContact', { id: 'joint-one', body: { managerId: 'm-anna' }, ifMatch: '*' })
  const { setId } = await ivan('changeMany', { body: { items: ['joint-many', 'joint-given', 'joint-alone'].map((id) => ({ id })), change: { managerId: 'm-anna' } } })
  for (const id of ['joint-one', 'joint-many']) expect(await who(id)).toEqual(['m-anna', ['m-anna', 'm-peter']])
  expect(await who('joint-given')).toEqual(['m-anna', ['m-anna', 'm-olga', 'm-peter']])
  expect(await who('joint-alone')).toEqual(['m-anna', ['m-anna']])
  const listed = async (managerId: string) => (await ivan('listJournal', { query: { managerId, from: '2026-12-03T09:00:00Z', to: '2026-12-03T09:00:01Z' } })).items.map(({ id }) => id).sort()
  expect(await listed('m-olga')).toEqual(['joint-given'])
  expect(await listed('m-anna')).toEqual(['joint-alone', 'joint-given', 'joint-many', 'joint-one'])
  const [change] = (await ivan('listChanges', { query: { noun: 'contact', id: 'joint-one' } })).items
  expect(change!.fields).toContainEqual({ field: 'managers', before: 'Olga Smirnova, Peter Novak', after: 'Anna Orlova, Peter Novak' })
  await ivan('undoChange', { id: change!.id })
  expect((await ivan('undoChangeSet', { id: setId! })).left).toEqual([])
  for (const id of ['joint-one', 'joint-many', 'joint-given']) expect(await who(id)).toEqual(['m-olga', ['m-olga', 'm-peter']])
  expect(await who('joint-alone')).toEqual(['m-olga', ['m-olga']])
})

test('a lead gives a closed contact to somebody else and not to oneself', async () => {
  const ivan = await as('ivan')
  for (const closed of [{ private: true }, { visibility: 'subject' as const }]) {
    const { id } = await make(closed)
    await expect(ivan('patchContact', { id, body: { managerId: 'm-ivan' }, ifMatch: '*' })).rejects.toMatchObject(forbidden)
    expect((await ivan('changeMany', { body: { items: [{ id }], change: { managerId: 'm-ivan' } } })).results).toEqual([{ id, outcome: 'forbidden' }])
    expect((await ivan('patchContact', { id, body: { managerId: 'm-anna' }, ifMatch: '*' })).manager?.id).toBe('m-anna')
  }
  const { id } = await make()
  expect((await ivan('patchContact', { id, body: { managerId: 'm-ivan' }, ifMatch: '*' })).manager?.id).toBe('m-ivan')
})

test('whoever does not work here any more is given nothing, and keeps what there was', async () => {
  const call = await as('olga')
  const [contact, task] = [await make({ managerId: 'm-james' }), await call('createTask', { body: { title: 'Ring', dueAt: next.at, managerId: 'm-james' } })]
  await server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: false } })
  const given = { managerId: 'm-james' }
  const mine = await make()
  const ownTask = await call('createTask', { body: { title: 'Write', dueAt: next.at } })
  const asked = [
    make(given), call('patchContact', { id: mine.id, body: given, ifMatch: '*' }), call('planNext', { id: mine.id, body: { ...next, ...given } }), call('recordOutcome', { id: mine.id, body: { outcome: 'held', next: { ...next, ...given } } }),
    call('createTask', { body: { title: 'Ring', dueAt: next.at, ...given } }), call('patchTask', { id: ownTask.id, body: given }), call('changeMany', { body: { items: [{ id: mine.id }], change: given } }),
  ]
  for (const refused of await Promise.allSettled(asked)) expect(refused).toMatchObject({ status: 'rejected', reason: { problem: { status: 400, code: 'invalid-request', errors: [{ message: 'James Carter does not work here any more' }] } } })
  expect(await call('patchContact', { id: contact.id, body: { ...given, comment: 'x' }, ifMatch: '*' })).toMatchObject({ manager: { id: 'm-james' }, comment: 'x' })
  expect((await call('patchTask', { id: task.id, body: { ...given, title: 'Ring back' } })).title).toBe('Ring back')
  expect((await call('planNext', { id: contact.id, body: next })).manager?.id).toBe('m-olga')
  await server.db.prisma.manager.update({ where: { id: 'm-james' }, data: { active: true } })
})

test('at most two hundred attributes are kept on a contact', async () => {
  const named = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`name ${i}`, i]))
  expect(Object.keys((await make({ attributes: named(200) })).attributes)).toHaveLength(200)
  await expect(make({ attributes: named(201) })).rejects.toMatchObject({ problem: { status: 400, errors: [{ path: 'attributes', message: 'at most 200 attributes' }] } })
})
