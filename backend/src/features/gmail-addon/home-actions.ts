import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { homeAction } from '@counterpane/addin-gmail/cards/home-card'
import { homeCard } from '@counterpane/addin-gmail/cards/plain-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { onPress } from './pressed-action'

/** What Gmail shows when no message is open: my day. */
export function createHome(_needs: Pick<GmailAddonNeeds, 'myDay'>) {
  return { card: async (visit: Visit): Promise<Card> => homeCard({ manager: visit.caller.name }, visit.context) }
}
export type Home = ReturnType<typeof createHome>

export const homeActions = (home: Home) => [onPress(homeAction, async (visit) => pressAnswer('update', await home.card(visit)))]
