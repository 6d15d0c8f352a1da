import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 120_000)
afterAll(() => server.close())

const admin = 'admin@demo.example'
async function open(part: string, { as = admin, width = 1_200, locale = 'en-GB' } = {}): Promise<Page> {
  const page = await browser.newPage({ width, locale })
  await openJournal(page, server, { as, hash: `#/administration/${part}` })
  return page
}
const noSideways = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)

it('many addresses are pasted, what is none is said and stays to be put right, and what is removed can be put back', async () => {
  const page = await open('never')
  const ours = page.getByRole('region', { name: 'The organisation’s list' })
  await ours.getByRole('textbox', { name: /Addresses and domains/ }).fill('lawyer@secret.example\nshop.example\ngmail.com')
  await ours.getByRole('button', { name: 'Add' }).click()
  await ours.getByText('2 added.').waitFor()
  await ours.getByText('Line 3').waitFor()
  expect(await ours.getByRole('textbox', { name: /Addresses and domains/ }).inputValue()).toBe('gmail.com')
  await expectNoAxeFindings(page)
  await ours.getByRole('button', { name: 'Remove shop.example' }).click()
  await ours.getByText('shop.example was removed.').waitFor()
  await eventually(() => ours.getByRole('listitem').filter({ hasText: 'domain' }).count(), 0)
  await ours.getByRole('button', { name: 'Put back' }).click()
  await eventually(() => ours.getByRole('listitem').filter({ hasText: 'shop.example' }).count(), 1)
})

it('a manager reads the organisation’s list and changes the own one, on a narrow screen too', async () => {
  const page = await open('never', { as: 'anna@demo.example', width: 360, locale: 'ru-RU' })
  const ours = page.getByRole('region', { name: 'Список организации' })
  await ours.getByText('lawyer@secret.example').waitFor()
  expect(await ours.getByRole('textbox').count()).toBe(0)
  const own = page.getByRole('region', { name: 'Мой список' })
  await own.getByRole('textbox').fill('doctor@clinic.example')
  await own.getByRole('button', { name: 'Добавить' }).click()
  await own.getByRole('listitem').filter({ hasText: 'doctor@clinic.example' }).waitFor()
  await noSideways(page)
  await expectNoAxeFindings(page)
})

it('everybody comes to the own list of what is never registered by the account menu, by keyboard too', async () => {
  const page = await browser.newPage({ width: 1_200 })
  await openJournal(page, server, { as: 'olga@demo.example', hash: '#/journal' })
  await page.getByRole('button', { name: /account and language/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Never registered: my list' }).press('Enter')
  await page.getByRole('region', { name: 'My own list' }).getByRole('textbox').waitFor()
  expect(new URL(page.url()).hash).toBe('#/administration/never')
  expect(await page.getByRole('navigation', { name: 'Parts of administration' }).count()).toBe(0)
  expect(await page.getByRole('heading', { name: 'Administration' }).count()).toBe(0)
  await expectNoAxeFindings(page)
})

it('the trail is searched by the name of a thing, opens it, and is saved as a file', async () => {
  const olga = await server.as('olga@demo.example')
  const client = await olga('createCounterparty', { body: { name: 'Quibble & <b>Works</b>' } })
  const page = await open('trail')
  await page.getByRole('searchbox', { name: 'Name or id' }).fill('quibble')
  const list = page.getByRole('list', { name: 'Changes' })
  await eventually(() => list.getByRole('listitem').count(), 1)
  await expectNoAxeFindings(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()])
  expect(file.suggestedFilename()).toBe('trail.csv')
  await list.getByRole('link', { name: 'Quibble & <b>Works</b>' }).click()
  await page.getByRole('heading', { name: 'Quibble & <b>Works</b>' }).first().waitFor()
  expect(page.url()).toContain(client.id)
})

it('nothing is kept shorter before it was seen what would go', async () => {
  await server.db.prisma.auditEntry.createMany({ data: Array.from({ length: 7 }, (_, i) => ({ id: `old-${i}`, at: new Date('2015-01-01T00:00:00Z'), noun: 'setting', nounId: 'old', action: 'changed' })) })
  const page = await open('retention')
  await page.getByRole('switch', { name: 'Trail of changes: For ever' }).click()
  await page.getByRole('spinbutton', { name: 'Trail of changes: days' }).fill('10')
  await page.getByText('At least 90 days').waitFor()
  await page.getByRole('spinbutton', { name: 'Trail of changes: days' }).fill('365')
  await page.getByRole('button', { name: 'What would go?' }).click()
  await page.getByText('7 would go').waitFor()
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Save; 7 will be deleted' }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByRole('button', { name: 'Delete now' }).click()
  await page.getByText('7 deleted.', { exact: true }).waitFor()
  expect(await server.db.prisma.auditEntry.count({ where: { nounId: 'old' } })).toBe(0)
})

it('one person is found, handed out as a file, and erased only when the name was written', async () => {
  const olga = await server.as('olga@demo.example')
  const person = await olga('createPerson', { body: { name: 'Zephyrina Quibblewick', addresses: ['zephyrina@vector.example'], counterpartyId: 'cp-vektor' } })
  const page = await open('person-data', { width: 360 })
  await page.getByRole('textbox', { name: 'Address or name' }).fill('zephyrina@vector.example')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  const card = page.getByRole('region', { name: 'Zephyrina Quibblewick' })
  const [file] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: 'Hand out (JSON)' }).click()])
  expect(file.suggestedFilename()).toBe('personal-data.json')
  await noSideways(page)
  await expectNoAxeFindings(page)
  await card.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('alertdialog')
  const erase = dialog.getByRole('button', { name: 'Erase', exact: true })
  expect(await erase.getAttribute('aria-disabled')).toBe('true')
  await dialog.getByRole('textbox').fill('Zephyrina Quibblewick')
  await expectNoAxeFindings(page)
  await erase.click()
  await page.getByText('Erased.', { exact: true }).waitFor()
  expect(await server.db.prisma.contactPerson.count({ where: { id: person.id } })).toBe(0)
  await eventually(() => page.getByRole('region', { name: 'Reports' }).locator('details').count(), 2)
})
