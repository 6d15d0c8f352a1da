import { triggerAnswer } from '@counterpane/addin-gmail/answers'
import { text } from '@counterpane/addin-gmail/card-parts'
import { cardTexts } from '@counterpane/shared/text/cards'
import { gmailFailureTexts } from '@counterpane/shared/text/gmail-failure-cards'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { aCard } from './gmail-samples'
import { openGmail, type GmailOptions } from './gmail-stand'
import { eventually } from './journal-screen'

const browser = openBrowser()
let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 120_000)
afterAll(() => server.close())

const words = cardTexts.en
const failures = gmailFailureTexts.en
const open = (options: GmailOptions) => openGmail(browser.newPage, server, options)
const known = /^john\.ross@beta\.example Order/

it.each([['too-many', failures.waitFor(7).title], ['broken', failures.outage.title], ['unavailable', failures.outage.title]])('Gmail that answers %s gives a card with "Try again", which then shows the message', async (trouble, title) => {
  const gmail = await open({ message: known, switches: { trouble } })
  await gmail.heading(title)
  await gmail.says(/^Reference \w+/)
  await gmail.set('trouble', 'none')
  await gmail.press(words.retry)
  await gmail.heading('John Ross')
})

it.each([['signed-out', words.reopen.title], ['forbidden', failures.notYours.title], ['deleted', failures.deleted.title]])('Gmail that answers %s gives a card that says what to do', async (trouble, title) => {
  const gmail = await open({ message: known, switches: { trouble } })
  await gmail.heading(title)
  await gmail.set('trouble', 'none')
  await gmail.again()
  await gmail.heading('John Ross')
})

it('a slow Gmail is cut after five seconds, and the card says so', async () => {
  const gmail = await open({ message: known, switches: { trouble: 'slow' } })
  await gmail.heading(failures.timedOut(5).title)
  await gmail.set('trouble', 'none')
  await gmail.press(words.retry)
  await gmail.heading('John Ross')
})

it('a server that is silent is said in words of Gmail, and asked again on demand', async () => {
  const gmail = await open({ message: known, switches: { server: 'silent' } })
  await gmail.trouble.getByText('The add-on did not answer').waitFor()
  await expectNoAxeFindings(gmail.page)
  await gmail.set('server', 'answers')
  await gmail.press('Try again')
  await gmail.heading('John Ross')
})

it('a press that fails leaves the card to go back to', async () => {
  const gmail = await open({ message: known })
  await gmail.heading('John Ross')
  await gmail.set('server', 'silent')
  await gmail.press(words.newTask)
  await gmail.press('Back to the card')
  await gmail.heading('John Ross')
})

it('an answer that Gmail would refuse is shown as an error and not drawn', async () => {
  const broken = { ...aCard('Drawn after all', text('words')), columns: {} }
  const gmail = await open({ before: (page) => page.route('**/demo/gmail/press', (route) => route.fulfill({ json: { status: 200, ms: 1, findings: ['card: is not known: columns'], answer: triggerAnswer(broken) } })) })
  await gmail.trouble.getByText('card: is not known: columns').waitFor()
  expect(await gmail.panel.getByRole('heading', { name: 'Drawn after all' }).count()).toBe(0)
  await gmail.trouble.getByText('The whole answer').click()
  expect(await gmail.trouble.locator('pre').innerText()).toContain('Drawn after all')
  await expectNoAxeFindings(gmail.page)
})

it('the check of the product runs on the server: an answer asked for as a suggestion is none', async () => {
  const said = await fetch(`${server.url}/demo/gmail/press`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint: 'action', asks: 'suggest', message: null, locale: 'en', timeZone: 'UTC', parameters: { action: 'register' } }),
  })
  const { status, findings, ms } = (await said.json()) as { status: number; findings: string[]; ms: number }
  expect(status).toBe(200)
  expect(findings.length).toBeGreaterThan(0)
  expect(ms).toBeGreaterThanOrEqual(0)
})

it('a network that is slow shows that something is on its way', async () => {
  const gmail = await open({ message: known, switches: { delay: '1' } })
  await gmail.says('Loading…')
  await eventually(() => gmail.panel.locator('.card-place').getAttribute('aria-busy'), 'true')
  await gmail.heading('John Ross')
})

it('an answer that comes late for another message is dropped', async () => {
  const gmail = await open({})
  const slow = await server.messageOf(/^info@delta/)
  await gmail.page.route('**/demo/gmail/press', async (route) => {
    if (route.request().postData()?.includes(slow)) await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await gmail.open(/^info@delta/)
  await gmail.open(/^s\.belova@vector\.example RE:/)
  await gmail.heading('Светлана Белова')
  await gmail.page.waitForTimeout(1_000)
  await gmail.heading('Светлана Белова')
})

it('presses that come without the email work where no text is needed, and else say to open it again', async () => {
  const gmail = await open({ message: known, switches: { email: 'left-out' } })
  await gmail.press(words.newTask)
  await gmail.heading(words.newTask)
  await gmail.press('Back')
  await gmail.press(words.register)
  await gmail.heading(words.reopen.title)
})
