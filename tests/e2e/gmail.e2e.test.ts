import { cardTexts } from '@counterpane/shared/text/cards'
import { homeCardTexts } from '@counterpane/shared/text/home-cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { openBrowser } from '../support/browser'
import { openGmail, type GmailOptions } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const words = cardTexts.en
const open = (options: GmailOptions = {}) => openGmail(browser.newPage, server, options)
const registeredByOlga = /^Registered by Olga Smirnova, today/

it('opens at home and shows who wrote when a message is opened', async () => {
  const gmail = await open()
  await gmail.heading(homeCardTexts.en.title)
  await gmail.open(/^john\.ross@beta\.example Order/)
  await gmail.heading('John Ross')
  expect(await gmail.page.getByRole('main').innerText()).toContain('john.ross@beta.example')
  await gmail.page.getByRole('button', { name: 'Inbox' }).click()
  await gmail.heading(homeCardTexts.en.title)
})

it('registers with one press, shows it again, and takes it back', async () => {
  const gmail = await open({ message: /^sam\.lee@northwind\.example Joint/ })
  await gmail.press(words.register)
  await gmail.says(registeredByOlga)
  await gmail.notice(words.registered)
  await gmail.again()
  await gmail.says(registeredByOlga)
  await gmail.press(words.undo)
  await gmail.panel.getByRole('button', { name: words.register, exact: true }).first().waitFor()
})

it('plans the next step in a form on top and comes back to the card', async () => {
  const gmail = await open({ message: /^alice\.ross@beta\.example Minutes/ })
  await gmail.press(words.register)
  await gmail.says(registeredByOlga)
  await gmail.again()
  await gmail.press(words.planNext)
  await gmail.panel.getByLabel(words.method).selectOption('meeting')
  await gmail.panel.getByLabel(words.subject).fill('Penalty clause')
  await gmail.panel.getByLabel(words.when).fill('2026-12-01T15:30')
  await gmail.press(words.save)
  await gmail.says('Penalty clause')
  await gmail.says(/1 Dec 15:30/)
  expect(await gmail.panel.getByRole('button', { name: 'Back' }).isVisible()).toBe(false)
})

it('makes an unknown sender known; the client is suggested while its name is typed', async () => {
  const gmail = await open({ message: /^e\.lapteva@laptrade/ })
  await eventually(() => gmail.panel.getByLabel(words.name).inputValue(), 'Екатерина Лаптева')
  const client = gmail.panel.getByRole('combobox', { name: words.clientName })
  await client.fill('Дель')
  await gmail.panel.getByRole('option', { name: /Дельта/ }).first().click()
  expect(await client.inputValue()).toMatch(/Дельта/)
  await client.fill('Laptrade & <Co>')
  await gmail.press(words.createAndRegister)
  await gmail.says(words.forClient('Laptrade & <Co>'))
})

it('marks a task done and folds what is too much', async () => {
  const gmail = await open({ message: /^ivan\.petrov@vector\.example Запрос/ })
  const rows = gmail.panel.locator('.section').filter({ hasText: /^Open tasks/ }).locator('.widget.row:visible')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(3)
  const first = await rows.first().locator('.main').innerText()
  await rows.first().getByRole('button', { name: words.done }).click()
  await gmail.panel.getByRole('status').filter({ hasText: /\S/ }).waitFor()
  await gmail.panel.locator('.section').filter({ hasText: /^Open tasks/ }).getByText(first, { exact: true }).waitFor({ state: 'detached' })
})

it('warns of a look-alike above all else', async () => {
  const gmail = await open({ message: /^ivan\.petrov@vect0r/ })
  await gmail.says(words.warning)
  expect(await gmail.panel.locator('.section').first().innerText()).toMatch(new RegExp(`^${words.warning}`))
})

it('the list of messages and the card are worked by keyboard alone', async () => {
  const gmail = await open()
  const list = gmail.page.getByRole('listbox', { name: 'Messages' })
  await list.getByRole('option').first().focus()
  await gmail.page.keyboard.press('ArrowDown')
  await gmail.page.keyboard.press('ArrowDown')
  await gmail.page.keyboard.press('Enter')
  await gmail.heading('John Ross')
  expect(await gmail.page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true')
  await gmail.panel.getByRole('button', { name: words.newTask, exact: true }).press('Enter')
  await gmail.heading(words.newTask)
  await gmail.panel.getByRole('button', { name: 'Back' }).press('Enter')
  await gmail.heading('John Ross')
})
