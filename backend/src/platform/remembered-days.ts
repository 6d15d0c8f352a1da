import { DateTime } from 'luxon'

/** Where a birthday or another day to remember falls, and for how many years it has. */
export interface Falling { date: string; years: number | null }

/** The dates `YYYY-MM-DD` from the day of `from` in that zone, as many as asked. */
export function datesFrom(from: Date, timeZone: string, days: number): string[] {
  const first = DateTime.fromJSDate(from, { zone: timeZone })
  return Array.from({ length: days }, (_, index) => first.plus({ days: index }).toISODate() ?? '')
}

/** What falls on the dates is asked by month and day, in their order; what is of 29 February falls on the 28th of other years. */
export function monthDaysOf(dates: readonly string[]): string[] {
  return dates.flatMap((date) => {
    const day = date.slice(5)
    return day === '02-28' && !DateTime.fromISO(date).isInLeapYear ? [day, '02-29'] : [day]
  })
}

/** The date of these on which a day `YYYY-MM-DD` or `--MM-DD` falls, and how many years it is since; a year before 1900 is taken for "not told". Null: on none of them. */
export function fallingOn(day: string, dates: readonly string[]): Falling | null {
  const date = dates.find((one) => monthDaysOf([one]).includes(day.slice(-5)))
  if (date === undefined) return null
  const [since, year] = [day.startsWith('--') ? 0 : Number(day.slice(0, 4)), Number(date.slice(0, 4))]
  return { date, years: since >= 1900 && year > since ? year - since : null }
}
