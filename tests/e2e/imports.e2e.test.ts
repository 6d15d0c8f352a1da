import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeEach(async () => { server = await startTestServer({ seed: 'team' }) }, 120_000)
afterEach(() => server.close())

const rows = ['Название;ИНН;E-mail;Регион;Код', 'ООО «Ромашка»;7701234567;info@romashka.example, sales@romashka.example;Москва;1', 'Бета;;beta;;2', ';;;;3', 'ООО «Ромашка»;7701234567;;Урал;4']
const file = (text = rows.join('\r\n'), name = 'список клиентов.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const names = () => server.db.sql.all<{ name: string }>("SELECT name FROM Counterparty WHERE name IN ('ООО «Ромашка»', 'Бета') ORDER BY name").map((row) => row.name)
const counts = (page: Page) => page.locator('.jn-import-counts > div').allInnerTexts().then((texts) => texts.map((text) => text.replace(/\s+/g, ' ')))
async function open({ as = 'admin@demo.example', locale = 'en-GB', width = 1_280, expectedErrors = [] as RegExp[] } = {}): Promise<Page> {
  const page = await browser.newPage({ width, height: 900, locale, expectedErrors })
  await openJournal(page, server, { as, hash: '#/imports' })
  return page
}
/** Fluent's own sentinels at the edges of the page, from the first modal dialog on: they take no words with them. */
const sentinels = { disabled: ['aria-hidden-focus'] }
/** Nothing reaches beyond the screen's edge. */
const isWithin = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth && [...document.querySelectorAll('.jn-imports')].every((part) => part.scrollWidth <= part.clientWidth))

it('brings a table in: looked at, corrected, checked, run, and taken back', async () => {
  const page = await open()
  await page.getByText('Nothing has been imported yet.').waitFor()
  await expectNoAxeFindings(page)
  await page.locator('input[type=file]').setInputFiles(file())
  await page.getByRole('heading', { name: 'список клиентов.csv' }).waitFor()
  const region = page.getByRole('combobox', { name: '“Регион” is taken for' })
  expect(await region.inputValue()).toBe('region')
  expect(await page.locator('.jn-import-columns li').last().innerText()).toMatch(/Код[\s\S]*left out/)
  await page.getByRole('combobox', { name: '“Код” is taken for' }).selectOption({ label: 'Class' })
  await page.locator('.jn-import-columns li').last().getByText('as last time').waitFor()
  await page.getByText('First rows of the file').click()
  expect(await page.getByRole('region', { name: 'First rows of the file' }).getByRole('cell').first().innerText()).toBe('ООО «Ромашка»')
  await expectNoAxeFindings(page)

  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('heading', { name: 'What will happen' }).waitFor()
  expect(await counts(page)).toEqual(['New 2', 'Brought up to date 1', 'Left out 1'])
  await page.getByText('can’t be read as an e-mail address').waitFor()
  expect(names()).toEqual([])
  await expectNoAxeFindings(page)

  await page.getByRole('button', { name: 'Import 4 rows' }).click()
  await page.getByText('The import is done.').waitFor()
  expect(await counts(page)).toEqual(['New 2', 'Brought up to date 1', 'Left out 1'])
  expect(names()).toEqual(['Бета', 'ООО «Ромашка»'])
  await page.locator('summary', { hasText: 'Known already' }).click()
  await page.getByRole('link', { name: /^Open: .*Ромашка/ }).click()
  await page.getByRole('heading', { name: 'ООО «Ромашка»' }).waitFor()
  await page.goBack()

  await page.getByRole('button', { name: 'Undo the import…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Undo this import?' })
  await dialog.waitFor()
  await page.keyboard.press('Tab')
  await expectNoAxeFindings(page, sentinels)
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('The import was undone.').waitFor()
  expect(names()).toEqual([])
  await page.getByRole('link', { name: 'All imports' }).click()
  await page.getByRole('cell', { name: 'undone' }).waitFor()
  await expectNoAxeFindings(page, sentinels)
})

it('says that the same file was brought before, and what was left after an undo, with a way to it', async () => {
  const page = await open()
  await page.locator('input[type=file]').setInputFiles(file())
  await page.getByRole('button', { name: 'Run the import' }).click()
  await page.getByText('The import is done.').waitFor()
  const { id } = server.db.sql.first<{ id: string }>("SELECT id FROM Counterparty WHERE name = 'Бета'")!
  await (await server.as('admin@demo.example'))('patchCounterparty', { id, body: { region: 'Ural' } })
  await page.getByRole('button', { name: 'Undo the import…' }).click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('changed since').waitFor()
  expect(await page.getByRole('region', { name: 'Left as they are' }).getByRole('link').innerText()).toBe('Бета')
  expect(names()).toEqual(['Бета'])
  await page.getByRole('link', { name: 'All imports' }).click()
  await page.locator('input[type=file]').setInputFiles(file())
  await page.getByText('This same file was brought on').waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('heading', { name: 'Imports so far' }).waitFor()
})

it('shows how far a long run is, and stops it', async () => {
  const page = await open()
  await page.locator('input[type=file]').setInputFiles(file(`Company,Email\n${Array.from({ length: 40_000 }, (_, i) => `Lang ${i},a${i}@lang${i}.example`).join('\n')}`, 'long.csv'))
  await page.getByRole('button', { name: 'Run the import' }).click()
  const bar = page.getByRole('progressbar', { name: 'Importing' })
  await bar.waitFor()
  await page.getByText(/[1-9][\d,]* of 40,000 rows/).waitFor()
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('The import was stopped; the rows up to there are in.').waitFor()
  const written = server.db.sql.first<{ n: number }>("SELECT COUNT(*) AS n FROM Counterparty WHERE name LIKE 'Lang %'")!.n
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(40_000)
})

it('reads well in Russian on a telephone, is used by keyboard alone, and refuses what is no table in words', async () => {
  const page = await open({ locale: 'ru', width: 360, expectedErrors: [/status of 422/] })
  await page.locator('input[type=file]').setInputFiles({ name: 'x.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0, 0, 1]) })
  await page.getByText('Файл — не таблица').waitFor()
  expect(await isWithin(page)).toBe(true)
  await page.locator('input[type=file]').setInputFiles(file())
  await page.getByRole('heading', { name: 'список клиентов.csv' }).waitFor()
  await page.getByRole('button', { name: 'Проверить' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Что произойдёт' }).waitFor()
  expect(await isWithin(page)).toBe(true)
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Импортировать: 4 строки' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Импорт выполнен.').waitFor()
  expect(await isWithin(page)).toBe(true)
})

it('tells managers who imports, and shows them no imports; a failing server is said with a way to try again', async () => {
  const manager = await open({ as: 'olga@demo.example' })
  await manager.getByText('Team leads and administrators import tables.').waitFor()
  expect(await manager.locator('input[type=file]').count()).toBe(0)
  const page = await browser.newPage({ width: 1_280, height: 900, locale: 'en-GB', expectedErrors: [/ERR_FAILED/] })
  await page.route('**/api/imports?*', (route) => route.abort())
  await openJournal(page, server, { as: 'admin@demo.example', hash: '#/imports' })
  await page.getByRole('button', { name: 'Retry' }).waitFor()
  await page.unroute('**/api/imports?*')
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByText('Nothing has been imported yet.').waitFor()
})
