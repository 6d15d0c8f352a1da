import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let anna: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  anna = await server.as('anna@demo.example')
}, 120_000)
afterAll(() => server.close())

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const vektor = async () => (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id
const plan = async (subject: string, hours = 3) => olga('createContact', { body: { startsAt: at(hours), durationMinutes: 30, method: 'meeting', direction: 'outgoing', status: 'planned', subject, counterpartyId: await vektor() } })
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Contact' })
const again = (id: string) => olga('getContact', { id })

it('opens a contact beside the list, which keeps its place, and closes it with Esc', async () => {
  const { id } = await plan('Samples of the new line')
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).filter({ hasText: 'Samples of the new line' }).click()
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Samples of the new line' }).waitFor()
  await eventually(async () => new URL(page.url()).hash, `#/contacts/${id}?period=all`)
  expect(await panel.getByRole('link', { name: 'ООО «Вектор»' }).isVisible()).toBe(true)
  expect(await panel.innerText()).toMatch(/Registered by\s+Olga Smirnova/)
  expect(await rowsOf(page).first().isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Samples of the new line')
})

it('opens by a link, folds the quoted tail and tells what files came along', async () => {
  const { contact } = await olga('registerMessage', {
    body: {
      message: {
        messageId: '<quoted@vector.example>', subject: 'Re: Discount', sentAt: at(-5), from: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, to: [{ name: '', address: 'olga@demo.example' }],
        text: 'Agreed on five percent.\n\nOn 20 Nov 2026, Olga Smirnova wrote:\n> What about a discount?\n> Olga', attachments: [{ name: 'offer.pdf', contentType: 'application/pdf', size: 123_456 }],
      },
    },
  })
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/contacts/${contact.id}` })
  const panel = panelOf(page)
  await panel.getByText('Agreed on five percent.').waitFor()
  expect(await panel.getByText('What about a discount?').count()).toBe(0)
  await panel.getByRole('button', { name: 'Show quoted text' }).click()
  expect(await panel.getByText('What about a discount?').isVisible()).toBe(true)
  expect(await panel.getByRole('region', { name: 'Files' }).getByRole('listitem').filter({ hasText: 'offer.pdf' }).innerText()).toContain('123 kB')
  await panel.getByRole('button', { name: 'Undo registration' }).click()
  await panel.getByRole('form', { name: 'Undo this registration?' }).getByRole('button', { name: 'Undo registration' }).click()
  await panel.waitFor({ state: 'detached' })
  expect((await server.raw('GET', `/api/contacts/${contact.id}`, { as: 'olga@demo.example' })).status).toBe(404)
})

it('saves what was edited and nothing else', async () => {
  const { id, subject } = await plan('Price for 2027')
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/contacts/${id}?period=all` })
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: subject }).waitFor()
  await page.keyboard.press('e')
  await panel.getByRole('textbox', { name: 'Result' }).fill('They want 7 %')
  await panel.getByRole('combobox', { name: 'Priority' }).selectOption('high')
  await panel.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Partly done' })
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
  expect(await again(id)).toMatchObject({ result: 'They want 7 %', priority: 'high', state: 2, subject, status: 'planned' })
  expect(await rowsOf(page).filter({ hasText: subject }).innerText()).toContain('They want 7 %')
})

it('shows both versions when a colleague was faster, and saves the one that is chosen', async () => {
  for (const choice of ['All mine', 'All stored']) {
    const { id, etag } = await plan(`Edited by two: ${choice}`)
    const page = await browser.newPage({ width: 1440, expectedErrors: [/412/] })
    await openJournal(page, server, { hash: `#/contacts/${id}?period=all` })
    const panel = panelOf(page)
    await panel.getByRole('button', { name: 'Edit' }).click()
    await panel.getByRole('textbox', { name: 'Result' }).fill("Olga's words")
    await anna('patchContact', { id, body: { result: "Anna's words", priority: 'low' }, ifMatch: etag })
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.getByText('Somebody changed this contact meanwhile').waitFor()
    const table = panel.getByRole('table')
    expect(await table.getByRole('row').filter({ hasText: 'Result' }).innerText()).toMatch(/Olga's words\s+Anna's words/)
    expect((await again(id)).result).toBe("Anna's words")
    await panel.getByRole('button', { name: choice }).click()
    await panel.getByRole('button', { name: 'Save as chosen' }).click()
    await table.waitFor({ state: 'detached' })
    expect(await again(id)).toMatchObject(choice === 'All mine' ? { result: "Olga's words", priority: 'medium' } : { result: "Anna's words", priority: 'low' })
  }
})

