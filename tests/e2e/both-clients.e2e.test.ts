import { cardTexts } from '@counterpane/shared/text/cards'
import { paneTexts } from '@counterpane/shared/text/pane'
import { startGmailServer, type GmailServer } from '../api/gmail-server'
import { openBrowser, type PageOptions } from '../support/browser'
import { openGmail, type GmailOptions } from './gmail-stand'
import { openAtServerTime } from './pane-at-server-time'
import { letters } from './pane-stand'

const browser = openBrowser()
let server: GmailServer
beforeEach(async () => { server = await startGmailServer() }, 120_000)
afterEach(() => server.close())

const [card, pane] = [cardTexts.en, paneTexts.en]
const anna = { name: 'Anna Orlova', address: 'anna@demo.example' }
const subject = letters.otherKnown.subject
const message = /^john\.ross@beta\.example Order 4471/

/** Anna's own mailbox with the same messages: Exchange knows her as its owner. */
async function annasPage(options: PageOptions) {
  const page = await browser.newPage(options)
  await page.route('**/demo/outlook/messages', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ json: { ...((await answer.json()) as object), owner: anna } })
  })
  return page
}
const outlook = (whose: 'olga' | 'anna' = 'olga') => openAtServerTime(whose === 'anna' ? annasPage : browser.newPage, server.running, { item: letters.otherKnown.id })
const gmail = (options: GmailOptions = {}) => openGmail(browser.newPage, server, { message, ...options })
const contacts = async () => (await server.olga('listContacts', { query: { q: subject } })).items.filter((one) => one.subject === subject && one.method === 'letter')

async function registerInOutlook(whose: 'olga' | 'anna' = 'olga') {
  const stand = await outlook(whose)
  await stand.pane.getByRole('button', { name: pane.register, exact: true }).first().click()
  await stand.pane.getByText(/Registered by you/).waitFor()
  return stand
}
async function registerInGmail(person: 'owner' | 'colleague' = 'owner') {
  const stand = await gmail({ person })
  await stand.press(card.register)
  await stand.says(/^Registered by /)
  return stand
}

it('what was registered in Outlook shows in Gmail as registered by whom and when, and opens there', async () => {
  const before = (await contacts()).length
  await registerInOutlook()
  const stand = await gmail()
  await stand.says(/^Registered by Olga Smirnova, today \d\d:\d\d/)
  await stand.says(card.forClient('Beta Industries'))
  expect(await stand.panel.getByRole('button', { name: card.register, exact: true }).count()).toBe(0)
  await stand.press(card.open)
  await stand.says(subject)
  expect((await contacts()).length).toBe(before + 1)
})

it('what was registered in Gmail shows in Outlook as registered by whom and when, and opens there', async () => {
  await registerInGmail()
  const stand = await outlook()
  await stand.pane.getByText(/Registered by you, \d\d:\d\d/).waitFor()
  await stand.pane.getByText('for Beta Industries', { exact: true }).first().waitFor()
  const [journal] = await Promise.all([stand.stand.waitForEvent('popup'), stand.pane.getByRole('button', { name: pane.open, exact: true }).or(stand.pane.getByRole('link', { name: pane.open, exact: true })).first().click()])
  expect(journal.url()).toContain(`/journal/#/contacts/${(await contacts())[0]?.id ?? '?'}`)
})

it('the client of what was registered in Outlook is changed in Gmail, and Outlook shows the new one', async () => {
  await registerInOutlook()
  const stand = await gmail()
  await stand.press(card.anotherClient)
  await stand.panel.getByLabel(card.clientName).fill('Northwind')
  await stand.press(card.search)
  await stand.panel.locator('.row').filter({ hasText: 'Northwind' }).getByRole('button', { name: card.choose }).first().click()
  await stand.says(/for .*Northwind/)
  const other = await outlook()
  await other.pane.getByText(/^for .*Northwind/).first().waitFor()
  expect((await contacts())[0]?.counterparty?.name).toMatch(/Northwind/)
})

it('a registration of Outlook is undone in Gmail, and one of Gmail in Outlook', async () => {
  await registerInOutlook()
  const stand = await gmail()
  await stand.press(card.undo)
  await stand.panel.getByRole('button', { name: card.register, exact: true }).first().waitFor()
  await stand.press(card.register)
  await stand.says(/^Registered by Olga Smirnova/)
  const other = await outlook()
  await other.pane.getByRole('button', { name: pane.undo, exact: true }).click()
  await other.pane.getByRole('button', { name: pane.register, exact: true }).first().waitFor()
  await stand.again()
  await stand.panel.getByRole('button', { name: card.register, exact: true }).first().waitFor()
})

it('a colleague in Gmail sees what Olga registered in Outlook, joins it and cannot undo it', async () => {
  await registerInOutlook()
  const stand = await gmail({ person: 'colleague' })
  await stand.says(/^Registered by Olga Smirnova, today/)
  expect(await stand.panel.getByRole('button', { name: card.undo, exact: true }).count()).toBe(0)
  await stand.press(card.open)
  await stand.says(subject)
})

it('a colleague in Outlook sees what Olga registered in Gmail, and the other way round', async () => {
  await registerInGmail()
  const stand = await outlook('anna')
  await stand.pane.getByText(/Registered by Olga Smirnova, today/).waitFor()
  expect(await stand.pane.getByRole('button', { name: pane.undo, exact: true }).count()).toBe(0)
})

it('a colleague’s registration in Outlook is shown to Olga in Gmail', async () => {
  await registerInOutlook('anna')
  const stand = await gmail()
  await stand.says(/^Registered by Anna Orlova, today/)
})

it('registering in both clients at once makes one contact, and both say so', async () => {
  const before = (await contacts()).length
  const [inOutlook, inGmail] = [await outlook(), await gmail()]
  await inGmail.heading('John Ross')
  await inOutlook.pane.getByRole('button', { name: pane.register, exact: true }).first().waitFor()
  await Promise.all([inOutlook.pane.getByRole('button', { name: pane.register, exact: true }).first().click(), inGmail.press(card.register)])
  await inOutlook.pane.getByText(/Registered by you/).waitFor()
  await inGmail.says(/^Registered by Olga Smirnova/)
  expect((await contacts()).length).toBe(before + 1)
})
