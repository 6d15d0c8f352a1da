import type { RuleCondition, RuleValue } from '@counterpane/shared/domain/rule-fields'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Field, Input, Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { ManyPicker } from '../filters/many-picker'
import type { RuleNames } from './use-rule-names'

interface Props { condition: RuleCondition; names: RuleNames; problem: string | undefined; onChange: (part: Partial<RuleCondition>) => void }

/** What a condition compares with: words to choose, a number, a date, a text. */
export function ConditionValue({ condition, names, problem, onChange }: Props) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const { field, operator, values = [], days } = condition
  const kind = names.kindOf(condition)
  const set = (...next: RuleValue[]) => onChange({ values: next })
  if (operator === 'filled' || operator === 'empty') return null
  if (operator === 'anyOf' || operator === 'noneOf') return <Words condition={condition} names={names} problem={problem} onChange={onChange} />
  if (operator === 'is') {
    return <Field label={text.value}><Select value={String(values[0])} onChange={(_, { value }) => set(value === 'true')}><option value="true">{text.details.yes}</option><option value="false">{text.details.no}</option></Select></Field>
  }
  if (kind === 'words' || kind === 'text') return <Field label={text.value} validationMessage={problem}><Input maxLength={1_000} value={String(values[0] ?? '')} onChange={(_, { value }) => set(value)} /></Field>
  if (kind === 'date') return <Field label={text.value} validationMessage={problem}><Input type="date" value={String(values[0] ?? '')} onChange={(_, { value }) => set(value)} /></Field>
  return (
    <>
      <Field label={kind === 'moment' ? text.days : text.value} validationMessage={values.length === 0 ? problem : undefined}><NumberInput value={values[0]} least={kind === 'moment' ? 1 : undefined} onChange={(value) => onChange({ values: value === null ? [] : [value] })} /></Field>
      {field === 'contacts' && <Field label={text.inDays} validationMessage={days === undefined ? problem : undefined}><NumberInput value={days} least={1} onChange={(value) => onChange({ days: value ?? undefined })} /></Field>}
    </>
  )
}

export function NumberInput({ value, least, onChange }: { value: unknown; least?: number; onChange: (value: number | null) => void }) {
  return <Input type="number" min={least} value={typeof value === 'number' ? String(value) : ''} onChange={(_, data) => onChange(data.value === '' || Number.isNaN(Number(data.value)) ? null : Number(data.value))} />
}

/** Of a list, and of words that nobody put on it: what stands on a client may be another. */
function Words({ condition, names, problem, onChange }: Props) {
  const { locale } = useSurroundings()
  const values = (condition.values ?? []).map(String)
  const choices = names.choicesOf(condition)
  const isFree = names.kindOf(condition) === 'word' && condition.field !== 'kind' && condition.field !== 'attribute'
  const find = (typed: string) => {
    const found = choices.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    return { found: isFree && typed !== '' && !choices.some(({ id }) => id === typed) ? [...found, { id: typed, name: typed }] : found, isPending: false }
  }
  return <ManyPicker label={segmentsTexts[locale].value} nothing={segmentsTexts[locale].chooseWords} problem={problem} chosen={values.map((id) => choices.find((one) => one.id === id) ?? { id, name: id })} find={find} onChange={(ids) => onChange({ values: ids })} />
}
