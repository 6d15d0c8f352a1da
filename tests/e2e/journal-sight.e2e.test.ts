import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
const as = 'admin@demo.example'
let server: TestServer
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  admin = await server.as(as)
}, 120_000)
afterAll(() => server.close())

const all = { everywhere: 'all', firms: [] } as const
const open = async (page: Page) => {
  await openJournal(page, server, { as, hash: '#/administration/visibility' })
  await page.getByText(/people work here:/).waitFor()
}
const rules = async () => (await admin('getSettings')).visibility

it('narrows what managers see, by firm too, says at once how many see what, and takes it back', async () => {
  const page = await browser.newPage({ width: 1_280 })
  await open(page)
  const sums = page.getByText(/people work here:/)
  expect(await sums.innerText()).toBe('12 people work here: 12 see everything.')
  await page.getByRole('radio', { name: /^The clients of their team/ }).check()
  expect(await sums.innerText()).toBe('12 people work here: 1 sees everything, 11 see their team’s clients.')
  await page.getByRole('combobox', { name: 'Our company' }).selectOption({ label: 'Contour Plus Ltd' })
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('combobox', { name: 'What those of Contour Plus Ltd see' }).selectOption('all')
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  expect(await rules()).toEqual({ everywhere: 'team', firms: [{ firmId: 'firm-contour', level: 'all' }] })
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(rules, { ...all, firms: [] })
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[value="all"]')?.checked)
})

it('does not write over what another administrator chose meanwhile: one is asked whose it shall be', async () => {
  const page = await browser.newPage({ width: 1_280 })
  await admin('putSettings', { body: { visibility: { ...all, firms: [] } } })
  await open(page)
  await page.getByRole('radio', { name: /^Their own clients/ }).check()
  await admin('putSettings', { body: { visibility: { everywhere: 'team', firms: [{ firmId: 'firm-contour', level: 'all' }] } } })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Now it stands so: the team’s clients; Contour Plus Ltd: everything').waitFor()
  expect((await rules()).everywhere).toBe('team')
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Save mine' }).click()
  await eventually(rules, { everywhere: 'own', firms: [] })
  await admin('putSettings', { body: { visibility: { ...all, firms: [] } } })
})

it('tells whoever does not see everything so, below the lists, in Russian on a narrow screen too, and nobody else', async () => {
  await admin('putSettings', { body: { visibility: { everywhere: 'own', firms: [] } } })
  const page = await browser.newPage({ width: 360, locale: 'ru' })
  await openJournal(page, server, { as: 'olga@demo.example', hash: '#/clients' })
  await page.getByText('Видны только ваши клиенты').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const leads = await browser.newPage({ width: 360, locale: 'ru' })
  await openJournal(leads, server, { as: 'ivan@demo.example', hash: '#/journal' })
  await leads.getByText('Видны клиенты вашего отдела').waitFor()
  const admins = await browser.newPage({ width: 1_280 })
  await openJournal(admins, server, { as, hash: '#/clients' })
  await admins.locator('.jn-foot').getByText(/\d/).waitFor()
  expect(await admins.locator('.jn-sight-note').count()).toBe(0)
  await admin('putSettings', { body: { visibility: { ...all, firms: [] } } })
})
