import { Button } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { FailureNote } from '../../app/failure-note'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { usePutAllowed } from './put-allowed'
import { useAppointment } from './use-appointment'

/** A plan made here and one's own calendar: put there on demand, how far that has come in words, and out again. */
export function AppointmentLine({ contact, onChanged }: { contact: Contact; onChanged: (contact: Contact) => void }) {
  const texts = calendarPaneTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { session } = usePane()
  const allowed = usePutAllowed(contact)
  const { busy, failure, put, takeOut } = useAppointment(contact, onChanged)
  const { appointment, managers, status } = contact
  if (!appointment) {
    if (!allowed) return null
    return (
      <div className={pane.tight}>
        <div><Button size="small" disabledFocusable={busy} onClick={put}>{texts.put}</Button></div>
        <p className={pane.quiet}>{texts.putHint}</p>
        <FailureNote failure={failure} />
      </div>
    )
  }
  const mine = appointment.managerId === session.manager()?.id
  const owner = managers.find(({ id }) => id === appointment.managerId)
  return (
    <div className={pane.tight}>
      <p className={pane.plain} role="status">{[!mine && owner && texts.ofOther(owner.name), texts.appointment[appointment.state], appointment.problem && texts.failure[appointment.problem]].filter(Boolean).join('. ')}</p>
      {mine && appointment.state !== 'removing' && (
        <div className={pane.row}>
          {appointment.state === 'failed' && status === 'planned' && <Button size="small" disabledFocusable={busy} onClick={put}>{texts.tryAgain}</Button>}
          <Button size="small" appearance="subtle" className={pane.flush} disabledFocusable={busy} onClick={takeOut}>{texts.takeOut}</Button>
        </div>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}
