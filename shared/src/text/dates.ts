import type { Locale } from '../domain/codes'

export interface DateOptions { locale: Locale; timeZone?: string; now: Date }

/** Making an Intl format costs a hundred times more than using it, so each is made once. */
const shapes = {
  day: { year: 'numeric', month: 'numeric', day: 'numeric' }, time: { hour: '2-digit', minute: '2-digit' }, weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short' }, shortYear: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long' }, longYear: { day: 'numeric', month: 'long', year: 'numeric' }, exact: { dateStyle: 'full', timeStyle: 'short' }, exactDay: { dateStyle: 'full' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
const formats = new Map<string, Intl.DateTimeFormat>()
const relative = { en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }), ru: new Intl.RelativeTimeFormat('ru', { numeric: 'auto' }) }
const plurals = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') }

function format(locale: Locale, timeZone: string | undefined, shape: keyof typeof shapes) {
  const key = `${locale} ${shape} ${timeZone}`
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { ...shapes[shape], ...(timeZone && { timeZone }) })))
  return made
}

/** Whole days from now's date to the instant's date, as the calendar of the zone counts them: −1 yesterday, 0 today, 1 tomorrow. */
export function daysFromToday(at: Date, { timeZone, now }: DateOptions): number {
  return Math.round((dateOf(at, timeZone) - dateOf(now, timeZone)) / 86_400_000)
}

/** Midnight in UTC of the date that the zone's calendar shows at this instant. */
function dateOf(instant: Date, timeZone: string | undefined): number {
  const parts = format('en', timeZone, 'day').formatToParts(instant)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'))
}

/** When a contact is. A whole day is the same date for every reader: it is kept as midnight UTC and never turned into somebody's hours. */
export interface Timed { startsAt: string; calendar?: { allDay: boolean } | null }
const asDates = ({ locale, timeZone, now }: DateOptions): DateOptions => ({ locale, timeZone: 'UTC', now: new Date(dateOf(now, timeZone)) })

/** As nearDate, of a contact. */
export function nearTime({ startsAt, calendar }: Timed, options: DateOptions, withTime = true): string {
  return calendar?.allDay ? nearDate(startsAt, asDates(options), false) : nearDate(startsAt, options, withTime)
}

/** As exactDate, of a contact: without an hour where it has none. */
export function exactTime({ startsAt, calendar }: Timed, { locale, timeZone }: DateOptions): string {
  return calendar?.allDay ? format(locale, 'UTC', 'exactDay').format(new Date(startsAt)) : format(locale, timeZone, 'exact').format(new Date(startsAt))
}

/** "today 10:42", "tomorrow 11:00", "Tue 24 Nov 11:00", "18 Nov 2025": near dates in words, far ones by the calendar. */
export function nearDate(instant: string, options: DateOptions, withTime = true): string {
  const at = new Date(instant)
  const { locale, timeZone, now } = options
  const days = daysFromToday(at, options)
  const time = withTime ? ` ${format(locale, timeZone, 'time').format(at)}` : ''
  if (Math.abs(days) <= 1) return relative[locale].format(days, 'day') + time
  if (days > 1 && days < 7) return format(locale, timeZone, 'weekday').format(at) + time
  if (Math.abs(days) < 180) return format(locale, timeZone, 'short').format(at) + (days > 0 ? time : '')
  return format(locale, timeZone, now.getUTCFullYear() === at.getUTCFullYear() ? 'short' : 'shortYear').format(at)
}

/** "3 March", with the year when it is another one: a date that stands inside a sentence. */
export function calendarDate(instant: string, { locale, timeZone, now }: DateOptions): string {
  const at = new Date(instant)
  return format(locale, timeZone, now.getUTCFullYear() === at.getUTCFullYear() ? 'long' : 'longYear').format(at)
}

/** The exact date and time, for tooltips and screen readers. */
export function exactDate(instant: string, { locale, timeZone }: DateOptions): string {
  return format(locale, timeZone, 'exact').format(new Date(instant))
}

/** "2 days late", "today", "in 3 days" for the term of a task. */
export function termText(instant: string, options: DateOptions): string {
  const days = daysFromToday(new Date(instant), options)
  const { locale } = options
  if (days >= 0) return relative[locale].format(days, 'day')
  return lateText(-days, locale)
}

function lateText(days: number, locale: Locale): string {
  const form = plurals[locale].select(days)
  if (locale === 'en') return `${days} ${form === 'one' ? 'day' : 'days'} late`
  return `просрочено на ${days} ${form === 'one' ? 'день' : form === 'few' ? 'дня' : 'дней'}`
}
