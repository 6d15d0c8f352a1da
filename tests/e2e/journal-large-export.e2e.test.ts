import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readPlainly, type PlainContact } from '../api/journal-oracle'
import { openBrowser } from '../support/browser'
import { readCsv, readSheets } from '../support/read-sheet'
import type { TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'
import { smallerBook } from './journal-large-sheet'
import { expectRows, patience, print, seenRows, sortedRows, startLargeServer, thousands } from './journal-large-stand'

const browser = openBrowser()
let server: TestServer
let wanted: PlainContact[]
const formulas = ['=1+1', '+7 495', '-5', '@SUM(A1)']
/** Among the rows, the first and the last of them: what a spreadsheet would calculate. */
const placesOf = (count: number) => [0, 50, count - 2, count - 1]

beforeAll(async () => {
  server = await startLargeServer()
  const ids = server.db.sql.all<{ id: string }>('SELECT id FROM Contact WHERE undoneAt IS NULL ORDER BY startsAt DESC, id DESC')
  await server.db.write(async (tx) => {
    for (const [index, place] of placesOf(ids.length).entries()) await tx.$executeRaw`UPDATE Contact SET subject = ${formulas[index]}, private = 0, visibility = 'full' WHERE id = ${ids[place]?.id}`
  })
  wanted = sortedRows(readPlainly(server, 'm-ivan'))
}, patience)
afterAll(() => server.close())

const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`
async function opened(): Promise<Page> {
  const page = await browser.newPage({ width: 1_600, height: 900 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  return page
}
async function dialogOf(page: Page) {
  await page.getByRole('button', { name: 'Export' }).click()
  return page.getByRole('dialog', { name: 'Export what is on screen' })
}

/** The whole journal by the browser, with what its bar said meanwhile and the server's memory. The server lives in this process. */
async function exported(format: 'Excel' | 'CSV') {
  const page = await opened()
  expectRows(await seenRows(page), wanted)
  const dialog = await dialogOf(page)
  await dialog.getByText('more than 50,000 contacts').waitFor()
  const before = process.memoryUsage.rss()
  let peak = before
  const watching = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 50)
  const [began, processor] = [performance.now(), process.cpuUsage()]
  const coming = page.waitForEvent('download', { timeout: 280_000 })
  await dialog.getByRole('button', { name: format }).click()
  const bar = dialog.getByRole('progressbar', { name: `${format} is being made` })
  const shares: number[] = []
  let isThere = false
  void coming.then(() => { isThere = true }, () => { isThere = true })
  while (!isThere) {
    const [now, max] = await bar.evaluate((element) => [element.getAttribute('aria-valuenow'), element.getAttribute('aria-valuemax')], undefined, { timeout: 1_000 }).catch(() => [null, null])
    if (now !== null && max === String(wanted.length)) shares.push(Number(now))
    if (await dialog.getByRole('alert').count() > 0) throw new Error(`the export failed: ${await dialog.getByRole('alert').innerText()}`)
    await page.waitForTimeout(300)
  }
  const download = await coming
  clearInterval(watching)
  const { user, system } = process.cpuUsage(processor)
  await dialog.getByText(/^Ready: /).waitFor()
  const bytes = await readFile(await download.path())
  print(`${format}: ${megabytes(bytes.length)} in ${((performance.now() - began) / 1_000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of a processor; memory ${megabytes(before)} before, ${megabytes(peak)} at most, ${megabytes(process.memoryUsage.rss())} after`)
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(new Set(shares).size).toBeGreaterThan(2)
  return { bytes, growth: peak - before, name: download.suggestedFilename() }
}

const textsOf = (row: PlainContact) => ({ client: row.names.counterparty, subject: row.subjectSeen ? row.subject : '', result: row.readable ? row.result : '' })
const moscow = (at: number) => at + 3 * 3_600_000
const header = ['Date, time', 'Minutes', 'Method', 'Client', 'Person', 'Manager', 'Subject', 'Result', 'Goal', 'State', 'Status']

it('gives all rows as a workbook, in the order of the screen, with formula-like texts as texts and a sheet that says what is counted, in flat memory', async () => {
  const { bytes, growth, name } = await exported('Excel')
  expect(name).toMatch(/^Contacts \d{4}-\d\d-\d\d\.xlsx$/)
  const count = wanted.length
  const { book, numbers, kept } = smallerBook(bytes, (number) => number <= 300 || number > count - 299 || number % 100 === 0)
  expect(numbers).toEqual(Array.from({ length: count + 1 }, (_, index) => index + 1))
  const [contacts, definitions] = await readSheets(book)
  expect(contacts?.rows[0]).toEqual(header)
  const read = (contacts?.rows ?? []).slice(1).map(([at, minutes, , client, , , subject, result]) => [at instanceof Date && Math.round(at.getTime() / 1_000), minutes, client ?? '', subject ?? '', result ?? ''])
  const should = kept.slice(1).map((number) => {
    const row = wanted[number - 2] as PlainContact
    const { client, subject, result } = textsOf(row)
    return [Math.round(moscow(row.startsAt) / 1_000), row.durationMinutes, client, subject, result]
  })
  expect(read.length).toBeGreaterThan(1_500)
  expect(read).toEqual(should)
  for (const [index, place] of placesOf(count).entries()) expect(read[place < 300 ? place : place - count + read.length]?.[3]).toBe(formulas[index])
  const said = (definitions?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')).join(' | ')).join('\n')
  expect(definitions?.name).toBe('Definitions')
  for (const line of [`Rows | ${count}`, 'Europe/Moscow', 'Date, time, descending', 'Ivan Kuznetsov', 'No next step | ']) expect(said).toContain(line)
  expect(growth).toBeLessThan(500 * 1_048_576)
}, 300_000)

it('gives all rows as CSV, each in its place, with formula-like texts marked as texts', async () => {
  const { bytes, growth } = await exported('CSV')
  const [first, ...lines] = readCsv(bytes.subarray(3).toString('utf8'))
  expect(first).toEqual(header)
  expect(lines).toHaveLength(wanted.length)
  const safe = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text)
  const wrong = lines.flatMap((line, index) => {
    const row = wanted[index] as PlainContact
    const { client, subject, result } = textsOf(row)
    const should = [new Date(moscow(row.startsAt)).toISOString().slice(0, 16).replace('T', ' '), safe(client), safe(subject), safe(result)]
    const is = [line[0]?.padEnd(16, ' 00:00'), line[3], line[6], line[7]]
    return JSON.stringify(is) === JSON.stringify(should) ? [] : [{ index, is, should }]
  })
  expect(wrong.slice(0, 3)).toEqual([])
  for (const [index, place] of placesOf(wanted.length).entries()) expect(lines[place]?.[6]).toBe(`'${formulas[index]}`)
  expect(growth).toBeLessThan(500 * 1_048_576)
}, 300_000)

it('ends the work of an export whose page was closed, and serves others as before', async () => {
  const page = await opened()
  const dialog = await dialogOf(page)
  const asking = page.waitForRequest(/\/api\/exports\/contacts\.xlsx/)
  await dialog.getByRole('button', { name: 'Excel' }).click()
  const ticket = new URL((await asking).url()).searchParams.get('ticket') ?? ''
  await dialog.getByText(new RegExp(`of ${thousands.format(wanted.length)}$`)).waitFor()
  await page.close()
  const progress = async () => await (await server.raw('GET', `/api/exports/progress?ticket=${ticket}`, { as: 'ivan@demo.example' })).json() as { state: string; rows: number; total: number }
  await eventually(async () => (await progress()).state, 'failed')
  const { rows, total } = await progress()
  expect(total).toBe(wanted.length)
  expect(rows).toBeLessThan(total)
  expect((await server.raw('GET', '/healthz')).status).toBe(200)
  // Nobody may have more than two at once: both places are free again.
  const small = () => server.raw('GET', '/api/exports/contacts.csv?method=fax&state=1', { as: 'ivan@demo.example' })
  expect((await Promise.all([small(), small()])).map(({ status }) => status)).toEqual([200, 200])
  expect((await progress()).rows).toBe(rows)
}, 120_000)
