import { accessCardTexts } from '@counterpane/shared/text/access-cards'
import { cardTexts } from '@counterpane/shared/text/cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { openBrowser } from '../support/browser'
import { openGmail } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const words = cardTexts.en
const access = accessCardTexts.en

it('a colleague with a copy of the message sees who registered it', async () => {
  const message = /^john\.ross@beta\.example Order/
  const gmail = await openGmail(browser.newPage, server, { message })
  await gmail.press(words.register)
  await gmail.says(/^Registered by Olga Smirnova/)
  await gmail.set('person', 'colleague')
  await gmail.says(/^Registered by Olga Smirnova/)
  expect(await gmail.page.locator('#signed-in').innerText()).toContain('anna@demo.example')
  expect(await gmail.panel.getByRole('button', { name: words.undo, exact: true }).count()).toBe(0)
})

it('a stranger is asked for the code of an invitation, and is a manager with it', async () => {
  const gmail = await openGmail(browser.newPage, server, { person: 'stranger', message: /^info@delta/ })
  await gmail.heading(access.stranger)
  await gmail.press(access.accept)
  await gmail.says('This field is required.')
  const administrator = await server.as('admin@demo.example')
  const { code } = await administrator('inviteManager', { id: 'm-elena' })
  await gmail.panel.getByLabel(access.code).fill('WRONG-CODE')
  await gmail.press(access.accept)
  await gmail.panel.locator('.card-place[aria-busy="false"]').waitFor()
  await eventually(() => gmail.panel.getByLabel(access.code).inputValue(), 'WRONG-CODE')
  await gmail.panel.getByLabel(access.code).fill(code)
  await gmail.press(access.accept)
  await gmail.heading(access.welcome('Elena Morozova'))
  await gmail.again()
  await gmail.heading('«Дельта»')
})
