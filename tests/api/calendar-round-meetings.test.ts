import { openConnection } from '@counterpane/backend/platform/db/connection'
import type { Db } from '@counterpane/backend/platform/db/database'
import { calendarKeyOf, paneKeyOf } from '@counterpane/backend/features/calendar-sync/meeting-identity'
import { createPromoteWaiting, createRematchWaiting } from '@counterpane/backend/features/calendar-sync/waiting-promotion.service'
import { aContact, aContactPerson, aCounterparty, aManager, insertBuilt } from '../support/builders'
import { aHeldCalendar, createCalendarHouse, type CalendarHouse } from '../support/calendar-house'
import { openPeople } from '../support/calendar-people'
import { anEvent, createFakeCalendarSource, eventsAt, type FakeCalendarSource } from '../support/fake-calendar-source'
import { createTestClock } from '../support/test-clock'

const day = 86_400_000
const clock = createTestClock('2026-11-20T10:00:00Z')
let db: Db
let fake: FakeCalendarSource
let house: CalendarHouse
let people: Awaited<ReturnType<typeof openPeople>>

beforeEach(async () => {
  people = await openPeople()
  db = people.db
  for (const managerId of ['m-olga', 'm-ivan']) await aHeldCalendar(db, managerId)
  fake = createFakeCalendarSource()
  house = createCalendarHouse({ db, fake, clock })
})
afterEach(async () => {
  await people.close()
})

