import { stemmer as englishStem } from '@orama/stemmers/english'
import { stemmer as russianStem } from '@orama/stemmers/russian'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { fits, readPlainly, type PlainContact } from '../api/journal-oracle'
import { openBrowser } from '../support/browser'
import type { TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'
import { expectRows, patience, print, saidTotal, scrollTo, seenRows, sortedRows, startLargeServer, thousands, toTheEnd } from './journal-large-stand'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let rows: PlainContact[]
let newest: PlainContact[]

beforeAll(async () => {
  server = await startLargeServer()
  olga = await server.as('olga@demo.example')
  rows = readPlainly(server, 'm-olga')
  newest = sortedRows(rows)
}, patience)
afterAll(() => server.close())

const now = () => server.clock.now().getTime()
async function open(hash = '#/journal?period=all'): Promise<Page> {
  const page = await browser.newPage({ width: 1_600, height: 900 })
  await openJournal(page, server, { hash })
  await rowsOf(page).first().waitFor()
  return page
}
const isSettled = (page: Page) => eventually(() => page.locator('.jn-grid[data-busy], .jn-grid [aria-busy=true]').count(), 0)

it('opens with its first rows, says how many there are, and the strip counts what a plain reading counts', async () => {
  const page = await browser.newPage({ width: 1_600, height: 900 })
  const began = performance.now()
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  const took = performance.now() - began
  print(`the first row came after ${Math.round(took)} ms, the sign-in included`)
  expect(took).toBeLessThan(10_000)
  expectRows(await seenRows(page), newest)
  await eventually(() => saidTotal(page), 'more than 50,000')
  const strip = page.getByRole('group', { name: 'Forgotten, whatever the period' })
  const counts: [string, (row: PlainContact) => boolean][] = [
    ['Overdue', (row) => fits(row, { overdue: 'true' }, now())], ['No outcome', (row) => fits(row, { noOutcome: 'true' }, now())],
    ['No next step', (row) => row.lastWord], ['Without a client', (row) => row.counterpartyId === null && row.status === 'held'],
  ]
  for (const [name, isCounted] of counts) {
    const count = rows.filter(isCounted).length
    expect([name, count > 0]).toEqual([name, true])
    await eventually(() => strip.getByRole('button', { name: new RegExp(`^${name}`) }).locator('strong').innerText(), count > 5_000 ? '5,000+' : thousands.format(count))
  }
})

it('shows, for two filters chosen in the bar, the rows of a plain reading from the first to the last, and says their number', async () => {
  const page = await browser.newPage({ width: 1_600, height: 900 })
  await openJournal(page, server)
  await page.getByRole('combobox', { name: 'Period' }).selectOption('all')
  for (const [menu, item] of [['Method', 'Email'], ['State', 'Not done']] as const) {
    await page.getByRole('button', { name: `${menu}: all` }).click()
    await page.getByRole('menuitemcheckbox', { name: item, exact: true }).click()
    await page.keyboard.press('Escape')
  }
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=all&method=letter&state=1')
  const wanted = newest.filter((row) => row.method === 'letter' && row.state === 1)
  expect(wanted.length).toBeGreaterThan(1_000)
  await eventually(() => saidTotal(page), thousands.format(wanted.length))
  expectRows(await seenRows(page), wanted)
  await toTheEnd(page, wanted.length)
  expectRows(await seenRows(page), wanted)
  await eventually(() => page.locator('.jn-foot').getByRole('status').innerText(), `${thousands.format(wanted.length)} contacts`)
})

/** The word itself in the text, longer ones that begin with it, and its other forms. */
function holds(text: string, asked: string): boolean {
  const stem = /[а-я]/.test(asked) ? russianStem : englishStem
  return (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).some((word) => word.startsWith(asked) || stem(word) === stem(asked))
}

it.each([['en', 'price', /\bprices\b/i], ['ru', 'скидка', /скидку|скидки/i]])('finds every form of a word and nothing else (%s: %s)', async (_, asked, otherForm) => {
  const texts = new Map(server.db.sql.all<{ id: string; words: string }>("SELECT id, subject || '\n' || result || '\n' || content || '\n' || comment AS words FROM Contact WHERE undoneAt IS NULL").map(({ id, words }) => [id, words]))
  const beginning = asked.slice(0, 4)
  const wordsOf = (row: PlainContact) => texts.get(row.id) ?? ''
  // Stems are dear: only words that begin alike can share one.
  const wanted = newest.filter((row) => row.readable && wordsOf(row).toLowerCase().includes(beginning) && holds(wordsOf(row), asked))
  expect(wanted.some((row) => otherForm.test(wordsOf(row)))).toBe(true)
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type(asked)
  await eventually(() => saidTotal(page), thousands.format(wanted.length))
  expectRows(await seenRows(page), wanted)
  print(`${asked}: ${wanted.length} contacts`)
  await scrollTo(page, 80)
  await page.locator('[data-row][data-index="85"]').waitFor()
  expectRows(await seenRows(page), wanted)
})

it('sorts by client, person, next step and result, in pages further down as at the beginning', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns of the list' })
  for (const name of ['Next step', 'Result']) await dialog.getByRole('checkbox', { name, exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const orders = [['Client', 'counterparty'], ['Client', '-counterparty'], ['Person', 'person'], ['Next step', '-nextAt'], ['Next step', 'nextAt'], ['Result', 'result']] as const
  for (const [heading, sort] of orders) {
    const head = page.getByRole('columnheader', { name: heading, exact: true })
    const began = performance.now()
    await head.getByRole('button').first().click()
    await eventually(() => head.getAttribute('aria-sort'), sort.startsWith('-') ? 'descending' : 'ascending')
    await isSettled(page)
    print(`sorted by ${sort} after ${Math.round(performance.now() - began)} ms`)
    const wanted = sortedRows(rows, sort)
    expectRows(await seenRows(page), wanted)
    for (const index of [90, 290]) {
      await scrollTo(page, index)
      await page.locator(`[data-row][data-index="${index + 10}"]`).waitFor()
    }
    expectRows(await seenRows(page), wanted)
  }
}, 180_000)

interface Sums { name: string; count: number; held: number; planned: number; overdue: number; cancelled: number }
const sumsSql = `COUNT(*) AS count, SUM(status = 'held') AS held, SUM(status = 'planned') AS planned, SUM(status = 'planned' AND endsAt < ?) AS overdue, SUM(status = 'cancelled') AS cancelled`
const month = "strftime('%Y-%m-01', c.startsAt / 1000 + 10800, 'unixepoch')"
const asSaid = ({ name, count, held, planned, overdue, cancelled }: Sums) => [name, `${thousands.format(count)} contacts`, `held ${thousands.format(held)}`, `planned ${thousands.format(planned)}`, `overdue ${thousands.format(overdue)}`, `cancelled ${thousands.format(cancelled)}`]
const headsOf = (page: Page, level: 1 | 2) => page.locator(`.jn-group-${level}`).evaluateAll((heads) => heads.map((head) => ['.jn-group-name', '.jn-sum-count', '.jn-sum-held', '.jn-sum-planned', '.jn-sum-overdue', '.jn-sum-cancelled'].map((part) => head.querySelector(part)?.textContent?.trim() ?? '')))

it('groups by manager and month with the sums of plain SQL, and behind a month stand exactly its rows', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  for (const name of ['Manager', 'Month']) await page.getByRole('menuitemcheckbox', { name, exact: true }).click()
  await page.keyboard.press('Escape')
  const managers = server.db.sql.all<Sums>(`SELECT m.name AS name, ${sumsSql} FROM Contact c JOIN Manager m ON m.id = c.managerId WHERE c.undoneAt IS NULL GROUP BY c.managerId ORDER BY 2 DESC`, [now()])
  await eventually(() => headsOf(page, 1), managers.map(asSaid))
  const [busiest] = managers
  await page.locator('.jn-group-1').first().click()
  const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const months = server.db.sql.all<Sums>(`SELECT ${month} AS name, ${sumsSql} FROM Contact c JOIN Manager m ON m.id = c.managerId WHERE c.undoneAt IS NULL AND m.name = ? GROUP BY 1 ORDER BY 1 DESC`, [now(), busiest?.name ?? ''])
  const wanted = months.map((sums) => asSaid({ ...sums, name: monthName.format(new Date(sums.name)) }))
  const shown = await headsOf(page, 2)
  expect(shown.length).toBeGreaterThan(10)
  expect(shown).toEqual(wanted.slice(0, shown.length))
  const third = months[2]
  await page.locator('.jn-group-2').nth(2).click()
  const behind = newest.filter((row) => row.names.manager === busiest?.name && new Date(row.startsAt + 10_800_000).toISOString().startsWith(third?.name.slice(0, 7) ?? ''))
  expect(behind).toHaveLength(third?.count ?? 0)
  // The head of the manager, three months, and then the rows.
  const from = 4
  await page.locator(`[data-row][data-index="${from}"]`).waitFor()
  const met = new Map((await seenRows(page)).map((row) => [row[0], row]))
  await page.locator(`[data-row][data-index="${from}"]`).focus()
  while (met.size < behind.length) {
    const last = Math.max(...met.keys())
    await scrollTo(page, last - 2)
    await page.locator(`[data-row][data-index="${Math.min(last + 5, from + behind.length - 1)}"]`).waitFor()
    for (const row of await seenRows(page)) met.set(row[0], row)
  }
  expectRows([...met.values()], behind, from)
  await page.locator(`[data-index="${from + behind.length}"].jn-group-2`).waitFor()
}, 120_000)

it('shows a new contact of a colleague without moving what one reads', async () => {
  const page = await browser.newPage({ width: 1_600, height: 900, expectedErrors: [/404/] })
  const heard = page.waitForResponse((response) => response.url().endsWith('/api/journal/events') && response.status() === 200)
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await heard
  await scrollTo(page, 60)
  await page.locator('[data-row][data-index="70"]').waitFor()
  const top = () => page.locator('.jn-grid').evaluate((grid) => grid.scrollTop)
  const before = [await seenRows(page), await top()]
  const { id } = await olga('createContact', { body: { startsAt: '2027-06-01T10:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', subject: 'Came while somebody reads' } })
  await page.getByRole('button', { name: '1 new contact' }).waitFor()
  expect([await seenRows(page), await top()]).toEqual(before)
  await page.getByRole('button', { name: '1 new contact' }).click()
  await eventually(async () => (await seenRows(page))[0]?.slice(0, 3), [0, '2027-06-01T10:00:00.000Z', 'Came while somebody reads'])
  await olga('undoContact', { id })
  await page.getByRole('row', { name: /Came while somebody reads/ }).waitFor({ state: 'detached' })
})
