import { directions, methods, states } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Field, Input, Radio, RadioGroup, ToggleButton } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ClientField } from './clients-field'
import type { LogDraft } from './log-draft'
import { LongTextField } from './long-text-field'
import { PersonsField } from './persons-field'
import { isBeyond, quickDates, quickPast } from './quick-dates'
import { CodeSelect } from './reference-select'
import { ResultField } from './result-field'

export interface LogProblems { subject: boolean; when: boolean; minutes: boolean; details: boolean }
interface Props { draft: LogDraft; set: (part: Partial<LogDraft>) => void; problems: LogProblems }

/** What is needed of every call or meeting; the rest is folded below. */
export function LogContactFields({ draft, set, problems }: Props) {
  const { text, locale } = useSurroundings()
  const say = words[locale]
  return (
    <>
      <div className="jn-field-row">
        <CodeSelect label={text.logging.method} autoFocus value={draft.method} codes={methods} names={say.method} onChange={(method) => set({ method })} />
        <CodeSelect label={text.logging.direction} value={draft.direction} codes={directions} names={say.direction} onChange={(direction) => set({ direction })} />
      </div>
      <When draft={draft} set={set} problems={problems} />
      <ClientField client={draft.client} clientLabel={text.logging.client} clientHint={text.logging.withoutClient} set={({ client = null }) => set({ client, persons: client?.id === draft.client?.id ? draft.persons : [] })} />
      <PersonsField client={draft.client} persons={draft.persons} set={set} />
      <Field label={text.logging.subject} required validationMessage={problems.subject ? text.logging.needSubject : undefined}>
        <Input value={draft.subject} maxLength={100_000} onChange={(_, { value }) => set({ subject: value })} />
      </Field>
      {draft.status === 'held' && (
        <>
          <ResultField label={text.logging.result} value={draft.result} method={draft.method} onChange={(result) => set({ result })} />
          <CodeSelect label={text.logging.state} value={draft.state} codes={states} names={say.state} onChange={(state) => set({ state })} />
        </>
      )}
      <LongTextField label={text.logging.content} rows={2} value={draft.content} onChange={(content) => set({ content })} />
    </>
  )
}

/** The time decides what is likely: what lies ahead is planned, what is behind has taken place. */
function When({ draft, set, problems }: Props) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale].log
  const now = new Date()
  const past = quickPast(now)
  const ahead = quickDates(now)
  const chooseTime = (when: string) => set({ when, ...(new Date(when).getTime() > now.getTime() + 60_000 && { status: 'planned' as const }) })
  const quick = draft.status === 'held'
    ? [[past.now, say.now], [past.hourAgo, say.hourAgo], [past.thisMorning, say.thisMorning]] as const
    : [[ahead.workingDay, text.next.workingDay], [ahead.inThreeDays, text.next.inThreeDays], [ahead.nextWeek, text.next.nextWeek]] as const
  return (
    <>
      <RadioGroup layout="horizontal" aria-label={text.contact.status} value={draft.status} onChange={(_, { value }) => set({ status: value === 'planned' ? 'planned' : 'held' })}>
        <Radio value="held" label={text.logging.already} /><Radio value="planned" label={text.logging.planned} />
      </RadioGroup>
      <div className="jn-time-row">
        <Field label={text.logging.when} required validationMessage={problems.when ? (isBeyond(draft.when) ? panelTexts[locale].beyondTime : text.logging.badTime) : undefined}>
          <Input type="datetime-local" value={draft.when} onChange={(_, { value }) => chooseTime(value)} />
        </Field>
        <Field label={text.logging.duration} validationMessage={problems.minutes ? panelTexts[locale].badMinutes : undefined}>
          <Input type="number" min={0} max={527_040} step={5} value={draft.minutes} onChange={(_, { value }) => set({ minutes: value })} />
        </Field>
      </div>
      <div role="group" aria-label={say.quick} className="jn-buttons">
        {quick.filter(([at]) => draft.status === 'planned' || at <= past.now).map(([at, name]) => <ToggleButton key={name} size="small" checked={draft.when === at} onClick={() => set({ when: at })}>{name}</ToggleButton>)}
      </div>
    </>
  )
}
