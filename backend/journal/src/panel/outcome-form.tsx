import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { states, type State } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useContactCalendar } from '../api/contact-calendar'
import { useContactChanges } from '../api/journal-changes'
import { useSurroundings } from '../api/journal-context'
import { useOutcomes } from '../api/outcome-changes'
import { firstNextStep, nextStepBody, NextStepFields } from '../forms/next-step-fields'
import { instantOf, isBeyond, isLocalTime } from '../forms/quick-dates'
import { ResultField } from '../forms/result-field'
import type { OnDone } from './form-done'
import { FormFrame } from './form-frame'
import { useUnsaved } from './unsaved-guard'

type Outcome = BodyOf<'recordOutcome'>['outcome']
const outcomes: readonly Outcome[] = ['held', 'not-held', 'moved']

/** How a planned contact ended: held, not held or moved; the result, and the next step if there is one. */
export function OutcomeForm({ contact, onDone }: { contact: Contact; onDone: OnDone }) {
  const { text, locale } = useSurroundings()
  const { outcome: save } = useContactChanges(contact)
  const { series } = useOutcomes()
  const { data: details } = useContactCalendar(contact)
  const say = calendarJournalTexts[locale].outcomes
  const seriesOpen = contact.overdue ? details?.seriesOpen ?? 0 : 0
  const [wantsSeries, wantSeries] = useState(false)
  // One answer for many dates says only whether they took place: times, states and next steps are each date's own.
  const forSeries = wantsSeries && seriesOpen > 1
  const [outcome, setOutcome] = useState<Outcome>('held')
  const [result, setResult] = useState(contact.result)
  const [state, setState] = useState<State>(contact.state)
  const [movedTo, setMovedTo] = useState('')
  const [withNext, setWithNext] = useState(false)
  const [next, setNext] = useState(() => firstNextStep(contact.subject))
  const ready = (outcome !== 'moved' || isLocalTime(movedTo)) && (!withNext || isLocalTime(next.at))
  const chosen = forSeries && outcome === 'moved' ? 'held' : outcome
  const submitSeries = () => { if (chosen !== 'moved') series.mutate({ id: contact.id, outcome: chosen, result }, { onSuccess: ({ recorded, setIds }) => onDone({ said: say.saved(recorded), canPutBack: setIds.length > 0, setIds }) }) }
  const submitOne = () => save.mutate({
    outcome, ...(result !== contact.result && { result }), ...(outcome === 'held' && state !== contact.state && { state }),
    ...(outcome === 'moved' && { movedTo: instantOf(movedTo) }), ...(withNext && outcome !== 'moved' && { next: nextStepBody(next) }),
  }, { onSuccess: () => onDone({ said: text.outcome.saved, canPutBack: true, askNext: outcome === 'held' && !withNext }) })
  useUnsaved(result !== contact.result || movedTo !== '')
  const names: Record<Outcome, string> = { held: text.outcome.held, 'not-held': text.outcome.notHeld, moved: text.outcome.moved }
  return (
    <FormFrame
      title={text.outcome.title} save={text.outcome.save} busy={save.isPending || series.isPending || (!ready && !forSeries)} error={forSeries ? series.error : save.error}
      onSave={forSeries ? submitSeries : submitOne} onDiscard={() => onDone()}
    >
      {seriesOpen > 1 && (
        <Field label={say.scope} hint={forSeries ? say.oneUndo : undefined}>
          <RadioGroup value={forSeries ? 'series' : 'one'} onChange={(_, { value }) => wantSeries(value === 'series')}>
            <Radio value="one" label={say.thisOne} />
            <Radio value="series" label={say.wholeSeries(seriesOpen)} />
          </RadioGroup>
        </Field>
      )}
      <RadioGroup layout="horizontal" aria-label={text.outcome.title} value={chosen} onChange={(_, { value }) => setOutcome(outcomes.find((one) => one === value) ?? 'held')}>
        {outcomes.filter((one) => !(forSeries && one === 'moved')).map((one) => <Radio key={one} value={one} label={names[one]} autoFocus={one === 'held'} />)}
      </RadioGroup>
      {chosen === 'moved' && <Field label={text.outcome.newTime} hint={movedTo ? undefined : text.outcome.needTime} validationMessage={isBeyond(movedTo) ? panelTexts[locale].beyondTime : undefined} required><Input type="datetime-local" value={movedTo} onChange={(_, { value }) => setMovedTo(value)} /></Field>}
      {chosen === 'not-held'
        ? <Field label={text.outcome.reason}><Textarea rows={3} value={result} onChange={(_, { value }) => setResult(value)} /></Field>
        : <ResultField label={forSeries ? say.result : text.contact.result} rows={3} value={result} method={contact.method} onChange={setResult} />}
      {chosen === 'held' && !forSeries && (
        <Field label={text.contact.state}>
          <Select value={String(state)} onChange={(_, { value }) => setState(states.find((one) => String(one) === value) ?? 0)}>
            {states.map((one) => <option key={one} value={one}>{words[locale].state[one]}</option>)}
          </Select>
        </Field>
      )}
      {chosen !== 'moved' && !forSeries && <Checkbox label={text.outcome.nextStep} checked={withNext} onChange={(_, { checked }) => setWithNext(checked === true)} />}
      {withNext && chosen !== 'moved' && !forSeries && <NextStepFields value={next} onChange={setNext} />}
    </FormFrame>
  )
}
