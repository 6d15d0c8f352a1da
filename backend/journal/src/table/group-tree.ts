import type { Grouping, Groups } from '@counterpane/shared/contract/journal'
import type { RowsQuery } from '../api/row-queries'

export type Sums = Groups['total']
export interface GroupKey { by: Grouping; value: string | null }
/** A head of the list: a group, or the group of a group. `path` names it among all. */
export interface GroupNode { path: string; level: 1 | 2; by: Grouping; value: string | null; name: string; sums: Sums; keys: readonly GroupKey[]; children: GroupNode[] }

const names = ['count', 'minutes', 'held', 'planned', 'overdue', 'cancelled', 'incoming', 'outgoing'] as const
const added = (one: Sums, other: Sums): Sums => Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Sums

/** Groups of two columns come one beside another; here those of the second stand under the first, with the sums of both. */
export function groupTree({ groups }: Groups, by: readonly Grouping[]): GroupNode[] {
  const [first, second] = by
  if (!first) return []
  const nodes = new Map<string, GroupNode>()
  for (const { keys: [key, inner], ...rest } of groups) {
    if (!key) continue
    const sums: Sums = rest
    const path = `${first}=${key.value}`
    let node = nodes.get(path)
    if (node) node.sums = added(node.sums, sums)
    else nodes.set(path, (node = { path, level: 1, by: first, ...key, sums, keys: [{ by: first, value: key.value }], children: [] }))
    if (second && inner) node.children.push({ path: `${path} ${second}=${inner.value}`, level: 2, by: second, ...inner, sums, keys: [...node.keys, { by: second, value: inner.value }], children: [] })
  }
  return isDate(first) ? [...nodes.values()] : [...nodes.values()].sort((one, other) => other.sums.count - one.sums.count)
}

export const isDate = (by: Grouping) => by === 'day' || by === 'week' || by === 'month'
/** All that can be asked for. What the reader's zone has before and after it is in the first and the last group. */
const [first, last] = [new Date('0001-01-01T00:00:00.000Z'), new Date('9999-12-31T23:59:59.999Z')]
/** The first and the last day of a group of dates, in the reader's own zone; the last one exclusive. */
export function datesOf(by: Grouping, value: string): { from: Date; to: Date } {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const local = (shift: number, months = 0) => {
    const date = new Date(2000, 0, 1)
    date.setFullYear(year, month - 1 + months, day + shift)
    return date
  }
  const to = by === 'month' ? local(0, 1) : local(by === 'week' ? 7 : 1)
  return { from: value <= '0001-01-01' ? first : local(0), to: to.getFullYear() > 9999 ? last : to }
}

const filterNames = {
  manager: 'mainManagerId', team: 'teamId', counterparty: 'mainCounterpartyId', method: 'method', direction: 'direction', status: 'status', state: 'state', priority: 'priority', type: 'type',
  firm: 'firmId', adSource: 'adSourceId', source: 'source', registeredBy: 'registeredById',
} as const satisfies Partial<Record<Grouping, keyof RowsQuery>>
/** Those without one of these can be asked for. */
const takesNone: ReadonlySet<Grouping> = new Set(['manager', 'counterparty', 'team', 'registeredBy', 'type', 'firm', 'adSource'])

/** The question for the rows of a group: the list's own, narrowed by the group's keys. Null when the API knows no such question. */
export function narrowed(query: RowsQuery, keys: readonly GroupKey[]): RowsQuery | null {
  let asked: RowsQuery = query
  for (const { by, value } of keys) {
    if (by === 'day' || by === 'week' || by === 'month') {
      if (value === null) return null
      const { from, to } = datesOf(by, value)
      asked = { ...asked, from: later(asked.from, from.toISOString()), to: earlier(asked.to, to.toISOString()) }
    } else if (value !== null) asked = { ...asked, [filterNames[by]]: [value] }
    else if (takesNone.has(by)) asked = { ...asked, [filterNames[by]]: ['none'] }
    else return null
  }
  return asked
}
const later = (one: string | undefined, other: string) => (one !== undefined && one > other ? one : other)
const earlier = (one: string | undefined, other: string) => (one !== undefined && one < other ? one : other)
