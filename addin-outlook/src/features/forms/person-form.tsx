import { Button, Field, Input, Link, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { FailureNote } from '../../app/failure-note'
import { usePaneState, useTexts } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'
import { ForwardedSuggestion } from '../register/forwarded-suggestion'
import { ClientSearch, clientOf } from './client-search'
import { PaneForm } from './pane-form'
import { type ClientKind, type PersonFormProps, usePersonDraft } from './person-draft'

/** Everything that the email gives is filled in and marked as guessed; one save makes person, client and contact. */
export function PersonForm({ view, name, address, client, preferNewClient = false, onClose }: PersonFormProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const draft = usePersonDraft({ view, name, address, client, preferNewClient, onClose })
  const [searching, setSearching] = useState(false)
  if (searching) {
    return <ClientSearch label={texts.searchClients} onClose={() => setSearching(false)} onChoose={(found) => { draft.chooseClient(clientOf(found)); setSearching(false) }} />
  }
  const { fields, problems } = draft
  return (
    <PaneForm label={own.newContact} onClose={onClose} onSubmit={() => void draft.save({ register: true })}>
      <strong>{own.newContact}</strong>
      <Field label={own.name} required hint={fields.name !== '' && fields.name === draft.guessedName && fields.name !== name.trim() ? own.guessed : undefined} validationMessage={problems.name}>
        <Input value={fields.name} onChange={(_, { value }) => draft.change({ name: value })} />
      </Field>
      <Field label={own.address}><Input type="email" value={fields.address} onChange={(_, { value }) => draft.change({ address: value })} /></Field>
      <Field label={own.position} hint={fields.position !== '' && fields.position === draft.signature?.position ? own.fromSignature : undefined}>
        <Input value={fields.position} onChange={(_, { value }) => draft.change({ position: value })} />
      </Field>
      <Field label={own.phone} hint={fields.phones !== '' && fields.phones === draft.signature?.phones ? own.fromSignature : undefined}>
        <Input type="tel" value={fields.phones} onChange={(_, { value }) => draft.change({ phones: value })} />
      </Field>
      {client === null && fields.kind !== 'existing' && (
        <ForwardedSuggestion view={view} onTake={(match) => draft.chooseClient(match.counterparty)} />
      )}
      <Field label={texts.client} validationMessage={problems.client}>
        <RadioGroup value={fields.kind} onChange={(_, { value }) => draft.change({ kind: value as ClientKind })}>
          <Radio value="existing" label={fields.client ? fields.client.name : own.existingClient} />
          <Radio value="new" label={own.newClientChoice} />
          <Radio value="none" label={own.noClientChoice} />
        </RadioGroup>
      </Field>
      {fields.kind === 'existing' && <div><Link as="button" type="button" onClick={() => setSearching(true)}>{texts.searchClients}</Link></div>}
      {fields.kind === 'new' && (
        <Field label={own.clientName} required hint={fields.clientName !== '' && fields.clientName === draft.guessedClient ? own.guessed : undefined} validationMessage={problems.clientName}>
          <Input value={fields.clientName} onChange={(_, { value }) => draft.change({ clientName: value })} />
        </Field>
      )}
      <div className={pane.tight}>
        <Button appearance="primary" type="submit" disabledFocusable={draft.busy}>{own.saveAndRegister}</Button>
        <Button type="button" disabledFocusable={draft.busy} onClick={() => void draft.save({ register: false })}>{own.saveOnly}</Button>
      </div>
      <FailureNote failure={draft.failure} />
    </PaneForm>
  )
}
