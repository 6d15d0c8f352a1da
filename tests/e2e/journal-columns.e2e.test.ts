import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())

const usual = ['Date, time', 'min', 'Method', 'Client', 'Person', 'Manager', 'Subject / result', 'State', 'Status']
const headings = async (page: Page) => (await page.locator('.jn-head [role=columnheader].jn-cell').allInnerTexts()).map((text) => text.trim())
const widthOf = async (page: Page, name: string) => Math.round((await page.getByRole('columnheader', { name }).boundingBox())?.width ?? 0)
async function openList(page: Page, hash = '#/journal?period=all') {
  await openJournal(page, server, { hash })
  await rowsOf(page).first().waitFor()
}
async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns of the list' })
  await dialog.waitFor()
  return dialog
}

it('shows the columns one ticks, in the order one puts them, keeps them at this workplace and gives the usual ones back', async () => {
  const page = await browser.newPage({ width: 1_600 })
  await openList(page)
  expect(await headings(page)).toEqual(usual)
  const dialog = await openDialog(page)
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Priority' }).click()
  await dialog.getByRole('checkbox', { name: 'Person' }).click()
  const wanted = ['Date, time', 'min', 'Method', 'Client', 'Manager', 'Subject / result', 'State', 'Status', 'Priority']
  await eventually(() => headings(page), wanted)
  await dialog.getByRole('button', { name: 'Move “Client” up' }).click()
  await dialog.getByRole('checkbox', { name: 'Priority' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  const moved = ['Date, time', 'min', 'Client', 'Method', 'Manager', 'Subject / result', 'State', 'Priority', 'Status']
  await eventually(() => headings(page), moved)
  await dialog.locator('[data-column=manager]').dragTo(dialog.locator('[data-column=startsAt]'))
  const dragged = ['Manager', 'Date, time', 'min', 'Client', 'Method', 'Subject / result', 'State', 'Priority', 'Status']
  await eventually(() => headings(page), dragged)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await rowsOf(page).first().waitFor()
  expect(await headings(page)).toEqual(dragged)
  await (await openDialog(page)).getByRole('button', { name: 'Usual columns' }).click()
  await eventually(() => headings(page), usual)
})

it('never leaves a list without a column', async () => {
  const page = await browser.newPage({ width: 1_600 })
  await openList(page)
  const dialog = await openDialog(page)
  for (const name of ['Date, time', 'Minutes', 'Method', 'Client', 'Person', 'Manager', 'State', 'Status']) await dialog.getByRole('checkbox', { name, exact: true }).click()
  await dialog.getByRole('checkbox', { name: 'Subject' }).click()
  await eventually(() => headings(page), ['Subject / result'])
  await eventually(() => dialog.getByRole('status').innerText(), 'At least one column stays.')
})

it('sizes a column by its border, dragged or with the arrow keys, and remembers the width', async () => {
  const page = await browser.newPage({ width: 1_600 })
  await openList(page)
  const border = page.getByRole('separator', { name: 'Width of “Client”' })
  const before = await widthOf(page, 'Client')
  const box = await border.boundingBox()
  if (!box) throw new Error('no border')
  await page.mouse.move(box.x + 4, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 64, box.y + 10, { steps: 6 })
  await page.mouse.up()
  await eventually(() => widthOf(page, 'Client'), before + 60)
  await border.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await eventually(() => widthOf(page, 'Client'), before + 28)
  expect(await rowsOf(page).first().locator('.jn-c-client').evaluate((cell) => Math.round(cell.getBoundingClientRect().width))).toBe(before + 28)
  await page.reload()
  await rowsOf(page).first().waitFor()
  expect(await widthOf(page, 'Client')).toBe(before + 28)
  await border.dblclick()
  await eventually(() => widthOf(page, 'Client'), before)
})

it('has a cell for every column, orders by each that the API can order by, and scrolls sideways within itself', async () => {
  const page = await browser.newPage({ width: 1_200 })
  await openList(page)
  const dialog = await openDialog(page)
  for (const box of await dialog.locator('ul [data-column]').all()) expect(await box.isVisible()).toBe(true)
  while (await dialog.locator('ul [data-column]').count() > 0) await dialog.locator('ul [data-column] input').first().click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.reload()
  await rowsOf(page).first().waitFor()
  expect((await headings(page)).length).toBe(23)
  expect(await rowsOf(page).first().getByRole('gridcell').count()).toBe(24)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1_200)
  expect(await page.locator('.jn-grid').evaluate((grid) => grid.scrollWidth > grid.clientWidth)).toBe(true)
  expect(await axeFindings(page)).toEqual([])
  for (const [name, sort] of [['Priority', 'priority'], ['Registered on', '-createdAt'], ['Result', 'result'], ['Person', 'person']] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    const ids = (await olga('listJournal', { query: { sort, limit: 5 } })).items.map(({ subject }) => subject.trim() || '(no subject)')
    await eventually(async () => (await page.locator('.jn-row .jn-subject-text').allInnerTexts()).slice(0, 5), ids)
    await eventually(() => page.getByRole('columnheader', { name, exact: true }).getAttribute('aria-sort'), sort.startsWith('-') ? 'descending' : 'ascending')
  }
})

it('does not stumble over what stands in the storage of the browser', async () => {
  const page = await browser.newPage({ width: 1_600 })
  await page.addInitScript(() => localStorage.setItem('counterpane.journal.columns', '[{"key":"colour","width":9},{"key":"subject","width":1e9},{"key":"subject","width":1},7,null]'))
  await openList(page)
  expect(await headings(page)).toEqual(['Subject / result'])
  await page.addInitScript(() => localStorage.setItem('counterpane.journal.columns', '{"not":'))
  await page.reload()
  await rowsOf(page).first().waitFor()
  expect(await headings(page)).toEqual(usual)
})
