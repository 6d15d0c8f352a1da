import { DateTime, type DurationLikeObject } from 'luxon'
import type { Repeat } from './task-record'

export interface Term {
  dueAt: number; repeat: Repeat
  /** Nothing is put before this: what is done late comes next in the future, on the days that it always had. */
  after: number
  /** Whose clock the time of day is kept by when summer time begins and ends. */
  timeZone: string
  /** The day of the month that the term was meant for when a short month has cut it. */
  day?: number
}

const steps: Record<Exclude<Repeat, 'weekday'>, DurationLikeObject> = { day: { days: 1 }, week: { weeks: 1 }, 'two-weeks': { weeks: 2 }, month: { months: 1 }, quarter: { quarters: 1 }, year: { years: 1 } }
const averageDays: Record<Repeat, number> = { day: 1, weekday: 1, week: 7, 'two-weeks': 14, month: 31, quarter: 92, year: 366 }
const lastYear = 9999

/** When a repeated task comes next: whole steps from its term, the first of them that lies ahead. Null beyond the calendar's end. */
export function nextTerm({ dueAt, repeat, after, timeZone, day }: Term): number | null {
  const zoned = DateTime.fromMillis(dueAt, { zone: timeZone })
  const term = zoned.isValid ? zoned : DateTime.fromMillis(dueAt, { zone: 'UTC' })
  // Steps that are certainly past are jumped over: a task of long ago must not be counted up day by day.
  let count = Math.max(1, Math.floor((after - dueAt) / 86_400_000 / averageDays[repeat]) - 1)
  for (;; count++) {
    const next = stepped(term, { repeat, count, day })
    if (next.year > lastYear) return null
    if (next.toMillis() > after && next.toMillis() > dueAt && !(repeat === 'weekday' && next.weekday > 5)) return next.toMillis()
  }
}

function stepped(term: DateTime, { repeat, count, day }: { repeat: Repeat; count: number; day?: number }): DateTime {
  if (repeat === 'weekday') return term.plus({ days: count })
  const step = steps[repeat]
  const next = term.plus(Object.fromEntries(Object.entries(step).map(([unit, size]) => [unit, Number(size) * count])))
  return day !== undefined && isOfMonths(repeat) ? next.set({ day: Math.min(day, next.daysInMonth ?? day) }) : next
}

export const isOfMonths = (repeat: Repeat) => repeat === 'month' || repeat === 'quarter' || repeat === 'year'

/** The day of the month a chain of terms is meant for. From 31 January comes 28 February, and from that 31 March again: terms are given newest first. */
export function intendedDay(terms: readonly number[], timeZone: string): number | undefined {
  const dates = terms.map((at) => DateTime.fromMillis(at, { zone: timeZone })).map((date, i) => (date.isValid ? date : DateTime.fromMillis(terms[i] ?? 0, { zone: 'UTC' })))
  let wanted = dates[0]?.day
  for (const [i, date] of dates.entries()) {
    const earlier = dates[i + 1]
    if (!earlier || date.day !== date.daysInMonth || earlier.day < date.day) break
    wanted = Math.max(wanted ?? 0, earlier.day)
  }
  return wanted
}
