import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { defineAction, type CardContext } from '../card-context'
import { buttons, card, input, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'

/** Brings an invitation's code; the only button that somebody who is no manager of ours has. */
export const invitationAction = defineAction('accept-invitation')
export const codeInput = 'code'

/** The Google identity is verified, but nobody here answers to it. */
export function strangerCard({ email, problem }: { email: string; problem?: string }, context: CardContext): Card {
  const words = accessCardTexts[context.locale]
  return card({
    name: 'stranger', title: words.stranger,
    sections: [section(null, [
      ...(problem ? [text(problem)] : []),
      text(words.askAdministrator(email)),
      input(codeInput, words.code, '', { hint: words.codeHint, limit: 200 }),
      buttons(pressButton(words.accept, { ...invitationAction.on(context, {}), persistValues: true, requiredWidgets: [codeInput] }, 'FILLED')),
    ])],
  })
}

export function welcomeCard({ name }: { name: string }, context: CardContext): Card {
  const words = accessCardTexts[context.locale]
  return card({ name: 'welcome', title: words.welcome(name), sections: [section(null, [text(words.openAnEmail)])] })
}
