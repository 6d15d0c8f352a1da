import { pressAnswer, scopesAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { chooseAction, choiceCard, registerAction } from '@counterpane/addin-gmail/cards/choice-card'
import { excludeAction, followAction } from '@counterpane/addin-gmail/cards/message-menu'
import { allowAction, identifyAction, refreshAction } from '@counterpane/addin-gmail/cards/plain-cards'
import { takeBackAction, undoAction } from '@counterpane/addin-gmail/cards/register-widgets'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { followUpActions } from './follow-up-actions'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import type { MessageDesk } from './message-desk'
import { optionsActions } from './options-actions'
import { onLook, onPress } from './pressed-action'
import { consentFor, registerOpened, showRegistered } from './register-opened'

export { consentFor, registerOpened, showRegistered } from './register-opened'

export function messageActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  /** A message without an id of its own cannot be marked: nothing would know it again. */
  async function mark(visit: Visit, message: string, excluded: boolean) {
    const { snapshot } = await desk.again(visit, message)
    if (snapshot.messageId) await needs.excludeMessage(visit.caller, { messageId: snapshot.messageId, excluded })
  }

  return [
    onLook(refreshAction, (visit, { message }) => desk.show(visit, message, { place: 'finish' })),
    onLook(identifyAction, async (visit, { message }) => consentFor(visit) ?? desk.show(visit, message, { place: 'update' })),
    onLook(allowAction, async (visit, { message }) => {
      const missing = missingScopes(visit.event, [scopes.metadata])
      return missing.length > 0 ? scopesAnswer(missing) : desk.show(visit, message, { place: 'update' })
    }),
    onPress(registerAction, async (visit, { message, counterpartyId, personId, always, alone, order }) => {
      const consent = consentFor(visit)
      if (consent) return consent
      const done = await registerOpened(needs, desk, visit, { message, personId, always: always === 'yes', counterpartyId: alone ? null : counterpartyId, order })
      return showRegistered(desk, visit, { message, place: counterpartyId || personId ? 'finish' : 'update', done })
    }),
    onPress(undoAction, async (visit, { message, contactId }) => {
      await needs.undoContact(visit.caller, contactId)
      return desk.show(visit, message, { place: 'update', notification: cardWords(visit.context).undone })
    }),
    onPress(excludeAction, async (visit, { message }) => {
      await mark(visit, message, true)
      return desk.show(visit, message, { place: 'update', notification: registerCardTexts[visit.context.locale].excludedNow })
    }),
    onPress(takeBackAction, async (visit, { message }) => {
      await mark(visit, message, false)
      return desk.show(visit, message, { place: 'update' })
    }),
    onPress(followAction, async (visit, { message, stop }) => {
      const { snapshot: { conversationId } } = await desk.again(visit, message)
      const words = registerCardTexts[visit.context.locale].conversation
      if (conversationId) await needs.followConversation(visit.caller, { conversationId, following: !stop })
      return desk.show(visit, message, { place: 'update', notification: stop ? words.unfollowed : words.followed })
    }),
    onLook(chooseAction, async (visit, { message, counterpartyId, personId }) => {
      const { sender, sidebar } = await desk.again(visit, message)
      const person = personId ? await needs.getPerson(visit.caller, personId) : null
      const counterparty = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
      return pressAnswer('push', choiceCard({ message, address: sidebar.match.kind === 'internal' ? null : sender.address, person, counterparty }, visit.context))
    }),
    ...optionsActions(needs, desk), ...followUpActions(needs, desk),
  ]
}
