import type { CalendarWorld, MailboxKind, NewAppointment, Slot, Span } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import type { CalendarAccess, CalendarSource } from '@counterpane/backend/ports/calendar-source'
import type { TestClock } from '../support/test-clock'
import { createCopybook } from './calendar-copybook'

/** A provider's stand-in over a world, and our adapter that is led to it. Nothing of the world has happened yet. */
export interface SourceStand {
  source: CalendarSource
  world: CalendarWorld
  clock: TestClock
  /** Mailboxes of this provider. */
  kind: MailboxKind
  accessOf(mailbox: string): CalendarAccess
  /** All cursors that were given so far lead nowhere. */
  expireCursors(mailbox: string): void
  /** The next request of this mailbox is answered with 429 and this Retry-After. */
  throttleOnce(mailbox: string, retryAfter: string): void
  /** The next request of this mailbox is answered with 503. */
  failOnce(mailbox: string): void
  counts(mailbox: string): { requests: number; mostInFlight: number; early: number }
  /** When all rings have been brought. */
  settled(): Promise<void>
  /** What guests would have received because of us. */
  lettersSent(): number
  close(): Promise<void>
}

export const people = {
  olga: { name: 'Olga Smirnova', address: 'olga@firm.example' }, anna: { name: 'Anna Berg', address: 'anna@firm.example' }, client: { name: 'Carla Client', address: 'carla@customer.example' },
} as const
const at = (text: string) => Date.parse(text)
export const timed = (from: string, to: string): Span => ({ allDay: false, from: at(from), to: at(to) })
export const casesWindow = { from: at('2026-10-01T00:00:00Z'), to: at('2027-06-01T00:00:00Z') }
export const slotAt = (slots: readonly Slot[], index: number): Slot => {
  const slot = slots[index]
  if (slot === undefined) throw new Error(`There is no slot ${index}.`)
  return slot
}

/** Olga organises, Anna is invited; both have a calendar with this provider, the client has none. */
export async function openCase(start: () => Promise<SourceStand>) {
  const stand = await start()
  const { world, source, kind } = stand
  for (const { name, address } of [people.olga, people.anna]) world.addMailbox({ name, address, kind, zone: 'Europe/Vienna' })
  const book = (mailbox: string) => createCopybook(source, stand.accessOf(mailbox), casesWindow)
  const meeting = (more: Partial<NewAppointment> = {}) => world.create({
    organizer: people.olga, attendees: [people.anna, people.client], span: timed('2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z'), subject: 'Plans for spring', text: 'What we talked about.', location: 'Room 4', ...more,
  })
  const weekly = (more: Partial<NewAppointment> = {}) => meeting({ span: timed('2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z'), recurrence: { every: 'week', count: 5 }, ...more })
  return { ...stand, book, meeting, weekly, olgas: book(people.olga.address), annas: book(people.anna.address) }
}
export type OpenCase = Awaited<ReturnType<typeof openCase>>
