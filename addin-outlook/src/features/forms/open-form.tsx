import type { Found } from '@counterpane/shared/contract/client'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { AlsoForm } from '../register/also-form'
import { AnywayForm } from '../register/anyway-form'
import { CommentForm } from '../register/comment-form'
import { shownAddress } from '../identify/shown-address'
import { CallForm } from './call-form'
import { ClientDesk } from './client-desk'
import { ClientSearch, clientOf } from './client-search'
import { PersonForm } from './person-form'
import { TaskForm } from './task-form'
import { createTelling, whoOf } from './who'
import { WhoWrites } from './who-writes'

/** Which form stands open; one at a time. */
export type FormName =
  | { form: 'call' } | { form: 'task' } | { form: 'note' } | { form: 'comment' } | { form: 'another-client' } | { form: 'also' } | { form: 'anyway' } | { form: 'who-writes' }
  | { form: 'person'; name: string; address: string; newClient?: boolean } | { form: 'search' }
export interface OpenFormProps { open: FormName; view: MessageView; onOpen: (form: FormName) => void; onClose: () => void }

export function OpenForm({ open, view, onOpen, onClose }: OpenFormProps) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const services = usePane()
  const { registering, store } = services
  const { from, subject } = view.message.snapshot
  const match = shownClient(view)?.match
  const telling = createTelling(services, view)

  async function toAnotherClient(found: Found) {
    const client = clientOf(found)
    onClose()
    if (!client) return
    if (!view.answer?.registered) return registering.register(view.key, { counterpartyId: client.id, ...(found.kind === 'person' && { personIds: [found.id] }) })
    if (await registering.changeClient(view.key, client.id)) store.say(own.changedTo(client.name))
  }
  const report = (error: unknown) => registering.fail(view.key, error)

  switch (open.form) {
    case 'call': return <CallForm who={whoOf(view)} subject={subject} onMade={telling.contact} onClose={onClose} />
    case 'task': case 'note': return <TaskForm key={open.form} kind={open.form} who={whoOf(view)} subject={subject} contactId={view.answer?.registered?.contactId ?? null} onMade={telling.task} onClose={onClose} />
    case 'comment': return <CommentForm view={view} onClose={onClose} />
    case 'also': return <AlsoForm view={view} onClose={onClose} />
    case 'anyway': return <AnywayForm view={view} onClose={onClose} />
    case 'another-client': return <ClientSearch label={texts.searchClients} accepts={(found) => clientOf(found) !== null} onClose={onClose} onChoose={(found) => void toAnotherClient(found).catch(report)} />
    case 'search': return <ClientDesk view={view} onClose={onClose} />
    case 'who-writes': return match?.counterparty ? (
      <WhoWrites view={view} clientId={match.counterparty.id} onClose={onClose} onNewPerson={() => onOpen({ form: 'person', name: from.name, address: shownAddress(from.address) })} />
    ) : null
    case 'person': return <PersonForm view={view} name={open.name} address={open.address} client={match?.counterparty ?? null} preferNewClient={open.newClient ?? false} onClose={onClose} />
  }
}
