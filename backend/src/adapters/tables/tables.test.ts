import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TableLine } from '../../ports/table-source'
import { zipOf } from './test-support/small-zip'
import { createTableSource } from './open-table'

let home: string
beforeEach(async () => { home = await mkdtemp(path.join(tmpdir(), 'table-')) })
afterEach(() => rm(home, { recursive: true, force: true }))

async function read(bytes: string | Buffer) {
  const file = path.join(home, 'file')
  await writeFile(file, bytes)
  const table = await createTableSource().open(file)
  const lines: TableLine[] = []
  for await (const line of table.lines()) lines.push(line)
  return { ...table, lines }
}
const refusal = (bytes: string | Buffer) => read(bytes).then(() => 'read', (error: { code?: string; detail?: string }) => `${error.code}: ${error.detail}`)

test.each([[';'], [','], ['\t'], ['|']])('cells between "%s" are told apart, quotes and lines within them kept', async (mark) => {
  const { header, lines } = await read(['a', 'b', 'c'].join(mark) + '\r\n' + ['1', `"x${mark}""y""\nz"`, ''].join(mark) + '\r\n\r\n' + ['2', '', '3'].join(mark))
  expect([header, lines]).toEqual([['a', 'b', 'c'], [{ row: 2, cells: ['1', `x${mark}"y"\nz`, ''] }, { row: 4, cells: ['2', '', '3'] }]])
})

test('cards of three versions are lines of one table; what a card has no place for is left out', async () => {
  const cards = [
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9A=D0=B8=D0=BC;=D0=90=D0=BD=\r\n=D0=BD=D0=B0\r\nTEL;WORK;VOICE:+7 495 111\r\nPHOTO;JPEG;ENCODING=BASE64:AAAA\r\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:3.0\nFN:John Ross\nN:Ross;John;;;\nORG:Beta\\, Inc;Sales\nEMAIL;TYPE=WORK:john@be\n ta.example\nitem1.EMAIL:j@x.example\nBDAY:1980-02-01\nEND:VCARD',
    'BEGIN:VCARD\nVERSION:4.0\nFN:Zoë\nTITLE:Buyer\nTEL;VALUE=uri:tel:+1-1\nEND:VCARD',
  ]
  const { kind, lines } = await read(cards.join('\r\n'))
  expect([kind, lines.map((line) => ('cells' in line ? line.cells : line.broken))]).toEqual(['vcard', [
    ['', 'Анна', '', 'Ким', '', '', '', '', '+7 495 111'], ['John Ross', 'John', '', 'Ross', 'Beta, Inc', '', '1980-02-01', 'john@beta.example; j@x.example', ''], ['Zoë', '', '', '', '', 'Buyer', '', '', '+1-1'],
  ]])
})

const sheet = 'xl/worksheets/sheet1.xml'
test.each<[string, () => string | Buffer, string]>([
  ['nothing', () => '', 'is empty'], ['empty lines only', () => '\r\n\r\n', 'is empty'], ['a program', () => Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 0, 7]), 'no table'],
  ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xls'], ['a zip of something else', () => zipOf('a.txt', Buffer.from('a')), 'can’t be opened'], ['a cut workbook', () => zipOf(sheet, Buffer.from('<a/>')).subarray(0, 60), 'can’t be opened'],
  ['a bomb that says so', () => zipOf(sheet, Buffer.from('<a/>'), { declared: 2_000_000_000 }), 'far larger'], ['a bomb that denies it', () => zipOf(sheet, Buffer.alloc(20_000_000), { declared: 100 }), 'can’t be opened'],
  ['thousands of entries', () => zipOf(sheet, Buffer.from('<a/>'), { count: 3_000 }), 'far larger'], ['a thousand columns', () => `${'a;'.repeat(1_000)}\n1;2`, 'more than 500 columns'],
  ['an entity from outside', () => zipOf(sheet, Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>')), 'file-unreadable'],
])('%s is refused in words', async (_name, bytes, words) => {
  const said = await refusal(bytes())
  expect(said).toMatch(/^file-unreadable: /)
  expect(said).toContain(words)
})

test('a quote that is never closed costs no more than the lines it swallows, and is told', async () => {
  const { lines } = await read(`a,b\n1,2\n"3,4\n${'x,y\n'.repeat(100)}`)
  expect(lines[0]).toEqual({ row: 2, cells: ['1', '2'] })
  expect(lines.at(-1)).toEqual({ row: 3, broken: 'quotes' })
  expect(lines).toHaveLength(2)
})
