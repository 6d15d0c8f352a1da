import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Link } from '@fluentui/react-components'
import { Open16Regular } from '@fluentui/react-icons/svg/open'
import { useContactCalendar } from '../api/contact-calendar'
import { useSurroundings } from '../api/journal-context'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { MovesList } from './moves-list'
import { ResembledMeeting } from './resembled-meeting'

/** What the calendar says of this contact: its series, its moves, the way to the appointment itself. */
export function CalendarPart({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale].contact
  const { data, error, isPending, refetch } = useContactCalendar(contact)
  const { calendar } = contact
  if (!calendar) return null
  const link = data?.link && /^https?:/.test(data.link) ? data.link : null
  const nothing = data && !link && data.moves.length === 0 && !data.resembles && !calendar.seriesId && !calendar.zoneUnknown
  if (nothing) return null
  return (
    <section className="jn-calendar-part" aria-label={text.title}>
      <h3>{text.title}</h3>
      {data?.resembles && <ResembledMeeting contact={contact} past={data.resembles} onOpen={onOpen} />}
      {calendar.zoneUnknown && <p className="jn-warning">{text.zoneUnknown}</p>}
      {calendar.seriesId && <p className="jn-quiet">{text.series}</p>}
      {isPending && <DelayedSkeleton lines={1} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && data.moves.length > 0 && <MovesList moves={data.moves} allDay={calendar.allDay} />}
      {link && <Link className="jn-with-icon" href={link} target="_blank" rel="noopener noreferrer"><Open16Regular aria-hidden="true" />{text.open}</Link>}
    </section>
  )
}
