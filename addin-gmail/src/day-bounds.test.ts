import { dayBounds } from './day-bounds'

const bounds = (iso: string, timeZone: string) => Object.values(dayBounds({ now: new Date(iso), timeZone }))

it.each([
  ['Europe/Moscow', '2026-11-22T06:00:00Z', '2026-11-21T21:00:00.000Z', '2026-11-22T21:00:00.000Z'],
  ['UTC', '2026-11-22T23:59:59.999Z', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['UTC', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-22T18:20:00Z', '2026-11-22T18:15:00.000Z', '2026-11-23T18:15:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  ['America/Anchorage', '2026-11-22T06:00:00Z', '2026-11-21T09:00:00.000Z', '2026-11-22T09:00:00.000Z'],
])('in %s the day of %s lies between its own midnights', (zone, now, from, to) => {
  expect(bounds(now, zone)).toEqual([from, to])
})

it.each([
  ['of 23 hours', 'Europe/Berlin', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['of 25 hours', 'Europe/Berlin', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['without a midnight', 'Asia/Beirut', '2026-03-29T10:00:00Z', '2026-03-28T22:00:00.000Z', '2026-03-29T21:00:00.000Z'],
  ['with two midnights', 'Atlantic/Azores', '2026-10-25T10:00:00Z', '2026-10-25T00:00:00.000Z', '2026-10-26T01:00:00.000Z'],
])('a day %s is whole', (_what, zone, now, from, to) => {
  expect(bounds(now, zone)).toEqual([from, to])
})
