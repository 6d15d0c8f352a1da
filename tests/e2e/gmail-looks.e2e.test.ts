import { cardTexts } from '@counterpane/shared/text/cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { openGmail, type GmailOptions, type GmailStand } from './gmail-stand'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const open = (options: GmailOptions) => openGmail(browser.newPage, server, options)
const klimova = /^m\.klimova@delta/
const known = /^ivan\.petrov@vector\.example Запрос/
const widerThan = ({ page }: GmailStand, place: string) => page.locator(place).evaluate((whole) => [...whole.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > whole.getBoundingClientRect().right + 1).map((one) => one.outerHTML.slice(0, 80)))

it.each([['en', 'light'], ['ru', 'light'], ['en', 'dark'], ['ru', 'dark']] as const)('axe finds nothing on the %s %s page', async (language, theme) => {
  const gmail = await open({ message: klimova, language, theme })
  const words = cardTexts[language]
  await gmail.panel.locator('.card-head').waitFor()
  await expectNoAxeFindings(gmail.page)
  await gmail.page.locator('#stand-in summary').click()
  await expectNoAxeFindings(gmail.page)
  await gmail.page.keyboard.press('Escape')
  await gmail.press(words.newTask)
  await gmail.heading(words.newTask)
  await gmail.panel.locator('.menu-place > button').click()
  await expectNoAxeFindings(gmail.page)
})

it('the pane is 320 pixels wide, and nothing in it is wider in Russian', async () => {
  const gmail = await open({ message: known, language: 'ru' })
  await gmail.panel.locator('.card-head').waitFor()
  expect(await gmail.panel.evaluate((panel) => panel.getBoundingClientRect().width)).toBe(320)
  expect(await widerThan(gmail, '#panel')).toEqual([])
})

it.each(['ios', 'android', 'andriod'] as const)('on a phone (%s) the card is opened below the message and fills the screen', async (device) => {
  const gmail = await open({ message: known, device, language: 'ru' })
  expect(await gmail.page.locator('#new-letter').isVisible()).toBe(false)
  expect(gmail.sent).toEqual([])
  await gmail.page.getByRole('button', { name: 'Открыть Counterpane' }).click()
  await gmail.heading('Ivan Petrov')
  expect(gmail.sent[0]).toMatchObject({ endpoint: 'on-message', platform: device.toUpperCase() })
  expect(await gmail.panel.evaluate((panel) => panel.getBoundingClientRect().width)).toBe(360)
  expect(await widerThan(gmail, '#panel')).toEqual([])
  await expectNoAxeFindings(gmail.page)
  await gmail.press('Закрыть')
  await gmail.page.getByRole('main').getByRole('heading', { level: 2 }).waitFor()
  await gmail.page.getByRole('button', { name: 'Входящие' }).click()
  expect(await gmail.page.getByRole('listbox').isVisible()).toBe(true)
})

it('works in a window of 360 pixels: list, message, card, home, the stand-in', async () => {
  const gmail = await open({ width: 360, height: 740, language: 'ru' })
  const fits = () => gmail.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  await gmail.page.locator('#list-addon').click()
  await gmail.panel.locator('.card-head').waitFor()
  await gmail.press('Закрыть')
  await gmail.open(known)
  await gmail.page.getByRole('button', { name: 'Открыть Counterpane' }).click()
  await gmail.heading('Ivan Petrov')
  expect(await fits()).toBe(true)
  await gmail.page.locator('#stand-in summary').click()
  expect(await gmail.page.locator('#language').isVisible()).toBe(true)
  await expectNoAxeFindings(gmail.page)
  expect(await fits()).toBe(true)
})

it('the language of the mail client decides, and one that is not spoken gets English', async () => {
  const gmail = await open({ message: known, language: 'ru' })
  await gmail.panel.getByRole('button', { name: cardTexts.ru.register, exact: true }).first().waitFor()
  await gmail.set('language', 'de-AT')
  await gmail.panel.getByRole('button', { name: cardTexts.en.register, exact: true }).first().waitFor()
  expect(gmail.sent.at(-1)).toMatchObject({ locale: 'de-AT' })
})
