import { Button, Checkbox, Field, Input, mergeClasses, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import { type Method, methods } from '@counterpane/shared/domain/codes'
import { meetingTexts } from '@counterpane/shared/text/meeting-pane'
import { words } from '@counterpane/shared/text/words'
import { fromInput, momentInput, nextWorkingDay } from '../../app/dates-ahead'
import { FailureNote } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import type { SeriesChoiceProps } from '../calendar/series-choice'
import { PaneForm } from '../forms/pane-form'
import { type Outcome, useOutcome } from './use-outcome'

/** `onSeries`: which were answered for, when it was several at once. */
interface Props { contact: Contact; onDone: (contact: Contact) => void; onSeries?: (ids: readonly string[]) => void; withNext?: boolean }
const SeriesChoice = onDemand<SeriesChoiceProps>(() => import(/* webpackChunkName: "calendar" */ '../calendar/series-choice').then((part) => part.SeriesChoice))

/** "Did it take place?" in two clicks: the answer, then a result in one press; moved needs its new time (product 2.3.5). */
export function OutcomeQuestion({ contact, onDone, onSeries, withNext = false }: Props) {
  const { locale } = usePaneState()
  const texts = meetingTexts[locale]
  const ended = texts.ended[contact.method === 'meeting' ? 'meeting' : 'other']
  const pane = usePaneStyles()
  const { now } = usePane()
  const { save, saveSeries, busy, failure } = useOutcome(contact, onDone, onSeries)
  const [asked, setAsked] = useState<Outcome | null>(null)
  const [result, setResult] = useState('')
  const [wholeSeries, setWholeSeries] = useState(false)
  const [movedTo, setMovedTo] = useState(() => momentInput(nextWorkingDay(now())))
  const [next, setNext] = useState<{ at: string; method: Method } | null>(null)
  const step = next && fromInput(next.at)
  const planned = step && next && !wholeSeries ? { next: { at: step.toISOString(), method: next.method, subject: contact.subject } } : {}
  const held = (words: string) => void (wholeSeries ? saveSeries('held', words.trim()) : save({ outcome: 'held', ...(words.trim() && { result: words.trim() }), ...planned }))

  if (asked === null) {
    return (
      <div className={pane.tight} role="group" aria-label={texts.outcomeOf(contact.subject)}>
        <span className={pane.plain}>{ended.question}</span>
        <div className={pane.row}>
          <Button size="small" onClick={() => setAsked('held')}>{ended.held}</Button>
          <Button size="small" onClick={() => setAsked('not-held')}>{ended.notHeld}</Button>
          <Button size="small" onClick={() => setAsked('moved')}>{ended.moved}</Button>
        </div>
      </div>
    )
  }
  function submit() {
    if (asked === 'held') return held(result)
    if (asked === 'not-held') return void (wholeSeries ? saveSeries('not-held', result.trim()) : save({ outcome: 'not-held', ...(result.trim() && { result: result.trim() }), ...planned }))
    const to = fromInput(movedTo)
    if (to) void save({ outcome: 'moved', movedTo: to.toISOString() })
  }
  return (
    <PaneForm label={texts.outcomeOf(contact.subject)} onClose={() => setAsked(null)} onSubmit={submit}>
      <strong>{asked === 'held' ? ended.held : asked === 'not-held' ? ended.notHeld : ended.moved}</strong>
      {asked !== 'moved' && contact.calendar?.seriesId && <SeriesChoice contactId={contact.id} chosen={wholeSeries} onChoose={setWholeSeries} />}
      {asked === 'held' && <div className={pane.row}>{texts.resultTemplates.map((template) => <Button key={template} size="small" type="button" disabledFocusable={busy} onClick={() => (next && !wholeSeries ? setResult(template) : held(template))}>{template}</Button>)}</div>}
      {asked === 'moved'
        ? <Field label={texts.newTime} {...(fromInput(movedTo) === null && { validationMessage: texts.needTime })}><Input autoFocus type="datetime-local" value={movedTo} onChange={(_, { value }) => setMovedTo(value)} /></Field>
        : <Field label={asked === 'held' ? texts.result : texts.reason}><Input autoFocus value={result} onChange={(_, { value }) => setResult(value)} /></Field>}
      {withNext && asked !== 'moved' && !wholeSeries && <Checkbox label={texts.withNext} checked={next !== null} onChange={(_, { checked }) => setNext(checked ? { at: momentInput(nextWorkingDay(now())), method: 'call' } : null)} style={{ marginInline: '-8px' }} />}
      {next && asked !== 'moved' && !wholeSeries && (
        <div className={mergeClasses(pane.row)}>
          <Select size="small" aria-label={texts.method} value={next.method} onChange={(_, { value }) => setNext({ ...next, method: value as Method })}>{methods.map((one) => <option key={one} value={one}>{words[locale].method[one]}</option>)}</Select>
          <Input className={pane.grow} size="small" type="datetime-local" aria-label={texts.nextAt} value={next.at} onChange={(_, { value }) => setNext({ ...next, at: value })} />
        </div>
      )}
      <div className={pane.row}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={busy}>{texts.save}</Button>
        <Button size="small" type="button" onClick={() => setAsked(null)}>{texts.cancel}</Button>
      </div>
      <FailureNote failure={failure} />
    </PaneForm>
  )
}
