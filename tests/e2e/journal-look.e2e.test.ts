import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let clientId: string
let contactId: string

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
  contactId = (await olga('listContacts', { query: { counterpartyId: clientId } })).items[0]?.id ?? ''
}, 120_000)
afterAll(() => server.close())

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('.jn-bone') && document.querySelector('h1, h2'))
/** The page itself never scrolls sideways, whatever stands in it. */
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

it('is clean for axe in every screen, light and dark, wide and narrow', async () => {
  for (const [colorScheme, width] of [['light', 1_440], ['dark', 360]] as const) {
    for (const hash of ['#/journal?period=all', '#/journal?period=day', `#/contacts/${contactId}?period=all`, `#/clients/${clientId}`, '#/clients']) {
      const page = await browser.newPage({ width, colorScheme })
      await openJournal(page, server, { hash })
      await settled(page)
      expect({ hash, width, findings: await axeFindings(page) }).toEqual({ hash, width, findings: [] })
    }
  }
}, 90_000)

it('is clean for axe at the door, in the form and in the list of keys', async () => {
  const page = await browser.newPage({ width: 1_024, expectedErrors: [/401/] })
  await page.goto(`${server.url}/journal/`)
  await page.getByRole('button', { name: /Sign in as Olga/ }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: /Sign in as Olga/ }).click()
  await page.getByRole('main').waitFor()
  for (const [key, name] of [['n', 'Log a call or meeting'], ['?', 'Keyboard']] as const) {
    await page.keyboard.press(key)
    await page.getByRole('dialog', { name }).waitFor()
    expect({ name, findings: await axeFindings(page) }).toEqual({ name, findings: [] })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
  }
})

it('fits a narrow screen: contacts as cards, filters folded, the panel over the whole', async () => {
  const page = await browser.newPage({ width: 360, height: 740, locale: 'ru-RU' })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  expect(await widthOf(page)).toBe(360)
  expect(await page.getByRole('combobox', { name: 'Менеджер' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Отборы' }).click()
  expect(await page.getByRole('combobox', { name: 'Менеджер' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Скрыть отборы' }).click()
  const card = await rowsOf(page).first().boundingBox()
  expect(card?.width).toBeGreaterThan(340)
  await rowsOf(page).first().click()
  const panel = await page.getByRole('complementary', { name: 'Контакт' }).boundingBox()
  expect([panel?.x, panel?.width]).toEqual([0, 360])
  for (const hash of [`#/clients/${clientId}`, '#/clients']) {
    await openJournal(page, server, { hash })
    await settled(page)
    expect(await widthOf(page)).toBe(360)
  }
})

it('speaks Russian throughout, and keeps the choice for the mail client too', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await page.getByRole('button', { name: /Olga Smirnova: account/ }).click()
  await page.getByRole('menuitemradio', { name: 'Русский' }).click()
  await page.getByRole('link', { name: 'Журнал' }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(async () => (await olga('me')).locale, 'ru')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru')
  for (const word of ['Дата, время', 'Тема / результат', 'Состояние', 'Статус', 'Все менеджеры', 'Несостоявшиеся']) expect(await page.getByRole('main').innerText()).toContain(word)
  await page.reload()
  await page.getByRole('link', { name: 'Журнал' }).waitFor()
  await olga('patchMe', { body: { locale: null } })
})

it('can be worked by the keyboard alone', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter') // "skip to the list"
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null)
  await page.keyboard.press('j')
  await eventually(focused, '0')
  await page.keyboard.press('j')
  await eventually(focused, '1')
  await page.keyboard.press('k')
  await eventually(focused, '0')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Contact' })
  await panel.getByRole('heading', { level: 2 }).waitFor()
  await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'H2')
  const first = new URL(page.url()).hash
  await page.keyboard.press('j')
  await eventually(async () => new URL(page.url()).hash !== first, true)
  await panel.getByRole('button', { name: 'Edit' }).waitFor()
  await page.keyboard.press('e')
  await panel.getByRole('textbox', { name: 'Subject' }).waitFor()
  await page.keyboard.press('Escape')
  await panel.getByRole('textbox', { name: 'Subject' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await eventually(focused, '1')
})

it('says what went wrong with advice and reference, and tries again when asked', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/500/] })
  let broken = true
  await page.route('**/api/journal/rows?*', (route) => (broken
    ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc123' }) })
    : route.continue()))
  await openJournal(page, server, { hash: '#/journal?period=all' })
  const alert = page.getByRole('alert')
  await alert.waitFor()
  for (const words of ['Something went wrong here', 'tell the administrator the reference', 'abc123']) expect(await alert.innerText()).toContain(words)
  broken = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await rowsOf(page).first().waitFor()
  expect(await alert.count()).toBe(0)
})

it('keeps what is on screen when the connection is lost, and says so', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/INTERNET_DISCONNECTED/] })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  const first = await rowsOf(page).first().innerText()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('alert').filter({ hasText: 'No connection' }).waitFor()
  await eventually(() => rowsOf(page).first().innerText(), first)
  await page.context().setOffline(false)
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

it('shows bones while rows are on their way, and an empty list with ways on', async () => {
  const page = await browser.newPage({ width: 1_440 })
  let goOn: () => void = () => undefined
  const looked = new Promise<void>((resolve) => { goOn = resolve })
  await page.route('**/api/journal/rows?*', async (route) => { await looked; await route.continue() })
  await openJournal(page, server, { hash: '#/journal?period=range&from=2001-01-01&to=2001-01-02' })
  await page.getByRole('status', { name: 'Loading…' }).waitFor()
  goOn()
  await page.getByRole('heading', { name: 'No contacts here' }).waitFor()
  await page.getByRole('button', { name: 'Show all time' }).click()
  await rowsOf(page).first().waitFor()
})

it('brings at most 250 KiB of script, in few requests, all under /journal/', async () => {
  const page = await browser.newPage({ width: 1_440 })
  const asked: { path: string; bytes: number }[] = []
  page.on('response', (response) => { void response.body().then((body) => asked.push({ path: new URL(response.url()).pathname, bytes: body.length }), () => undefined) })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.waitForTimeout(300)
  const scripts = asked.filter(({ path }) => path.endsWith('.js'))
  const zipped = await Promise.all(scripts.map(async ({ path }) => {
    const { gzipSync } = await import('node:zlib')
    return gzipSync(Buffer.from(await (await fetch(server.url + path)).arrayBuffer()), { level: 9 }).length
  }))
  expect(zipped.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(250 * 1_024)
  // The page, its script and two styles, then: who am I, rows, strip, views, managers, dictionaries, how many, live events, and a part of the script with its style that shows by and by.
  expect(asked.length).toBeLessThanOrEqual(16)
  expect(asked.every(({ path }) => path.startsWith('/journal/') || path.startsWith('/api/'))).toBe(true)
})
