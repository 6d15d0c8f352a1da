import type { Contact } from '@counterpane/shared/contract/contact'
import { Button } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { LazyPart } from '../parts/lazy-part'
import { mayUndo } from './may-undo'

const ContactEdit = lazy(() => import('./contact-edit').then(({ ContactEdit: form }) => ({ default: form })))
const OutcomeForm = lazy(() => import('./outcome-form').then(({ OutcomeForm: form }) => ({ default: form })))
const CancelForm = lazy(() => import('./cancel-form').then(({ CancelForm: form }) => ({ default: form })))
const UndoForm = lazy(() => import('./undo-form').then(({ UndoForm: form }) => ({ default: form })))
const PlanNextForm = lazy(() => import('./plan-next-form').then(({ PlanNextForm: form }) => ({ default: form })))

export type PanelForm = 'edit' | 'outcome' | 'cancel' | 'undo' | 'next' | null
interface Props { contact: Contact; form: PanelForm; show: (form: PanelForm) => void; onGone: () => void; onOpen: (id: string) => void }

/** What may be done with the contact, one thing at a time, in place. A past plan asks for its outcome first. */
export function ContactActions({ contact, form, show, onGone }: Props) {
  const { text } = useSurroundings()
  const me = useMe()
  const [said, say] = useState('')
  const planned = contact.status === 'planned'
  const open = (next: PanelForm) => () => { say(''); show(next) }
  const close = (word?: string) => { say(word ?? ''); show(null) }
  return (
    <section className="jn-actions" aria-label={text.contact.details}>
      {contact.overdue && form === null && <p className="jn-ask">{text.contact.askOutcome}</p>}
      {form === null && (
        <div className="jn-buttons">
          {planned && <Button appearance={contact.overdue ? 'primary' : 'secondary'} size="small" onClick={open('outcome')}>{text.contact.outcome}</Button>}
          <Button size="small" onClick={open('edit')} title="e">{text.contact.edit}</Button>
          <Button size="small" onClick={open('next')}>{text.contact.planNext}</Button>
          {planned && <Button size="small" onClick={open('cancel')}>{text.contact.cancel}</Button>}
          {mayUndo(contact, me, new Date()) && <Button size="small" appearance="subtle" onClick={open('undo')}>{text.contact.undo}</Button>}
        </div>
      )}
      {form !== null && (
        <LazyPart>
          {form === 'edit' && <ContactEdit contact={contact} onDone={close} />}
          {form === 'outcome' && <OutcomeForm contact={contact} onDone={close} />}
          {form === 'cancel' && <CancelForm contact={contact} onDone={close} />}
          {form === 'undo' && <UndoForm contact={contact} onDone={(word) => (word ? onGone() : close())} />}
          {form === 'next' && <PlanNextForm contact={contact} onDone={close} />}
        </LazyPart>
      )}
      <p role="status" className="jn-said">{said}</p>
    </section>
  )
}
