import type { CalendarWorld, Slot, Span } from './calendar-world.types'
import type { createWorldLog } from './world-log'
import { isOrganizer, keyOf, wordsOf, type AppointmentRecord, type CopyRecord } from './world-records'
import { spanOfSlot } from './world-series'

type SlotVerbs = Pick<CalendarWorld, 'moveOccurrence' | 'editOccurrence' | 'editOwn' | 'respond' | 'decline' | 'cancel' | 'deleteOccurrence' | 'removeCopy' | 'restore'>
interface Deps { recordOf(id: string): AppointmentRecord; touch: ReturnType<typeof createWorldLog>['touch'] }

/** What is done to one occurrence, and what participants do in their own calendars. */
export function createSlotVerbs({ recordOf, touch }: Deps): SlotVerbs & { slotSpan(record: AppointmentRecord, slot: Slot): Span } {
  function slotOf(record: AppointmentRecord, slot: Slot): Slot {
    if (!record.slots.has(slot)) throw new Error(`The series has no slot ${slot}.`)
    return slot
  }
  function copyOf(record: AppointmentRecord, mailbox: string): CopyRecord {
    const copy = record.copies.get(keyOf(mailbox))
    if (!copy) throw new Error(`${mailbox} has no copy of ${record.id}.`)
    return copy
  }
  const exceptionOf = (record: AppointmentRecord, slot: Slot) => record.exceptions.get(slotOf(record, slot)) ?? { words: {} }
  const about = (slot: Slot | undefined) => (slot === undefined ? {} : { slot })

  function respond(id: string, mailbox: string, response: Parameters<SlotVerbs['respond']>[2], slot?: Slot) {
    const record = recordOf(id)
    if (isOrganizer(record, copyOf(record, mailbox).mailbox)) throw new Error('An organiser does not answer his own invitation.')
    if (slot === undefined) {
      record.responses.set(keyOf(mailbox), response)
      for (const answers of record.slotResponses.values()) answers.delete(keyOf(mailbox))
    } else record.slotResponses.set(slotOf(record, slot), (record.slotResponses.get(slot) ?? new Map()).set(keyOf(mailbox), response))
    touch(record, [...record.copies.values()], about(slot))
  }

  return {
    slotSpan: (record, slot) => spanOfSlot(record.span, slotOf(record, slot)),
    moveOccurrence(id, slot, span) {
      const record = recordOf(id)
      record.exceptions.set(slot, { ...exceptionOf(record, slot), span })
      record.slotResponses.set(slot, new Map(record.attendees.map(({ address }) => [keyOf(address), 'none'])))
      touch(record, [...record.copies.values()], { slot })
    },
    editOccurrence(id, slot, edit) {
      const record = recordOf(id)
      const now = exceptionOf(record, slot)
      record.exceptions.set(slot, { ...now, words: { ...now.words, ...wordsOf(edit) } })
      touch(record, [...record.copies.values()], { slot })
    },
    editOwn(id, mailbox, { mark, ...own }) {
      const record = recordOf(id)
      const copy = copyOf(record, mailbox)
      Object.assign(copy.own, own)
      if (mark !== undefined) copy.mark = mark
      touch(record, [copy])
    },
    respond,
    decline: (id, mailbox, slot) => respond(id, mailbox, 'declined', slot),
    cancel(id) {
      const record = recordOf(id)
      record.cancelled = true
      touch(record, [...record.copies.values()])
    },
    deleteOccurrence(id, slot) {
      const record = recordOf(id)
      record.deletedSlots.add(slotOf(record, slot))
      touch(record, [...record.copies.values()], { slot, dates: true })
    },
    removeCopy(id, mailbox, slot) {
      const record = recordOf(id)
      const copy = copyOf(record, mailbox)
      if (slot === undefined) copy.removed = true
      else copy.removedSlots.add(slotOf(record, slot))
      touch(record, [copy], { ...about(slot), dates: true })
    },
    restore(id, { mailbox, slot } = {}) {
      const record = recordOf(id)
      const copies = mailbox === undefined ? [...record.copies.values()] : [copyOf(record, mailbox)]
      if (mailbox !== undefined) for (const copy of copies) {
        if (slot === undefined) copy.removed = false
        else copy.removedSlots.delete(slot)
      } else if (slot === undefined) record.cancelled = false
      else record.deletedSlots.delete(slot)
      touch(record, copies, { ...about(slot), dates: true })
    },
  }
}
