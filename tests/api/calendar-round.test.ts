import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase, type Db } from '@counterpane/backend/platform/db/database'
import { HoldLost } from '@counterpane/backend/features/calendar-sync/holds.repository'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { aContactPerson, aCounterparty, aManager, insertBuilt } from '../support/builders'
import { aHeldCalendar, createCalendarHouse, picture, type CalendarHouse } from '../support/calendar-house'
import { digestOf } from '../support/database-digest'
import { openPeople } from '../support/calendar-people'
import { freshDatabase } from '../support/database-template'
import { anEvent, createFakeCalendarSource, eventsAt, type FakeCalendarSource } from '../support/fake-calendar-source'
import { createTestClock, type TestClock } from '../support/test-clock'

const hour = 3_600_000
const day = 24 * hour
let db: Db
let fake: FakeCalendarSource
let house: CalendarHouse
let clock: TestClock
let people: Awaited<ReturnType<typeof openPeople>>

beforeEach(async () => {
  people = await openPeople()
  db = people.db
  for (const managerId of ['m-olga', 'm-ivan']) await aHeldCalendar(db, managerId)
  fake = createFakeCalendarSource()
  clock = createTestClock('2026-11-20T10:00:00Z')
  house = createCalendarHouse({ db, fake, clock })
})
afterEach(async () => {
  await people.close()
})

const contacts = () => db.sql.all<{ id: string; subject: string; status: string; startsAt: number; version: number; managers: string; cancellation: string | null; meetingKey: string | null }>(
  `SELECT c.id, c.subject, c.status, c.startsAt, c.version, c.meetingKey, m.cancellation, (SELECT json_group_array(managerId ORDER BY position) FROM ContactManager WHERE contactId = c.id) AS managers
   FROM Contact c LEFT JOIN CalendarMeeting m ON m.contactId = c.id ORDER BY c.startsAt, c.subject`)
const mailbox = (managerId = 'm-olga') => db.sql.first<Record<string, string | number | null>>('SELECT * FROM CalendarMailbox WHERE managerId = ?', [managerId])
const five = () => [1, 2, 3, 4, 5].map((i) => anEvent(`e${i}`, { at: eventsAt + i * day }))

test('a first round makes planned contacts of all pages and remembers where the next one begins', async () => {
  fake.put('m-olga', ...five())
  const result = await house.run('m-olga')
  expect(result).toEqual({ kind: 'full', changed: true, cursor: 'delta:5:0' })
  expect(contacts().map(({ subject, status, managers }) => [subject, status, managers])).toEqual(five().map((event) => [event.subject, 'planned', '["m-olga"]']))
  const [contact] = db.sql.all('SELECT source, registeredById, counterpartyId, managerId, method, direction, content FROM Contact ORDER BY startsAt')
  expect(contact).toEqual({ source: 'calendar', registeredById: null, counterpartyId: 'cp-vektor', managerId: 'm-olga', method: 'meeting', direction: 'incoming', content: 'About e1' })
  expect(db.sql.all('SELECT personId FROM ContactParticipant')).toHaveLength(5)
  expect(db.sql.all('SELECT addressKey FROM ContactAddress')).toHaveLength(5)
  expect(db.sql.all("SELECT managerId FROM AuditEntry WHERE noun = 'contact' AND action = 'planned'")).toEqual(Array.from({ length: 5 }, () => ({ managerId: null })))
  expect(mailbox()).toMatchObject({ cursor: 'delta:5:0', roundId: null, roundKind: null, resume: null, baselineAt: expect.any(Number) as number, windowFrom: expect.any(Number) as number })
  expect(db.sql.first<{ text: string }>('SELECT t.text FROM ContactText t JOIN Contact c ON c.id = t.contactId ORDER BY c.startsAt')?.text).toContain('about e1')
})

test('an idle round asks for one page and changes no row', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  const before = digestOf(db)
  fake.calls.length = 0
  const first = await house.run('m-olga', 'delta:5:0')
  const second = await house.run('m-olga', first.cursor)
  expect([first, second]).toEqual([{ kind: 'delta', changed: false, cursor: 'delta:5:0' }, { kind: 'delta', changed: false, cursor: 'delta:5:0' }])
  expect(fake.calls.map((call) => call.kind)).toEqual(['page', 'page'])
  expect(digestOf(db)).toBe(before)
})

test('what was said before is worth no write, but a cursor as old as a day is', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  fake.put('m-olga', anEvent('e1', { at: eventsAt + day }))
  const before = digestOf(db)
  const { cursor, changed } = await house.run('m-olga')
  expect([cursor, changed]).toEqual(['delta:6:0', false])
  expect(digestOf(db)).toBe(before)
  clock.advance(day + 60_000)
  await house.run('m-olga', cursor)
  expect(mailbox()).toMatchObject({ cursor: 'delta:6:0' })
})

