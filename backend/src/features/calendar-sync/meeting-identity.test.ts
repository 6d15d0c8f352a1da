import fc from 'fast-check'
import { meetingKeyOf } from '../meetings/meeting-facts'
import { busyKeyOf, calendarKeyOf, hashOf, keysOf, normalisedUid, paneKeyOf, seriesKeyOf } from './meeting-identity'
import { anEvent, client, gone, noon, seen } from './test-support/journal-model'

const exchange = (date: string, end = '1000000000000000') => `040000008200E00074C5B7101A82E008${date}${end}`
const guest = (address: string, more: { optional?: boolean; resource?: boolean } = {}) => ({ name: '', address, response: 'none' as const, optional: false, resource: false, ...more })

describe('the name of a meeting in all calendars', () => {
  test('Exchange writes the date of an occurrence into its uid; the series is the same without it', () => {
    expect(normalisedUid(exchange('07E3040A'))).toBe(exchange('00000000'))
    expect(normalisedUid(` ${exchange('07e30406').toLowerCase()} `)).toBe(exchange('00000000'))
  })

  test('the uids of other houses stay as they are, letter by letter', () => {
    expect(normalisedUid(' 7kUkuQ@google.com\n')).toBe('7kUkuQ@google.com')
    expect(normalisedUid('040000008200e00074c5b7101a82e008 and no date')).toBe('040000008200e00074c5b7101a82e008 and no date')
  })

  test('an occurrence is the same in the calendars of two houses, however they write its slot', () => {
    const graph = { uid: exchange('07E3040A'), originalStart: '2019-04-10T08:00:00.000Z', seriesId: 'AAMk', eventId: 'AAMk-1' }
    const google = { uid: exchange('00000000').toLowerCase(), originalStart: '2019-04-10T10:00:00+02:00', seriesId: 'abc', eventId: 'abc_20190410T080000Z' }
    expect(calendarKeyOf(graph, 'olga')).toBe(calendarKeyOf(google, 'boris'))
    expect(calendarKeyOf({ ...graph, originalStart: '2019-04-17T08:00:00.000Z' }, 'olga')).not.toBe(calendarKeyOf(google, 'boris'))
    expect(calendarKeyOf({ ...graph, originalStart: '2019-04-10' }, 'olga')).not.toBe(calendarKeyOf(google, 'boris'))
  })

  test('two occurrences of a series to which somebody was invited one by one are two meetings', () => {
    const single = { originalStart: null, seriesId: null, eventId: 'e' }
    expect(calendarKeyOf({ ...single, uid: exchange('07E3040A') }, 'olga')).not.toBe(calendarKeyOf({ ...single, uid: exchange('07E30411') }, 'olga'))
  })

  test('without a uid a meeting is its calendar\'s own', () => {
    const nameless = anEvent({ uid: ' ' })
    expect(calendarKeyOf(nameless, 'olga')).toBe(calendarKeyOf(anEvent({ uid: null }), 'olga'))
    expect(calendarKeyOf(nameless, 'olga')).not.toBe(calendarKeyOf(nameless, 'boris'))
    expect(calendarKeyOf(nameless, 'olga')).not.toBe(calendarKeyOf(anEvent({ uid: '', eventId: 'e2' }), 'olga'))
    expect(calendarKeyOf(nameless, 'olga')).not.toBe(busyKeyOf('olga', nameless.eventId))
  })

  test('a single appointment has no series; occurrences share theirs across calendars, private ones with nobody', () => {
    const occurrence = anEvent({ uid: exchange('07E3040A'), originalStart: '2026-12-01T12:00:00.000Z', seriesId: 's' })
    expect(seriesKeyOf(anEvent(), 'olga')).toBeNull()
    expect(seriesKeyOf(occurrence, 'olga')).toBe(seriesKeyOf({ ...occurrence, uid: exchange('07E30411'), seriesId: 'other' }, 'boris'))
    expect(seriesKeyOf({ ...occurrence, private: true }, 'olga')).not.toBe(seriesKeyOf({ ...occurrence, private: true }, 'boris'))
  })

  test('a page asks for the keys of its appointments and for those under which its rows stand', () => {
    const row = { calendarKey: 'old key' } as never
    expect(keysOf([seen(), seen({ eventId: 'e2', private: true }), gone('e3')], new Map([['e3', row]]), 'olga').sort())
      .toEqual(['old key', calendarKeyOf(anEvent(), 'olga'), busyKeyOf('olga', 'e2')].sort())
  })
})

