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

const aClient = async (body: { name: string; [more: string]: unknown }) => (await admin('createCounterparty', { body })).id
async function searched(page: Page) {
  await page.getByRole('button', { name: 'Search for duplicates' }).click()
  await page.getByText(/Last searched/).waitFor()
}
const pairIn = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) })

it('searches, shows why two are perhaps one, merges with the chosen name, and takes it back by Undo', async () => {
  const stays = await aClient({ name: 'Обсидиан', taxNumber: '7712345678', phones: ['8 (495) 010-20-30'] })
  const goes = await aClient({ name: 'Obsidian LLC', taxNumber: '7712345678', region: 'Tver', addresses: ['mail@obsidian.example'] })
  await admin('createContact', { body: { method: 'call', direction: 'outgoing', status: 'held', startsAt: '2026-11-20T10:00:00Z', counterpartyId: stays } })
  await admin('createContact', { body: { method: 'call', direction: 'outgoing', status: 'held', startsAt: '2026-11-19T10:00:00Z', counterpartyId: stays } })
  const page = await browser.newPage({ width: 1_280 })
  await openJournal(page, server, { as, hash: '#/duplicates' })
  await searched(page)
  const pair = pairIn(page, 'Obsidian LLC')
  await pair.getByText('same tax number').waitFor()
  await pair.getByText('same name').waitFor()
  await pair.getByRole('button', { name: 'Compare' }).click()
  expect(await pair.getByRole('radio', { name: 'Обсидиан stays' }).isChecked()).toBe(true)
  expect(await pair.getByRole('radio', { name: 'Region: Tver' }).isChecked()).toBe(true)
  await pair.getByRole('radio', { name: 'Name: Obsidian LLC' }).check()
  await expectNoAxeFindings(page)
  await pair.getByRole('button', { name: 'Merge' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Merge "Obsidian LLC" into "Обсидиан"?' })
  await expectNoAxeFindings(page)
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await page.getByRole('status').filter({ hasText: '"Obsidian LLC" was merged into "Obsidian LLC".' }).waitFor()
  expect(await admin('getCounterparty', { id: stays })).toMatchObject({ name: 'Obsidian LLC', region: 'Tver', addresses: ['mail@obsidian.example'] })
  await pair.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'stands by itself again' }).waitFor()
  expect((await admin('getCounterparty', { id: goes })).name).toBe('Obsidian LLC')
  expect(await admin('getCounterparty', { id: stays })).toMatchObject({ name: 'Обсидиан', region: null })
})

it('sets a pair aside as not the same by the keyboard, shows it there, and takes it back', async () => {
  await aClient({ name: 'Sapphire', phones: ['+7 812 600-10-10'] })
  await aClient({ name: 'Saphire GmbH', phones: ['8 812 600 10 10'] })
  const page = await browser.newPage({ width: 1_280 })
  await openJournal(page, server, { as, hash: '#/duplicates' })
  await searched(page)
  await pairIn(page, 'Sapphire').getByRole('button', { name: 'Not the same' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'not the same' }).waitFor()
  await eventually(() => pairIn(page, 'Sapphire').count(), 0)
  await page.getByRole('link', { name: 'Not the same' }).click()
  await pairIn(page, 'Sapphire').getByRole('button', { name: 'Perhaps the same after all' }).click()
  await page.getByText('Nothing has been marked as not the same.').waitFor()
  await expectNoAxeFindings(page)
})

it('lets a manager look and say "not the same", but not merge', async () => {
  const page = await browser.newPage({ width: 1_280 })
  await openJournal(page, server, { as: 'olga@demo.example', hash: '#/duplicates' })
  await pairIn(page, 'Sapphire').getByRole('button', { name: 'Compare' }).click()
  await page.getByText('A team lead or an administrator searches and merges.').waitFor()
  expect(await page.getByRole('button', { name: /^(Merge|Search for duplicates)$/ }).count()).toBe(0)
})

it('shows in the card who is perhaps the same, learned domains, and takes somebody to a new employer and back', async () => {
  const old = await aClient({ name: 'Old employer', taxNumber: '7798765432' })
  await aClient({ name: 'Twin of old', taxNumber: '7798765432' })
  const fresh = await aClient({ name: 'New employer Zyx' })
  const person = await admin('createPerson', { body: { name: 'Wanda Walker', counterpartyId: old, position: 'Buyer', addresses: ['wanda@walkers.example'] } })
  const page = await browser.newPage({ width: 1_280 })
  await openJournal(page, server, { as, hash: `#/clients/${old}` })
  await page.getByRole('note').getByRole('link', { name: 'Twin of old' }).waitFor()
  await page.getByText('1 of 1 people').waitFor()
  await page.getByRole('button', { name: "Declare walkers.example as this client's domain" }).click()
  await page.getByText('declared', { exact: true }).waitFor()
  expect((await admin('getCounterparty', { id: old })).domains).toEqual(['walkers.example'])
  await page.getByRole('button', { name: 'Wanda Walker changed employer' }).click()
  const form = page.getByRole('form', { name: 'Wanda Walker changed employer' })
  await form.getByRole('combobox', { name: 'New employer' }).fill('Zyx')
  await page.getByRole('option', { name: /New employer Zyx/ }).click()
  await form.getByRole('textbox', { name: 'Position there' }).fill('Head of buying')
  await expectNoAxeFindings(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Formerly here' }).waitFor()
  expect(await admin('getPerson', { id: person.id })).toMatchObject({ counterparty: { id: fresh }, position: 'Head of buying' })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('heading', { name: 'Formerly here' }).waitFor({ state: 'detached' })
  expect(await admin('getPerson', { id: person.id })).toMatchObject({ counterparty: { id: old }, position: 'Buyer' })
})

it('fits a telephone and the Russian language, in the dark too', async () => {
  const page = await browser.newPage({ width: 360, height: 800, colorScheme: 'dark', locale: 'ru-RU' })
  await openJournal(page, server, { as, hash: '#/duplicates' })
  await pairIn(page, 'Sapphire').getByRole('button', { name: 'Сравнить' }).click()
  await page.getByRole('button', { name: 'Объединить' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectNoAxeFindings(page)
})
