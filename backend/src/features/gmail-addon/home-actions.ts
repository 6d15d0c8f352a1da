import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { namedContact } from '@counterpane/addin-gmail/cards/contact-row'
import { homeAction, homeAllHeldAction, homeHeldAction } from '@counterpane/addin-gmail/cards/home-card'
import { homeCard } from '@counterpane/addin-gmail/cards/my-day-card'
import { dayBounds } from '@counterpane/addin-gmail/day-bounds'
import type { Contact } from '@counterpane/shared/contract/contact'
import { homeCardTexts } from '@counterpane/shared/text/home-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { onLook, onPress } from './pressed-action'

/** What Gmail shows when no message is open: my day, by the clocks of the person's mailbox. */
export function createHome(needs: Pick<GmailAddonNeeds, 'myDay' | 'getContact' | 'recordOutcome'>) {
  /** What has an outcome by now keeps it: the card may be older than a colleague's answer. */
  async function markHeld({ caller }: Visit, contactId: string) {
    const contact = await needs.getContact(caller, contactId)
    return contact.status === 'planned' ? needs.recordOutcome(caller, contactId, { outcome: 'held' }) : contact
  }
  return {
    card: async (visit: Visit): Promise<Card> => homeCard({ manager: visit.caller.name, day: await needs.myDay(visit.caller, dayBounds(visit.context), visit.context.locale) }, visit.context),
    held: (visit: Visit, contactId: string) => visit.once(() => markHeld(visit, contactId)),
    /** One that fails keeps none of the others back; when all do, the first failure is the answer. */
    allHeld: (visit: Visit, contactIds: readonly string[]) => visit.once(async () => {
      const results: PromiseSettledResult<Contact>[] = []
      for (const id of contactIds) results.push(...(await Promise.allSettled([markHeld(visit, id)])))
      const failed = results.filter((result) => result.status === 'rejected')
      if (failed[0] && failed.length === results.length) throw failed[0].reason
      return { held: results.filter((result) => result.status === 'fulfilled' && result.value.status === 'held').length, missed: failed.length }
    }),
  }
}
export type Home = ReturnType<typeof createHome>

export const homeActions = (home: Home) => [
  onLook(homeAction, async (visit) => pressAnswer('update', await home.card(visit))),
  onPress(homeHeldAction, async (visit, { contactId }) => {
    const words = homeCardTexts[visit.context.locale]
    const contact = await home.held(visit, contactId)
    return pressAnswer('update', await home.card(visit), (contact.status === 'cancelled' ? words.notHeldDone : words.heldDone)(namedContact(contact, visit.context)))
  }),
  onPress(homeAllHeldAction, async (visit, { contactIds }) => {
    const words = homeCardTexts[visit.context.locale]
    const { held, missed } = await home.allHeld(visit, contactIds.split(','))
    return pressAnswer('update', await home.card(visit), missed > 0 ? `${words.allHeldDone(held)} ${words.notAllHeld(missed)}` : words.allHeldDone(held))
  }),
]
