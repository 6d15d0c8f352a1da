import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button } from '@fluentui/react-components'
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all'
import { Video16Regular } from '@fluentui/react-icons/svg/video'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ContactTime } from '../parts/contact-time'

const shown = 3
type Address = WaitingMeeting['outsiders'][number]

/** When, what and with whom: enough to know whether it is a client. */
export function WaitingFacts({ meeting }: { meeting: WaitingMeeting }) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale].meetings
  const { startsAt, durationMinutes, allDay, subject, location, online, organizer, outsiders, seriesId } = meeting
  const [whole, showWhole] = useState(false)
  const isOrganizer = (guest: Address) => Boolean(guest.address) && guest.address === organizer?.address
  return (
    <div className="jn-waiting-facts">
      <span className="jn-feed-meta">
        <ContactTime contact={{ startsAt, durationMinutes, calendar: allDay ? wholeDay : null }} />
        {!allDay && <span className="jn-quiet">{text.minutes(durationMinutes)}</span>}
        {online && <span className="jn-quiet jn-with-icon"><Video16Regular aria-hidden="true" />{text.online}</span>}
        {location && <span className="jn-quiet jn-breakable">{location}</span>}
        {seriesId && <span className="jn-quiet jn-with-icon"><ArrowRepeatAll16Regular aria-hidden="true" />{text.series}</span>}
      </span>
      <h2 className="jn-breakable">{subject || text.noSubject}</h2>
      <ul className="jn-guests" aria-label={text.guests}>
        {(whole ? outsiders : outsiders.slice(0, shown)).map((guest) => <li key={guest.address ?? guest.name}><Guest guest={guest} />{isOrganizer(guest) && <small className="jn-quiet"> · {text.organiser.toLowerCase()}</small>}</li>)}
        {outsiders.length > shown && <li><Button size="small" appearance="transparent" aria-expanded={whole} onClick={() => showWhole(!whole)}>{whole ? text.fewer : text.moreGuests(outsiders.length - shown)}</Button></li>}
      </ul>
      {organizer && !outsiders.some(isOrganizer) && <small className="jn-quiet jn-breakable">{text.organiser}: {organizer.name || organizer.address}</small>}
    </div>
  )
}

const wholeDay = { allDay: true, zoneUnknown: false, cancellation: null, moves: 0, seriesId: null, resemblesId: null }

function Guest({ guest: { name, address } }: { guest: Address }) {
  return name && name !== address ? <span className="jn-breakable">{name} <span className="jn-quiet">{address}</span></span> : <span className="jn-breakable">{address}</span>
}
