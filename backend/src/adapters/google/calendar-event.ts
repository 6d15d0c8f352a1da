import { type CalendarAttendee, type CalendarChange, type CalendarEvent, calendarLimits, type CalendarResponse } from '../../ports/calendar-source'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { textOfHtml } from '../../platform/text/html-text'
import { normaliseText } from '../../platform/text/normalise-text'
import { googleAttendee, googleEvent, type GoogleEvent } from './calendar-json'
import { instantOf, timesOf } from './calendar-times'

/** Our contact's id on an appointment that was put into the calendar from here. */
export const markName = 'counterpaneContact'
const longest = { line: 1_000, id: 64, html: 1_000_000 } as const
/** Google's own name for an organiser whom it does not know. */
const nobody = 'unknownorganizer@calendar.google.com'
/** Times that are set aside, reservations that Gmail found; a type that is new to us is a meeting until its guests say otherwise. */
const absences = new Set(['outOfOffice', 'focusTime', 'workingLocation', 'birthday', 'fromGmail'])
const responses: Record<string, CalendarResponse> = { accepted: 'accepted', declined: 'declined', tentative: 'tentative' }

/** One item of a list, or the answer to a question for one. Never fails: what can't be understood is `unreadable`, without a word of it. */
export function toChange(item: unknown): CalendarChange {
  const parsed = googleEvent.safeParse(item)
  if (!parsed.success) return { kind: 'unreadable', eventId: idOf(item), problem: parsed.error.issues[0]?.path.join('.') || 'item' }
  const event = parsed.data
  const gone: CalendarChange = { kind: 'gone', eventId: event.id }
  // A master is no appointment: with singleEvents it is not listed, but a single one that became a series keeps its id.
  if (event.recurrence?.length) return gone
  const cancelled = event.status === 'cancelled'
  if (cancelled && !isCalledOff(event)) return gone
  const times = timesOf(event)
  if (!times) return cancelled ? gone : { kind: 'unreadable', eventId: event.id, problem: 'start' }
  return { kind: 'event', event: { ...times, ...wordsOf(event), ...peopleOf(event), ...kindOf(event), eventId: event.id, seriesId: event.recurringEventId ?? null, uid: event.iCalUID || null, changedAt: instantOf(event.updated), cancelled } }
}

/**
 * "cancelled" is Google's word for deleted, with three meanings (Event.status in the reference). The organiser's copy keeps its details: with guests on it the meeting was called off. A guest's
 * copy keeps them when the guest took it out himself. Of all others the id alone is sure: they are gone, by whomever. An organiser's appointment without guests was taken out, called off with nobody.
 */
const isCalledOff = (event: GoogleEvent) => event.organizer?.self === true && hasGuests(event)

/** Somebody besides the calendar's owner and the rooms. */
export const hasGuests = (event: Pick<GoogleEvent, 'attendees'>) => attendeesOf(event).some(({ self, resource }) => !self && !resource)

const attendeesOf = ({ attendees }: Pick<GoogleEvent, 'attendees'>) => attendees.flatMap((one) => googleAttendee.safeParse(one).data ?? [])

function wordsOf(event: GoogleEvent): Pick<CalendarEvent, 'subject' | 'text' | 'location' | 'webLink' | 'mark'> {
  const mark = event.extendedProperties?.private[markName]
  return {
    subject: line(event.summary), location: line(event.location), text: textOf(event.description),
    webLink: /^https:\/\/[^\s]+$/.test(event.htmlLink) && URL.canParse(event.htmlLink) ? event.htmlLink : null,
    mark: mark && mark.length <= longest.id ? mark : null,
  }
}

function peopleOf(event: GoogleEvent): Pick<CalendarEvent, 'organizer' | 'organizedHere' | 'attendees' | 'ownResponse'> {
  const all = attendeesOf(event)
  const own = all.find(({ self }) => self)
  const organizedHere = event.organizer?.self === true
  const attendees = all.filter(({ email, displayName }) => email || displayName).slice(0, calendarLimits.attendees)
    .map((one): CalendarAttendee => ({ ...addressOf(one), response: responses[one.responseStatus] ?? 'none', optional: one.optional, resource: one.resource }))
  const organizer = event.organizer && event.organizer.email !== nobody && (event.organizer.email || event.organizer.displayName) ? addressOf(event.organizer) : null
  return { organizer, organizedHere, attendees, ownResponse: own ? responses[own.responseStatus] ?? 'none' : organizedHere ? 'accepted' : 'none' }
}

function kindOf(event: GoogleEvent): Pick<CalendarEvent, 'private' | 'showAs' | 'kind' | 'online'> {
  return {
    // A visibility that is new to us is taken for the narrowest.
    private: !['', 'default', 'public'].includes(event.visibility),
    showAs: event.eventType === 'outOfOffice' ? 'away' : event.transparency === 'transparent' ? 'free' : 'busy',
    kind: absences.has(event.eventType) ? 'absence' : 'meeting',
    online: event.hangoutLink !== '' || (event.conferenceData?.entryPoints.some(({ entryPointType }) => entryPointType === 'video') ?? false) || /^\s*https:\/\//i.test(event.location),
  }
}

const addressOf = ({ email, displayName }: { email: string; displayName: string }): MailAddress => ({ name: line(displayName), address: line(email).trim() })
const line = (text: string) => normaliseText(text.slice(0, longest.line))

/** "Can contain HTML": Google's pages write it, other clients write plain text; line breaks of the plain kind count unless the HTML has its own. */
function textOf(description: string): string {
  const start = description.slice(0, longest.html)
  if (!/<[a-z/!]|&(#\d|#x|[a-z])/i.test(start)) return normaliseText(start.slice(0, calendarLimits.text)).trim()
  return textOfHtml(/<(br|p|div|li|tr)\b/i.test(start) ? start : start.replace(/\r?\n/g, '<br>')).slice(0, calendarLimits.text)
}

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : null
  return typeof id === 'string' && id !== '' ? id.slice(0, 1_024) : 'without-id'
}
