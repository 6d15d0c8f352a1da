import { rowsPath, type DrawnFilters } from './drawn-filters'
import type { DrawnWords } from './drawn-words'

const zone = 'Europe/Moscow'
const olga = { managerId: 'm-olga' }
const pathOf = (name: string, query: Readonly<Record<string, string>> = {}) => `/api/journal/${name}?${new URLSearchParams(query).toString()}`
const filtered = (kind: string) => `${kind} under a filter`
interface Seldom { repeats: number; questions: Readonly<Record<string, string>> }

/** What the journal is asked besides pages of rows: words, alone and under one filter; the strip, the count, sums by groups and sorts by what stands in no index. */
export function journalQuestions(filters: DrawnFilters, drawn: DrawnWords) {
  const lists = Object.entries(drawn)
  // Turn by turn: were each kind asked at one go, it would find its own places warm.
  const words = Array.from({ length: Math.max(...lists.map(([, list]) => list.length)) }, (_, at) => lists.flatMap(([kind, list]) => {
    const q = list[at]
    if (q === undefined) return []
    const filter = filters.draw(filters.names[at % filters.names.length] ?? '')
    return [{ kind, path: rowsPath([], { q }) }, { kind: filtered(kind), path: rowsPath(filter, { q }) }]
  })).flat()
  const sorts = ['counterparty', 'person', 'subject', 'nextAt']
  const seldom: Readonly<Record<string, Seldom>> = {
    strip: { repeats: 20, questions: { everybody: pathOf('strip'), 'one manager': pathOf('strip', olga) } },
    count: { repeats: 5, questions: { everything: pathOf('count'), 'one manager': pathOf('count', olga), 'a common word': pathOf('count', { q: drawn.common[0] ?? '' }) } },
    groups: { repeats: 5, questions: Object.fromEntries(['manager', 'month', 'counterparty'].map((by) => [by, pathOf('groups', { by, timeZone: zone })])) },
    sorts: { repeats: 5, questions: Object.fromEntries(sorts.flatMap((sort) => [[sort, rowsPath([], { sort })], [`${sort}, one manager`, rowsPath([['managerId', olga.managerId]], { sort })]])) },
  }
  return { words, kinds: lists.flatMap(([kind]) => [kind, filtered(kind)]), warmUp: words.slice(-2 * lists.length).map(({ path }) => path), seldom }
}
