import { directions, methods, priorities, states } from '@counterpane/shared/domain/codes'
import { words } from '@counterpane/shared/text/words'
import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries, useManagers, usePersonsOf } from '../api/journal-queries'
import { ClientPicker } from '../filters/client-picker'
import type { LogDraft } from './log-draft'

interface Props { draft: LogDraft; set: (part: Partial<LogDraft>) => void; problems: { subject: boolean; when: boolean } }

export function LogContactFields({ draft, set, problems }: Props) {
  const { text } = useSurroundings()
  const chooseTime = (when: string) => set({ when, ...(new Date(when).getTime() > Date.now() + 60_000 && { status: 'planned' as const }) })
  return (
    <>
      <MethodRow draft={draft} set={set} />
      <div className="jn-field-row">
        <Field label={text.logging.when} required validationMessage={problems.when ? text.logging.badTime : undefined}>
          <Input type="datetime-local" value={draft.when} onChange={(_, { value }) => chooseTime(value)} />
        </Field>
        <Field label={text.logging.duration}>
          <Input type="number" min={0} max={527_040} step={5} value={draft.minutes} onChange={(_, { value }) => set({ minutes: /^\d*$/.test(value) ? value : draft.minutes })} />
        </Field>
      </div>
      <RadioGroup layout="horizontal" aria-label={text.contact.status} value={draft.status} onChange={(_, { value }) => set({ status: value === 'planned' ? 'planned' : 'held' })}>
        <Radio value="held" label={text.logging.already} /><Radio value="planned" label={text.logging.planned} />
      </RadioGroup>
      <Field label={text.logging.client}>
        <ClientPicker label={text.logging.client} placeholder={text.logging.withoutClient} chosen={draft.client} onChoose={(client) => set({ client, personIds: [] })} />
      </Field>
      {draft.client && <PersonChoice counterpartyId={draft.client.id} chosen={draft.personIds} onChange={(personIds) => set({ personIds })} />}
      <Field label={text.logging.subject} required validationMessage={problems.subject ? text.logging.needSubject : undefined}>
        <Input value={draft.subject} onChange={(_, { value }) => set({ subject: value })} />
      </Field>
      {draft.status === 'held' && <Field label={text.logging.result}><Textarea rows={2} value={draft.result} onChange={(_, { value }) => set({ result: value })} /></Field>}
      <Field label={text.logging.content}><Textarea rows={2} value={draft.content} onChange={(_, { value }) => set({ content: value })} /></Field>
      <Details draft={draft} set={set} />
    </>
  )
}

function MethodRow({ draft, set }: Omit<Props, 'problems'>) {
  const { text, locale } = useSurroundings()
  const say = words[locale]
  return (
    <div className="jn-field-row">
      <Field label={text.logging.method}>
        <Select autoFocus value={draft.method} onChange={(_, { value }) => set({ method: methods.find((one) => one === value) ?? 'call' })}>
          {methods.map((one) => <option key={one} value={one}>{say.method[one]}</option>)}
        </Select>
      </Field>
      <Field label={text.logging.direction}>
        <Select value={draft.direction} onChange={(_, { value }) => set({ direction: directions.find((one) => one === value) ?? 'outgoing' })}>
          {directions.map((one) => <option key={one} value={one}>{say.direction[one]}</option>)}
        </Select>
      </Field>
    </div>
  )
}

function PersonChoice({ counterpartyId, chosen, onChange }: { counterpartyId: string; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { text } = useSurroundings()
  const { data } = usePersonsOf(counterpartyId)
  return (
    <fieldset className="jn-persons">
      <legend>{text.logging.persons}</legend>
      {data?.items.length === 0 && <span className="jn-quiet">{text.logging.noPersons}</span>}
      {data?.items.map(({ id, name, position }) => (
        <Checkbox
          key={id} label={position ? `${name}, ${position}` : name} checked={chosen.includes(id)}
          onChange={(_, { checked }) => onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </fieldset>
  )
}

function Details({ draft, set }: Omit<Props, 'problems'>) {
  const { text, locale } = useSurroundings()
  const say = words[locale]
  const managers = useManagers()
  const dictionaries = useDictionaries()
  return (
    <div className="jn-field-row">
      <Field label={text.logging.manager}>
        <Select value={draft.managerId} onChange={(_, { value }) => set({ managerId: value })}>{managers.data?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select>
      </Field>
      <Field label={text.logging.type}>
        <Select value={draft.type} onChange={(_, { value }) => set({ type: value })}>
          <option value="">{text.next.noType}</option>
          {dictionaries.data?.contactTypes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field label={text.logging.priority}>
        <Select value={draft.priority} onChange={(_, { value }) => set({ priority: priorities.find((one) => one === value) ?? 'medium' })}>{priorities.map((one) => <option key={one} value={one}>{say.priority[one]}</option>)}</Select>
      </Field>
      {draft.status === 'held' && (
        <Field label={text.logging.state}>
          <Select value={String(draft.state)} onChange={(_, { value }) => set({ state: states.find((one) => String(one) === value) ?? 0 })}>{states.map((one) => <option key={one} value={one}>{say.state[one]}</option>)}</Select>
        </Field>
      )}
    </div>
  )
}
