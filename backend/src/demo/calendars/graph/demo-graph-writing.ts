import type { CalendarCopy, NewAttendee, Span } from '../world/calendar-world.types'
import { isWhole } from './demo-graph-delta'
import { refusals } from './demo-graph-errors'
import { etagOf, idMeant } from './demo-graph-event'
import { no, wholeEvent, type SingleValue } from './demo-graph-reading'
import { rootOf, type Asking } from './demo-graph-request'
import { readGraphTime } from './demo-graph-times'

interface Written { subject?: unknown; body?: { content?: unknown }; location?: { displayName?: unknown }; start?: unknown; end?: unknown; isAllDay?: unknown; attendees?: unknown; transactionId?: unknown; showAs?: unknown; sensitivity?: unknown; singleValueExtendedProperties?: unknown }

/** Events that clients write. Nothing is ever sent; what Exchange would have sent to guests is counted. */
export function createGraphWriting() {
  const letters: { mailbox: string; to: string; about: string }[] = []
  const transactions = new Map<string, string>()
  const values = new Map<string, readonly SingleValue[]>()
  const valuesOf = (copy: Pick<CalendarCopy, 'eventId'>) => values.get(copy.eventId) ?? []
  const send = (copy: Pick<CalendarCopy, 'attendees' | 'mailbox'>, about: string) => letters.push(...copy.attendees.map(({ address }) => ({ mailbox: copy.mailbox, to: address, about })))

  function spanOf({ start, end, isAllDay }: Written): Span | null {
    const [from, to] = [readGraphTime(start), readGraphTime(end)]
    if (from === null || to === null || to < from) return null
    const date = (at: number) => new Date(at).toISOString().slice(0, 10)
    return isAllDay === true ? { allDay: true, from: date(from), to: date(to) } : { allDay: false, from, to }
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const wordsOf = ({ subject, body, location, showAs, sensitivity }: Written) => ({
    ...(text(subject) !== undefined && { subject: text(subject) }), ...(text(body?.content) !== undefined && { text: plain(text(body?.content) ?? '') }), ...(text(location?.displayName) !== undefined && { location: text(location?.displayName) }),
    ...(showAs === 'free' && { showAs }), ...(sensitivity === 'private' && { sensitivity }),
  } as { subject?: string; text?: string; location?: string; showAs?: 'free'; sensitivity?: 'private' })
  const guestsOf = (attendees: unknown): NewAttendee[] => (Array.isArray(attendees) ? (attendees as { emailAddress?: NewAttendee }[]).map(({ emailAddress }) => ({ name: emailAddress?.name ?? '', address: emailAddress?.address ?? '' })) : [])
  const propertiesOf = (wanted: Written) => (Array.isArray(wanted.singleValueExtendedProperties) ? (wanted.singleValueExtendedProperties as SingleValue[]) : [])

  function answerWith(asking: Asking, eventId: string, status: number) {
    const copy = asking.world.find(asking.mailbox.address, eventId)
    if (!isWhole(copy)) return no(asking, refusals.noItem)
    asking.response.status(status).set('ETag', etagOf(copy)).json({ '@odata.context': `${rootOf(asking.request)}/$metadata#users('${asking.mailbox.address}')/events/$entity`, ...wholeEvent(asking, copy, valuesOf(copy)) })
  }
  /** The event that a write is about; answered when it can't be. */
  function meant(asking: Asking, wantedId: string): CalendarCopy | null {
    const { world, mailbox, request } = asking
    const copy = world.find(mailbox.address, idMeant(wantedId))
    const match = request.headers['if-match']
    if (!isWhole(copy)) no(asking, refusals.noItem)
    else if (match !== undefined && match !== '*' && match !== etagOf(copy)) no(asking, refusals.changed)
    else return copy
    return null
  }

  return {
    letters, valuesOf,
    create(asking: Asking): void {
      const { world, mailbox, request } = asking
      const wanted = (request.body ?? {}) as Written
      const transaction = `${mailbox.address} ${String(wanted.transactionId)}`
      const before = wanted.transactionId === undefined ? undefined : transactions.get(transaction)
      if (before !== undefined && isWhole(world.find(mailbox.address, before))) return answerWith(asking, before, 201)
      const span = spanOf(wanted)
      if (!span) return no(asking, refusals.badBody)
      const properties = propertiesOf(wanted)
      const made = world.create({ organizer: mailbox, attendees: guestsOf(wanted.attendees), span, zone: mailbox.zone, mark: properties[0]?.value ?? null, ...wordsOf(wanted) })
      const eventId = made.eventIds[mailbox.address] ?? ''
      values.set(eventId, properties)
      if (wanted.transactionId !== undefined) transactions.set(transaction, eventId)
      const copy = world.find(mailbox.address, eventId)
      if (copy) send(copy, 'invitation')
      answerWith(asking, eventId, 201)
    },
    change(asking: Asking, wantedId: string): void {
      const { world, request } = asking
      const wanted = (request.body ?? {}) as Written
      const copy = meant(asking, wantedId)
      if (!copy) return
      if (!copy.organizedHere) return no(asking, refusals.notOrganizer)
      const timed = 'start' in wanted || 'end' in wanted
      const span = timed ? spanOf(wanted) : null
      if (timed && !span) return no(asking, refusals.badBody)
      const words = wordsOf(wanted)
      const { appointmentId: id, slot } = copy
      if (slot !== null) {
        if (Object.keys(words).length > 0) world.editOccurrence(id, slot, words)
        if (span) world.moveOccurrence(id, slot, span)
      } else {
        if (Object.keys(words).length > 0 || 'attendees' in wanted) world.edit(id, { ...words, ...('attendees' in wanted && { attendees: guestsOf(wanted.attendees) }) })
        if (span) world.move(id, span)
      }
      if (propertiesOf(wanted).length > 0) values.set(copy.eventId, propertiesOf(wanted))
      const now = world.find(copy.mailbox, copy.eventId)
      if (now) send(now, 'update')
      answerWith(asking, copy.eventId, 200)
    },
    remove(asking: Asking, wantedId: string): void {
      const { world, mailbox, response } = asking
      const copy = meant(asking, wantedId)
      if (!copy) return
      const { appointmentId: id, slot } = copy
      if (copy.organizedHere && copy.attendees.length > 0) {
        send(copy, 'cancellation')
        if (slot === null) world.cancel(id)
        else world.deleteOccurrence(id, slot)
      } else world.removeCopy(id, mailbox.address, slot ?? undefined)
      response.status(204).end()
    },
  }
}
export type GraphWriting = ReturnType<typeof createGraphWriting>

const plain = (html: string) => html.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
