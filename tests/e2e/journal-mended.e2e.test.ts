import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let anna: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'demo' })
  anna = await server.as('anna@demo.example')
}, 180_000)
afterAll(() => server.close())

const focusedLine = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? document.activeElement?.tagName ?? null)
const focusIs = (page: Page, wanted: string) => eventually(() => focusedLine(page), wanted)
const plan = (subject: string, minute: number) =>
  anna('createContact', { body: { startsAt: new Date(Date.parse('2027-06-01T10:00:00Z') + minute * 60_000).toISOString(), method: 'call', direction: 'outgoing', status: 'planned', subject } })
async function openLive(page: Page, hash: string) {
  const stream = page.waitForResponse((response) => response.url().endsWith('/api/journal/events') && response.status() === 200)
  await openJournal(page, server, { as: 'ivan@demo.example', hash })
  await rowsOf(page).first().waitFor()
  await stream
}

it('leaves nothing of one person’s unsaved words and search to the next one at the workplace', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/401/] })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=week&q=confidential' })
  await page.getByRole('button', { name: /^Log a call/ }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: /Subject/ }).fill('Between the two of us')
  await eventually(() => page.evaluate(() => JSON.stringify(sessionStorage).includes('Between the two of us')), true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Ivan/ }).last().click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: /Anna/ }).first().waitFor()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage, hash: window.location.hash }))).not.toMatch(/Between|confidential/)
  await page.getByRole('button', { name: /Anna/ }).first().click()
  await page.getByRole('button', { name: /^Log a call/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Subject/ }).waitFor()
  expect(await dialog.innerText()).not.toContain('A form from')
})

it('lets a row that no longer fits leave at the beginning of the list, keeps it marked while one works at it, and counts anew', async () => {
  const planned = await Promise.all([plan('Mended one', 1), plan('Mended two', 2), plan('Mended three', 3)])
  const page = await browser.newPage({ width: 1_440 })
  await openLive(page, '#/journal?period=all&status=planned&q=Mended')
  await page.locator('.jn-foot').filter({ hasText: '3 contacts' }).waitFor()
  await anna('cancelContact', { id: planned[0]?.id ?? '', body: {} })
  await page.getByRole('row', { name: /Mended one/ }).waitFor({ state: 'detached' })
  await page.locator('.jn-foot').filter({ hasText: '2 contacts' }).waitFor()
  await page.keyboard.press('j')
  await focusIs(page, '0')
  await anna('cancelContact', { id: planned[2]?.id ?? '', body: {} })
  await page.getByRole('row', { name: /no longer in this view.*Mended three/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.locator('.jn-foot').filter({ hasText: '1 contact' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('row', { name: /Mended three/ }).waitFor({ state: 'detached' })
  await focusIs(page, '0')
})

it('keeps the place of a row that no longer fits further down, marked, until one refreshes', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openLive(page, '#/journal?period=all&status=held&priority=medium')
  await page.locator('.jn-grid').evaluate((grid) => { grid.scrollTop = 52 * 40 })
  await page.locator('[data-index="45"] .jn-subject-text').waitFor()
  const { items } = await anna('listJournal', { query: { status: 'held', priority: 'medium', limit: 60 } })
  const at = items.findIndex((row, index) => index >= 43 && !row.private)
  const leaving = items[at]
  const { etag } = await anna('getContact', { id: leaving?.id ?? '' })
  await anna('patchContact', { id: leaving?.id ?? '', ifMatch: etag, body: { priority: 'high' } })
  await page.locator(`[data-index="${at}"].jn-stray`).waitFor()
  const below = await page.locator(`[data-index="${at + 1}"] .jn-subject-text`).innerText()
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await page.locator('.jn-stray').waitFor({ state: 'detached' })
  await eventually(() => page.locator(`[data-index="${at}"] .jn-subject-text`).innerText(), below)
})

it('says of meetings without an outcome that they were not held, and lets that be pressed away', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all&noOutcome=true' })
  const toggle = (name: string) => page.getByRole('group', { name: 'Show' }).getByRole('button', { name, exact: true })
  expect([await toggle('Held').getAttribute('aria-pressed'), await toggle('Not held').getAttribute('aria-pressed')]).toEqual(['false', 'true'])
  await page.getByRole('button', { name: 'Status: Overdue' }).waitFor()
  await toggle('Held').click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=all')
})

it('keeps the keyboard in the window of an export from its beginning to its end', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all&method=fax' })
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export what is on screen' })
  await dialog.getByText('Method: Fax').waitFor()
  const button = dialog.getByRole('button', { name: 'Excel' })
  const isFocused = () => button.evaluate((element) => element === document.activeElement)
  await button.focus()
  await page.keyboard.press('Enter')
  await dialog.getByText(/^Ready: /).waitFor()
  expect(await isFocused()).toBe(true)
  await page.route('**/api/exports/contacts.xlsx*', async (route) => { await new Promise((resolve) => setTimeout(resolve, 3_000)); await route.continue().catch(() => undefined) })
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Cancel' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByText('The export was cancelled.').waitFor()
  await eventually(isFocused, true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('goes through the long list by keyboard and never loses the place', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.keyboard.press('j')
  await focusIs(page, '0')
  await page.keyboard.press('PageDown')
  const first = Number(await focusedLine(page))
  expect(first).toBeGreaterThan(3)
  await page.keyboard.press('PageDown')
  expect(await focusedLine(page)).toBe(String(first * 2))
  await page.keyboard.press('End')
  const end = Number(await focusedLine(page))
  expect(end).toBeGreaterThanOrEqual(99)
  await page.keyboard.press('k')
  await focusIs(page, String(end - 1))
  // The wheel takes the line out of sight, not out of work.
  await page.mouse.move(700, 500)
  await page.locator('.jn-grid').evaluate((grid) => { grid.scrollTop = 0 })
  await page.locator('[data-index="1"]').waitFor()
  expect(await focusedLine(page)).toBe(String(end - 1))
  await page.keyboard.press('ArrowUp')
  await focusIs(page, String(end - 2))
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('j')
  await focusIs(page, String(end - 1))
  await page.keyboard.press('Home')
  await focusIs(page, '0')
})

it('remembers the manager chosen while the overdue ones are on screen', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=day&method=call' })
  await page.getByRole('button', { name: /^Overdue \d/ }).click()
  await page.getByRole('combobox', { name: 'Manager', exact: true }).selectOption('m-anna')
  await eventually(async () => new URL(page.url()).hash.includes('managerId=m-anna'), true)
  await page.goto('about:blank')
  await page.goto(`${server.url}/journal/`)
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=day&managerId=m-anna')
})

it.each([['en-GB', 'The end stands before the beginning: nothing fits.', 'Swap them'], ['ru-RU', 'Конец стоит раньше начала: ничего не подойдёт.', 'Поменять местами']])('says in %s that a range is reversed, and turns it round with one click', async (locale, words, swap) => {
  const page = await browser.newPage({ width: 360, locale })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=range&from=2026-11-20&to=2026-11-01' })
  if (locale === 'ru-RU') await (await server.as('ivan@demo.example'))('patchMe', { body: { locale: 'ru' } }).then(() => page.reload())
  await page.getByText(words).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: swap }).click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=range&from=2026-11-01&to=2026-11-20')
  await page.getByText(words).waitFor({ state: 'detached' })
})
