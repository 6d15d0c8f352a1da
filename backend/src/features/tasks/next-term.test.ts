import { intendedDay, nextTerm, type Term } from './next-term'

const moscow = 'Europe/Moscow'
const berlin = 'Europe/Berlin'
const at = (text: string) => Date.parse(text)
const next = (dueAt: string, repeat: Term['repeat'], { after = dueAt, timeZone = moscow, day }: { after?: string; timeZone?: string; day?: number } = {}) => {
  const found = nextTerm({ dueAt: at(dueAt), repeat, after: at(after), timeZone, day })
  return found === null ? null : new Date(found).toISOString()
}

test.each([
  ['day', '2026-11-20T07:00:00.000Z', '2026-11-21T07:00:00.000Z'], ['weekday', '2026-11-20T07:00:00.000Z', '2026-11-23T07:00:00.000Z'], ['week', '2026-11-20T07:00:00.000Z', '2026-11-27T07:00:00.000Z'],
  ['two-weeks', '2026-11-20T07:00:00.000Z', '2026-12-04T07:00:00.000Z'], ['month', '2026-11-20T07:00:00.000Z', '2026-12-20T07:00:00.000Z'], ['quarter', '2026-11-30T07:00:00.000Z', '2027-02-28T07:00:00.000Z'],
  ['year', '2028-02-29T07:00:00.000Z', '2029-02-28T07:00:00.000Z'],
] as const)('every %s: after %s comes %s', (repeat, dueAt, wanted) => {
  expect(next(dueAt, repeat)).toBe(wanted)
})

test('what is done late comes next in the future, on the day that it always had', () => {
  expect(next('2026-11-02T07:00:00Z', 'week', { after: '2026-11-18T12:00:00Z' })).toBe('2026-11-23T07:00:00.000Z')
  expect(next('2026-01-15T07:00:00Z', 'month', { after: '2026-11-22T12:00:00Z' })).toBe('2026-12-15T07:00:00.000Z')
  expect(next('2026-11-02T07:00:00Z', 'weekday', { after: '2026-11-20T12:00:00Z' })).toBe('2026-11-23T07:00:00.000Z')
})

test('what is done early comes after its own term, not twice before it', () => {
  expect(next('2026-11-27T07:00:00Z', 'week', { after: '2026-11-20T12:00:00Z' })).toBe('2026-12-04T07:00:00.000Z')
})

test('the hour stays on the clock of the zone when summer time ends and begins', () => {
  expect(next('2026-10-20T07:00:00Z', 'week', { timeZone: berlin })).toBe('2026-10-27T08:00:00.000Z')
  expect(next('2027-03-25T08:00:00Z', 'week', { timeZone: berlin })).toBe('2027-04-01T07:00:00.000Z')
  expect(next('2026-10-20T07:00:00Z', 'week', { timeZone: 'Nowhere/Land' })).toBe('2026-10-27T07:00:00.000Z')
})

test('a short month cuts the day, and the month after has it again', () => {
  expect(next('2027-01-31T07:00:00Z', 'month')).toBe('2027-02-28T07:00:00.000Z')
  const terms = ['2027-02-28T07:00:00Z', '2027-01-31T07:00:00Z'].map(at)
  expect(intendedDay(terms, moscow)).toBe(31)
  expect(next('2027-02-28T07:00:00Z', 'month', { day: 31 })).toBe('2027-03-31T07:00:00.000Z')
  expect(next('2027-03-31T07:00:00Z', 'month', { day: 31 })).toBe('2027-04-30T07:00:00.000Z')
})

test('a day that nobody cut is nobody\'s wish for a later one', () => {
  expect(intendedDay(['2027-02-28T07:00:00Z'].map(at), moscow)).toBe(28)
  expect(intendedDay(['2027-03-15T07:00:00Z', '2027-02-28T07:00:00Z'].map(at), moscow)).toBe(15)
  expect(intendedDay(['2027-02-28T07:00:00Z', '2027-01-28T07:00:00Z', '2026-12-31T07:00:00Z'].map(at), moscow)).toBe(28)
  expect(intendedDay(['2030-02-28T07:00:00Z', '2029-02-28T07:00:00Z', '2028-02-29T07:00:00Z'].map(at), moscow)).toBe(29)
})

test('dates at both ends of the calendar end by themselves', () => {
  expect(next('0001-01-01T00:00:00Z', 'day', { after: '2026-11-22T12:00:00Z', timeZone: 'UTC' })).toBe('2026-11-23T00:00:00.000Z')
  expect(next('0001-01-01T00:00:00Z', 'month', { after: '2026-11-22T12:00:00Z', timeZone: 'UTC' })).toBe('2026-12-01T00:00:00.000Z')
  expect(next('9999-12-31T20:00:00Z', 'week', { timeZone: 'UTC' })).toBeNull()
})
