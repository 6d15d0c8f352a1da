import type { Locale } from '@counterpane/shared/domain/codes'
import { exportTexts } from '@counterpane/shared/text/export-text'
import type { ExportFile, Heading, Part } from './export-file'
import { sheetText, wrapped } from './sheet-text'
import type { SheetCell } from './xlsx-bytes'

/** `madeAt`: what the wall's clock showed, as a spreadsheet knows it. */
export interface Made { locale: Locale; by: string; timeZone: string; madeAt: number; rows: number; cutTexts: number; isEndedEarly: boolean }
export const definitionWidths = [30, 100]

/** What each column means. */
export const columnPart = (columns: readonly Heading[], locale: Locale): Part => ({ title: exportTexts[locale].columns, lines: columns.map(({ name, meaning }) => [name, meaning]) })

/** The second sheet: what the first one holds, so that a file that was sent on can be read without the program. */
export function definitionRows({ title, facts, remarks, parts, endedAfter }: ExportFile, { locale, by, timeZone, madeAt, rows, cutTexts, isEndedEarly }: Made): SheetCell[][] {
  const text = exportTexts[locale]
  const told = ({ title: name, lines }: Part): SheetCell[][] => [
    [null, null], [[name, 'title'], null], ...lines.map(([word, value]): SheetCell[] => [[sheetText(word, text.cutMark).text, 'bold'], wrapped(value, text.cutMark)]),
  ]
  return [
    [[title[locale], 'title'], null],
    [[text.made, 'bold'], [madeAt, 'time']], [[text.by, 'bold'], wrapped(by, text.cutMark)], [[text.rows, 'bold'], rows], [[text.timeZone, 'bold'], timeZone],
    ...facts.map(([name, value]): SheetCell[] => [[name, 'bold'], value]),
    ...[...(cutTexts > 0 ? [text.cut(cutTexts)] : []), ...(isEndedEarly ? [endedAfter(rows)] : []), ...remarks].map((remark): SheetCell[] => [null, [remark, 'wrap']]),
    ...parts.flatMap(told),
  ]
}
