import { type DateOptions, nearDate } from '@counterpane/shared/text/dates'

/** "Tue 24 Nov 11:00": a meeting's date never comes without its hour, however long ago it was. */
export function meetingTime(at: string, dates: DateOptions): string {
  const near = nearDate(at, dates)
  if (/\d:\d\d/.test(near)) return near
  const hour = new Intl.DateTimeFormat(dates.locale === 'en' ? 'en-GB' : 'ru-RU', { hour: '2-digit', minute: '2-digit', ...(dates.timeZone && { timeZone: dates.timeZone }) })
  return `${near} ${hour.format(new Date(at))}`
}
