import { clientsCardTexts } from '@counterpane/shared/text/clients-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, input, pressButton, row, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { guessedClientName, guessedPersonName } from '../guessed-names'
import { registerAction } from './register-buttons'

/** `at`: a place among the message's participants when it is not its main other side. `own`: the form stands on a card of its own. */
const which = ['counterpartyId', 'at', 'own'] as const
/** Makes the person (and the client, when one is named or given by id) and registers the message, in one press. */
export const createAction = defineAction('create', ['message'], which)
export const openPersonFormAction = defineAction('open-person-form', ['message'], ['counterpartyId', 'at'])
/** Reads the text for what the signature says; what was typed stays. */
export const fillFromSignatureAction = defineAction('fill-from-signature', ['message'], which)
/** Names of clients while one types. */
export const suggestClientsAction = defineAction('suggest-clients')
export const personInputs = { name: 'name', client: 'client', position: 'position', phone: 'phone' } as const

export interface PersonFormView {
  message: string; at?: string; address: string; counterparty: { id: string; name: string } | null; problem?: string
  name: string; client?: string; position?: string; phone?: string
  /** Somebody beside a main other side that is known: the person is made, and the email stays whose it is. */
  aside?: boolean
  /** The address is the client's own, so the person gets none. */
  stays?: boolean
  /** What a new press would make of the name of a client that stands in the form; undefined where that was not looked up. */
  clientIs?: 'known' | 'new'
  /** 'unread' until a press; what was found in it stands in the form and is marked. */
  signature?: { position: string; phone: string } | 'unread' | 'foreign'
  /** Of look-alikes; from the domain of one no client is guessed. */
  warnings?: readonly string[]
}

/** The form filled as far as the email goes; it stands on the card of an unknown sender, or on its own. */
export function personFormWidgets(view: PersonFormView, context: CardContext, own?: 'yes'): Widget[] {
  const [words, ownWords] = [cardWords(context), clientsCardTexts[context.locale]]
  const { message, at, counterparty, signature = 'unread' } = view
  const ids = { message, at, own, counterpartyId: counterparty?.id }
  const name = own ? view.name : guessedPersonName(view.name, view.address)
  const found = typeof signature === 'object' ? signature : { position: '', phone: '' }
  const hintFor = (value: string | undefined, hint?: string) => ({ hint: value && value === hint ? ownWords.fromSignature : undefined })
  return [
    ...(view.problem ? [text(view.problem)] : []),
    input(personInputs.name, words.name, name, { hint: name === '' ? undefined : words.guessed }),
    row({ top: words.address, text: view.address, bottom: view.stays ? ownWords.stays : null }),
    ...clientWidgets(view, context),
    input(personInputs.position, words.position, view.position, hintFor(view.position, found.position)),
    input(personInputs.phone, words.phone, view.phone, { hint: hintFor(view.phone, found.phone).hint ?? ownWords.phonesHint }),
    ...(signature === 'unread' ? [buttons(pressButton(ownWords.fillFromSignature, { ...fillFromSignatureAction.on(context, ids), persistValues: true }))]
      : signature === 'foreign' ? [text(ownWords.foreignSignature)] : found.position || found.phone ? [] : [text(ownWords.nothingInSignature)]),
    buttons(pressButton(view.aside ? ownWords.createOnly : words.createAndRegister, { ...createAction.on(context, ids), persistValues: true, requiredWidgets: [personInputs.name] }, 'FILLED')),
  ]
}

/** Which client it will be: a given one, one of the base, a new one, or none. */
function clientWidgets({ counterparty, address, warnings = [], client = warnings.length > 0 ? '' : guessedClientName(address), clientIs }: PersonFormView, context: CardContext): Widget[] {
  const [words, own] = [cardWords(context), clientsCardTexts[context.locale]]
  if (counterparty) return [row({ top: words.clientName, text: counterparty.name })]
  const outcome = client === '' ? own.noClient : clientIs === 'known' ? own.clientKnown(client) : own.clientNew(client)
  return [
    input(personInputs.client, words.clientName, client, { hint: own.clientHint, suggest: suggestClientsAction.on(context, {}) }),
    ...(clientIs ? [text(outcome)] : []),
  ]
}

export const withoutClientButton = (message: string, context: CardContext) =>
  pressButton(cardWords(context).registerWithoutClient, registerAction.on(context, { message, alone: 'yes' }))

export function personFormCard(view: PersonFormView, context: CardContext): Card {
  const words = cardWords(context)
  const { warnings = [] } = view
  return card({
    name: 'person-form', title: words.newPerson, subtitle: view.counterparty?.name,
    sections: [
      warnings.length > 0 ? section(words.warning, warnings.slice(0, 5).map((warning) => row({ text: warning }))) : null,
      section(null, personFormWidgets(view, context, 'yes')),
      view.counterparty || view.aside ? null : section(null, [buttons(withoutClientButton(view.message, context))]),
    ],
  })
}
