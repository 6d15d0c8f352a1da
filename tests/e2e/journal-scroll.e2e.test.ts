import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'demo' })
  olga = await server.as('olga@demo.example')
}, 180_000)
afterAll(() => server.close())

const rowHeight = 52
const loaded = (page: Page) => page.locator('.jn-rows').evaluate((rows, height) => Math.round(rows.clientHeight / height), rowHeight)

it('lets far rows go, and has them again where they stood when one comes back', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  const grid = page.locator('.jn-grid')
  const to = (index: number) => grid.evaluate((element, top) => { element.scrollTop = top }, index * rowHeight)
  for (let index = 0; index < 12_000; index += 150) {
    await to(index)
    await eventually(async () => await loaded(page) > index + 100, true)
    if (index === 600) await page.locator('[data-index="604"] .jn-subject-text').waitFor()
  }
  await to(600)
  await page.locator('[data-index="604"] .jn-subject-text').waitFor()
  const { items } = await olga('listJournal', { query: { limit: 500 } })
  const next = await olga('listJournal', { query: { limit: 500, cursor: (await olga('listJournal', { query: { limit: 500 } })).nextCursor } })
  const all = [...items, ...next.items]
  await eventually(() => page.locator('[data-index="604"] .jn-subject-text').innerText(), all[604]?.subject.trim() || '(no subject)')
  await page.locator('[data-index="604"]').click()
  await eventually(async () => new URL(page.url()).hash.split('?')[0], `#/contacts/${all[604]?.id}`)
}, 240_000)

it('says how many there are in all', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  const { count, isExact } = await olga('countJournal', { query: {} })
  const number = new Intl.NumberFormat('en-GB').format(count)
  await page.locator('.jn-foot').filter({ hasText: `of ${isExact ? number : `more than ${number}`}` }).waitFor()
})

it('ticks by x, by shift and a click, and all that is loaded', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  const selected = (count: number) => eventually(() => page.getByRole('grid').locator('[data-row][aria-selected=true]').count(), count)
  await page.keyboard.press('j')
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null), '0')
  await page.keyboard.press('x')
  await selected(1)
  await rowsOf(page).nth(4).click({ modifiers: ['Shift'] })
  await selected(5)
  await rowsOf(page).nth(2).locator('input').click()
  await selected(4)
  await page.locator('.jn-foot').filter({ hasText: '4 selected' }).waitFor()
  await page.keyboard.press('ArrowDown')
  const all = page.getByRole('columnheader', { name: 'Select' }).getByRole('checkbox')
  await all.click() // some are ticked: none are
  await selected(0)
  await all.click()
  const total = await loaded(page)
  await page.locator('.jn-foot').filter({ hasText: `${total} selected` }).waitFor()
})

it('says what is wrong when a further page does not come, and goes on when asked', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/500/] })
  let broken = true
  await page.route('**/api/journal/rows?*cursor=*', (route) => (broken
    ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc123' }) })
    : route.continue()))
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await page.getByRole('alert').filter({ hasText: 'abc123' }).waitFor()
  expect(await rowsOf(page).first().isVisible()).toBe(true)
  broken = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await eventually(async () => await loaded(page) > 100, true)
  await page.getByRole('alert').waitFor({ state: 'detached' })
})
