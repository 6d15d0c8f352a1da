import type { Contact } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import { nearDate } from '@counterpane/shared/text/dates'

const dayMinutes = 1_440
const formats = new Map<Locale, Intl.DateTimeFormat>()

/** An all-day date is the same date for every reader: it is stored as midnight UTC and must not be turned into the reader's hours. */
export function calendarDay(at: string, locale: Locale, now: Date): string {
  // "Today" is the reader's own; the day is compared with it as if both stood in UTC.
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), 12))
  return nearDate(at, { locale, timeZone: 'UTC', now: today }, false)
}

/** "Monday, 24 November 2026", or "24–26 November 2026" when it lasts for several days. */
export function exactDays(at: string, durationMinutes: number | null, locale: Locale): string {
  let format = formats.get(locale)
  if (!format) formats.set(locale, (format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { dateStyle: 'long', timeZone: 'UTC' })))
  const days = wholeDays(durationMinutes)
  const first = new Date(at)
  return days > 1 ? format.formatRange(first, new Date(first.getTime() + (days - 1) * dayMinutes * 60_000)) : format.format(first)
}
export const wholeDays = (durationMinutes: number | null) => Math.max(1, Math.round((durationMinutes ?? dayMinutes) / dayMinutes))

/** An appointment of which no more is known than that the time is taken. */
export const isBusy = ({ source, private: isPrivate, subject }: Pick<Contact, 'source' | 'private' | 'subject'>) => source === 'calendar' && isPrivate && subject === ''
