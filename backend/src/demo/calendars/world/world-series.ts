import type { Recurrence, Slot, Span } from './calendar-world.types'
import { dateOf, day, endsAt, instantOf, midnight, startsAt, wallOf } from './world-wall-time'

const most = 1_000

/** The slots of a series: at the wall time of its zone, so that they keep it when clocks change. */
export function slotsOf(span: Span, zone: string, recurrence: Recurrence): Slot[] {
  const { every, interval = 1, count = most } = recurrence
  if (recurrence.count === undefined && recurrence.until === undefined) throw new Error('A series of this world ends: by count or until.')
  const first = span.allDay ? midnight(span.from) : wallOf(span.from, zone)
  const weekdays = recurrence.weekdays ?? [new Date(first).getUTCDay()]
  const last = recurrence.until === undefined ? Number.POSITIVE_INFINITY : midnight(recurrence.until) + day - 1
  const firstWeek = weekOf(first)
  const slots: Slot[] = []
  for (let wall = first, step = 0; wall <= last && slots.length < Math.min(count, most); step += 1, wall = first + step * day) {
    const fits = every === 'day' ? step % interval === 0 : (weekOf(wall) - firstWeek) % interval === 0 && weekdays.includes(new Date(wall).getUTCDay())
    if (fits) slots.push(span.allDay ? dateOf(wall) : instantOf(wall, zone))
    if (step > most * 7 * interval) break
  }
  return slots
}

/** Weeks begin on Mondays; 1970-01-05 was one. */
const weekOf = (wall: number): number => Math.floor((wall - 4 * day) / (7 * day))

/** When an occurrence is, unless it was moved. */
export function spanOfSlot(series: Span, slot: Slot): Span {
  const length = endsAt(series) - startsAt(series)
  return typeof slot === 'string' ? { allDay: true, from: slot, to: dateOf(midnight(slot) + length) } : { allDay: false, from: slot, to: slot + length }
}

/** The date by which vendors name a slot. */
export const dateOfSlot = (slot: Slot, zone: string): string => (typeof slot === 'string' ? slot : dateOf(wallOf(slot, zone)))
