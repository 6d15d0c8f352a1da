import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { unknownLetter, waitingOf } from '../api/unrecognised-house'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { ownHostileTexts } from '../support/hostile-texts'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient
let admin: HttpClient

beforeAll(async () => {
  server = await startTestServer()
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 120_000)
afterAll(() => server.close())

const clientOf = async (id: string) => (await olga('getContact', { id })).counterparty?.name ?? null

it('files a sender to the suggested client by one press, says what it did, and takes it back', async () => {
  const ids = [await unknownLetter(olga, 'stranger@vector.example', { subject: 'Price list' }), await unknownLetter(olga, 'another@vector.example')]
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/unrecognised' })
  await page.getByRole('button', { name: /^vector\.example/ }).click()
  const detail = page.getByRole('region', { name: 'vector.example' })
  await detail.getByRole('link', { name: 'Price list' }).waitFor()
  expect(await detail.innerText()).toMatch(/domain vector\.example/)
  await expectNoAxeFindings(page)
  await detail.getByRole('button', { name: 'It is ООО «Вектор»' }).click()
  await page.getByRole('status').filter({ hasText: '2 contacts filed to ООО «Вектор»' }).waitFor()
  expect(await Promise.all(ids.map(clientOf))).toEqual(['ООО «Вектор»', 'ООО «Вектор»'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByRole('status').filter({ hasText: '2 contacts are without a client again' }).waitFor()
  expect(await Promise.all(ids.map(clientOf))).toEqual([null, null])
})

it('goes through the queue by keyboard alone: down, new client, name, save', async () => {
  for (let i = 0; i < 3; i++) await unknownLetter(olga, 'ivan.sidorov@keys.example')
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/unrecognised?q=keys' })
  await page.getByRole('button', { name: /^keys\.example/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('region', { name: 'keys.example' }).waitFor()
  await page.keyboard.press('2')
  const name = page.getByRole('textbox', { name: 'Name of the new client' })
  await eventually(() => name.evaluate((input) => input === document.activeElement), true)
  expect(await name.inputValue()).toBe('Keys')
  await page.keyboard.type('ООО «Ключи»')
  await page.getByRole('button', { name: 'Ivan Sidorov' }).press('Enter')
  await expectNoAxeFindings(page)
  await name.press('Enter')
  await page.getByRole('status').filter({ hasText: '3 contacts filed to ООО «Ключи» · 1 person made · 1 address known from now on' }).waitFor()
  const { items } = await olga('listPersons', { query: { q: 'Ivan Sidorov' } })
  expect(items).toMatchObject([{ counterparty: { name: 'ООО «Ключи»' }, addresses: ['ivan.sidorov@keys.example'] }])
})

it('sets several senders aside at once, and shows them among what is decided', async () => {
  for (const name of ['north', 'south', 'west']) await unknownLetter(olga, `x@${name}-partner.example`)
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/unrecognised?q=partner' })
  for (const name of ['north', 'south']) await page.getByRole('checkbox', { name: `Choose ${name}-partner.example` }).click()
  await page.getByRole('button', { name: 'Not a client' }).first().click()
  await page.getByRole('textbox', { name: 'Why (for colleagues)' }).fill('Hauliers')
  await page.getByRole('button', { name: 'Set aside' }).click()
  await page.getByRole('status').filter({ hasText: 'Set aside: ' }).waitFor()
  await eventually(() => page.locator('.jn-sender').count(), 1)
  await page.getByRole('button', { name: 'Decided' }).click()
  await page.getByRole('button', { name: /^north-partner\.example/ }).click()
  const detail = page.getByRole('region', { name: 'north-partner.example' })
  expect(await detail.innerText()).toContain('Olga Smirnova')
  await expectNoAxeFindings(page)
  await detail.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => [...(await waitingOf(olga, { q: 'partner' })).keys()].sort(), ['north-partner.example', 'south-partner.example', 'west-partner.example'])
})

it('shows what was decided lately, by whom and about whom, and takes it back from there', async () => {
  await unknownLetter(olga, 'x@lately.example')
  await olga('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'lately.example' }, counterpartyId: 'cp-delta' } })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { hash: '#/unrecognised' })
  await page.getByRole('button', { name: 'Recent' }).click()
  const line = page.getByRole('region', { name: 'Recent decisions' }).getByRole('listitem').filter({ hasText: 'lately.example' })
  expect(await line.innerText()).toMatch(/lately\.example · this is «Дельта»\s+Olga Smirnova.*1 contact/s)
  await expectNoAxeFindings(page)
  await line.getByRole('button', { name: 'Undo: lately.example' }).click()
  await line.filter({ hasText: 'taken back' }).waitFor()
  await eventually(async () => [...(await waitingOf(olga, { q: 'lately' })).keys()], ['lately.example'])
})

it('never registers from here on, keeps what there is, and offers to undo each', async () => {
  const id = await unknownLetter(olga, 'ads@noise.example', { subject: 'Buy now' })
  const page = await browser.newPage({ width: 1280 })
  await openJournal(page, server, { as: 'admin@demo.example', hash: '#/unrecognised?q=noise&open=domain:noise.example' })
  await page.getByRole('region', { name: 'noise.example' }).waitFor()
  await page.keyboard.press('4')
  await page.getByRole('form', { name: 'Never register…' }).getByRole('button', { name: 'Never registered' }).click()
  await page.getByRole('status').filter({ hasText: 'Never registered from now on: noise.example' }).waitFor()
  expect((await admin('getContact', { id })).subject).toBe('Buy now')
  await page.getByRole('button', { name: 'Decided' }).click()
  await page.getByRole('button', { name: /^noise\.example/ }).click()
  await page.getByRole('region', { name: 'noise.example' }).getByRole('button', { name: 'Undo registration' }).click()
  await eventually(async () => (await olga('listContacts', { query: { id } })).items.length, 0)
})

it('says who was first when a colleague has decided meanwhile', async () => {
  await unknownLetter(olga, 'x@taken.example')
  const page = await browser.newPage({ width: 1280, expectedErrors: [/409/] })
  await openJournal(page, server, { hash: '#/unrecognised?q=taken&open=domain:taken.example' })
  await page.getByRole('region', { name: 'taken.example' }).waitFor()
  const anna = await server.as('anna@demo.example')
  await anna('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'taken.example' }, counterpartyId: 'cp-delta' } })
  await page.keyboard.press('2')
  await page.getByRole('button', { name: 'Make the client and file' }).click()
  await page.getByRole('alert').filter({ hasText: 'Anna Orlova has already decided' }).waitFor()
  await page.getByRole('heading', { name: 'No sender like this' }).waitFor()
})

it('an error can be tried again, and an empty queue is good news', async () => {
  const page = await browser.newPage({ width: 1280, expectedErrors: [/net::ERR_FAILED/] })
  let broken = true
  await page.route('**/api/unrecognised?*', (route) => (broken ? route.abort() : route.continue()))
  await openJournal(page, server, { as: 'maria@demo.example', hash: '#/unrecognised?mine=true' })
  await page.getByRole('alert').waitFor()
  broken = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('heading', { name: 'Nothing waits here' }).waitFor()
  await expectNoAxeFindings(page)
})

it('reads in Russian on a telephone, with hostile and endless words, and nothing runs out of the page', async () => {
  await unknownLetter(olga, `${'x'.repeat(60)}@${'long-'.repeat(11)}name.${'part-'.repeat(10)}x.example`, { subject: 'Безединогопробела'.repeat(12) })
  for (const subject of ownHostileTexts.slice(0, 5)) await unknownLetter(olga, 'x@hostile.example', { subject })
  const page = await browser.newPage({ width: 360, locale: 'ru-RU' })
  await openJournal(page, server, { hash: '#/unrecognised' })
  await page.getByRole('button', { name: /^hostile\.example/ }).click()
  await page.getByRole('button', { name: 'Новый клиент…' }).click()
  await page.getByRole('textbox', { name: 'Название нового клиента' }).waitFor()
  const fits = () => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('body, .jn-queue, .jn-queue *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).overflowX !== 'visible' && getComputedStyle(one).textOverflow !== 'ellipsis').map((one) => one.className))
  expect(await fits()).toEqual([])
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'Все отправители' }).click()
  await page.getByRole('button', { name: /part-part/ }).click()
  await page.getByRole('button', { name: 'Это…' }).waitFor()
  expect(await fits()).toEqual([])
})
