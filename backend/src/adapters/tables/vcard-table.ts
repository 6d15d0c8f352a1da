import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import ICAL from 'ical.js'
import type { Table, TableLine } from '../../ports/table-source'
import { tableLimits, tableProblems, unreadable } from './table-errors'
import type { FileFacts } from './text-encoding'
import { modernLines } from './vcard-lines'

/** Named as the importer's guess knows them. */
const header = ['Full name', 'First name', 'Middle name', 'Last name', 'Organization', 'Job title', 'Birthday', 'E-mail', 'Phone']
const longestCard = 20_000 // lines; photos stand in them

/** A file of address cards (vCard 2.1, 3.0, 4.0): every card a line of a table. Photos and what a client base has no place for are left out. */
export function openVcards(path: string, { hash, encoding }: FileFacts, signal?: AbortSignal): Promise<Table> {
  return Promise.resolve({ kind: 'vcard', encoding, hash, header, lines: () => linesOf(path, { encoding, signal }) })
}

async function* linesOf(path: string, { encoding, signal }: { encoding: string; signal: AbortSignal | undefined }): AsyncGenerator<TableLine> {
  const bytes = createReadStream(path, { signal, highWaterMark: 256 * 1024 })
  // Bytes one for one: a card of the old version names the character set of each value by itself.
  const bare = encoding.startsWith('utf-16')
  bytes.setEncoding(bare ? 'utf16le' : 'latin1')
  const reader = createInterface({ input: bytes, crlfDelay: Infinity })
  let [card, row]: [string[] | null, number] = [null, 1]
  try {
    for await (const line of reader) {
      if (/^\s*(\uFEFF|ï»¿)?BEGIN:VCARD\s*$/i.test(line)) card = []
      else if (card && /^\s*END:VCARD\s*$/i.test(line)) {
        if (++row > tableLimits.rows) throw unreadable(tableProblems.tooManyRows)
        yield readCard(card, row, bare ? 'utf-16le' : encoding)
        card = null
      } else if (card && card.length < longestCard) card.push(line)
    }
  } finally {
    reader.close()
    bytes.destroy()
  }
  if (card) yield { row: row + 1, broken: 'quotes' }
}

function readCard(lines: readonly string[], row: number, encoding: string): TableLine {
  try {
    const [, properties] = ICAL.parse(['BEGIN:VCARD', ...modernLines(lines, encoding), 'END:VCARD'].join('\r\n')) as [string, [string, Record<string, unknown>, string, ...unknown[]][]]
    const all = (...names: string[]) => properties.filter(([name]) => names.includes(name))
    const texts = (name: string) => all(name).flatMap(([, , , ...values]) => values.map(flat)).filter((text) => text !== '')
    const [last = '', first = '', middle = ''] = all('n').map(([, , , value]) => (Array.isArray(value) ? value.map(flat) : [flat(value)]))[0] ?? []
    const company = all('org').map(([, , , value]) => (Array.isArray(value) ? flat(value[0]) : flat(value)))[0] ?? ''
    return { row, cells: [texts('fn')[0] ?? '', first, middle, last, company, texts('title')[0] ?? '', texts('bday')[0] ?? '', texts('email').join('; '), texts('tel').map((tel) => tel.replace(/^tel:/i, '')).join('; ')] }
  } catch {
    return { row, broken: 'quotes' }
  }
}
const flat = (value: unknown): string => (Array.isArray(value) ? value.map(flat).join(' ') : typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value)).trim()