it('takes the outcome of a past meeting in place, with the next step', async () => {
  const { id } = await plan('Demo at the client', -4)
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/contacts/${id}?period=all` })
  const panel = panelOf(page)
  await panel.getByText('The time has passed. How did it end?').waitFor()
  await panel.getByRole('button', { name: 'Outcome…' }).click()
  await panel.getByRole('textbox', { name: 'Result' }).fill('They liked it')
  await panel.getByRole('checkbox', { name: 'Plan the next step' }).check()
  await panel.getByRole('button', { name: 'In 3 days' }).click()
  await panel.getByRole('button', { name: 'Save the outcome' }).click()
  await panel.getByText('The outcome is saved').waitFor()
  const held = await again(id)
  expect(held).toMatchObject({ status: 'held', overdue: false, result: 'They liked it' })
  await eventually(() => panel.locator('.jn-status').first().innerText(), 'Held')
  expect(held.nextIds).toHaveLength(1)
  expect(await again(held.nextIds[0] ?? '')).toMatchObject({ status: 'planned', previousId: id, method: 'call', subject: 'Demo at the client', startsAt: '2026-11-25T07:00:00.000Z' })
  await panel.getByRole('listitem').filter({ hasText: 'Planned' }).getByRole('button', { name: 'Demo at the client' }).click()
  await eventually(async () => new URL(page.url()).hash.split('?')[0], `#/contacts/${held.nextIds[0]}`)
})

it('moves a meeting to another time and cancels one with its reason', async () => {
  const page = await browser.newPage({ width: 1440 })
  const moved = await plan('To be moved')
  await openJournal(page, server, { hash: `#/contacts/${moved.id}?period=all` })
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Outcome…' }).click()
  await panel.getByRole('radio', { name: 'Moved' }).check()
  await eventually(() => panel.getByRole('button', { name: 'Save the outcome' }).isDisabled(), true)
  await panel.getByLabel('New time').fill('2026-12-01T15:00')
  await panel.getByRole('button', { name: 'Save the outcome' }).click()
  await eventually(async () => (({ status, startsAt }) => [status, startsAt])(await again(moved.id)), ['planned', '2026-12-01T12:00:00.000Z'])

  const cancelled = await plan('To be cancelled')
  await openJournal(page, server, { hash: `#/contacts/${cancelled.id}?period=all` })
  await page.reload()
  await panel.getByRole('button', { name: 'Cancel it…' }).click()
  await panel.getByRole('textbox', { name: 'Reason' }).fill('The client is ill')
  await panel.getByRole('button', { name: 'Cancel the contact' }).click()
  await panel.getByText('The contact is cancelled').waitFor()
  expect((await again(cancelled.id)).status).toBe('cancelled')
  await eventually(() => panel.locator('.jn-status').first().innerText(), 'Cancelled')
  expect(await panel.getByRole('button', { name: 'Outcome…' }).count()).toBe(0)
})

it('logs a call with client and person, and says what is missing first', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Log a call or meeting' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Say in a few words what it is about').waitFor()
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Asked about delivery')
  await dialog.getByRole('combobox', { name: 'Client' }).fill('beta')
  await page.getByRole('option', { name: /Beta Industries/ }).click()
  await dialog.getByRole('combobox', { name: 'Persons' }).click()
  await page.getByRole('option', { name: /John Ross/ }).click()
  await dialog.getByRole('spinbutton', { name: 'Minutes' }).fill('15')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await panelOf(page).getByRole('heading', { name: 'Asked about delivery' }).waitFor()
  const { items } = await olga('listContacts', { query: { q: 'Asked about delivery' } })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ method: 'call', direction: 'outgoing', status: 'held', durationMinutes: 15, counterparty: { name: 'Beta Industries' }, persons: [{ name: 'John Ross' }], manager: { name: 'Olga Smirnova' } })
  await rowsOf(page).filter({ hasText: 'Asked about delivery' }).waitFor()
})
