import type { JournalRow } from '@counterpane/shared/contract/journal'
import { indexOf, newList, rowAt, sizeOf, slimmed, straysIn, withFitting, withoutStrays, withPage, withRows, type RowList } from './row-list'
import { refreshed, worthAsking } from './row-refresh'

const row = (number: number, etag = '1') => ({ id: `c${number}`, etag, overdue: false, nextAt: null }) as JournalRow
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => row(from + at))
const answer = (from: number, to: number, next: string | null = `after ${to}`) => ({ items: rows(from, to), nextCursor: next })
const ids = (list: RowList) => Array.from({ length: sizeOf(list) }, (_, at) => rowAt(list, at)?.id ?? 'absent')
const numbers = (from: number, to: number) => rows(from, to).map(({ id }) => id)
/** As many pages of ten rows as asked for, one read after another. */
function pages(count: number): RowList {
  let list = newList(answer(0, 10))
  for (let page = 1; page < count; page++) list = withPage(list, list.next, answer(page * 10, page * 10 + 10))
  return list
}
const below = { atTop: false, first: 12, last: 14 }
const top = { atTop: true, first: 0, last: 5 }

it('puts page after page, and leaves one out that nobody waits for', () => {
  expect(ids(pages(3))).toEqual(numbers(0, 30))
  expect(withPage(pages(2), 'after 7', answer(90, 95))).toEqual(pages(2))
})

it('lets far pages go without moving any row, and has them again up to where they ended', () => {
  const list = pages(70)
  const slim = slimmed(list, 600, 610)
  expect(sizeOf(slim)).toBe(700)
  expect([rowAt(slim, 5)?.id, rowAt(slim, 100), rowAt(slim, 605)?.id]).toEqual(['c5', null, 'c605'])
  const again = withPage(slim, slim.pages[10]?.cursor ?? null, answer(100, 140))
  expect(sizeOf(again)).toBe(700)
  expect([rowAt(again, 100)?.id, rowAt(again, 109)?.id, rowAt(again, 110)]).toEqual(['c100', 'c109', null])
  expect(slimmed(pages(40), 0, 5)).toEqual(pages(40))
})

it('changes a row where it stands and takes one out, leaving all other objects as they were', () => {
  const list = pages(2)
  const changed = withRows(list, (one) => (one.id === 'c3' ? row(3, '2') : one))
  expect(rowAt(changed, 3)?.etag).toBe('2')
  expect(rowAt(changed, 4)).toBe(rowAt(list, 4))
  expect(ids(withRows(list, (one) => (one.id === 'c3' ? null : one))).slice(2, 5)).toEqual(['c2', 'c4', 'c5'])
  expect(withRows(list, (one) => one)).toBe(list)
  expect([indexOf(changed, 'c13'), indexOf(changed, 'nobody')]).toEqual([13, -1])
})

it('moves nothing of what is read further down: rows change in place, new ones are only counted', () => {
  const fresh = { items: [row(100), row(101), ...rows(0, 3), row(3, '2'), ...rows(4, 8)], nextCursor: 'x' }
  const list = refreshed(pages(3), [fresh, { items: [row(10), row(11, '2')], nextCursor: 'y' }], below)
  expect(ids(list)).toEqual(numbers(0, 30))
  expect([rowAt(list, 3)?.etag, rowAt(list, 11)?.etag, rowAt(list, 12)?.etag]).toEqual(['2', '2', '1'])
  expect(list.arrived).toEqual(['c100', 'c101'])
})

it('shows new ones at the beginning, keeps the pages behind, and has no row twice', () => {
  const fresh = { items: [row(100), row(25), ...rows(0, 8)], nextCursor: 'x' }
  const list = refreshed(pages(3), [fresh], top)
  expect(ids(list)).toEqual(['c100', 'c25', ...numbers(0, 25), ...numbers(26, 30)])
  expect(list.arrived).toEqual([])
  expect(list.next).toBe('after 30')
})

it('begins anew at the beginning when nothing of what stood there is left', () => {
  expect(ids(refreshed(pages(3), [answer(200, 210)], top))).toEqual(numbers(200, 210))
})

it('does not take the rows behind the first page for new ones when some of it are gone', () => {
  expect(refreshed(pages(3), [{ items: rows(2, 12), nextCursor: 'x' }], below).arrived).toEqual([])
})

it('asks again for the beginning and for what is on screen, never for all that was loaded', () => {
  const list = pages(60)
  expect(worthAsking(list, top)).toEqual([null])
  expect(worthAsking(list, { atTop: false, first: 105, last: 112 })).toEqual([null, 'after 100', 'after 110'])
  expect(worthAsking(undefined, below)).toEqual([null])
})

it('keeps the place of rows that no longer fit and knows them, until they fit again or are let go', () => {
  const list = withFitting(pages(2), ['c3', 'c12', 'c99'], [row(12, '2')])
  expect([list.strays, ids(list), rowAt(list, 12)?.etag]).toEqual([['c3'], numbers(0, 20), '2'])
  expect(withFitting(list, ['c3'], [row(3, '3')]).strays).toEqual([])
  expect(refreshed(list, [answer(0, 10)], below).strays).toEqual([])
  expect(refreshed(list, [{ items: rows(0, 3), nextCursor: 'x' }], below).strays).toEqual(['c3'])
  const both = withFitting(list, ['c5'], [])
  expect(withoutStrays(both, (id) => id === 'c5')).toMatchObject({ strays: ['c5'] })
  expect(ids(withoutStrays(both))).toEqual(numbers(0, 20).filter((id) => id !== 'c3' && id !== 'c5'))
  expect([straysIn(both), straysIn(withRows(both, (one) => (one.id === 'c5' ? null : one))), ids(refreshed(both, [{ items: [row(90), row(0), row(1), row(2), row(4)], nextCursor: null }], top)).slice(0, 7)]).toEqual([2, 1, ['c90', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5']])
  expect(withoutStrays(pages(2))).toEqual(pages(2))
})
