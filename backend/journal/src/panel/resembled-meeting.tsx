import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { calendarDate } from '@counterpane/shared/text/dates'
import { Button, Link } from '@fluentui/react-components'
import { useContactCalendarChanges } from '../api/contact-calendar'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

interface Props { contact: Contact; past: NonNullable<ContactCalendarDetails['resembles']>; onOpen: (id: string) => void }

/** A meeting that was taken away and made anew is offered to be joined to its past; nothing is joined by itself. */
export function ResembledMeeting({ contact, past, onOpen }: Props) {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale].contact
  const { join, keepApart } = useContactCalendarChanges(contact)
  const busy = join.isPending || keepApart.isPending
  const error = join.error ?? keepApart.error
  const when = calendarDate(past.startsAt, { locale, now: new Date(), ...(contact.calendar?.allDay && { timeZone: 'UTC' }) })
  return (
    <div className="jn-question" role="group" aria-label={text.resembles(when)}>
      <p>{text.resembles(when)}: <Link as="button" inline onClick={() => onOpen(past.id)}>{past.subject || say.list.noSubject}</Link></p>
      <div className="jn-buttons">
        <Button size="small" disabled={busy} onClick={() => void join.mutateAsync().then(({ id }) => onOpen(id), () => undefined)}>{text.join}</Button>
        <Button size="small" appearance="subtle" disabled={busy} onClick={() => keepApart.mutate()}>{text.keepApart}</Button>
      </div>
      {error && <ProblemNotice error={error} />}
    </div>
  )
}
