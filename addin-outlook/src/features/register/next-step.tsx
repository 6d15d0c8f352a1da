import { Button, Field, Input, Link, mergeClasses, Select } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type Method, methods } from '@counterpane/shared/domain/codes'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Dictionaries } from '@counterpane/shared/contract/access'
import { nearDate } from '@counterpane/shared/text/dates'
import { words } from '@counterpane/shared/text/words'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { fromInput, inThreeDays, momentInput, nextWeek, nextWorkingDay } from '../../app/dates-ahead'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { useDates, useDeed, usePane, usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

let goals: Promise<Dictionaries['contactTypes']> | null = null

export interface NextStepProps { onPlan: (step: BodyOf<'planNext'>) => Promise<unknown>; onEnd: () => void }

/** Method and goal stand ready; the press on a day plans. Follows whatever has just been registered or logged. */
export function NextStep({ onPlan, onEnd }: NextStepProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const dates = useDates()
  const pane = usePaneStyles()
  const { api, store } = usePane()
  const [known, setKnown] = useState<Dictionaries['contactTypes']>([])
  const [method, setMethod] = useState<Method>('call')
  const [goal, setGoal] = useState('')
  const [date, setDate] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  useEffect(() => {
    goals ??= api('dictionaries').then((all) => all.contactTypes)
    goals.then(setKnown, () => { goals = null })
  }, [api])

  async function plan(at: Date | null) {
    if (!at || busy) return
    setBusy(true)
    await deed(async () => {
      await onPlan({ at: at.toISOString(), method, ...(goal && { type: goal }) })
      store.say(own.planned(nearDate(at.toISOString(), dates)))
    })
    setBusy(false)
  }
  const now = dates.now
  return (
    <div className={mergeClasses(pane.panel, pane.stack)} role="group" aria-label={own.nextStep}>
      <div className={pane.row}>
        <strong>{own.nextStep}</strong>
        <Link as="button" className={pane.push} onClick={onEnd}>{own.notNow}</Link>
      </div>
      <div className={pane.row}>
        <Select size="small" className={pane.grow} aria-label={texts.method} value={method} onChange={(_, { value }) => setMethod(value as Method)}>
          {methods.map((one) => <option key={one} value={one}>{words[dates.locale].method[one]}</option>)}
        </Select>
        <Select size="small" className={pane.grow} aria-label={own.goal} value={goal} onChange={(_, { value }) => setGoal(value)}>
          <option value="">{own.noGoal}</option>
          {known.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </div>
      <div className={pane.row}>
        <Button size="small" disabledFocusable={busy} onClick={() => void plan(nextWorkingDay(now))}>{own.nextWorkingDay}</Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void plan(inThreeDays(now))}>{texts.inThreeDays}</Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void plan(nextWeek(now))}>{texts.nextWeek}</Button>
        <Button size="small" aria-expanded={date !== null} onClick={() => setDate(date === null ? momentInput(nextWorkingDay(now)) : null)}>{texts.otherDate}</Button>
      </div>
      {date !== null && (
        <form className={pane.row} onSubmit={(event) => { event.preventDefault(); void plan(fromInput(date)) }}>
          <Field className={pane.grow} size="small" label={own.dateAndTime}><Input size="small" type="datetime-local" value={date} onChange={(_, { value }) => setDate(value)} /></Field>
          <Button size="small" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        </form>
      )}
      <FailureNote failure={failure} />
    </div>
  )
}
