import { inDays, knownZone, nextWorkingDay } from './quick-times'

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
