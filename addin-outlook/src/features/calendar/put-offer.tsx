import { Link, mergeClasses } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { nearTime } from '@counterpane/shared/text/dates'
import { useDates, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { AppointmentLine } from './appointment-line'
import { usePutAllowed } from './put-allowed'

export interface PutOfferProps { contact: Contact; onEnd: () => void }

/** After a next step was planned: one quiet button for one's own calendar. Where that is not possible nothing is asked. */
export function PutOffer({ contact, onEnd }: PutOfferProps) {
  const { locale } = usePaneState()
  const texts = calendarPaneTexts[locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const [shown, setShown] = useState(contact)
  const allowed = usePutAllowed(contact)
  useEffect(() => { if (allowed === false) onEnd() }, [allowed, onEnd])
  if (!allowed) return null
  const planned = registerTexts[locale].planned(nearTime(contact, dates))
  return (
    <div className={mergeClasses(pane.panel, pane.tight)} role="group" aria-label={planned}>
      <div className={pane.row}>
        <span className={pane.grow}>{planned}</span>
        <Link as="button" className={pane.push} onClick={onEnd}>{shown.appointment ? texts.close : texts.notNow}</Link>
      </div>
      <AppointmentLine contact={shown} onChanged={setShown} />
    </div>
  )
}
