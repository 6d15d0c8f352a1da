import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { zipOf } from '@counterpane/backend/adapters/tables/test-support/small-zip'
import ExcelJS from 'exceljs'
import { importTable, sendTable, settled } from '../support/import-house'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const left = () => { const folder = path.join(path.dirname(server.databasePath), 'imports'); return fs.existsSync(folder) ? fs.readdirSync(folder) : [] }
const imports = () => server.db.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM Import')?.n
const sheet = 'xl/worksheets/sheet1.xml'
const sheetOf = (cells: string) => Buffer.from(`<?xml version="1.0"?>${cells}`)

test.each<[string, () => string | Buffer, number, string]>([
  ['nothing', () => '', 422, 'empty'], ['a thousand columns', () => `${'a;'.repeat(1_000)}\n1;2`, 422, 'more than 500 columns'], ['a program', () => Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 0, 7]), 422, 'no table'],
  ['a zip bomb that says so', () => zipOf(sheet, Buffer.from('<a/>'), { declared: 2_000_000_000 }), 422, 'far larger'], ['a zip bomb that denies it', () => zipOf(sheet, Buffer.alloc(20_000_000), { declared: 100 }), 422, 'can’t be opened'],
  ['thousands of zip entries', () => zipOf(sheet, Buffer.from('<a/>'), { count: 3_000 }), 422, 'far larger'], ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, '.xls'],
])('%s is refused in words, and nothing of it stays', async (_name, bytes, status, words) => {
  const before = imports()
  const answer = await sendTable(server, bytes())
  expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(words) as string])
  const russian = await sendTable(server, bytes(), { locale: 'ru' })
  expect(russian.body.detail).toMatch(/[а-я]{4}/)
  expect([left(), imports()]).toEqual([[], before])
})

test('an entity of a sheet brings nothing in from outside', async () => {
  const secret = path.join(path.dirname(server.databasePath), 'secret.txt')
  fs.writeFileSync(secret, 'top-secret')
  const xml = sheetOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file://${secret}">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`)
  const { status, body } = await sendTable(server, zipOf(sheet, xml))
  expect([status, JSON.stringify(body).includes('top-secret')]).toEqual([422, false])
})

test('formulas count by their saved results, and what begins like one is kept as text', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('x').addRows([['Company', 'Tax no'], [{ formula: 'HYPERLINK("http://x.example","y")', result: 'Formel' }, '7701'], ['=cmd|calc', '7702'], ['@SUM(A1)', '7703']])
  const done = await importTable(server, Buffer.from(await book.xlsx.writeBuffer()), { name: 'x.xlsx' })
  expect(done.counts).toEqual({ rows: 3, created: 3, updated: 0, skipped: 0 })
  expect(server.db.sql.all("SELECT name FROM Counterparty WHERE taxNumber IN ('7701', '7702', '7703') ORDER BY taxNumber")).toEqual([{ name: 'Formel' }, { name: '=cmd|calc' }, { name: '@SUM(A1)' }])
})

test('quotes that do not match cost their own rows: every row is taken over or told of', async () => {
  const done = await importTable(server, `Name,Email\nQuote A,a@quote-a.example\n"Quote B,b@quote-b.example\n${Array.from({ length: 20 }, (_, i) => `Quote ${i},c${i}@quote-c.example\n`).join('')}`)
  expect(done.state).toBe('done')
  expect(done.counts.rows).toBe(done.counts.created + done.counts.updated + done.counts.skipped)
  expect(done.problemCount).toBeGreaterThan(0)
  expect(server.db.sql.all("SELECT name FROM Counterparty WHERE name = 'Quote A'")).toHaveLength(1)
})

test('a file that says that it is above 200 MB is refused before it is sent; one that does not say so, when it is; nothing of it stays', async () => {
  const told = await new Promise<number>((resolve, reject) => {
    const request = http.request(`${server.url}/api/imports?name=x`, { method: 'POST', headers: { ...headers, authorization: `Bearer ${token}`, 'content-length': 200 * 1024 * 1024 + 1 } }, (response) => { resolve(response.statusCode ?? 0); request.destroy() })
    request.on('error', reject)
    request.write('Name\n')
  })
  expect(told).toBe(413)
  const piece = Buffer.alloc(1024 * 1024, 'a,b\n')
  let [sent, most] = [0, 0]
  const before = process.memoryUsage().rss
  const answer = await sendTable(server, new ReadableStream<Uint8Array>({
    pull(control) { most = Math.max(most, process.memoryUsage().rss - before); if (++sent > 260) control.close(); else control.enqueue(piece) },
  }))
  expect([answer.status, answer.body.code, answer.body.detail]).toEqual([413, 'too-large', expect.stringContaining('at most 200 MB') as string])
  expect(left()).toEqual([])
  // The file is never held: what is in flight are a few pieces of it.
  expect(most).toBeLessThan(120 * 1024 * 1024)
}, 120_000)

test('what is no file, has no name or no end is refused', async () => {
  expect((await sendTable(server, 'a', { headers: { 'content-type': 'application/json' } })).status).toBe(415)
  expect((await sendTable(server, 'a', { headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
  expect((await sendTable(server, 'a', { name: ' ' })).status).toBe(400)
  expect((await fetch(`${server.url}/api/imports?name=x`, { method: 'POST', headers, body: 'a' })).status).toBe(401)
  const broken = fetch(`${server.url}/api/imports?name=x`, {
    method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, duplex: 'half', body: new ReadableStream({ pull(control) { control.enqueue(new Uint8Array(1024)); if (Math.random() < 0.2) control.error(new Error('gone')) } }),
  } as RequestInit)
  await expect(broken).rejects.toThrow()
  for (let patience = 0; patience < 40 && left().length > 0; patience++) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(left()).toEqual([])
})

test('more files than ten cannot be left lying', async () => {
  for (let i = 0; i < 10; i++) expect((await sendTable(server, `Name\nLying ${i}\n`, { as: 'maria@demo.example' })).status).toBe(201)
  expect((await sendTable(server, 'Name\nLying\n', { as: 'maria@demo.example' })).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('Ten of your files') as string })
})

test('a table that breaks off in the middle of its check fails in words, and its rows are nowhere', async () => {
  const cards = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ganz Gut\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Halb\n'
  const { body } = await sendTable(server, cards, { name: 'x.vcf' })
  await (await server.as('admin@demo.example'))('checkImport', { id: body.id })
  expect(await settled(server, body.id)).toMatchObject({ state: 'checked', counts: { rows: 2, created: 1, skipped: 1 }, problemCount: 1 })
})

const headers = { 'content-type': 'application/octet-stream' }
let token = ''
beforeAll(async () => { token = await server.tokenOf('admin@demo.example') })
