import type { Appointment, AppointmentEdit, CalendarWorld, NewAppointment, SeriesEdit, Slot, WorldClock, WorldMailbox } from './calendar-world.types'
import { createWorldIds } from './world-ids'
import { createWorldLog } from './world-log'
import { emptyWords, guestsOf, isOrganizer, keyOf, wordsOf, type AppointmentRecord, type CopyRecord } from './world-records'
import { slotsOf } from './world-series'
import { createShelves } from './world-shelves'
import { createSlotVerbs } from './world-slot-verbs'

/** `seed`: the same seed and the same verbs make the same ids. */
export function createCalendarWorld({ clock, seed = 1 }: { clock: WorldClock; seed?: number }): CalendarWorld {
  const ids = createWorldIds(seed)
  const log = createWorldLog(clock)
  const shelves = createShelves()
  const records = new Map<string, AppointmentRecord>()

  function recordOf(id: string): AppointmentRecord {
    const record = records.get(id)
    if (!record) throw new Error(`No appointment ${id} in this world.`)
    return record
  }
  const shown = ({ id, uid, copies }: AppointmentRecord): Appointment => ({ id, uid, eventIds: Object.fromEntries([...copies.values()].map(({ mailbox, eventId }) => [mailbox.address, eventId])) })

  function copyFor(record: AppointmentRecord, mailbox: WorldMailbox, mark: string | null): CopyRecord {
    const now = clock.now().getTime()
    const copy: CopyRecord = {
      mailbox, eventId: ids.event(mailbox.kind), removed: false, removedSlots: new Set(), uninvited: false, own: {}, mark, createdAt: now, changedAt: now, revision: 0, slotChanges: new Map(),
    }
    record.copies.set(keyOf(mailbox.address), copy)
    shelves.put(record, copy)
    return copy
  }
  /** Copies for those who have none yet. */
  function handOut(record: AppointmentRecord, mark: string | null): CopyRecord[] {
    const people = [record.organizer, ...record.attendees].map(({ address }) => shelves.mailbox(address)).filter((mailbox) => mailbox !== null)
    return people.filter(({ address }) => !record.copies.has(keyOf(address))).map((mailbox) => copyFor(record, mailbox, isOrganizer(record, mailbox) ? mark : null))
  }

  function create(wanted: NewAppointment): Appointment {
    const { organizer, attendees = [], span, recurrence = null, mark = null } = wanted
    const home = shelves.mailbox(organizer.address)
    const zone = wanted.zone ?? home?.zone ?? 'UTC'
    const now = clock.now().getTime()
    const record: AppointmentRecord = {
      id: ids.appointment(), uid: wanted.uid ?? ids.uid(home?.kind ?? 'exchange', now), organizer: { name: organizer.name, address: organizer.address }, attendees: guestsOf(attendees, organizer),
      words: { ...emptyWords, ...wordsOf(wanted) }, span, zone, recurrence, slots: new Set(recurrence ? slotsOf(span, zone, recurrence) : []), exceptions: new Map(), cancelled: false, deletedSlots: new Set(),
      responses: new Map(attendees.flatMap(({ address, response }) => (response ? [[keyOf(address), response]] : []))), slotResponses: new Map(), changedAt: now - 1, copies: new Map(),
    }
    records.set(record.id, record)
    log.touch(record, handOut(record, mark), { created: true })
    return shown(record)
  }

  function rewrite(record: AppointmentRecord, edit: AppointmentEdit): CopyRecord[] {
    Object.assign(record.words, wordsOf(edit))
    if (edit.mark !== undefined) for (const copy of record.copies.values()) if (isOrganizer(record, copy.mailbox)) copy.mark = edit.mark
    if (!edit.attendees) return []
    record.attendees = guestsOf(edit.attendees, record.organizer)
    for (const { address, response } of edit.attendees) if (response) record.responses.set(keyOf(address), response)
    const invited = new Set(record.attendees.map(({ address }) => keyOf(address)))
    for (const [address, copy] of record.copies) copy.uninvited = !isOrganizer(record, copy.mailbox) && !invited.has(address)
    return handOut(record, null)
  }
  function edit(id: string, wanted: AppointmentEdit) {
    const record = recordOf(id)
    const fresh = rewrite(record, wanted)
    log.touch(record, fresh, { created: true })
    log.touch(record, [...record.copies.values()].filter((copy) => !fresh.includes(copy)))
  }

  function editSeries(id: string, { span, zone, recurrence, ...words }: SeriesEdit) {
    const record = recordOf(id)
    const former = record.slots
    const moved = span !== undefined || (zone !== undefined && zone !== record.zone)
    Object.assign(record, { ...(span && { span }), ...(zone && { zone }), ...(recurrence && { recurrence }) })
    if (record.recurrence) record.slots = new Set(slotsOf(record.span, record.zone, record.recurrence))
    if (moved) forgetSlots(record)
    const fresh = rewrite(record, words)
    log.touch(record, fresh, { created: true })
    log.touch(record, [...record.copies.values()].filter((copy) => !fresh.includes(copy)), { former })
  }
  /** New times: exceptions and answers were about the old ones. */
  function forgetSlots(record: AppointmentRecord) {
    for (const forgotten of [record.exceptions, record.deletedSlots, record.responses, record.slotResponses]) forgotten.clear()
    for (const copy of record.copies.values()) for (const forgotten of [copy.removedSlots, copy.slotChanges]) forgotten.clear()
  }

  function splitSeries(id: string, slot: Slot, wanted: SeriesEdit): Appointment {
    const record = recordOf(id)
    if (!record.recurrence) throw new Error('Only a series can be split.')
    const before = [...record.slots].filter((one) => one < slot).length
    const { until, count, ...rule } = record.recurrence
    const span = slotSpan(record, slot)
    const next: NewAppointment = {
      organizer: record.organizer, attendees: record.attendees, zone: record.zone, ...record.words, span,
      recurrence: { ...rule, ...(until === undefined ? { count: (count ?? record.slots.size) - before } : { until }) }, ...wanted,
    }
    editSeries(id, { recurrence: { ...rule, count: before } })
    return create(next)
  }

  const { slotSpan, ...slotVerbs } = createSlotVerbs({ recordOf, touch: log.touch })
  return {
    clock, create, edit, editSeries, splitSeries, ...slotVerbs,
    addMailbox({ address, kind, name = address, zone = 'Europe/Vienna' }) {
      if (shelves.mailbox(address)) throw new Error(`There is a mailbox ${address} already.`)
      const mailbox: WorldMailbox = { address, name, kind, zone }
      shelves.open(mailbox)
      return mailbox
    },
    removeMailbox: (address) => shelves.close(address),
    mailbox: shelves.mailbox, mailboxes: shelves.mailboxes,
    move: (id, span, zone) => editSeries(id, { span, ...(zone !== undefined && { zone }) }),
    appointment: (id) => { const record = records.get(id); return record ? shown(record) : null },
    slots: (id) => [...recordOf(id).slots],
    listCopies: shelves.copies, listOccurrences: shelves.occurrences, listOccurrenceIds: shelves.occurrenceIds, find: shelves.find,
    revision: (address) => log.revision(shelves.mailbox(address)?.address ?? address),
    changesSince: (address, revision) => log.changesSince(shelves.mailbox(address)?.address ?? address, revision),
    on: log.on,
  }
}
