import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, input, pressButton, row, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { registerAction } from './choice-card'

/** Makes the person (and the client, when one is named or given by id) and registers the message, in one press. */
export const createAction = defineAction('create', ['message'], ['counterpartyId'])
export const openPersonFormAction = defineAction('open-person-form', ['message'], ['counterpartyId'])
export const personInputs = { name: 'name', client: 'client', position: 'position', phone: 'phone' } as const

export interface PersonFormView {
  message: string; address: string; counterparty: { id: string; name: string } | null; problem?: string
  name: string; client?: string; position?: string; phone?: string
}

/** The form filled as far as the email goes. */
export function personFormWidgets(view: PersonFormView, context: CardContext): Widget[] {
  const words = cardWords(context)
  const { message, counterparty } = view
  return [
    ...(view.problem ? [text(view.problem)] : []),
    input(personInputs.name, words.name, view.name, { hint: words.guessed }),
    row({ top: words.address, text: view.address }),
    counterparty ? row({ top: words.clientName, text: counterparty.name }) : input(personInputs.client, words.clientName, view.client, { hint: words.clientHint }),
    input(personInputs.position, words.position, view.position),
    input(personInputs.phone, words.phone, view.phone),
    buttons(pressButton(words.createAndRegister, { ...createAction.on(context, { message, counterpartyId: counterparty?.id }), persistValues: true, requiredWidgets: [personInputs.name] }, 'FILLED')),
  ]
}

export const withoutClientButton = (message: string, context: CardContext) =>
  pressButton(cardWords(context).registerWithoutClient, registerAction.on(context, { message, alone: 'yes' }))

export function personFormCard(view: PersonFormView, context: CardContext): Card {
  const words = cardWords(context)
  return card({ name: 'person-form', title: words.newPerson, subtitle: view.counterparty?.name, sections: [section(null, personFormWidgets(view, context))] })
}
