import { createCalendarWorld } from './calendar-world'
import type { NewAppointment, Slot, Span } from './calendar-world.types'
import { instantOf, wallOf } from './world-wall-time'

const olga = { name: 'Olga', address: 'olga@firm.example' }
const anna = { name: 'Anna', address: 'anna@firm.example' }
const client = { name: 'Client', address: 'client@customer.example' }
const at = (text: string) => Date.parse(text)
const timed = (from: string, to: string): Span => ({ allDay: false, from: at(from), to: at(to) })
const year = { from: at('2026-01-01T00:00:00Z'), to: at('2028-01-01T00:00:00Z') }

function house() {
  let now = at('2026-11-22T09:00:00Z')
  const world = createCalendarWorld({ clock: { now: () => new Date(now) }, seed: 7 })
  world.addMailbox({ ...olga, kind: 'exchange' })
  world.addMailbox({ ...anna, kind: 'google' })
  const meeting = (more: Partial<NewAppointment> = {}) => world.create({ organizer: olga, attendees: [anna, client], span: timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'), subject: 'Plans', ...more })
  const weekly = () => meeting({ recurrence: { every: 'week', count: 4 }, span: timed('2026-10-12T08:00:00Z', '2026-10-12T09:00:00Z') })
  return { world, meeting, weekly, pass: (ms: number) => { now += ms }, here: (address: string) => world.listOccurrences(address, year) }
}
const slotAt = (slots: readonly Slot[], index: number): Slot => slots[index] as Slot

test('an appointment stands in each participant\'s calendar with an id of its own and one uid', () => {
  const { world, meeting, here } = house()
  const { uid, eventIds } = meeting()
  const [hers] = here(olga.address)
  const [theirs] = here(anna.address)
  expect(uid).toMatch(/^040000008200E00074C5B7101A82E00800000000[0-9A-F]{72}$/)
  expect(hers).toMatchObject({ uid, eventId: eventIds[olga.address], organizedHere: true, type: 'single', state: 'there', revision: 1 })
  expect(theirs).toMatchObject({ uid, eventId: eventIds[anna.address], organizedHere: false, ownResponse: 'none' })
  expect(world.find(anna.address, eventIds[olga.address] ?? '')).toBeNull()
})

test('a series keeps its wall time over the end of summer time', () => {
  const { weekly, here } = house()
  weekly()
  expect(here(olga.address).map(({ span }) => wallOf(span.allDay ? 0 : span.from, 'Europe/Vienna') % 86_400_000)).toEqual(Array(4).fill(10 * 3_600_000))
  expect(new Set(here(olga.address).map(({ span }) => (span.allDay ? 0 : span.from % 86_400_000))).size).toBe(2)
  expect(instantOf(Date.UTC(2027, 2, 28, 2, 30), 'Europe/Vienna')).toBe(at('2027-03-28T01:30:00Z'))
})

test('occurrences carry their date in the uid of Exchange, and none in that of Google', () => {
  const { world, weekly, here } = house()
  const { id, uid } = weekly()
  expect(here(olga.address).map((one) => one.uid.slice(32, 40))).toEqual(['07EA0A0C', '07EA0A13', '07EA0A1A', '07EA0B02'])
  expect(new Set(here(anna.address).map((one) => one.uid))).toEqual(new Set([uid]))
  for (const one of [...here(olga.address), ...here(anna.address)]) expect(world.find(one.mailbox, one.eventId)).toEqual(one)
  expect(world.slots(id)).toHaveLength(4)
})

test('a moved occurrence is an exception that keeps its slot', () => {
  const { world, weekly, here } = house()
  const { id } = weekly()
  const slot = slotAt(world.slots(id), 1)
  world.moveOccurrence(id, slot, timed('2026-10-21T12:00:00Z', '2026-10-21T13:00:00Z'))
  expect(here(olga.address)[1]).toMatchObject({ type: 'exception', slot, span: { from: at('2026-10-21T12:00:00Z') } })
})

test('cancelled, declined and removed are three different things', () => {
  const { world, meeting } = house()
  const bob = world.addMailbox({ address: 'bob@firm.example', kind: 'exchange' })
  const { id, eventIds } = meeting({ attendees: [anna, bob] })
  const copy = (address: string) => world.find(address, eventIds[address] ?? '')
  world.decline(id, bob.address)
  expect(copy(bob.address)).toMatchObject({ state: 'there', ownResponse: 'declined' })
  world.removeCopy(id, bob.address)
  expect(copy(bob.address)).toMatchObject({ state: 'gone' })
  world.restore(id, { mailbox: bob.address })
  world.cancel(id)
  expect([olga.address, anna.address, bob.address].map((address) => copy(address)?.state)).toEqual(['gone', 'gone', 'cancelled'])
  world.restore(id)
  expect([olga.address, anna.address, bob.address].map((address) => copy(address)?.state)).toEqual(['there', 'there', 'there'])
})

test('the log says what changed after a revision, each event once', () => {
  const { world, weekly, pass } = house()
  const { id, eventIds } = weekly()
  const before = world.revision(olga.address)
  expect(world.changesSince(olga.address, 0)).toHaveLength(5)
  const slot = slotAt(world.slots(id), 2)
  world.editOccurrence(id, slot, { subject: 'Once' })
  pass(1_000)
  world.deleteOccurrence(id, slot)
  const changes = world.changesSince(olga.address, before)
  expect(changes.map(({ change, slot: about }) => [change, about])).toEqual([['deleted', slot], ['updated', null]])
  expect(world.find(olga.address, eventIds[olga.address] ?? '')?.deletedSlots).toEqual([slot])
  expect(world.changesSince(olga.address, world.revision(olga.address))).toEqual([])
})

test('new times of a series make new occurrences, and the former ones are logged as gone', () => {
  const { world, weekly, here } = house()
  const { id } = weekly()
  const former = here(olga.address).map(({ eventId }) => eventId)
  const before = world.revision(olga.address)
  world.move(id, timed('2026-10-13T08:00:00Z', '2026-10-13T09:00:00Z'))
  const gone = world.changesSince(olga.address, before).filter(({ change }) => change === 'deleted').map(({ eventId }) => eventId)
  expect(gone.sort()).toEqual(former.sort())
  expect(here(olga.address)).toHaveLength(4)
})

test('a split series ends before the slot and goes on under another uid', () => {
  const { world, weekly, here } = house()
  const first = weekly()
  const second = world.splitSeries(first.id, slotAt(world.slots(first.id), 2), { subject: 'Later' })
  expect(second.uid).not.toBe(first.uid)
  expect(here(anna.address).map(({ subject, appointmentId }) => [subject, appointmentId])).toEqual([['Plans', first.id], ['Plans', first.id], ['Later', second.id], ['Later', second.id]])
})

test('all-day appointments are dates', () => {
  const { meeting, here } = house()
  meeting({ span: { allDay: true, from: '2026-12-01', to: '2026-12-03' }, recurrence: { every: 'day', interval: 7, count: 2 } })
  expect(here(olga.address).map(({ span }) => [span.from, span.to])).toEqual([['2026-12-01', '2026-12-03'], ['2026-12-08', '2026-12-10']])
})

test('whoever listens hears once per calendar of each change', () => {
  const { world, weekly } = house()
  const heard: string[] = []
  const end = world.on(({ mailbox, change }) => heard.push(`${mailbox} ${change}`))
  const { id } = weekly()
  world.move(id, timed('2026-10-14T08:00:00Z', '2026-10-14T09:00:00Z'))
  end()
  world.cancel(id)
  expect(heard).toEqual([`${olga.address} created`, `${anna.address} created`, `${olga.address} updated`, `${anna.address} updated`])
})
