import { aLetter } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) })
afterAll(() => server.close())

/** The manager's day in Moscow; the server's clock stands at its 09:00. */
const today = { from: '2026-11-22T00:00:00+03:00', to: '2026-11-23T00:00:00+03:00', timeZone: 'Europe/Moscow' }
const dayOf = async (email: string) => (await server.as(email))('journalDay', { query: today })
const ids = (list: { items: { id: string }[] }) => list.items.map((one) => one.id)
const plan = { method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', durationMinutes: 30, startsAt: '2025-11-20T10:00:00Z' } as const
const me = 'maria@demo.example'

test('a meeting that is over asks for its outcome, a call that was not made is late', async () => {
  const maria = await server.as(me)
  const call = await maria('createContact', { body: plan })
  const meeting = await maria('createContact', { body: { ...plan, method: 'meeting' } })
  const day = await dayOf(me)
  expect(ids(day.overduePlans)).toContain(call.id)
  expect(ids(day.overduePlans)).not.toContain(meeting.id)
  expect(ids(day.withoutOutcome)).toContain(meeting.id)
  expect(ids(day.withoutOutcome)).not.toContain(call.id)
  await maria('recordOutcome', { id: meeting.id, body: { outcome: 'held' } })
  expect(ids((await dayOf(me)).withoutOutcome)).not.toContain(meeting.id)
})

test('what colleagues registered today with my clients, not what I did myself or with others’ clients', async () => {
  const [maria, peter] = [await server.as(me), await server.as('peter@demo.example')]
  const { id: mariaId } = await maria('me')
  const own = await maria('createCounterparty', { body: { name: 'Клиент Марии', managerId: mariaId } })
  const theirs = await peter('createContact', { body: { ...plan, status: 'held', counterpartyId: own.id } })
  await maria('createContact', { body: { ...plan, status: 'held', counterpartyId: own.id } })
  await peter('createContact', { body: { ...plan, status: 'held', counterpartyId: 'cp-beta' } })
  const day = await dayOf(me)
  expect(ids(day.byColleagues)).toEqual([theirs.id])
  expect(day.byColleagues.total).toBe(1)
})

test('a letter waits for an answer until one is registered, in its conversation or to its client', async () => {
  const maria = await server.as(me)
  const { id: mariaId } = await maria('me')
  const address = 'one@waiting.example'
  const client = await maria('createCounterparty', { body: { name: 'Ждущий', managerId: mariaId, addresses: [address] } })
  const from = { name: '', address }
  const [first, second] = [
    aLetter({ from, to: [{ name: '', address: me }], sentAt: '2026-11-20T08:00:00Z', receivedAt: null, conversationId: 'talk-1' }),
    aLetter({ from, to: [{ name: '', address: me }], sentAt: '2026-11-20T09:00:00Z', receivedAt: null, conversationId: 'talk-1' }),
  ]
  const { contact: older } = await maria('registerMessage', { body: { message: first } })
  const { contact: newer } = await maria('registerMessage', { body: { message: second } })
  expect(newer.counterparty?.id).toBe(client.id)
  const waiting = ids((await dayOf(me)).unanswered)
  expect(waiting).toContain(newer.id)
  expect(waiting).not.toContain(older.id)
  await maria('createContact', { body: { startsAt: '2026-11-20T12:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId: client.id } })
  expect(ids((await dayOf(me)).unanswered)).not.toContain(newer.id)
})

test('birthdays of my clients’ people, today and in the week that follows', async () => {
  const maria = await server.as(me)
  const { id: mariaId } = await maria('me')
  const client = await maria('createCounterparty', { body: { name: 'Именинники', managerId: mariaId } })
  const born = (name: string, birthday: string, counterpartyId = client.id) => maria('createPerson', { body: { name, birthday, counterpartyId } })
  await born('Today', '1980-11-22')
  await born('In a week', '1990-11-29')
  await born('Later', '1990-11-30')
  await born('Yesterday', '1990-11-21')
  await born('Of another client', '1980-11-22', 'cp-beta')
  const { items } = (await dayOf(me)).dates
  expect(items.map(({ person, date, years }) => [person.name, date, years])).toEqual([['Today', '2026-11-22', 46], ['In a week', '2026-11-29', 36]])
})

test('what comes due in the stretch reminds its manager, and nobody else', async () => {
  const [maria, peter] = [await server.as(me), await server.as('peter@demo.example')]
  const stretch = { from: '2026-11-22T15:00:00Z', to: '2026-11-22T15:10:00Z' }
  const contact = await maria('createContact', { body: { ...plan, startsAt: '2026-11-22T15:00:00Z', subject: 'Call them' } })
  const task = await maria('createTask', { body: { title: 'Send it', dueAt: '2026-11-22T15:05:00Z', counterpartyId: 'cp-beta' } })
  await maria('createTask', { body: { title: 'Not yet', dueAt: '2026-11-22T15:10:00Z' } })
  const { items } = await maria('listReminders', { query: stretch })
  expect(items.map(({ kind, id, title }) => [kind, id, title])).toEqual([['contact', contact.id, 'Call them'], ['task', task.id, 'Send it']])
  expect((await peter('listReminders', { query: stretch })).items).toEqual([])
  await maria('patchTask', { id: task.id, body: { done: true } })
  await maria('cancelContact', { id: contact.id })
  expect((await maria('listReminders', { query: stretch })).items).toEqual([])
})

test.each([
  ['journal/day', { ...today, timeZone: 'Mars/Olympus' }, 'timeZone'], ['journal/day', { ...today, to: today.from }, 'to'],
  ['reminders', { from: today.from, to: today.from }, 'to'], ['reminders', { from: today.from, to: today.to }, 'to'],
])('%s refuses %j and says which field', async (path, query, field) => {
  const answer = await server.raw('GET', `/api/${path}?${new URLSearchParams(query)}`, { as: me })
  expect([answer.status, ((await answer.json()) as { errors: { path: string }[] }).errors[0]?.path]).toEqual([400, field])
})
