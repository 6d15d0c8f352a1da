import type { Found } from '@counterpane/shared/contract/client'
import { usePane, useTexts } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { clientHref, contactHref, journalTab } from '../../app/journal-links'
import { CommentForm } from '../register/comment-form'
import { shownAddress } from '../identify/shown-address'
import { CallForm } from './call-form'
import { ClientSearch } from './client-search'
import { PersonForm } from './person-form'
import { TaskForm } from './task-form'
import { WhoWrites } from './who-writes'

/** Which form stands open; one at a time. */
export type FormName =
  | { form: 'call' } | { form: 'task' } | { form: 'note' } | { form: 'comment' } | { form: 'another-client' } | { form: 'who-writes' }
  | { form: 'person'; name: string; address: string; newClient?: boolean } | { form: 'search' }
export interface OpenFormProps { open: FormName; view: MessageView; onOpen: (form: FormName) => void; onClose: () => void }

export function OpenForm({ open, view, onOpen, onClose }: OpenFormProps) {
  const texts = useTexts()
  const { registering, store } = usePane()
  const { from } = view.message.snapshot
  const match = shownClient(view)?.match

  async function toAnotherClient(found: Found) {
    const client = found.kind === 'person' ? found.counterparty : found
    onClose()
    if (!client) return
    if (!view.answer?.registered) return registering.register(view.key, { counterpartyId: client.id, ...(found.kind === 'person' && { personIds: [found.id] }) })
    await registering.changeClient(view.key, client.id)
    store.say(texts.changedTo(client.name))
  }
  const report = (error: unknown) => registering.fail(view.key, error)

  switch (open.form) {
    case 'call': return <CallForm view={view} onClose={onClose} />
    case 'task': case 'note': return <TaskForm key={open.form} view={view} kind={open.form} onClose={onClose} />
    case 'comment': return <CommentForm view={view} onClose={onClose} />
    case 'another-client': return <ClientSearch label={texts.searchClients} onClose={onClose} onChoose={(found) => void toAnotherClient(found).catch(report)} />
    case 'search': return <ClientSearch label={texts.searchClients} onClose={onClose} onChoose={(found) => window.open(hrefOf(found), journalTab)} />
    case 'who-writes': return match?.counterparty ? (
      <WhoWrites view={view} clientId={match.counterparty.id} onClose={onClose} onNewPerson={() => onOpen({ form: 'person', name: from.name, address: shownAddress(from.address) })} />
    ) : null
    case 'person': return <PersonForm view={view} name={open.name} address={open.address} client={match?.counterparty ?? null} preferNewClient={open.newClient ?? false} onClose={onClose} />
  }
}

const hrefOf = (found: Found) => (found.kind === 'contact' ? contactHref(found.id) : clientHref(found.kind === 'person' && found.counterparty ? found.counterparty.id : found.id))
