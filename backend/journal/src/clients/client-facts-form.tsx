import type { Counterparty } from '@counterpane/shared/contract/client'
import { ProblemError, type BodyOf } from '@counterpane/shared/contract/http-client'
import { clientListTexts, type ClientListWords } from '@counterpane/shared/text/client-list-journal'
import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useManagers } from '../api/journal-queries'
import { ProblemNotice } from '../parts/problem-notice'
import { useFocusReturn } from '../parts/use-focus-return'
import { useClientWords } from './client-list-queries'

type Draft = Record<'name' | 'kind' | 'class' | 'taxNumber' | 'managerId' | 'addresses' | 'domains' | 'phones', string> & { vip: boolean }
const draftOf = (client: Counterparty): Draft => ({
  name: client.name, kind: client.kind, class: client.class ?? '', taxNumber: client.taxNumber ?? '', managerId: client.manager?.id ?? '', vip: client.vip,
  addresses: client.addresses.join('\n'), domains: client.domains.join('\n'), phones: client.phones.join('\n'),
})
const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean)
/** Only what one has changed oneself is sent. */
function changesOf(draft: Draft, seen: Draft): BodyOf<'patchCounterparty'> {
  const is = (name: keyof Draft) => draft[name] !== seen[name]
  return {
    ...(is('name') && { name: draft.name.trim() }), ...(is('kind') && { kind: draft.kind }), ...(is('class') && { class: draft.class || null }), ...(is('vip') && { vip: draft.vip }), ...(is('taxNumber') && { taxNumber: draft.taxNumber.trim() || null }),
    ...(is('managerId') && { managerId: draft.managerId || null }), ...(is('addresses') && { addresses: lines(draft.addresses) }), ...(is('domains') && { domains: lines(draft.domains) }), ...(is('phones') && { phones: lines(draft.phones) }),
  }
}
const nameOf = (field: keyof Draft, say: ClientListWords['edit']) => ({ name: say.name, kind: say.kind, class: say.class, taxNumber: say.tax, managerId: say.manager, vip: say.vip, addresses: say.addresses, domains: say.domains, phones: say.phones })[field]

/** The main facts of a client, changed in place. What somebody else changed meanwhile is told before it could be overwritten. */
export function ClientFactsForm({ client, onDone }: { client: Counterparty; onDone: () => void }) {
  const { call, text, locale } = useSurroundings()
  const { edit: say, kinds } = clientListTexts[locale]
  const queries = useQueryClient()
  useFocusReturn()
  const { data: managers } = useManagers()
  const { data: words } = useClientWords()
  const [seen, see] = useState({ etag: client.etag, draft: draftOf(client) })
  const [draft, setDraft] = useState(seen.draft)
  const [theirs, tell] = useState<(keyof Draft)[] | null>(null)
  const put = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const save = useMutation({
    mutationFn: () => call('patchCounterparty', { id: client.id, body: changesOf(draft, seen.draft), ifMatch: seen.etag }),
    onSuccess: (saved) => {
      queries.setQueryData(['counterparty', client.id], saved)
      for (const key of ['client-rows', 'client-count', 'client-words', 'changes', 'counterparties']) void queries.invalidateQueries({ queryKey: [key] })
      onDone()
    },
    onError: async (error) => {
      if (!(error instanceof ProblemError) || error.problem.code !== 'stale') return
      const fresh = await call('getCounterparty', { id: client.id })
      const newer = draftOf(fresh)
      const fields = Object.keys(newer) as (keyof Draft)[]
      // What only the other one changed is taken over; what both changed stays as it was typed here, and is told.
      setDraft((now) => Object.assign({}, newer, ...fields.filter((name) => now[name] !== seen.draft[name]).map((name) => ({ [name]: now[name] }))) as Draft)
      tell(fields.filter((name) => newer[name] !== seen.draft[name]))
      see({ etag: fresh.etag, draft: newer })
      queries.setQueryData(['counterparty', client.id], fresh)
    },
  })
  const isStale = save.error instanceof ProblemError && save.error.problem.code === 'stale'
  const nameless = draft.name.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (nameless || save.isPending) return
    if (Object.keys(changesOf(draft, seen.draft)).length === 0) return onDone()
    save.mutate()
  }
  const classes = [...new Set([...(words?.class ?? []), ...(draft.class ? [draft.class] : [])])]
  return (
    <form className="jn-facts-form" aria-label={say.title} onSubmit={submit} noValidate>
      <h3>{say.title}</h3>
      {theirs && <div className="jn-wide" role="alert"><p className="jn-warning">{say.stale}</p><ul>{theirs.map((field) => <li key={field}>{nameOf(field, say)}: <strong className="jn-breakable">{theirsOf(field, seen.draft, managers?.items ?? [], say)}</strong></li>)}</ul></div>}
      <Field label={say.name} validationMessage={nameless ? say.needName : undefined}><Input autoFocus maxLength={500} value={draft.name} onChange={(_, { value }) => put({ name: value })} /></Field>
      <Field label={say.kind}><Select value={draft.kind} onChange={(_, { value }) => put({ kind: value })}>{[...new Set([...(words?.kind ?? Object.keys(kinds)), draft.kind])].map((kind) => <option key={kind} value={kind}>{kinds[kind] ?? kind}</option>)}</Select></Field>
      <Field label={say.class}><Select value={draft.class} onChange={(_, { value }) => put({ class: value })}><option value="">{say.none}</option>{classes.map((one) => <option key={one} value={one}>{one}</option>)}</Select></Field>
      <Field label={say.manager}>
        <Select value={draft.managerId} onChange={(_, { value }) => put({ managerId: value })}>
          <option value="">{say.nobody}</option>
          {client.manager && !managers?.items.some(({ id }) => id === client.manager?.id) && <option value={client.manager.id}>{client.manager.name}</option>}
          {managers?.items.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </Select>
      </Field>
      <Field label={say.tax}><Input maxLength={100} value={draft.taxNumber} onChange={(_, { value }) => put({ taxNumber: value })} /></Field>
      <Checkbox className="jn-beside-fields" label={say.vip} checked={draft.vip} onChange={(_, { checked }) => put({ vip: checked === true })} />
      {(['addresses', 'domains', 'phones'] as const).map((name) => <Field key={name} label={say[name]}><Textarea resize="vertical" value={draft[name]} onChange={(_, { value }) => put({ [name]: value })} /></Field>)}
      {save.error && !isStale && <ProblemNotice error={save.error} />}
      <div className="jn-buttons"><Button type="submit" appearance="primary" disabledFocusable={save.isPending}>{say.save}</Button><Button onClick={onDone}>{text.cancelEdit}</Button></div>
    </form>
  )
}

function theirsOf(field: keyof Draft, draft: Draft, managers: readonly { id: string; name: string }[], say: ClientListWords['edit']): string {
  if (field === 'vip') return draft.vip ? '✓' : '–'
  if (field === 'managerId') return managers.find(({ id }) => id === draft.managerId)?.name ?? say.nobody
  return draft[field].replaceAll('\n', ', ') || '–'
}
