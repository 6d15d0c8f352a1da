import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, pressButton, section, text } from '../card-parts'
import type { Action, Card } from '../card-schema'

/** Asks again about the opened message: the answer to a failure, to a late consent and to "Refresh". */
export const refreshAction = defineAction('refresh', ['message'])
/** Reads who wrote by the scope that a click gives, where the sender may not be seen on opening. */
export const identifyAction = defineAction('identify', ['message'])
/** Makes Gmail ask for the consent that is missing, and for no other. */
export const allowAction = defineAction('allow-sender', ['message'])

export interface FailureView {
  title: string; advice: string; reference: string; message: string | null; canRetry: boolean
  /** The button that failed; without one the message is asked about again. */
  again?: Action | null
}
/** What went wrong, what to do, and the reference that the log knows too. */
export function failureCard({ title, advice, reference, message, canRetry, again }: FailureView, context: CardContext): Card {
  const words = cardWords(context)
  const retry = again ?? (message ? refreshAction.on(context, { message }) : null)
  return card({
    name: 'failure', title,
    sections: [
      section(null, [text(advice), text(words.reference(reference))]),
      canRetry && retry ? section(null, [buttons(pressButton(words.retry, retry, 'FILLED'))]) : null,
    ],
  })
}

/** Shown instead of the sender where consent for the headers was not given. */
export function consentCard({ message }: { message: string }, context: CardContext): Card {
  const words = accessCardTexts[context.locale]
  return card({
    name: 'consent', title: words.consent.title,
    sections: [section(null, [
      text(words.consent.advice),
      buttons(pressButton(words.identify, identifyAction.on(context, { message }), 'FILLED')),
      buttons(pressButton(words.allow, allowAction.on(context, { message }), 'BORDERLESS')),
    ])],
  })
}
