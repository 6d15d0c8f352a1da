import type { SqlParameter, SqlReader } from './sql'
import { placesOfSecond, secondOf, secondOfPlace } from './text-places'
import type { TextCondition } from './text-search'

/**
 * `where`: further conditions on `c` (Contact) with their parameters, undone and private ones included. `after`: the last row of the page before.
 * `from` (inclusive) and `to` (exclusive), in ms: a period that `where` asks for, said again so that the index is read within it only.
 */
export interface TextPage {
  where: string; parameters: readonly SqlParameter[]; descending: boolean; limit: number; after: { startsAt: number; id: string } | null
  from?: number | undefined; to?: number | undefined
}
export interface FoundRow { id: string; startsAt: number }

/** So many places are looked at, in handfuls that grow, until the page is full; a filter that lets through less than a page of these goes another way. */
const placesMost = 3_000
const handfuls = [300, 1_500, placesMost]

/**
 * A page of the contacts that hold the words, by (startsAt, id): the index is read in order of time, newest or oldest first, and only as far as the page needs. Where the
 * other filters let little through, the filters lead instead and each row is held against the places found. Rows of one second stand in the exact order;
 * only beyond 16,384 contacts in one second the last of them may come with the second after.
 */
export function textPage(sql: SqlReader, condition: TextCondition, page: TextPage): FoundRow[] {
  const places = readPlaces(sql, condition, page)
  const isAll = places.length < placesMost
  const last = places.at(-1)
  // Ties of the last second may lie beyond what was read: they wait, so that they come in order.
  const whole = isAll || last === undefined ? places : places.slice(0, places.findIndex((place) => secondOfPlace(place) === secondOfPlace(last)))
  const found: FoundRow[] = []
  for (let [step, at] = [0, 0]; at < whole.length; step++) {
    const end = endOfSecond(whole, Math.min(whole.length, at + (handfuls[step] ?? placesMost)))
    found.push(...rowsAt(sql, whole.slice(at, end), page))
    if (found.length >= page.limit) return inOrder(found, page)
    at = end
  }
  return isAll ? inOrder(found, page) : byFilters(sql, condition, page)
}

const inOrder = (found: FoundRow[], { descending, limit }: TextPage) =>
  found.sort((a, b) => (descending ? -1 : 1) * (a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))).slice(0, limit)

function endOfSecond(places: readonly number[], from: number): number {
  let end = from
  while (end < places.length && secondOfPlace(places[end] as number) === secondOfPlace(places[end - 1] as number)) end++
  return end
}

/** One reading only: the beginning of a word gathers all that begins so, each time anew. */
function readPlaces(sql: SqlReader, { docOrder }: TextCondition, { descending, after, from, to }: TextPage): number[] {
  const seconds = { from: from === undefined ? -Infinity : secondOf(from), to: to === undefined ? Infinity : secondOf(to) }
  if (after && descending) seconds.to = Math.min(seconds.to, secondOf(after.startsAt))
  if (after && !descending) seconds.from = Math.max(seconds.from, secondOf(after.startsAt))
  const bounds: [string, number][] = []
  if (Number.isFinite(seconds.from)) bounds.push([' AND docId >= ?', seconds.from * placesOfSecond])
  if (Number.isFinite(seconds.to)) bounds.push([' AND docId < ?', (seconds.to + 1) * placesOfSecond])
  return sql.all<{ docId: number }>(`SELECT docId FROM (${docOrder.sql}) f WHERE true${bounds.map(([text]) => text).join('')} ORDER BY docId ${descending ? 'DESC' : 'ASC'} LIMIT ${placesMost}`,
    [...docOrder.parameters, ...bounds.map(([, value]) => value)]).map((row) => row.docId)
}

function rowsAt(sql: SqlReader, places: readonly number[], page: TextPage): FoundRow[] {
  const { text, values } = keyset(page)
  return sql.all<FoundRow>(`
    SELECT c.id, c.startsAt FROM json_each(?) f CROSS JOIN ContactText x ON x.docId = f.value CROSS JOIN Contact c ON c.id = x.contactId WHERE ${page.where}${text}`, [JSON.stringify(places), ...page.parameters, ...values])
}

function byFilters(sql: SqlReader, condition: TextCondition, page: TextPage): FoundRow[] {
  const { text, values } = keyset(page)
  const order = page.descending ? 'DESC' : 'ASC'
  return sql.all<FoundRow>(`
    SELECT c.id, c.startsAt FROM Contact c WHERE ${page.where}${text} AND ${condition.member} ORDER BY c.startsAt ${order}, c.id ${order} LIMIT ${page.limit}`, [...page.parameters, ...values, ...condition.parameters])
}

function keyset({ after, descending }: TextPage): { text: string; values: SqlParameter[] } {
  return after === null ? { text: '', values: [] } : { text: ` AND (c.startsAt, c.id) ${descending ? '<' : '>'} (?, ?)`, values: [after.startsAt, after.id] }
}
