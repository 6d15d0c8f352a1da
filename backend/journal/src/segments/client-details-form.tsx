import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import type { Counterparty } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Field, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries } from '../api/journal-queries'
import { ReferenceSelect } from '../forms/reference-select'
import type { ClientSave } from './client-save'
import { DetailForm, type AttributeValues } from './detail-form'

interface Props { client: Counterparty; definitions: readonly AttributeDefinition[]; save: ClientSave; onDone: () => void }
const words = ['status', 'class', 'turnover', 'industry', 'region'] as const
const texts = ['loyalty', 'competitors'] as const
const draftOf = ({ status, class: letter, turnover, industry, region, loyalty, competitors, adSource, attributes }: Counterparty) =>
  ({ status, class: letter, turnover, industry, region, loyalty, competitors, adSource, attributes: attributes as AttributeValues })

export function ClientDetailsForm({ client, definitions, save, onDone }: Props) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale].details
  const dictionaries = useDictionaries().data
  const [seen, see] = useState(client)
  const [draft, setDraft] = useState(() => draftOf(client))
  const lists = { status: dictionaries?.statuses, class: dictionaries?.classes, turnover: dictionaries?.turnovers, industry: dictionaries?.industries, region: dictionaries?.regions }
  const send = (over: Counterparty) => {
    const { adSource, ...rest } = draft
    const body = { ...rest, adSourceId: adSource?.id ?? null }
    save.mutate({ body, ifMatch: over.etag }, { onSuccess: onDone })
  }
  return (
    <DetailForm
      definitions={definitions} values={draft.attributes} onValues={(attributes) => setDraft({ ...draft, attributes })} busy={save.isPending} error={save.error} newer={client.etag !== seen.etag}
      onSubmit={() => send(seen)} onOver={() => send(client)} onTheirs={() => { setDraft(draftOf(client)); see(client); save.reset() }} onCancel={onDone}
    >
      {words.map((name) => {
        const [value, list = []] = [draft[name] ?? '', lists[name]]
        const all = value === '' || list.includes(value) ? list : [value, ...list]
        return <Field key={name} label={text[name]}><Select value={value} onChange={(_, data) => setDraft({ ...draft, [name]: data.value || null })}><option value="">{text.unset}</option>{all.map((one) => <option key={one} value={one}>{one}</option>)}</Select></Field>
      })}
      <ReferenceSelect label={text.source} value={draft.adSource} options={dictionaries?.adSources} none={text.unset} onChange={(adSource) => setDraft({ ...draft, adSource })} />
      {texts.map((name) => <Field key={name} className="jn-wide" label={text[name]}><Textarea resize="vertical" maxLength={10_000} value={draft[name] ?? ''} onChange={(_, { value }) => setDraft({ ...draft, [name]: value || null })} /></Field>)}
    </DetailForm>
  )
}
