import fc from 'fast-check'
import type { Read } from './calendar-sync.types'
import { at, createCalendarJournal, gone, hour, noon, seen, strict, type CalendarJournal } from './test-support/journal-model'

/** One calendar's reads of one appointment, the newest last. */
interface Copy { managerId: string; versions: Read[]; goes: boolean }
type Delivery = { managerId: string; read: Read }

const managers = ['anna', 'boris', 'olga']
const version = fc.record({
  moved: fc.integer({ min: 0, max: 3 }), subject: fc.constantFrom('Prices', 'Call with Acme', 'Contract'), text: fc.constantFrom('', 'Bring the offer.'), cancelled: fc.boolean(), declined: fc.boolean(),
  online: fc.boolean(), later: fc.integer({ min: 1, max: 3 }), client: fc.constantFrom('acme', 'globex'), allDay: fc.boolean(), zoneUnknown: fc.boolean(),
})
const copy = fc.record({ managerId: fc.constantFrom(...managers), known: fc.boolean(), versions: fc.array(version, { minLength: 1, maxLength: 4 }), goes: fc.boolean() })
const meeting = fc.record({ organiser: fc.constantFrom(...managers, null), inSeries: fc.boolean(), copies: fc.array(copy, { minLength: 1, maxLength: 4 }) })
const world = fc.array(meeting, { minLength: 1, maxLength: 3 }).map((meetings) => meetings.flatMap((one, m): Copy[] => one.copies.map(({ managerId, known, versions, goes }, c) => {
  let changedAt = 0
  return {
    managerId, goes,
    versions: versions.map((v) => {
      changedAt += v.later
      const date = (days: number) => new Date(noon + days * 24 * hour).toISOString().slice(0, 10)
      const times = v.allDay ? { start: { kind: 'date' as const, date: date(v.moved) }, end: { kind: 'date' as const, date: date(v.moved + 1) } } : at(noon + v.moved * hour)
      // Who knows the guests of a copy stays the same: a contact stays one when they become strangers, so there the order counts.
      const isKnown = known || one.copies.findIndex((other) => other.managerId === managerId && other.known) !== -1
      return seen({
        eventId: `m${m}c${c}`, uid: `uid-${m}`, changedAt, subject: v.subject, text: v.text, cancelled: v.cancelled, ownResponse: v.declined ? 'declined' : 'accepted', online: v.online, zoneUnknown: v.zoneUnknown,
        ...(one.inSeries && { seriesId: `s${m}`, originalStart: '2026-12-01T12:00:00.000Z' }), ...times,
      }, isKnown ? { counterpartyId: v.client, personIds: [`${v.client}-1`, `${v.client}-2`], organiserManagerId: one.organiser } : { kind: 'unknown', counterpartyId: null, personIds: [], organiserManagerId: one.organiser })
    }),
  }
})))

const eventIdOf = ({ versions }: Copy) => { const change = versions[0]?.change; return change?.kind === 'event' ? change.event.eventId : '' }
const inOrder = (copies: readonly Copy[]): Delivery[] => copies.flatMap(({ managerId, ...one }) => [...one.versions, ...(one.goes ? [gone(eventIdOf({ managerId, ...one }))] : [])].map((read) => ({ managerId, read })))

