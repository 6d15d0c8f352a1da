import type { HttpClient } from '@counterpane/shared/contract/http-client'
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

const days = (count: number) => new Date(server.clock.now().getTime() + count * 86_400_000).toISOString()
const aClient = async (name: string) => (await olga('createCounterparty', { body: { name } })).id
const call = { method: 'call', direction: 'outgoing' } as const

test('nothing is known of a new client, and that is said', async () => {
  const standing = await olga('clientStanding', { id: await aClient('New') })
  expect(standing).toMatchObject({ next: null, nextTask: null, last: null, overdueContacts: 0, overdueTasks: 0, openTasks: 0, time: { contacts: 0, tasks: 0, recentContacts: 0, recentTasks: 0, byManager: [] } })
  expect((await server.raw('GET', '/api/counterparties/nobody/standing', { as: 'olga@demo.example' })).status).toBe(404)
})

test('the next step is the nearest that lies ahead; only when there is none the one that is late', async () => {
  const counterpartyId = await aClient('Ahead')
  const plan = (subject: string, startsAt: string) => olga('createContact', { body: { ...call, status: 'planned', counterpartyId, subject, startsAt } })
  const late = await plan('late', days(-2))
  expect(await olga('clientStanding', { id: counterpartyId })).toMatchObject({ next: { id: late.id, overdue: true }, overdueContacts: 1 })
  await plan('far', days(9))
  const near = await plan('near', days(2))
  expect(await olga('clientStanding', { id: counterpartyId })).toMatchObject({ next: { id: near.id, subject: 'near' }, overdueContacts: 1 })
  await olga('cancelContact', { id: near.id })
  expect((await olga('clientStanding', { id: counterpartyId })).next?.subject).toBe('far')
})

test('open tasks are counted, the most urgent is named, notes are none', async () => {
  const counterpartyId = await aClient('Tasks')
  for (const [title, dueAt, kind] of [['later', days(5), 'task'], ['late', days(-1), 'task'], ['a note', days(-9), 'note']] as const) await olga('createTask', { body: { title, dueAt, kind, counterpartyId } })
  expect(await olga('clientStanding', { id: counterpartyId })).toMatchObject({ nextTask: { title: 'late', overdue: true }, openTasks: 2, overdueTasks: 1 })
})

test('time is summed from held contacts and tasks, of all time and of 30 days, by manager', async () => {
  const counterpartyId = await aClient('Time')
  const held = (who: HttpClient, startsAt: string, durationMinutes: number | null, status: 'held' | 'cancelled' = 'held') => who('createContact', { body: { ...call, status, counterpartyId, startsAt, durationMinutes } })
  const newest = await held(olga, days(-1), 30)
  await held(olga, days(-40), 60)
  await held(anna, days(-2), 45)
  await held(anna, days(-2), null)
  await held(anna, days(-3), 500, 'cancelled')
  const undone = await held(olga, days(-1), 700)
  await olga('undoContact', { id: undone.id })
  const task = await olga('createTask', { body: { title: 'Offer', dueAt: days(-50), counterpartyId, minutes: 20 } })
  await olga('patchTask', { id: task.id, body: { done: true } })
  const { time, last } = await olga('clientStanding', { id: counterpartyId })
  expect(time).toMatchObject({ contacts: 135, recentContacts: 75, tasks: 20, recentTasks: 20, byManager: [{ manager: { id: 'm-olga' }, minutes: 110 }, { manager: { id: 'm-anna' }, minutes: 45 }] })
  expect(last?.id).toBe(newest.id)
})

test('a private plan is there for colleagues, its words are not', async () => {
  const counterpartyId = await aClient('Private')
  await olga('createContact', { body: { ...call, status: 'planned', counterpartyId, subject: 'Merger', startsAt: days(2), private: true } })
  expect((await olga('clientStanding', { id: counterpartyId })).next?.subject).toBe('Merger')
  expect((await anna('clientStanding', { id: counterpartyId })).next).toMatchObject({ subject: '', private: true })
})
