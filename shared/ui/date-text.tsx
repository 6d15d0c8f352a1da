import { type DateOptions, exactDate, exactTime, nearDate, nearTime, type Timed } from '@counterpane/shared/text/dates'

/** A date as a person says it, with the exact one in the tooltip. */
export function DateText({ at, dates, withTime = true }: { at: string; dates: DateOptions; withTime?: boolean }) {
  return <time dateTime={at} title={exactDate(at, dates)}>{nearDate(at, dates, withTime)}</time>
}

/** When a contact is: of whole days the date alone. */
export function TimeText({ contact, dates, withTime = true }: { contact: Timed; dates: DateOptions; withTime?: boolean }) {
  return <time dateTime={contact.calendar?.allDay ? contact.startsAt.slice(0, 10) : contact.startsAt} title={exactTime(contact, dates)}>{nearTime(contact, dates, withTime)}</time>
}