/** Any order and any repetition; but that something has gone is only known once its last state is out of date. */
const anyOrder = (copies: readonly Copy[]) => fc.record({ more: fc.array(fc.nat(), { maxLength: 12 }), keys: fc.infiniteStream(fc.nat()), sizes: fc.infiniteStream(fc.integer({ min: 1, max: 5 })) }).map(({ more, keys, sizes }) => {
  const all = copies.flatMap((one) => one.versions.map((read, v) => ({ managerId: one.managerId, read, copy: one, last: v === one.versions.length - 1 })))
  const repeated = [...all, ...more.flatMap((n) => all[n % all.length] ?? [])]
  const shuffled = repeated.map((one) => ({ one, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one)
  const told = new Set<Copy>()
  const deliveries = shuffled.flatMap(({ managerId, read, copy: of, last }): Delivery[] => {
    const goes = of.goes && last && !told.has(of)
    if (goes) told.add(of)
    return [{ managerId, read }, ...(goes ? [{ managerId, read: gone(eventIdOf(of)) }] : [])]
  })
  return { deliveries, sizes }
})

/** Pages of one calendar each, as long as the sizes say. */
function deliver(journal: CalendarJournal, deliveries: readonly Delivery[], size: () => number) {
  let [page, room] = [[] as Delivery[], size()]
  const flush = () => {
    const [first] = page
    if (first) journal.page(first.managerId, ...page.map(({ read }) => read));
    [page, room] = [[], size()]
  }
  for (const one of deliveries) {
    if (page[0] && (page[0].managerId !== one.managerId || page.length >= room)) flush()
    page.push(one)
  }
  flush()
}

const rules = { ...strict, declined: true }
const planAndOrder = world.chain((copies) => anyOrder(copies).map((order) => ({ copies, ...order })))

test('any order, repetition and interleaving of pages and calendars makes the same contacts', () => {
  fc.assert(fc.property(planAndOrder, ({ copies, deliveries, sizes }) => {
    const [plain, mixed] = [createCalendarJournal(rules), createCalendarJournal(rules)]
    deliver(plain, inOrder(copies), () => 1)
    deliver(mixed, deliveries, () => sizes.next().value ?? 1)
    expect(mixed.shown()).toEqual(plain.shown())
  }), { numRuns: 250 })
})

test('everything once more, in any order, writes nothing', () => {
  fc.assert(fc.property(planAndOrder, ({ copies, deliveries }) => {
    const journal = createCalendarJournal(rules)
    deliver(journal, inOrder(copies), () => 3)
    for (const { managerId, read } of [...inOrder(copies), ...deliveries]) expect(journal.page(managerId, read)).toEqual({ entries: [], created: [], changed: [] })
  }), { numRuns: 120 })
})

test('one meeting is one contact, with everybody in whose calendar it stands', () => {
  fc.assert(fc.property(planAndOrder, ({ deliveries }) => {
    const journal = createCalendarJournal(rules)
    deliver(journal, deliveries, () => 2)
    expect(new Set([...journal.meetings.values()].map((one) => one.contact.id)).size).toBe(journal.meetings.size)
    for (const { calendarKey, contact, cancellation } of journal.meetings.values()) {
      const going = [...journal.rows.values()].filter((row) => row.calendarKey === calendarKey && row.standing === 'planned').map((row) => row.managerId)
      expect(contact.status).toBe(going.length > 0 ? 'planned' : 'cancelled')
      expect(cancellation === null).toBe(going.length > 0)
      if (going.length > 0) expect([...contact.managerIds].sort()).toEqual([...new Set(going)].sort())
      expect(contact.managerId).toBe(contact.managerIds[0])
    }
  }), { numRuns: 150 })
})

describe('whatever the calendars say later', () => {
  const hand = fc.record({
    after: fc.nat(), change: fc.oneof(
      fc.constant({ subject: 'As people call it' }), fc.constant({ contentHash: 'written by people' }), fc.constant({ startsAt: noon + 99 * hour }), fc.constant({ durationMinutes: 7 }), fc.constant({ method: 'fax' as const }),
      fc.constant({ direction: 'incoming' as const }), fc.constant({ counterpartyId: 'initech', personIds: ['peter'] }), fc.constant({ personIds: ['peter'] }), fc.constant({ managerId: 'carol' }), fc.constant({ status: 'held' as const }),
    ),
  })
  test('what people changed stays as they left it, and so do a held contact\'s time and its answer', () => {
    fc.assert(fc.property(planAndOrder, hand, ({ deliveries }, { after, change }) => {
      const journal = createCalendarJournal(rules)
      const cut = after % (deliveries.length + 1)
      deliver(journal, deliveries.slice(0, cut), () => 2)
      const before = [...journal.meetings.values()].map(({ calendarKey }) => calendarKey)
      for (const key of before) journal.edit(key, change)
      const held = new Map(before.map((key) => [key, journal.meetings.get(key)?.contact]))
      deliver(journal, deliveries.slice(cut), () => 2)
      for (const key of before) {
        expect(journal.meetings.get(key)?.contact).toMatchObject(change)
        if ('status' in change) expect(journal.meetings.get(key)?.contact).toMatchObject({ startsAt: held.get(key)?.startsAt, durationMinutes: held.get(key)?.durationMinutes })
      }
    }), { numRuns: 150 })
  })

  test('what was undone is neither touched nor made anew', () => {
    fc.assert(fc.property(planAndOrder, fc.nat(), ({ deliveries }, after) => {
      const journal = createCalendarJournal(rules)
      const cut = after % (deliveries.length + 1)
      deliver(journal, deliveries.slice(0, cut), () => 2)
      const before = [...journal.meetings.values()]
      for (const { calendarKey } of before) journal.edit(calendarKey, { undone: true })
      const undone = before.map(({ calendarKey }) => journal.meetings.get(calendarKey))
      deliver(journal, deliveries.slice(cut), () => 2)
      expect(before.map(({ calendarKey }) => journal.meetings.get(calendarKey))).toEqual(undone)
    }), { numRuns: 120 })
  })
})
