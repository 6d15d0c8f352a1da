import type { Db } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { createSyncWorker, type SyncWorker } from '@counterpane/backend/features/calendar-sync/sync-worker'
import { markForFullRound } from '@counterpane/backend/features/calendar-sync/mailboxes.repository'
import { insertCalendar, removeCalendar } from '@counterpane/backend/features/calendars/calendars.repository'
import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { createCalendarHouse } from '../support/calendar-house'
import { createStandingClock, type StandingClock } from '../support/calendar-workers'
import { openPeople } from '../support/calendar-people'
import { anEvent, createFakeCalendarSource, eventsAt, type FakeCalendarSource } from '../support/fake-calendar-source'

const day = 86_400_000
let db: Db
let fake: FakeCalendarSource
let clock: StandingClock
let worker: SyncWorker
let policy: Partial<CalendarPolicy>
let people: Awaited<ReturnType<typeof openPeople>>

beforeEach(async () => {
  people = await openPeople()
  db = people.db
  fake = createFakeCalendarSource()
  clock = createStandingClock('2026-11-20T10:00:00Z')
  policy = {}
  const house = createCalendarHouse({ db, fake, clock, more: { policy: () => ({ internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false, ...policy }) } })
  worker = createSyncWorker({
    db, clock, log: createLogger('silent'), sourceOf: () => fake.source, accessOf: (mailbox) => ({ mailbox, refreshToken: null }), round: house.round, bellUrls: () => null, pollSeconds: 300, chores: [], housekeeping: [], random: () => 0.5,
  })
})
afterEach(async () => {
  await worker.stop()
  await people.close()
})

const connect = (managerId: string) => db.write((tx) => insertCalendar(tx, managerId, { provider: 'graph', mailbox: `${managerId}@firm.example`, state: 'catching-up', problem: 'first-round', at: clock.now(), lastFence: null }))
const disconnect = (...managerIds: string[]) => db.write(async (tx) => { for (const managerId of managerIds) await removeCalendar(tx, managerId) })
const statuses = () => Object.fromEntries(db.sql.all<{ subject: string; status: string; cancellation: string | null }>('SELECT c.subject, c.status, m.cancellation FROM Contact c JOIN CalendarMeeting m ON m.contactId = c.id ORDER BY c.subject')
  .map(({ subject, status, cancellation }) => [subject, cancellation ? `${status} ${cancellation}` : status]))
const later = { at: eventsAt + day }

test('a meeting that was deleted while its calendar was disconnected is cancelled when one is connected again; the others, the past and what people answered stand', async () => {
  await connect('m-olga')
  fake.put('m-olga', anEvent('gone'), anEvent('stays', later), anEvent('past', { at: clock.at() - day }), anEvent('held', { at: eventsAt + 2 * day }), anEvent('far', { at: clock.at() + 179.5 * day }))
  await worker.tick()
  await disconnect('m-olga')
  for (const id of ['gone', 'past', 'held', 'far']) fake.remove('m-olga', id)
  await db.prisma.contact.updateMany({ where: { subject: 'Talk held' }, data: { status: 'held' } })
  clock.advance(3_600_000)
  await connect('m-olga')
  await worker.tick()
  expect(statuses()).toEqual({ 'Talk gone': 'cancelled removed', 'Talk stays': 'planned', 'Talk past': 'planned', 'Talk held': 'held', 'Talk far': 'planned' })
  const [note] = await db.prisma.auditEntry.findMany({ where: { action: 'cancelled' } })
  expect(note).toMatchObject({ noun: 'contact', managerId: null, after: { status: 'cancelled', cancellation: 'removed' } })
  fake.put('m-olga', anEvent('gone', { changedAt: 2_000 }))
  clock.advance(300_000)
  await worker.tick()
  expect(statuses()['Talk gone']).toBe('planned')
})

test('a meeting that a colleague’s calendar holds stands, also while that calendar is not read through yet', async () => {
  const shared = anEvent('shared')
  for (const managerId of ['m-olga', 'm-ivan']) { await connect(managerId); fake.put(managerId, shared) }
  await worker.tick()
  await disconnect('m-olga', 'm-ivan')
  fake.remove('m-olga', 'shared')
  fake.switches.before = (call) => { if (call.mailbox === 'm-ivan') throw new Error('not now') }
  for (const managerId of ['m-olga', 'm-ivan']) await connect(managerId)
  await worker.tick()
  expect(statuses()).toEqual({ 'Talk shared': 'planned' })
  expect(db.sql.all("SELECT 1 FROM AuditEntry WHERE action = 'cancelled'")).toEqual([])
  fake.switches.before = () => undefined
  clock.advance(60_000)
  await worker.tick()
  expect(statuses()).toEqual({ 'Talk shared': 'planned' })
})

test('when something in the new calendar can’t be read, nothing is called gone', async () => {
  await connect('m-olga')
  fake.put('m-olga', anEvent('odd'))
  await worker.tick()
  await disconnect('m-olga')
  fake.switches.unreadable.add('odd')
  await connect('m-olga')
  await worker.tick()
  expect([statuses(), db.sql.all('SELECT eventId FROM CalendarProblem')]).toEqual([{ 'Talk odd': 'planned' }, [{ eventId: 'odd' }]])
})

test('a rule that is turned on counts at the next look, one that is turned off leaves contacts as they are', async () => {
  await connect('m-olga')
  fake.put('m-olga', anEvent('lunch', { showAs: 'free' }), anEvent('doctor', { private: true, ...later }))
  await worker.tick()
  expect(statuses()).toEqual({})
  clock.advance(10_000)
  policy = { free: true, private: 'busy' }
  await db.write(markForFullRound)
  await worker.tick()
  expect(statuses()).toEqual({ '': 'planned', 'Talk lunch': 'planned' })
  clock.advance(10_000)
  policy = {}
  await db.write(markForFullRound)
  await worker.tick()
  expect(statuses()).toEqual({ '': 'cancelled removed', 'Talk lunch': 'planned' })
})
