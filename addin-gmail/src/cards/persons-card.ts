import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, linkButton, pressButton, row, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { plain } from '../card-text'
import { openPersonFormAction } from './person-form-card'
import { chooseAction } from './register-buttons'
import { openSearchAction } from './search-card'

/** Opens the list of a client's people, to say who of them writes from the client's common address. */
export const openPersonsAction = defineAction('open-persons', ['message', 'counterpartyId'])
const nameLimit = 100
/** More rows of long names would make a card too large; the others are found by name. */
export const personsLimit = 25

export interface PersonsView { message: string; counterparty: { id: string; name: string }; persons: readonly { id: string; name: string; position: string | null }[] }

export function personsCard({ message, counterparty, persons }: PersonsView, context: CardContext): Card {
  const [words, own] = [cardWords(context), clientsCardTexts[context.locale]]
  const rows = persons.slice(0, personsLimit).map(({ id, name, position }) =>
    row({ text: plain(name, nameLimit), bottom: position && plain(position, nameLimit), button: pressButton(words.choose, chooseAction.on(context, { message, counterpartyId: counterparty.id, personId: id }), 'BORDERLESS') }))
  const more = persons.length > personsLimit
    ? [text(own.firstPersons(personsLimit)), buttons(pressButton(own.findPerson, openSearchAction.on(context, { message }), 'BORDERLESS'), linkButton(own.allInJournal, context.links.counterparty(counterparty.id)))] : []
  return card({
    name: 'persons', title: words.choosePerson, subtitle: counterparty.name,
    sections: [
      section(null, [buttons(pressButton(words.newPerson, openPersonFormAction.on(context, { message, counterpartyId: counterparty.id })))]),
      section(null, rows.length > 0 ? [...rows, ...more] : [text(words.noPersons)]),
    ],
  })
}
