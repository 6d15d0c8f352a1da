import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button } from '@fluentui/react-components'
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useSettings } from '../api/calendar-queries'
import { useContactCalendarChanges } from '../api/contact-calendar'
import { useMe, useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

/** A plan made here and one's own calendar: put it there on demand, see that it stands there, take it out. */
export function AppointmentPart({ contact }: { contact: Contact }) {
  const { locale } = useSurroundings()
  const me = useMe()
  const text = calendarJournalTexts[locale].contact
  const { put, takeOut } = useContactCalendarChanges(contact)
  const { appointment } = contact
  const own = contact.manager?.id === me.id || contact.managers.some(({ id }) => id === me.id)
  const mayBePut = contact.status === 'planned' && !contact.overdue && own && contact.calendar === null && appointment === null
  const { data: settings } = useSettings(mayBePut)
  const busy = put.isPending || takeOut.isPending
  const error = put.error ?? takeOut.error
  if (!appointment) {
    if (!mayBePut || !settings?.calendar?.putInCalendar) return null
    return (
      <section className="jn-appointment">
        <Button size="small" icon={<CalendarLtr16Regular />} disabled={busy} onClick={() => put.mutate()}>{text.put}</Button>
        <small className="jn-quiet">{text.putHint}</small>
        {error && <ProblemNotice error={error} />}
      </section>
    )
  }
  const mine = appointment.managerId === me.id
  const owner = [contact.manager, ...contact.managers].find((manager) => manager?.id === appointment.managerId)
  const Icon = appointment.state === 'placed' ? CheckmarkCircle16Regular : appointment.state === 'failed' ? Warning16Regular : ArrowSync16Regular
  return (
    <section className="jn-appointment" data-state={appointment.state}>
      <p role="status" className="jn-with-icon"><Icon aria-hidden="true" /><span>{!mine && owner && `${text.ofOther(owner.name)}. `}{text.appointment[appointment.state]}{appointment.problem && `. ${text.failure[appointment.problem]}`}</span></p>
      {mine && appointment.state !== 'removing' && (
        <div className="jn-buttons">
          {appointment.state === 'failed' && contact.status === 'planned' && <Button size="small" disabled={busy} onClick={() => put.mutate()}>{text.tryAgain}</Button>}
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => takeOut.mutate()}>{text.takeOut}</Button>
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </section>
  )
}
