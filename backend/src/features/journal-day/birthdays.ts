import { DateTime } from 'luxon'

export interface Birthday { date: string; years: number | null }

/** The dates `YYYY-MM-DD` from the day of `from` in that zone, as many as asked. */
export function datesFrom(from: Date, timeZone: string, days: number): string[] {
  const first = DateTime.fromJSDate(from, { zone: timeZone })
  return Array.from({ length: days }, (_, index) => first.plus({ days: index }).toISODate() ?? '')
}

/** Whose birthday falls on the date is asked by month and day; those born on 29 February celebrate on the 28th of other years. */
export function monthDaysOf(dates: readonly string[]): string[] {
  return dates.flatMap((date) => {
    const day = date.slice(5)
    return day === '02-28' && !DateTime.fromISO(date).isInLeapYear ? [day, '02-29'] : [day]
  })
}

/** The date of these on which the birthday falls, and how old the person becomes; a year before 1900 is taken for "not told". Null: on none of them. */
export function birthdayAmong(birthday: string, dates: readonly string[]): Birthday | null {
  const date = dates.find((one) => monthDaysOf([one]).includes(birthday.slice(-5)))
  if (date === undefined) return null
  const [born, year] = [birthday.startsWith('--') ? 0 : Number(birthday.slice(0, 4)), Number(date.slice(0, 4))]
  return { date, years: born >= 1900 && year > born ? year - born : null }
}
