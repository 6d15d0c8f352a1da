import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { contactRow } from '@counterpane/addin-gmail/cards/contact-row'
import { searchCard } from '@counterpane/addin-gmail/cards/search-card'
import {
  acceptWaitingAction, chooseForWaitingAction, dismissWaitingAction, openWaitingAction, setAsideSection, takeBackWaitingAction, waitingInputs, waitingSubject,
} from '@counterpane/addin-gmail/cards/waiting-card'
import { oneWaitingCard } from '@counterpane/addin-gmail/cards/waiting-one-card'
import { section } from '@counterpane/addin-gmail/card-parts'
import { AppError } from '@counterpane/shared/errors/app-error'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { asking } from './contact-reading'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { Home } from './home-actions'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { withFirstSection } from './work-answers'

type Needs = Pick<GmailAddonNeeds, 'getWaiting' | 'acceptWaiting' | 'dismissWaiting'>
const isGone = (error: unknown) => error instanceof AppError && error.code === 'not-found'

/** Meetings without a client: with whom they are, or that they are nobody's business. Nobody but their manager is asked or answered. */
export function waitingActions(needs: Needs, home: Home): [string, PressedAction][] {
  const wantsSeries = ({ event }: Visit, carried?: string) => carried === 'yes' || textInput(event, waitingInputs.series) === 'yes'
  /** One that was answered for elsewhere, or left the calendar, is said to be so. */
  async function whileThere(visit: Visit, work: () => Promise<AddonAnswer>): Promise<AddonAnswer> {
    try {
      return await work()
    } catch (error) {
      if (!isGone(error)) throw error
      return pressAnswer('finish', await home.card(visit), calendarCardTexts[visit.context.locale].settled)
    }
  }

  return [
    onLook(openWaitingAction, (visit, { waitingId }) => whileThere(visit, async () => pressAnswer('push', oneWaitingCard({ meeting: await needs.getWaiting(visit.caller, waitingId) }, visit.context)))),
    onLook(chooseForWaitingAction, (visit, { waitingId }) => whileThere(visit, async () => {
      await needs.getWaiting(visit.caller, waitingId)
      return pressAnswer('push', searchCard({ waitingId, ...(wantsSeries(visit) && { series: 'yes' }), query: '', found: null }, visit.context))
    })),
    onPress(acceptWaitingAction, (visit, { waitingId, counterpartyId, personId, series }) => whileThere(visit, async () => {
      const words = calendarCardTexts[visit.context.locale]
      const contact = await visit.once(() => needs.acceptWaiting(asking(visit), waitingId, {
        ...(counterpartyId && { counterpartyId }), ...(personId && { personIds: [personId] }), ...(wantsSeries(visit, series) && { wholeSeries: true }),
      }))
      const answer = pressAnswer('finish', await home.card(visit), words.waiting.accepted(waitingSubject(contact, visit.context)))
      return withFirstSection(answer, section(null, [contactRow(contact, { label: words.asContact }, visit.context)]))
    })),
    onPress(dismissWaitingAction, (visit, { waitingId }) => whileThere(visit, async () => {
      const series = wantsSeries(visit)
      const meeting = await needs.dismissWaiting(visit.caller, waitingId, { dismissed: true, ...(series && { wholeSeries: true }) })
      return withFirstSection(pressAnswer('finish', await home.card(visit)), setAsideSection(meeting, series, visit.context))
    })),
    onPress(takeBackWaitingAction, (visit, { waitingId, series }) => whileThere(visit, async () => {
      const meeting = await needs.dismissWaiting(visit.caller, waitingId, { dismissed: false, ...(wantsSeries(visit, series) && { wholeSeries: true }) })
      return pressAnswer('finish', await home.card(visit), calendarCardTexts[visit.context.locale].waiting.taken(waitingSubject(meeting, visit.context)))
    })),
  ]
}
