import { pressAnswer, scopesAnswer, suggestAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import { cardWords } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { consentCard } from '@counterpane/addin-gmail/cards/plain-cards'
import type { ActionSignatures } from './action-signature'
import { clientActions } from './client-actions'
import { composeActions, createComposing } from './compose-actions'
import { conversationActions } from './conversation-actions'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { isSuggesting } from './gmail-event'
import { cardOfFailure } from './gmail-failures'
import { ReopenNeeded, type Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import { historyActions } from './history-actions'
import { createHome, homeActions } from './home-actions'
import { messageActions } from './message-actions'
import { createMessageDesk } from './message-desk'
import { ownCalendarActions } from './own-calendar-actions'
import { createSharing, createTurns, type PressedAction } from './pressed-action'
import { pressKey } from './pressed-once'
import { createSettingsCards, settingsActions } from './settings-actions'
import { waitingActions } from './waiting-actions'
import { workActions } from './work-actions'

export interface GmailAddonServiceDeps { needs: GmailAddonNeeds; signatures: ActionSignatures }

/** The add-on's day: it is opened, a message is opened, a letter is written, a button is pressed. */
export function createGmailAddonService({ needs, signatures }: GmailAddonServiceDeps) {
  const home = createHome(needs)
  const cards = createSettingsCards(needs)
  const desk = createMessageDesk(needs, home.card)
  const actions = new Map<string, PressedAction>([
    ...messageActions(needs, desk), ...clientActions(needs, desk), ...workActions(needs, desk), ...historyActions(needs, desk), ...homeActions(home),
    ...waitingActions(needs, home), ...ownCalendarActions(needs), ...settingsActions(needs, cards), ...conversationActions(needs, desk), ...composeActions(needs),
  ])
  const inTurn = createTurns()
  const shared = createSharing()

  return {
    home: async (visit: Visit): Promise<AddonAnswer> => triggerAnswer(await home.card(visit)),
    settings: async (visit: Visit): Promise<AddonAnswer> => pressAnswer('push', await cards.settings(visit)),
    help: async (visit: Visit): Promise<AddonAnswer> => pressAnswer('push', await cards.help(visit)),
    search: async (visit: Visit): Promise<AddonAnswer> => pressAnswer('push', await cards.search(visit)),
    composing: createComposing(needs),

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
      const action = signed && actions.get(signed.action)
      const run = async () => action?.run(visit, signed?.parameters ?? {}) ?? null
      const done = !action?.changes ? await run() : await shared(pressKey(visit.sub, visit.event), () => inTurn(`${visit.sub}\n${signed?.parameters.message ?? ''}`, run))
      if (done) return done
      if (isSuggesting(visit.event)) return suggestAnswer([])
      const failure = { ...cardWords(visit.context).staleButton, canRetry: false, code: 'stale-button', ours: false }
      return pressAnswer('push', cardOfFailure(failure, { reference, message: null, event: visit.event }, visit.context))
    },
  }
}
export type GmailAddonService = ReturnType<typeof createGmailAddonService>
