import type { Contact } from '@counterpane/shared/contract/contact'
import { useState } from 'react'
import { usePlanStep } from '../api/feed-queries'
import { useSurroundings } from '../api/journal-context'
import { firstNextStep, nextStepBody, NextStepFields } from '../forms/next-step-fields'
import { isLocalTime } from '../forms/quick-dates'
import { FormFrame } from '../panel/form-frame'
import { useKeys } from '../parts/use-keys'

/** A next step planned where one sees that there is none. */
export function PlanStepForm({ counterpartyId, last, onDone }: { counterpartyId: string; last: Contact | null; onDone: () => void }) {
  const { text } = useSurroundings()
  const plan = usePlanStep(counterpartyId, last?.id ?? null)
  const [step, setStep] = useState(() => firstNextStep(last?.subject ?? ''))
  useKeys({ Escape: onDone })
  return (
    <FormFrame title={text.next.title} save={text.next.save} busy={plan.isPending || !isLocalTime(step.at)} error={plan.error} onDiscard={onDone} onSave={() => plan.mutate(nextStepBody(step), { onSuccess: onDone })}>
      <NextStepFields value={step} onChange={setStep} />
    </FormFrame>
  )
}
