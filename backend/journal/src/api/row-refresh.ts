import type { JournalRow } from '@counterpane/shared/contract/journal'
import { newList, pageAt, rowsIn, withRows, type RowList, type RowsAnswer } from './row-list'

/** What somebody is looking at: at the very beginning of a list, or at these of its rows. */
export interface Reading { atTop: boolean; first: number; last: number }
const longestFirstPage = 500

/** The cursors of the pages that are worth asking for again: the first, and those on screen. */
export function worthAsking(list: RowList | undefined, { atTop, first, last }: Reading): (string | null)[] {
  if (!list || atTop) return [null]
  const cursors = list.pages.slice(pageAt(list, first), pageAt(list, last) + 1).filter(({ rows }) => rows).map(({ cursor }) => cursor)
  return [...new Set([null, ...cursors])].slice(0, 4)
}

/** The list with what is new. While somebody reads further down, rows change in their places and none moves: those that came are only counted. */
export function refreshed(list: RowList | undefined, answers: readonly RowsAnswer[], { atTop }: Pick<Reading, 'atTop'>): RowList {
  const [top] = answers
  if (!top) return list ?? { pages: [], next: null, arrived: [] }
  if (!list) return newList(top)
  return atTop ? withKept(list, fromTop(list, top, answers)) : inPlace(list, top, answers)
}

/** Rows known to be strays stay after the row they followed: at one of them somebody may be working, and whoever shows the list lets the others go. */
function withKept(old: RowList, list: RowList): RowList {
  const [first, ...rest] = list.pages
  const before = old.pages[0]?.rows ?? []
  const fits = new Set(Array.from(rowsIn(list), ({ id }) => id))
  const kept = before.filter(({ id }) => old.strays?.includes(id) && !fits.has(id))
  if (!first?.rows || kept.length === 0) return list
  const rows = [...first.rows]
  for (const row of kept) rows.splice(rows.findIndex(({ id }) => id === before[before.indexOf(row) - 1]?.id) + 1, 0, row)
  return { ...list, pages: [{ ...first, rows, count: rows.length }, ...rest], strays: [...new Set([...(list.strays ?? []), ...kept.map(({ id }) => id)])] }
}

function inPlace(list: RowList, top: RowsAnswer, answers: readonly RowsAnswer[]): RowList {
  const fresh = new Map(answers.flatMap(({ items }) => items.map((row) => [row.id, row])))
  const known = new Set(Array.from(rowsIn(list), ({ id }) => id))
  // Rows beyond the end of the first page may be known from pages that were let go.
  const end = top.items.findIndex(({ id }) => id === list.pages[0]?.lastId)
  const arrived = (end >= 0 ? top.items.slice(0, end) : top.items).filter(({ id }) => !known.has(id)).map(({ id }) => id)
  const placed = withRows(list, (row) => latest(row, fresh.get(row.id)))
  // What was a stray and is given again fits again.
  const changed = placed.strays?.some((id) => fresh.has(id)) ? { ...placed, strays: placed.strays.filter((id) => !fresh.has(id)) } : placed
  return sameTexts(arrived, changed.arrived) ? changed : { ...changed, arrived }
}

function fromTop(list: RowList, top: RowsAnswer, answers: readonly RowsAnswer[]): RowList {
  const [first, ...rest] = list.pages
  const last = top.items.at(-1)
  const joint = first?.rows && last ? first.rows.findIndex(({ id }) => id === last.id) : -1
  if (!first?.rows || rest.length === 0 || joint < 0) return newList(top)
  const rows = [...top.items, ...first.rows.slice(joint + 1)]
  if (rows.length > longestFirstPage) return newList(top)
  const ids = new Set(rows.map(({ id }) => id))
  // A row that came to the beginning from further down stands only once.
  const others = withRows({ ...list, pages: rest }, (row) => (ids.has(row.id) ? null : row)).pages
  return inPlace({ pages: [{ ...first, rows, count: rows.length }, ...others], next: list.next, arrived: [], strays: list.strays ?? [] }, top, answers)
}

/** The same row keeps its object, so that it is not drawn again. */
const latest = (old: JournalRow, fresh: JournalRow | undefined) => (fresh && (fresh.etag !== old.etag || fresh.overdue !== old.overdue || fresh.nextAt !== old.nextAt) ? fresh : old)
const sameTexts = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((text, index) => text === other[index])
