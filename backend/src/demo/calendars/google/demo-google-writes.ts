import { z } from 'zod'
import type { AppointmentEdit, CalendarCopy, CalendarWorld, NewAttendee, Span, WorldMailbox } from '../world/calendar-world.types'
import { calendarRefusals, refuseWith } from './demo-google-refusals'

const time = z.object({ date: z.iso.date().optional(), dateTime: z.string().optional(), timeZone: z.string().optional() })
const response = z.enum(['needsAction', 'declined', 'tentative', 'accepted'])
const writable = z.object({
  id: z.string().optional(), summary: z.string().nullish(), description: z.string().nullish(), location: z.string().nullish(), start: time.optional(), end: time.optional(), status: z.enum(['confirmed', 'tentative', 'cancelled']).optional(),
  attendees: z.array(z.object({ email: z.string(), displayName: z.string().optional(), optional: z.boolean().optional(), resource: z.boolean().optional(), responseStatus: response.optional() })).optional(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).optional(), transparency: z.enum(['opaque', 'transparent']).optional(), iCalUID: z.string().optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string().nullable()).optional() }).optional(),
})
export type WrittenBody = z.infer<typeof writable>

export function readBody(body: unknown): WrittenBody {
  const read = writable.safeParse(body ?? {})
  return read.success ? read.data : refuseWith(calendarRefusals.invalid(`Invalid value for: ${read.error.issues[0]?.path.join('.')}`, read.error.issues[0]?.path.join('.') ?? ''))
}

/** A date-time without an offset is meant in its zone, or the calendar's. */
function instantOf({ dateTime = '', timeZone }: z.infer<typeof time>, zone: string, name: string): number {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(dateTime) && !Number.isNaN(Date.parse(dateTime))) return Date.parse(dateTime)
  const asUtc = Date.parse(`${dateTime}Z`)
  if (Number.isNaN(asUtc)) return refuseWith(calendarRefusals.invalid(`Invalid value for: ${name}`, name))
  const shown = new Date(asUtc).toLocaleString('sv', { timeZone: timeZone ?? zone })
  return asUtc - (Date.parse(`${shown.replace(' ', 'T')}Z`) - asUtc)
}

export function spanOf({ start, end }: WrittenBody, zone: string): Span {
  if (!start) return refuseWith({ ...calendarRefusals.required('start'), message: 'Missing start time.' })
  if (!end) return refuseWith({ ...calendarRefusals.required('end'), message: 'Missing end time.' })
  const span: Span = start.date !== undefined && end.date !== undefined ? { allDay: true, from: start.date, to: end.date } : { allDay: false, from: instantOf(start, zone, 'start'), to: instantOf(end, zone, 'end') }
  if (span.allDay ? span.to < span.from : span.to < span.from) return refuseWith(calendarRefusals.emptyRange)
  return span
}

const answers = { needsAction: 'none', declined: 'declined', tentative: 'tentative', accepted: 'accepted' } as const
const guestsOf = (attendees: NonNullable<WrittenBody['attendees']>): NewAttendee[] =>
  attendees.map(({ email, displayName = '', optional = false, resource = false, responseStatus = 'needsAction' }) => ({ address: email, name: displayName, optional, resource, response: answers[responseStatus] }))

function wordsOf({ summary, description, location, visibility, transparency, attendees }: WrittenBody): AppointmentEdit {
  return {
    ...(summary !== undefined && { subject: summary ?? '' }), ...(description !== undefined && { text: description ?? '' }), ...(location !== undefined && { location: location ?? '' }),
    ...(visibility !== undefined && { sensitivity: visibility === 'private' || visibility === 'confidential' ? visibility : 'normal' as const }),
    ...(transparency !== undefined && { showAs: transparency === 'transparent' ? 'free' as const : 'busy' as const }), ...(attendees && { attendees: guestsOf(attendees) }),
  }
}

interface WritesDeps { world: CalendarWorld; keepProperties(mailbox: string, eventId: string, properties: Readonly<Record<string, string | null>>): void; keepId(mailbox: string, eventId: string, id: string): void }

/** What a program may write into a calendar, as people's doings in the world. */
export function createGoogleWrites({ world, keepProperties, keepId }: WritesDeps) {
  const keep = (mailbox: string, eventId: string, { extendedProperties }: WrittenBody) => { if (extendedProperties?.private) keepProperties(mailbox, eventId, extendedProperties.private) }
  const markOf = ({ extendedProperties }: WrittenBody) => Object.values(extendedProperties?.private ?? {}).find((value) => value !== null) ?? null

  return {
    insert(mailbox: WorldMailbox, body: WrittenBody): CalendarCopy {
      const span = spanOf(body, mailbox.zone)
      const made = world.create({
        organizer: { name: mailbox.name, address: mailbox.address }, span, zone: body.start?.timeZone ?? mailbox.zone, mark: markOf(body), ...wordsOf(body), ...(body.iCalUID !== undefined && { uid: body.iCalUID }),
      })
      const eventId = made.eventIds[mailbox.address] ?? ''
      if (body.id !== undefined) keepId(mailbox.address, eventId, body.id)
      keep(mailbox.address, eventId, body)
      return world.find(mailbox.address, eventId) ?? refuseWith(calendarRefusals.missing)
    },
    /** `whole`: PUT, where times must be there. */
    change(mailbox: WorldMailbox, copy: CalendarCopy, { body, whole }: { body: WrittenBody; whole: boolean }): CalendarCopy {
      if (!copy.organizedHere) return refuseWith(calendarRefusals.notOrganizer)
      if (body.status === 'cancelled') {
        world.cancel(copy.appointmentId)
        return world.find(mailbox.address, copy.eventId) ?? copy
      }
      const span = whole || body.start || body.end ? spanOf({ ...asBody(copy), ...body }, mailbox.zone) : null
      keep(mailbox.address, copy.eventId, body)
      if (copy.slot !== null) {
        const { attendees: _guests, mark: _mark, ...words } = wordsOf(body)
        if (span) world.moveOccurrence(copy.appointmentId, copy.slot, span)
        world.editOccurrence(copy.appointmentId, copy.slot, words)
      } else {
        if (span && JSON.stringify(span) !== JSON.stringify(copy.span)) world.move(copy.appointmentId, span, body.start?.timeZone)
        world.edit(copy.appointmentId, { ...wordsOf(body), ...(body.extendedProperties?.private && { mark: markOf(body) }) })
      }
      return world.find(mailbox.address, copy.eventId) ?? copy
    },
    remove(mailbox: WorldMailbox, copy: CalendarCopy): void {
      if (!copy.organizedHere) return world.removeCopy(copy.appointmentId, mailbox.address, copy.slot ?? undefined)
      if (copy.slot !== null) return world.deleteOccurrence(copy.appointmentId, copy.slot)
      world.cancel(copy.appointmentId)
    },
  }
}

function asBody({ span, zone }: CalendarCopy): Pick<WrittenBody, 'start' | 'end'> {
  if (span.allDay) return { start: { date: span.from }, end: { date: span.to } }
  return { start: { dateTime: new Date(span.from).toISOString(), timeZone: zone }, end: { dateTime: new Date(span.to).toISOString(), timeZone: zone } }
}
