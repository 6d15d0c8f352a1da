import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

const button = (page: Page, name: string) => page.getByRole('group', { name: 'Forgotten, whatever the period' }).getByRole('button', { name: new RegExp(`^${name}`) })
const countOf = async (page: Page, name: string) => Number((await button(page, name).locator('strong').innerText()).replace(/\D/g, ''))
const shown = async (page: Page) => Number((await page.locator('.jn-foot').getByRole('status').innerText()).replace(/[^\d].*$/s, ''))

it.each(['Overdue', 'No outcome', 'No next step', 'Without a client'])('counts %s whatever the period, shows exactly those rows, and goes back to what was there', async (name) => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=day&method=call&managerId=m-anna' })
  await eventually(async () => (await button(page, name).locator('strong').innerText()) !== '…', true)
  const count = await countOf(page, name)
  await button(page, name).click()
  await eventually(() => button(page, name).getAttribute('aria-pressed'), 'true')
  expect(new URL(page.url()).hash).toMatch(/period=all&managerId=m-anna/)
  if (count > 0) await eventually(() => shown(page), count)
  else await page.getByRole('heading', { name: 'No contacts here' }).waitFor()
  await button(page, name).click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=day&managerId=m-anna&method=call')
})

it('leads from contacts without a client to the queue of their senders', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal' })
  expect(await page.getByRole('link', { name: 'Decide by sender' }).count()).toBe(0)
  await button(page, 'Without a client').click()
  await page.getByRole('link', { name: 'Decide by sender' }).click()
  await page.getByRole('navigation', { name: 'Client base' }).waitFor()
  await eventually(async () => new URL(page.url()).hash, '#/unrecognised')
})

it('says "at least" of what is not counted whole, rests at zero, and says what to do when it cannot be counted', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/500/] })
  let round = 0
  await page.route('**/api/journal/strip*', (route) => {
    round += 1
    if (round === 1) return route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc' }) })
    return route.fulfill({ json: { overdue: { count: 1_000, isExact: false }, noOutcome: { count: 0, isExact: true }, noNextStep: { count: 3, isExact: true }, withoutClient: { count: 4, isExact: true } } })
  })
  await openJournal(page, server)
  await page.getByText('Could not be counted').getByRole('button', { name: 'Retry' }).click()
  await eventually(() => button(page, 'Overdue').locator('strong').innerText(), '1,000+')
  await eventually(() => button(page, 'No outcome').getAttribute('data-calm'), 'true')
})
