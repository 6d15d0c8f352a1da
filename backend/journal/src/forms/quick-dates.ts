import { dateTimeText, readLocal } from '../view/period'

const atTen = (now: Date, days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 10, 0)

/** The dates a next step is usually put on, as local date and time; a working day is Monday to Friday. */
export function quickDates(now: Date) {
  const untilWorking = now.getDay() === 5 ? 3 : now.getDay() === 6 ? 2 : 1
  return { workingDay: dateTimeText(atTen(now, untilWorking)), inThreeDays: dateTimeText(atTen(now, 3)), nextWeek: dateTimeText(atTen(now, 7)) }
}
/** When something that is logged usually was. */
export function quickPast(now: Date) {
  return { now: roundedNow(now), hourAgo: roundedNow(new Date(now.getTime() - 3_600_000)), thisMorning: dateTimeText(atTen(now, 0)) }
}
/** The last five minutes that are full: where a form's time begins. */
export function roundedNow(now: Date): string {
  return dateTimeText(new Date(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), Math.floor(now.getMinutes() / 5) * 5))
}
export const instantOf = (local: string) => (readLocal(local) ?? new Date(local)).toISOString()
/** Whether the API tells of such an instant: it knows the years 1 to 9999 in UTC. */
export const isTold = (at: Date) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9_999
export const isLocalTime = (local: string) => { const at = readLocal(local); return at !== null && isTold(at) }
/** A date that was typed whole and lies beyond what the API tells of: before the year 1 or after 9999 in UTC. */
export const isBeyond = (local: string) => { const at = readLocal(local); return at ? !isTold(at) : /^\d{5,}-/.test(local) }