test('the round goes on from the cursor that is kept in memory', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  fake.calls.length = 0
  await house.run('m-olga', 'delta:3:0')
  expect(fake.calls[0]).toMatchObject({ from: 'delta:3:0' })
})

test('a moved meeting moves its contact, keeps its way and what people wrote', async () => {
  fake.put('m-olga', anEvent('e1'))
  await house.run('m-olga')
  await db.prisma.contact.updateMany({ data: { result: 'they want a price', comment: 'bring the sample' } })
  fake.put('m-olga', anEvent('e1', { at: eventsAt + 2 * hour, changedAt: 2_000, subject: 'Talk moved' }))
  expect(await house.run('m-olga')).toMatchObject({ kind: 'delta', changed: true })
  const [contact] = db.sql.all('SELECT c.startsAt, c.endsAt, c.subject, c.result, c.comment, c.version, m.moves, t.text FROM Contact c JOIN CalendarMeeting m ON m.contactId = c.id JOIN ContactText t ON t.contactId = c.id')
  expect(contact).toMatchObject({ startsAt: eventsAt + 2 * hour, endsAt: eventsAt + 3 * hour, subject: 'Talk moved', result: 'they want a price', comment: 'bring the sample', version: 2, moves: 1 })
  expect(contact?.text).toContain('talk moved')
  expect(contact?.text).toContain('price')
  expect(db.sql.all('SELECT fromAt, toAt, managerId FROM ContactMove')).toEqual([{ fromAt: eventsAt, toAt: eventsAt + 2 * hour, managerId: null }])
  expect(db.sql.all("SELECT action FROM AuditEntry WHERE noun = 'contact' ORDER BY id")).toEqual([{ action: 'planned' }, { action: 'moved' }])
})

test('one meeting in two calendars is one contact with both, and falls away when it stands in neither', async () => {
  fake.put('m-olga', anEvent('a', { uid: 'same' }))
  fake.put('m-ivan', anEvent('b', { uid: 'same', organizedHere: true, organizer: { name: '', address: 'm-ivan@demo.example' } }))
  await house.run('m-olga')
  await house.run('m-ivan')
  expect(contacts()).toMatchObject([{ status: 'planned', managers: '["m-ivan","m-olga"]' }])
  fake.remove('m-ivan', 'b')
  await house.run('m-ivan')
  expect(contacts()).toMatchObject([{ status: 'planned', managers: '["m-olga"]' }])
  fake.remove('m-olga', 'a')
  await house.run('m-olga')
  expect(contacts()).toMatchObject([{ status: 'cancelled', cancellation: 'removed' }])
  fake.put('m-olga', anEvent('a', { uid: 'same', changedAt: 3_000 }))
  await house.run('m-olga')
  expect(contacts()).toMatchObject([{ status: 'planned', cancellation: null }])
  expect(db.sql.all("SELECT action FROM AuditEntry WHERE noun = 'contact' ORDER BY id").map((row) => row.action)).toEqual(['planned', 'changed', 'changed', 'cancelled', 'planned-again'])
})

test('two calendars read at the same time make one contact of their meeting', async () => {
  for (const managerId of ['m-olga', 'm-ivan']) fake.put(managerId, ...Array.from({ length: 30 }, (_, i) => anEvent(`${managerId}-${i}`, { uid: `same-${i}`, at: eventsAt + i * hour })))
  await Promise.all([house.run('m-olga'), house.run('m-ivan')])
  expect(contacts()).toHaveLength(30)
  expect(new Set(contacts().map((contact) => contact.managers))).toEqual(new Set(['["m-ivan","m-olga"]']))
})

test('what is only perhaps gone is read before anything is cancelled; strangers are not asked for', async () => {
  fake.put('m-olga', anEvent('e1'), anEvent('e2', { at: eventsAt + day }))
  await house.run('m-olga')
  fake.calls.length = 0
  fake.say('m-olga', { kind: 'maybe-gone', eventId: 'e1' })
  fake.say('m-olga', { kind: 'maybe-gone', eventId: 'stranger' })
  fake.remove('m-olga', 'e2', 'maybe-gone')
  await house.run('m-olga')
  expect(fake.reads().sort()).toEqual(['e1', 'e2'])
  expect(contacts().map((contact) => contact.status)).toEqual(['planned', 'cancelled'])
})

