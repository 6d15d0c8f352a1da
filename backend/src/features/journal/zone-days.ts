import { AppError } from '@counterpane/shared/errors/app-error'
import { IANAZone } from 'luxon'

interface Shift { from: number; offset: number }
const weekMs = 7 * 86_400_000
/** Clocks of years before and after these are not known; they are taken as those at the edge. */
const known = { from: Date.UTC(1900, 0, 1), to: Date.UTC(2100, 0, 1) }

/** A zone by its name; one that nobody knows is the asker's mistake. */
export function zoneOf(name: string): IANAZone {
  const zone = IANAZone.create(name)
  if (!zone.isValid) throw new AppError('invalid-request', { errors: [{ path: 'timeZone', message: 'not a time zone' }] })
  return zone
}

/** When the zone's clocks were set between two instants, and how far they were from UTC then, in milliseconds. */
export function shiftsOf(zone: IANAZone, from: number, to: number): Shift[] {
  const [start, end] = [Math.max(from, known.from), Math.min(to, known.to)]
  const offsetAt = (at: number) => Math.round(zone.offset(at) * 60_000)
  const shifts: Shift[] = [{ from: -Infinity, offset: offsetAt(Math.min(start, known.to)) }]
  for (let at = start; at < end; at += weekMs) {
    let [before, after] = [at, Math.min(at + weekMs, end)]
    const was = offsetAt(before)
    const offset = offsetAt(after)
    if (was === offset) continue
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (offsetAt(middle) === was) before = middle
      else after = middle
    }
    shifts.push({ from: after, offset })
  }
  return shifts
}

/** `column` as local milliseconds; the shifts are searched by halves, so that a century of them costs little. */
export function localTime(column: string, shifts: readonly Shift[]): string {
  const offset = (part: readonly Shift[]): string => {
    if (part.length === 1) return String(part[0]?.offset ?? 0)
    const middle = part.length >> 1
    return `CASE WHEN ${column} < ${part[middle]?.from ?? 0} THEN ${offset(part.slice(0, middle))} ELSE ${offset(part.slice(middle))} END`
  }
  return `(${column} + (${offset(shifts)}))`
}

const dayMs = 86_400_000
// Integers are divided towards zero: from year 0 on all are made positive first.
const since = 800_000 // days, a multiple of neither seven nor a week's start: see the week below
/** Hours that a zone has before the year 1 or after 9999 belong to the first and the last day that the contract can name. */
const [firstDay, lastDay] = [Date.parse('0001-01-01T00:00:00Z') / dayMs, Date.parse('9999-12-31T00:00:00Z') / dayMs]
const dayOf = (local: string) => `MIN(MAX((${local} + ${since * dayMs}) / ${dayMs} - ${since}, ${firstDay}), ${lastDay})`

/** The first day of the local day, week (from Monday) or month, as days since 1970. */
export function bucketOf(unit: 'day' | 'week' | 'month', local: string): string {
  const day = dayOf(local)
  if (unit === 'day') return day
  // 1970 began on a Thursday, three days after a Monday.
  if (unit === 'week') return `(${day} - (((${day} + 3) % 7) + 7) % 7)`
  return `CAST(julianday(strftime('%Y-%m-01', ${day} * 86400, 'unixepoch')) - 2440587.5 AS INTEGER)`
}

/** `2026-11-01` of days since 1970. */
export const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
