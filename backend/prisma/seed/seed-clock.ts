import type { Random } from './seed-random'

const day = 86_400_000
const minute = 60_000
/** The seeded team works by Moscow time, which has had no summer time since 2014. */
const zone = 3 * 60 * minute
const monday = 4 // 1970-01-05 was the first Monday
const hoursFrom = 9 * 60
const workMinutes = 9.5 * 60

export const startOfDay = (instant: number) => Math.floor((instant + zone) / day) * day - zone

/** Days of the calendar from the day of `now`, at a time of the clock such as '15:10'. */
export function onDay(now: number, days: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDay(now) + days * day + (hours * 60 + minutes) * minute
}

/** Instants as counted in working days (Saturdays and Sundays do not count), so that a share of a period is always in working hours. */
export function toWorkDays(instant: number): number {
  const local = instant + zone
  const date = Math.floor(local / day) - monday
  const week = Math.floor(date / 7)
  const ofWeek = date - week * 7
  const share = ((local % day) / minute - hoursFrom) / workMinutes
  return ofWeek >= 5 ? week * 5 + 5 : week * 5 + ofWeek + Math.min(Math.max(share, 0), 1)
}

export function fromWorkDays(workDays: number): number {
  const whole = Math.floor(workDays)
  const week = Math.floor(whole / 5)
  const date = monday + week * 7 + (whole - week * 5)
  return date * day - zone + Math.floor((hoursFrom + (workDays - whole) * workMinutes) * 60) * 1_000
}

/** Meetings begin at half hours, calls at minutes, letters at any second; never before `earliest`. */
export function roundedStart(instant: number, method: string, earliest: number): number {
  const step = method === 'meeting' || method === 'video-call' || method === 'exhibition' ? 30 * minute : method === 'letter' || method === 'messenger' ? 1_000 : minute
  return Math.max(Math.floor(instant / step) * step, earliest)
}

/** A working instant some days away. */
export function workDaysFrom(instant: number, workDays: number, random: Random): number {
  return fromWorkDays(Math.floor(toWorkDays(instant)) + workDays + random.next() * 0.999)
}