test('a read that fails leaves everything as it stands, and the page is read again', async () => {
  fake.put('m-olga', anEvent('e1'))
  await house.run('m-olga')
  fake.remove('m-olga', 'e1', 'maybe-gone')
  fake.switches.before = (call) => { if (call.kind === 'read') throw new ProviderFailure('temporary') }
  const before = digestOf(db)
  await expect(house.run('m-olga')).rejects.toMatchObject({ code: 'temporary' })
  expect(digestOf(db)).toBe(before)
  fake.switches.before = () => undefined
  await house.run('m-olga')
  expect(contacts()).toMatchObject([{ status: 'cancelled' }])
})

test('a forgotten cursor leads to a full round beside the old rows, which takes out what is surely gone', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  fake.remove('m-olga', 'e2', 'silently')
  fake.put('m-olga', anEvent('e3', { at: eventsAt + 400 * day, changedAt: 2_000 })) // out of the window, not gone
  fake.put('m-olga', anEvent('e9', { at: eventsAt + 9 * day }))
  fake.switches.expired.add('delta:5:0')
  fake.calls.length = 0
  expect(await house.run('m-olga')).toMatchObject({ kind: 'full', changed: true })
  expect(fake.reads().sort()).toEqual(['e2', 'e3'])
  expect(contacts().map(({ subject, status }) => [subject, status])).toEqual([
    ['Talk e1', 'planned'], ['Talk e2', 'cancelled'], ['Talk e4', 'planned'], ['Talk e5', 'planned'], ['Talk e9', 'planned'], ['Talk e3', 'planned'],
  ])
  expect(mailbox()).toMatchObject({ roundId: null, resume: null })
})

test('once a week everything is read anew; rows outside the window are left alone', async () => {
  fake.put('m-olga', anEvent('old', { at: Date.parse('2026-10-25T09:00:00Z') }), anEvent('e1', { at: eventsAt + 20 * day }))
  await house.run('m-olga')
  clock.advance(8 * day)
  fake.remove('m-olga', 'old', 'silently')
  fake.calls.length = 0
  expect(await house.run('m-olga')).toMatchObject({ kind: 'full', changed: false })
  expect(fake.reads()).toEqual([])
  expect(contacts().map((contact) => contact.status)).toEqual(['planned', 'planned'])
})

test('absence counts for nothing as long as the sweep could not ask', async () => {
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  clock.advance(8 * day)
  fake.remove('m-olga', 'e4', 'silently')
  fake.remove('m-olga', 'e5', 'silently')
  fake.switches.before = (call) => { if (call.kind === 'read' && call.eventId === 'e5') throw new ProviderFailure('temporary') }
  await expect(house.run('m-olga')).rejects.toMatchObject({ code: 'temporary' })
  expect(contacts().map((contact) => contact.status)).toEqual(['planned', 'planned', 'planned', 'cancelled', 'planned'])
  expect(mailbox()).toMatchObject({ roundKind: 'sweep', cursor: 'delta:5:0' })
  fake.switches.before = () => undefined
  fake.calls.length = 0
  expect(await house.run('m-olga')).toMatchObject({ kind: 'full', changed: true })
  expect(fake.calls.map((call) => call.kind)).toEqual(['read'])
  expect(contacts().map((contact) => contact.status)).toEqual(['planned', 'planned', 'planned', 'cancelled', 'cancelled'])
})

test('a round that was broken off goes on where it stood', async () => {
  fake.put('m-olga', ...five())
  fake.switches.before = (call) => { if (call.kind === 'page' && call.from.endsWith(':3')) throw new ProviderFailure('temporary') }
  await expect(house.run('m-olga')).rejects.toMatchObject({ code: 'temporary' })
  const begun = mailbox()
  expect(begun).toMatchObject({ roundKind: 'full', cursor: null })
  expect(contacts()).toHaveLength(3)
  fake.switches.before = () => undefined
  fake.calls.length = 0
  await house.run('m-olga')
  expect(fake.calls).toMatchObject([{ kind: 'page', from: begun?.resume }])
  expect(contacts()).toHaveLength(5)
  expect(fake.reads()).toEqual([])
})

test('links that lead nowhere drop the round, say so, and the next one begins anew', async () => {
  fake.put('m-olga', ...five())
  fake.switches.before = (call) => { if (call.kind === 'page' && call.from.endsWith(':3')) fake.switches.endless = true }
  await expect(house.run('m-olga')).rejects.toMatchObject({ code: 'rejected' })
  expect(mailbox()).toMatchObject({ roundId: null, roundKind: null, resume: null, cursor: null })
  fake.switches.endless = false
  fake.switches.before = () => undefined
  expect(await house.run('m-olga')).toMatchObject({ kind: 'full' })
  expect(contacts()).toHaveLength(5)
})

