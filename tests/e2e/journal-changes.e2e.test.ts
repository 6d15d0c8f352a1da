import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let anna: HttpClient
let clientId = ''

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
  anna = await server.as('anna@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id ?? ''
}, 120_000)
afterAll(() => server.close())

const held = (subject: string, more: object = {}) => olga('createContact', { body: { startsAt: new Date(server.clock.now().getTime() - 3_600_000).toISOString(), method: 'call', direction: 'outgoing', status: 'held', subject, counterpartyId: clientId, ...more } })
const again = (id: string) => olga('getContact', { id })
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Contact' })

async function opened(id: string, options: Parameters<typeof browser.newPage>[0] = {}) {
  const page = await browser.newPage({ width: 1_440, height: 1_000, ...options })
  await openJournal(page, server, { hash: `#/clients/${clientId}?open=${id}` })
  const panel = panelOf(page)
  await panel.getByRole('heading', { level: 2 }).waitFor()
  return { page, panel }
}

it('tells who changed what and when, before and after in words, and folds what is long', async () => {
  const { id } = await held('With a history')
  const long = 'A long result. '.repeat(60)
  await anna('patchContact', { id, body: { priority: 'high', state: 2, result: long }, ifMatch: '*' })
  const { page, panel } = await opened(id)
  const asked: string[] = []
  page.on('request', (request) => { if (request.url().includes('/api/changes')) asked.push(request.url()) })
  expect(asked).toEqual([])
  await panel.getByRole('button', { name: 'Who changed what' }).click()
  const change = panel.locator('.jn-change').filter({ hasText: 'Anna Orlova' })
  await change.waitFor()
  const words = await change.innerText()
  expect(words).toMatch(/Priority\s+before:\s+Medium →\s+after:\s+High/)
  expect(words).toMatch(/State\s+before:\s+No action needed →\s+after:\s+Partly done/)
  expect(words).not.toContain(long.trim())
  await change.getByRole('button', { name: 'Show the whole text' }).click()
  expect(await change.innerText()).toContain(long.trim())
  expect(await panel.locator('.jn-change').last().innerText()).toContain('Olga Smirnova')
  expect(await axeFindings(page)).toEqual([])
})

it('takes one change back, on the contact and on the screen', async () => {
  const { id } = await held('To be put back', { priority: 'low' })
  await olga('patchContact', { id, body: { priority: 'high', result: 'Too early' }, ifMatch: '*' })
  const { panel } = await opened(id)
  await panel.getByText('High priority').waitFor()
  await panel.getByRole('button', { name: 'Who changed what' }).click()
  await panel.getByRole('button', { name: /^Undo this change: changed/ }).click()
  await panel.getByText('Put back as it was.').waitFor()
  expect(await again(id)).toMatchObject({ priority: 'low', result: '' })
  await panel.getByText('High priority').waitFor({ state: 'detached' })
  await panel.getByText('taken back').first().waitFor()
})

it('says in words why a change cannot be taken back any more, and leaves the newer one alone', async () => {
  const { id } = await held('Changed meanwhile')
  await olga('patchContact', { id, body: { result: 'First' }, ifMatch: '*' })
  const { panel } = await opened(id, { expectedErrors: [/409/] })
  await panel.getByRole('button', { name: 'Who changed what' }).click()
  const undo = panel.getByRole('button', { name: /^Undo this change: changed/ })
  await undo.waitFor()
  await anna('patchContact', { id, body: { result: 'Second' }, ifMatch: '*' })
  await undo.click()
  await panel.getByRole('alert').or(panel.getByText('Somebody has changed it meanwhile')).first().waitFor()
  expect((await again(id)).result).toBe('Second')
})

it('offers to undo an edit for a while after it was saved', async () => {
  const { id } = await held('Saved by mistake', { comment: 'Before' })
  const { page, panel } = await opened(id)
  await page.keyboard.press('e')
  await panel.getByRole('textbox', { name: 'Comment' }).fill('A slip')
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByText('Saved.').waitFor()
  expect((await again(id)).comment).toBe('A slip')
  await panel.getByRole('button', { name: 'Undo', exact: true }).click()
  await panel.getByText('Put back as it was.').waitFor()
  await eventually(async () => (await again(id)).comment, 'Before')
  await panel.getByText('A slip').waitFor({ state: 'detached' })
})

it('shows hostile values in the history as text', async () => {
  const hostile = '<img src=x onerror="top.pwned=1">'
  const { id } = await held('History of an attack')
  await olga('patchContact', { id, body: { result: hostile, subject: `${hostile}2` }, ifMatch: '*' })
  const { page, panel } = await opened(id)
  await panel.getByRole('button', { name: 'Who changed what' }).click()
  await panel.locator('.jn-change').filter({ hasText: `${hostile}2` }).waitFor()
  expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
  expect(await panel.locator('img').count()).toBe(0)
})
