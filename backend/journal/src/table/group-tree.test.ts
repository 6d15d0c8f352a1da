import type { Groups } from '@counterpane/shared/contract/journal'
import { contactsQuery, defaultView } from '../view/journal-view'
import { datesOf, groupTree, narrowed } from './group-tree'

const sums = (count: number) => ({ count, minutes: count * 10, held: count - 1, planned: 1, overdue: 0, cancelled: 0, incoming: 0, outgoing: count })
const group = (count: number, ...keys: [string | null, string][]): Groups['groups'][number] => ({ keys: keys.map(([value, name]) => ({ value, name })), ...sums(count) })
const answer = (...groups: Groups['groups']): Groups => ({ groups, total: sums(0), isWhole: true })
const { limit: _, ...query } = contactsQuery({ ...defaultView, period: 'range', from: '2026-11-10', to: '2026-11-20' }, new Date(2026, 10, 22))

it('puts the second column’s groups under the first one’s, summed up, the biggest first', () => {
  const tree = groupTree(answer(group(5, ['m1', 'Anna'], ['call', 'Call']), group(4, ['m2', 'Olga'], ['call', 'Call']), group(3, ['m2', 'Olga'], ['letter', 'Email'])), ['manager', 'method'])
  expect(tree.map(({ name, sums: { count, minutes, held } }) => [name, count, minutes, held])).toEqual([['Olga', 7, 70, 5], ['Anna', 5, 50, 4]])
  expect(tree[0]?.children.map(({ name, keys }) => [name, keys])).toEqual([
    ['Call', [{ by: 'manager', value: 'm2' }, { by: 'method', value: 'call' }]], ['Email', [{ by: 'manager', value: 'm2' }, { by: 'method', value: 'letter' }]],
  ])
})

it('leaves dates in the order they come in', () => {
  expect(groupTree(answer(group(1, ['2026-12-01', '']), group(9, ['2026-11-01', ''])), ['month']).map(({ value }) => value)).toEqual(['2026-12-01', '2026-11-01'])
})

it('asks for the rows of a group by what the filter of that name takes', () => {
  expect(narrowed(query, [{ by: 'manager', value: 'm1' }, { by: 'status', value: 'held' }])).toEqual({ ...query, mainManagerId: ['m1'], status: ['held'] })
  expect(narrowed(query, [{ by: 'firm', value: null }])).toEqual({ ...query, firmId: ['none'] })
  expect(narrowed(query, [{ by: 'counterparty', value: null }])).toEqual({ ...query, mainCounterpartyId: ['none'] })
  expect(narrowed(query, [{ by: 'team', value: null }])).toEqual({ ...query, teamId: ['none'] })
  expect(narrowed(query, [{ by: 'day', value: null }])).toBeNull()
})

it('takes a group of dates in the reader’s own zone, and no more of it than the list has', () => {
  expect(datesOf('month', '2026-12-01')).toEqual({ from: new Date(2026, 11, 1), to: new Date(2027, 0, 1) })
  expect(datesOf('week', '2026-12-28')).toEqual({ from: new Date(2026, 11, 28), to: new Date(2027, 0, 4) })
  expect(datesOf('day', '9999-12-30').to).toEqual(new Date(9999, 11, 31))
  for (const [by, value] of [['day', '9999-12-31'], ['week', '9999-12-27'], ['month', '9999-12-01']] as const) expect(datesOf(by, value).to.toISOString()).toBe('9999-12-31T23:59:59.999Z')
  for (const by of ['day', 'week', 'month'] as const) expect(datesOf(by, '0001-01-01').from.toISOString()).toBe('0001-01-01T00:00:00.000Z')
  expect(narrowed(query, [{ by: 'week', value: '2026-11-16' }])).toMatchObject({ from: new Date(2026, 10, 16).toISOString(), to: new Date(2026, 10, 21).toISOString() })
  expect(narrowed(query, [{ by: 'month', value: '2026-11-01' }])).toMatchObject({ from: query.from, to: query.to })
})
