import { pressAnswer, scopesAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import { composeCard, consentCard, homeCard } from '@counterpane/addin-gmail/cards/plain-cards'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { ActionSignatures } from './action-signature'
import { clientActions } from './client-actions'
import { followUpActions } from './follow-up-actions'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { cardOfFailure } from './gmail-failures'
import { ReopenNeeded, type Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import { messageActions } from './message-actions'
import { createMessageDesk } from './message-desk'
import { createTurns, type PressedAction } from './pressed-action'

export interface GmailAddonServiceDeps { needs: GmailAddonNeeds; signatures: ActionSignatures }

/** The add-on's day: it is opened, a message is opened, a button is pressed. */
export function createGmailAddonService({ needs, signatures }: GmailAddonServiceDeps) {
  const desk = createMessageDesk(needs)
  const actions = new Map<string, PressedAction>([...messageActions(needs, desk), ...clientActions(needs, desk), ...followUpActions(needs, desk)])
  const inTurn = createTurns()

  return {
    home: async (visit: Visit): Promise<AddonAnswer> => triggerAnswer(homeCard({ manager: visit.caller.name }, visit.context)),
    composing: async (visit: Visit): Promise<AddonAnswer> => triggerAnswer(composeCard(visit.context)),

    async opened(visit: Visit): Promise<AddonAnswer> {
      const message = visit.event.gmail.messageId
      if (!message) throw new ReopenNeeded()
      const missing = missingScopes(visit.event, [scopes.metadata])
      if (missing.length > 0) return missingScopes(visit.event, [scopes.action]).length > 0 ? scopesAnswer(missing) : triggerAnswer(consentCard({ message }, visit.context))
      return triggerAnswer(desk.card(visit, await desk.open(visit, message)))
    },

    /** Nothing of a press is believed before its signature is: it was drawn for this person, this message, this action, and still holds. */
    async pressed(visit: Visit, reference: string): Promise<AddonAnswer> {
      const signed = signatures.verify(visit.sub, visit.event.commonEventObject.parameters ?? {}, visit.context.now)
      const done = signed && actions.get(signed.action) ? await inTurn(`${visit.sub}\n${signed.parameters.message}`, async () => actions.get(signed.action)!.run(visit, signed.parameters)) : null
      if (done) return done
      const failure = { ...cardWords(visit.context).staleButton, canRetry: false, code: 'stale-button', ours: false }
      return pressAnswer('push', cardOfFailure(failure, { reference, message: null }, visit.context))
    },
  }
}
export type GmailAddonService = ReturnType<typeof createGmailAddonService>
