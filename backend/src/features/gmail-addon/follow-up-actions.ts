import { closeAction, keepAction } from '@counterpane/addin-gmail/cards/follow-up-widgets'
import type { AfterRegistering } from '@counterpane/addin-gmail/cards/message-view'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { MessageDesk } from './message-desk'
import { onPress } from './pressed-action'

interface Asked { contactId: string; planId?: string; taskId?: string }
/** After the plan comes the task, after the task the next step. */
const then = ({ contactId, planId }: Asked): AfterRegistering => ({ contactId, ask: planId ? 'task' : 'next', lines: [] })

/** The answers to "Closes the plan of 24 Nov?". */
export function followUpActions(needs: GmailAddonNeeds, desk: MessageDesk) {
  return [
    onPress(closeAction, async (visit, { message, contactId, planId, taskId }) => {
      // What is closed already was closed by the first press of two, or by a colleague.
      if (planId && (await needs.getContact(visit.caller, planId)).status === 'planned') await needs.recordOutcome(visit.caller, planId, { outcome: 'held' })
      if (taskId && !(await needs.getTask(visit.caller, taskId)).done) await needs.patchTask(visit.caller, taskId, { done: true })
      const notification = planId ? registerCardTexts[visit.context.locale].planClosed : cardWords(visit.context).taskDone
      return desk.show(visit, message, { place: 'update', notification, after: then({ contactId, planId, taskId }) })
    }),
    onPress(keepAction, (visit, { message, contactId, planId, taskId }) => desk.show(visit, message, { place: 'update', after: then({ contactId, planId, taskId }) })),
  ]
}
