import { daysFromToday } from '@counterpane/shared/text/dates'
import type { ZonedNow } from './quick-times'

const minuteMs = 60_000
/** No day starts or ends further from any of its instants, whatever the clocks do in between. */
const furthest = 50 * 60

/** From the first instant of today by the zone's clocks to the first of tomorrow: where midnight is skipped the day begins later, and it may have 23 or 25 hours. */
export function dayBounds({ now, timeZone }: ZonedNow): { from: string; to: string } {
  const base = Math.floor(now.getTime() / minuteMs)
  /** The first minute whose date is at least so many days from today's. */
  const first = (days: number) => {
    let [before, found] = [base - furthest, base + furthest]
    while (found - before > 1) {
      const middle = Math.floor((before + found) / 2)
      if (daysFromToday(new Date(middle * minuteMs), { locale: 'en', timeZone, now }) >= days) found = middle
      else before = middle
    }
    return new Date(found * minuteMs).toISOString()
  }
  return { from: first(0), to: first(1) }
}
