import { cardTexts } from '@counterpane/shared/text/cards'
import { composeCardTexts } from '@counterpane/shared/text/compose-cards'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { openGmail, type GmailStand } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const composeWindow = ({ page }: GmailStand) => page.getByRole('dialog', { name: 'New message' })
const writes = registerCardTexts.en.writeEmail
const known = /^john\.ross@beta\.example Order/

it('whoever is written to is recognised beside the letter, and anew when the add-on is opened again', async () => {
  const gmail = await openGmail(browser.newPage, server)
  await gmail.page.getByRole('button', { name: 'New letter' }).click()
  const letter = composeWindow(gmail)
  await letter.getByLabel('To', { exact: true }).fill('John Ross <john.ross@beta.example>, nobody@unknown.example')
  await letter.getByRole('button', { name: 'Open Counterpane' }).click()
  await letter.getByText('John Ross').first().waitFor()
  expect(gmail.sent.at(-1)).toMatchObject({ endpoint: 'on-compose', message: null, draft: { to: ['john.ross@beta.example', 'nobody@unknown.example'], cc: [], bcc: [] } })
  await expectNoAxeFindings(gmail.page)
  await letter.getByLabel('To', { exact: true }).fill('ivan.petrov@vector.example')
  await letter.getByRole('button', { name: 'Open Counterpane' }).click()
  await letter.getByText('Ivan Petrov').first().waitFor()
})

it('without the consent for drafts the letter asks for it first', async () => {
  const gmail = await openGmail(browser.newPage, server)
  await gmail.page.locator('#stand-in summary').click()
  await gmail.page.getByRole('checkbox', { name: /action\.compose/ }).uncheck()
  await gmail.page.keyboard.press('Escape')
  await gmail.page.getByRole('button', { name: 'New letter' }).click()
  await composeWindow(gmail).getByLabel('To', { exact: true }).fill('john.ross@beta.example')
  await composeWindow(gmail).getByRole('button', { name: 'Open Counterpane' }).click()
  await gmail.page.getByText('gmail.addons.current.action.compose', { exact: true }).last().waitFor()
  await gmail.page.getByRole('button', { name: 'Continue' }).click()
  await composeWindow(gmail).getByText('John Ross').first().waitFor()
})

it('a letter that was started from the card opens as a draft; sent, it lies on top and knows its client', async () => {
  const gmail = await openGmail(browser.newPage, server, { message: known })
  await gmail.press(writes)
  await gmail.notice(composeCardTexts.en.draftMade)
  const letter = composeWindow(gmail)
  await eventually(() => letter.getByLabel('To', { exact: true }).inputValue(), 'john.ross@beta.example')
  await letter.getByLabel('Subject').fill('New dates')
  await letter.getByLabel('Text').fill('We can deliver on Friday.')
  await letter.getByRole('button', { name: 'Send' }).click()
  await letter.waitFor({ state: 'detached' })
  const first = gmail.page.locator('[data-message]').first()
  expect(await first.innerText()).toMatch(/To: .*\n.*\nNew dates/)
  await first.click()
  await gmail.heading('John Ross')
  await gmail.press(cardTexts.en.register)
  await gmail.says(/^Registered by Olga Smirnova/)
  const [contact] = (await server.olga('listContacts', { query: { q: 'New dates' } })).items
  expect(contact).toMatchObject({ direction: 'outgoing', subject: 'New dates', counterparty: { name: 'Beta Industries' } })
})

it('a letter without a recipient is not sent, and a discarded one is gone', async () => {
  const gmail = await openGmail(browser.newPage, server)
  const before = await gmail.page.locator('[data-message]').count()
  await gmail.page.getByRole('button', { name: 'New letter' }).click()
  await composeWindow(gmail).getByRole('button', { name: 'Send' }).click()
  await composeWindow(gmail).getByText('This message was not sent.').waitFor()
  await gmail.page.keyboard.press('Escape')
  await composeWindow(gmail).waitFor({ state: 'detached' })
  expect(await gmail.page.locator('[data-message]').count()).toBe(before)
})
