import type { Contact } from '@counterpane/shared/contract/contact'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import type { CardContext } from '../card-context'
import { buttons, card, input, pressButton, section, text } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { cancelContactAction, cancelInputs, undoContactAction } from './contact-card'
import { contactRow } from './contact-row'

interface Question { contact: Contact; message?: string }

const asked = ({ contact, message }: Question, context: CardContext): Widget => contactRow(contact, { message }, context)

/** A planned contact is cancelled with a reason, which may stay empty. */
export function cancelCard(question: Question, context: CardContext): Card {
  const words = clientCardTexts[context.locale]
  const press = { ...cancelContactAction.on(context, { contactId: question.contact.id, message: question.message }), persistValues: true }
  return card({
    name: 'cancel-contact', title: words.cancelling.title, subtitle: question.contact.counterparty?.name,
    sections: [section(null, [asked(question, context), input(cancelInputs.reason, words.cancelling.reason, '', { many: true }), buttons(pressButton(words.cancelling.confirm, press, 'FILLED'))])],
  })
}

/** The contact leaves every history, so it is asked once. */
export function undoCard(question: Question, context: CardContext): Card {
  const words = clientCardTexts[context.locale]
  return card({
    name: 'undo-contact', title: words.undoing.title, subtitle: question.contact.counterparty?.name,
    sections: [section(null, [asked(question, context), text(words.undoing.advice), buttons(pressButton(words.undoing.confirm, undoContactAction.on(context, { contactId: question.contact.id, message: question.message }), 'FILLED'))])],
  })
}
