import type { CalendarCopy, CalendarWorld, Recurrence, Slot, WorldResponse } from '../world/calendar-world.types'
import { dateOfSlot } from '../world/world-series'
import { instantOf, midnight, wallOf } from '../world/world-wall-time'
import { graphTimes, windowsZone } from './demo-graph-times'

/** What the request preferred, and what the stand-in was told to bend. */
export interface EventStyle { immutable: boolean; plainText: boolean; zone: { name: string; zone: string }; skew: number; poison: ReadonlySet<string> }
export type GraphEvent = Record<string, unknown>

const never = '0001-01-01T00:00:00Z'
const stamp = (at: number) => new Date(at).toISOString().replace('Z', '0000Z')
const responses: Record<WorldResponse, string> = { none: 'notResponded', accepted: 'accepted', tentative: 'tentativelyAccepted', declined: 'declined' }
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign).replaceAll('\n', '<br>\r\n')

/** Without the preference ids are of the other form, which both are taken. */
export const idShown = (id: string, immutable: boolean): string => (immutable ? id : id.replace(/^AAMkAD/, 'AAMkAG'))
export const idMeant = (id: string): string => id.replace(/^AAMkAG/, 'AAMkAD')
export const etagOf = (copy: CalendarCopy): string => `W/"${Buffer.from(`DwAA:${copy.revision}:${copy.changedAt}`).toString('base64')}"`
export const occurrenceIdOf = (seriesId: string, slot: Slot, zone: string): string => `OID.${seriesId}.${dateOfSlot(slot, zone)}`

/** All that the delta says of an occurrence. */
export function bareOccurrence(copy: CalendarCopy, style: EventStyle): GraphEvent {
  return {
    '@odata.type': '#microsoft.graph.event', '@odata.etag': etagOf(copy), id: idShown(copy.eventId, style.immutable), seriesMasterId: idShown(copy.seriesId ?? '', style.immutable), type: 'occurrence',
    ...poisoned(copy, style, graphTimes(copy.span, style.zone)),
  }
}
const poisoned = (copy: CalendarCopy, { poison }: EventStyle, times: ReturnType<typeof graphTimes>) => (poison.has(copy.eventId) ? { ...times, start: { dateTime: 'soon', timeZone: 42 } } : times)

export function graphEvent(copy: CalendarCopy, world: CalendarWorld, style: EventStyle): GraphEvent {
  const home = world.mailbox(copy.mailbox)?.zone ?? 'UTC'
  const zone = windowsZone(copy.zone)
  const cancelled = copy.state === 'cancelled'
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${escapeHtml(copy.text)}</body></html>`
  const responseTime = (response: WorldResponse) => (response === 'none' ? never : stamp(copy.changedAt))
  return {
    '@odata.type': '#microsoft.graph.event', '@odata.etag': etagOf(copy), id: idShown(copy.eventId, style.immutable), createdDateTime: stamp(copy.createdAt), lastModifiedDateTime: stamp(copy.changedAt + style.skew),
    changeKey: etagOf(copy).slice(3, -1), categories: [], transactionId: null, originalStartTimeZone: copy.span.allDay ? 'UTC' : zone, originalEndTimeZone: copy.span.allDay ? 'UTC' : zone, iCalUId: copy.uid,
    reminderMinutesBeforeStart: 15, isReminderOn: true, hasAttachments: false, subject: `${cancelled ? 'Canceled: ' : ''}${copy.subject}`, bodyPreview: copy.text.slice(0, 255), importance: 'normal',
    sensitivity: copy.sensitivity, isAllDay: copy.span.allDay, isCancelled: cancelled, isOrganizer: copy.organizedHere, responseRequested: true,
    seriesMasterId: copy.seriesId === null ? null : idShown(copy.seriesId, style.immutable), showAs: cancelled ? 'free' : copy.showAs,
    type: { single: 'singleInstance', series: 'seriesMaster', occurrence: 'occurrence', exception: 'exception' }[copy.type],
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(copy.eventId)}&exvsurl=1&path=/calendar/item`, onlineMeetingUrl: null, isOnlineMeeting: copy.online !== null,
    onlineMeetingProvider: copy.online ? 'teamsForBusiness' : 'unknown', allowNewTimeProposals: true, isDraft: false, hideAttendees: false,
    ...(copy.slot !== null && {
      occurrenceId: occurrenceIdOf(idShown(copy.seriesId ?? '', style.immutable), copy.slot, copy.zone),
      originalStart: new Date(typeof copy.slot === 'string' ? instantOf(midnight(copy.slot), home) : copy.slot).toISOString().replace('.000Z', 'Z'),
    }),
    recurrence: copy.recurrence && graphRecurrence(copy, copy.recurrence),
    responseStatus: copy.organizedHere ? { response: 'organizer', time: never } : { response: responses[copy.ownResponse], time: responseTime(copy.ownResponse) },
    body: style.plainText ? { contentType: 'text', content: copy.text } : { contentType: 'html', content: html },
    ...poisoned(copy, style, graphTimes(copy.span, style.zone)),
    location: { displayName: copy.location, locationType: 'default', uniqueId: copy.location, uniqueIdType: 'private' }, locations: copy.location ? [{ displayName: copy.location, locationType: 'default', uniqueIdType: 'unknown' }] : [],
    // What guests answered stands in the organiser's calendar only; in his own, a guest sees his answer.
    attendees: copy.attendees.map(({ name, address, response, optional, resource }) => ({
      type: resource ? 'resource' : optional ? 'optional' : 'required',
      status: copy.organizedHere || address === copy.mailbox ? { response: response === 'none' ? 'none' : responses[response], time: responseTime(response) } : { response: 'none', time: never }, emailAddress: { name, address },
    })),
    organizer: { emailAddress: copy.organizer }, onlineMeeting: copy.online ? { joinUrl: copy.online } : null,
  }
}

function graphRecurrence(copy: CalendarCopy, { every, interval = 1, weekdays: days, count, until }: Recurrence) {
  const first = copy.span.allDay ? midnight(copy.span.from) : wallOf(copy.span.from, copy.zone)
  const range = { startDate: new Date(first).toISOString().slice(0, 10), recurrenceTimeZone: windowsZone(copy.zone) }
  return {
    pattern: { type: every === 'day' ? 'daily' : 'weekly', interval, month: 0, dayOfMonth: 0, firstDayOfWeek: 'monday', index: 'first', ...(every === 'week' && { daysOfWeek: (days ?? [new Date(first).getUTCDay()]).map((day) => weekdays[day]) }) },
    range: until === undefined ? { type: 'numbered', ...range, endDate: '0001-01-01', numberOfOccurrences: count } : { type: 'endDate', ...range, endDate: until, numberOfOccurrences: 0 },
  }
}
