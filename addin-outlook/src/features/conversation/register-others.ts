import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { PaneApi } from '../../app/pane-api'
import type { MessageView } from '../../app/pane-state'
import { sendable } from '../../app/sendable'
import type { Selections } from '../../mailbox/mail-client'
import type { Registering } from '../register/registering'

type Conversation = NonNullable<Sidebar['conversation']>
interface Deps { api: PaneApi; selections: Selections; registering: Registering }

/** Messages of the same conversation, seen in this pane and not registered: what one click can add (product 2.2.6). */
export function othersToRegister(view: MessageView, seen: readonly MessageView[]): MessageView[] {
  return seen.filter(({ key, answer, work }) => key !== view.key && work === 'idle' && answer && !answer.registered && !answer.excluded && answer.match.kind !== 'internal' && answer.match.rule !== 'blocked')
}

/** Exact matches speak for themselves; for anybody else the conversation's client is meant. */
export function clientFor({ answer }: Pick<MessageView, 'answer'>, { counterparty, person }: Conversation) {
  if (answer?.match.kind === 'person' || answer?.match.kind === 'counterparty') return {}
  return { counterpartyId: counterparty?.id ?? null, ...(person && { personIds: [person.id] }) }
}

/** Registers messages that are not open now. Their text is read where the mail client can give it, else they go without and say so. Stops at the first failure. */
export async function registerOthers({ api, selections, registering }: Deps, others: readonly MessageView[], conversation: Conversation) {
  let withoutText = 0
  for (const other of others) {
    const { snapshot, attachments, itemId } = other.message
    const loaded = itemId && selections.givesMessages() ? await selections.load(itemId).catch(() => null) : null
    if (!loaded?.text && !loaded?.html) withoutText++
    const { contact } = await api('registerMessage', {
      body: sendable({
        message: { ...snapshot, text: loaded?.text ?? null, html: loaded?.html ?? null, itemId, attachments: attachments.map(({ name, contentType, size }) => ({ name, contentType, size })) },
        ...clientFor(other, conversation), ...(other.mailbox && { mailbox: other.mailbox }), client: 'outlook' as const,
      }),
    })
    registering.registered(other.key, contact, false)
  }
  return { registered: others.length, withoutText }
}
