import { createOwnAppointmentsRepository } from '@counterpane/backend/features/own-appointments/own-appointments.repository'
import { createWriteAppointments } from '@counterpane/backend/features/own-appointments/write-appointments'
import type { OwnCalendar, OwnEvent } from '@counterpane/backend/ports/own-calendar'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { aMailbox, anEntry } from '../support/calendar-rows'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
const calendar = new Map<string, OwnEvent & { version: number }>()
let failing: ProviderFailure | null = null
const versionOf = (id: string) => `"${calendar.get(id)?.version}"`
const own: OwnCalendar = {
  create: async (_access, event) => { refuse(); const id = `own-${event.mark}`; calendar.set(id, { ...event, version: (calendar.get(id)?.version ?? 0) + 1 }); return { eventId: id, version: versionOf(id) } },
  change: async (_access, { eventId, version }, event) => {
    refuse()
    const there = calendar.get(eventId)
    if (!there) throw new ProviderFailure('gone')
    if (version !== '*' && version !== versionOf(eventId)) throw new ProviderFailure('stale')
    calendar.set(eventId, { ...event, version: there.version + 1 })
    return { eventId, version: versionOf(eventId) }
  },
  remove: async (_access, eventId) => { refuse(); calendar.delete(eventId) },
}
function refuse() { if (failing) throw failing }

beforeAll(async () => {
  server = await startTestServer()
  await aMailbox(server.db, 'm-olga')
  await aMailbox(server.db, 'm-anna')
})
beforeEach(async () => {
  failing = null
  await allow(true)
})
afterAll(() => server.close())

const write = async (managerId = 'm-olga') => createWriteAppointments({
  db: server.db, clock: server.clock, log: { warn: () => undefined } as never, repository: createOwnAppointmentsRepository(server.db), ownCalendarOf: () => own, accessOf: () => ({ mailbox: 'x', refreshToken: null }),
})({ managerId, assertHeld: async () => undefined })
const olga = () => server.as('olga@demo.example')
const allow = async (putInCalendar: boolean) => {
  const { items } = await (await server.raw('GET', '/api/demo/managers')).json() as { items: { email: string; role: string }[] }
  const call = await server.as(items.find(({ role }) => role === 'administrator')!.email)
  await call('putSettings', { body: { calendar: { ...(await call('getSettings', {})).calendar, putInCalendar } } })
}
const planned = async (more: object = {}) => (await olga())('createContact', { body: { startsAt: '2026-12-01T10:00:00Z', durationMinutes: 45, method: 'call', direction: 'outgoing', status: 'planned', subject: 'Call back', content: 'the claim', ...more } })
const code = (status: number, name: string) => ({ problem: { status, code: name } })
const stateOf = async (id: string) => (await (await olga())('getContact', { id })).appointment

test('a plan is put into its manager\'s own calendar, without guests, and once however often it is asked for', async () => {
  const call = await olga()
  const { id } = await planned()
  expect((await call('putInCalendar', { id })).appointment).toEqual({ state: 'placing', managerId: 'm-olga', problem: null })
  await call('putInCalendar', { id })
  await write()
  expect(calendar.get(`own-${id}`)).toMatchObject({ subject: 'Call back', text: 'the claim', startsAt: Date.parse('2026-12-01T10:00:00Z'), endsAt: Date.parse('2026-12-01T10:45:00Z'), mark: id, version: 1 })
  expect(await stateOf(id)).toMatchObject({ state: 'placed' })
  await call('putInCalendar', { id })
  await write()
  expect(calendar.get(`own-${id}`)?.version).toBe(1)
})

test('what is moved or renamed here moves there; an answer that it was held leaves it alone', async () => {
  const call = await olga()
  const { id } = await planned()
  await call('putInCalendar', { id })
  await write()
  await call('recordOutcome', { id, body: { outcome: 'moved', movedTo: '2026-12-02T08:00:00Z' } })
  await settled(id, 'changing')
  await write()
  expect(calendar.get(`own-${id}`)).toMatchObject({ startsAt: Date.parse('2026-12-02T08:00:00Z'), version: 2 })
  await call('recordOutcome', { id, body: { outcome: 'held', result: 'agreed' } })
  await write()
  expect(calendar.get(`own-${id}`)?.version).toBe(2)
})

test('a change in the calendar meanwhile is not written over blindly: the round reads it first', async () => {
  const call = await olga()
  const { id } = await planned()
  await call('putInCalendar', { id })
  await write()
  calendar.set(`own-${id}`, { ...calendar.get(`own-${id}`)!, version: 9 })
  await call('patchContact', { id, body: { subject: 'Call back today' }, ifMatch: '*' })
  await settled(id, 'changing')
  await write()
  expect([calendar.get(`own-${id}`)?.version, (await stateOf(id))?.state]).toEqual([9, 'changing'])
  server.clock.advance(2 * 60_000)
  await write()
  expect([calendar.get(`own-${id}`)?.subject, (await stateOf(id))?.state]).toEqual(['Call back today', 'placed'])
})

