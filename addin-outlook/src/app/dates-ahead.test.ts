import { fromInput, laterToday, momentInput, nextWeek, nextWorkingDay } from './dates-ahead'

const at = (text: string) => new Date(text)

it.each([
  ['a Wednesday', '2026-11-18T15:00', '2026-11-19T10:00', '2026-11-23T10:00'],
  ['a Friday', '2026-11-20T15:00', '2026-11-23T10:00', '2026-11-26T10:00'],
  ['a Saturday', '2026-11-21T09:00', '2026-11-23T10:00', '2026-11-26T10:00'],
  ['a Sunday', '2026-11-22T23:59', '2026-11-23T10:00', '2026-11-26T10:00'],
  ['a Monday', '2026-11-23T00:01', '2026-11-24T10:00', '2026-11-30T10:00'],
])('from %s the next working day and next week are two different days of work', (_, now, workingDay, week) => {
  expect(momentInput(nextWorkingDay(at(now)))).toBe(workingDay)
  expect(momentInput(nextWeek(at(now)))).toBe(week)
})

it('what is due today is never due in the past', () => {
  for (const now of ['2026-11-20T09:00', '2026-11-20T17:59', '2026-11-20T23:30']) expect(laterToday(at(now)).getTime()).toBeGreaterThan(at(now).getTime())
})

it('a date field means its ten o’clock, an empty one nothing', () => {
  expect(momentInput(fromInput('2026-11-24') ?? new Date(0))).toBe('2026-11-24T10:00')
  expect(fromInput('')).toBeNull()
  expect(fromInput('2026-13-45')).toBeNull()
})
