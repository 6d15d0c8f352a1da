import type { JournalRow } from '@counterpane/shared/contract/journal'
import { newList, withRows } from '../api/row-list'
import type { RowsQuery } from '../api/row-queries'
import { indexOfLine, layBlocks, lineAt } from './grid-blocks'

const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => ({ id: `c${from + at}` }) as JournalRow)
const laid = (list: ReturnType<typeof newList>) => layBlocks([{ kind: 'rows', query: {} as RowsQuery, list, level: 1, parent: null }], { row: 52, head: 40 })
const list = (from: number, to: number) => newList({ items: rows(from, to), nextCursor: null })

it('finds the line one works at by its contact, wherever newer rows have moved it', () => {
  const line = lineAt(laid(list(0, 10)), 4)
  expect(indexOfLine(laid(list(0, 10)), line)).toBe(4)
  expect(indexOfLine(laid(newList({ items: [...rows(90, 93), ...rows(0, 10)], nextCursor: null })), line)).toBe(7)
})

it('goes on from the line in its place when the contact has left the list', () => {
  const line = lineAt(laid(list(0, 10)), 9)
  expect(indexOfLine(laid(withRows(list(0, 10), (row) => (row.id === 'c9' ? null : row))), line)).toBe(8)
  expect(indexOfLine(laid(list(0, 0)), line)).toBeNull()
})

it('keeps its place while the rows there are let go', () => {
  const whole = list(0, 10)
  const away = { ...whole, pages: whole.pages.map((page) => ({ ...page, rows: null })) }
  expect(indexOfLine(laid(away), lineAt(laid(whole), 4))).toBe(4)
})
