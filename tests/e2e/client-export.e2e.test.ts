import { readFile } from 'node:fs/promises'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 120_000)
afterAll(() => server.close())

it('while a file of clients is made, says how far it is, on the button too; it can be cancelled, and made again', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/ERR_|Failed to load/] })
  await openJournal(page, server, { hash: '#/clients' })
  await page.route('**/api/exports/progress*', (route) => route.fulfill({ json: { rows: 3, total: 12, state: 'running' } }))
  await page.route('**/api/exports/clients.xlsx*', async (route) => { await new Promise((resolve) => setTimeout(resolve, 8_000)); await route.continue().catch(() => undefined) })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Clients: Excel' }).click()
  const told = page.getByRole('group', { name: 'Export', exact: true })
  await told.getByRole('progressbar', { name: 'Excel (Clients) is being made' }).waitFor()
  await told.getByText('Excel (Clients) is being made: 3 of 12').waitFor()
  await page.getByRole('button', { name: 'Export 25%' }).waitFor()
  await expectNoAxeFindings(page)
  // It goes on when nobody looks, and the button shows it again; from there it is the next step by keyboard.
  await page.getByRole('searchbox').first().click()
  await told.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Export 25%' }).click()
  await page.getByRole('button', { name: 'Export 25%' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await told.getByText('The export was cancelled.').waitFor()
  await page.unroute('**/api/exports/progress*')
  await page.unroute('**/api/exports/clients.xlsx*')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Contact persons: CSV' }).click()])
  expect((await readFile(await download.path(), 'utf8')).split('\r\n')[0]).toContain('Contact person')
  await told.getByText(/^Saved: Contact persons .*\.csv$/).waitFor()
})

it('a file that could not be begun is told of in Russian on a narrow screen, and asked for again', async () => {
  const page = await browser.newPage({ width: 360, locale: 'ru-RU', expectedErrors: [/ERR_|Failed to load/] })
  await openJournal(page, server, { hash: '#/clients' })
  await page.route('**/api/exports/clients.csv*', (route) => route.abort('connectionreset'))
  await page.getByRole('button', { name: 'Выгрузить' }).click()
  await page.getByRole('menuitem', { name: 'Клиенты: CSV' }).click()
  const told = page.getByRole('group', { name: 'Выгрузить', exact: true })
  const again = told.getByRole('alert').getByRole('button')
  await again.waitFor()
  const box = (await told.boundingBox())!
  expect([box.x >= 0, box.x + box.width <= 360]).toEqual([true, true])
  await page.unroute('**/api/exports/clients.csv*')
  const [download] = await Promise.all([page.waitForEvent('download'), again.click()])
  expect(download.suggestedFilename()).toMatch(/^Клиенты .*\.csv$/)
})
