import type { Contact } from '@counterpane/shared/contract/contact'
import { words } from '@counterpane/shared/text/words'
import { lazy, useState, type Ref } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { dropDraft } from '../forms/kept-draft'
import { exactDays } from '../parts/calendar-day'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { LazyPart } from '../parts/lazy-part'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'
import { useKeys } from '../parts/use-keys'
import { AppointmentPart } from './appointment-part'
import { CalendarPart } from './calendar-part'
import { ChangesPart } from './changes-part'
import { ContactActions, type PanelForm } from './contact-actions'
import { ContactContent } from './contact-content'
import { ContactFacts } from './contact-facts'
import { editKey } from './edit-key'
import { LinkedContacts } from './linked-contacts'
import { OpenOriginal } from './open-original'
import { UnsavedQuestion } from './unsaved-guard'
import { useMasked } from './may-read'

const ContactFiles = lazy(() => import('./contact-files').then(({ ContactFiles: files }) => ({ default: files })))

interface Props { contact: Contact; heading: Ref<HTMLHeadingElement>; dirty: boolean; onClose: () => void; onGone: () => void; onOpen: (id: string) => void }

export function PanelBody({ contact, heading, dirty, onClose, onGone, onOpen }: Props) {
  const { text, locale } = useSurroundings()
  const me = useMe()
  const subject = useSubject()
  const masked = useMasked(contact)
  const [form, setForm] = useState<PanelForm>(null)
  const [asked, setAsked] = useState<{ next: PanelForm } | null>(null)
  // Another form, or none, in place of one that holds unsaved words.
  const show = (next: PanelForm, { saved = false } = {}) => { if (dirty && !saved && next !== form) setAsked({ next }); else setForm(next) }
  const discard = () => {
    dropDraft(editKey(me.id, contact.id))
    setForm(asked?.next ?? null)
    setAsked(null)
  }
  useKeys({ Escape: () => (form ? show(null) : onClose()), e: () => show('edit') })
  return (
    <>
      <div className="jn-panel-head">
        <div className="jn-panel-line"><MethodMark method={contact.method} direction={contact.direction} /><StatusMark contact={contact} full /></div>
        <h2 ref={heading} tabIndex={-1} dir="auto">{subject(contact)}</h2>
        <div className="jn-panel-line">
          <ContactTime contact={contact} />
          {contact.calendar?.allDay && <span className="jn-quiet">{exactDays(contact.startsAt, contact.durationMinutes, locale)}</span>}
          {!contact.calendar?.allDay && contact.durationMinutes !== null && <span>{text.contact.minutes(contact.durationMinutes)}</span>}
          {contact.priority === 'high' && <span className="jn-important">{text.list.highPriority}</span>}
        </div>
      </div>
      <ContactActions contact={contact} form={form} show={show} onGone={onGone} />
      {form !== 'edit' && (
        <>
          <CalendarPart contact={contact} onOpen={onOpen} />
          <AppointmentPart contact={contact} />
          {contact.result && <section className="jn-result"><h3>{text.contact.result}</h3><p className="jn-prose" dir="auto">{contact.result}</p></section>}
          <ContactFacts contact={contact} stateText={words[locale].state[contact.state]} masked={masked} />
          <OpenOriginal contact={contact} />
          {!masked && <ContactContent contact={contact} />}
        </>
      )}
      {!masked && <LazyPart lines={1}><ContactFiles contact={contact} /></LazyPart>}
      {/* Linking and undoing make a newer version: while another change is being written they would make it stale. */}
      {form !== 'edit' && <LinkedContacts contact={contact} onOpen={onOpen} />}
      {form !== 'edit' && <ChangesPart noun="contact" id={contact.id} />}
      {asked && <UnsavedQuestion subject={subject(contact)} onKeep={() => setAsked(null)} onDiscard={discard} />}
    </>
  )
}
