import { exactTime, nearTime } from './dates'

const wholeDay = { startsAt: '2026-11-24T00:00:00.000Z', calendar: { allDay: true } }
const hour = { startsAt: '2026-11-24T23:30:00.000Z', calendar: null }

test.each(['Pacific/Pago_Pago', 'America/New_York', 'UTC', 'Europe/Moscow', 'Pacific/Kiritimati'])('a whole day keeps its date for a reader in %s', (timeZone) => {
  const options = { locale: 'en', timeZone, now: new Date('2026-11-20T12:00:00Z') } as const
  expect(nearTime(wholeDay, options)).toBe('Tue 24 Nov')
  expect(exactTime(wholeDay, options)).toMatch(/^Tuesday,? 24 November 2026$/)
})

test('whether a whole day is today is asked of the reader\'s own calendar', () => {
  const now = new Date('2026-11-24T02:00:00Z')
  expect(nearTime(wholeDay, { locale: 'en', timeZone: 'Europe/Moscow', now })).toBe('today')
  expect(nearTime(wholeDay, { locale: 'en', timeZone: 'America/New_York', now })).toBe('tomorrow')
  expect(nearTime(wholeDay, { locale: 'ru', timeZone: 'Pacific/Kiritimati', now: new Date('2026-11-24T12:00:00Z') })).toBe('вчера')
})

test('an hour is shown in the reader\'s own zone', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  expect(nearTime(hour, { locale: 'en', timeZone: 'UTC', now })).toBe('today 23:30')
  expect(nearTime(hour, { locale: 'en', timeZone: 'Europe/Moscow', now })).toBe('tomorrow 02:30')
})
