import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { parse, type Parser } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'
import type { Table, TableLine } from '../../ports/table-source'
import { tableLimits, tableProblems, unreadable } from './table-errors'
import type { FileFacts } from './text-encoding'

const delimiters = [';', ',', '\t', '|'] as const
// Empty lines are counted, so that a row's number is the one that a spreadsheet shows.
const relaxed = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true } as const

/** A text file of lines and cells. */
export async function openCsv(path: string, facts: FileFacts, signal?: AbortSignal): Promise<Table> {
  if (facts.hasNul && !facts.encoding.startsWith('utf-16')) throw unreadable(tableProblems.notText)
  const delimiter = delimiterOf(new TextDecoder(facts.encoding).decode(facts.head))
  const read = () => linesOf(path, { encoding: facts.encoding, delimiter, signal })
  let header: string[] | null = null
  for await (const line of read()) { header = 'cells' in line ? line.cells : null; break }
  if (!header) throw unreadable(tableProblems.empty)
  if (header.length > tableLimits.columns) throw unreadable(tableProblems.tooManyColumns)
  return {
    kind: 'csv', encoding: facts.encoding, delimiter, hash: facts.hash, header: header.map((name) => name.trim()),
    async *lines() {
      let first = true
      for await (const line of read()) {
        if (first) { first = false; continue }
        yield line
      }
    },
  }
}

async function* linesOf(path: string, { encoding, delimiter, signal }: { encoding: string; delimiter: string; signal: AbortSignal | undefined }): AsyncGenerator<TableLine> {
  const broken: ('quotes' | 'too-long')[] = []
  const parser: Parser = parse({
    ...relaxed, delimiter, max_record_size: tableLimits.line, skip_records_with_error: true,
    on_skip: (error?: { code?: string }) => { broken.push(error?.code === 'CSV_MAX_RECORD_SIZE' ? 'too-long' : 'quotes'); return undefined },
  })
  const bytes = createReadStream(path, { signal, highWaterMark: 256 * 1024 })
  const source = encoding === 'utf-8' ? bytes : bytes.pipe(decoder(encoding))
  for (const stream of [bytes, source]) stream.once('error', (error: Error) => parser.destroy(error))
  source.pipe(parser)
  try {
    let row = 0
    for await (const cells of parser as AsyncIterable<string[]>) {
      for (const reason of broken.splice(0)) yield { row: ++row, broken: reason }
      if (++row > tableLimits.rows) throw unreadable(tableProblems.tooManyRows)
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells }
    }
    for (const reason of broken) yield { row: ++row, broken: reason }
  } finally {
    source.destroy()
    bytes.destroy()
  }
}

/** The parser reads UTF-8 by itself. */
function decoder(encoding: string): Transform {
  const reader = new TextDecoder(encoding)
  return new Transform({
    transform(chunk: Buffer, _, done) { done(null, reader.decode(chunk, { stream: true })) },
    flush(done) { done(null, reader.decode()) },
  })
}

/** The one that cuts the first lines into the most cells, alike in every line. */
function delimiterOf(head: string): string {
  const sample = head.slice(0, 20_000)
  const scores = delimiters.map((delimiter) => {
    const rows = cellsOf(sample, delimiter)
    const width = rows[0]?.length ?? 0
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length)
    return { delimiter, score: width < 2 ? 0 : alike * 1_000 + width }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function cellsOf(sample: string, delimiter: string): string[][] {
  try {
    return parseNow(sample, { ...relaxed, delimiter, to: 20, skip_records_with_error: true }) as string[][]
  } catch { return [] }
}
