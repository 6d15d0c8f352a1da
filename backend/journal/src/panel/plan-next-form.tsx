import type { Contact } from '@counterpane/shared/contract/contact'
import { useState } from 'react'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { firstNextStep, nextStepBody, NextStepFields } from '../forms/next-step-fields'
import { isLocalTime } from '../forms/quick-dates'
import type { OnDone } from './form-done'
import { FormFrame } from './form-frame'

export function PlanNextForm({ contact, onDone }: { contact: Contact; onDone: OnDone }) {
  const { text } = useSurroundings()
  const { planNext } = useContactChanges(contact)
  const [next, setNext] = useState(() => firstNextStep(contact.subject))
  return (
    <FormFrame
      title={text.next.title} save={text.next.save} busy={planNext.isPending || !isLocalTime(next.at)} error={planNext.error} onDiscard={() => onDone()}
      onSave={() => planNext.mutate(nextStepBody(next), { onSuccess: () => onDone({ said: text.next.done }) })}
    >
      <NextStepFields value={next} onChange={setNext} />
    </FormFrame>
  )
}
