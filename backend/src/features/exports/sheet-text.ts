import type { SheetCell } from './xlsx-bytes'

/** As much as a cell of Excel holds. */
export const cellMax = 32_767
/** What XML 1.0 cannot hold, however it is written, and halves of letters. */
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\p{Cs}]/gu
/** Spreadsheets read `_x0041_` in a text as the letter A; so the underscore of such a piece is written that way itself. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g

/** A text as a cell of a workbook can hold it; `isCut` when it was too long. */
export function sheetText(text: string, cutMark: string): { text: string; isCut: boolean } {
  const plain = text.replace(/\r\n?/g, '\n').replace(illegal, '\uFFFD')
  const isCut = plain.length > cellMax
  const kept = isCut ? plain.slice(0, cellMax - cutMark.length).replace(/[\uD800-\uDBFF]$/, '') + cutMark : plain
  return { text: kept.replace(escapeLike, '_x005F_'), isCut }
}

/** Words of a length that nobody knows, in a cell that shows them all. */
export const wrapped = (text: string, cutMark: string): SheetCell => [sheetText(text, cutMark).text, 'wrap']

const dayMs = 86_400_000
/** Day 25,569 of a spreadsheet is 1 January 1970. Before 1 March 1900 its days are not those of the calendar, and it ends with 9999. */
const firstDay = 61
const lastDay = 2_958_466

/** The number by which a spreadsheet knows this time; null: it knows none. */
export function serialOf(wallTime: number): number | null {
  const serial = wallTime / dayMs + 25_569
  return serial >= firstDay && serial < lastDay ? serial : null
}
