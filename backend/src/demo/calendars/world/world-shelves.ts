import type { CalendarCopy, InstantWindow, WorldMailbox } from './calendar-world.types'
import { occurrenceId, readOccurrenceId } from './world-ids'
import { keyOf, type AppointmentRecord, type CopyRecord } from './world-records'
import { overlaps, startsAt } from './world-wall-time'
import { spanOf, stateOf, viewOf } from './world-views'

interface Shelved { record: AppointmentRecord; copy: CopyRecord }

/** Which copies stand in which mailbox. */
export function createShelves() {
  const mailboxes = new Map<string, { mailbox: WorldMailbox; copies: Map<string, Shelved> }>()
  const shelf = (address: string) => mailboxes.get(keyOf(address))
  const all = (address: string): Shelved[] => [...(shelf(address)?.copies.values() ?? [])]
  /** By start. */
  function inside(address: string, window: InstantWindow) {
    const found = all(address).flatMap(({ record, copy }) => [...(record.recurrence ? record.slots : [null])].map((slot) => ({ record, copy, slot, span: spanOf(record, slot) })))
      .filter(({ record, copy, slot, span }) => overlaps(span, window) && stateOf(record, copy, slot) !== 'gone')
    return found.sort((a, b) => startsAt(a.span) - startsAt(b.span))
  }

  return {
    open: (mailbox: WorldMailbox) => { mailboxes.set(keyOf(mailbox.address), { mailbox, copies: new Map() }) },
    close: (address: string) => { mailboxes.delete(keyOf(address)) },
    mailbox: (address: string): WorldMailbox | null => shelf(address)?.mailbox ?? null,
    mailboxes: (): WorldMailbox[] => [...mailboxes.values()].map(({ mailbox }) => mailbox),
    put: (record: AppointmentRecord, copy: CopyRecord) => { shelf(copy.mailbox.address)?.copies.set(copy.eventId, { record, copy }) },

    copies: (address: string): CalendarCopy[] => all(address).map(({ record, copy }) => viewOf(record, copy, null)).filter(({ state }) => state !== 'gone'),
    occurrences: (address: string, window: InstantWindow): CalendarCopy[] => inside(address, window).map(({ record, copy, slot }) => viewOf(record, copy, slot)),
    occurrenceIds: (address: string, window: InstantWindow) =>
      inside(address, window).map(({ copy, slot }) => (slot === null ? { eventId: copy.eventId, seriesId: null } : { eventId: occurrenceId(copy.mailbox.kind, copy.eventId, slot), seriesId: copy.eventId })),
    find(address: string, eventId: string): CalendarCopy | null {
      const here = shelf(address)
      const whole = here?.copies.get(eventId)
      if (!here || whole) return whole ? viewOf(whole.record, whole.copy, null) : null
      const part = readOccurrenceId(here.mailbox.kind, eventId)
      const series = part && here.copies.get(part.seriesId)
      if (!part || !series?.record.recurrence) return null
      const view = viewOf(series.record, series.copy, series.record.span.allDay ? part.date ?? '' : part.at)
      return view.eventId === eventId ? view : null
    },
  }
}
