import { journalTexts } from '@counterpane/shared/text/journal-texts'
import { dateText, periodTitle, spanOf, stepPeriod, type Period, type PeriodChoice } from './period'

const sunday = new Date(2026, 10, 22, 9, 30)
const choice = (period: Period, rest: Partial<PeriodChoice> = {}): PeriodChoice => ({ period, at: '', from: '', to: '', ...rest })
const days = (of: PeriodChoice) => {
  const { from, to } = spanOf(of, sunday)
  return [from && dateText(from), to && dateText(to)]
}

it.each([
  ['day', '2026-11-22', '2026-11-23'], ['week', '2026-11-16', '2026-11-23'], ['month', '2026-11-01', '2026-12-01'], ['quarter', '2026-10-01', '2027-01-01'],
  ['half-year', '2026-07-01', '2027-01-01'], ['year', '2026-01-01', '2027-01-01'],
] as const)('a %s of a Sunday in November runs from %s up to %s', (period, from, to) => {
  expect(days(choice(period))).toEqual([from, to])
})

it('has no ends for all time, and open ends for a range of which one end is missing', () => {
  expect(days(choice('all'))).toEqual([null, null])
  expect(days(choice('range', { from: '2026-11-01' }))).toEqual(['2026-11-01', null])
})

it('counts the last day of a range whole unless it has a time', () => {
  expect(spanOf(choice('range', { from: '2026-11-01', to: '2026-11-20' }), sunday).to).toEqual(new Date(2026, 10, 21))
  expect(spanOf(choice('range', { from: '2026-11-01T09:00', to: '2026-11-20T18:00' }), sunday)).toEqual({ from: new Date(2026, 10, 1, 9), to: new Date(2026, 10, 20, 18) })
})

it('goes back and comes again to "now", which has no date of its own', () => {
  for (const period of ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const) {
    const back = stepPeriod(choice(period), -1, sunday)
    expect(back.at).not.toBe('')
    expect(stepPeriod(back, 1, sunday)).toEqual(choice(period))
  }
  expect(stepPeriod(choice('month', { at: '2026-01-31' }), 1, sunday).at).toBe('2026-02-01')
})

it('moves a range by its own length', () => {
  expect(stepPeriod(choice('range', { from: '2026-11-01', to: '2026-11-10' }), -1, sunday)).toMatchObject({ from: '2026-10-22', to: '2026-10-31' })
})

it('names periods in both languages', () => {
  const title = (period: Period, locale: 'en' | 'ru', at = '') => periodTitle(choice(period, { at }), locale, journalTexts[locale].period, sunday).replace(/[\u2009\u00a0\u202f]/g, ' ')
  expect([title('day', 'en'), title('month', 'en'), title('quarter', 'en'), title('half-year', 'en'), title('year', 'en')]).toEqual(['Sun, 22 Nov 2026', 'November 2026', 'Q4 2026', '2nd half of 2026', '2026'])
  expect([title('month', 'ru'), title('quarter', 'ru'), title('half-year', 'ru', '2026-03-01'), title('all', 'ru')]).toEqual(['Ноябрь 2026 г.', '4-й квартал 2026', '1-е полугодие 2026', 'Всё время'])
  expect(title('week', 'en')).toMatch(/^16 ?– ?22 Nov 2026$/)
})

it('stays where it is at the ends of the calendar', () => {
  expect(stepPeriod(choice('day', { at: '9999-12-31' }), 1, sunday).at).toBe('9999-12-31')
  expect(stepPeriod(choice('month', { at: '0001-01-15' }), -1, sunday).at).toBe('0001-01-15')
  expect(stepPeriod(choice('day', { at: '0001-01-02' }), -1, sunday).at).toBe('0001-01-01')
})
