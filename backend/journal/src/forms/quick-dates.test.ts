import { dateTimeText } from '../view/period'
import { isBeyond, isLocalTime, isTold } from './quick-dates'

const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:00Z')]

it('knows what the API tells of: the years 1 to 9999 in UTC, whatever the reader’s zone', () => {
  expect([first, last].map((at) => isTold(new Date(at)))).toEqual([true, true])
  expect([first - 1, last + 60_000].map((at) => isTold(new Date(at)))).toEqual([false, false])
  for (const at of [first, first - 60_000, last, last + 60_000]) {
    const local = dateTimeText(new Date(at))
    // A zone may have no name of four digits for the one or the other.
    if (/^\d{4}-/.test(local) && !local.startsWith('0000')) expect([isLocalTime(local), isBeyond(local)]).toEqual([isTold(new Date(at)), !isTold(new Date(at))])
  }
})
it('tells a date that is none from one that lies beyond', () => {
  expect(['', '2026-02-31T10:00', '2026-11-22T10:00', '10000-01-01T10:00', '275760-01-01T10:00'].map(isBeyond)).toEqual([false, false, false, true, true])
  expect(['', '2026-02-31T10:00', '10000-01-01T10:00'].map(isLocalTime)).toEqual([false, false, false])
})