/** By another hand, past the program. */
function beside(work: (connection: ReturnType<typeof openConnection>) => void) {
  const connection = openConnection(db.sql.first<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'")?.file ?? '')
  work(connection)
  connection.close()
}
const put = (...things: Parameters<typeof insertBuilt>[1][]) => beside((connection) => insertBuilt(connection, ...things))
const meetings = () => db.sql.all<{ contactId: string; resemblesId: string | null }>('SELECT m.contactId, m.resemblesId, c.subject, c.status, c.private, c.meetingKey FROM CalendarMeeting m JOIN Contact c ON c.id = m.contactId ORDER BY c.startsAt')

test('a meeting that was registered in a pane is known again and not made twice', async () => {
  const event = anEvent('e1', { subject: 'Price talk' })
  put(aContact({ id: 'c-pane', counterparty: aCounterparty({ id: 'cp-vektor', name: 'Vektor' }), manager: aManager({ id: 'm-ivan' }), startsAt: eventsAt, durationMinutes: 60, method: 'meeting', status: 'planned', source: 'outlook', subject: 'Price talk' }))
  await db.prisma.contact.update({ where: { id: 'c-pane' }, data: { meetingKey: paneKeyOf(event) } })
  fake.put('m-olga', event)
  await house.run('m-olga')
  expect(meetings()).toMatchObject([{ contactId: 'c-pane', meetingKey: paneKeyOf(event) }])
  expect(db.sql.all('SELECT id FROM Contact')).toHaveLength(1)
  expect(db.sql.all("SELECT managerId FROM ContactManager WHERE contactId = 'c-pane' ORDER BY managerId")).toEqual([{ managerId: 'm-ivan' }, { managerId: 'm-olga' }])
  fake.put('m-olga', { ...event, start: { kind: 'instant', at: eventsAt + day, zone: null }, end: { kind: 'instant', at: eventsAt + day + 3_600_000, zone: null }, changedAt: 2_000 })
  await house.run('m-olga')
  expect(db.sql.all('SELECT id, startsAt FROM Contact')).toEqual([{ id: 'c-pane', startsAt: eventsAt + day }])
})

test('an appointment that was put into the calendar from here is its contact, though it has no guests', async () => {
  put(aContact({ id: 'c-own', counterparty: null, manager: aManager({ id: 'm-olga' }), startsAt: eventsAt, durationMinutes: 60, method: 'meeting', status: 'planned' }))
  const at = new Date(eventsAt)
  await db.prisma.ownAppointment.create({ data: { contactId: 'c-own', managerId: 'm-olga', eventId: 'own-1', state: 'placed', dueAt: at, createdAt: at, written: { subject: '', text: '', startsAt: eventsAt, endsAt: eventsAt + 3_600_000 } } })
  const own = { organizer: null, organizedHere: true, attendees: [] }
  fake.put('m-olga', anEvent('own-1', own))
  await house.run('m-olga')
  expect(meetings()).toMatchObject([{ contactId: 'c-own' }])
  fake.put('m-olga', anEvent('own-1', { ...own, at: eventsAt + day, changedAt: 2_000 }))
  await house.run('m-olga')
  expect(db.sql.all('SELECT id, startsAt FROM Contact')).toEqual([{ id: 'c-own', startsAt: eventsAt + day }])
})

test('a mark counts in the calendar alone into which its contact was put', async () => {
  put(aContact({ id: 'c-own', counterparty: null, manager: aManager({ id: 'm-olga' }), startsAt: eventsAt, durationMinutes: 60, method: 'meeting', status: 'planned' }))
  const at = new Date(eventsAt)
  await db.prisma.ownAppointment.create({ data: { contactId: 'c-own', managerId: 'm-olga', state: 'placing', dueAt: at, createdAt: at } })
  fake.put('m-ivan', anEvent('forged', { mark: 'c-own' }))
  fake.put('m-olga', anEvent('real', { mark: 'c-own', uid: 'other', organizer: null, organizedHere: true, attendees: [] }))
  await house.run('m-ivan')
  await house.run('m-olga')
  const rows = db.sql.all<{ contactId: string; eventId: string }>('SELECT m.contactId, e.eventId FROM CalendarMeeting m JOIN CalendarEntry e ON e.calendarKey = m.calendarKey')
  expect(rows.find((row) => row.eventId === 'real')?.contactId).toBe('c-own')
  expect(rows.find((row) => row.eventId === 'forged')?.contactId).not.toBe('c-own')
})

test('a contact that was undone is neither touched nor made anew', async () => {
  fake.put('m-olga', anEvent('e1'))
  await house.run('m-olga')
  await db.prisma.contact.updateMany({ data: { undoneAt: new Date(), meetingKey: null } })
  const before = db.sql.all('SELECT * FROM Contact')
  fake.put('m-olga', anEvent('e1', { at: eventsAt + day, changedAt: 2_000 }))
  await house.run('m-olga')
  fake.remove('m-olga', 'e1')
  await house.run('m-olga')
  expect(db.sql.all('SELECT * FROM Contact')).toEqual(before)
})

test('a meeting that was taken away and made anew is offered to be joined to its past', async () => {
  fake.put('m-olga', anEvent('e1', { subject: 'Yearly review' }), anEvent('e5', { at: eventsAt + 2 * day, subject: 'Something else' }))
  await house.run('m-olga')
  fake.remove('m-olga', 'e1')
  fake.put('m-olga', anEvent('e2', { at: eventsAt + day, subject: '  yearly REVIEW' }), anEvent('e3', { at: eventsAt + 3 * day, subject: 'Yearly review of others' }))
  await house.run('m-olga')
  const [old, fresh, , other] = meetings()
  expect(old).toMatchObject({ status: 'cancelled', resemblesId: null })
  expect(fresh?.resemblesId).toBe(old?.contactId)
  expect(other?.resemblesId).toBeNull()
})

test('what fell away long ago is nobody\'s past', async () => {
  fake.put('m-olga', anEvent('e1', { subject: 'Yearly review' }))
  await house.run('m-olga')
  fake.remove('m-olga', 'e1')
  await house.run('m-olga')
  await db.prisma.calendarMeeting.updateMany({ data: { updatedAt: new Date(clock.now().getTime() - 15 * day) } })
  fake.put('m-olga', anEvent('e2', { at: eventsAt + day, subject: 'Yearly review' }))
  await house.run('m-olga')
  expect(meetings().map((meeting) => meeting.resemblesId)).toEqual([null, null])
})

test('of a private appointment not a word is kept', async () => {
  house = createCalendarHouse({ db, fake, clock, policy: { private: 'busy' } })
  fake.put('m-olga', anEvent('e1', { private: true, subject: 'Doctor Secretov', text: 'Secretov at nine', location: 'Secretov street' }))
  await house.run('m-olga')
  expect(meetings()).toMatchObject([{ subject: '', private: 1, meetingKey: null }])
  for (const { name } of db.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")) expect(JSON.stringify(db.sql.all(`SELECT * FROM "${name}"`))).not.toMatch(/secretov/i)
})

test('a meeting with strangers waits without a contact, known by their addresses', async () => {
  const stranger = { name: 'Zoe', address: 'Zoe@Unknown.example' }
  fake.put('m-olga', anEvent('e1', { organizer: stranger, attendees: [] }))
  await house.run('m-olga')
  expect(meetings()).toEqual([])
  expect(db.sql.all('SELECT meaning FROM CalendarEntry')).toEqual([{ meaning: 'waiting' }])
  expect(db.sql.all('SELECT addressKey FROM CalendarEntryAddress')).toEqual([{ addressKey: 'zoe@unknown.example' }])
  fake.remove('m-olga', 'e1')
  await house.run('m-olga')
  expect(db.sql.all('SELECT addressKey FROM CalendarEntryAddress')).toEqual([])
})

test('a person who was erased meanwhile does not stop the round', async () => {
  fake.put('m-olga', anEvent('a', { uid: 'same', changedAt: 9_000 }))
  fake.put('m-ivan', anEvent('b', { uid: 'same', changedAt: 1_000 }))
  await house.run('m-olga')
  beside((connection) => connection.exec(`DELETE FROM ContactParticipant; UPDATE Contact SET counterpartyId = NULL; DELETE FROM ContactPerson; DELETE FROM Counterparty;
    UPDATE CalendarMeeting SET given = json_set(given, '$.personIds', json('[]'), '$.counterpartyId', NULL)`))
  expect(await house.run('m-ivan')).toMatchObject({ changed: true })
  expect(db.sql.all('SELECT managerId FROM ContactManager')).toHaveLength(2)
  expect(db.sql.all('SELECT personId FROM ContactParticipant')).toEqual([])
})

test('every occurrence of a series is a contact of its own that knows its series; a deleted date falls away', async () => {
  const dates = [0, 7, 14].map((days) => new Date(eventsAt + days * day))
  fake.put('m-olga', ...dates.map((date, i) => anEvent(`o${i}`, { seriesId: 's1', uid: 'series', originalStart: date.toISOString(), at: date.getTime() })))
  await house.run('m-olga')
  expect(new Set(db.sql.all('SELECT seriesKey FROM CalendarMeeting').map((row) => row.seriesKey)).size).toBe(1)
  fake.say('m-olga', { kind: 'series', seriesId: 's1', zone: 'Europe/Berlin', deletedDates: ['2026-12-01'] })
  await house.run('m-olga')
  expect(meetings()).toMatchObject([{ status: 'planned' }, { status: 'cancelled' }, { status: 'planned' }])
})

test('an item that stands under another key from now on leaves its old meeting', async () => {
  fake.put('m-olga', anEvent('e1'))
  await house.run('m-olga')
  fake.put('m-olga', anEvent('e1', { uid: 'another', changedAt: 2_000 }))
  await house.run('m-olga')
  const [entry] = db.sql.all<{ calendarKey: string }>('SELECT calendarKey FROM CalendarEntry')
  expect(entry?.calendarKey).toBe(calendarKeyOf(anEvent('e1', { uid: 'another' }), 'm-olga'))
  expect(meetings()).toMatchObject([{ status: 'cancelled' }, { status: 'planned' }])
})

describe('meetings that wait for their client', () => {
  const zoe = { name: 'Zoe', address: 'Zoe@Unknown.example' }
  const withZoe = { organizer: zoe, attendees: [] }
  const promotion = () => ({ db, clock, matchSide: house.deps.matchSide, contacts: house.deps.contacts })
  beforeEach(async () => {
    const date = (days: number) => new Date(eventsAt + days * day)
    fake.put('m-olga', ...[0, 7].map((days) => anEvent(`s${days}`, { ...withZoe, seriesId: 's', uid: 'series', originalStart: date(days).toISOString(), at: date(days).getTime() })), anEvent('alone', { ...withZoe, uid: 'alone' }))
    fake.put('m-ivan', anEvent('other', { ...withZoe, uid: 'alone', changedAt: 500 }))
    await house.run('m-olga')
    await house.run('m-ivan')
  })

  test('they become contacts when their person gains the address, each meeting once', async () => {
    put(aContactPerson({ id: 'p-zoe', counterparty: aCounterparty({ id: 'cp-zoe' }), addresses: ['zoe@unknown.example'] }))
    expect(await createRematchWaiting(promotion())(['zoe@unknown.example'])).toBe(4)
    expect(db.sql.all('SELECT counterpartyId, source, status FROM Contact')).toEqual(Array.from({ length: 3 }, () => ({ counterpartyId: 'cp-zoe', source: 'calendar', status: 'planned' })))
    expect(db.sql.all('SELECT managerId FROM ContactManager m JOIN CalendarMeeting c ON c.contactId = m.contactId WHERE seriesKey IS NULL ORDER BY position')).toEqual([{ managerId: 'm-ivan' }, { managerId: 'm-olga' }])
    expect(new Set(db.sql.all('SELECT seriesKey FROM CalendarMeeting WHERE seriesKey IS NOT NULL').map((row) => row.seriesKey)).size).toBe(1)
    expect(db.sql.all('SELECT * FROM CalendarEntryAddress')).toEqual([])
    expect(await createRematchWaiting(promotion())(['zoe@unknown.example'])).toBe(0)
    const before = db.sql.all('SELECT id, version FROM Contact ORDER BY id')
    clock.advance(8 * day)
    await house.run('m-olga')
    await house.run('m-ivan')
    expect(db.sql.all('SELECT id, version FROM Contact ORDER BY id')).toEqual(before)
  })

  test('a word of their manager makes contacts of them, and the next round leaves the named client', async () => {
    const [entry] = db.sql.all<{ id: string }>("SELECT id FROM CalendarEntry WHERE eventId = 'alone'")
    await createPromoteWaiting(promotion())([entry?.id ?? ''], { counterpartyId: 'cp-vektor', personIds: [] }, 'm-ivan') // somebody else's word counts for nothing
    expect(meetings()).toEqual([])
    await createPromoteWaiting(promotion())([entry?.id ?? ''], { counterpartyId: 'cp-vektor', personIds: [] }, 'm-olga')
    expect(db.sql.all('SELECT counterpartyId FROM Contact')).toEqual([{ counterpartyId: 'cp-vektor' }])
    fake.put('m-olga', anEvent('alone', { ...withZoe, uid: 'alone', at: eventsAt + day, changedAt: 9_000 }))
    await house.run('m-olga')
    expect(db.sql.all('SELECT counterpartyId, startsAt FROM Contact')).toEqual([{ counterpartyId: 'cp-vektor', startsAt: eventsAt + day }])
  })
})