test('an item that cannot be read is set aside and tried again; the others of its page are kept', async () => {
  fake.switches.unreadable.add('e2')
  fake.put('m-olga', ...five())
  await house.run('m-olga')
  expect(contacts()).toHaveLength(4)
  const problems = () => db.sql.all('SELECT eventId, tries, problem FROM CalendarProblem')
  expect(problems()).toEqual([{ eventId: 'e2', tries: 1, problem: 'broken' }])
  await house.run('m-olga')
  await house.run('m-olga')
  expect(problems()).toEqual([{ eventId: 'e2', tries: 3, problem: 'broken' }])
  fake.calls.length = 0
  await house.run('m-olga')
  expect(fake.reads()).toEqual([]) // people see it now; no hurry any more
  clock.advance(2 * hour)
  fake.switches.unreadable.delete('e2')
  expect(await house.run('m-olga')).toMatchObject({ changed: true })
  expect(problems()).toEqual([])
  expect(contacts()).toHaveLength(5)
})

test('an item that our own rules trip over is set aside like one that cannot be read', async () => {
  const { deps } = house
  house = createCalendarHouse({ db, fake, clock, more: { matchSide: (event, managerId) => { if (event.eventId === 'e2') throw new TypeError('poison'); return deps.matchSide(event, managerId) } } })
  fake.put('m-olga', ...five().map((event) => (event.eventId === 'e2' ? { ...event, organizer: null } : event)))
  await house.run('m-olga')
  expect(contacts()).toHaveLength(4)
  expect(db.sql.all('SELECT eventId, problem FROM CalendarProblem')).toEqual([{ eventId: 'e2', problem: 'not-understood' }])
})

test('a hand that has lost its calendar writes nothing more', async () => {
  fake.put('m-olga', ...five())
  fake.switches.before = async (call) => { if (call.kind === 'page' && call.from.endsWith(':3')) await db.prisma.calendarMailbox.update({ where: { managerId: 'm-olga' }, data: { leaseOwner: 'worker-2', fence: 2 } }) }
  await expect(house.run('m-olga')).rejects.toBeInstanceOf(HoldLost)
  expect(contacts()).toHaveLength(3)
  await house.round({ hold: house.hold('m-olga', 'worker-2', 2), signal: new AbortController().signal })
  expect(contacts()).toHaveLength(5)
  await expect(house.run('m-olga')).rejects.toBeInstanceOf(HoldLost)
})

test('a round that is told to end does so between two pages', async () => {
  fake.put('m-olga', ...five())
  const end = new AbortController()
  const told: string[] = []
  await expect(house.round({ hold: house.hold('m-olga'), signal: end.signal, onProgress: () => { told.push('page'); end.abort() } })).rejects.toThrow(/abort/i)
  expect([contacts().length, told, fake.pages()]).toEqual([3, ['page'], 2])
  await house.run('m-olga')
  expect(contacts()).toHaveLength(5)
})

test('pages in any order and twice give the same', async () => {
  const moved = [anEvent('e1', { at: eventsAt + 5 * hour, changedAt: 3_000 }), anEvent('e1', { at: eventsAt + 2 * hour, changedAt: 2_000, subject: 'older' }), anEvent('e2', { at: eventsAt + day, cancelled: true, changedAt: 2_000 }), anEvent('e6')]
  const play = async (arrange: FakeCalendarSource['switches']['arrange']) => {
    const file = await freshDatabase('empty')
    const connection = openConnection(file.path)
    insertBuilt(connection, aManager({ id: 'm-olga' }), aContactPerson({ id: 'p-anna', counterparty: aCounterparty({ id: 'cp-vektor', name: 'Vektor' }), addresses: ['anna@vektor.example'] }))
    connection.close()
    const own = await openDatabase({ path: file.path })
    await aHeldCalendar(own, 'm-olga')
    const source = createFakeCalendarSource()
    const there = createCalendarHouse({ db: own, fake: source, clock })
    source.put('m-olga', ...five())
    await there.run('m-olga')
    for (const event of moved) source.say('m-olga', { kind: 'event', event })
    source.switches.arrange = arrange
    await there.run('m-olga')
    const { entries, contacts: made } = picture(own)
    await own.close()
    file.remove()
    return { entries, made: made.map(({ moves, ways, ...contact }) => { expect(moves).toBe(ways); return contact }) }
  }
  const plain = await play((changes) => changes)
  expect(plain.made).toHaveLength(6)
  expect(await play((changes) => [...changes].reverse())).toEqual(plain)
  expect(await play((changes) => [...changes, ...changes])).toEqual(plain)
  expect(await play((changes) => [...changes.slice(2), ...changes, ...changes.slice(0, 1)])).toEqual(plain)
})
