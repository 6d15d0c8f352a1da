import { inDays, knownZone, laterToday, nextWeek, nextWorkingDay, termOn, utcDay } from './quick-times'

const at = (iso: string, timeZone = 'Europe/Moscow') => ({ now: new Date(iso), timeZone })

it.each([
  ['a Thursday', '2026-11-19T09:00:00Z', '2026-11-20T07:00:00.000Z'], ['a Friday', '2026-11-20T09:00:00Z', '2026-11-23T07:00:00.000Z'],
  ['a Saturday', '2026-11-21T09:00:00Z', '2026-11-23T07:00:00.000Z'], ['a Sunday', '2026-11-22T09:00:00Z', '2026-11-23T07:00:00.000Z'],
  ['a Friday that is Saturday in Moscow', '2026-11-20T22:30:00Z', '2026-11-23T07:00:00.000Z'],
])('after %s the next working day at 10:00 is found', (_day, now, wanted) => {
  expect(nextWorkingDay(at(now)).toISOString()).toBe(wanted)
})

it('10:00 stays 10:00 when the clocks change in between', () => {
  expect(inDays(3, at('2026-10-24T12:00:00Z', 'Europe/Berlin')).toISOString()).toBe('2026-10-27T09:00:00.000Z')
  expect(inDays(7, at('2027-03-26T12:00:00Z', 'Europe/Berlin')).toISOString()).toBe('2027-04-02T08:00:00.000Z')
  expect(inDays(1, at('2026-11-19T12:00:00Z', 'Asia/Kathmandu')).toISOString()).toBe('2026-11-20T04:15:00.000Z')
})

it.each([['Europe/Kyiv', 'Europe/Kyiv'], ['Customized Time Zone', 'UTC'], ['tzone://Microsoft/Utc', 'UTC'], ['', 'UTC'], [null, 'UTC']])('the zone %s is %s', (given, wanted) => {
  expect(knownZone(given)).toBe(wanted)
})

it.each([
  ['a Monday', '2026-11-16T09:00:00Z', '2026-11-23'], ['a Thursday', '2026-11-19T09:00:00Z', '2026-11-23'], ['a Friday', '2026-11-20T09:00:00Z', '2026-11-26'],
  ['a Saturday', '2026-11-21T09:00:00Z', '2026-11-26'], ['a Sunday', '2026-11-22T09:00:00Z', '2026-11-26'],
])('on %s next week is a day of next week that no other quick choice names', (_day, now, wanted) => {
  expect(nextWeek(at(now)).toISOString()).toBe(`${wanted}T07:00:00.000Z`)
})

it('today is until six in the evening, and an hour from now when that has passed', () => {
  expect(laterToday(at('2026-11-20T09:00:00Z')).toISOString()).toBe('2026-11-20T15:00:00.000Z')
  expect(laterToday(at('2026-11-20T15:30:00Z')).toISOString()).toBe('2026-11-20T16:30:00.000Z')
})

const picked = (day: string) => new Date(`${day}T00:00:00Z`)
it.each([
  ['Asia/Kathmandu', '2026-11-20T20:00:00Z', '2026-11-23', '2026-11-23T04:15:00.000Z'], ['America/St_Johns', '2026-11-20T20:00:00Z', '2026-11-23', '2026-11-23T13:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-20T20:00:00Z', '2026-11-23', '2026-11-22T20:00:00.000Z'], ['Pacific/Niue', '2026-11-20T20:00:00Z', '2026-11-23', '2026-11-23T21:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25', '2026-10-25T09:00:00.000Z'], ['America/St_Johns', '2026-03-07T12:00:00Z', '2026-03-08', '2026-03-08T12:30:00.000Z'],
])('in %s a picked day stays that day, at ten by its own clocks', (zone, now, day, wanted) => {
  expect(termOn(picked(day), at(now, zone)).toISOString()).toBe(wanted)
})

it('today is the day that the zone has, not the one of Greenwich', () => {
  expect(utcDay(new Date('2026-11-20T20:00:00Z'), 'Asia/Kathmandu')).toEqual(picked('2026-11-21'))
  expect(utcDay(new Date('2026-11-21T02:00:00Z'), 'America/St_Johns')).toEqual(picked('2026-11-20'))
  expect(termOn(picked('2026-11-21'), at('2026-11-20T20:00:00Z', 'Asia/Kathmandu')).toISOString()).toBe('2026-11-21T12:15:00.000Z')
  expect(termOn(picked('2026-11-20'), at('2026-11-21T02:00:00Z', 'America/St_Johns')).toISOString()).toBe('2026-11-21T03:00:00.000Z')
})
