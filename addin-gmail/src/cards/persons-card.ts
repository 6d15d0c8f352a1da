import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, pressButton, row, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { chooseAction } from './choice-card'
import { openPersonFormAction } from './person-form-card'

/** Opens the list of a client's people, to say who of them writes from the client's common address. */
export const openPersonsAction = defineAction('open-persons', ['message', 'counterpartyId'])

export interface PersonsView { message: string; counterparty: { id: string; name: string }; persons: readonly { id: string; name: string; position: string | null }[] }

export function personsCard({ message, counterparty, persons }: PersonsView, context: CardContext): Card {
  const words = cardWords(context)
  const rows = persons.slice(0, 40).map(({ id, name, position }) =>
    row({ text: name, bottom: position, button: pressButton(words.choose, chooseAction.on(context, { message, counterpartyId: counterparty.id, personId: id }), 'BORDERLESS') }))
  return card({
    name: 'persons', title: words.choosePerson, subtitle: counterparty.name,
    sections: [
      section(null, rows.length > 0 ? rows : [text(words.noPersons)]),
      section(null, [buttons(pressButton(words.newPerson, openPersonFormAction.on(context, { message, counterpartyId: counterparty.id })))]),
    ],
  })
}
