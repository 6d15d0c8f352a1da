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
interface TraceEvent { name: string; ph: string; tid: number; pid: number; dur?: number; tdur?: number; args?: { name?: string } }

/** The longest pieces of work of the page's main thread, in milliseconds: by the clock, and of the processor, which a busy machine does not stretch. */
async function longestWork(page: Page, act: () => Promise<void>): Promise<{ clock: number; processor: number }> {
  const chromium = page.context().browser()
  if (!chromium) throw new Error('no browser')
  await chromium.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await chromium.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] }
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => /RunTask/.test(name) && ph === 'X' && main.has(`${pid} ${tid}`))
  expect(tasks.length).toBeGreaterThan(100)
  const most = (of: (event: TraceEvent) => number | undefined) => tasks.reduce((longest, event) => Math.max(longest, (of(event) ?? 0) / 1_000), 0)
  return { clock: most(({ dur }) => dur), processor: most(({ tdur }) => tdur) }
}

it('scrolls by wheel through ten thousand rows with no work above 50 ms, few rows in the page and no gap', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.mouse.move(700, 500)
  let most = 0
  const { clock, processor } = await longestWork(page, async () => {
    for (let top = 0; top < 10_000 * rowHeight;) {
      for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 400)
      top = await page.locator('.jn-grid').evaluate((grid) => grid.scrollTop)
      most = Math.max(most, await rowsOf(page).count())
    }
  })
  process.stdout.write(`longest work while scrolling through 10,000 rows: ${processor.toFixed(1)} ms of the processor, ${clock.toFixed(1)} ms by the clock\n`)
  expect(processor).toBeLessThanOrEqual(50)
  expect(most).toBeLessThan(60)
  expect(await loaded(page)).toBeGreaterThan(10_000)
  const { index, subject } = await rowsOf(page).nth(10).evaluate((row) => ({ index: Number((row as HTMLElement).dataset.index), subject: row.querySelector('.jn-subject-text')?.textContent ?? '' }))
  let cursor: string | null = null
  let before = 0
  for (;;) {
    const answer: Awaited<ReturnType<typeof olga<'listJournal'>>> = await olga('listJournal', { query: { limit: 500, cursor } })
    if (before + answer.items.length > index) {
      expect(answer.items[index - before]?.subject || '(no subject)').toBe(subject)
      break
    }
    before += answer.items.length
    cursor = answer.nextCursor
  }
}, 240_000)

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
  expect(await page.locator('[data-index="604"] .jn-subject-text').innerText()).toBe(all[604]?.subject.trim() || '(no subject)')
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
