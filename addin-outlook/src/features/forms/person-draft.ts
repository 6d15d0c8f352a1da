import { useRef, useState } from 'react'
import type { Failure } from '../../app/failure'
import { useDeed, usePane, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { sendable } from '../../app/sendable'
import { guessedClientName, guessedPersonName } from './guess'

export type ClientKind = 'existing' | 'new' | 'none'
/** `name`, `address` and `client` are what the email, or the answer about it, gives. */
export interface PersonFormProps { view: MessageView; name: string; address: string; client: Reference | null; preferNewClient?: boolean; onClose: () => void }
interface Reference { id: string; name: string }

/** The new person as far as it is filled in. What was saved before a failure is not made twice by the next press. */
export function usePersonDraft({ view, name, address, client, preferNewClient, onClose }: PersonFormProps) {
  const { api, registering, store } = usePane()
  const texts = useTexts()
  const guessedName = guessedPersonName(name, address)
  const guessedClient = guessedClientName(address)
  const [fields, setFields] = useState({
    name: guessedName, address, position: '', kind: (client && !preferNewClient ? 'existing' : guessedClient || preferNewClient ? 'new' : 'none') as ClientKind, client, clientName: guessedClient,
  })
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const made = useRef<{ clientId?: string; personId?: string }>({})
  const deed = useDeed(setFailure)

  const problems = checked ? {
    name: fields.name.trim() === '' ? texts.nameNeeded : undefined,
    client: fields.kind === 'existing' && !fields.client ? texts.clientNeeded : undefined,
    clientName: fields.kind === 'new' && fields.clientName.trim() === '' ? texts.nameNeeded : undefined,
  } : {}
  const wrong = fields.name.trim() === '' || (fields.kind === 'existing' && !fields.client) || (fields.kind === 'new' && fields.clientName.trim() === '')

  async function make() {
    const clientId = fields.kind === 'existing' ? fields.client?.id ?? null : fields.kind === 'none' ? null
      : (made.current.clientId ??= (await api('createCounterparty', { body: sendable({ name: fields.clientName.trim() }) })).id)
    made.current.personId ??= (await api('createPerson', {
      body: sendable({
        name: fields.name.trim(), counterpartyId: clientId, ...(fields.address.trim() && { addresses: [fields.address.trim()] }), ...(fields.position.trim() && { position: fields.position.trim() }),
      }),
    })).id
    return { clientId, personId: made.current.personId }
  }

  async function save({ register }: { register: boolean }) {
    setChecked(true)
    if (wrong || busy) return
    setBusy(true)
    const saved = await deed(async () => {
      const { clientId, personId } = await make()
      store.forgetClients([clientId], view.key)
      await store.ask(view.key)
      if (register) await registering.register(view.key, { counterpartyId: clientId, personIds: [personId] })
      else store.say(texts.saved)
    })
    setBusy(false)
    if (saved) onClose()
  }
  return {
    fields, problems, busy, failure, guessedName, guessedClient, save,
    change: (patch: Partial<typeof fields>) => setFields({ ...fields, ...patch }),
    chooseClient: (chosen: Reference | null) => setFields({ ...fields, kind: 'existing', client: chosen && { id: chosen.id, name: chosen.name } }),
  }
}
