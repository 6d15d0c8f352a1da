import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

it('narrows by what only the drawer has, says so in chips, and takes a chip away by keyboard', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all' })
  await page.getByRole('button', { name: 'More filters' }).click()
  const drawer = page.getByRole('dialog', { name: 'More filters' })
  await drawer.getByRole('combobox', { name: 'Manager' }).click()
  for (const name of ['Anna Orlova', 'Olga Smirnova']) await page.getByRole('menuitemcheckbox', { name }).click()
  await page.keyboard.press('Escape')
  await drawer.getByRole('textbox', { name: 'Minutes: from' }).fill('30')
  await drawer.getByLabel('Files').selectOption('false')
  await drawer.getByRole('textbox', { name: 'Subject has' }).fill('contract')
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=all&managerId=m-anna&managerId=m-olga&withFiles=false&subject=contract&minutesFrom=30')
  await expectNoAxeFindings(page)
  await drawer.getByRole('button', { name: 'Done' }).click()
  const chips = page.getByRole('group', { name: 'Active filters' })
  await eventually(() => chips.locator('.jn-filter-chip').allInnerTexts(), ['Manager: Anna Orlova, Olga Smirnova', 'Subject has: contract', 'from 30 min', 'Without files'])
  await chips.getByRole('button', { name: 'Remove the filter: from 30 min' }).focus()
  await page.keyboard.press('Delete')
  await eventually(async () => new URL(page.url()).hash.includes('minutesFrom'), false)
  await eventually(() => page.evaluate(() => document.activeElement?.textContent ?? ''), 'Without files')
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=all')
})

it('says which filters of a link it does not know, and shows the list without them', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all&colour=red&at=0000-99-99&method=call' })
  const notice = page.getByText('This link names a filter that this version does not know')
  expect(await notice.innerText()).toContain('at=0000-99-99, colour')
  await page.getByRole('button', { name: 'Close the notice' }).click()
  await notice.waitFor({ state: 'detached' })
  await eventually(async () => new URL(page.url()).hash, '#/journal?period=all&method=call')
})

it.each(['0001-01-01', '9999-12-31'])('stands at the day %s without falling over', async (day) => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: `#/journal?period=week&at=${day}` })
  await page.getByRole('heading', { name: 'No contacts here' }).waitFor()
})
