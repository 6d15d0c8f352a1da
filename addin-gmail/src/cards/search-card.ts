import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, input, pressButton, row, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { chooseAction } from './choice-card'

/** With `contactId` the client of a registered contact is changed; without it the opened message is registered for the one found. */
export const openSearchAction = defineAction('open-search', [], ['contactId', 'message'])
export const searchAction = defineAction('search', [], ['contactId', 'message'])
export const changeClientAction = defineAction('change-client', ['message', 'contactId', 'counterpartyId'])
export const searchInputs = { query: 'query' } as const

export interface SearchView { message: string; contactId: string | null; query: string; found: readonly { id: string; name: string }[] | null; problem?: string }

export function searchCard({ message, contactId, query, found, problem }: SearchView, context: CardContext): Card {
  const words = cardWords(context)
  const pick = (counterpartyId: string) => contactId
    ? changeClientAction.on(context, { message, contactId, counterpartyId })
    : chooseAction.on(context, { message, counterpartyId })
  const results: Widget[] = (found ?? []).slice(0, 20).map(({ id, name }) => row({ text: name, button: pressButton(words.choose, pick(id), 'BORDERLESS') }))
  return card({
    name: 'search', title: words.anotherClient,
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []),
        input(searchInputs.query, words.clientName, query, { hint: words.searchHint }),
        buttons(pressButton(words.search, { ...searchAction.on(context, { message, contactId }), persistValues: true }, 'FILLED')),
      ]),
      found && section(null, results.length > 0 ? results : [text(words.nothingFound)]),
    ],
  })
}