describe('the name of a meeting in panes', () => {
  const meeting = (said: Partial<Parameters<typeof meetingKeyOf>[0]>) => ({ organizer: { name: 'Olga', address: 'olga@ours.example' }, required: [client], startsAt: new Date(noon).toISOString(), endsAt: new Date(noon + 1).toISOString(), subject: 'Prices', ...said }) as Parameters<typeof meetingKeyOf>[0]

  test.each([
    ['as it is', {}, {}],
    ['whose organiser and subject are written in another way', { organizer: { name: 'O.', address: ' OLGA@Ours.example ' }, subject: '  PRICES ' }, {}],
    ['without an organiser', { organizer: null, attendees: [guest('b@x.example'), guest('A@x.example', { optional: true }), guest('a@x.example'), guest('room@ours.example', { resource: true })] },
      { organizer: { name: '', address: '' }, required: [{ name: '', address: 'a@x.example' }, { name: '', address: 'b@x.example' }], optional: [{ name: '', address: 'a@x.example' }] }],
    ['with an organiser who has no readable address', { organizer: { name: 'Olga', address: 'Olga Ёлкина' } }, { organizer: { name: '', address: 'olga елкина' } }],
  ])('a meeting %s has the same name here and there', (_how, event, there) => {
    expect(paneKeyOf(anEvent(event))).toBe(meetingKeyOf(meeting(there)))
  })

  test('whatever its words are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.emailAddress(), fc.array(fc.emailAddress(), { maxLength: 5 }), fc.boolean(), (subject, organiser, guests, hasOrganiser) => {
      const from = hasOrganiser ? { name: '', address: organiser } : null
      const people = guests.map((address) => guest(address))
      expect(paneKeyOf(anEvent({ subject, organizer: from, attendees: people }))).toBe(meetingKeyOf(meeting({ subject, organizer: from ?? { name: '', address: '' }, required: people })))
    }), { numRuns: 200 })
  })
})

describe('what a calendar says of an appointment', () => {
  const guests = [guest('a@x.example'), guest('b@x.example')]

  test('does not depend on the order of guests, of fields, or on when it was changed', () => {
    const event = anEvent({ attendees: guests })
    const turned = Object.fromEntries(Object.entries({ ...event, attendees: [...guests].reverse(), changedAt: 99 }).reverse()) as unknown as typeof event
    expect(hashOf(turned)).toBe(hashOf(event))
  })

  test.each(Object.entries({
    eventId: 'x', seriesId: 'x', uid: 'x', originalStart: '2026-12-01', start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'instant', at: 5, zone: 'UTC' }, zoneUnknown: true, cancelled: true, subject: 'x', text: 'x', location: 'x',
    organizer: null, organizedHere: true, attendees: [], ownResponse: 'none', private: true, showAs: 'free', kind: 'absence', online: true, webLink: 'https://x.example', mark: 'x',
  }))('%s is part of it', (field, value) => {
    expect(hashOf({ ...anEvent(), [field]: value } as ReturnType<typeof anEvent>)).not.toBe(hashOf(anEvent()))
  })

  test('the answer of a guest is part of it, and so is another zone of the same instant', () => {
    expect(hashOf(anEvent({ attendees: [{ ...guest('a@x.example'), response: 'accepted' }] }))).not.toBe(hashOf(anEvent({ attendees: guests.slice(0, 1) })))
    expect(hashOf(anEvent({ start: { kind: 'instant', at: noon, zone: null } }))).not.toBe(hashOf(anEvent()))
  })
})
