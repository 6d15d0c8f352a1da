import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { openClientAction } from '@counterpane/addin-gmail/cards/client-card'
import { cancelContactAction, cancelInputs, openCancelAction, openContactAction, openUndoAction, undoContactAction } from '@counterpane/addin-gmail/cards/contact-card'
import { cancelCard, undoCard } from '@counterpane/addin-gmail/cards/contact-questions'
import { historyInputs, openHistoryAction } from '@counterpane/addin-gmail/cards/history-card'
import { historyListCard } from '@counterpane/addin-gmail/cards/history-list-card'
import { oneClientCard } from '@counterpane/addin-gmail/cards/one-client-card'
import { oneContactCard } from '@counterpane/addin-gmail/cards/one-contact-card'
import { methods } from '@counterpane/shared/domain/codes'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { createContactReading } from './contact-reading'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import { createHistoryReading } from './history-reading'
import type { MessageDesk } from './message-desk'
import { onLook, onPress, type PressedAction } from './pressed-action'

const methodOf = (value: string | undefined) => methods.find((one) => one === value) ?? null

export function historyActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  const readContact = createContactReading(needs)
  const reading = createHistoryReading(needs)
  return [
    onLook(openContactAction, async (visit, ids) => pressAnswer('push', oneContactCard(await readContact(visit, ids), visit.context))),
    onLook(openClientAction, async (visit, ids) => pressAnswer('push', oneClientCard(await reading.client(visit, ids), visit.context))),
    onLook(openHistoryAction, async (visit, { cursor, method: drawn, ...whose }) => {
      const chosen = textInput(visit.event, historyInputs.method)
      const method = methodOf(chosen || drawn)
      // The place to go on from belongs to the list as it was drawn.
      const view = await reading.history(visit, { ...whose, method, cursor: method === methodOf(drawn) ? cursor : undefined })
      return pressAnswer(chosen || drawn || cursor ? 'update' : 'push', historyListCard(view, visit.context))
    }),
    onLook(openCancelAction, async (visit, { contactId, message }) =>
      pressAnswer('push', cancelCard({ contact: await needs.getContact(visit.caller, contactId), message }, visit.context))),
    onPress(cancelContactAction, async (visit, { contactId, message }) => {
      await needs.cancelContact(visit.caller, contactId, textInput(visit.event, cancelInputs.reason).slice(0, 100_000) || undefined)
      return desk.show(visit, message, { place: 'finish', notification: clientCardTexts[visit.context.locale].cancelling.done })
    }),
    onLook(openUndoAction, async (visit, { contactId, message }) =>
      pressAnswer('push', undoCard({ contact: await needs.getContact(visit.caller, contactId), message }, visit.context))),
    onPress(undoContactAction, async (visit, { contactId, message }) => {
      await needs.undoContact(visit.caller, contactId)
      return desk.show(visit, message, { place: 'finish', notification: clientCardTexts[visit.context.locale].undoing.done })
    }),
  ]
}
