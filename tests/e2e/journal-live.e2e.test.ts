import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
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

/** Later than whatever is planned, so that it stands first. */
let minute = 0
const log = (subject: string) =>
  anna('createContact', { body: { startsAt: new Date(Date.parse('2027-06-01T10:00:00Z') + minute++ * 60_000).toISOString(), method: 'call', direction: 'outgoing', status: 'planned', subject } })
const subjects = async (page: Page) => page.locator('.jn-row .jn-subject-text').allInnerTexts()
const heard = (page: Page) => page.waitForResponse((response) => response.url().endsWith('/api/journal/events') && response.status() === 200)
async function openLive(page: Page) {
  const stream = heard(page)
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await stream
}
const top = (page: Page) => page.locator('.jn-grid').evaluate((grid) => grid.scrollTop)

it('shows a colleague’s new contact by itself while one looks at the beginning', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openLive(page)
  await log('Appears by itself')
  await eventually(async () => (await subjects(page))[0], 'Appears by itself')
})

it('moves nothing of what one reads further down: a quiet button says how many came, and shows them', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openLive(page)
  await page.locator('.jn-grid').evaluate((grid) => { grid.scrollTop = 52 * 40 })
  await page.locator('[data-index="45"]').waitFor()
  const read = () => page.locator('[data-index="45"] .jn-subject-text').innerText()
  const before = [await read(), await top(page)]
  await log('First of two')
  await page.getByRole('button', { name: '1 new contact' }).waitFor()
  await log('Second of two')
  await page.getByRole('button', { name: '2 new contacts' }).waitFor()
  expect([await read(), await top(page)]).toEqual(before)
  await page.getByRole('button', { name: '2 new contacts' }).click()
  await eventually(async () => (await subjects(page)).slice(0, 2), ['Second of two', 'First of two'])
  await page.getByRole('button', { name: /new contact/ }).waitFor({ state: 'detached' })
})

it('changes a row where it stands, and takes out one whose registration was undone', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/404/] })
  const { id } = await log('Before the change')
  await openLive(page)
  await page.getByRole('row', { name: /Before the change/ }).waitFor()
  const { etag } = await anna('getContact', { id })
  await anna('patchContact', { id, ifMatch: etag, body: { subject: 'After the change' } })
  await page.getByRole('row', { name: /After the change/ }).waitFor()
  expect((await subjects(page))[0]).toBe('After the change')
  await anna('undoContact', { id })
  await page.getByRole('row', { name: /After the change/ }).waitFor({ state: 'detached' })
})

it('brings the contact that is open beside the list up to date too', async () => {
  const page = await browser.newPage({ width: 1_440 })
  const { id, etag } = await log('Open meanwhile')
  await openLive(page)
  await page.getByRole('row', { name: /Open meanwhile/ }).click()
  const panel = page.getByRole('complementary', { name: 'Contact' })
  await panel.getByRole('heading', { name: 'Open meanwhile' }).waitFor()
  await anna('patchContact', { id, ifMatch: etag, body: { subject: 'Changed meanwhile' } })
  await panel.getByRole('heading', { name: 'Changed meanwhile' }).waitFor()
})

it('lets the connection go while nobody looks, and catches up when somebody does', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openLive(page)
  const show = (hidden: boolean) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
  await show(true)
  await log('While nobody looked')
  await page.waitForTimeout(1_000)
  expect((await subjects(page))[0]).not.toBe('While nobody looked')
  await show(false)
  await eventually(async () => (await subjects(page))[0], 'While nobody looked')
})

it('asks again every half minute where the server tells nothing', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/404/] })
  await page.route('**/api/journal/events', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' }))
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await log('Without being told')
  for (let patience = 0; patience < 45 && (await subjects(page))[0] !== 'Without being told'; patience++) await page.waitForTimeout(1_000)
  expect((await subjects(page))[0]).toBe('Without being told')
}, 90_000)
