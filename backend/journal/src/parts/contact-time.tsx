import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle'
import { useSurroundings } from '../api/journal-context'
import { calendarDay, exactDays, wholeDays } from './calendar-day'
import { DateTime } from './date-time'

/** When a contact is: a date and a time, or for whole days the date alone. A time whose zone nobody knows carries a mark. */
export function ContactTime({ contact: { startsAt, durationMinutes, calendar } }: { contact: Pick<Contact, 'startsAt' | 'durationMinutes' | 'calendar'> }) {
  const { locale } = useSurroundings()
  const text = calendarRowTexts[locale]
  if (calendar?.allDay) {
    const days = wholeDays(durationMinutes)
    return (
      <time dateTime={startsAt.slice(0, 10)} title={exactDays(startsAt, durationMinutes, locale)}>
        {calendarDay(startsAt, locale, new Date())}<span className="jn-clock"> {days > 1 ? text.days(days) : text.allDay}</span>
      </time>
    )
  }
  return (
    <span className="jn-when">
      <DateTime at={startsAt} />
      {calendar?.zoneUnknown && <span className="jn-zone" title={text.zoneUnknown}><QuestionCircle16Regular aria-hidden="true" /><span className="jn-hidden">, {text.zoneUnknown}</span></span>}
    </span>
  )
}