test('taken out, the appointment goes and the plan stays; cancelled, the appointment goes with it', async () => {
  const call = await olga()
  const [kept, cancelled] = [await planned(), await planned()]
  for (const { id } of [kept, cancelled]) await call('putInCalendar', { id })
  await write()
  await call('takeFromCalendar', { id: kept.id })
  await call('cancelContact', { id: cancelled.id, body: {} })
  await settled(cancelled.id, 'removing')
  await write()
  expect([calendar.has(`own-${kept.id}`), calendar.has(`own-${cancelled.id}`)]).toEqual([false, false])
  expect(await call('getContact', { id: kept.id })).toMatchObject({ status: 'planned', appointment: null, calendar: null })
})

test('one that cannot be written says why and is tried again when asked; the others are written', async () => {
  const call = await olga()
  const { id } = await planned()
  failing = new ProviderFailure('forbidden')
  await call('putInCalendar', { id })
  await write()
  expect(await stateOf(id)).toMatchObject({ state: 'failed', problem: 'refused' })
  failing = null
  await call('putInCalendar', { id })
  await write()
  expect(await stateOf(id)).toMatchObject({ state: 'placed', problem: null })
})

test('while Microsoft or Google cannot be reached it waits, and patience that was asked for is kept', async () => {
  const call = await olga()
  const { id } = await planned()
  failing = new ProviderFailure('rate-limited', 300)
  await call('putInCalendar', { id })
  await write()
  failing = null
  await write()
  expect([calendar.has(`own-${id}`), (await stateOf(id))?.state]).toEqual([false, 'placing'])
  server.clock.advance(301_000)
  await write()
  expect((await stateOf(id))?.state).toBe('placed')
})

test('only one\'s own plan, only where a calendar is connected, and only while the administrator allows it', async () => {
  const call = await olga()
  const { id } = await planned()
  await expect((await server.as('anna@demo.example'))('putInCalendar', { id })).rejects.toMatchObject(code(403, 'forbidden'))
  const held = await planned({ status: 'held' })
  await expect(call('putInCalendar', { id: held.id })).rejects.toMatchObject(code(409, 'wrong-status'))
  await expect(call('putInCalendar', { id: 'nobody' })).rejects.toMatchObject(code(404, 'not-found'))
  await allow(false)
  await expect(call('putInCalendar', { id })).rejects.toMatchObject(code(403, 'forbidden'))
  expect((await call('takeFromCalendar', { id })).appointment).toBeNull()
})

test('what stands in the calendar already is not put there again', async () => {
  const call = await olga()
  const { id } = await planned()
  await server.db.prisma.calendarMeeting.create({ data: { calendarKey: 'key-there', contactId: id, given: {}, updatedAt: new Date() } })
  await anEntry(server.db, 'there', 'm-olga', { meaning: 'meeting', calendarKey: 'key-there' })
  await expect(call('putInCalendar', { id })).rejects.toMatchObject(code(409, 'conflict'))
})

test('a copy that met the appointment as a stranger forgets it, so that it is met as ours', async () => {
  const call = await olga()
  const { id } = await planned()
  await anEntry(server.db, 'met', 'm-olga', { eventId: `own-${id}`, meaning: 'ignored', calendarKey: 'k-met' })
  await call('putInCalendar', { id })
  await write()
  expect(await server.db.prisma.calendarEntry.findUnique({ where: { id: 'met' } })).toBeNull()
})

/** A contact's appointment follows in the background. */
async function settled(id: string, state: string) {
  for (let i = 0; i < 100 && (await stateOf(id))?.state !== state; i++) await new Promise((done) => setTimeout(done, 20))
}

describe('what people order while an appointment is being written', () => {
  const whileWriting = async (deed: (id: string) => Promise<unknown>) => {
    const call = await olga()
    const { id } = await planned()
    await call('putInCalendar', { id })
    const create = own.create
    own.create = async (access, event) => { const made = await create(access, event); if (event.mark === id) await deed(id); return made }
    await write()
    own.create = create
    return id
  }
  test('taken out: the appointment goes again', async () => {
    const call = await olga()
    const id = await whileWriting((one) => call('takeFromCalendar', { id: one }))
    expect((await stateOf(id))?.state).toBe('removing')
    await write()
    expect([calendar.has(`own-${id}`), await stateOf(id)]).toEqual([false, null])
  })
  test('cancelled: the appointment goes with it', async () => {
    const call = await olga()
    const id = await whileWriting((one) => call('cancelContact', { id: one, body: {} }))
    await settled(id, 'removing')
    await write()
    expect(calendar.has(`own-${id}`)).toBe(false)
  })
  test('moved: the calendar follows, and the calendar is asked once more for it', async () => {
    const call = await olga()
    const before = (await server.db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId: 'm-olga' } })).asks
    const id = await whileWriting((one) => call('patchContact', { id: one, body: { startsAt: '2026-12-09T09:00:00Z' }, ifMatch: '*' }))
    expect((await stateOf(id))?.state).toBe('changing')
    expect((await server.db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId: 'm-olga' } })).asks).toBeGreaterThan(before + 1)
    await write()
    expect([calendar.get(`own-${id}`)?.startsAt, (await stateOf(id))?.state]).toEqual([Date.parse('2026-12-09T09:00:00Z'), 'placed'])
  })
})
