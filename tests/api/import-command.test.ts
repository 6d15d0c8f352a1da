import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import Database from 'libsql'
import { root } from '../support/repository-files'

const command = path.join(root, 'backend/dist/src/commands/import.js')
let home: string
beforeEach(async () => { home = await mkdtemp(path.join(tmpdir(), 'import-')) })
afterEach(() => rm(home, { recursive: true, force: true }))

interface Said { rows: number; created: number; updated: number; skipped: number; problems: { row: number; field: string; message: string }[]; importId?: string }
async function importing(bytes: string | Buffer, { name = 'clients.csv', args = [] }: { name?: string; args?: string[] } = {}): Promise<Said> {
  const file = path.join(home, name)
  await writeFile(file, bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [command, file, ...args], { env: { ...process.env, DATABASE_URL: `file:${path.join(home, 'x.db')}` } })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Said
}
const all = <T>(query: string): T[] => { const db = new Database(path.join(home, 'x.db')); try { return db.prepare(query).all() as T[] } finally { db.close() } }
const names = () => all<{ name: string }>('SELECT name FROM Counterparty ORDER BY rowid').map((row) => row.name)

const list = 'Название;ИНН;E-mail\r\nООО «Ромашка»;7701234567;info@romashka.example, sales@romashka.example\r\n=SUM(A1);;x@formula.example\r\n;7702;nobody@nowhere.example\r\n'
test('rows are created once, and known by tax number or address from then on; a row without a name is told of', async () => {
  const first = await importing(list)
  expect(first).toMatchObject({ rows: 3, created: 2, updated: 0, skipped: 1, problems: [{ row: 4, field: 'name', message: expect.stringContaining('no name') as string }] })
  const again = await importing(list.replace('ООО «Ромашка»', 'Ромашка').replace('7701234567', '770-123-4567'))
  expect(again).toMatchObject({ rows: 3, created: 0, updated: 2, skipped: 1 })
  expect(names()).toEqual(['Ромашка', '=SUM(A1)'])
  expect(all('SELECT address FROM CounterpartyAddress ORDER BY rowid')).toHaveLength(3)
})

test('a dry run says the same and writes nothing', async () => {
  expect(await importing(list, { args: ['--dry-run'] })).toMatchObject({ rows: 3, created: 2, skipped: 1 })
  expect([names(), all('SELECT * FROM Import')]).toEqual([[], []])
})

test.each<[string, () => Buffer]>([
  ['UTF-8 with a mark', () => Buffer.from(`\uFEFF${list}`)], ['UTF-16 LE', () => Buffer.from(`\uFEFF${list}`, 'utf16le')], ['UTF-16 BE', () => Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()], ['windows-1251', () => Buffer.from([...list].map(in1251))],
])('%s is read', async (_name, bytes) => {
  expect(await importing(bytes())).toMatchObject({ rows: 3, created: 2, skipped: 1 })
  expect(names()).toEqual(['ООО «Ромашка»', '=SUM(A1)'])
})
function in1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 128 ? code : code === 0xab || code === 0xbb ? code : code - 0x350
}

test('people of one client in several rows are people of one client', async () => {
  const said = await importing('Company,Name,Email,Position\nAcme,John Ross,john@acme.example,Buyer\nAcme,Alice Ross,"alice@acme.example;a.ross@acme.example",\nAcme,John Ross,,Head of purchasing\n')
  expect(said).toMatchObject({ rows: 3, created: 1, updated: 2, problems: [] })
  expect(all('SELECT p.name, p.position, k.name AS client FROM ContactPerson p JOIN Counterparty k ON k.id = p.counterpartyId ORDER BY p.rowid')).toEqual([
    { name: 'John Ross', position: 'Head of purchasing', client: 'Acme' }, { name: 'Alice Ross', position: null, client: 'Acme' },
  ])
})

test('a workbook is read with its dates and numbers as they are seen; a formula counts by its result', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Clients')
  sheet.addRows([['Организация', 'ИНН', 'Контактное лицо', 'День рождения', 'Телефон'], ['Бета', 7712345678, 'Анна Ким', new Date('1980-02-01T00:00:00Z'), 74951112233], [{ formula: 'A2', result: 'Гамма' }, null, null, null, null]])
  expect(await importing(Buffer.from(await book.xlsx.writeBuffer()), { name: 'clients.xlsx' })).toMatchObject({ rows: 2, created: 2, problems: [] })
  expect(all('SELECT k.name, k.taxKey, p.birthday, f.phone FROM Counterparty k LEFT JOIN ContactPerson p ON p.counterpartyId = k.id LEFT JOIN PersonPhone f ON f.personId = p.id ORDER BY k.rowid')).toEqual([
    { name: 'Бета', taxKey: '7712345678', birthday: '1980-02-01', phone: '74951112233' }, { name: 'Гамма', taxKey: null, birthday: null, phone: null },
  ])
})

test('columns are named by a mapping; a column that is not there is said', async () => {
  await writeFile(path.join(home, 'map.json'), JSON.stringify({ 'Кто': 'name', 'Куда': 'addresses', 'Лишнее': null }))
  const file = 'Кто,Куда,Лишнее\nАльфа,info@alfa.example,7\n'
  expect(await importing(file, { args: ['--map', path.join(home, 'map.json')] })).toMatchObject({ rows: 1, created: 1 })
  await expect(importing('Кто,Где\nАльфа,там\n', { args: ['--map', path.join(home, 'map.json')] })).rejects.toMatchObject({ stderr: expect.stringContaining('the file has no column "Куда"') as string })
})

test('quotes that do not match cost their own rows, and these are told of', async () => {
  const said = await importing(`Name,Email\nAlpha,a@alpha.example\n"Beta,b@beta.example\n${'Gamma,g@gamma.example\n'.repeat(3)}`)
  expect(said.rows).toBe(said.created + said.updated + said.skipped)
  expect(said.problems.length).toBeGreaterThan(0)
  expect(names()).toContain('Alpha')
})

test('a tax number alone tells who it is, however it is written and whatever the name', async () => {
  await importing('Название;ИНН\nАльфа;7701234567\n')
  expect(await importing('Название;ИНН\nАльфа и сыновья;770-123-4567\n')).toMatchObject({ created: 0, updated: 1 })
  expect(names()).toEqual(['Альфа и сыновья'])
})
