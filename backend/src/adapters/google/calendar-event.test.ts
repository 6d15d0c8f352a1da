import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { calendarLimits, type CalendarEvent } from '../../ports/calendar-source'
import { toChange } from './calendar-event'

const meeting = {
  kind: 'calendar#event', id: 'ev1', status: 'confirmed', iCalUID: 'ev1@google.com', summary: 'Price talk', updated: '2026-11-19T08:00:00.000Z', eventType: 'default',
  start: { dateTime: '2026-11-23T10:00:00+01:00', timeZone: 'Europe/Vienna' }, end: { dateTime: '2026-11-23T10:30:00+01:00', timeZone: 'Europe/Vienna' },
  organizer: { email: 'olga@demo.example', self: true }, attendees: [{ email: 'alice@customer.example', displayName: 'Alice', responseStatus: 'accepted' }],
  htmlLink: 'https://www.google.com/calendar/event?eid=abc',
}
function eventOf(more: object): CalendarEvent {
  const change = toChange({ ...meeting, ...more })
  if (change.kind !== 'event') throw new Error(change.kind)
  return change.event
}

test('a meeting arrives whole, in our words', () => {
  expect(eventOf({})).toEqual({
    eventId: 'ev1', seriesId: null, uid: 'ev1@google.com', originalStart: null, changedAt: Date.parse('2026-11-19T08:00:00Z'), zoneUnknown: false, cancelled: false,
    start: { kind: 'instant', at: Date.parse('2026-11-23T09:00:00Z'), zone: 'Europe/Vienna' }, end: { kind: 'instant', at: Date.parse('2026-11-23T09:30:00Z'), zone: 'Europe/Vienna' },
    subject: 'Price talk', text: '', location: '', organizer: { name: '', address: 'olga@demo.example' }, organizedHere: true,
    attendees: [{ name: 'Alice', address: 'alice@customer.example', response: 'accepted', optional: false, resource: false }], ownResponse: 'accepted',
    private: false, showAs: 'busy', kind: 'meeting', online: false, webLink: 'https://www.google.com/calendar/event?eid=abc', mark: null,
  })
})

test('an occurrence knows its series and the slot it stands in, wherever it was moved', () => {
  const moved = eventOf({ id: 'ev1_20261123T090000Z', recurringEventId: 'ev1', originalStartTime: { dateTime: '2026-11-16T10:00:00+01:00', timeZone: 'Europe/Vienna' } })
  expect([moved.seriesId, moved.originalStart]).toEqual(['ev1', '2026-11-16T09:00:00.000Z'])
  const day = eventOf({ recurringEventId: 'ev1', originalStartTime: { date: '2026-11-16' }, start: { date: '2026-11-17' }, end: { date: '2026-11-18' } })
  expect([day.originalStart, day.start, day.end]).toEqual(['2026-11-16', { kind: 'date', date: '2026-11-17' }, { kind: 'date', date: '2026-11-18' }])
})

test('an occurrence without its slot is set aside: it could be taken for another', () => {
  expect(toChange({ ...meeting, recurringEventId: 'ev1' })).toEqual({ kind: 'unreadable', eventId: 'ev1', problem: 'start' })
})

test('of what is deleted the id is enough, with or without a series', () => {
  expect(toChange({ id: 'ev1', status: 'cancelled' })).toEqual({ kind: 'gone', eventId: 'ev1' })
  expect(toChange({ id: 'ev1_1', status: 'cancelled', recurringEventId: 'ev1', originalStartTime: { dateTime: '2026-11-16T10:00:00Z' } })).toEqual({ kind: 'gone', eventId: 'ev1_1' })
})

test('called off is what its organiser deleted with guests on it; what a guest took out, or what had no guests, is gone', () => {
  const cancelled = { status: 'cancelled' }
  expect(eventOf(cancelled).cancelled).toBe(true)
  const guestsCopy = { ...cancelled, organizer: { email: 'alice@customer.example' }, attendees: [...meeting.attendees, { email: 'olga@demo.example', self: true }] }
  for (const more of [guestsCopy, { ...cancelled, attendees: [] }, { ...cancelled, attendees: [{ email: 'room@demo.example', resource: true }, { email: 'olga@demo.example', self: true }] }]) {
    expect(toChange({ ...meeting, ...more })).toEqual({ kind: 'gone', eventId: 'ev1' })
  }
})

test('a single appointment that became a series is gone: its dates have ids of their own', () => {
  expect(toChange({ ...meeting, recurrence: ['RRULE:FREQ=WEEKLY'] }).kind).toBe('gone')
})

test('my own answer is the one of my own entry; an organiser without one goes', () => {
  const asked = (responseStatus: string) => eventOf({ organizer: { email: 'alice@customer.example' }, attendees: [...meeting.attendees, { email: 'olga@demo.example', self: true, responseStatus }] }).ownResponse
  expect(['accepted', 'declined', 'tentative', 'needsAction', 'perhaps'].map(asked)).toEqual(['accepted', 'declined', 'tentative', 'none', 'none'])
  expect([eventOf({ attendees: [] }).ownResponse, eventOf({ organizer: { email: 'a@b.example' }, attendeesOmitted: true, attendees: [] }).ownResponse]).toEqual(['accepted', 'none'])
})

test('rooms and optional guests are told apart, guests without a name or address are left out, an unreadable one takes no other with it', () => {
  const { attendees } = eventOf({ attendees: [{ email: 'room@demo.example', resource: true }, { email: 'b@c.example', optional: true }, {}, 'nobody', null, { email: 7, displayName: 'Only a name' }] })
  expect(attendees.map(({ address, name, optional, resource }) => [address || name, optional, resource])).toEqual([['room@demo.example', false, true], ['b@c.example', true, false], ['Only a name', false, false]])
})

