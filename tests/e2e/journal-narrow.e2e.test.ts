import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let clientId: string
let contactId: string
let overdueId: string

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
  const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
  const long = { subject: 'Очень длинная тема об обсуждении поставки трансформаторов, кабельной продукции и сопутствующих материалов на 2027 год', counterpartyId: clientId }
  contactId = (await olga('createContact', { body: { startsAt: at(-3), method: 'video-call', direction: 'outgoing', status: 'held', state: 3, priority: 'high', result: 'Договорились '.repeat(30), ...long } })).id
  overdueId = (await olga('createContact', { body: { startsAt: at(-5), method: 'meeting', direction: 'outgoing', status: 'planned', ...long, subject: 'Перегружайпокабельнаяпродукциябезединогопробела'.repeat(3) } })).id
}, 120_000)
afterAll(() => server.close())

const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('.jn-bone') && document.querySelector('h1, h2'))

/** What a reader cannot read: words cut off without "…", a name longer than its field, anything that has to be pushed sideways. */
const unreadable = (page: Page) => page.evaluate(() => {
  const found: string[] = []
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways')
  const pen = document.createElement('canvas').getContext('2d')!
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (width <= 1 || height <= 1 || style.visibility === 'hidden' || style.clipPath !== 'none' || element.closest('.jn-hidden, [aria-hidden=true], svg')) continue
    const words = `${element.tagName} ${element.className} “${(element.textContent ?? '').trim().slice(0, 60)}”`
    if (element instanceof HTMLSelectElement) {
      pen.font = style.font
      const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      const wanted = pen.measureText(element.selectedOptions[0]?.text ?? '').width
      if (wanted > room + 1) found.push(`cut: ${words} ${element.selectedOptions[0]?.text}`)
      continue
    }
    const spills = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
    if (!spills || style.overflowX === 'visible' || element instanceof HTMLInputElement) continue
    const ends = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    if (!ends) found.push(`${/auto|scroll/.test(style.overflowX) ? 'scrolls sideways' : 'cut'}: ${words}`)
    else if (!element.closest('[title]')) found.push(`cut, and its whole is nowhere: ${words}`)
  }
  return found
})

async function readable(page: Page, place: string): Promise<void> {
  await settled(page)
  // The list measures itself anew once the contact has opened beside it.
  await eventually(async () => ({ place, found: await unreadable(page) }), { place, found: [] })
}

it.each([[360, 'ru-RU'], [360, 'en-GB'], [768, 'ru-RU'], [1_280, 'ru-RU'], [1_280, 'en-GB']] as const)('every page is read without pushing it sideways, %d wide, in %s', async (width, locale) => {
  const page = await browser.newPage({ width, height: 740, locale })
  const places = ['#/day', '#/journal?period=all', '#/journal?period=range&from=2026-11-01&to=2026-11-30', '#/journal?period=all&group=manager', `#/contacts/${contactId}?period=all`, `#/contacts/${overdueId}?period=all`, '#/tasks', '#/clients', `#/clients/${clientId}`, `#/clients/${clientId}?open=${contactId}`, '#/calendars']
  for (const hash of places) {
    await openJournal(page, server, { hash })
    await readable(page, `${hash} ${width} ${locale}`)
  }
}, 90_000)

it.each([['Изменить', 360], ['Изменить', 1_280], ['Следующий шаг', 360]] as const)('the form behind «%s» shows whole words, %d wide', async (button, width) => {
  const page = await browser.newPage({ width, height: 740, locale: 'ru-RU' })
  await openJournal(page, server, { hash: `#/contacts/${contactId}?period=all` })
  const panel = page.getByRole('complementary', { name: 'Контакт' })
  await panel.getByRole('button', { name: button }).click()
  await panel.getByRole('form').waitFor()
  await readable(page, button)
  const [form, whole] = [await panel.getByRole('form').boundingBox(), await panel.boundingBox()]
  const fields = await panel.getByRole('form').locator('input, select, textarea').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
  expect(Math.max(...fields)).toBeLessThanOrEqual((form?.x ?? 0) + (form?.width ?? 0))
  expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0))
})

it('the form of an outcome stays inside the panel on a narrow screen', async () => {
  const page = await browser.newPage({ width: 360, height: 740, locale: 'ru-RU' })
  await openJournal(page, server, { hash: `#/contacts/${overdueId}?period=all` })
  const panel = page.getByRole('complementary', { name: 'Контакт' })
  await panel.getByRole('button', { name: 'Итог…' }).click()
  const form = panel.getByRole('form', { name: 'Чем закончилось?' })
  await form.getByRole('textbox', { name: 'Результат' }).waitFor()
  const right = await form.evaluate((whole) => whole.getBoundingClientRect().right)
  for (const edge of await form.locator('input, select, textarea, label').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))) expect(edge).toBeLessThanOrEqual(right)
})

it('pages that find no room stand behind "More", by keyboard too, and come out in a wide window', async () => {
  const page = await browser.newPage({ width: 360, height: 740, locale: 'ru-RU' })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  const nav = page.getByRole('navigation', { name: 'Counterpane' })
  expect(await nav.getByRole('link', { name: 'Журнал' }).isVisible()).toBe(true)
  expect(await nav.getByRole('link', { name: 'Календари' }).isVisible()).toBe(false)
  await nav.getByRole('button', { name: 'Ещё' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Задачи' }).waitFor()
  await page.getByRole('menuitem', { name: 'Задачи' }).press('Enter')
  await eventually(async () => new URL(page.url()).hash, '#/tasks')
  // The page one is on is always in sight.
  await eventually(() => nav.getByRole('link', { name: 'Задачи' }).isVisible(), true)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectNoAxeFindings(page)
  await page.setViewportSize({ width: 1_280, height: 740 })
  await eventually(() => nav.getByRole('link').evaluateAll((all) => all.filter((one) => (one as HTMLElement).offsetWidth > 0).map((one) => one.textContent)), ['Мой день', 'Журнал', 'Клиенты', 'Задачи', 'Календари'])
  expect(await nav.getByRole('button', { name: 'Ещё' }).count()).toBe(0)
})

it('beside an open contact the list shows whole statuses without scrolling sideways', async () => {
  const page = await browser.newPage({ width: 1_280, locale: 'ru-RU' })
  await openJournal(page, server, { hash: `#/contacts/${contactId}?period=all&status=planned` })
  await rowsOf(page).first().waitFor()
  await page.getByRole('complementary', { name: 'Контакт' }).getByRole('heading', { level: 2 }).waitFor()
  const statuses = page.locator('.jn-row .jn-c-status')
  expect(await statuses.first().innerText()).toMatch(/Запланирован|Просрочен/)
  const right = await page.locator('.jn-grid').evaluate((grid) => grid.getBoundingClientRect().right)
  for (const edge of await statuses.locator('.jn-status').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right + (one.scrollWidth - one.clientWidth)))) expect(edge).toBeLessThanOrEqual(right)
  expect(await page.locator('.jn-grid').evaluate((grid) => grid.scrollWidth - grid.clientWidth)).toBe(0)
})
