import type { OwnEvent } from '../../ports/own-calendar'
import type { DueAppointment, Written } from './own-appointments.repository'

/** A plan without a duration takes up half an hour of a calendar. */
const usualMs = 30 * 60_000
const textMost = 20_000

/** The contact as an appointment of its manager's own: no guests, no place. */
export function toOwnEvent({ contactId, subject, content, startsAt, endsAt }: Pick<DueAppointment, 'contactId' | 'subject' | 'content' | 'startsAt' | 'endsAt'>): OwnEvent {
  return { subject, text: content.slice(0, textMost), location: '', startsAt, endsAt: endsAt > startsAt ? endsAt : startsAt + usualMs, mark: contactId }
}

export const writtenOf = ({ subject, text, startsAt, endsAt }: OwnEvent): Written => ({ subject, text, startsAt, endsAt })

export const isAsWritten = (written: Written | null, event: OwnEvent): boolean =>
  written !== null && written.subject === event.subject && written.text === event.text && written.startsAt === event.startsAt && written.endsAt === event.endsAt
