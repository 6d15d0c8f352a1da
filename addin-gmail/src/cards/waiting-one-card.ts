import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { exactTime } from '@counterpane/shared/text/dates'
import type { CardContext } from '../card-context'
import { buttons, card, linkButton, pressButton, row, section, text, toggle } from '../card-parts'
import type { Action, Card, Section } from '../card-schema'
import { joined } from '../card-text'
import { clip, rowLimits } from './contact-row'
import { acceptWaitingAction, chooseForWaitingAction, dismissWaitingAction, takeBackWaitingAction, waitingHref, waitingInputs, waitingSubject, waitingTime } from './waiting-card'

const guestsShown = 8
export interface OneWaitingView { meeting: WaitingMeeting }

/** One meeting with people whom nobody knows: who they are, and what it is to become. */
export function oneWaitingCard({ meeting }: OneWaitingView, context: CardContext): Card {
  const words = calendarCardTexts[context.locale]
  const { durationMinutes, allDay, location, online, dismissed } = meeting
  return card({
    name: 'waiting', title: waitingSubject(meeting, context), subtitle: waitingTime(meeting, context),
    sections: [
      section(null, [
        row({ top: words.when, text: exactTime({ startsAt: meeting.startsAt, calendar: { allDay } }, context), bottom: joined(!allDay && clientCardTexts[context.locale].minutes(durationMinutes), online && words.online) }),
        ...(location.trim() ? [row({ top: words.place, text: clip(location) })] : []),
        text(dismissed ? words.waiting.dismissed(waitingSubject(meeting, context)) : words.privacyFull),
      ]),
      guestsSection(meeting, context), deedsSection(meeting, context),
      section(null, [buttons(linkButton(words.waiting.more, waitingHref(context)))]),
    ],
  })
}

function guestsSection({ outsiders, organizer }: WaitingMeeting, context: CardContext): Section | null {
  const words = calendarCardTexts[context.locale]
  if (outsiders.length === 0) return null
  const rest = outsiders.length - guestsShown
  const rows = outsiders.slice(0, guestsShown).map(({ name, address }) => row({
    text: clip(name) || clip(address), bottom: joined(clip(name) && clip(address), address && address === organizer?.address && words.organiser), icon: 'PERSON', iconText: clientCardTexts[context.locale].person,
  }))
  return section(words.guests(outsiders.length), [...rows, ...(rest > 0 ? [text(words.waiting.moreGuests(rest))] : [])])
}

/** Whichever button is pressed, the switch says whether it is meant for the whole series. */
function deedsSection({ id, seriesId, dismissed }: WaitingMeeting, context: CardContext): Section {
  const words = calendarCardTexts[context.locale].waiting
  const ids = { waitingId: id }
  const kept = (action: Action): Action => ({ ...action, persistValues: true })
  const series = seriesId === null ? [] : [row({ text: words.wholeSeries, bottom: clip(calendarCardTexts[context.locale].series, rowLimits.text), toggle: toggle(waitingInputs.series, false) })]
  if (dismissed) return section(null, [...series, buttons(pressButton(words.takeBack, kept(takeBackWaitingAction.on(context, ids)), 'FILLED'))])
  return section(null, [
    ...series,
    buttons(pressButton(words.isWith, kept(chooseForWaitingAction.on(context, ids)), 'FILLED')),
    buttons(pressButton(words.withoutClient, kept(acceptWaitingAction.on(context, ids)))),
    buttons(pressButton(words.dismiss, kept(dismissWaitingAction.on(context, ids)), 'BORDERLESS')),
  ])
}
