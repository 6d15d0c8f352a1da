import { nearDate } from '@counterpane/shared/text/dates'
import { cardWords, type CardContext } from '../card-context'
import { buttons, pressButton, row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import { chooseAction, registerAction } from './choice-card'
import type { MessageView } from './message-view'
import { openPersonFormAction, personFormWidgets, withoutClientButton } from './person-form-card'
import { openPersonsAction } from './persons-card'
import { reasonWidgets, registerWidgets } from './register-widgets'
import { openSearchAction } from './search-card'

/** A warning is words above all else; it never blocks. */
export function warningSection({ sidebar: { match } }: MessageView, context: CardContext): Section | null {
  if (match.warnings.length === 0) return null
  return section(cardWords(context).warning, match.warnings.slice(0, 5).map((warning) => row({ text: warning.text })))
}

/** "Perhaps ACME": three answers and the way without any. */
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
    ),
    buttons(withoutClientButton(message, context)),
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

/** Nobody known: the form stands on the card itself, and the way without a client beside it. */
export function unknownWidgets({ message, sender, sidebar: { match } }: MessageView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const without = buttons(withoutClientButton(message, context), pressButton(words.anotherClient, openSearchAction.on(context, { message }), 'BORDERLESS'))
  const reason = text(match.reason.replace(/^./u, (first) => first.toUpperCase()))
  if (sender.address === '') return [reason, without]
  return [reason, without, ...personFormWidgets({ message, address: sender.address, counterparty: null, name: sender.name }, context)]
}

/** The rest of several matches, the one in contact last first. */
export function candidatesSection({ sidebar: { match }, message }: MessageView, context: CardContext): Section | null {
  const words = cardWords(context)
  const rows = match.candidates.slice(0, 10).map(({ person, counterparty, lastContactAt }) => row({
    text: person?.name ?? counterparty?.name ?? words.noName,
    bottom: joined(person && counterparty?.name, lastContactAt && words.lastContactAt(nearDate(lastContactAt, context))),
    button: pressButton(words.choose, chooseAction.on(context, { message, personId: person?.id, counterpartyId: counterparty?.id }), 'BORDERLESS'),
  }))
  return rows.length > 0 ? section(words.inThisEmail, rows) : null
}
