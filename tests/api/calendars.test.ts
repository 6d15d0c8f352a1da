import type { CalendarStatus } from '@counterpane/shared/contract/calendar'
import { startTestServer, type TestServer } from '../support/test-server'
import { administratorOf, olga } from './kept-files'

let server: TestServer
let administrator: string
let lead: string
let managers: { id: string; name: string; email: string; role: string }[]
beforeAll(async () => {
  server = await startTestServer({ settings: { GRAPH_BASE_URL: 'http://127.0.0.1:9' } })
  administrator = await administratorOf(server)
  managers = (await (await server.raw('GET', '/api/demo/managers')).json() as { items: typeof managers }).items
  lead = managers.find(({ role }) => role === 'lead')!.email
})
afterAll(() => server.close())
afterEach(async () => { await server.db.prisma.calendarMailbox.deleteMany() })

const idOf = (email: string) => managers.find((one) => one.email === email)!.id
const other = () => managers.find(({ email, role }) => role === 'manager' && email !== olga)!
const nothing: CalendarStatus = { provider: null, mailbox: null, state: null, since: null, lastRoundAt: null, reason: null, problem: null, waitingUntil: null, bell: 'off', unreadable: 0 }
const call = async (method: string, path: string, { as = administrator, body, locale = 'en' }: { as?: string; body?: unknown; locale?: string } = {}) => {
  const answer = await server.raw(method, path, { as, body, headers: { 'accept-language': locale } })
  return { status: answer.status, body: await answer.json() as CalendarStatus & { code: string } }
}
const put = (body: unknown, { id = idOf(olga), as = administrator } = {}) => call('PUT', `/api/managers/${id}/calendar`, { as, body })
const get = (as = administrator, id = idOf(olga), locale = 'en') => call('GET', `/api/managers/${id}/calendar`, { as, locale })
const row = () => server.db.prisma.calendarMailbox.findUnique({ where: { managerId: idOf(olga) } })

test('a manager without a calendar is shown as one without', async () => {
  expect(await get()).toEqual({ status: 200, body: nothing })
})

test('an administrator sets a calendar up: it is caught up with, and the reader hears so in the own language', async () => {
  const answer = await put({ provider: 'graph', mailbox: 'Olga@Exchange.example' })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ provider: 'graph', mailbox: 'Olga@Exchange.example', state: 'catching-up', problem: 'first-round', lastRoundAt: null, bell: 'off', unreadable: 0, waitingUntil: null })
  expect(Date.parse(answer.body.since!)).toBeLessThanOrEqual(server.clock.now().getTime())
  expect(answer.body.reason).toMatch(/^Since today \d\d:\d\d UTC: the calendar is being read for the first time/)
  expect((await get(olga, idOf(olga), 'ru')).body.reason).toMatch(/^С сегодня \d\d:\d\d UTC: календарь читается впервые/)
  expect(await row()).toMatchObject({ cursor: null, asks: 0, failures: 0, leaseOwner: null })
})

test('without a mailbox the main address of the manager is meant', async () => {
  for (const mailbox of [undefined, null]) expect((await put({ provider: 'graph', mailbox })).body.mailbox).toBe(olga)
})

test('the same setting again changes nothing; another one begins anew and refuses what the hand before still writes', async () => {
  await put({ provider: 'graph', mailbox: 'a@firm.example' })
  await server.db.prisma.calendarMailbox.update({ where: { managerId: idOf(olga) }, data: { cursor: 'far', state: 'healthy', problem: null, lastRoundAt: new Date(), leaseOwner: 'w', leaseUntil: new Date() } })
  const before = await row()
  expect((await put({ provider: 'graph', mailbox: 'b@firm.example' })).body.state).toBe('catching-up')
  expect(await row()).toMatchObject({ cursor: null, state: 'catching-up', problem: 'first-round', leaseOwner: null, lastRoundAt: null, fence: before!.fence + 1 })
  const second = await row()
  await put({ provider: 'graph', mailbox: 'b@firm.example' })
  expect(await row()).toEqual(second)
})

