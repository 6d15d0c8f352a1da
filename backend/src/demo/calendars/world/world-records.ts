import type { AppointmentWords, NewAppointment, OwnEdit, Recurrence, Slot, Span, WorldMailbox, WorldPerson, WorldResponse } from './calendar-world.types'

/** What everybody's copies share. */
export interface AppointmentRecord {
  id: string
  uid: string
  organizer: WorldPerson
  attendees: readonly (WorldPerson & { optional: boolean; resource: boolean })[]
  words: AppointmentWords
  span: Span
  zone: string
  recurrence: Recurrence | null
  /** By the rule; empty for a single appointment. */
  slots: Set<Slot>
  exceptions: Map<Slot, { span?: Span; words: Partial<AppointmentWords> }>
  cancelled: boolean
  deletedSlots: Set<Slot>
  /** By address in lower case; of a series, and of one slot where it differs. */
  responses: Map<string, WorldResponse>
  slotResponses: Map<Slot, Map<string, WorldResponse>>
  changedAt: number
  copies: Map<string, CopyRecord>
}

/** What one mailbox has of it. */
export interface CopyRecord {
  mailbox: WorldMailbox
  eventId: string
  removed: boolean
  removedSlots: Set<Slot>
  /** Left out by the organiser. */
  uninvited: boolean
  own: OwnEdit
  mark: string | null
  createdAt: number
  changedAt: number
  revision: number
  slotChanges: Map<Slot, { changedAt: number; revision: number }>
}

export const keyOf = (address: string): string => address.trim().toLowerCase()
export const isOrganizer = (record: AppointmentRecord, mailbox: WorldMailbox): boolean => keyOf(record.organizer.address) === keyOf(mailbox.address)

export function guestsOf(attendees: NewAppointment['attendees'] = [], organizer: WorldPerson): AppointmentRecord['attendees'] {
  const seen = new Set([keyOf(organizer.address)])
  return attendees.filter(({ address }) => !seen.has(keyOf(address)) && seen.add(keyOf(address)))
    .map(({ name, address, optional = false, resource = false }) => ({ name, address, optional, resource }))
}

export function wordsOf(from: Partial<AppointmentWords>): Partial<AppointmentWords> {
  const { subject, text, location, online, sensitivity, showAs } = from
  return Object.fromEntries(Object.entries({ subject, text, location, online, sensitivity, showAs }).filter(([, value]) => value !== undefined))
}

export const emptyWords: AppointmentWords = { subject: '', text: '', location: '', online: null, sensitivity: 'normal', showAs: 'busy' }
