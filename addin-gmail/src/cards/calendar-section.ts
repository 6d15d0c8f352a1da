import type { ContactCalendarDetails } from '@counterpane/shared/contract/calendar'
import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { calendarDate, nearTime } from '@counterpane/shared/text/dates'
import { defineAction, type CardContext } from '../card-context'
import { buttons, linkButton, pressButton, row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { clip, rowLimits } from './contact-row'

export const putInCalendarAction = defineAction('put-in-calendar', ['contactId'], ['message'])
export const takeFromCalendarAction = defineAction('take-from-calendar', ['contactId'], ['message'])
/** A meeting that was made anew takes over the past of the one that fell away, or stays a meeting of its own. */
export const joinPastAction = defineAction('join-past', ['contactId'], ['message'])
export const keepApartAction = defineAction('keep-apart', ['contactId'], ['message'])

const movesShown = 3
export interface CalendarView {
  contact: Contact; message?: string
  /** Null where no calendar knows it. */
  calendar: ContactCalendarDetails | null
  /** Whether this reader may have it in the own calendar. */
  mayPut: boolean
  /** Whose calendar it stands in, when that is a colleague's. */
  ofOther: string | null
}

/** What the calendar says of a contact, and what it may be told. */
export function calendarSection(view: CalendarView, context: CardContext): Section | null {
  const widgets = [...saidWidgets(view, context), ...ownWidgets(view, context)]
  return widgets.length > 0 ? section(calendarCardTexts[context.locale].title, widgets) : null
}

/** Who took it away stands at its top, where the status is. */
export const cancellationText = ({ status, calendar }: Pick<Contact, 'status' | 'calendar'>, { locale }: Pick<CardContext, 'locale'>): string | null =>
  (status === 'cancelled' && calendar?.cancellation ? calendarCardTexts[locale].cancellation[calendar.cancellation] : null)

function saidWidgets({ contact: { id, calendar: facts }, calendar, message }: CalendarView, context: CardContext): Widget[] {
  if (!facts) return []
  const words = calendarCardTexts[context.locale]
  const ids = { contactId: id, message }
  const { resembles = null, moves = [], link = null } = calendar ?? {}
  const at = (startsAt: string) => nearTime({ startsAt, calendar: facts }, context)
  const newest = [...moves].sort((a, b) => b.at.localeCompare(a.at)).slice(0, movesShown)
  const past = resembles && calendarDate(resembles.startsAt, facts.allDay ? { ...context, timeZone: 'UTC' } : context)
  return [
    ...(resembles && past ? [
      row({ text: words.resembles(past), bottom: clip(resembles.subject) }),
      buttons(pressButton(words.join, joinPastAction.on(context, ids)), pressButton(words.keepApart, keepApartAction.on(context, ids), 'BORDERLESS')),
    ] : []),
    ...(facts.zoneUnknown ? [text(words.zoneUnknown)] : []),
    ...(facts.moves > 0 && newest.length === 0 ? [text(words.moved(facts.moves))] : []),
    ...newest.map(({ from, to, by }, place) => row({ ...(place === 0 && { top: words.moved(Math.max(facts.moves, moves.length)) }), text: `${at(from)} → ${at(to)}`, bottom: by ? words.movedBy(clip(by.name, rowLimits.name)) : words.inCalendar })),
    ...(facts.seriesId ? [text(words.series)] : []),
    ...(link && /^https:\/\//.test(link) ? [buttons(linkButton(words.open, link))] : []),
  ]
}

/** As one's own appointment, without guests: on demand only, with how far that has come in words. */
function ownWidgets({ contact: { id, status, appointment }, mayPut, ofOther, message }: CalendarView, context: CardContext): Widget[] {
  const words = calendarCardTexts[context.locale]
  const ids = { contactId: id, message }
  const put = (label: string) => pressButton(label, putInCalendarAction.on(context, ids))
  if (!appointment) return mayPut ? [buttons(put(words.put)), text(words.putHint)] : []
  const again = appointment.state === 'failed' && status === 'planned'
  const mine = ofOther === null
  const standing = row({ ...(!mine && { top: words.ofOther(clip(ofOther, rowLimits.name)) }), text: words.appointment[appointment.state], bottom: appointment.problem && words.failure[appointment.problem] })
  return mine && appointment.state !== 'removing'
    ? [standing, buttons(again && put(words.tryAgain), pressButton(words.takeOut, takeFromCalendarAction.on(context, ids), 'BORDERLESS'))]
    : [standing]
}

/** After a plan was made: one press puts it into one's own calendar. */
export function putOfferSection({ contact, message }: Pick<CalendarView, 'contact' | 'message'>, context: CardContext): Section {
  const words = calendarCardTexts[context.locale]
  return section(null, [row({
    top: words.planned, text: nearTime(contact, context), bottom: words.putHint, button: pressButton(words.put, putInCalendarAction.on(context, { contactId: contact.id, message }), 'BORDERLESS'),
  })])
}
