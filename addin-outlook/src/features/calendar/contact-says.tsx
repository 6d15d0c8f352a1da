import { Link } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { nearTime } from '@counterpane/shared/text/dates'
import { useDates, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { ResemblesQuestion } from './resembles-question'

const movesShown = 3

/** What the calendar says of a contact: by whom it fell away, its moves, its series, the way to the appointment; and whether it is an earlier meeting's new date. */
export function ContactSays({ contact, onChanged }: { contact: Contact; onChanged: (contact: Contact) => void }) {
  const texts = calendarPaneTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const { api } = usePane()
  const [details, setDetails] = useState<ContactCalendarDetails | null>(null)
  const { id, calendar, status } = contact
  useEffect(() => {
    let live = true
    // Without an answer the facts that came with the contact stand alone.
    api('contactCalendar', { id }).then((read) => { if (live) setDetails(read) }, () => undefined)
    return () => { live = false }
  }, [api, id])
  if (!calendar) return null
  const at = (startsAt: string) => nearTime({ startsAt, calendar }, dates)
  const newest = [...(details?.moves ?? [])].sort((a, b) => b.at.localeCompare(a.at)).slice(0, movesShown)
  const moves = Math.max(calendar.moves, details?.moves.length ?? 0)
  const link = details?.link && /^https:\/\//.test(details.link) ? details.link : null
  return (
    <>
      {status === 'cancelled' && calendar.cancellation && <p className={pane.plain}>{texts.cancellation[calendar.cancellation]}</p>}
      {details?.resembles && <ResemblesQuestion contact={contact} past={details.resembles} onAnswered={(changed) => { setDetails({ ...details, resembles: null }); onChanged(changed) }} />}
      {calendar.zoneUnknown && <p className={pane.plain}><span aria-hidden="true">⚠ </span>{texts.zoneUnknown}</p>}
      {moves > 0 && (
        <div>
          <p className={pane.plain}>{texts.moved(moves)}</p>
          <ul className={pane.list}>{newest.map(({ from, to, at: movedAt, by }) => <li key={`${movedAt} ${from}`} className={pane.quiet}>{at(from)} → {at(to)}, {by ? texts.movedBy(by.name) : texts.inCalendar}</li>)}</ul>
        </div>
      )}
      {calendar.seriesId && <p className={pane.quiet}>{texts.series}</p>}
      {link && <div><Link href={link} target="_blank" rel="noreferrer">{texts.open}</Link></div>}
    </>
  )
}
