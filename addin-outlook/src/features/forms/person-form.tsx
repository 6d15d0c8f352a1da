import { Button, Field, Input, Link, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { FailureNote } from '../../app/failure-note'
import { useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { ClientSearch } from './client-search'
import { PaneForm } from './pane-form'
import { type ClientKind, type PersonFormProps, usePersonDraft } from './person-draft'

/** Everything that the email gives is filled in and marked as guessed; one save makes person, client and contact. */
export function PersonForm({ view, name, address, client, preferNewClient = false, onClose }: PersonFormProps) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const draft = usePersonDraft({ view, name, address, client, preferNewClient, onClose })
  const [searching, setSearching] = useState(false)
  if (searching) {
    return <ClientSearch label={texts.searchClients} onClose={() => setSearching(false)} onChoose={(found) => { draft.chooseClient(found.kind === 'person' ? found.counterparty : found); setSearching(false) }} />
  }
  const { fields, problems } = draft
  return (
    <PaneForm label={texts.newContact} onClose={onClose} onSubmit={() => void draft.save({ register: true })}>
      <strong>{texts.newContact}</strong>
      <Field label={texts.name} required hint={fields.name !== '' && fields.name === draft.guessedName && fields.name !== name.trim() ? texts.guessed : undefined} validationMessage={problems.name}>
        <Input value={fields.name} onChange={(_, { value }) => draft.change({ name: value })} />
      </Field>
      <Field label={texts.address}><Input type="email" value={fields.address} onChange={(_, { value }) => draft.change({ address: value })} /></Field>
      <Field label={texts.position}><Input value={fields.position} onChange={(_, { value }) => draft.change({ position: value })} /></Field>
      <Field label={texts.client} validationMessage={problems.client}>
        <RadioGroup value={fields.kind} onChange={(_, { value }) => draft.change({ kind: value as ClientKind })}>
          <Radio value="existing" label={fields.client ? fields.client.name : texts.existingClient} />
          <Radio value="new" label={texts.newClientChoice} />
          <Radio value="none" label={texts.noClientChoice} />
        </RadioGroup>
      </Field>
      {fields.kind === 'existing' && <div><Link as="button" type="button" onClick={() => setSearching(true)}>{texts.searchClients}</Link></div>}
      {fields.kind === 'new' && (
        <Field label={texts.clientName} required hint={fields.clientName !== '' && fields.clientName === draft.guessedClient ? texts.guessed : undefined} validationMessage={problems.clientName}>
          <Input value={fields.clientName} onChange={(_, { value }) => draft.change({ clientName: value })} />
        </Field>
      )}
      <div className={pane.tight}>
        <Button appearance="primary" type="submit" disabledFocusable={draft.busy}>{texts.saveAndRegister}</Button>
        <Button type="button" disabledFocusable={draft.busy} onClick={() => void draft.save({ register: false })}>{texts.saveOnly}</Button>
      </div>
      <FailureNote failure={draft.failure} />
    </PaneForm>
  )
}
