import type { ExportColumn } from '@counterpane/shared/contract/exports'
import type { Locale } from '@counterpane/shared/domain/codes'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { sheetText } from './sheet-text'
import type { SheetCell } from './xlsx-bytes'

export interface Definitions {
  locale: Locale; by: string; timeZone: string; order: string; filters: readonly [string, string][]; columns: readonly ExportColumn[]
  /** What the wall's clock showed, as a spreadsheet knows it. */
  madeAt: number
  rows: number; cutTexts: number; isEndedEarly: boolean
}
export const definitionWidths = [30, 100]

/** The second sheet: what the first one holds, so that a file that was sent on can be read without the journal. */
export function definitionRows({ locale, by, timeZone, order, filters, columns, madeAt, rows, cutTexts, isEndedEarly }: Definitions): SheetCell[][] {
  const text = exportTexts[locale]
  const part = (title: string, lines: readonly (readonly [string, string])[]): SheetCell[][] => [
    [null, null], [[title, 'title'], null], ...lines.map(([name, value]): SheetCell[] => [[sheetText(name, text.cutMark).text, 'bold'], [sheetText(value, text.cutMark).text, 'wrap']]),
  ]
  const remarks = [...(cutTexts > 0 ? [text.cut(cutTexts)] : []), ...(isEndedEarly ? [text.cutRows(rows)] : []), text.odd]
  return [
    [[text.contacts, 'title'], null],
    [[text.made, 'bold'], [madeAt, 'time']], [[text.by, 'bold'], [sheetText(by, text.cutMark).text, 'wrap']], [[text.rows, 'bold'], rows],
    [[text.timeZone, 'bold'], timeZone], [[text.order, 'bold'], order],
    ...remarks.map((remark): SheetCell[] => [null, [remark, 'wrap']]),
    ...part(text.filters, filters),
    ...part(text.columns, columns.map((column) => [text.column[column].name, text.column[column].meaning])),
    ...part(text.counted, Object.values(text.count).map(({ name, meaning }) => [name, meaning])),
  ]
}
