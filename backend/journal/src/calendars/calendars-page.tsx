import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Link } from '@fluentui/react-components'
import { useMe, useSurroundings } from '../api/journal-context'
import { calendarsParts, calendarsPlace, placeHref, type Place } from '../view/hash-route'
import '../styles/journal-calendars.css'
import { CalendarStandings } from './calendar-standings'
import { PolicyPart } from './policy-part'
import { WaitingMeetings } from './waiting-meetings'

/** Calendars of the managers: how their reading goes, what of them waits for a word, and by which rules they become contacts. */
export function CalendarsPage({ place }: { place: Extract<Place, { page: 'calendars' }> }) {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = calendarJournalTexts[locale]
  return (
    <div className="jn-left jn-client jn-calendars">
      <div>
        <h1>{text.title}</h1>
        <p className="jn-quiet">{text.about}</p>
      </div>
      <nav className="jn-calendar-tabs" aria-label={text.parts}>
        {calendarsParts.map((part) => <Link key={part} className="jn-calendar-tab" appearance="subtle" href={placeHref(calendarsPlace(part))} aria-current={part === place.part ? 'page' : undefined}>{text[part]}</Link>)}
      </nav>
      {place.part === 'standing' && <CalendarStandings />}
      {place.part === 'waiting' && <WaitingMeetings key={me.id} />}
      {place.part === 'rules' && <PolicyPart />}
    </div>
  )
}
