import type { Locale } from '@counterpane/shared/domain/codes'
import type { JournalWords } from '@counterpane/shared/text/journal-words'

export const periods = ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'all', 'range'] as const
export type Period = (typeof periods)[number]

/** A span of time; an end that is null is open. `to` is exclusive. */
export interface Span { from: Date | null; to: Date | null }
export interface PeriodChoice { period: Period; at: string; from: string; to: string }

const pad = (number: number, length = 2) => String(number).padStart(length, '0')
/** A local date as `2026-11-22`. */
export const dateText = (date: Date) => `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
/** A local date and time as inputs of type datetime-local take it. */
export const dateTimeText = (date: Date) => `${dateText(date)}T${pad(date.getHours())}:${pad(date.getMinutes())}`
/** `2026-11-22` or `2026-11-22T10:00` in local time; null when it is neither. */
export function readLocal(text: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number]
  const date = localDate(year, month - 1, day, hour, minute)
  // 31 February and 25 o'clock would silently be another time.
  const isItself = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60
  return isItself && year > 0 ? date : null
}
/** `new Date` takes the year 26 for 1926. */
function localDate(year: number, month: number, day = 1, hour = 0, minute = 0): Date {
  const date = new Date(2000, 0, 1, hour, minute)
  date.setFullYear(year, month, day)
  return date
}
/** The first and the last moment that the API can name. */
export const earliest = Date.parse('0001-01-01T00:00:00.000Z')
export const latest = Date.parse('9999-12-31T23:59:59.999Z')

const day = (date: Date, shift = 0) => localDate(date.getFullYear(), date.getMonth(), date.getDate() + shift)
/** The end that a last date means: that moment when it has a time, else the end of that day. */
export function endOf(text: string): Date | null {
  const end = readLocal(text)
  return end && !text.includes('T') ? day(end, 1) : end
}
/** A range whose end comes before its beginning fits nothing, and is said so. */
export const isBackwards = (from: string, to: string) => {
  const [first, last] = [readLocal(from), endOf(to)]
  return first !== null && last !== null && last <= first
}
const monthsOf: Partial<Record<Period, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The span that a period takes around a date; weeks begin on Monday. A range whose end is a date without time includes that day. */
export function spanOf({ period, at, from, to }: PeriodChoice, now: Date): Span {
  if (period === 'all') return { from: null, to: null }
  if (period === 'range') return { from: readLocal(from), to: endOf(to) }
  const date = readLocal(at) ?? now
  if (period === 'day') return { from: day(date), to: day(date, 1) }
  if (period === 'week') {
    const monday = day(date, -((date.getDay() + 6) % 7))
    return { from: monday, to: day(monday, 7) }
  }
  const months = monthsOf[period] ?? 1
  const first = Math.floor(date.getMonth() / months) * months
  return { from: localDate(date.getFullYear(), first), to: localDate(date.getFullYear(), first + months) }
}

const isNameable = (date: Date) => date.getFullYear() >= 1 && date.getFullYear() <= 9_999

/** The neighbouring period: a range moves by its own length, others by the calendar. */
export function stepPeriod(choice: PeriodChoice, steps: 1 | -1, now: Date): PeriodChoice {
  const { from, to } = spanOf(choice, now)
  if (!from || !to) return choice
  if (choice.period === 'range') {
    const move = (text: string) => {
      const date = readLocal(text)
      if (!date) return text
      const days = Math.max(1, Math.round((to.getTime() - from.getTime()) / 86_400_000)) * steps
      const moved = localDate(date.getFullYear(), date.getMonth(), date.getDate() + days, date.getHours(), date.getMinutes())
      if (!isNameable(moved)) return text
      return text.includes('T') ? dateTimeText(moved) : dateText(moved)
    }
    return { ...choice, from: move(choice.from), to: move(choice.to) }
  }
  const at = steps === 1 ? to : day(from, -1)
  const target = spanOf({ ...choice, at: dateText(at) }, now)
  // Beyond the first and the last year there is nothing to go to.
  if (!isNameable(at) || !isNameable(target.from ?? at)) return choice
  const isNow = target.from && target.to && target.from <= now && now < target.to
  return { ...choice, at: isNow ? '' : dateText(target.from ?? at) }
}

/** The period in words: "Sunday 22 November 2026", "16–22 Nov 2026", "Q4 2026". */
export function periodTitle(choice: PeriodChoice, locale: Locale, text: JournalWords['period'], now: Date): string {
  const { from, to } = spanOf(choice, now)
  const tag = locale === 'en' ? 'en-GB' : 'ru-RU'
  const short = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' })
  switch (choice.period) {
    case 'all': return text.everything
    case 'range': {
      if (!from && !to) return text.choose
      const withTime = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
      const word = (date: Date | null, source: string) => (date ? (source.includes('T') ? withTime : short).format(date) : text.openEnd)
      return `${word(from, choice.from)} – ${word(readLocal(choice.to), choice.to)}`
    }
    case 'day': return new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(from ?? now)
    case 'week': return short.formatRange(from ?? now, day(to ?? now, -1))
    case 'month': {
      const title = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric' }).format(from ?? now)
      return title.charAt(0).toUpperCase() + title.slice(1)
    }
    case 'quarter': return text.quarterTitle(Math.floor((from ?? now).getMonth() / 3) + 1, (from ?? now).getFullYear())
    case 'half-year': return text.halfYearTitle((from ?? now).getMonth() < 6 ? 1 : 2, (from ?? now).getFullYear())
    case 'year': return String((from ?? now).getFullYear())
  }
}
