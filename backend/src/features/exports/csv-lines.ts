import type { Cell, WallTime } from './export-file'

export const byteOrderMark = '\uFEFF'
/** What a spreadsheet would take for the beginning of a formula. */
const formulaLike = /^[=+\-@\t\r\uFF1D]/

/** One line of RFC 4180 with `;` between, as spreadsheets of most countries of Europe read it. */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(field).join(';')}\r\n`

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'object') return wallText(cell)
  const safe = formulaLike.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Years have four digits. */
const [firstWall, lastWall] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** `2026-11-22 10:42`: read as a date everywhere, in the order of time as text too. Hours that a zone has before the year 1 or after 9999 cannot be written so: those are told in UTC, `9999-12-31T23:00Z`. */
export function wallText({ at, day, instant }: WallTime): string {
  if (instant !== undefined && (at < firstWall || at > lastWall)) return `${new Date(instant).toISOString().slice(0, 16)}Z`
  const text = new Date(Math.min(Math.max(at, firstWall), lastWall)).toISOString()
  const end = text.indexOf('T')
  return day ? text.slice(0, end) : `${text.slice(0, end)} ${text.slice(end + 1, end + 6)}`
}
