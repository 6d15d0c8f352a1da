import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'demo' })
  olga = await server.as('olga@demo.example')
}, 180_000)
afterAll(() => server.close())

const timeZone = 'Europe/Moscow'
const heads = (page: Page) => page.locator('[data-group]')
const rows = (page: Page) => page.locator('[data-row]')
const names = async (page: Page, count = 6) => (await heads(page).locator('.jn-group-name').allInnerTexts()).map((text) => text.trim()).slice(0, count)
const thousands = new Intl.NumberFormat('en-GB')
async function openGrouped(page: Page, hash: string) {
  await openJournal(page, server, { hash })
  await heads(page).first().waitFor()
}

it('groups by a column with the sums that the API counts, and a line for all of it', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Method' }).click()
  await page.keyboard.press('Escape')
  const { groups, total } = await olga('journalGroups', { query: { by: 'method', timeZone } })
  await eventually(() => heads(page).count(), groups.length)
  const words: Record<string, string> = { letter: 'Email', call: 'Call', meeting: 'Meeting', 'video-call': 'Video call', fax: 'Fax', messenger: 'Messenger', exhibition: 'Exhibition', other: 'Other' }
  expect(await names(page, 20)).toEqual(groups.map(({ keys }) => words[keys[0]?.value ?? '']))
  for (const [kind, word] of [['held', 'held'], ['planned', 'planned'], ['overdue', 'overdue'], ['cancelled', 'cancelled']] as const) {
    await eventually(() => heads(page).first().locator(`.jn-sum-${kind}`).innerText(), `${word} ${thousands.format(groups[0]?.[kind] ?? -1)}`)
    await eventually(() => page.locator(`.jn-total .jn-sum-${kind}`).innerText(), `${word} ${thousands.format(total[kind])}`)
  }
  await eventually(() => page.locator('.jn-total .jn-sum-count').innerText(), `${thousands.format(total.count)} contacts`)
  expect(await axeFindings(page)).toEqual([])
  expect(new URL(page.url()).hash).toContain('group=method')
})

it('opens a group to its contacts by keyboard, and closes it again', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openGrouped(page, '#/journal?period=all&group=status')
  await heads(page).nth(1).focus()
  const name = (await names(page))[1]
  await page.keyboard.press('ArrowRight')
  await rows(page).first().waitFor()
  await eventually(() => heads(page).nth(1).getAttribute('aria-expanded'), 'true')
  expect(await page.getByRole('treegrid').count()).toBe(1)
  const wanted = (await olga('listJournal', { query: { status: name === 'Planned' ? 'planned' : name === 'Cancelled' ? 'cancelled' : 'held', limit: 5 } })).items.map(({ subject }) => subject.trim() || '(no subject)')
  await eventually(async () => (await rows(page).locator('.jn-subject-text').allInnerTexts()).slice(0, 5), wanted)
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null)
  await page.keyboard.press('ArrowRight')
  await eventually(focused, '2')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-level'))).toBe('2')
  await page.keyboard.press('ArrowDown')
  await eventually(focused, '3')
  await page.keyboard.press('ArrowLeft')
  await eventually(focused, '1')
  await page.keyboard.press('ArrowLeft')
  await eventually(() => rows(page).count(), 0)
})

it('groups by two columns: months of the reader’s own calendar, and in each its managers', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openGrouped(page, '#/journal?period=all&group=month&group=method')
  const { groups } = await olga('journalGroups', { query: { by: ['month', 'method'], timeZone } })
  const months = [...new Set(groups.map(({ keys }) => keys[0]?.value ?? ''))]
  const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  expect(await names(page)).toEqual(months.slice(0, 6).map((value) => monthName.format(new Date(value))))
  const index = months.indexOf('2026-11-01')
  await heads(page).nth(index).click()
  const inside = groups.filter(({ keys }) => keys[0]?.value === '2026-11-01')
  const sum = inside.reduce((all, { count }) => all + count, 0)
  await eventually(() => heads(page).nth(index).locator('.jn-sum-count').innerText(), `${thousands.format(sum)} contacts`)
  const inner = page.locator('.jn-group-2')
  await eventually(() => inner.count(), inside.length)
  await inner.first().click()
  await rows(page).first().waitFor()
  const biggest = inside[0]
  const wanted = await olga('listJournal', { query: { method: biggest?.keys[1]?.value, from: '2026-11-01T00:00:00+03:00', to: '2026-12-01T00:00:00+03:00', limit: 5 } })
  await eventually(async () => (await rows(page).locator('.jn-subject-text').allInnerTexts()).slice(0, 5), wanted.items.map(({ subject }) => subject.trim() || '(no subject)'))
  const count = await olga('countJournal', { query: { method: biggest?.keys[1]?.value, from: '2026-11-01T00:00:00+03:00', to: '2026-12-01T00:00:00+03:00' } })
  expect(count.count).toBe(biggest?.count)
})

it('groups what the filters leave, opens those without a client, and goes back to a plain list', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openGrouped(page, '#/journal?period=all&group=counterparty&method=letter&withoutClient=true')
  expect(await names(page)).toEqual(['Without a client'])
  await heads(page).first().click()
  await rows(page).first().waitFor()
  expect(new Set(await rows(page).locator('.jn-c-client').allInnerTexts())).toEqual(new Set(['Without a client']))
  await page.getByRole('button', { name: /^Group/ }).click()
  await page.getByRole('menuitem', { name: 'No grouping' }).click()
  await page.getByRole('grid').waitFor()
  expect(await heads(page).count()).toBe(0)
})

it('takes a third column only after one of two is given up', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openGrouped(page, '#/journal?period=all&group=manager&group=method')
  await page.getByRole('button', { name: 'Group: Manager, Method' }).click()
  await eventually(() => page.getByRole('menuitemcheckbox', { name: 'Status' }).getAttribute('aria-disabled'), 'true')
  await page.getByRole('menuitemcheckbox', { name: 'Manager (first)' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click()
  await eventually(async () => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).getAll('group'), ['method', 'status'])
})