test.each(['olga@firm.example', 'Olga@Firm.EXAMPLE', 'Olga <OLGA@firm.example>'])('the same mailbox written %s is the same calendar: it stands as it stood', async (mailbox) => {
  await put({ provider: 'graph', mailbox: 'olga@firm.example' })
  const at = new Date()
  await server.db.prisma.calendarMailbox.update({ where: { managerId: idOf(olga) }, data: { cursor: 'far', state: 'healthy', problem: null, lastRoundAt: at } })
  await server.db.prisma.calendarEntry.create({ data: { id: 'e1', managerId: idOf(olga), eventId: 'x', hash: '', standing: 'planned', meaning: 'waiting', startsAt: at, endsAt: at } })
  const before = await row()
  const answer = await put({ provider: 'graph', mailbox })
  expect([answer.status, answer.body.state, answer.body.mailbox]).toEqual([200, 'healthy', 'olga@firm.example'])
  expect([await row(), await server.db.prisma.calendarEntry.count()]).toEqual([before, 1])
})

test('a calendar that is disconnected leaves nothing behind but its contacts', async () => {
  await put({ provider: 'graph' })
  const managerId = idOf(olga)
  const at = new Date()
  await server.db.prisma.calendarEntry.create({ data: { id: 'e1', managerId, eventId: 'x', hash: '', standing: 'planned', meaning: 'waiting', startsAt: at, endsAt: at, addresses: { create: { addressKey: 'a@b.example' } } } })
  await server.db.prisma.calendarProblem.create({ data: { managerId, eventId: 'y', tries: 3, problem: 'unreadable', since: at, triedAt: at } })
  const contacts = await server.db.prisma.contact.count()
  expect(await put({ provider: null })).toEqual({ status: 200, body: nothing })
  expect([await server.db.prisma.calendarEntry.count(), await server.db.prisma.calendarEntryAddress.count(), await server.db.prisma.calendarProblem.count()]).toEqual([0, 0, 0])
  expect(await server.db.prisma.contact.count()).toBe(contacts)
  const trail = await server.db.prisma.auditEntry.findMany({ where: { noun: 'calendar', nounId: managerId }, orderBy: { id: 'desc' }, take: 2 })
  expect(trail.map(({ action }) => action)).toEqual(['disconnected', 'connected'])
  expect(trail[1]).toMatchObject({ managerId: idOf(administrator), after: { provider: 'graph', mailbox: olga } })
})

test('a provider that the settings do not know is said at once, with what to do', async () => {
  const { status, body } = await put({ provider: 'google', mailbox: 'olga@gmail.example' })
  expect([status, body.state, body.problem]).toEqual([200, 'not-permitted', 'not-configured'])
  expect(body.reason).toContain('no access to Google calendars in its settings')
})

test.each([
  ['an unknown provider', { provider: 'exchange', mailbox: 'a@b.example' }, 400], ['no provider', { mailbox: 'a@b.example' }, 400], ['a mailbox that is no address', { provider: 'graph', mailbox: 'olga' }, 400],
  ['an empty mailbox', { provider: 'graph', mailbox: '' }, 400], ['a path', { provider: 'graph', mailbox: '../me/messages' }, 400], ['an unknown field', { provider: 'graph', calendar: 'x' }, 400], ['two addresses', { provider: 'graph', mailbox: 'a@b.example, c@d.example' }, 400],
])('%s is refused and nothing is set up', async (_name, body, status) => {
  expect((await put(body)).status).toBe(status)
  expect(await row()).toBeNull()
})

test('a manager who is not there, or no longer, gets no calendar', async () => {
  expect((await put({ provider: 'graph' }, { id: 'nobody' })).status).toBe(404)
  expect((await get(administrator, 'nobody')).status).toBe(404)
  await server.db.prisma.manager.update({ where: { id: idOf(olga) }, data: { active: false } })
  expect((await put({ provider: 'graph' })).status).toBe(404)
  await server.db.prisma.manager.update({ where: { id: idOf(olga) }, data: { active: true } })
})

test('managers see their own calendar, leads and administrators all of them; only an administrator sets one up', async () => {
  expect((await get(olga)).status).toBe(200)
  expect((await get(olga, other().id)).status).toBe(403)
  expect((await get(lead)).status).toBe(200)
  for (const as of [olga, lead]) expect((await put({ provider: 'graph' }, { as })).status).toBe(403)
  expect((await server.raw('GET', `/api/managers/${idOf(olga)}/calendar`)).status).toBe(401)
  expect((await call('POST', `/api/managers/${other().id}/calendar/sync`, { as: olga })).status).toBe(403)
  const list = async (as: string) => (await call('GET', '/api/calendars', { as })).body as unknown as { items: (CalendarStatus & { manager: { id: string } })[]; nextCursor: null }
  expect((await list(lead)).items).toHaveLength(managers.length)
  expect((await list(olga)).items.map(({ manager }) => manager.id)).toEqual([idOf(olga)])
})