test('private and confidential are private, and so is a visibility that is new to us', () => {
  expect([undefined, 'default', 'public', 'private', 'confidential', 'circle'].map((visibility) => eventOf({ visibility }).private)).toEqual([false, false, false, true, true, true])
})

test('absences, free time and reservations are no meetings; a type that is new to us may be one', () => {
  expect(['default', 'outOfOffice', 'focusTime', 'workingLocation', 'birthday', 'fromGmail', 'walk'].map((eventType) => eventOf({ eventType }).kind)).toEqual(['meeting', 'absence', 'absence', 'absence', 'absence', 'absence', 'meeting'])
  expect([eventOf({ transparency: 'transparent' }).showAs, eventOf({ eventType: 'outOfOffice', transparency: 'transparent' }).showAs]).toEqual(['free', 'away'])
})

test('a video link makes it online, a telephone number does not', () => {
  const by = (entryPointType: string) => eventOf({ conferenceData: { entryPoints: [{ entryPointType, uri: 'x' }] } }).online
  expect([by('video'), by('phone'), eventOf({ hangoutLink: 'https://meet.google.com/x' }).online, eventOf({ location: 'https://zoom.example/j/1' }).online, eventOf({ location: 'Room 5' }).online]).toEqual([true, false, true, true, false])
})

test('a description becomes text, whether it is HTML or not, and line breaks stay', () => {
  expect(eventOf({ description: 'Agenda\n1 < 2' }).text).toBe('Agenda\n1 < 2')
  expect(eventOf({ description: '<b>Agenda</b><br>first &amp; second<script>alert(1)</script>' }).text).toBe('Agenda\nfirst & second')
  expect(eventOf({ description: 'See <a href="https://a.example/">this</a>\nand that' }).text).toMatch(/^See this.*\nand that$/)
})

test('4 MB of description, plain or HTML, and 5,000 guests are bounded, quickly', () => {
  const before = process.cpuUsage()
  const plain = eventOf({ description: 'a '.repeat(2_000_000), summary: 's'.repeat(100_000), attendees: Array.from({ length: 5_000 }, (_, i) => ({ email: `g${i}@c.example` })) })
  expect([plain.text.length <= calendarLimits.text, plain.subject.length, plain.attendees.length]).toEqual([true, 1_000, calendarLimits.attendees])
  expect(eventOf({ description: '<p>a</p>'.repeat(500_000) }).text.length).toBeLessThanOrEqual(calendarLimits.text)
  // Time of the processor, which a busy machine hardly changes.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000)
})

test('zones that nobody knows are flagged, and the instants stay right', () => {
  const event = eventOf({ start: { dateTime: '2026-11-23T10:00:00+01:00', timeZone: 'tzone://Microsoft/Custom' } })
  expect([event.zoneUnknown, event.start]).toEqual([true, { kind: 'instant', at: Date.parse('2026-11-23T09:00:00Z'), zone: null }])
  expect([eventOf({ start: { dateTime: '2026-11-23T10:00:00Z' }, end: undefined }).zoneUnknown, eventOf({ start: { dateTime: '2026-11-23T10:00:00Z', timeZone: 'Europe/Kyiv' } }).zoneUnknown]).toEqual([false, false])
})

test('an end that is missing or before the start takes no time; a day is a day', () => {
  const { start, end } = eventOf({ end: { dateTime: '2026-11-20T10:00:00Z' } })
  expect(end).toEqual(start)
  expect(eventOf({ start: { date: '2026-12-31' }, end: undefined }).end).toEqual({ kind: 'date', date: '2027-01-01' })
})

test.each([['no start', { start: undefined }], ['a start in words', { start: 'soon' }], ['a start without an offset', { start: { dateTime: '2026-11-23T10:00:00' } }], ['a day that is none', { start: { date: '2026-02-30' } }]])('%s: set aside, without a word of it', (_, more) => {
  expect(toChange({ ...meeting, ...more, summary: 'Secret' })).toEqual({ kind: 'unreadable', eventId: 'ev1', problem: 'start' })
})

test('links that are not https are no links, the mark is ours alone, NUL is not kept', () => {
  expect([eventOf({ htmlLink: 'javascript:alert(1)' }).webLink, eventOf({ htmlLink: 'http://www.google.com/' }).webLink, eventOf({ htmlLink: undefined }).webLink]).toEqual([null, null, null])
  expect(eventOf({ extendedProperties: { private: { counterpaneContact: 'c-1' }, shared: { counterpaneContact: 'c-2' } } }).mark).toBe('c-1')
  expect(eventOf({ extendedProperties: { shared: { counterpaneContact: 'c-2' } } }).mark).toBeNull()
  expect(eventOf({ summary: 'a\0b' }).subject).toBe('a\uFFFDb')
})

test('whatever an item is, it becomes a change and never a failure', () => {
  fc.assert(fc.property(fc.anything(), (item) => ['event', 'gone', 'unreadable'].includes(toChange(item).kind)))
  fc.assert(fc.property(fc.constantFrom(...Object.keys(meeting)), fc.anything(), (name, value) => ['event', 'gone', 'unreadable'].includes(toChange({ ...meeting, [name]: value }).kind)))
})

const recorded = path.resolve(__dirname, '../../../../../shared/data/gmail-payloads/calendar-events-full-page1.json')
// The recorded payloads lie beside the checkout, where there are any.
const withRecorded = fs.existsSync(recorded) ? test : test.skip
withRecorded('the recorded page is understood', () => {
  const page = JSON.parse(fs.readFileSync(recorded, 'utf8')) as { items: unknown[] }
  expect(page.items.map(toChange).map(({ kind }) => kind)).toEqual(['event'])
})
