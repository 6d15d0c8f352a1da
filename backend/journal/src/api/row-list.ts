import type { AnswerOf } from '@counterpane/shared/contract/http-client'
import type { JournalRow } from '@counterpane/shared/contract/journal'

export type RowsAnswer = AnswerOf<'listJournal'>
/** A page as it was asked for by its cursor. Far from what is read its rows are let go; how many there were stays, so that nothing moves. */
export interface RowPage { cursor: string | null; rows: readonly JournalRow[] | null; count: number; lastId: string }
/** `arrived`: rows that belong above or among those read and wait until one looks at the beginning. `strays`: rows that stand here and no longer fit the question. */
export interface RowList { pages: readonly RowPage[]; next: string | null; arrived: readonly string[]; strays?: readonly string[] }

const pageOf = (cursor: string | null, rows: readonly JournalRow[]): RowPage => ({ cursor, rows, count: rows.length, lastId: rows.at(-1)?.id ?? '' })
export const newList = ({ items, nextCursor }: RowsAnswer): RowList => ({ pages: [pageOf(null, items)], next: nextCursor, arrived: [] })
export const isLong = ({ pages }: RowList) => pages.length > 1

const starts = new WeakMap<RowList, readonly number[]>()
/** Where each page begins, and at the end how many rows there are. */
export function startsOf(list: RowList): readonly number[] {
  let found = starts.get(list)
  if (!found) {
    let sum = 0
    found = [0, ...list.pages.map(({ count }) => (sum += count))]
    starts.set(list, found)
  }
  return found
}
export const sizeOf = (list: RowList) => startsOf(list).at(-1) ?? 0

/** The page in which a row stands. */
export function pageAt(list: RowList, index: number): number {
  const begins = startsOf(list)
  let low = 0
  let high = list.pages.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((begins[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return low
}
export function rowAt(list: RowList, index: number): JournalRow | null {
  const page = pageAt(list, index)
  return list.pages[page]?.rows?.[index - (startsOf(list)[page] ?? 0)] ?? null
}
export function* rowsIn(list: RowList): Iterable<JournalRow> {
  for (const { rows } of list.pages) if (rows) yield* rows
}
export function indexOf(list: RowList, id: string): number {
  const begins = startsOf(list)
  for (const [page, { rows }] of list.pages.entries()) {
    const at = rows?.findIndex((row) => row.id === id) ?? -1
    if (at >= 0) return (begins[page] ?? 0) + at
  }
  return -1
}

/** The next page at the end, or one that was let go in its old place; what no longer fits the list as it is now is dropped. */
export function withPage(list: RowList, cursor: string | null, { items, nextCursor }: RowsAnswer): RowList {
  if (cursor !== null && list.next === cursor) {
    const known = new Set([...rowsIn(list)].slice(-400).map(({ id }) => id))
    const rows = items.filter(({ id }) => !known.has(id))
    return rows.length > 0 ? { ...list, pages: [...list.pages, pageOf(cursor, rows)], next: nextCursor } : { ...list, next: nextCursor }
  }
  const pages = list.pages.map((page) => {
    if (page.rows !== null || page.cursor !== cursor) return page
    const end = items.findIndex(({ id }) => id === page.lastId)
    return { ...pageOf(cursor, end >= 0 ? items.slice(0, end + 1) : items), lastId: page.lastId }
  })
  return { ...list, pages }
}

/** Rows change where they stand; `null` takes one out. */
export function withRows(list: RowList, change: (row: JournalRow) => JournalRow | null): RowList {
  let touched = false
  const pages = list.pages.map((page) => {
    if (!page.rows) return page
    let here = false
    const rows = page.rows.flatMap((row) => {
      const next = change(row)
      if (next !== row) here = true
      return next ?? []
    })
    if (!here) return page
    touched = true
    return { ...page, rows, count: rows.length }
  })
  return touched ? { ...list, pages } : list
}

/** What the server says of these rows now: those that it gives fit and are as it says, the others have become strays and keep their place. */
export function withFitting(list: RowList, asked: readonly string[], items: readonly JournalRow[]): RowList {
  const fresh = new Map(items.map((row) => [row.id, row]))
  const here = new Set(Array.from(rowsIn(list), ({ id }) => id))
  const strays = [...(list.strays ?? []).filter((id) => !asked.includes(id)), ...asked.filter((id) => here.has(id) && !fresh.has(id))]
  return { ...withRows(list, (row) => fresh.get(row.id) ?? row), strays }
}
export function straysIn(list: RowList): number {
  const strays = new Set(list.strays)
  if (strays.size === 0) return 0
  return [...rowsIn(list)].filter(({ id }) => strays.has(id)).length
}
/** The list without those of its strays that nobody holds. */
export function withoutStrays(list: RowList, isHeld: (id: string) => boolean = () => false): RowList {
  const gone = new Set(list.strays?.filter((id) => !isHeld(id)))
  if (gone.size === 0) return list
  return { ...withRows(list, (row) => (gone.has(row.id) ? null : row)), strays: list.strays?.filter((id) => !gone.has(id)) ?? [] }
}

const pagesKept = 25
/** Lets go of the rows of pages far from what is read. The first page stays: new rows are told by it. */
export function slimmed(list: RowList, first: number, last: number): RowList {
  if (list.pages.length <= 2 * pagesKept) return list
  const from = pageAt(list, first) - pagesKept
  const to = pageAt(list, last) + pagesKept
  if (!list.pages.some(({ rows }, index) => rows && index > 0 && (index < from || index > to))) return list
  return { ...list, pages: list.pages.map((page, index) => (page.rows && index > 0 && (index < from || index > to) ? { ...page, rows: null } : page)) }
}
