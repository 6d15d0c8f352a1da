import type { Db } from '@counterpane/backend/platform/db/database'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { aHeldCalendar, createCalendarHouse, type CalendarHouse } from '../support/calendar-house'
import { openPeople } from '../support/calendar-people'
import { anEvent, createFakeCalendarSource, eventsAt, type FakeCalendarSource } from '../support/fake-calendar-source'
import { createTestClock } from '../support/test-clock'

const day = 86_400_000
let db: Db
let fake: FakeCalendarSource
let house: CalendarHouse
let people: Awaited<ReturnType<typeof openPeople>>

beforeEach(async () => {
  people = await openPeople()
  db = people.db
  for (const managerId of ['m-olga', 'm-ivan']) await aHeldCalendar(db, managerId)
  fake = createFakeCalendarSource()
  house = createCalendarHouse({ db, fake, clock: createTestClock('2026-11-20T10:00:00Z') })
})
afterEach(async () => {
  await people.close()
})

const contacts = () => db.sql.all<{ id: string; subject: string; status: string; startsAt: number; version: number; managers: string; cancellation: string | null; meetingKey: string | null }>(
  `SELECT c.id, c.subject, c.status, c.startsAt, c.version, c.meetingKey, m.cancellation, (SELECT json_group_array(managerId ORDER BY position) FROM ContactManager WHERE contactId = c.id) AS managers
   FROM Contact c LEFT JOIN CalendarMeeting m ON m.contactId = c.id ORDER BY c.startsAt, c.subject`)
const five = () => [1, 2, 3, 4, 5].map((i) => anEvent(`e${i}`, { at: eventsAt + i * day }))

test('when a series goes as a whole, its dates are asked for one by one, also those of which nobody speaks', async () => {
  const dates = [1, 2, 3].map((i) => anEvent(`e${i}`, { at: eventsAt + i * day, seriesId: 'master', originalStart: new Date(eventsAt + i * day).toISOString(), uid: 'uid-series' }))
  fake.put('m-olga', ...dates)
  await house.run('m-olga')
  for (const { eventId } of dates) fake.remove('m-olga', eventId, 'silently')
  fake.say('m-olga', { kind: 'maybe-gone', eventId: 'master' })
  await house.run('m-olga')
  expect(contacts().map(({ status, cancellation }) => [status, cancellation])).toEqual(dates.map(() => ['cancelled', 'removed']))
})

test('an item that never answers is set aside after three rounds while its calendar does; the others go on', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  fake.remove('m-olga', 'e1', 'maybe-gone')
  fake.put('m-olga', anEvent('e2', { at: eventsAt + 2 * day, subject: 'New words', changedAt: 2_000 }))
  fake.switches.before = (call) => { if (call.kind === 'read' && call.eventId === 'e1') throw new ProviderFailure('temporary') }
  for (let i = 0; i < 2; i++) await expect(house.run('m-olga')).rejects.toThrow(ProviderFailure)
  await house.run('m-olga')
  expect(db.sql.all('SELECT eventId, problem FROM CalendarProblem')).toEqual([{ eventId: 'e1', problem: 'temporary' }])
  expect(contacts().map(({ subject, status }) => [subject, status])).toContainEqual(['New words', 'planned'])
})

test('while the whole way is broken no item is set aside for it', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  fake.remove('m-olga', 'e1', 'maybe-gone')
  fake.source.verify = () => Promise.reject(new ProviderFailure('temporary'))
  fake.switches.before = (call) => { if (call.kind === 'read') throw new ProviderFailure('temporary') }
  for (let i = 0; i < 5; i++) await expect(house.run('m-olga')).rejects.toThrow(ProviderFailure)
  expect(db.sql.all('SELECT eventId FROM CalendarProblem')).toEqual([])
})
