import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { joined } from '../card-text'

/** Registers the opened message in one press; without ids the server's own match decides, `always` remembers the choice for the team. */
export const registerAction = defineAction('register', ['message'], ['counterpartyId', 'personId', 'always', 'alone'])
/** Opens this card for a person or a client that was picked from a list. */
export const chooseAction = defineAction('choose', ['message'], ['counterpartyId', 'personId'])

export interface ChoiceView { message: string; address: string; person: { id: string; name: string } | null; counterparty: { id: string; name: string } | null }

export function choiceCard({ message, address, person, counterparty }: ChoiceView, context: CardContext): Card {
  const words = cardWords(context)
  const ids = { message, personId: person?.id, counterpartyId: counterparty?.id }
  return card({
    name: 'choice', title: person?.name ?? counterparty?.name ?? words.noName, subtitle: person ? counterparty?.name : null,
    sections: [section(null, [
      text(joined(address)),
      buttons(pressButton(words.registerOnce, registerAction.on(context, ids), 'FILLED')),
      buttons(pressButton(words.registerAlways, registerAction.on(context, { ...ids, always: 'yes' }))),
    ])],
  })
}
