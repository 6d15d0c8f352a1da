import type { Contact } from '@counterpane/shared/contract/contact'
import { Button } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { endOffer, isOffered } from '../forms/fresh-contacts'
import { LazyPart } from '../parts/lazy-part'
import type { Done, OnDone } from './form-done'
import { mayUndo } from './may-undo'
import { KeptEdit } from './kept-edit'
import { SavedUndo } from './saved-undo'

const ContactEdit = lazy(() => import('./contact-edit').then(({ ContactEdit: form }) => ({ default: form })))
const OutcomeForm = lazy(() => import('./outcome-form').then(({ OutcomeForm: form }) => ({ default: form })))
const CancelForm = lazy(() => import('./cancel-form').then(({ CancelForm: form }) => ({ default: form })))
const UndoForm = lazy(() => import('./undo-form').then(({ UndoForm: form }) => ({ default: form })))
const PlanNextForm = lazy(() => import('./plan-next-form').then(({ PlanNextForm: form }) => ({ default: form })))
const NextOffer = lazy(() => import('./next-offer').then(({ NextOffer: offer }) => ({ default: offer })))

export type PanelForm = 'edit' | 'outcome' | 'cancel' | 'undo' | 'next' | null
interface Props { contact: Contact; form: PanelForm; show: (form: PanelForm, how?: { saved?: boolean }) => void; onGone: () => void }

/** What may be done with the contact, one thing at a time, in place. A past plan asks for its outcome first. */
export function ContactActions({ contact, form, show, onGone }: Props) {
  const { text } = useSurroundings()
  const me = useMe()
  const [done, setDone] = useState<Done>({})
  const [asksNext, askNext] = useState(() => isOffered(contact.id))
  const planned = contact.status === 'planned'
  const open = (next: PanelForm) => () => { setDone({}); show(next) }
  const close: OnDone = (what) => {
    setDone(what ?? {})
    if (what?.askNext) askNext(true)
    show(null, { saved: true })
  }
  const endAsking = (what?: Done) => {
    endOffer(contact.id)
    askNext(false)
    if (what) setDone(what)
  }
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
      {form === null && <KeptEdit contact={contact} onResume={open('edit')} />}
      {form !== null && (
        <LazyPart>
          {form === 'edit' && <ContactEdit contact={contact} onDone={close} />}
          {form === 'outcome' && <OutcomeForm contact={contact} onDone={close} />}
          {form === 'cancel' && <CancelForm contact={contact} onDone={close} />}
          {form === 'undo' && <UndoForm contact={contact} onDone={(what) => (what ? onGone() : close())} />}
          {form === 'next' && <PlanNextForm contact={contact} onDone={close} />}
        </LazyPart>
      )}
      <p role="status" className="jn-said">{!done.canPutBack && done.said}</p>
      {done.canPutBack && form === null && <SavedUndo contactId={contact.id} setIds={done.setIds} said={done.said ?? ''} onEnd={() => setDone({})} />}
      {asksNext && form === null && contact.nextIds.length === 0 && <LazyPart lines={1}><NextOffer contact={contact} onOther={open('next')} onEnd={endAsking} /></LazyPart>}
    </section>
  )
}
