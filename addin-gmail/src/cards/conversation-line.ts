import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import type { CardContext } from '../card-context'
import { buttons, pressButton, text } from '../card-parts'
import type { Widget } from '../card-schema'
import { escaped } from '../card-text'
import type { MessageView } from './message-view'
import { registerAction } from './register-buttons'

/** What is registered of this conversation, and for whom: one press files this email there too. Also a letter that was started from a contact. */
export function conversationWidgets({ sidebar, message }: MessageView, context: CardContext): Widget[] {
  const { conversation, match, registered, excluded, sendOrder } = sidebar
  const { conversation: words, ...own } = registerCardTexts[context.locale]
  const open = !registered && !excluded && match.rule !== 'blocked' && match.kind !== 'internal'
  const exact = match.kind === 'person' || match.kind === 'counterparty'
  const register = (client: { id: string; name: string }, ids: { counterpartyId?: string; personId?: string; order?: string }) =>
    buttons(pressButton(words.registerFor(escaped(client.name, 60)), registerAction.on(context, { message, ...ids })))
  const widgets: Widget[] = []
  if (sendOrder && open) {
    widgets.push(text(own.startedFromContact))
    if (sendOrder.counterparty && sendOrder.counterparty.id !== match.counterparty?.id) widgets.push(register(sendOrder.counterparty, { order: sendOrder.id }))
  }
  if (!conversation) return widgets
  const { contacts, counterparty, person, following } = conversation
  if (contacts > 0) widgets.push(text(words.registered(contacts, counterparty?.name ?? null)))
  const another = counterparty && (!exact || counterparty.id !== match.counterparty?.id) && counterparty.id !== sendOrder?.counterparty?.id
  if (open && another) widgets.push(register(counterparty, { counterpartyId: counterparty.id, personId: person?.id }))
  if (following && open) widgets.push(text(own.followedNote))
  return widgets
}
