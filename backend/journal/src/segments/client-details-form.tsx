import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import type { Counterparty } from '@counterpane/shared/contract/client'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Field, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useDictionaries } from '../api/journal-queries'
import { useClientWords } from '../clients/client-list-queries'
import { ReferenceSelect } from '../forms/reference-select'
import type { ClientSave } from './client-save'
import { useAttributeText } from './attribute-input'
import { DetailForm, type AttributeValues } from './detail-form'
import { changesOf } from './draft-changes'
import { attributeName } from './use-rule-names'

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
  // Where nobody keeps a list, what other clients have is offered.
  const used = useClientWords().data
  const listOf = (kept: readonly string[] | undefined, others: readonly string[] | undefined) => (kept && kept.length > 0 ? kept : others)
  const lists = {
    status: listOf(dictionaries?.statuses, used?.status), class: listOf(dictionaries?.classes, used?.class), turnover: listOf(dictionaries?.turnovers, used?.turnover), industry: listOf(dictionaries?.industries, used?.industry), region: listOf(dictionaries?.regions, used?.region),
  }
  const valueOf = useAttributeText()
  const send = (over: Counterparty) => {
    const base = draftOf(seen)
    const { adSource, attributes: _attributes, ...rest } = changesOf(draft, base)
    const body = { ...rest, ...(adSource !== undefined && { adSourceId: adSource?.id ?? null }), attributes: { ...over.attributes, ...changesOf(draft.attributes, base.attributes) } as AttributeValues }
    save.mutate({ body, ifMatch: over.etag }, { onSuccess: onDone })
  }
  const theirs = () => {
    const { attributes = {}, adSource, ...rest } = changesOf(draftOf(client), draftOf(seen))
    const details = Object.entries(changesOf(attributes, draftOf(seen).attributes)).map(([key, value]) => { const defined = definitions.find((one) => one.key === key); return [attributeName(defined, locale) ?? key, valueOf(value, defined?.type)] as const })
    return [...Object.entries(rest).map(([key, value]) => [text[key as keyof typeof rest], value ?? ''] as const), ...(adSource !== undefined ? [[text.source, adSource?.name ?? ''] as const] : []), ...details]
  }
  return (
    <DetailForm
      definitions={definitions} values={draft.attributes} onValues={(attributes) => setDraft({ ...draft, attributes })} busy={save.isPending} error={save.error} theirs={client.etag === seen.etag ? null : theirs()}
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
