import type { Person } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useAttributeText } from './attribute-input'
import { DetailForm, type AttributeValues } from './detail-form'
import { changesOf } from './draft-changes'
import { usePersonSave } from './person-save'
import { useAttributes } from './segment-queries'
import { attributeName } from './use-rule-names'

const draftOf = (person: Person | null) => ({
  name: person?.name ?? '', position: person?.position ?? '', birthday: person?.birthday ?? '', interests: person?.interests ?? '', acquaintance: person?.acquaintance ?? '', dates: person?.dates ?? [],
  addresses: (person?.addresses ?? []).join('\n'), phones: (person?.phones ?? []).join('\n'), attributes: (person?.attributes ?? {}) as AttributeValues,
})
const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean)

/** Everything of a contact person; `person` null: a new one. */
export function PersonForm({ person, counterpartyId, onDone }: { person: Person | null; counterpartyId: string | null; onDone: () => void }) {
  const { locale } = useSurroundings()
  const { person: text, needName } = segmentsTexts[locale]
  const definitions = useAttributes('person').data?.items ?? []
  const { save, newer } = usePersonSave(person, counterpartyId)
  const [draft, setDraft] = useState(() => draftOf(person))
  const [seen, see] = useState(person)
  const [asked, ask] = useState(false)
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const send = (over: Person | null) => {
    ask(true)
    if (draft.name.trim() === '') return
    const base = draftOf(seen)
    const { addresses, phones, dates, attributes: _attributes, ...words } = person ? changesOf(draft, base) : draft
    const attributes = { ...over?.attributes, ...changesOf(draft.attributes, base.attributes) } as AttributeValues
    const body = {
      ...Object.fromEntries(Object.entries(words).map(([key, value]) => [key, value || null])), name: draft.name.trim(), ...(dates && { dates: dates.filter(({ name, date }) => name.trim() && date.trim()) }),
      ...(addresses !== undefined && { addresses: lines(addresses) }), ...(phones !== undefined && { phones: lines(phones) }), ...((person !== null || Object.keys(attributes).length > 0) && { attributes }),
    }
    save.mutate({ body, ifMatch: over?.etag ?? '' }, { onSuccess: onDone })
  }
  const valueOf = useAttributeText()
  const theirs = () => {
    const { dates, attributes = {}, ...words } = changesOf(draftOf(newer), draftOf(seen))
    const details = Object.entries(changesOf(attributes, draftOf(seen).attributes)).map(([key, value]) => { const defined = definitions.find((one) => one.key === key); return [attributeName(defined, locale) ?? key, valueOf(value, defined?.type)] as const })
    return [...Object.entries(words).map(([key, value]) => [text[key as keyof typeof words], value.replaceAll('\n', ', ')] as const), ...(dates ? [[text.dates, dates.map(({ name, date }) => `${name} ${date}`).join(', ')] as const] : []), ...details]
  }
  const area = (name: 'addresses' | 'phones' | 'interests' | 'acquaintance', hint?: string) =>
    <Field key={name} className="jn-wide" label={text[name]} hint={hint}><Textarea resize="vertical" maxLength={10_000} value={draft[name]} onChange={(_, { value }) => set({ [name]: value })} /></Field>
  return (
    <DetailForm
      definitions={definitions} values={draft.attributes} onValues={(attributes) => set({ attributes })} busy={save.isPending} error={save.error} theirs={newer === null ? null : theirs()}
      onSubmit={() => send(seen)} onOver={() => send(newer)} onTheirs={() => { setDraft(draftOf(newer)); see(newer); save.reset() }} onCancel={onDone}
    >
      <Field label={text.name} required validationMessage={asked && draft.name.trim() === '' ? needName : undefined}><Input autoFocus maxLength={500} value={draft.name} onChange={(_, { value }) => set({ name: value })} /></Field>
      <Field label={text.position}><Input maxLength={1_000} value={draft.position} onChange={(_, { value }) => set({ position: value })} /></Field>
      <Field label={text.birthday}><Input type="date" value={draft.birthday} onChange={(_, { value }) => set({ birthday: value })} /></Field>
      {area('addresses', text.severalHint)}
      {area('phones', text.severalHint)}
      {area('interests')}
      {area('acquaintance')}
      <div className="jn-wide jn-several" role="group" aria-label={text.dates}>
        {draft.dates.map((one, index) => {
          const put = (part: Partial<typeof one>) => set({ dates: draft.dates.map((other, at) => (at === index ? { ...other, ...part } : other)) })
          return (
            // A day is known by its place: its name is what is being typed.
            <div key={index} className="jn-person-day">
              <Field label={text.dateName}><Input maxLength={500} value={one.name} onChange={(_, { value }) => put({ name: value })} /></Field>
              <Field label={text.date} hint={text.dateHint}><Input maxLength={10} value={one.date} onChange={(_, { value }) => put({ date: value })} /></Field>
              <Button className="jn-seg-rule-remove" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.removeDate(one.name)} title={text.removeDate(one.name)} onClick={() => set({ dates: draft.dates.filter((_, at) => at !== index) })} />
            </div>
          )
        })}
        <div><Button size="small" icon={<Add16Regular />} onClick={() => set({ dates: [...draft.dates, { name: '', date: '' }] })}>{text.addDate}</Button></div>
      </div>
    </DetailForm>
  )
}
