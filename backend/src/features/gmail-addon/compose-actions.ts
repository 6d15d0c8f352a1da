import { triggerAnswer } from '@counterpane/addin-gmail/answers'
import { composeCard } from '@counterpane/addin-gmail/cards/plain-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Handle } from './gmail-visit'
import type { PressedAction } from './pressed-action'

/** The add-on is opened beside a letter that is being written. */
export const createComposing = (_needs: GmailAddonNeeds): Handle => async (visit) => triggerAnswer(composeCard(visit.context))

export function composeActions(_needs: GmailAddonNeeds): [string, PressedAction][] {
  return []
}
