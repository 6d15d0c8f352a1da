import { DateTime, IANAZone } from 'luxon'

/** A morning of a manager: bounds of the local day as instants in ms. `since`: the working morning before. */
export interface DigestDay { day: string; from: number; to: number; midnightUtc: number; since: number; isDue: boolean; dates: string[] }

/** After so many hours a letter for the morning is of no use to anybody. */
const lateAfterHours = 6

/** What day it is for whoever lives in the zone, and whether the letter of the hour is to be sent now. Clocks that jump over the hour make it the next one. */
export function digestDayOf(now: Date, { at, timeZone }: { at: number; timeZone: string }): DigestDay {
  const local = DateTime.fromJSDate(now, { zone: IANAZone.isValidZone(timeZone) ? timeZone : 'UTC' })
  const start = local.startOf('day')
  const due = start.set({ hour: at })
  const isWorkday = local.weekday <= 5
  const free = { 5: 3, 6: 2 }[local.weekday] ?? 1
  return {
    day: start.toISODate()!, from: start.toMillis(), to: start.plus({ days: 1 }).toMillis(), midnightUtc: Date.UTC(local.year, local.month - 1, local.day),
    since: due.minus({ days: { 1: 3, 7: 2 }[local.weekday] ?? 1 }).toMillis(),
    isDue: isWorkday && now.getTime() >= due.toMillis() && now.getTime() < due.plus({ hours: lateAfterHours }).toMillis(),
    // Birthdays and other days to remember are told for these; on a Friday for the weekend too: no letter comes then.
    dates: Array.from({ length: free }, (_, days) => start.plus({ days }).toISODate()!),
  }
}
