import { aLetter } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) })
afterAll(() => server.close())

/** The manager's day in Moscow; the server's clock stands at its 09:00. */
const today = { from: '2026-11-22T00:00:00+03:00', to: '2026-11-23T00:00:00+03:00' }
const dayOf = async (email: string, query = today) => (await server.as(email))('myDay', { query })
const ids = (list: { items: { id: string }[] }) => list.items.map((one) => one.id)
const plan = { method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', durationMinutes: 30 } as const

test('tasks whose time has passed and those still to come today, one’s own and open, the earliest first', async () => {
  const maria = await server.as('maria@demo.example')
  const me = await maria('me')
  const before = await dayOf(me.email)
  const task = (title: string, dueAt: string, managerId = me.id) => maria('createTask', { body: { title, dueAt, managerId } })
  const late = await task('Late', '2026-11-21T20:59:59Z')
  const later = await task('Later', '2026-11-20T10:00:00Z')
  const morning = await task('This morning, over already', '2026-11-21T21:00:00Z')
  const evening = await task('This evening', '2026-11-22T20:59:59Z')
  await task('Tomorrow', '2026-11-22T21:00:00Z')
  await task('Somebody else’s', '2026-11-22T10:00:00Z', 'm-olga')
  await maria('patchTask', { id: (await task('Done', '2026-11-22T10:00:00Z')).id, body: { done: true } })
  const day = await dayOf(me.email)
  expect(day.overdueTasks.total - before.overdueTasks.total).toBe(3)
  expect(ids(day.overdueTasks).filter((id) => [later.id, late.id, morning.id].includes(id))).toEqual([later.id, late.id, morning.id])
  expect(day.todayTasks.total - before.todayTasks.total).toBe(1)
  expect(ids(day.todayTasks)).toContain(evening.id)
  expect([...day.overdueTasks.items.map((one) => one.overdue), ...day.todayTasks.items.map((one) => one.overdue)]).toEqual([...day.overdueTasks.items.map(() => true), ...day.todayTasks.items.map(() => false)])
})

test('as many tasks are overdue as the page of tasks says, at that moment', async () => {
  const maria = await server.as('maria@demo.example')
  const me = await maria('me')
  await maria('createTask', { body: { title: 'An hour ago', dueAt: '2026-11-22T05:00:00Z' } })
  const { items } = await maria('taskCounts', { query: { to: today.to, managerId: me.id } })
  expect((await dayOf(me.email)).overdueTasks.total).toBe(items[0]!.overdue)
})

test('what is planned for today, one’s own or joined, by the hour', async () => {
  const [call, anna] = [await server.as('olga@demo.example'), await server.as('anna@demo.example')]
  const before = await dayOf('anna@demo.example')
  const create = (startsAt: string, rest: object = {}) => anna('createContact', { body: { ...plan, startsAt, ...rest } })
  const noon = await create('2026-11-22T09:00:00Z')
  await create('2026-11-22T21:00:00Z')
  await create('2026-11-21T20:59:59Z', { durationMinutes: 1_440 })
  await anna('cancelContact', { id: (await create('2026-11-22T10:00:00Z')).id })
  await create('2026-11-22T10:00:00Z', { status: 'held' })
  await create('2026-11-22T10:00:00Z', { managerId: 'm-peter' })
  const who = (address: string) => ({ name: '', address })
  const meeting = { subject: 'Joint', startsAt: '2026-11-22T08:00:00Z', endsAt: '2026-11-22T09:00:00Z', organizer: who('olga@demo.example'), required: [who('ivan.petrov@vector.example')] }
  const { contact: joint } = await call('registerMeeting', { body: { meeting } })
  expect(ids((await dayOf('anna@demo.example')).plannedToday)).not.toContain(joint.id)
  await anna('registerMeeting', { body: { meeting } })
  const day = await dayOf('anna@demo.example')
  expect(day.plannedToday.total - before.plannedToday.total).toBe(2)
  expect(ids(day.plannedToday).filter((id) => [joint.id, noon.id].includes(id))).toEqual([joint.id, noon.id])
})

test('what is over and has no outcome yet, the oldest first, until it has one', async () => {
  const peter = await server.as('peter@demo.example')
  const before = await dayOf('peter@demo.example')
  const create = (startsAt: string, rest: object = {}) => peter('createContact', { body: { ...plan, startsAt, ...rest } })
  const yesterday = await create('2026-11-21T10:00:00Z')
  const lastYear = await create('2025-11-21T10:00:00Z')
  await create('2026-11-22T05:45:00Z')
  await create('2026-11-21T10:00:00Z', { managerId: 'm-olga' })
  const day = await dayOf('peter@demo.example')
  expect(day.withoutOutcome.total - before.withoutOutcome.total).toBe(2)
  const found = ids(day.withoutOutcome)
  expect(found.indexOf(lastYear.id)).toBeGreaterThanOrEqual(0)
  expect(found.indexOf(lastYear.id)).toBeLessThan(found.indexOf(yesterday.id))
  await peter('recordOutcome', { id: yesterday.id, body: { outcome: 'held', result: 'Agreed' } })
  await peter('recordOutcome', { id: lastYear.id, body: { outcome: 'not-held' } })
  expect((await dayOf('peter@demo.example')).withoutOutcome.total).toBe(before.withoutOutcome.total)
})

test('letters registered today by oneself, or by a colleague with one’s own client, the newest first', async () => {
  const [call, anna] = [await server.as('olga@demo.example'), await server.as('anna@demo.example')]
  const register = async (caller: typeof call, rest: Parameters<typeof aLetter>[0] = {}, more: object = {}) => (await caller('registerMessage', { body: { message: aLetter({ sentAt: '2026-01-15T10:00:00Z', ...rest }), ...more } })).contact
  const own = await register(call, { from: { name: '', address: 'somebody@nowhere.example' } })
  const fromAnna = { from: { name: '', address: 'anna@demo.example' }, to: [{ name: '', address: 'ivan.petrov@vector.example' }] }
  const ofOlgas = await register(anna, fromAnna, { private: true })
  const undone = await register(call)
  await call('undoContact', { id: undone.id })
  await call('createContact', { body: { ...plan, startsAt: '2026-11-22T05:00:00Z', status: 'held', counterpartyId: 'cp-vektor' } })
  const day = await dayOf('olga@demo.example')
  expect(day.registeredToday).toMatchObject({ total: 2, items: [{ id: ofOlgas.id, subject: '', private: true }, { id: own.id, subject: 'Discount for volume' }] })
  expect(ids((await dayOf('anna@demo.example')).registeredToday)).toEqual([ofOlgas.id])
  const yesterday = { from: '2026-11-21T00:00:00+03:00', to: '2026-11-22T00:00:00+03:00' }
  expect((await dayOf('olga@demo.example', yesterday)).registeredToday).toEqual({ items: [], total: 0 })
})

test('at most twenty of each are shown, all are counted', async () => {
  const call = await server.as('olga@demo.example')
  const before = await dayOf('olga@demo.example')
  for (let i = 0; i < 22; i++) await call('createTask', { body: { title: `One of many ${i}`, dueAt: '2026-11-22T10:00:00Z' } })
  const day = await dayOf('olga@demo.example')
  expect(day.todayTasks.items).toHaveLength(20)
  expect(day.todayTasks.total - before.todayTasks.total).toBe(22)
})

test.each([
  ['no length', { from: today.from, to: today.from }], ['its end before its beginning', { from: today.to, to: today.from }],
  ['more than 48 hours', { from: today.from, to: '2026-11-24T00:00:01+03:00' }],
])('a day of %s is refused', async (_name, query) => {
  await expect(dayOf('olga@demo.example', query)).rejects.toMatchObject({ problem: { status: 400, code: 'invalid-request', errors: [{ path: 'to' }] } })
})

test('a day is 48 hours at most, to the second', async () => {
  expect((await dayOf('olga@demo.example', { from: today.from, to: '2026-11-24T00:00:00+03:00' })).plannedToday.total).toBeGreaterThanOrEqual(0)
})
