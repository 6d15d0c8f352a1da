import { useEffect, useRef, useState } from 'react'
import { contactDetailsIn } from '@counterpane/shared/text/contact-details'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import type { Failure } from '../../app/failure'
import { useDeed, usePane, usePaneState } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { sendable } from '../../app/sendable'
import { shownAddress } from '../identify/shown-address'
import { guessedClientName, guessedPersonName } from './guess'

export type ClientKind = 'existing' | 'new' | 'none'
/** `name`, `address` and `client` are what the email, or the answer about it, gives. */
export interface PersonFormProps { view: MessageView; name: string; address: string; client: Reference | null; preferNewClient?: boolean; onClose: () => void }
interface Reference { id: string; name: string }

/** The new person as far as it is filled in. What was saved before a failure is not made twice by the next press. */
export function usePersonDraft({ view, name, address, client, preferNewClient, onClose }: PersonFormProps) {
  const { api, client: mail, registering, store } = usePane()
  const own = registerTexts[usePaneState().locale]
  const guessedName = guessedPersonName(name, address)
  const guessedClient = guessedClientName(address)
  const [fields, setFields] = useState({
    name: guessedName, address, position: '', phones: '', kind: (client && !preferNewClient ? 'existing' : guessedClient || preferNewClient ? 'new' : 'none') as ClientKind, client, clientName: guessedClient,
  })
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const made = useRef<{ clientId?: string; personId?: string }>({})
  const deed = useDeed(setFailure)
  const [signature, setSignature] = useState<{ position: string; phones: string } | null>(null)

  // The signature speaks of the sender: it is read when this form opens for the sender, and fills only what nobody has filled meanwhile.
  const ofSender = address !== '' && address === shownAddress(view.message.snapshot.from.address)
  useEffect(() => {
    if (!ofSender) return
    let live = true
    mail.mailbox.readText(view.key).then(({ text }) => {
      if (!live || text === null) return
      const found = contactDetailsIn(text)
      const guess = { position: found.position ?? '', phones: found.phones.join(', ') }
      setSignature(guess)
      setFields((now) => ({ ...now, position: now.position || guess.position, phones: now.phones || guess.phones }))
    }, () => undefined)
    return () => { live = false }
  }, [mail, view.key, ofSender])

  const problems = checked ? {
    name: fields.name.trim() === '' ? own.nameNeeded : undefined,
    client: fields.kind === 'existing' && !fields.client ? own.clientNeeded : undefined,
    clientName: fields.kind === 'new' && fields.clientName.trim() === '' ? own.nameNeeded : undefined,
  } : {}
  const wrong = fields.name.trim() === '' || (fields.kind === 'existing' && !fields.client) || (fields.kind === 'new' && fields.clientName.trim() === '')

  async function make() {
    const clientId = fields.kind === 'existing' ? fields.client?.id ?? null : fields.kind === 'none' ? null
      : (made.current.clientId ??= (await api('createCounterparty', { body: sendable({ name: fields.clientName.trim() }) })).id)
    const phones = fields.phones.split(/[,;\n]+/).map((phone) => phone.trim().slice(0, 100)).filter((phone) => phone !== '').slice(0, 200)
    made.current.personId ??= (await api('createPerson', {
      body: sendable({
        name: fields.name.trim(), counterpartyId: clientId, ...(fields.address.trim() && { addresses: [fields.address.trim()] }), ...(fields.position.trim() && { position: fields.position.trim() }),
        ...(phones.length > 0 && { phones }),
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
      else store.say(own.saved)
    })
    setBusy(false)
    if (saved) onClose()
  }
  return {
    fields, problems, busy, failure, guessedName, guessedClient, signature, save,
    change: (patch: Partial<typeof fields>) => setFields({ ...fields, ...patch }),
    chooseClient: (chosen: Reference | null) => setFields({ ...fields, kind: 'existing', client: chosen && { id: chosen.id, name: chosen.name } }),
  }
}
