import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import { useId, useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ProblemNotice } from '../parts/problem-notice'

interface Props { policy: CalendarPolicy; busy: boolean; error: unknown; onChange: () => void; onSave: (policy: CalendarPolicy) => void }
const additions = ['internal', 'free', 'allDayAbsence', 'declined'] as const
const usualDays = 14

/** Each rule with what it does beside it; saved together, so that half a thought never counts. */
export function PolicyForm({ policy, busy, error, onChange, onSave }: Props) {
  const { locale } = useSurroundings()
  const text = calendarJournalTexts[locale].rule
  const [draft, setDraft] = useState(policy)
  const [days, setDays] = useState(String(policy.heldAfterDays ?? usualDays))
  const set = (part: Partial<CalendarPolicy>) => { onChange(); setDraft((old) => ({ ...old, ...part })) }
  const held = draft.heldAfterDays !== null
  const badDays = held && !(/^\d{1,3}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= 365)
  const wanted: CalendarPolicy = { ...draft, heldAfterDays: held && !badDays ? Number(days) : held ? draft.heldAfterDays : null }
  const changed = badDays || JSON.stringify(wanted) !== JSON.stringify(policy)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed && !badDays && !busy) onSave(wanted)
  }
  return (
    <form className="jn-policy-form" aria-label={text.title} onSubmit={submit} noValidate>
      {additions.map((rule) => <RuleSwitch key={rule} name={text[rule].name} does={text[rule].does} on={draft[rule]} onChange={(on) => set({ [rule]: on })} />)}
      <Field label={<RuleName name={text.private.name} does={text.private.does} />} className="jn-policy-rule">
        <RadioGroup value={draft.private} onChange={(_, { value }) => set({ private: value === 'busy' ? 'busy' : 'ignore' })}>
          <Radio value="ignore" label={<RuleName name={text.private.ignore} does={text.private.ignoreDoes} />} />
          <Radio value="busy" label={<RuleName name={text.private.busy} does={text.private.busyDoes} />} />
        </RadioGroup>
      </Field>
      <div className="jn-policy-rule">
        <RuleSwitch name={text.heldAfterDays.name} does={text.heldAfterDays.does} on={held} onChange={(on) => set({ heldAfterDays: on ? usualDays : null })} />
        {held && (
          <Field className="jn-days" label={text.heldAfterDays.days} validationMessage={badDays ? text.heldAfterDays.bad : undefined}>
            <Input type="number" min={1} max={365} value={days} onChange={(_, { value }) => { onChange(); setDays(value) }} />
          </Field>
        )}
      </div>
      <RuleSwitch name={text.putInCalendar.name} does={text.putInCalendar.does} on={draft.putInCalendar} onChange={(on) => set({ putInCalendar: on })} />
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
      <div className="jn-buttons jn-policy-save">
        <Button type="submit" appearance="primary" disabled={busy || !changed || badDays}>{text.save}</Button>
        {changed && <Button onClick={() => { setDraft(policy); setDays(String(policy.heldAfterDays ?? usualDays)) }}>{text.reset}</Button>}
        {changed && <span className="jn-quiet">{text.unsaved}</span>}
      </div>
    </form>
  )
}

function RuleName({ name, does }: { name: string; does: string }) {
  return <span className="jn-policy-name">{name}<small className="jn-quiet">{does}</small></span>
}

function RuleSwitch({ name, does, on, onChange }: { name: string; does: string; on: boolean; onChange: (on: boolean) => void }) {
  const about = useId()
  return (
    <div className="jn-policy-rule">
      <Switch checked={on} label={name} aria-describedby={about} onChange={(_, { checked }) => onChange(checked)} />
      <small id={about} className="jn-quiet jn-policy-does">{does}</small>
    </div>
  )
}
