import type { Contact } from '@counterpane/shared/contract/contact'
import { words } from '@counterpane/shared/text/words'
import { Button } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useContact } from '../api/journal-queries'
import { exactDays } from '../parts/calendar-day'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { MethodMark } from '../parts/method-mark'
import { ProblemNotice } from '../parts/problem-notice'
import { StatusMark } from '../parts/status-mark'
import { useKeys } from '../parts/use-keys'
import { AppointmentPart } from './appointment-part'
import { CalendarPart } from './calendar-part'
import { ContactActions, type PanelForm } from './contact-actions'
import { ContactContent } from './contact-content'
import { ContactFacts } from './contact-facts'
import { LinkedContacts } from './linked-contacts'

interface Props { id: string; known?: Contact; onClose: () => void; onOpen: (id: string) => void }

/** The open contact at the right of the list: what it is, what may be done with it, what it is linked to. */
export function ContactPanel({ id, known, onClose, onOpen }: Props) {
  const { text } = useSurroundings()
  const { data: contact, error, isPending, refetch } = useContact(id, known)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasContact = contact !== undefined
  useEffect(() => { if (hasContact) heading.current?.focus({ preventScroll: true }) }, [hasContact])
  return (
    <aside className="jn-panel" aria-label={text.contact.label}>
      <Button className="jn-panel-close" icon={<Dismiss20Regular />} appearance="subtle" aria-label={text.close} title={`${text.close} (Esc)`} onClick={onClose} />
      {isPending && <DelayedSkeleton lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {contact && <PanelBody key={contact.id} contact={contact} heading={heading} onClose={onClose} onOpen={onOpen} />}
      {!contact && <EscapeCloses onClose={onClose} />}
    </aside>
  )
}

function EscapeCloses({ onClose }: { onClose: () => void }) {
  useKeys({ Escape: onClose })
  return null
}

function PanelBody({ contact, heading, onClose, onOpen }: { contact: Contact; heading: React.Ref<HTMLHeadingElement>; onClose: () => void; onOpen: (id: string) => void }) {
  const { text, locale } = useSurroundings()
  const subject = useSubject()
  const [form, show] = useState<PanelForm>(null)
  useKeys({ Escape: () => (form ? show(null) : onClose()), e: () => show('edit') })
  return (
    <>
      <div className="jn-panel-head">
        <div className="jn-panel-line"><MethodMark method={contact.method} direction={contact.direction} /><StatusMark contact={contact} full /></div>
        <h2 ref={heading} tabIndex={-1}>{subject(contact)}</h2>
        <div className="jn-panel-line">
          <ContactTime contact={contact} />
          {contact.calendar?.allDay && <span className="jn-quiet">{exactDays(contact.startsAt, contact.durationMinutes, locale)}</span>}
          {!contact.calendar?.allDay && contact.durationMinutes !== null && <span>{text.contact.minutes(contact.durationMinutes)}</span>}
          {contact.priority === 'high' && <span className="jn-important">{text.list.highPriority}</span>}
        </div>
      </div>
      <ContactActions contact={contact} form={form} show={show} onGone={onClose} onOpen={onOpen} />
      <CalendarPart contact={contact} onOpen={onOpen} />
      <AppointmentPart contact={contact} />
      {contact.result && <section className="jn-result"><h3>{text.contact.result}</h3><p className="jn-prose">{contact.result}</p></section>}
      <ContactFacts contact={contact} stateText={words[locale].state[contact.state]} />
      <ContactContent contact={contact} />
      <LinkedContacts contact={contact} onOpen={onOpen} />
    </>
  )
}
