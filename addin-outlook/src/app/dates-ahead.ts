/** Days that people plan for, at ten o'clock of the manager's own time. */
const atTen = (from: Date, days: number) => new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 10, 0, 0, 0)

export function nextWorkingDay(now: Date): Date {
  const weekday = now.getDay()
  return atTen(now, weekday === 5 ? 3 : weekday === 6 ? 2 : 1)
}
export const inThreeDays = (now: Date) => atTen(now, 3)
export const tomorrow = (now: Date) => atTen(now, 1)
/** Monday of the week after this one; from Friday on its Thursday, since Monday is the next working day then and Wednesday may be in three days. */
export function nextWeek(now: Date): Date {
  const toMonday = (8 - now.getDay()) % 7 || 7
  return atTen(now, toMonday <= 3 ? toMonday + 3 : toMonday)
}
/** The end of today's work, or an hour from now when that has passed: what "today" means as a term. */
export function laterToday(now: Date): Date {
  const evening = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 18, 0, 0, 0)
  return evening > now ? evening : new Date(now.getTime() + 3_600_000)
}

const two = (n: number) => String(n).padStart(2, '0')
export const dayInput = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
export const momentInput = (at: Date) => `${dayInput(at)}T${two(at.getHours())}:${two(at.getMinutes())}`
/** What a date or date-and-time field holds, as an instant; a bare date means its ten o'clock. Null when it holds nothing readable. */
export function fromInput(text: string): Date | null {
  const at = new Date(text.length === 10 ? `${text}T10:00` : text)
  return text === '' || Number.isNaN(at.getTime()) ? null : at
}
