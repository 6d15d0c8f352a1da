import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, type CardContext } from '../card-context'
import { buttons, card, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { openOptionsAction, registerAction } from './register-buttons'

export { chooseAction, registerAction } from './register-buttons'

/** `address`: whose messages an "always" would mean; null where it would mean a colleague's, or nobody's. */
export interface ChoiceView { message: string; address: string | null; person: { id: string; name: string } | null; counterparty: { id: string; name: string } | null }

export function choiceCard({ message, address, person, counterparty }: ChoiceView, context: CardContext): Card {
  const words = cardWords(context)
  const ids = { message, personId: person?.id, counterpartyId: counterparty?.id }
  return card({
    name: 'choice', title: person?.name ?? counterparty?.name ?? words.noName, subtitle: person ? counterparty?.name : null,
    sections: [section(null, [
      ...(address ? [text(address)] : []),
      buttons(pressButton(words.registerOnce, registerAction.on(context, ids), 'FILLED')),
      ...(address ? [buttons(pressButton(words.registerAlways, registerAction.on(context, { ...ids, always: 'yes' })))] : []),
      buttons(pressButton(registerCardTexts[context.locale].options, openOptionsAction.on(context, ids), 'BORDERLESS')),
    ])],
  })
}
