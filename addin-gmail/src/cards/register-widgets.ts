import { nearDate } from '@counterpane/shared/text/dates'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, linkButton, longText, pressButton, row, text } from '../card-parts'
import type { Widget } from '../card-schema'
import { joined, plain } from '../card-text'
import { openClientAction } from './client-card'
import { openContactAction } from './contact-card'
import type { MessageView, NotTakenOver } from './message-view'
import { openPersonFormAction } from './person-form-card'
import { openPlanAction } from './plan-card'
import { openOptionsAction, registerAction } from './register-buttons'
import { openSearchAction } from './search-card'

export const undoAction = defineAction('undo', ['message', 'contactId'])
export const takeBackAction = defineAction('take-back', ['message'])

/** "Registered by Anna, 15 Nov, for ACME" with what can be done about it. */
export function registeredWidgets({ sidebar: { registered, match, sendOrder }, message, sender, after }: MessageView, context: CardContext): Widget[] {
  if (!registered) return []
  const words = cardWords(context)
  const own = registerCardTexts[context.locale]
  const { contactId, by, at, counterparty, canUndo } = registered
  const quiet = (label: string, action: Parameters<typeof pressButton>[1]) => pressButton(label, action, 'BORDERLESS')
  return [
    row({
      text: words.registeredBy({ by: by.name, at: nearDate(at, context) }), icon: 'BOOKMARK', iconText: words.registered,
      bottom: counterparty ? words.forClient(counterparty.name) : words.withoutClient,
    }),
    ...(after?.notTakenOver ? notTakenOverWidgets(after.notTakenOver, context) : []),
    ...(after?.lines ?? []).slice(0, 5).map((line) => text(plain(line, 200))),
    buttons(
      quiet(words.open, openContactAction.on(context, { contactId, message })),
      canUndo && quiet(words.undo, undoAction.on(context, { message, contactId })),
      quiet(words.anotherClient, openSearchAction.on(context, { message, contactId })),
      match.kind === 'none' && sender.address !== '' && quiet(words.newPerson, openPersonFormAction.on(context, { message })),
      linkButton(own.inTheJournal, context.links.contact(contactId)),
    ),
    // Registered on sending, before it had an id that other mailboxes know.
    ...(sendOrder?.provisional ? [buttons(pressButton(own.linkThisCopy, registerAction.on(context, { message, order: sendOrder.id })))] : []),
    ...(after && after.ask !== 'nothing' ? [] : [buttons(pressButton(words.planNext, openPlanAction.on(context, { message, contactId }), 'FILLED'))]),
  ]
}

/** So much of a comment is shown back that it can be taken from here; a longer one stands in no card. */
const commentBack = 3_000

/** Nothing that was typed is lost: the comment is given back to be put where it belongs. */
function notTakenOverWidgets({ privately, visibility, comment }: NotTakenOver, context: CardContext): Widget[] {
  const words = registerCardTexts[context.locale].notTakenOver
  const said = [words.lead, privately && words.privately, visibility && words.keptIs[visibility], comment !== '' && words.comment]
  return [text(said.filter(Boolean).join(' ')), ...(comment === '' ? [] : [longText(comment, 10, commentBack)])]
}

export function excludedWidgets({ message }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  return [text(words.excluded), buttons(pressButton(words.takeBack, takeBackAction.on(context, { message })))]
}

/** The one primary button, for a person or a client found by an exact address; what is kept by it stands beside. */
export function registerWidgets({ message, sidebar: { sendOrder } }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const own = registerCardTexts[context.locale]
  return [
    buttons(
      pressButton(words.register, registerAction.on(context, { message, order: sendOrder?.id }), 'FILLED'),
      pressButton(own.options, openOptionsAction.on(context, { message }), 'BORDERLESS'),
    ),
    text(own.keptBySettings),
  ]
}

/** Why we think so, who answers for the client, its class. */
export function reasonWidgets({ sidebar: { match }, message }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const client = match.counterparty
  const grade = client && joined(client.class && `${words.clientClass} ${client.class}`, client.vip && words.vip)
  return [
    row({ top: words.why, text: match.reason, bottom: grade }),
    ...(client ? [row({ top: words.responsible, text: client.manager?.name ?? words.nobodyResponsible, button: pressButton(registerCardTexts[context.locale].clientCard, openClientAction.on(context, { counterpartyId: client.id, personId: match.person?.id, message }), 'BORDERLESS') })] : []),
  ]
}
