import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Task } from '@counterpane/shared/contract/task'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  anna = await server.as('anna@demo.example')
})
afterAll(() => server.close())
beforeEach(() => server.db.write(async (tx) => { await tx.task.deleteMany() }))

const soon = (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString()
const aTask = (body: Partial<Parameters<typeof make>[0]> = {}) => make({ title: 'Weekly call', dueAt: soon(1), ...body })
const make = (body: { title: string; dueAt: string; managerId?: string; repeat?: Task['repeat']; kind?: Task['kind']; contactId?: string; counterpartyId?: string; minutes?: number }) => olga('createTask', { body })
const all = async (query: Record<string, string | string[]> = {}) => (await olga('listTasks', { query: { limit: '200', ...query } })).items
const done = (id: string, as = olga) => as('patchTask', { id, body: { done: true, timeZone: 'Europe/Moscow' } })

describe('a repeated task', () => {
  test('makes its next one when it is done, as the first was', async () => {
    const task = await aTask({ repeat: 'week', managerId: 'm-anna', counterpartyId: 'cp-delta', minutes: 30 })
    await done(task.id, anna)
    const [next, ...others] = await all({ done: 'false' })
    expect(others).toEqual([])
    expect(next).toMatchObject({ title: task.title, dueAt: new Date(Date.parse(task.dueAt) + 7 * 86_400_000).toISOString(), repeat: 'week', repeatOfId: task.id, done: false, minutes: null, result: '', manager: { id: 'm-anna' }, createdBy: { id: 'm-olga' }, counterparty: { id: 'cp-delta' } })
  })
  test('makes one next task however many tick it at once, and however often', async () => {
    const task = await aTask({ repeat: 'day' })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => done(task.id, i % 2 ? olga : anna)))
    expect(new Set(answers.map(({ doneAt }) => doneAt)).size).toBe(1)
    await done(task.id)
    expect(await all({ done: 'false' })).toHaveLength(1)
    expect(await server.db.prisma.auditEntry.count({ where: { nounId: task.id, action: 'done' } })).toBe(1)
  })
  test('takes its next one back when it is opened again, unless somebody has changed that', async () => {
    const task = await aTask({ repeat: 'day' })
    await done(task.id)
    await olga('patchTask', { id: task.id, body: { done: false } })
    expect((await all()).map(({ id }) => id)).toEqual([task.id])
    await done(task.id)
    const [next] = await all({ done: 'false' })
    await anna('patchTask', { id: next!.id, body: { title: 'Call, and ask for the order' } })
    await olga('patchTask', { id: task.id, body: { done: false } })
    await done(task.id)
    expect((await all({ done: 'false' })).map(({ id, title }) => ({ id, title }))).toEqual([{ id: next!.id, title: 'Call, and ask for the order' }])
  })
  test('makes none when it is told at once to repeat no more', async () => {
    const task = await aTask({ repeat: 'month' })
    await olga('patchTask', { id: task.id, body: { done: true, repeat: null } })
    expect(await all({ done: 'false' })).toEqual([])
  })
  test('has its next one too when it was done by registering a letter', async () => {
    const task = await aTask({ repeat: 'day' })
    await olga('registerMessage', { body: { message: { messageId: '<closing@vector.example>', subject: 'Done', sentAt: '2026-11-20T10:00:00Z', text: '', from: { name: '', address: 'ivan.petrov@vector.example' }, to: [{ name: '', address: 'olga@demo.example' }] }, closes: [task.id] } })
    expect((await all()).map(({ done: isDone, repeatOfId }) => ({ isDone, repeatOfId }))).toEqual([{ isDone: true, repeatOfId: null }, { isDone: false, repeatOfId: task.id }])
  })
  test('keeps the end of the month through February', async () => {
    const task = await aTask({ repeat: 'month', dueAt: '2027-01-31T07:00:00Z' })
    await done(task.id)
    const february = (await all({ done: 'false' }))[0]!
    await done(february.id)
    expect((await all()).map(({ dueAt }) => dueAt.slice(0, 10))).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
  })
  test('keeps the hour of the zone that the one who does it has set', async () => {
    await olga('patchMe', { body: { preferences: { digest: { mine: false, team: false, at: 8, timeZone: 'Europe/Berlin' } } } })
    const task = await aTask({ repeat: 'week', dueAt: '2027-03-25T08:00:00Z' })
    await olga('patchTask', { id: task.id, body: { done: true } })
    expect((await all({ done: 'false' }))[0]?.dueAt).toBe('2027-04-01T07:00:00.000Z')
  })
})

