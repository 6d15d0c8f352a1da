import { readFile } from 'node:fs/promises'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

it('says what will be in the file, and gives exactly the rows and columns of the screen', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all&method=fax&sort=subject' })
  const { items } = await (await server.as('ivan@demo.example'))('listJournal', { query: { method: 'fax', sort: 'subject', limit: 500 } })
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export what is on screen' })
  await dialog.getByText('Method: Fax').waitFor()
  await dialog.getByText('Subject, ascending').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'CSV' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
  const [head, ...lines] = (await readFile(await download.path(), 'utf8')).replace(/^\uFEFF/, '').trimEnd().split('\r\n')
  expect(head).toMatch(/^Date, time;Minutes;Method;/)
  expect(lines.length).toBeGreaterThanOrEqual(items.length)
  await dialog.getByText(/^Ready: /).waitFor()
})

it('says that the file was cut off and keeps nothing of it, and can be cancelled', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/ERR_|Failed to load/] })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export what is on screen' })
  await page.route('**/api/exports/contacts.csv*', (route) => route.abort('connectionreset'))
  await dialog.getByRole('button', { name: 'CSV' }).click()
  await dialog.getByRole('alert').getByRole('button', { name: 'Retry' }).waitFor()
  await page.unroute('**/api/exports/contacts.csv*')
  await page.route('**/api/exports/contacts.xlsx*', async (route) => { await new Promise((resolve) => setTimeout(resolve, 3_000)); await route.continue().catch(() => undefined) })
  await dialog.getByRole('button', { name: 'Excel' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByText('The export was cancelled.').waitFor()
})
