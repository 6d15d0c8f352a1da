import { dateOf, wallOf } from '@counterpane/backend/demo/calendars/world/world-wall-time'
import { insideOf } from './calendar-copybook'
import { casesWindow, people, slotAt, timed, type OpenCase } from './calendar-source-stand'

const { olga, anna } = people

/** Series, as each CalendarSource tells them: occurrence by occurrence, whole. */
export function seriesCases(use: () => OpenCase): void {
  const same = (mailbox: string = olga.address, book = use().olgas) => expect(book.inside()).toEqual(insideOf(use().world, mailbox, casesWindow))
  const seriesIdOf = (eventIds: Readonly<Record<string, string>>) => eventIds[olga.address] ?? ''

  test('every occurrence of a series is whole and knows its slot', async () => {
    const { weekly, olgas, world } = use()
    const { id, eventIds } = weekly()
    await olgas.full()
    same()
    expect(olgas.list().map(({ originalStart }) => originalStart)).toEqual(world.slots(id).map((slot) => new Date(slot).toISOString()))
    for (const one of olgas.list()) expect(one).toMatchObject({ seriesId: seriesIdOf(eventIds), subject: 'Plans for spring', location: 'Room 4', organizedHere: true, attendees: [{ address: anna.address }, { address: people.client.address }] })
  })

  test('a series that began before the window is told from the window on', async () => {
    const { weekly, olgas } = use()
    weekly({ span: timed('2026-09-01T08:00:00Z', '2026-09-01T09:00:00Z'), recurrence: { every: 'week', count: 8 } })
    await olgas.full()
    same()
    expect(olgas.list().every(({ start }) => start.kind === 'instant' && start.at >= casesWindow.from)).toBe(true)
  })

  test('a moved occurrence keeps its slot, and the others their times', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly()
    await olgas.full()
    const slot = slotAt(world.slots(id), 2)
    world.moveOccurrence(id, slot, timed('2026-12-17T13:00:00Z', '2026-12-17T14:00:00Z'))
    world.editOccurrence(id, slot, { subject: 'On Thursday for once' })
    await olgas.delta()
    same()
    const moved = olgas.list().find(({ subject }) => subject === 'On Thursday for once')
    expect(moved).toMatchObject({ originalStart: new Date(slot).toISOString(), start: { at: Date.parse('2026-12-17T13:00:00Z') }, location: 'Room 4' })
    expect(olgas.list()).toHaveLength(5)
  })

  test('a deleted date is gone, in a full round and in a later one', async () => {
    const { weekly, olgas, annas, world } = use()
    const { id } = weekly()
    await olgas.full()
    await annas.full()
    world.deleteOccurrence(id, slotAt(world.slots(id), 1))
    await olgas.delta()
    await annas.delta()
    same()
    same(anna.address, annas)
    expect(olgas.list()).toHaveLength(4)
    await olgas.full()
    same()
  })

  test('a deleted date stands again', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly()
    const slot = slotAt(world.slots(id), 1)
    world.deleteOccurrence(id, slot)
    await olgas.full()
    world.restore(id, { slot })
    await olgas.delta()
    same()
  })

  test('one occurrence is declined or removed for oneself only', async () => {
    const { weekly, olgas, annas, world } = use()
    const { id } = weekly()
    await annas.full()
    world.decline(id, anna.address, slotAt(world.slots(id), 0))
    world.removeCopy(id, anna.address, slotAt(world.slots(id), 3))
    await annas.delta()
    same(anna.address, annas)
    expect(annas.list().map(({ ownResponse }) => ownResponse)).toEqual(['declined', 'none', 'none', 'none'])
    await olgas.full()
    expect(olgas.list()).toHaveLength(5)
  })

  test('new words of a series reach all its occurrences, but not those that were told apart', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly()
    world.editOccurrence(id, slotAt(world.slots(id), 4), { subject: 'The last one' })
    await olgas.full()
    world.editSeries(id, { subject: 'Plans for winter' })
    await olgas.delta()
    same()
    expect(olgas.list().map(({ subject }) => subject)).toEqual([...Array<string>(4).fill('Plans for winter'), 'The last one'])
  })

  test('a series at another time leaves nothing of the old one', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly()
    world.moveOccurrence(id, slotAt(world.slots(id), 2), timed('2026-12-17T13:00:00Z', '2026-12-17T14:00:00Z'))
    await olgas.full()
    world.move(id, timed('2026-12-03T14:00:00Z', '2026-12-03T15:00:00Z'))
    await olgas.delta()
    same()
    expect(olgas.list()).toHaveLength(5)
  })

  test('a series that ends earlier, and another that goes on from there', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly()
    await olgas.full()
    world.splitSeries(id, slotAt(world.slots(id), 3), { subject: 'This and following' })
    await olgas.delta()
    same()
    expect(olgas.list().filter(({ subject }) => subject === 'This and following')).toHaveLength(2)
  })

  test('a cancelled series is cancelled or gone with all its occurrences', async () => {
    const { weekly, olgas, annas, world } = use()
    const { id } = weekly()
    await olgas.full()
    await annas.full()
    world.cancel(id)
    await olgas.delta()
    await annas.delta()
    same()
    same(anna.address, annas)
    expect(olgas.list()).toEqual([])
  })

  test('a series of whole days has dates for slots', async () => {
    const { weekly, olgas, world } = use()
    const { id } = weekly({ span: { allDay: true, from: '2026-12-01', to: '2026-12-02' } })
    world.editOccurrence(id, slotAt(world.slots(id), 1), { subject: 'The second' })
    await olgas.full()
    same()
    expect(olgas.list().map(({ originalStart }) => originalStart)).toEqual(world.slots(id))
  })

  test('occurrences keep the organiser\'s wall time when clocks change', async () => {
    const { weekly, olgas } = use()
    weekly({ span: timed('2027-03-16T09:00:00Z', '2027-03-16T10:00:00Z'), zone: 'Europe/Berlin', recurrence: { every: 'week', count: 4 } })
    await olgas.full()
    same()
    const walls = olgas.list().map(({ start }) => (start.kind === 'instant' ? wallOf(start.at, start.zone ?? 'UTC') : Number.NaN))
    expect(new Set(walls.map((wall) => wall % 86_400_000))).toEqual(new Set([10 * 3_600_000]))
    expect(walls.map(dateOf)).toEqual(['2027-03-16', '2027-03-23', '2027-03-30', '2027-04-06'])
  })

  test('the slots of one series are the same in two calendars', async () => {
    const { weekly, olgas, annas } = use()
    weekly()
    await olgas.full()
    await annas.full()
    expect(annas.list().map(({ originalStart }) => originalStart)).toEqual(olgas.list().map(({ originalStart }) => originalStart))
  })
}
