import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { cellsOf, eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let clientId: string

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
}, 120_000)
afterAll(() => server.close())

it('shows who the client is and everything with them by date, future first', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('heading', { level: 1, name: 'ООО «Вектор»' }).waitFor()
  const header = page.locator('.jn-client-head')
  for (const word of ['Class A', 'VIP', 'Olga Smirnova', 'info@vector.example']) expect(await header.innerText()).toContain(word)
  await page.getByRole('region', { name: 'Past' }).waitFor()
  const { items } = await olga('feed', { id: clientId, query: { kind: ['contact', 'task', 'note', 'document', 'move'], limit: 50 } })
  const shown = await page.locator('.jn-feed-line').allInnerTexts()
  expect(shown).toHaveLength(items.length)
  for (const [index, { contact, task, document }] of items.entries()) expect(shown[index]).toContain(document?.name ?? contact?.subject ?? task?.title)
  const now = server.clock.now().toISOString()
  expect(await page.getByRole('region', { name: 'Ahead' }).getByRole('listitem').count()).toBe(items.filter(({ at }) => at > now).length)
})

it('narrows the feed to tasks, ticks one off, and opens a contact beside it', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('button', { name: 'Tasks', exact: true }).click()
  const { items } = await olga('feed', { id: clientId, query: { kind: 'task', limit: 50 } })
  await eventually(() => page.locator('.jn-feed-line').count(), items.length)
  const open = items.find(({ task }) => task && !task.done)?.task
  await page.getByRole('checkbox', { name: `Mark as done: ${open?.title}` }).click()
  await page.getByRole('checkbox', { name: `Mark as not done: ${open?.title}` }).waitFor()
  await eventually(async () => (await olga('listTasks', { query: { counterpartyId: clientId, done: true } })).items.some(({ id }) => id === open?.id), true)

  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.locator('.jn-feed-open').first().click()
  await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { level: 2 }).waitFor()
  expect(new URL(page.url()).hash).toContain(`#/clients/${clientId}?open=`)
  await page.goBack()
  await page.getByRole('complementary', { name: 'Contact' }).waitFor({ state: 'detached' })
})

it('takes a note typed in place, and a task with its term', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Ждут образцы до пятницы')
  await page.keyboard.press('Enter')
  await page.locator('.jn-feed-line').filter({ hasText: 'Ждут образцы до пятницы' }).waitFor()
  await eventually(() => page.getByRole('textbox', { name: 'Write a note' }).inputValue(), '')
  await page.getByRole('combobox', { name: 'New' }).selectOption('task')
  await page.getByRole('textbox', { name: 'What must be done' }).fill('Send the samples')
  await page.getByLabel('By', { exact: true }).fill('2026-11-27T12:00')
  await page.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('region', { name: 'Ahead' }).getByRole('listitem').filter({ hasText: 'Send the samples' }).waitFor()
  const { items } = await olga('listTasks', { query: { counterpartyId: clientId } })
  expect(items).toEqual(expect.arrayContaining([
    expect.objectContaining({ kind: 'note', title: 'Ждут образцы до пятницы' }), expect.objectContaining({ kind: 'task', title: 'Send the samples', dueAt: '2026-11-27T09:00:00.000Z' }),
  ]))
})

it('goes from the client to its contacts in the journal, and back', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: `#/clients/${clientId}` })
  await page.getByRole('link', { name: 'Contacts in the journal' }).click()
  await eventually(async () => [...new Set(await cellsOf(page, 'client', 50))], ['ООО «Вектор»'])
  await eventually(async () => new URL(page.url()).hash, `#/journal?period=all&counterpartyId=${clientId}`)
  await page.getByRole('link', { name: "Client's card" }).click()
  await page.getByRole('heading', { level: 1, name: 'ООО «Вектор»' }).waitFor()
  await page.goBack()
  await page.getByRole('grid').waitFor()
})

it('finds a client in the list of clients', async () => {
  const page = await browser.newPage({ width: 1440 })
  await openJournal(page, server, { hash: '#/clients' })
  await page.getByRole('searchbox', { name: 'Find a client' }).fill('bücher')
  await eventually(() => page.locator('.jn-client-grid [data-row]').count(), 1)
  await page.getByRole('link', { name: 'Bücher & Söhne' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bücher & Söhne' }).waitFor()
})
