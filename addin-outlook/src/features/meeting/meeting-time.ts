import { type DateOptions, nearDate, nearTime, type Timed } from '@counterpane/shared/text/dates'

/** "Tue 24 Nov 11:00": a meeting's date never comes without its hour, however long ago it was. */
export function meetingTime(at: string, dates: DateOptions): string {
  const near = nearDate(at, dates)
  if (/\d:\d\d/.test(near)) return near
  const hour = new Intl.DateTimeFormat(dates.locale === 'en' ? 'en-GB' : 'ru-RU', { hour: '2-digit', minute: '2-digit', ...(dates.timeZone && { timeZone: dates.timeZone }) })
  return `${near} ${hour.format(new Date(at))}`
}

/** As meetingTime, of a contact; a whole day has no hour. */
export const contactTime = (contact: Timed, dates: DateOptions): string => (contact.calendar?.allDay ? nearTime(contact, dates) : meetingTime(contact.startsAt, dates))
