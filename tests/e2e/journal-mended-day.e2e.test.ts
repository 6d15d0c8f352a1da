import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let maria: HttpClient
const as = 'maria@demo.example'

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  maria = await server.as(as)
}, 120_000)
afterAll(() => server.close())

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const plan = (subject: string, hours: number, more: object = {}) =>
  maria('createContact', { body: { startsAt: at(hours), durationMinutes: 30, method: 'meeting', direction: 'outgoing', status: 'planned', subject, counterpartyId: 'cp-beta', ...more } })
const statusOf = async (id: string) => (await maria('getContact', { id })).status
const sectionOf = (page: Page, name: string) => page.getByRole('region', { name })

it('an answer for all past meetings is taken back by one click', async () => {
  const planned = [await plan('Talk one', -30), await plan('Talk two', -20)]
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  await sectionOf(page, 'Was it held?').getByRole('button', { name: 'All held…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Undo takes it back for all of them').waitFor()
  await dialog.getByRole('button', { name: /as held$/ }).click()
  await page.getByText(/The outcome is saved for/).waitFor()
  expect(await Promise.all(planned.map(({ id }) => statusOf(id)))).toEqual(['held', 'held'])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await page.getByText('Taken back.').waitFor()
  expect(await Promise.all(planned.map(({ id }) => statusOf(id)))).toEqual(['planned', 'planned'])
})

it('in Russian a method is heard in one phrase that agrees, and lists open by words of that language', async () => {
  await plan('Разговор о цене', 2)
  const page = await browser.newPage({ width: 1_440, locale: 'ru-RU' })
  await openJournal(page, server, { as, hash: '#/day' })
  await sectionOf(page, 'Запланировано на сегодня').getByText('Исходящая встреча').first().waitFor({ state: 'attached' })
  expect(await page.locator('main, body').first().innerText()).not.toMatch(/, (исходящий|входящий)/)
  await page.getByRole('button', { name: 'Записать звонок или встречу' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Показать список: Контактные лица' }).waitFor()
  expect(await page.getByRole('button', { name: /Open/ }).count()).toBe(0)
  expect(await axeFindings(page)).toEqual([])
})

it('a date before the year 1 of UTC is refused at the field, in the reader’s words, and nothing is sent', async () => {
  const page = await browser.newPage({ width: 1_440, locale: 'ru-RU', timeZone: 'Asia/Tokyo' })
  const sent: string[] = []
  page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/api/contacts')) sent.push(request.url()) })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('button', { name: 'Записать звонок или встречу' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Тема' }).fill('Очень давно')
  await dialog.getByLabel('Когда').first().fill('0001-01-01T00:30')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await dialog.getByText('Укажите дату от 1 до 9999 года по UTC').waitFor()
  expect(sent).toEqual([])
  await dialog.getByLabel('Когда').first().fill('0001-01-02T00:30')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await eventually(() => Promise.resolve(sent.length), 1)
})