test('a round that is asked for is due before all others', async () => {
  expect((await call('POST', `/api/managers/${idOf(olga)}/calendar/sync`)).status).toBe(404)
  await put({ provider: 'graph' })
  const asked = await call('POST', `/api/managers/${idOf(olga)}/calendar/sync`, { as: olga })
  expect([asked.status, asked.body.provider]).toEqual([202, 'graph'])
  expect(await row()).toMatchObject({ asks: 1, asksTaken: 0, dueAt: new Date(0) })
})

test('what can’t be read is shown after three tries, and counted', async () => {
  await put({ provider: 'graph' })
  const at = server.clock.now()
  for (const [eventId, tries] of [['once', 1], ['twice', 2], ['thrice', 3], ['often', 40]] as const) {
    await server.db.prisma.calendarProblem.create({ data: { managerId: idOf(olga), eventId, tries, problem: 'no start', since: at, triedAt: at } })
  }
  expect((await get()).body.unreadable).toBe(2)
  const { items } = (await call('GET', '/api/calendars')).body as unknown as { items: { manager: { id: string }; unreadable: number; items: unknown[] }[] }
  const mine = items.find(({ manager }) => manager.id === idOf(olga))!
  expect(mine.unreadable).toBe(2)
  expect(mine.items).toEqual([{ eventId: 'often', problem: 'no start', since: at.toISOString(), tries: 40 }, { eventId: 'thrice', problem: 'no start', since: at.toISOString(), tries: 3 }])
})

test('the bell is on while it hangs, off before and after, and refused when the provider would not have it', async () => {
  await put({ provider: 'graph' })
  const now = server.clock.now().getTime()
  const at = (ms: number) => new Date(now + ms)
  const bell = { managerId: idOf(olga), provider: 'graph', secretHash: 'x', renewAt: at(0), createdAt: at(-1_000) }
  const shown = async (data: { subscriptionId: string | null; expiresAt: Date }) => {
    await server.db.prisma.calendarSubscription.deleteMany()
    await server.db.prisma.calendarSubscription.create({ data: { id: 's', ...bell, ...data } })
    return (await get()).body.bell
  }
  expect(await shown({ subscriptionId: null, expiresAt: at(60_000) })).toBe('off')
  expect(await shown({ subscriptionId: 'g', expiresAt: at(60_000) })).toBe('on')
  expect(await shown({ subscriptionId: 'g', expiresAt: at(-1) })).toBe('off')
  expect(await shown({ subscriptionId: null, expiresAt: bell.createdAt })).toBe('refused')
})

test.each([
  ['waiting', 'unreachable', { failures: 1, dueAt: -1, waitUntil: 600_000 }, /Microsoft can’t be reached.*the next try is today \d\d:\d\d UTC/],
  ['waiting', 'throttled', { waitUntil: 600_000 }, /^Since today .* Microsoft asks for patience until today \d\d:\d\d UTC/],
  ['waiting', 'unreachable', { failures: 3, dueAt: 300_000 }, /Microsoft can’t be reached.*the next try is today \d\d:\d\d UTC/],
  ['needs-sign-in', 'signed-out', {}, /client secret has expired/], ['not-permitted', 'refused', {}, /does not let us read the calendar of olga/],
  ['not-permitted', 'no-mailbox', {}, /every day, and nothing is deleted/], ['waiting', 'storage', {}, /disk is full/],
] as const)('%s because of %s says what to do', async (state, problem, { waitUntil, dueAt, failures }: { waitUntil?: number; dueAt?: number; failures?: number }, words) => {
  await put({ provider: 'graph' })
  const now = server.clock.now().getTime()
  await server.db.prisma.calendarMailbox.update({
    where: { managerId: idOf(olga) }, data: { state, problem, failures: failures ?? 0, ...(waitUntil && { waitUntil: new Date(now + waitUntil) }), ...(dueAt && { dueAt: new Date(now + dueAt) }) },
  })
  const { body } = await get()
  expect([body.state, body.problem, body.waitingUntil]).toEqual([state, problem, waitUntil ? new Date(now + waitUntil).toISOString() : null])
  expect(body.reason).toMatch(words)
  expect((await get(administrator, idOf(olga), 'ru')).body.reason).toMatch(/^С .*[а-я]/)
})
