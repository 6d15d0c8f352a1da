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
export const isLocalTime = (local: string) => readLocal(local) !== null
