import type { Page } from 'playwright-core'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

interface Arrival { locale?: 'en' | 'ru'; theme?: 'light' | 'dark' }
async function visit(pattern: RegExp | null, { locale = 'en', theme = 'light' }: Arrival = {}): Promise<Page> {
  const page = await browser.newPage()
  const message = pattern ? `&message=${encodeURIComponent(await server.messageOf(pattern))}` : ''
  await page.goto(`${server.url}/demo/gmail?lang=${locale}&theme=${theme}${message}`)
  await heading(page).waitFor()
  return page
}
const panel = (page: Page) => page.getByRole('complementary', { name: 'Counterpane' })
const heading = (page: Page) => panel(page).locator('.card-head h3')
const press = async (page: Page, name: string) => { await panel(page).getByRole('button', { name, exact: true }).first().click() }
const says = (page: Page, words: string | RegExp) => panel(page).getByText(words).first().waitFor()

it('opens at home and shows who wrote when a message is opened', async () => {
  const page = await visit(null)
  expect(await heading(page).innerText()).toBe('Open an email')
  await page.getByRole('button', { name: /Order 4471: delivery dates/ }).last().click()
  await panel(page).getByRole('heading', { name: 'John Ross' }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain('john.ross@beta.example')
})

it('registers with one press, shows it again, and takes it back', async () => {
  const page = await visit(/^sam\.lee@northwind\.example Joint/)
  await press(page, 'Register')
  await says(page, /Registered by Olga Smirnova, today/)
  expect(await page.getByRole('status').innerText()).toBe('Registered')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await says(page, /Registered by Olga Smirnova, today/)
  await press(page, 'Undo')
  await panel(page).getByRole('button', { name: 'Register', exact: true }).first().waitFor()
})

it('plans the next step in a form on top and comes back to the card', async () => {
  const page = await visit(/^alice\.ross@beta\.example Minutes/)
  await press(page, 'Register')
  await press(page, 'Plan the next step')
  await panel(page).getByRole('heading', { name: 'Next step' }).waitFor()
  await panel(page).getByLabel('Method').selectOption('meeting')
  await panel(page).getByLabel('Subject').fill('Penalty clause')
  await panel(page).getByLabel('Date and time').fill('2026-12-01T15:30')
  await press(page, 'Save')
  await says(page, 'Penalty clause')
  await says(page, /1 Dec 15:30/)
  expect(await panel(page).getByRole('button', { name: 'Back' }).isVisible()).toBe(false)
})

it('makes an unknown sender known', async () => {
  const page = await visit(/^e\.lapteva@laptrade/)
  expect(await panel(page).getByLabel('Name').inputValue()).toBe('Екатерина Лаптева')
  await panel(page).getByLabel('Client').fill('Laptrade & <Co>')
  await press(page, 'Create and register')
  await says(page, 'for Laptrade & <Co>')
})

it('marks a task done and folds what is too much', async () => {
  const page = await visit(/^ivan\.petrov@vector\.example Запрос/)
  const rows = panel(page).locator('.section').filter({ hasText: 'Open tasks' }).locator('.widget:visible')
  expect(await rows.count()).toBe(3)
  const first = await rows.first().locator('.main').innerText()
  await rows.first().getByRole('button', { name: 'Done' }).click()
  await page.getByRole('status').filter({ hasText: 'The task is done' }).waitFor()
  expect(await panel(page).getByText(first, { exact: true }).count()).toBe(0)
})

it('warns of a look-alike above all else', async () => {
  const page = await visit(/^ivan\.petrov@vect0r/)
  expect(await panel(page).locator('.section').first().innerText()).toMatch(/^Careful/)
})

it('asks for consent and goes on with what was pressed', async () => {
  const page = await visit(/^gromov\.ip@gmail/)
  await page.getByLabel('Consent').selectOption('click')
  await panel(page).getByRole('heading', { name: 'Who wrote this?' }).waitFor()
  await press(page, 'Identify the sender')
  await panel(page).getByRole('heading', { name: 'Павел Громов' }).waitFor()
  await page.getByLabel('Consent').selectOption('headers')
  await panel(page).getByRole('heading', { name: 'Павел Громов' }).waitFor()
  await press(page, 'Register')
  await panel(page).getByText('gmail.addons.current.message.action').waitFor()
  await press(page, 'Allow')
  await says(page, /Registered by Olga Smirnova/)
})

it('an answer that comes late for another message is dropped', async () => {
  const page = await visit(null)
  const slow = await server.messageOf(/^info@delta/)
  await page.route('**/demo/gmail/press', async (route) => {
    if (route.request().postData()?.includes(slow)) await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.locator(`[data-message="${slow}"]`).click()
  await page.locator(`[data-message="${await server.messageOf(/^s\.belova@vector\.example RE:/)}"]`).click()
  await panel(page).getByRole('heading', { name: 'Светлана Белова' }).waitFor()
  await page.waitForTimeout(1_000)
  expect(await heading(page).innerText()).toBe('Светлана Белова')
})

it('a server that fails is said, and asked again on demand', async () => {
  const page = await browser.newPage({ expectedErrors: [/502/] })
  let broken = true
  await page.route('**/demo/gmail/press', (route) => (broken ? route.fulfill({ status: 502, json: { status: 500, answer: null } }) : route.continue()))
  await page.goto(`${server.url}/demo/gmail?lang=en`)
  await page.getByRole('alert').filter({ hasText: 'did not answer' }).waitFor()
  broken = false
  await press(page, 'Try again')
  await panel(page).getByRole('heading', { name: 'Open an email' }).waitFor()
})

it('works by keyboard alone', async () => {
  const page = await visit(/^juergen@bücher\.example Menge/)
  await panel(page).getByRole('button', { name: 'Another client', exact: true }).focus()
  await page.keyboard.press('Enter')
  await panel(page).getByLabel('Client').fill('Delta')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel(page).getByText(/Nothing found|Delta|Дельта/).first().waitFor()
  await panel(page).getByRole('button', { name: 'Back' }).press('Enter')
  await panel(page).getByRole('heading', { name: /Jürgen/ }).waitFor()
})

it.each([['en', 'light'], ['ru', 'dark']] as const)('axe finds nothing on the %s %s page', async (locale, theme) => {
  const page = await visit(/^m\.klimova@delta/, { locale, theme })
  await expectNoAxeFindings(page)
  await press(page, locale === 'en' ? 'New task' : 'Новая задача')
  await panel(page).getByRole('heading', { name: locale === 'en' ? 'New task' : 'Новая задача' }).waitFor()
  await expectNoAxeFindings(page)
})

it('nothing is wider than the panel in Russian', async () => {
  const page = await visit(/^m\.klimova@delta/, { locale: 'ru' })
  const wide = await panel(page).evaluate((place) => [...place.querySelectorAll('*')].filter((one) => one.scrollWidth > place.clientWidth).map((one) => one.outerHTML.slice(0, 80)))
  expect(wide).toEqual([])
})
