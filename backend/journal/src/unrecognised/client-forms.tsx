import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import { namesOf, PeopleFields } from './people-fields'
import type { Decisions } from './queue-data'

interface Props { group: SenderGroup; decisions: Decisions; onCancel(): void }
interface Named { id: string; name: string }
const kinds = ['client', 'dealer', 'supplier', 'competitor', 'private'] as const
const seenOf = ({ kind, value, standing }: SenderGroup) => ({ kind, value, seen: standing?.key ?? null })

/** "This is …": a client that is known. */
export function ThisIsForm({ group, decisions: { decide }, onCancel }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [client, setClient] = useState<Named | null>(null)
  const [alsoDomain, setAlsoDomain] = useState(true)
  const [names, setNames] = useState<Record<string, string>>({})
  return (
    <form className="jn-queue-form" aria-label={text.whichClient} onSubmit={(event) => {
      event.preventDefault()
      if (client) decide.mutate({ decision: 'this-is', group: seenOf(group), counterpartyId: client.id, alsoDomain: group.kind === 'domain' && alsoDomain, persons: namesOf(names) })
    }}>
      <Field label={text.whichClient}><ClientPicker label={text.whichClient} placeholder={text.chooseClient} chosen={client} onChoose={setClient} autoFocus /></Field>
      <DomainBox group={group} checked={alsoDomain} onChange={setAlsoDomain} />
      <PeopleFields group={group} names={names} onChange={setNames} />
      <FormButtons busy={decide.isPending} disabled={!client} save={text.fileHere} onCancel={onCancel} />
    </form>
  )
}

/** "New client": named after the domain until somebody knows better. */
export function NewClientForm({ group, decisions: { decide }, onCancel }: Props) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [name, setName] = useState(group.newName)
  const [kind, setKind] = useState<(typeof kinds)[number]>(group.kind === 'address' ? 'private' : 'client')
  const [alsoDomain, setAlsoDomain] = useState(true)
  const [names, setNames] = useState<Record<string, string>>({})
  return (
    <form className="jn-queue-form" aria-label={text.newClient} onSubmit={(event) => {
      event.preventDefault()
      if (name.trim()) decide.mutate({ decision: 'new-client', group: seenOf(group), name: name.trim(), kind, alsoDomain: group.kind === 'domain' && alsoDomain, persons: namesOf(names) })
    }}>
      <Field label={text.newName} required><Input value={name} autoFocus maxLength={500} onChange={(_, { value }) => setName(value)} onFocus={(event) => event.target.select()} /></Field>
      <Field label={text.kind}><Select value={kind} onChange={(_, { value }) => setKind(kinds.find((one) => one === value) ?? 'client')}>{kinds.map((one) => <option key={one} value={one}>{text.kinds[one]}</option>)}</Select></Field>
      <DomainBox group={group} checked={alsoDomain} onChange={setAlsoDomain} />
      <PeopleFields group={group} names={names} onChange={setNames} />
      <FormButtons busy={decide.isPending} disabled={!name.trim()} save={text.make} onCancel={onCancel} />
    </form>
  )
}

function DomainBox({ group, checked, onChange }: { group: SenderGroup; checked: boolean; onChange(checked: boolean): void }) {
  const { locale } = useSurroundings()
  if (group.kind !== 'domain') return null
  return <Checkbox label={<span className="jn-breakable">{unrecognisedTexts[locale].alsoDomain(group.name)}</span>} checked={checked} onChange={(_, data) => onChange(data.checked === true)} />
}

export function FormButtons({ busy, disabled, save, onCancel }: { busy: boolean; disabled: boolean; save: string; onCancel(): void }) {
  const { locale } = useSurroundings()
  return (
    <div className="jn-buttons">
      <Button type="submit" size="small" appearance="primary" disabled={busy || disabled}>{save}</Button>
      <Button size="small" onClick={onCancel}>{unrecognisedTexts[locale].cancel}</Button>
    </div>
  )
}
