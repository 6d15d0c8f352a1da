import type { Contact } from '@counterpane/shared/contract/contact'
import { methods, type Method } from '@counterpane/shared/domain/codes'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { words as domainWords } from '@counterpane/shared/text/words'
import type { CardContext } from '../card-context'
import { buttons, card, choice, menuItem, pressButton, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { joined } from '../card-text'
import { openCallAction } from './call-card'
import { openClientAction } from './client-card'
import { contactRow } from './contact-row'
import { everyMethod, historyInputs, openHistoryAction } from './history-card'

export interface HistoryView {
  counterpartyId?: string; personId?: string; message?: string
  /** Whose history it is. */
  title: string; subtitle: string | null
  method: Method | null; items: readonly Contact[]; nextCursor: string | null
  /** Not the first page. */
  later: boolean
}
export const historyPage = 20

/** A page of contacts, the newest first; all of them or those of one method. */
export function historyListCard(view: HistoryView, context: CardContext): Card {
  const words = clientCardTexts[context.locale]
  const { counterpartyId, personId, message, method, items, nextCursor, later } = view
  const whose = { counterpartyId, personId, message }
  const page = (cursor: string | null) => openHistoryAction.on(context, { ...whose, method, cursor })
  const kinds = [{ value: everyMethod, text: words.allMethods }, ...methods.map((value) => ({ value, text: domainWords[context.locale].method[value] }))]
  const count = `${items.length}${nextCursor ? '+' : ''}`
  return card({
    name: 'history', title: view.title, subtitle: joined(words.historyTitle, view.subtitle),
    menu: [menuItem(words.clientCard, openClientAction.on(context, whose))],
    sections: [
      section(null, [choice(historyInputs.method, words.method, kinds, method ?? everyMethod, { onChange: page(null) })]),
      section((later ? words.earlierHistory : words.history)(count), items.length > 0 ? items.slice(0, historyPage).map((contact) => contactRow(contact, { message }, context)) : emptyWidgets(view, context)),
      nextCursor || later ? section(null, [buttons(
        nextCursor ? pressButton(words.earlier, page(nextCursor)) : null,
        later && pressButton(words.toLatest, page(null), 'BORDERLESS'),
      )]) : null,
    ],
  })
}

function emptyWidgets({ counterpartyId, personId, message, method, later }: HistoryView, context: CardContext): Widget[] {
  const words = clientCardTexts[context.locale]
  if (later) return [text(words.noEarlier)]
  if (method) return [text(words.noContacts), text(words.otherMethod)]
  return [text(words.noContacts), text(words.firstAppears), buttons(pressButton(words.logCall, openCallAction.on(context, { counterpartyId, personId, message }), 'FILLED'))]
}
