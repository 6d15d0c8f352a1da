import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { namedContact } from '@counterpane/addin-gmail/cards/contact-row'
import { homeAction, homeAllHeldAction, homeHeldAction } from '@counterpane/addin-gmail/cards/home-card'
import { homeCard } from '@counterpane/addin-gmail/cards/my-day-card'
import { waitingShown } from '@counterpane/addin-gmail/cards/waiting-card'
import { dayBounds } from '@counterpane/addin-gmail/day-bounds'
import { AppError } from '@counterpane/shared/errors/app-error'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { homeCardTexts } from '@counterpane/shared/text/home-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { onLook, onPress } from './pressed-action'

type Needs = Pick<GmailAddonNeeds, 'myDay' | 'getContact' | 'recordOutcome' | 'recordOutcomes' | 'listWaiting'>

/** What Gmail shows when no message is open: my day, by the clocks of the person's mailbox. */
export function createHome(needs: Needs) {
  /** What has an outcome by now keeps it: the card may be older than a colleague's answer. */
  async function markHeld({ caller }: Visit, contactId: string) {
    const contact = await needs.getContact(caller, contactId)
    return contact.status === 'planned' ? needs.recordOutcome(caller, contactId, { outcome: 'held' }) : contact
  }
  return {
    async card(visit: Visit): Promise<Card> {
      const { caller, context } = visit
      const waiting = await needs.listWaiting(caller, waitingShown)
      return homeCard({ manager: caller.name, day: await needs.myDay(caller, dayBounds(context), context.locale), waiting: { items: waiting.items, more: waiting.nextCursor !== null } }, context)
    },
    held: (visit: Visit, contactId: string) => visit.once(() => markHeld(visit, contactId)),
    /** One answer for all of them: those that can be are held, or none. */
    allHeld: (visit: Visit, contactIds: readonly string[]) => visit.once(async () => {
      const results = await needs.recordOutcomes(visit.caller, { ids: [...contactIds], outcome: 'held' })
      const count = (outcome: (typeof results)[number]['outcome']) => results.filter((one) => one.outcome === outcome).length
      if (count('not-found') === results.length) throw new AppError('not-found')
      return { held: count('recorded'), already: count('already-recorded'), missed: count('not-found') }
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
    const { held, already, missed } = await home.allHeld(visit, contactIds.split(','))
    return pressAnswer('update', await home.card(visit), [words.allHeldDone(held), ...(already > 0 ? [calendarCardTexts[visit.context.locale].already(already)] : []), ...(missed > 0 ? [words.notAllHeld(missed)] : [])].join(' '))
  }),
]
