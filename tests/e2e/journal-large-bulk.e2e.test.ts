import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import type { TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'
import { patience, print, startLargeServer, thousands, toTheEnd } from './journal-large-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startLargeServer() }, patience)
afterAll(() => server.close())

const filter = "method = 'letter' AND state = 1 AND undoneAt IS NULL"
/** Whose each contact of the filter is, and its managers, as the tables hold it. */
const whose = () => server.db.sql.all<{ id: string; managerId: string | null; state: number; others: string | null }>(
  `SELECT id, managerId, state, (SELECT group_concat(managerId, ' ') FROM ContactManager z WHERE z.contactId = c.id) AS others FROM Contact c WHERE ${filter} ORDER BY id`)

it('re-assigns more than a thousand rows ticked at once, says how far it is and what became of them, and undo brings every one back', async () => {
  const before = whose()
  const count = before.length
  expect(count).toBeGreaterThan(1_000)
  const page = await browser.newPage({ width: 1_600, height: 900 })
  await openJournal(page, server, { as: 'ivan@demo.example', hash: '#/journal?period=all&method=letter&state=1' })
  await rowsOf(page).first().waitFor()
  await toTheEnd(page, count)
  await page.getByRole('columnheader', { name: 'Select' }).getByRole('checkbox').click()
  await page.locator('.jn-foot').filter({ hasText: `${thousands.format(count)} selected` }).waitFor()
  await page.getByRole('button', { name: 'Re-assign…' }).click()
  const dialog = page.getByRole('dialog', { name: `Re-assign ${thousands.format(count)} contacts` })
  await dialog.getByRole('combobox', { name: 'New manager' }).selectOption({ label: 'Peter Novak' })
  // The portions wait for each other: one is held back, so that what is said meanwhile can be read.
  let orders = 0
  let goOn = () => {}
  await page.route('**/api/contacts/changes', async (route) => {
    if (++orders === 2) await new Promise<void>((resolve) => { goOn = resolve })
    await route.continue()
  })
  const began = performance.now()
  await dialog.getByRole('button', { name: 'Re-assign', exact: true }).click()
  const bar = page.getByRole('progressbar', { name: `500 of ${thousands.format(count)}…` })
  await bar.waitFor()
  expect([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')]).toEqual(['500', String(count)])
  goOn()
  const already = before.filter(({ managerId }) => managerId === 'm-peter').length
  await page.getByText(`${thousands.format(count - already)} changed${already > 0 ? `, ${thousands.format(already)} stood so already` : ''}.`).waitFor()
  print(`${count} rows re-assigned in ${Math.round(performance.now() - began)} ms, the pause included`)
  await eventually(async () => new Set(await managersSeen(page)), new Set(['Peter Novak']))
  expect(whose().filter(({ managerId }) => managerId !== 'm-peter')).toEqual([])
  const undoing = performance.now()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText(`${thousands.format(count - already)} put back.`).waitFor({ timeout: 60_000 })
  print(`and taken back in ${Math.round(performance.now() - undoing)} ms`)
  expect(whose()).toEqual(before)
  const names = new Map(server.db.sql.all<{ id: string; name: string }>('SELECT id, name FROM Manager').map(({ id, name }) => [id, name]))
  const newest = server.db.sql.all<{ managerId: string }>(`SELECT managerId FROM Contact WHERE ${filter} ORDER BY startsAt DESC, id DESC LIMIT 10`).map(({ managerId }) => names.get(managerId))
  await page.locator('.jn-grid').evaluate((grid) => { grid.scrollTop = 0 })
  await page.locator('[data-row][data-index="0"]').waitFor()
  await eventually(async () => (await managersSeen(page)).slice(0, 10), newest)
}, 180_000)
const managersSeen = (page: Page) => page.locator('.jn-grid [data-row] .jn-c-manager').allInnerTexts()
