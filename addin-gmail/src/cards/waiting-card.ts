import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { nearTime } from '@counterpane/shared/text/dates'
import { defineAction, type CardContext } from '../card-context'
import { buttons, linkButton, pressButton, row, section } from '../card-parts'
import type { Section } from '../card-schema'
import { clip, rowLimits } from './contact-row'

/** Meetings of one's own calendar with people whom nobody knows yet. */
export const openWaitingAction = defineAction('open-waiting', ['waitingId'])
/** Whose meeting it is, is looked for in the client base. */
export const chooseForWaitingAction = defineAction('choose-for-waiting', ['waitingId'])
/** It becomes a contact: of a client, of a person, or of nobody. `series`: "yes" for the other dates as well. */
export const acceptWaitingAction = defineAction('accept-waiting', ['waitingId'], ['counterpartyId', 'personId', 'series'])
export const dismissWaitingAction = defineAction('dismiss-waiting', ['waitingId'])
export const takeBackWaitingAction = defineAction('take-back-waiting', ['waitingId'], ['series'])
export const waitingInputs = { series: 'series' } as const
export const waitingShown = 3

/** `more`: others wait beside those that came. */
export interface WaitingView { items: readonly WaitingMeeting[]; more: boolean }

/** A whole day stays its date for every reader. */
export const waitingTime = ({ startsAt, allDay }: Pick<WaitingMeeting, 'startsAt' | 'allDay'>, context: CardContext) => nearTime({ startsAt, calendar: { allDay } }, context)
export const waitingSubject = ({ subject }: Pick<WaitingMeeting, 'subject'>, { locale }: Pick<CardContext, 'locale'>) => clip(subject) || calendarCardTexts[locale].waiting.noSubject

/** The first guest by name or address, and how many come beside. */
function guestsText({ outsiders }: WaitingMeeting, { locale }: CardContext): string {
  const words = calendarCardTexts[locale].waiting
  const [first, ...others] = outsiders
  const named = clip(first?.name, rowLimits.name) || clip(first?.address, rowLimits.name)
  return named === '' ? words.noGuests : others.length > 0 ? `${named} ${words.moreGuests(others.length)}` : named
}

/** Nothing where nothing waits. A press on a line asks with whom it is. */
export function waitingSection({ items, more }: WaitingView, context: CardContext): Section | null {
  const words = calendarCardTexts[context.locale]
  if (items.length === 0) return null
  const rows = items.slice(0, waitingShown).map((meeting) => row({
    top: waitingTime(meeting, context), text: waitingSubject(meeting, context), bottom: guestsText(meeting, context), press: openWaitingAction.on(context, { waitingId: meeting.id }),
  }))
  const rest = more || items.length > waitingShown ? [buttons(linkButton(words.moreInJournal, waitingHref(context)))] : []
  return section(words.waiting.title, [...rows, ...rest])
}
export const waitingHref = ({ links }: Pick<CardContext, 'links'>) => `${links.journal}#/calendars/waiting`

/** Above the day, after a meeting was set aside: one press and it waits again. */
export function setAsideSection(meeting: WaitingMeeting, series: boolean, context: CardContext): Section {
  const words = calendarCardTexts[context.locale].waiting
  const takeBack = takeBackWaitingAction.on(context, { waitingId: meeting.id, ...(series && { series: 'yes' }) })
  return section(null, [row({ text: words.dismissed(waitingSubject(meeting, context)), button: pressButton(words.takeBack, takeBack, 'BORDERLESS') })])
}
