import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, type CardContext } from '../card-context'
import { buttons, pressButton, row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import type { MessageView } from './message-view'
import { openPersonFormAction, personFormWidgets, withoutClientButton } from './person-form-card'
import { openPersonsAction } from './persons-card'
import { openOptionsAction, registerAction } from './register-buttons'
import { reasonWidgets, registerWidgets } from './register-widgets'
import { openSearchAction } from './search-card'

/** A warning is words above all else; it never blocks. */
export function warningSection({ sidebar: { match } }: MessageView, context: CardContext): Section | null {
  if (match.warnings.length === 0) return null
  return section(cardWords(context).warning, match.warnings.slice(0, 5).map((warning) => row({ text: warning.text })))
}

/** "Perhaps ACME": it is, another, a new client, and the way without any. */
export function suggestionWidgets(view: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const { sidebar: { match }, message } = view
  const ids = { message, counterpartyId: match.counterparty?.id, personId: match.person?.id }
  return [
    ...reasonWidgets(view, context),
    buttons(pressButton(words.itIs, registerAction.on(context, ids), 'FILLED'), pressButton(words.registerAlwaysShort, registerAction.on(context, { ...ids, always: 'yes' }))),
    buttons(
      pressButton(words.anotherClient, openSearchAction.on(context, { message }), 'BORDERLESS'),
      pressButton(words.newClient, openPersonFormAction.on(context, { message }), 'BORDERLESS'),
      pressButton(registerCardTexts[context.locale].options, openOptionsAction.on(context, ids), 'BORDERLESS'),
      { ...withoutClientButton(message, context), type: 'BORDERLESS' },
    ),
  ]
}

/** The address is the client's own: registering works at once, who writes may be said. */
export function counterpartyWidgets(view: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const client = view.sidebar.match.counterparty
  const ids = client && { message: view.message, counterpartyId: client.id }
  return [
    ...reasonWidgets(view, context),
    ...registerWidgets(view, context),
    ...(ids ? [
      text(words.whoWrites(client.name)),
      buttons(
        pressButton(words.choosePerson, openPersonsAction.on(context, ids), 'BORDERLESS'),
        pressButton(words.newPerson, openPersonFormAction.on(context, ids), 'BORDERLESS'),
      ),
    ] : []),
  ]
}

/** Nobody known: the form stands on the card itself, and the ways without it below. */
export function unknownWidgets({ message, sender, sidebar: { match } }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const others = buttons({ ...withoutClientButton(message, context), type: 'BORDERLESS' }, pressButton(words.anotherClient, openSearchAction.on(context, { message }), 'BORDERLESS'))
  const reason = text(match.reason.replace(/^./u, (first) => first.toUpperCase()))
  if (sender.address === '') return [reason, others]
  return [reason, ...personFormWidgets({ message, address: sender.address, counterparty: null, name: sender.name, warnings: match.warnings.map((warning) => warning.text) }, context), others]
}

/** Between colleagues there is nothing to register, unless somebody says for whom. */
export function colleagueWidgets({ message }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  return [text(words.nothingToRegister), buttons(pressButton(registerCardTexts[context.locale].pane.registerAnyway, openSearchAction.on(context, { message }), 'BORDERLESS'))]
}
