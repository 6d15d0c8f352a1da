import { setImmediate } from 'node:timers/promises'
import type { ExportColumn } from '@counterpane/shared/contract/exports'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { byteOrderMark, csvLine, wallText } from './csv-lines'
import { definitionRows, definitionWidths, type Definitions } from './definitions-sheet'
import { cellsOf, widthOf, type Cell } from './export-columns'
import type { Progress } from './export-progress'
import type { ExportQuestion, ExportRow, ExportRows } from './exports.types'
import { serialOf, sheetText } from './sheet-text'
import { createXlsxBytes, type SheetCell } from './xlsx-bytes'

export interface Order {
  rows: ExportRows; question: ExportQuestion; columns: readonly ExportColumn[]; progress: Progress; wall(instant: string): number
  about: Pick<Definitions, 'by' | 'timeZone' | 'order' | 'filters'>
}
/** Rows below the header of a sheet. */
export const sheetMax = 1_048_575
/** So many rows are turned into words before others get their turn on this thread. */
const slice = 50
/** Lines are sent off when they are this long together: one contact may hold megabytes. */
const pieceLength = 128 * 1024

async function* slices({ rows, question, progress }: Order): AsyncGenerator<readonly ExportRow[]> {
  for await (const page of rows.pages(question)) {
    for (let at = 0; at < page.length; at += slice) {
      const some = page.slice(at, at + slice)
      yield some
      progress.rows += some.length
      await setImmediate()
    }
  }
}

export async function* csvBytes(order: Order): AsyncGenerator<Uint8Array> {
  const { columns, question: { viewer: { locale } }, wall } = order
  let text = byteOrderMark + csvLine(columns.map((column) => exportTexts[locale].column[column].name))
  for await (const rows of slices(order)) {
    for (const row of rows) {
      text += csvLine(cellsOf(row, columns, { locale, wall }))
      if (text.length < pieceLength) continue
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(text)
}

export async function* xlsxBytes(order: Order, { max = sheetMax } = {}): AsyncGenerator<Uint8Array> {
  const { columns, question: { viewer: { locale, now } }, wall, progress, about } = order
  const text = exportTexts[locale]
  const book = createXlsxBytes(now)
  let [cutTexts, isEndedEarly] = [0, false]
  const toSheet = (cell: Cell): SheetCell => {
    if (cell === null || cell === '' || typeof cell === 'number') return cell === '' ? null : cell
    if (typeof cell === 'object') {
      const serial = serialOf(cell.at)
      return serial === null ? wallText(cell) : [serial, cell.day ? 'day' : 'time']
    }
    const fitted = sheetText(cell, text.cutMark)
    if (fitted.isCut) cutTexts++
    return fitted.text
  }
  try {
    yield book.sheet({ name: text.contacts, header: columns.map((column) => text.column[column].name), widths: columns.map(widthOf), frozen: true })
    for await (const rows of slices(order)) {
      const fitting = rows.slice(0, max - progress.rows)
      yield book.rows(fitting.map((row) => cellsOf(row, columns, { locale, wall }).map(toSheet)))
      if (fitting.length === rows.length) continue
      progress.rows += fitting.length
      isEndedEarly = true
      break
    }
    yield book.sheet({ name: text.definitions, header: null, widths: definitionWidths, frozen: false })
    const madeAt = serialOf(wall(now.toISOString())) ?? 0
    yield book.rows(definitionRows({ ...about, locale, columns, madeAt, rows: progress.rows, cutTexts, isEndedEarly }))
    yield book.end()
  } finally {
    await book.close()
  }
}
