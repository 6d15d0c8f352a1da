import type { Page } from 'playwright-core'
import { readPlainly, type PlainContact } from '../api/journal-oracle'
import { openBrowser } from '../support/browser'
import type { TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'
import { expectRows, patience, print, scrollTo, seenRows, sortedRows, startLargeServer, type SeenRow } from './journal-large-stand'
import { traceWork } from './journal-large-trace'

const browser = openBrowser()
let server: TestServer
let newest: PlainContact[]

beforeAll(async () => {
  server = await startLargeServer()
  newest = sortedRows(readPlainly(server, 'm-ivan'))
}, patience)
afterAll(() => server.close())

const rowHeight = 52
const far = 10_000
async function open(): Promise<Page> {
  const page = await browser.newPage({ width: 1_440, height: 900 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  return page
}

it('scrolls by wheel through ten thousand rows: each once and in its place, few of them in the page, no work above 50 ms', async () => {
  const page = await open()
  await page.mouse.move(700, 500)
  const met = new Map<number, SeenRow>()
  let most = 0
  const look = async () => {
    const seen = await seenRows(page)
    for (const row of seen) {
      // A row that moved while one reads would stand at two places, or two at one.
      if (met.has(row[0])) expect(row).toEqual(met.get(row[0]))
      met.set(row[0], row)
    }
    most = Math.max(most, seen.length)
    return seen.at(-1)?.[0] ?? 0
  }
  const { processor, clock, longTasks, frames } = await traceWork(page, async () => {
    for (let last = await look(); last < far; last = await look()) await page.mouse.wheel(0, 16 * rowHeight)
  })
  print(`10,000 rows by wheel: longest work ${processor.toFixed(1)} ms of the processor, ${clock.toFixed(1)} ms by the clock; ${longTasks} tasks above 50 ms by the clock; ${frames}; at most ${most} rows in the page`)
  expect(processor).toBeLessThanOrEqual(50)
  expect(most).toBeLessThan(60)
  // What flew by between two looks is looked at again.
  for (let index = 0; index < far; index++) {
    if (met.has(index)) continue
    await scrollTo(page, index)
    await page.locator(`[data-row][data-index="${index}"]`).waitFor()
    await look()
  }
  expectRows([...met.values()], newest)
  expect(new Set([...met.values()].map(([, ...words]) => words.join('\n'))).size).toBeGreaterThan(far * 0.9)
}, 400_000)

it('goes through a thousand rows by keyboard, the focus always on the row that stands there', async () => {
  const page = await open()
  await page.keyboard.press('j')
  const focused = () => page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1))
  await eventually(focused, 0)
  await page.keyboard.press('PageDown')
  await eventually(async () => await focused() > 0, true)
  // A page is what is in sight.
  const step = await focused()
  expect(step).toBeGreaterThan(5)
  let index = step
  for (let turn = 1; index < 1_000; turn++) {
    await page.keyboard.press('PageDown')
    index += step
    await eventually(focused, index)
    if (turn % 20 === 0) expectRows(await seenRows(page), newest)
  }
  await page.keyboard.press('Enter')
  await eventually(async () => new URL(page.url()).hash.split('?')[0], `#/contacts/${newest[index]?.id}`)
}, 120_000)
