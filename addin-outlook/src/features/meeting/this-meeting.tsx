import { Link, mergeClasses } from '@fluentui/react-components'
import type { Contact } from '@counterpane/shared/contract/contact'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { statusText } from '@counterpane/shared/text/words'
import { contactStateName, useStateColours } from '@counterpane/shared/ui/state-colours'
import { contactHref, journalTab } from '../../app/journal-links'
import { useDates, usePaneState } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import type { OpenMeeting } from '../../mailbox/mail-client'
import { contactTime } from './meeting-time'
import { OutcomeQuestion } from './outcome-question'
import { type Who, RegisterMeeting } from './register-meeting'

interface Props { meetingKey: string; meeting: OpenMeeting; contact: Contact | null; client: ClientView | null; onTake: (who: Who) => void; onChanged: (contact: Contact) => void }

/** The contact that this meeting is: planned, overdue, held or cancelled in words; asked for its outcome when it has passed; made when there is none. */
export function ThisMeeting({ meetingKey, meeting, contact, client, onTake, onChanged }: Props) {
  const { locale } = usePaneState()
  const texts = meetingTexts[locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const colours = useStateColours()
  if (!contact) return <RegisterMeeting meetingKey={meetingKey} meeting={meeting} client={client} onTake={onTake} onDone={onChanged} />
  const name = contactStateName(contact)
  const at = contactTime(contact, dates)
  return (
    <section className={mergeClasses(pane.panel, pane.tight)} aria-label={texts.thisMeeting}>
      <p className={mergeClasses(pane.plain, pane.strong, colours[name])}>
        {statusText(contact, locale)} · <time dateTime={contact.startsAt}>{at}</time>
      </p>
      <p className={pane.quiet}>{contact.counterparty ? texts.forClient(contact.counterparty.name) : texts.withoutClient}</p>
      {contact.status === 'planned' && Math.abs(Date.parse(contact.startsAt) - Date.parse(meeting.startsAt)) >= 60_000 && <p className={pane.quiet}>{texts.otherTime(at)}</p>}
      {contact.result && <p className={pane.plain}>{contact.result}</p>}
      <div><Link href={contactHref(contact.id)} target={journalTab}>{texts.open}</Link></div>
      {contact.status === 'planned' && contact.overdue && <OutcomeQuestion contact={contact} onDone={onChanged} withNext />}
    </section>
  )
}
