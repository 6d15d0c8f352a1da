import { Button, mergeClasses } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { nearTime } from '@counterpane/shared/text/dates'
import { FailureNote } from '../../app/failure-note'
import type { Failure } from '../../app/failure'
import { onDemand } from '../../app/on-demand'
import { useDates, useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import type { PutOfferProps } from '../calendar/put-offer'
import type { NextStepProps } from './next-step'

const NextStep = onDemand<NextStepProps>(() => import(/* webpackChunkName: "forms" */ './next-step').then((part) => part.NextStep))

const PutOffer = onDemand<PutOfferProps>(() => import(/* webpackChunkName: "calendar" */ '../calendar/put-offer').then((part) => part.PutOffer))

/** After registering, one question at a time: the plans it may close, then the next step (product 2.2.7). */
export function FollowUpQuestions({ view }: { view: MessageView }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const { registering } = usePane()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const deed = useDeed(setFailure)
  const plan = view.followUp?.plans[0]
  const end = useCallback(() => registering.endFollowUp(view.key), [registering, view.key])
  if (!view.followUp) return view.planned ? <PutOffer key={view.planned.id} contact={view.planned} onEnd={end} /> : null
  if (!plan) return <NextStep onPlan={(step) => registering.planNext(view.key, step)} onEnd={end} />
  const question = plan.kind === 'task' ? own.closesTask(plan.task.title) : own.closesPlan([nearTime(plan.contact, dates), plan.contact.subject].filter(Boolean).join(', '))
  const close = async () => {
    setBusy(true)
    await deed(() => registering.closePlan(view.key, plan))
    setBusy(false)
  }
  return (
    <div className={mergeClasses(pane.panel, pane.tight)} role="group" aria-label={question}>
      <p className={pane.plain}>{question}</p>
      <div className={pane.row}>
        <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void close()}>{texts.close}</Button>
        <Button size="small" disabledFocusable={busy} onClick={() => registering.keepPlan(view.key)}>{own.keep}</Button>
      </div>
      <FailureNote failure={failure} />
    </div>
  )
}
