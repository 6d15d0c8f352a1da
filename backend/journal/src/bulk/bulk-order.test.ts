import type { JournalRow } from '@counterpane/shared/contract/journal'
import { emptyTally, orderOf, ordersToDate, portions, sizeOfOrders, withAnswer } from './bulk-order'

const row = (id: string, startsAt: Date) => ({ id, etag: `"${id}"`, startsAt: startsAt.toISOString() }) as JournalRow

it('puts every contact on the date chosen by its own number of days, and keeps its time of day', () => {
  const rows = [row('late', new Date(2026, 10, 20, 23, 50)), row('early', new Date(2026, 10, 20, 0, 10)), row('next', new Date(2026, 10, 26, 9))]
  expect(ordersToDate('2026-11-25', rows)).toEqual([
    { change: { postponeDays: 5 }, items: [{ id: 'late', etag: '"late"' }, { id: 'early', etag: '"early"' }] }, { change: { postponeDays: -1 }, items: [{ id: 'next', etag: '"next"' }] },
  ])
})

it.each(['', '2026-02-31', '0001-01-01', '9999-12-31'])('takes %p for no date to postpone to', (date) => {
  expect(ordersToDate(date, [row('one', new Date(2026, 10, 20))])).toBeNull()
})

it('goes in portions of 500 and loses nobody', () => {
  const rows = Array.from({ length: 1_201 }, (_, index) => row(String(index), new Date(2026, 10, 20)))
  const parts = [...portions(orderOf({ state: 3 }, rows))]
  expect(parts.map(({ items }) => items.length)).toEqual([500, 500, 201])
  expect(parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(rows.map(({ id }) => id))
  expect(sizeOfOrders(parts)).toBe(1_201)
  expect(orderOf({ state: 3 }, [])).toEqual([])
})

it('counts what became of each, and keeps what undoes it', () => {
  const one = withAnswer(emptyTally, { setId: 's1', results: [{ id: 'a', outcome: 'changed' }, { id: 'b', outcome: 'stale' }] })
  const two = withAnswer(one, { setId: null, results: [{ id: 'c', outcome: 'not-planned' }, { id: 'd', outcome: 'stale' }] })
  expect(two).toMatchObject({ setIds: ['s1'], counts: { changed: 1, stale: 2, 'not-planned': 1, unchanged: 0 } })
  expect(emptyTally.counts.changed).toBe(0)
})
