import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { useSurroundings } from '../api/journal-context'
import { DateTime } from '../parts/date-time'

/** Items of a calendar that could not be read, folded away: what is wrong with each and since when. */
export function AsideItems({ calendar: { unreadable, items } }: { calendar: Pick<ManagersCalendar, 'unreadable' | 'items'> }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale]
  if (items.length === 0) return <small className="jn-warning">{text.aside.title(unreadable)}</small>
  return (
    <details className="jn-aside">
      <summary>{text.aside.title(unreadable)}</summary>
      <p className="jn-quiet">{text.aside.advice}</p>
      <ul>
        {items.map(({ eventId, problem, since, tries }) => (
          <li key={eventId}>
            <span className="jn-breakable">{Object.entries(text.aside.problem).find(([code]) => code === problem)?.[1] ?? problem}</span>
            <small className="jn-quiet">{text.since} <DateTime at={since} /> · {text.aside.tries(tries)}</small>
            <small className="jn-quiet jn-event-id jn-clip" title={eventId}>{eventId}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
