import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { joinPastAction, keepApartAction, putInCalendarAction, putOfferSection, takeFromCalendarAction } from '@counterpane/addin-gmail/cards/calendar-section'
import { oneContactCard } from '@counterpane/addin-gmail/cards/one-contact-card'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { createContactReading, mayBePut } from './contact-reading'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'
import { onPress, type PressedAction } from './pressed-action'
import { withFirstSection } from './work-answers'

interface Ids { contactId: string; message?: string }

/** What a contact's calendar is told: put it there, take it out, one meeting or two. Each leaves one at the contact's card, drawn anew. */
export function ownCalendarActions(needs: GmailAddonNeeds): [string, PressedAction][] {
  const read = createContactReading(needs)
  const show = async (visit: Visit, ids: Ids, notification: string) => pressAnswer('update', oneContactCard(await read(visit, ids), visit.context), notification)
  const words = ({ context }: Visit) => calendarCardTexts[context.locale]
  return [
    onPress(putInCalendarAction, async (visit, ids) => {
      await needs.putInCalendar(visit.caller, ids.contactId)
      return show(visit, ids, words(visit).putDone)
    }),
    onPress(takeFromCalendarAction, async (visit, ids) => {
      await needs.takeFromCalendar(visit.caller, ids.contactId)
      return show(visit, ids, words(visit).takeDone)
    }),
    onPress(joinPastAction, async (visit, { contactId, message }) => {
      const joined = await visit.once(() => needs.joinPast(visit.caller, contactId))
      return show(visit, { contactId: joined, message }, words(visit).joined)
    }),
    onPress(keepApartAction, async (visit, ids) => {
      await needs.keepApart(visit.caller, ids.contactId)
      return show(visit, ids, words(visit).apart)
    }),
  ]
}

/** Above what comes after a plan: whether it is to stand in one's own calendar too; only where that is switched on and possible. */
export const withPutOffer = (needs: Pick<GmailAddonNeeds, 'calendarPolicy'>, visit: Visit, { answer, contact, message }: { answer: AddonAnswer; contact: Contact; message?: string }): AddonAnswer =>
  (mayBePut(needs, visit, contact) ? withFirstSection(answer, putOfferSection({ contact, message }, visit.context)) : answer)
