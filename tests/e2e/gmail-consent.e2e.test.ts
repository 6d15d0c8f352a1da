import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { cardTexts } from '@counterpane/shared/text/cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { openGmail, type GmailOptions, type GmailStand } from './gmail-stand'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const words = cardTexts.en
const access = accessCardTexts.en
const open = (options: GmailOptions) => openGmail(browser.newPage, server, options)
const gromov = /^gromov\.ip@gmail/
const dialog = ({ page }: GmailStand) => page.getByRole('dialog')
const registeredNow = async (q: string) => (await server.olga('listContacts', { query: { q } })).items.filter(({ source }) => source === 'gmail').length

it('without the scope of headers a press identifies the sender', async () => {
  const gmail = await open({ message: gromov, consent: 'click' })
  await gmail.heading(access.consent.title)
  await gmail.press(access.identify)
  await gmail.heading('Павел Громов')
})

it('a scope that is refused again leaves the way without it, one that is granted is used at once', async () => {
  const gmail = await open({ message: gromov, consent: 'click' })
  await gmail.press(access.allow)
  await dialog(gmail).getByRole('checkbox').uncheck()
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await dialog(gmail).getByRole('button', { name: 'Cancel' }).click()
  await gmail.heading(access.consent.title)
  await gmail.press(access.allow)
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await gmail.heading('Павел Громов')
})

it('who refuses everything is shown no card and can allow it later', async () => {
  const gmail = await open({ message: gromov, consent: 'none' })
  await dialog(gmail).waitFor()
  expect(await dialog(gmail).getByRole('checkbox').count()).toBe(3)
  await expectNoAxeFindings(gmail.page)
  await gmail.page.keyboard.press('Escape')
  await gmail.says('Counterpane needs your permission to show this.')
  await gmail.press('Allow access…')
  await dialog(gmail).getByRole('checkbox', { name: 'Select all' }).uncheck()
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await gmail.heading('Павел Громов')
  expect(gmail.sent.map(({ scopes }) => scopes?.length)).toEqual([3, 3, 5])
})

it('granting a part asks for the rest alone', async () => {
  const gmail = await open({ message: gromov, consent: 'none' })
  await dialog(gmail).getByRole('checkbox', { name: /headers/ }).uncheck()
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await dialog(gmail).getByText('gmail.addons.current.message.metadata').waitFor()
  expect(await dialog(gmail).getByText('userinfo.email').count()).toBe(0)
})

it('what was pressed is repeated after the consent, and makes one contact', async () => {
  const gmail = await open({ message: gromov, consent: 'headers' })
  await gmail.heading('Павел Громов')
  await gmail.press(words.register)
  await dialog(gmail).getByText('gmail.addons.current.message.action').waitFor()
  await dialog(gmail).getByRole('button', { name: 'Continue' }).click()
  await gmail.says(/^Registered by Olga Smirnova/)
  expect(gmail.sent.filter(({ parameters }) => parameters?.action === 'register')).toHaveLength(2)
  expect(await registeredNow('Добавка к заказу')).toBe(1)
})

it('a consent that is withdrawn in the stand-in is asked for again', async () => {
  const gmail = await open({ message: /^info@delta/ })
  await gmail.panel.locator('.card-head').waitFor()
  await gmail.page.locator('#stand-in summary').click()
  await gmail.page.getByRole('checkbox', { name: 'userinfo.email', exact: true }).uncheck()
  await dialog(gmail).getByText('userinfo.email').waitFor()
})
