import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let clientId: string

beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())
beforeEach(async () => { clientId = (await olga('createCounterparty', { body: { name: 'Feed Ltd' } })).id })

const soon = (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString()
const standing = 'Where it stands'

it('says that no next step is planned, and one is planned in place', async () => {
  await olga('createContact', { body: { startsAt: soon(-2), method: 'call', direction: 'outgoing', status: 'held', durationMinutes: 90, subject: 'Price', counterpartyId: clientId } })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  const part = page.getByRole('region', { name: standing })
  await part.getByText('No next step is planned').waitFor()
  await part.getByText('1 h 30 min in 30 days').waitFor()
  await part.getByRole('button', { name: 'Plan one' }).click()
  await page.getByRole('form', { name: 'Next step' }).getByRole('textbox', { name: 'Subject' }).fill('Bring the samples')
  await page.keyboard.press('Enter')
  await part.getByRole('button', { name: 'Bring the samples' }).waitFor()
  expect((await olga('clientStanding', { id: clientId })).next).toMatchObject({ subject: 'Bring the samples', method: 'call', manager: { id: 'm-olga' } })
  await expectNoAxeFindings(page)
})

it('draws the line of today between what is ahead and what is past, moves and files among them', async () => {
  const meeting = await olga('createContact', { body: { startsAt: soon(3), method: 'meeting', direction: 'outgoing', status: 'planned', subject: 'Demo', counterpartyId: clientId } })
  await olga('recordOutcome', { id: meeting.id, body: { outcome: 'moved', movedTo: soon(5) } })
  await olga('createContact', { body: { startsAt: soon(-2), method: 'call', direction: 'outgoing', status: 'held', subject: 'Price', counterpartyId: clientId } })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('region', { name: 'Past' }).waitFor()
  const order = await page.locator('.jn-feed-line, .jn-today').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.kind ?? 'today'))
  expect(order).toEqual(['contact', 'today', 'move', 'contact'])
  await page.getByRole('button', { name: 'Rescheduled', exact: true }).click()
  await eventually(() => page.locator('.jn-feed-line').count(), 1)
})

it('a contact logged from here stands in the feed, is said, and the focus is back where the form was opened', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('button', { name: 'Tasks', exact: true }).click()
  const log = page.locator('.jn-client-head').getByRole('button', { name: 'Log a call or meeting' })
  await log.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Log a call or meeting' })
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('They asked for samples')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('status').filter({ hasText: 'In the feed now: They asked for samples.' }).waitFor()
  await page.locator('.jn-feed-line[data-fresh]').filter({ hasText: 'They asked for samples' }).waitFor()
  await eventually(() => log.evaluate((button) => button === document.activeElement), true)
  await expectNoAxeFindings(page)
  await page.getByRole('status').getByRole('button', { name: 'Open' }).click()
  await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { name: 'They asked for samples' }).waitFor()
})

it('a document of the feed is loaded down by its name, and its contact opens beside it', async () => {
  const { id } = await olga('createContact', { body: { startsAt: soon(-2), method: 'call', direction: 'outgoing', status: 'held', subject: 'Price list asked for', counterpartyId: clientId } })
  const file = await olga('addAttachment', { id, body: { name: 'prices.txt', contentType: 'text/plain', size: 5 } })
  await fetch(`${server.url}/api/attachments/${file.id}/content`, { method: 'PUT', body: 'dear!', headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${await server.tokenOf('olga@demo.example')}` } })
  await olga('addAttachment', { id, body: { name: 'never came.txt', contentType: 'text/plain', size: 5 } })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  const line = page.locator('.jn-feed-line').filter({ hasText: 'prices.txt' })
  const loading = page.waitForEvent('download')
  await line.getByRole('link', { name: 'prices.txt' }).click()
  expect((await loading).suggestedFilename()).toBe('prices.txt')
  await eventually(async () => new URL(page.url()).hash, `#/clients/${clientId}`)
  expect(await page.locator('.jn-feed-line').filter({ hasText: 'never came.txt' }).innerText()).toContain('file not kept')
  await line.getByRole('button', { name: 'Price list asked for' }).click()
  await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { name: 'Price list asked for' }).waitFor()
})

it('a note of a later day for another manager reminds when its day has come', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Ask about the order')
  await page.getByLabel('Date', { exact: true }).fill('2026-11-25T12:00')
  await page.getByRole('combobox', { name: 'Manager' }).selectOption({ label: 'Anna Orlova' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('region', { name: 'Ahead' }).getByText('Ask about the order').waitFor()
  const { items } = await olga('listTasks', { query: { counterpartyId: clientId } })
  expect(items).toMatchObject([{ kind: 'note', manager: { id: 'm-anna' }, createdBy: { id: 'm-olga' }, dueAt: '2026-11-25T09:00:00.000Z' }])
  await server.db.write(async (tx) => { await tx.task.update({ where: { id: items[0]!.id }, data: { createdAt: new Date(soon(-9)), dueAt: new Date(soon(-1)) } }) })
  await page.reload()
  await page.getByRole('region', { name: 'Past' }).getByText('The term has come').waitFor()
})
