import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser, type PageOptions } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, calendars: true, seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

async function openCalendars({ language = 'en', theme = 'light', mailbox = 'olga@demo.example', ...options }: PageOptions & { language?: string; theme?: string; mailbox?: string } = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.goto(`${server.url}/demo/calendars?${new URLSearchParams({ lang: language, theme, mailbox })}`)
  await page.locator('body[data-ready]').waitFor()
  return page
}

it('twelve managers have a calendar, six at Microsoft and six at Google', async () => {
  const page = await openCalendars()
  expect(await page.locator('#members button').count()).toBe(12)
  for (const provider of ['Microsoft 365', 'Google']) expect(await page.locator('#members').getByText(provider, { exact: true }).count()).toBe(6)
  expect(await page.locator('.item').count()).toBeGreaterThan(8)
})

it('the page speaks Russian, is dark when asked, and fits 320 pixels', async () => {
  const page = await openCalendars({ language: 'ru', theme: 'dark', width: 320, height: 700 })
  await page.getByRole('heading', { level: 1, name: 'Календари' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(18, 21, 22)')
  expect(await page.evaluate(() => /undefined|\[object/.test(document.body.innerText))).toBe(false)
})

it.each(['light', 'dark'])('nobody is shut out of the %s page', async (theme) => {
  const page = await openCalendars({ theme })
  await page.locator('#days > .day .face').first().click()
  await page.locator('.verbs').waitFor()
  await expectNoAxeFindings(page)
})

it('a new meeting is a planned contact within seconds, follows its move, and is cancelled with it', async () => {
  server.worker.start()
  const page = await openCalendars()
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByText('Paused: nothing happens by itself.').waitFor()
  const light = page.locator('#members button', { hasText: 'Olga Smirnova' }).locator('.light.healthy')
  await light.waitFor({ timeout: 60_000 })

  await page.locator('#guest').selectOption('john.ross@beta.example')
  await page.getByRole('button', { name: 'New meeting' }).click()
  const news = page.locator('#happened li').first()
  await news.getByText('New meeting').waitFor()
  const subject = (await news.innerText()).replace(/^\S+ New meeting /, '').replace(/ Olga Smirnova$/, '')
  const item = page.locator('.item').filter({ has: page.getByText(subject, { exact: true }) }).last()
  await item.getByText('Planned', { exact: true }).waitFor({ timeout: 30_000 })
  const link = item.getByRole('link', { name: 'Beta Industries' })
  expect(await link.getAttribute('href')).toMatch(/^\/journal\/#\/contacts\/[\w-]+$/)
  const contact = String(await link.getAttribute('href')).split('/').at(-1) ?? ''
  const olga = await server.as('olga@demo.example')
  const before = await olga('getContact', { id: contact })
  expect(before.status).toBe('planned')

  await item.locator('.face').click()
  await item.getByRole('button', { name: 'Move by a day' }).click()
  await item.getByText('moved: 1').waitFor({ timeout: 30_000 })
  const after = await olga('getContact', { id: contact })
  expect(Date.parse(after.startsAt) - Date.parse(before.startsAt)).toBe(86_400_000)

  await item.getByRole('button', { name: 'Cancel the meeting' }).click()
  await item.getByText('Cancelled', { exact: true }).waitFor({ timeout: 30_000 })
  expect((await olga('getContact', { id: contact })).status).toBe('cancelled')
}, 150_000)

it('what goes wrong is told beside the calendar, and passes', async () => {
  const page = await openCalendars({ mailbox: 'anna@demo.example' })
  const ordered = async (act: Promise<unknown>) => { await Promise.all([page.waitForResponse('**/demo/calendars/do'), act]) }
  await ordered(page.getByRole('checkbox', { name: 'Signed out' }).check())
  const anna = page.locator('#members button', { hasText: 'Anna Orlova' })
  await (await server.as('admin@demo.example'))('syncCalendar', { id: 'm-anna' })
  await anna.locator('.light.needs-sign-in').waitFor({ timeout: 30_000 })
  await ordered(page.getByRole('checkbox', { name: 'Signed out' }).uncheck())
  // What was refused is tried again after an hour at the earliest.
  server.clock.advance(61 * 60_000)
  await (await server.as('admin@demo.example'))('syncCalendar', { id: 'm-anna' })
  await anna.locator('.light.healthy').waitFor({ timeout: 30_000 })
}, 90_000)

it('a page of another house can order nothing', async () => {
  const answer = await server.raw('POST', '/demo/calendars/do', { body: { verb: 'pause', on: true }, headers: { 'sec-fetch-site': 'cross-site' } })
  expect(answer.status).toBe(403)
  expect((await server.raw('POST', '/demo/calendars/do', { body: { verb: 'explode' } })).status).toBe(400)
})

it('a demo with other calendars has none of its own', async () => {
  const other = await startTestServer({ demo: true, calendars: true, settings: { GRAPH_BASE_URL: 'http://127.0.0.1:9/v1.0' } })
  try {
    expect((await other.raw('GET', '/demo/calendars')).status).toBe(404)
    expect(other.db.sql.all('SELECT 1 FROM CalendarMailbox')).toEqual([])
  } finally {
    await other.close()
  }
})
