import { setImmediate } from 'node:timers/promises'
import type { Locale } from '@counterpane/shared/domain/codes'
import { clientExportTexts } from '@counterpane/shared/text/client-export-text'
import { exportTexts } from '@counterpane/shared/text/export-text'
import type { FileColumn } from './base-columns'
import { byteOrderMark, csvLine, wallText } from './csv-lines'
import { definitionWidths } from './definitions-sheet'
import { sheetMax } from './export-bytes'
import type { Cell } from './export-columns'
import type { Progress } from './export-progress'
import { serialOf, sheetText } from './sheet-text'
import { createXlsxBytes, type SheetCell } from './xlsx-bytes'

export interface BaseOrder<R> {
  pages: AsyncIterable<readonly R[]>; columns: readonly FileColumn<R>[]; progress: Progress; locale: Locale; now: Date; title: string
  about: { by: string; timeZone: string; isFiltered: boolean; madeAt: number }
}

export async function* baseCsv<R>({ pages, columns, progress }: BaseOrder<R>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(byteOrderMark + csvLine(columns.map(({ name }) => name)))
  for await (const page of pages) {
    yield Buffer.from(page.map((row) => csvLine(columns.map((column) => column.read(row)))).join(''))
    progress.rows += page.length
    await setImmediate()
  }
}

export async function* baseXlsx<R>({ pages, columns, progress, locale, now, title, about }: BaseOrder<R>): AsyncGenerator<Uint8Array> {
  const text = exportTexts[locale]
  const book = createXlsxBytes(now)
  let cut = 0
  const toSheet = (cell: Cell): SheetCell => {
    if (cell === null || cell === '' || typeof cell === 'number') return cell === '' ? null : cell
    if (typeof cell === 'object') {
      const serial = serialOf(cell.at)
      return serial === null ? wallText(cell) : [serial, cell.day ? 'day' : 'time']
    }
    const fitted = sheetText(cell, text.cutMark)
    if (fitted.isCut) cut++
    return fitted.text
  }
  try {
    yield book.sheet({ name: title, header: columns.map(({ name }) => name), widths: columns.map(({ width }) => width), frozen: true })
    for await (const page of pages) {
      const fitting = page.slice(0, sheetMax - progress.rows)
      yield book.rows(fitting.map((row) => columns.map((column) => toSheet(column.read(row)))))
      progress.rows += fitting.length
      if (fitting.length < page.length) break
      await setImmediate()
    }
    const plain = (words: string): SheetCell => [sheetText(words, text.cutMark).text, 'wrap']
    const words = clientExportTexts[locale]
    yield book.sheet({ name: text.definitions, header: null, widths: definitionWidths, frozen: false })
    yield book.rows([
      [[title, 'title'], null], [[text.made, 'bold'], [about.madeAt, 'time']], [[text.by, 'bold'], plain(about.by)], [[text.rows, 'bold'], progress.rows], [[text.timeZone, 'bold'], about.timeZone],
      [[text.filters, 'bold'], plain(about.isFiltered ? words.filtered : words.all)], [null, plain(words.again)], ...(cut > 0 ? [[null, plain(text.cut(cut))]] : []),
      [null, null], [[text.columns, 'title'], null], ...columns.map(({ name, meaning }): SheetCell[] => [[name, 'bold'], plain(meaning)]),
    ])
    yield book.end()
  } finally {
    await book.close()
  }
}
