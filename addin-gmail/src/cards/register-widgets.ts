import { nearDate } from '@counterpane/shared/text/dates'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, linkButton, pressButton, row, text } from '../card-parts'
import type { Widget } from '../card-schema'
import { joined } from '../card-text'
import { registerAction } from './choice-card'
import type { MessageView } from './message-view'
import { openPlanAction } from './plan-card'
import { openSearchAction } from './search-card'

export const undoAction = defineAction('undo', ['message', 'contactId'])
export const takeBackAction = defineAction('take-back', ['message'])

/** "Registered by Anna, 15 Nov, for ACME" with what can be done about it. */
export function registeredWidgets({ sidebar: { registered }, message }: MessageView, context: CardContext): Widget[] {
  if (!registered) return []
  const words = cardWords(context)
  const { contactId, by, at, counterparty, canUndo } = registered
  return [
    row({
      text: words.registeredBy({ by: by.name, at: nearDate(at, context) }), icon: 'BOOKMARK', iconText: words.registered,
      bottom: counterparty ? words.forClient(counterparty.name) : words.withoutClient,
    }),
    buttons(
      linkButton(words.open, context.links.contact(contactId)),
      canUndo && pressButton(words.undo, undoAction.on(context, { message, contactId }), 'BORDERLESS'),
      pressButton(words.anotherClient, openSearchAction.on(context, { message, contactId }), 'BORDERLESS'),
    ),
    buttons(pressButton(words.planNext, openPlanAction.on(context, { message, contactId }), 'FILLED')),
  ]
}

export function excludedWidgets({ message }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  return [text(words.excluded), buttons(pressButton(words.takeBack, takeBackAction.on(context, { message })))]
}

/** The one primary button, for a person or a client found by an exact address. */
export function registerWidgets({ message }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  return [buttons(
    pressButton(words.register, registerAction.on(context, { message }), 'FILLED'),
    pressButton(words.anotherClient, openSearchAction.on(context, { message }), 'BORDERLESS'),
  )]
}

/** Why we think so, who answers for the client, its class. */
export function reasonWidgets({ sidebar: { match } }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const client = match.counterparty
  const grade = client && joined(client.class && `${words.clientClass} ${client.class}`, client.vip && words.vip)
  return [
    row({ top: words.why, text: match.reason, bottom: grade }),
    ...(client ? [row({ top: words.responsible, text: client.manager?.name ?? words.nobodyResponsible, open: context.links.counterparty(client.id) })] : []),
  ]
}
