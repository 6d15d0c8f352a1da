import type { CalendarCopy, CopyState, Slot, Span } from './calendar-world.types'
import { occurrenceId, uidOf } from './world-ids'
import { isOrganizer, keyOf, type AppointmentRecord, type CopyRecord } from './world-records'
import { spanOfSlot } from './world-series'

export function stateOf(record: AppointmentRecord, copy: CopyRecord, slot: Slot | null): CopyState {
  if (slot !== null && !record.slots.has(slot)) return 'gone'
  if (copy.removed || (slot !== null && copy.removedSlots.has(slot))) return 'gone'
  const calledOff = record.cancelled || copy.uninvited || (slot !== null && record.deletedSlots.has(slot))
  if (!calledOff) return 'there'
  return copy.mailbox.kind === 'exchange' && !isOrganizer(record, copy.mailbox) ? 'cancelled' : 'gone'
}

export const spanOf = (record: AppointmentRecord, slot: Slot | null): Span => (slot === null ? record.span : record.exceptions.get(slot)?.span ?? spanOfSlot(record.span, slot))
const differs = (record: AppointmentRecord, slot: Slot): boolean => record.exceptions.has(slot) || record.deletedSlots.has(slot) || record.slotResponses.has(slot)

/** An appointment, or one slot of it, as its mailbox shows it. */
export function viewOf(record: AppointmentRecord, copy: CopyRecord, slot: Slot | null): CalendarCopy {
  const { mailbox, own } = copy
  const exception = slot === null ? undefined : record.exceptions.get(slot)
  const here = isOrganizer(record, mailbox)
  const changed = (slot === null ? undefined : copy.slotChanges.get(slot)) ?? copy
  const responseOf = (address: string) => (slot === null ? undefined : record.slotResponses.get(slot)?.get(keyOf(address))) ?? record.responses.get(keyOf(address)) ?? 'none'
  return {
    ...record.words, ...exception?.words, ...(own.sensitivity && { sensitivity: own.sensitivity }), ...(own.showAs && { showAs: own.showAs }),
    mailbox: mailbox.address, appointmentId: record.id,
    eventId: slot === null ? copy.eventId : occurrenceId(mailbox.kind, copy.eventId, slot), seriesId: slot === null ? null : copy.eventId,
    type: slot === null ? (record.recurrence ? 'series' : 'single') : differs(record, slot) ? 'exception' : 'occurrence',
    state: stateOf(record, copy, slot), uid: uidOf(mailbox.kind, record.uid, slot, record.zone), slot,
    span: spanOf(record, slot), zone: record.zone, recurrence: slot === null ? record.recurrence : null,
    organizer: record.organizer, organizedHere: here, ownResponse: here ? 'accepted' : responseOf(mailbox.address),
    attendees: record.attendees.map((attendee) => ({ ...attendee, response: responseOf(attendee.address) })),
    mark: copy.mark, createdAt: copy.createdAt, changedAt: Math.max(changed.changedAt, copy.changedAt), revision: Math.max(changed.revision, copy.revision),
    deletedSlots: slot === null ? [...record.slots].filter((one) => stateOf(record, copy, one) === 'gone') : [],
  }
}
