import { methods, type Method } from '@counterpane/shared/domain/codes'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { Field, Input, Select, ToggleButton } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries } from '../api/journal-queries'
import { instantOf, isBeyond, quickDates } from './quick-dates'

export interface NextStep { at: string; method: Method; type: string; subject: string }
export const firstNextStep = (subject: string): NextStep => ({ at: quickDates(new Date()).workingDay, method: 'call', type: '', subject })
export const nextStepBody = ({ at, method, type, subject }: NextStep) => ({ at: instantOf(at), method, subject, ...(type && { type }) })

/** Method, goal and date of a next step; the usual dates are one click each. */
export function NextStepFields({ value, onChange }: { value: NextStep; onChange: (value: NextStep) => void }) {
  const { text, locale } = useSurroundings()
  const { data } = useDictionaries()
  const quick = quickDates(new Date())
  const set = (part: Partial<NextStep>) => onChange({ ...value, ...part })
  return (
    <>
      <div className="jn-field-row">
        <Field label={text.next.method}>
          <Select value={value.method} onChange={(_, { value: method }) => set({ method: methods.find((one) => one === method) ?? 'call' })}>
            {methods.map((method) => <option key={method} value={method}>{words[locale].method[method]}</option>)}
          </Select>
        </Field>
        <Field label={text.next.type}>
          <Select value={value.type} onChange={(_, { value: type }) => set({ type })}>
            <option value="">{text.next.noType}</option>
            {data?.contactTypes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
        </Field>
      </div>
      <div role="group" aria-label={text.next.when} className="jn-buttons">
        {(['workingDay', 'inThreeDays', 'nextWeek'] as const).map((key) => (
          <ToggleButton key={key} size="small" checked={value.at === quick[key]} onClick={() => set({ at: quick[key] })}>{text.next[key]}</ToggleButton>
        ))}
      </div>
      <Field label={text.next.when} validationMessage={isBeyond(value.at) ? panelTexts[locale].beyondTime : undefined}><Input type="datetime-local" value={value.at} onChange={(_, { value: at }) => set({ at })} /></Field>
      <Field label={text.next.subject}><Input value={value.subject} onChange={(_, { value: subject }) => set({ subject })} /></Field>
    </>
  )
}
