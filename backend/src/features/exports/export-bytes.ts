import type { Locale } from '@counterpane/shared/domain/codes'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { byteOrderMark, csvLine, wallText } from './csv-lines'
import { definitionRows, definitionWidths } from './definitions-sheet'
import type { Cell, ExportFile } from './export-file'
import type { Progress } from './export-progress'
import { serialOf, sheetText } from './sheet-text'
import { createXlsxBytes, type SheetCell } from './xlsx-bytes'

export interface Order { file: ExportFile; progress: Progress; locale: Locale; by: string; timeZone: string; now: Date; wall(instant: string): number }
/** Rows below the header of a sheet. */
export const sheetMax = 1_048_575
/** Lines are sent off when they are this long together: one contact may hold megabytes. */
const pieceLength = 128 * 1024

export async function* csvBytes({ file: { columns, lines }, progress }: Order): AsyncGenerator<Uint8Array> {
  let text = byteOrderMark + csvLine(columns.map(({ name }) => name))
  for await (const some of lines) {
    for (const line of some) {
      text += csvLine(line)
      if (text.length < pieceLength) continue
      yield Buffer.from(text)
      text = ''
    }
    progress.rows += some.length
  }
  yield Buffer.from(text)
}

export async function* xlsxBytes({ file, progress, locale, by, timeZone, now, wall }: Order, { max = sheetMax } = {}): AsyncGenerator<Uint8Array> {
  const { columns, lines, title } = file
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
    yield book.sheet({ name: title[locale], header: columns.map(({ name }) => name), widths: columns.map(({ width }) => width), frozen: true })
    for await (const some of lines) {
      const fitting = some.slice(0, max - progress.rows)
      yield book.rows(fitting.map((line) => line.map(toSheet)))
      progress.rows += fitting.length
      isEndedEarly = fitting.length < some.length
      if (isEndedEarly) break
    }
    yield book.sheet({ name: text.definitions, header: null, widths: definitionWidths, frozen: false })
    yield book.rows(definitionRows(file, { locale, by, timeZone, madeAt: serialOf(wall(now.toISOString())) ?? 0, rows: progress.rows, cutTexts, isEndedEarly }))
    yield book.end()
  } finally {
    await book.close()
  }
}
