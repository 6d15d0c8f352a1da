import type { Locale } from '@counterpane/shared/domain/codes'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import type { ImportRecord, ImportRecords, ProblemRow } from './import-records.repository'

/** `csvLine`: as every file of ours is written, safe for spreadsheets. */
export interface ProblemsCsvDeps { records: Pick<ImportRecords, 'findings'>; csvLine: (cells: readonly (string | number | null)[]) => string }
type Kind = 'problem' | 'duplicate'

const byteOrderMark = '\uFEFF'
const pageSize = 500

/** What stands on screen, a line for each problem, and beside it the row's own cells under the file's own words: put right, it can be brought in again as it is. */
export function createProblemsCsv({ records, csvLine }: ProblemsCsvDeps) {
  return async function* (record: ImportRecord, { kind, locale }: { kind: Kind; locale: Locale }): AsyncGenerator<string> {
    const text = importsTexts[locale]
    const titles = record.mapping.map(([title]) => title)
    const label = (field: string) => {
      const name = (text.fields as Record<string, string>)[field] ?? ''
      return field.startsWith('person') && name !== '' ? text.ofPerson(name) : name
    }
    const line = ({ row, field, message }: ProblemRow, cells: readonly string[]) => csvLine([row, kind === 'problem' ? label(field) : '', message, ...titles.map((_, at) => cells[at] ?? '')])
    yield byteOrderMark + csvLine([text.csv.row, text.csv.field, text.csv[kind], ...titles])
    let waiting: ProblemRow[] = []
    for (let after = -1; ;) {
      const page = records.findings(record.id, { kind, after }, pageSize)
      let lines = ''
      for (const one of page) {
        // A row's cells stand behind its problems.
        const cells = one.kind === 'row' ? cellsOf(one.message) : null
        if (waiting.length > 0 && (cells || waiting[0]?.row !== one.row)) {
          lines += waiting.map((each) => line(each, each.row === one.row && cells ? cells : [])).join('')
          waiting = []
        }
        if (!cells) waiting.push(one)
      }
      after = page.at(-1)?.position ?? after
      const isLast = page.length < pageSize
      if (isLast) lines += waiting.map((each) => line(each, [])).join('')
      if (lines !== '') yield lines
      if (isLast) return
    }
  }
}
export type ProblemsCsv = ReturnType<typeof createProblemsCsv>

/** Who was erased since is gone from these texts too, and with them, it may be, a bracket. */
function cellsOf(message: string): string[] {
  try {
    const cells: unknown = JSON.parse(message)
    return Array.isArray(cells) ? cells.map(String) : []
  } catch { return [] }
}

const longestCell = 1_000
const longestRow = 10_000
/** A row's own cells, to be kept beside its problems; what is very long is cut. */
export function keptCells(cells: readonly string[]): string {
  let room = longestRow
  return JSON.stringify(cells.map((cell) => { const kept = cell.slice(0, Math.min(longestCell, room)); room -= kept.length; return kept }))
}