describe('a task that is done already', () => {
  const finish = (id: string, body: object, { as = olga, ifMatch }: { as?: HttpClient; ifMatch?: string } = {}) => as('patchTask', { id, body: { done: true, ...body }, ifMatch })
  test('keeps the result of the first when a second says another, and its undo', async () => {
    const task = await aTask()
    const first = await finish(task.id, { result: 'They agreed', minutes: 10 })
    for (const body of [{ result: 'They refused' }, { result: 'They agreed', minutes: 20 }]) {
      await expect(finish(task.id, body, { as: anna })).rejects.toMatchObject({ problem: { status: 409, code: 'conflict', detail: expect.stringContaining('done already, with another result') } })
      await expect(finish(task.id, body, { as: anna, ifMatch: '*' })).rejects.toMatchObject({ problem: { status: 409 } })
    }
    for (const body of [{}, { result: '', minutes: null }, { result: 'They agreed', minutes: 10 }]) expect(await finish(task.id, body, { as: anna })).toEqual(first)
    const [change] = (await olga('listChanges', { query: { noun: 'task', id: task.id } })).items
    expect(change).toMatchObject({ action: 'done', canUndo: true })
    await olga('undoChange', { id: change!.id })
    expect((await all())[0]).toMatchObject({ done: false, result: '', minutes: null })
  })
  test('takes another result from who names the version that is seen, and not from who names an old one', async () => {
    const task = await aTask()
    const first = await finish(task.id, { result: 'They agreed' })
    await expect(finish(task.id, { result: 'Corrected' }, { ifMatch: task.etag })).rejects.toMatchObject({ problem: { status: 412 } })
    expect(await finish(task.id, { result: 'Corrected' }, { ifMatch: first.etag })).toMatchObject({ result: 'Corrected', doneAt: first.doneAt })
  })
  test('has one of two results that come at once; the other is refused, in the language of who sent it', async () => {
    const task = await aTask()
    const results = await Promise.allSettled(['one', 'two'].map((result) => finish(task.id, { result })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const answer = await server.raw('PATCH', `/api/tasks/${task.id}`, { as: 'anna@demo.example', body: { done: true, result: 'three' }, headers: { 'accept-language': 'ru' } })
    expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([409, expect.stringContaining('Эта задача уже выполнена')])
  })
})

describe('the list', () => {
  test.each([
    ['dueAt', ['b', 'd', 'a', 'c']], ['-dueAt', ['c', 'a', 'd', 'b']], ['title', ['a', 'b', 'c', 'd']], ['-doneAt', ['d', 'b', 'c', 'a']], ['manager', ['d', 'a', 'b', 'c']],
  ])('by %s goes page after page without loss', async (sort, wanted) => {
    const tasks = new Map<string, string>()
    for (const [title, days, managerId] of [['a', 3, 'm-kate'], ['b', 1, 'm-olga'], ['c', 4, 'm-olga'], ['d', 2, 'm-anna']] as const) tasks.set(title, (await aTask({ title, dueAt: soon(days), managerId })).id)
    await done(tasks.get('b')!)
    server.clock.advance(1_000)
    await done(tasks.get('d')!)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: Task[]; nextCursor: string | null } = await olga('listTasks', { query: { sort, limit: '1', cursor } })
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.nextCursor
    } while (cursor !== null)
    if (sort === '-doneAt') expect(seen.slice(0, 2)).toEqual(wanted.slice(0, 2))
    else if (sort === 'manager') expect(await nameOrder(seen, tasks)).toBe(true)
    else expect(seen).toEqual(wanted)
    expect([...seen].sort()).toEqual(['a', 'b', 'c', 'd'])
  })
  const nameOrder = async (titles: string[], ids: Map<string, string>) => {
    const names = await Promise.all(titles.map(async (title) => (await all()).find(({ id }) => id === ids.get(title))!.manager.name))
    return names.every((name, i) => i === 0 || name >= names[i - 1]!)
  }

  test('another order\'s cursor is refused', async () => {
    for (const title of ['a', 'b']) await aTask({ title })
    const { nextCursor } = await olga('listTasks', { query: { sort: 'manager', limit: '1' } })
    expect((await server.raw('GET', `/api/tasks?sort=title&cursor=${nextCursor}`, { as: 'olga@demo.example' })).status).toBe(400)
  })
  test('finds words in title, result and client\'s name, in any case and with ё as е', async () => {
    const offer = await aTask({ title: 'Отправить СЧЁТ на [образцы]' })
    const other = await aTask({ title: 'Call back', counterpartyId: 'cp-vektor' })
    await olga('patchTask', { id: other.id, body: { result: 'Просили 50% скидку*' } })
    for (const [q, found] of [['счет', offer], ['Счёт отправить', offer], ['[ОБРАЗЦЫ]', offer], ['скидку*', other], ['50%', other], ['CALL', other], ['вектор call', other]] as const) expect((await all({ q })).map(({ id }) => id)).toEqual([found.id])
    expect(await all({ q: 'счет call' })).toEqual([])
    expect(await all({ q: '?' })).toEqual([])
  })
  test('is narrowed to overdue, given by others, given by me, of a team, done in a period', async () => {
    const mine = await aTask({ title: 'mine', dueAt: soon(-1) })
    const given = await aTask({ title: 'given', managerId: 'm-anna' })
    const finished = await aTask({ title: 'finished', dueAt: soon(-2) })
    await done(finished.id)
    const titles = async (query: Record<string, string>) => (await all(query)).map(({ title }) => title)
    expect(await titles({ overdue: 'true' })).toEqual([mine.title])
    expect(await titles({ overdue: 'false' })).toEqual([finished.title, given.title])
    expect(await titles({ assigned: 'true' })).toEqual([given.title])
    expect(await titles({ createdById: 'm-olga', assigned: 'false' })).toEqual([finished.title, mine.title])
    expect(await titles({ createdById: 'm-anna' })).toEqual([])
    expect(await titles({ doneFrom: soon(-1), doneTo: soon(1) })).toEqual([finished.title])
    expect(await titles({ doneTo: soon(-1) })).toEqual([])
    const { teamId } = await server.db.prisma.manager.findUniqueOrThrow({ where: { id: 'm-anna' } })
    const team = await server.db.prisma.manager.findMany({ where: { teamId }, select: { id: true } })
    expect(await titles({ teamId: teamId! })).toEqual((await all()).filter(({ manager }) => team.some(({ id }) => id === manager.id)).map(({ title }) => title))
  })
})

