import { panelTexts } from '@counterpane/shared/text/panel-journal'
import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useSurroundings } from '../api/journal-context'
import { detailKinds, problemOf, type Detail, type DetailKind } from './detail-values'

/** Further named facts, one a row: text, number, date, yes or no, link. */
export function DetailsField({ details, onChange, touched }: { details: readonly Detail[]; onChange: (details: Detail[]) => void; touched: boolean }) {
  const { locale, call } = useSurroundings()
  const known = useQuery({ queryKey: ['attributes', 'contact'], staleTime: 60_000, queryFn: ({ signal }) => call('listAttributes', { query: { noun: 'contact', active: true }, signal }) }).data?.items ?? []
  const listId = useId()
  const words = panelTexts[locale].detail
  const setRow = (index: number, part: Partial<Detail>) => onChange(details.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <div className="jn-several">
      <datalist id={listId}>{known.map(({ key }) => <option key={key} value={key} />)}</datalist>
      {details.map((detail, index) => (
        // A row is known by its place: its name is what is being typed.
        <DetailRow key={index} detail={detail} listId={known.length > 0 ? listId : undefined} defined={known.find(({ key }) => key === detail.name.trim())} problem={touched ? problemOf(details, index) : null} onChange={(part) => setRow(index, part)} onRemove={() => onChange(details.filter((_, at) => at !== index))} />
      ))}
      <div><Button size="small" icon={<Add16Regular />} onClick={() => onChange([...details, { name: '', kind: 'text', value: '' }])}>{words.add}</Button></div>
    </div>
  )
}

/** `listId`: the names that an administrator defined; none: a plain field. */
interface RowProps { detail: Detail; listId: string | undefined; defined: AttributeDefinition | undefined; problem: ReturnType<typeof problemOf>; onChange: (part: Partial<Detail>) => void; onRemove: () => void }
function DetailRow({ detail, listId, defined, problem, onChange, onRemove }: RowProps) {
  const { locale } = useSurroundings()
  const { detail: words, yes, no } = panelTexts[locale]
  const options = defined?.type === 'choice' ? defined.options : null
  const ofName = problem === 'needName' || problem === 'twice'
  const setKind = (kind: DetailKind) => onChange({ kind, ...(kind === 'yes-no' && { value: String(detail.value === 'true') }), ...(detail.kind === 'yes-no' && { value: '' }) })
  return (
    <div className="jn-detail" role="group" aria-label={detail.name || words.add}>
      <Field validationMessage={problem && ofName ? words[problem] : undefined}><Input aria-label={words.name} list={listId} placeholder={words.name} maxLength={200} value={detail.name} onChange={(_, { value }) => onChange({ name: value })} /></Field>
      <Select aria-label={words.kind} value={detail.kind} onChange={(_, { value }) => setKind(detailKinds.find((one) => one === value) ?? 'text')}>{detailKinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}</Select>
      <Field className="jn-detail-value" validationMessage={problem && !ofName ? words[problem] : undefined}>
        {options && detail.kind === 'text'
          ? <Select aria-label={words.value} value={detail.value} onChange={(_, { value }) => onChange({ value })}><option value="">–</option>{[...new Set([...(detail.value === '' ? [] : [detail.value]), ...options])].map((one) => <option key={one} value={one}>{one}</option>)}</Select>
          : detail.kind === 'yes-no'
          ? <Select aria-label={words.value} value={detail.value} onChange={(_, { value }) => onChange({ value })}><option value="true">{yes}</option><option value="false">{no}</option></Select>
          : <Input aria-label={words.value} placeholder={words.value} maxLength={10_000} type={detail.kind === 'date' ? 'date' : detail.kind === 'link' ? 'url' : 'text'} inputMode={detail.kind === 'number' ? 'decimal' : undefined} value={detail.value} onChange={(_, { value }) => onChange({ value })} />}
      </Field>
      <Button appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.removeRow(detail.name)} title={words.removeRow(detail.name)} onClick={onRemove} />
    </div>
  )
}
