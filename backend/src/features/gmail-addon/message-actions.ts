import { pressAnswer, scopesAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { chooseAction, choiceCard, registerAction } from '@counterpane/addin-gmail/cards/choice-card'
import { allowAction, identifyAction, refreshAction } from '@counterpane/addin-gmail/cards/plain-cards'
import { takeBackAction, undoAction } from '@counterpane/addin-gmail/cards/register-widgets'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import type { MessageDesk } from './message-desk'
import { onPress } from './pressed-action'

export interface RegisterWish { message: string; counterpartyId?: string | null; personId?: string | null; always?: boolean }

/** Registers the opened message with its text, which Gmail gives on a press. Null when consent for that is missing. */
export async function registerOpened(needs: GmailAddonNeeds, desk: MessageDesk, visit: Visit, wish: RegisterWish) {
  const { text, html, attachments, itemId, fileIds: _fileIds, ...snapshot } = await desk.readContent(visit, wish.message)
  const { counterpartyId, personId, always } = wish
  return needs.registerMessage(visit.caller, {
    message: { ...snapshot, text, html, attachments, itemId }, client: 'gmail',
    ...(counterpartyId !== undefined && { counterpartyId }), ...(personId && { personIds: [personId] }), ...(always && { always }),
  })
}

/** The consent that a press needs and has not got; the answer makes Gmail ask and then repeat the press. */
export function consentFor(visit: Visit): AddonAnswer | null {
  const missing = missingScopes(visit.event, [scopes.action])
  return missing.length > 0 ? scopesAnswer(missing) : null
}

export function messageActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  return [
    onPress(refreshAction, (visit, { message }) => desk.show(visit, message, { place: 'finish' })),
    onPress(identifyAction, async (visit, { message }) => consentFor(visit) ?? desk.show(visit, message, { place: 'update' })),
    onPress(allowAction, async (visit, { message }) => {
      const missing = missingScopes(visit.event, [scopes.metadata])
      return missing.length > 0 ? scopesAnswer(missing) : desk.show(visit, message, { place: 'update' })
    }),
    onPress(registerAction, async (visit, { message, counterpartyId, personId, always, alone }) => {
      const consent = consentFor(visit)
      if (consent) return consent
      const words = cardWords(visit.context)
      const { created } = await registerOpened(needs, desk, visit, { message, personId, always: always === 'yes', counterpartyId: alone ? null : counterpartyId })
      return desk.show(visit, message, { place: counterpartyId || personId ? 'finish' : 'update', notification: created ? words.registered : words.alreadyRegistered })
    }),
    onPress(undoAction, async (visit, { message, contactId }) => {
      await needs.undoContact(visit.caller, contactId)
      return desk.show(visit, message, { place: 'update', notification: cardWords(visit.context).undone })
    }),
    onPress(takeBackAction, async (visit, { message }) => {
      const { snapshot } = await desk.again(visit, message)
      if (snapshot.messageId) await needs.excludeMessage(visit.caller, { messageId: snapshot.messageId, excluded: false })
      return desk.show(visit, message, { place: 'update' })
    }),
    onPress(chooseAction, async (visit, { message, counterpartyId, personId }) => {
      const { sender } = await desk.again(visit, message)
      const person = personId ? await needs.getPerson(visit.caller, personId) : null
      const counterparty = counterpartyId ? await needs.getCounterparty(visit.caller, counterpartyId) : null
      return pressAnswer('push', choiceCard({ message, address: sender.address, person, counterparty }, visit.context))
    }),
  ]
}