test('counts say of each manager what is open, late, due today and given by others; notes are no tasks', async () => {
  await aTask({ dueAt: soon(-1) })
  await aTask({ dueAt: soon(0.1) })
  await aTask({ dueAt: soon(3) })
  await aTask({ dueAt: soon(-1), kind: 'note' })
  await aTask({ managerId: 'm-anna', dueAt: soon(-3) })
  await done((await aTask()).id)
  const { items } = await olga('taskCounts', { query: { to: soon(0.5) } })
  expect(items).toEqual([
    { manager: { id: 'm-anna', name: expect.any(String) }, open: 1, overdue: 1, today: 0, assigned: 1 }, { manager: { id: 'm-olga', name: 'Olga Smirnova' }, open: 3, overdue: 1, today: 1, assigned: 0 },
  ])
  expect((await olga('taskCounts', { query: { to: soon(1), managerId: 'm-anna' } })).items).toHaveLength(1)
})

describe('handing over', () => {
  test('gives open tasks to another manager by one order, and says what became of each', async () => {
    const [open, annas, ready] = [await aTask(), await aTask({ managerId: 'm-anna' }), await aTask()]
    await done(ready.id)
    const { results, setId } = await olga('handOverTasks', { body: { ids: [open.id, annas.id, ready.id, 'nothing', open.id], managerId: 'm-anna' } })
    expect(results).toEqual([{ id: open.id, outcome: 'handed-over' }, { id: annas.id, outcome: 'unchanged' }, { id: ready.id, outcome: 'done-already' }, { id: 'nothing', outcome: 'not-found' }])
    expect((await all({ managerId: 'm-anna' })).map(({ id }) => id).sort()).toEqual([open.id, annas.id].sort())
    const trail = await server.db.prisma.auditEntry.findMany({ where: { setId } })
    expect(trail.map(({ nounId, action, before, after }) => ({ nounId, action, before, after }))).toEqual([{ nounId: open.id, action: 'handed-over', before: { managerId: 'm-olga' }, after: { managerId: 'm-anna' } }])
  })
  test('that changes nothing is no order; somebody unknown or gone gets none', async () => {
    const task = await aTask()
    expect(await olga('handOverTasks', { body: { ids: [task.id], managerId: 'm-olga' } })).toMatchObject({ setId: null })
    const answer = await server.raw('POST', '/api/tasks/hand-over', { as: 'olga@demo.example', body: { ids: [task.id], managerId: 'nobody' } })
    expect(answer.status).toBe(404)
  })
  test('by two at once leaves every task with one of the two', async () => {
    const ids = (await Promise.all(Array.from({ length: 20 }, () => aTask()))).map(({ id }) => id)
    await Promise.all([olga('handOverTasks', { body: { ids, managerId: 'm-anna' } }), anna('handOverTasks', { body: { ids, managerId: 'm-kate' } })])
    const owners = new Set((await all()).map(({ manager }) => manager.id))
    expect([...owners].every((id) => ['m-anna', 'm-kate'].includes(id)) && owners.size === 1).toBe(true)
  })
})

