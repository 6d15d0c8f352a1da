import ExcelJS from 'exceljs'
import type { Table, TableLine } from '../../ports/table-source'
import { tableLimits, tableProblems, unreadable } from './table-errors'
import { assertHarmless } from './xlsx-size'

/** The first sheet of an Excel workbook. Formulas count by the result that was saved with them; nothing is calculated and nothing outside is asked for. */
export async function openXlsx(path: string, { hash, signal }: { hash: string; signal?: AbortSignal | undefined }): Promise<Table> {
  await assertHarmless(path, signal)
  let header: string[] | null = null
  for await (const line of linesOf(path, signal)) { header = line.cells; break }
  if (!header) throw unreadable(tableProblems.empty)
  if (header.length > tableLimits.columns) throw unreadable(tableProblems.tooManyColumns)
  return {
    kind: 'xlsx', hash, header: header.map((name) => name.trim()),
    async *lines() {
      let first = true
      for await (const line of linesOf(path, signal)) {
        if (first) { first = false; continue }
        yield line satisfies TableLine
      }
    },
  }
}

async function* linesOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<{ row: number; cells: string[] }> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'ignore' })
  let count = 0
  try {
    for await (const sheet of reader) {
      for await (const row of sheet) {
        signal?.throwIfAborted()
        if (++count > tableLimits.rows) throw unreadable(tableProblems.tooManyRows)
        if (row.cellCount > tableLimits.columns) throw unreadable(tableProblems.tooManyColumns)
        const cells = Array.from({ length: row.cellCount }, (_, at) => textOf(row.getCell(at + 1).value).slice(0, tableLimits.cell))
        if (cells.some((cell) => cell.trim() !== '')) yield { row: row.number, cells }
      }
      return
    }
  } catch (error) {
    if (signal?.aborted || (error instanceof Error && error.name === 'AppError')) throw error
    throw unreadable(tableProblems.notWorkbook)
  }
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('error' in value) return ''
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue)
  return 'result' in value ? textOf(value.result as ExcelJS.CellValue) : ''
}

/** A spreadsheet's date has no zone: what its clock shows. */
const dateText = (date: Date) => { const text = date.toISOString(); return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ') }
