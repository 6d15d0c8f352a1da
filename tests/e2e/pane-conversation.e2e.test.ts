import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { openAtServerTime } from './pane-at-server-time'
import { letters } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeEach(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterEach(() => server.close())

const open = (options: Parameters<typeof openAtServerTime>[2] = {}) => openAtServerTime(browser.newPage, server, options)
const registering = '/api/contacts/register-message'
const [known, unknown] = [letters.otherKnown, letters.unknown]

/** The conversation of a letter of the sample mailbox, as the pane tells it. */
async function conversationOf(id: string) {
  const { bodies, pane } = await open({ item: id })
  await pane.getByRole('heading', { level: 1 }).waitFor()
  return ((bodies('/api/sidebar')[0] as { message: { conversationId: string } }).message).conversationId
}
const aMessage = (conversationId: string, messageId: string, from = { name: 'John Ross', address: 'john.ross@beta.example' }) =>
  ({ messageId, conversationId, subject: 'Earlier in this talk', sentAt: '2026-11-10T09:00:00Z', from, to: [{ address: 'olga@demo.example' }] })

it('the question about following is asked once per manager, after all others, and off is the beginning', async () => {
  const { pane, frame } = await open({ item: known.id })
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  expect(await pane.getByText('Register later emails of this conversation').count()).toBe(0)
  for (let step = 0; step < 6; step++) {
    const answer = pane.getByRole('button', { name: /^(Keep|Not now)$/ }).first()
    if (await answer.isVisible().catch(() => false)) await answer.click()
    await pane.getByText(/Closes|Next step|Register later emails/).first().waitFor()
  }
  const question = pane.getByRole('group', { name: /^Register later emails/ })
  await expectNoAxeFindings(frame())
  await question.getByRole('button', { name: 'No', exact: true }).click()
  const follow = pane.getByRole('switch', { name: 'Follow this conversation' })
  await eventually(() => follow.isChecked(), false)
  expect((await (await server.as('olga@demo.example'))('me')).preferences.followAsked).toBe(true)
  await follow.click()
  await pane.getByText('Its later emails are registered when you open them.').waitFor()
  const again = await open({ item: known.id, language: 'ru', theme: 'dark', paneWidth: 300 })
  await again.pane.getByRole('switch', { name: 'Следить за перепиской' }).waitFor()
  await eventually(() => again.pane.getByRole('switch', { name: 'Следить за перепиской' }).isChecked(), true)
  await expectNoAxeFindings(again.frame())
})

it('a later message of a registered conversation is offered for its client in one click', async () => {
  const conversationId = await conversationOf(unknown.id)
  const anna = await server.as('anna@demo.example')
  await anna('registerMessage', { body: { message: aMessage(conversationId, '<earlier@beta.example>') } })
  const { pane, frame, bodies } = await open({ item: unknown.id })
  const talk = pane.getByRole('region', { name: 'Conversation' })
  await talk.getByText('1 email of this conversation is registered for Beta Industries').waitFor()
  await expectNoAxeFindings(frame())
  await talk.getByRole('button', { name: 'Register for Beta Industries' }).click()
  await pane.getByText(/Registered by you/).waitFor()
  expect(bodies(registering)).toMatchObject([{ counterpartyId: 'cp-beta' }])
})

it('in a followed conversation a later message registers by itself when it is opened, and never again after Undo', async () => {
  const conversationId = await conversationOf(known.id)
  const olga = await server.as('olga@demo.example')
  await olga('registerMessage', { body: { message: aMessage(conversationId, '<earlier@beta.example>') } })
  await olga('followConversation', { body: { conversationId, following: true } })
  const { pane, asked, open: openLetter } = await open({ item: known.id })
  await pane.getByText(/Registered by you/).waitFor()
  expect(asked(registering)).toBe(1)
  await pane.getByRole('button', { name: 'Undo' }).click()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  await openLetter(letters.known.subject)
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await openLetter(known.subject)
  await pane.getByRole('heading', { level: 1, name: 'John Ross' }).waitFor()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  expect(asked(registering)).toBe(1)
})

it('a letter between colleagues never registers by itself, followed or not', async () => {
  const conversationId = await conversationOf(letters.colleagues.id)
  const olga = await server.as('olga@demo.example')
  await olga('registerMessage', { body: { message: aMessage(conversationId, '<earlier@beta.example>') } })
  await olga('followConversation', { body: { conversationId, following: true } })
  const { pane, stand, asked } = await open({ item: letters.colleagues.id })
  await pane.getByText('An email between colleagues. Nothing to register.').waitFor()
  await stand.waitForLoadState('networkidle')
  expect(asked(registering)).toBe(0)
})

it('the line tells on whose behalf a letter was sent', async () => {
  const { pane } = await open({ item: letters.onBehalf.id })
  await pane.getByText('Sent by Светлана Белова on behalf of Ivan Petrov').waitFor()
})

it('a shared mailbox is named, and the registration knows that the message lies there', async () => {
  const { pane, bodies } = await open({ item: known.id, switches: { mailbox: 'shared' } })
  const line = pane.getByText(/^Mailbox: .+@/)
  await line.waitFor()
  const address = (await line.innerText()).replace('Mailbox: ', '')
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  expect(bodies(registering)).toMatchObject([{ mailbox: address }])
})

it('the opened row of history leads to one’s own email, and says in whose mailbox a colleague’s is', async () => {
  const [anna, olga] = [await server.as('anna@demo.example'), await server.as('olga@demo.example')]
  const message = (subject: string, itemId: string) => ({ ...aMessage('talk', `<${itemId}@beta.example>`), subject, itemId, sentAt: '2026-11-21T09:00:00Z' })
  await anna('registerMessage', { body: { message: message('Seen by Anna', 'AAMkAnna'), client: 'outlook' } })
  await olga('registerMessage', { body: { message: message('Seen in Gmail', 'gmail-1'), client: 'gmail' } })
  const { pane, frame } = await open({ item: known.id })
  const history = pane.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: /Seen by Anna/ }).click()
  await history.getByText('The email is in the mailbox of Anna Orlova.').waitFor()
  await history.getByRole('button', { name: /Seen in Gmail/ }).click()
  await eventually(() => history.getByRole('link', { name: 'Open email in Gmail' }).getAttribute('href'), 'https://mail.google.com/mail/u/0/#search/rfc822msgid%3Agmail-1%40beta.example')
  await expectNoAxeFindings(frame())
})