test('a task shows the contact it came from, but not the words of a private one to others', async () => {
  const contact = await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Salaries', private: true } })
  const task = await aTask({ contactId: contact.id })
  expect(task.contact).toEqual({ id: contact.id, subject: 'Salaries', method: 'call', startsAt: '2026-11-20T10:00:00.000Z' })
  const forAnna = (await anna('listTasks', { query: {} })).items[0]
  expect(forAnna).toMatchObject({ id: task.id, contactId: contact.id, contact: null })
})

describe('tasks of a segment', () => {
  const titles = async (query: Record<string, string | string[]>, as = olga) => (await as('listTasks', { query: { sort: 'title', ...query } })).items.map(({ title }) => title)
  const everybody = { match: 'all' as const, conditions: [] }
  test('are those with a client of one of the segments, by hand or by rule; a segment that is not there, or is a colleague’s own, holds nobody', async () => {
    const byHand = await olga('createSegment', { body: { name: 'Exhibition', shared: true } })
    await olga('changeMembers', { id: byHand.id, body: { add: ['cp-delta'] } })
    await server.db.prisma.counterparty.update({ where: { id: 'cp-beta' }, data: { region: 'Tasks land' } })
    const byRule = await olga('createSegment', { body: { name: 'Of the land', shared: false, rule: { match: 'all', conditions: [{ field: 'region', operator: 'anyOf', values: ['Tasks land'] }] } } })
    await aTask({ title: 'Delta', counterpartyId: 'cp-delta' })
    await aTask({ title: 'Beta', counterpartyId: 'cp-beta' })
    await aTask({ title: 'Vector', counterpartyId: 'cp-vektor' })
    await aTask({ title: 'Of nobody' })
    expect(await titles({ segmentId: byHand.id })).toEqual(['Delta'])
    expect(await titles({ segmentId: [byHand.id, byRule.id], managerId: 'm-olga', done: 'false' })).toEqual(['Beta', 'Delta'])
    expect(await titles({ segmentId: byRule.id }, anna)).toEqual([])
    expect(await titles({ segmentId: '01890000-0000-7000-8000-000000000000' })).toEqual([])
    const all = await olga('createSegment', { body: { name: 'All clients', shared: true, rule: everybody } })
    expect(await titles({ segmentId: all.id })).toEqual(['Beta', 'Delta', 'Vector'])
    const first = await olga('listTasks', { query: { segmentId: all.id, sort: 'title', limit: 2 } })
    expect(await titles({ segmentId: all.id, limit: '2', cursor: first.nextCursor! })).toEqual(['Vector'])
  })
  test('are counted by manager as they are listed', async () => {
    const { id } = await olga('createSegment', { body: { name: 'Counted', shared: true } })
    await olga('changeMembers', { id, body: { add: ['cp-delta'] } })
    await aTask({ counterpartyId: 'cp-delta', managerId: 'm-anna' })
    await aTask({ counterpartyId: 'cp-beta', managerId: 'm-anna' })
    await aTask({ counterpartyId: 'cp-beta', managerId: 'm-olga' })
    const counted = async (segmentId?: string, as = olga) => (await as('taskCounts', { query: { to: soon(2), segmentId } })).items.map(({ manager, open, assigned }) => [manager.id, open, assigned])
    expect(await counted()).toEqual([['m-anna', 2, 2], ['m-olga', 1, 0]])
    expect(await counted(id)).toEqual([['m-anna', 1, 1]])
    expect(await counted('01890000-0000-7000-8000-000000000000')).toEqual([])
  })
})
