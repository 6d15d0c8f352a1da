import type { CalendarCopy, Recurrence, Slot, Span, WorldAttendee, WorldMailbox } from '../world/calendar-world.types'

/** An item of the Calendar API, as its discovery document describes it; times are RFC 3339. */
export type GoogleItem = Record<string, unknown>
export interface ItemContext {
  mailbox: WorldMailbox
  /** Private extended properties, as they were written. */
  propertiesOf(copy: CalendarCopy): Readonly<Record<string, string>>
  /** The event's id outside: an insert may have chosen it. */
  idOf(mailbox: string, eventId: string): string
}

const iso = (at: number) => new Date(at).toISOString()
export const etagOf = ({ revision, changedAt }: Pick<CalendarCopy, 'revision' | 'changedAt'>) => `"${changedAt * 1_000 + (revision % 1_000)}"`

/** With the offset that the zone has then. A zone that nobody knows is told as it is, with times in UTC. */
export function instantIn(zone: string, at: number): string {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
    const [, sign = '+', hours = '00', minutes = '00'] = /^GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
    return offset === 0 ? iso(at).replace('.000Z', 'Z') : `${iso(at + offset).slice(0, 19)}${sign}${hours}:${minutes}`
  } catch {
    return iso(at).replace('.000Z', 'Z')
  }
}

const timesOf = (span: Span, zone: string) => (span.allDay
  ? { start: { date: span.from }, end: { date: span.to } }
  : { start: { dateTime: instantIn(zone, span.from), timeZone: zone }, end: { dateTime: instantIn(zone, span.to), timeZone: zone } })
const slotOf = (slot: Slot, zone: string) => (typeof slot === 'string' ? { date: slot } : { dateTime: instantIn(zone, slot), timeZone: zone })

const responses = { none: 'needsAction', accepted: 'accepted', tentative: 'tentative', declined: 'declined' } as const
const guest = ({ address, name, response, optional, resource }: WorldAttendee, own: string) => ({
  email: address, ...(name && { displayName: name }), ...(address.toLowerCase() === own && { self: true }), ...(resource && { resource: true }), ...(optional && { optional: true }), responseStatus: responses[response],
})

const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
export function ruleOf({ every, interval, weekdays, count, until }: Recurrence, { span }: Pick<CalendarCopy, 'span'>): string {
  const parts = [`FREQ=${every === 'day' ? 'DAILY' : 'WEEKLY'}`]
  if (interval !== undefined && interval > 1) parts.push(`INTERVAL=${interval}`)
  if (weekdays && weekdays.length > 0) parts.push(`BYDAY=${weekdays.map((weekday) => days[weekday]).join(',')}`)
  if (count !== undefined) parts.push(`COUNT=${count}`)
  else if (until !== undefined) parts.push(`UNTIL=${until.replaceAll('-', '')}${span.allDay ? '' : 'T235959Z'}`)
  return `RRULE:${parts.join(';')}`
}

function conferenceOf(link: string): GoogleItem {
  const meet = /^https:\/\/meet\.google\.com\//.test(link)
  return {
    ...(meet && { hangoutLink: link }),
    conferenceData: { entryPoints: [{ entryPointType: 'video', uri: link, label: link.replace(/^https:\/\//, '') }], conferenceSolution: { key: { type: meet ? 'hangoutsMeet' : 'addOn' }, name: meet ? 'Google Meet' : 'Meeting' }, conferenceId: link.split('/').at(-1) },
  }
}

/** What is gone: nothing but the ids is sure (Event.status). */
export function goneItem(copy: Pick<CalendarCopy, 'mailbox' | 'eventId' | 'seriesId' | 'slot' | 'zone' | 'revision' | 'changedAt'>, { idOf }: ItemContext): GoogleItem {
  return {
    kind: 'calendar#event', etag: etagOf(copy), id: idOf(copy.mailbox, copy.eventId), status: 'cancelled',
    ...(copy.seriesId !== null && { recurringEventId: idOf(copy.mailbox, copy.seriesId) }), ...(copy.slot !== null && { originalStartTime: slotOf(copy.slot, copy.zone) }),
  }
}

export function toGoogleItem(copy: CalendarCopy, context: ItemContext, maxAttendees = Number.POSITIVE_INFINITY): GoogleItem {
  if (copy.state === 'gone') return goneItem(copy, context)
  const { mailbox, organizer, attendees, zone } = copy
  const own = mailbox.toLowerCase()
  const properties = context.propertiesOf(copy)
  const writer = { email: organizer.address, ...(organizer.name && { displayName: organizer.name }), ...(copy.organizedHere && { self: true }) }
  const guests = attendees.map((one) => guest(one, own))
  return {
    kind: 'calendar#event', etag: etagOf(copy), id: context.idOf(mailbox, copy.eventId), status: copy.state === 'cancelled' ? 'cancelled' : 'confirmed',
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${copy.eventId} ${mailbox}`).toString('base64url')}`,
    created: iso(copy.createdAt), updated: iso(copy.changedAt),
    ...(copy.subject && { summary: copy.subject }), ...(copy.text && { description: copy.text }), ...(copy.location && { location: copy.location }),
    creator: writer, organizer: writer, ...timesOf(copy.span, zone),
    ...(copy.type === 'series' && copy.recurrence && { recurrence: [ruleOf(copy.recurrence, copy)] }),
    ...(copy.seriesId !== null && { recurringEventId: context.idOf(mailbox, copy.seriesId) }), ...(copy.slot !== null && { originalStartTime: slotOf(copy.slot, zone) }),
    ...(copy.showAs === 'free' && { transparency: 'transparent' }),
    ...(copy.sensitivity !== 'normal' && { visibility: copy.sensitivity === 'confidential' ? 'confidential' : 'private' }),
    iCalUID: copy.uid, sequence: 0,
    ...(guests.length > 0 && (guests.length > maxAttendees ? { attendees: guests.filter(({ self }) => self), attendeesOmitted: true } : { attendees: guests })),
    ...(Object.keys(properties).length > 0 && { extendedProperties: { private: properties } }),
    ...(copy.online !== null && conferenceOf(copy.online)),
    reminders: { useDefault: true }, ...kindOf(copy),
  }
}

function kindOf({ showAs }: CalendarCopy): GoogleItem {
  if (showAs === 'oof') return { eventType: 'outOfOffice', outOfOfficeProperties: { autoDeclineMode: 'declineNone' } }
  if (showAs === 'workingElsewhere') return { eventType: 'workingLocation', visibility: 'public', transparency: 'transparent', workingLocationProperties: { type: 'homeOffice', homeOffice: {} } }
  return { eventType: 'default' }
}
