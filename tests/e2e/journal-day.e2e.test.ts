import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { calendarRows } from './calendar-journal-rows'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let rows: ReturnType<typeof calendarRows>
let maria: HttpClient
const as = 'maria@demo.example'

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  rows = calendarRows(server)
  maria = await server.as(as)
}, 120_000)
afterAll(() => server.close())

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const plan = (subject: string, hours: number, more: object = {}) =>
  maria('createContact', { body: { startsAt: at(hours), durationMinutes: 30, method: 'meeting', direction: 'outgoing', status: 'planned', subject, counterpartyId: 'cp-beta', ...more } })
const statusOf = async (id: string) => (await maria('getContact', { id })).status
const sectionOf = (page: Page, name: string) => page.getByRole('region', { name })

it('a meeting is answered by one click, and the answer is taken back by another', async () => {
  const held = await plan('Demo of the new line', -30)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor()
  const section = sectionOf(page, 'Was it held?')
  await section.getByRole('button', { name: 'Held: Demo of the new line', exact: true }).click()
  await page.getByText('“Demo of the new line” was held.').waitFor()
  expect(await statusOf(held.id)).toBe('held')
  await eventually(() => section.getByText('Demo of the new line').count(), 0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back.').waitFor()
  expect(await statusOf(held.id)).toBe('planned')
  expect(await axeFindings(page)).toEqual([])
})

it('all dates of a series are answered by one click, and all meetings by two', async () => {
  const dates = [await plan('Weekly talk', -24 * 14), await plan('Weekly talk', -24 * 7)]
  for (const { id } of dates) await rows.meeting({ contactId: id, seriesKey: 'talk' })
  const other = await plan('Visit to the works', -5)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('button', { name: 'The whole series was held: Weekly talk' }).click()
  await page.getByText('The outcome is saved for 2 dates.').waitFor()
  expect(await Promise.all(dates.map(({ id }) => statusOf(id)))).toEqual(['held', 'held'])
  await page.getByRole('button', { name: 'All held…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Visit to the works').waitFor()
  await dialog.getByRole('button', { name: /^Mark (it|\d+) as held$/ }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await statusOf(other.id)).toBe('held')
})

it('a call that was not made stands under Overdue, a task is ticked off, both by keyboard', async () => {
  const call = await plan('Call them back', -20, { method: 'call' })
  const task = await maria('createTask', { body: { title: 'Send the drawings', dueAt: at(-40) } })
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  const done = sectionOf(page, 'Overdue').getByRole('button', { name: 'Done: Call them back' })
  await done.focus()
  await page.keyboard.press('Enter')
  await page.getByText('“Call them back” was held.').waitFor()
  expect(await statusOf(call.id)).toBe('held')
  await sectionOf(page, 'Overdue tasks').getByRole('checkbox', { name: 'Done: Send the drawings' }).focus()
  await page.keyboard.press('Space')
  await page.getByText('“Send the drawings” is done.').waitFor()
  expect((await maria('listTasks', { query: { done: 'true' } })).items.map(({ id }) => id)).toContain(task.id)
})

it('a contact opens beside the day, which keeps its place, and the address holds it', async () => {
  const planned = await plan('Lunch with the buyer', 3)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  await sectionOf(page, 'Planned for today').getByRole('button', { name: 'Lunch with the buyer' }).click()
  await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { name: 'Lunch with the buyer' }).waitFor()
  expect(page.url()).toContain(`#/day?open=${planned.id}`)
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('complementary', { name: 'Contact' }).count(), 0)
})

it('people of my clients have birthdays', async () => {
  const { id: managerId } = await maria('me')
  const client = await maria('createCounterparty', { body: { name: 'Именинники и партнёры', managerId } })
  await maria('createPerson', { body: { name: 'Анна Праздничная', birthday: '1986-11-22', counterpartyId: client.id } })
  const page = await browser.newPage({ width: 1_440, locale: 'ru-RU' })
  await openJournal(page, server, { as, hash: '#/day' })
  await sectionOf(page, 'Дни рождения и даты').getByText('Анна Праздничная, исполняется 40 лет').waitFor()
})

it('an empty day says so, and where to go', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await page.route('**/api/journal/day?*', async (route) => {
    const answer = await route.fetch()
    const nothing = Object.fromEntries(Object.keys(await answer.json() as object).map((name) => [name, { items: [], total: 0 }]))
    await route.fulfill({ json: nothing })
  })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('heading', { name: 'Nothing is late and nothing waits' }).waitFor()
  await page.getByRole('link', { name: 'Open the journal' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

it('a server that fails is told of, and asked again', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/503/] })
  let failing = true
  await page.route('**/api/journal/day?*', (route) => (failing ? route.fulfill({ status: 503, json: { type: 'about:blank', title: 'Not now', status: 503, code: 'internal', detail: '', reference: 'r-1' } }) : route.continue()))
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByText('Not now').waitFor()
  failing = false
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('region').first().waitFor()
})

it.each([['en-GB', 'light'], ['ru-RU', 'dark']] as const)('fits 360 px, %s, %s', async (locale, colorScheme) => {
  await plan('Переговоры о поставке подшипников и сопутствующих материалов на первый квартал', -3)
  const page = await browser.newPage({ width: 360, locale, colorScheme })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('region').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await axeFindings(page)).toEqual([])
})

it('something that comes due while the page is open is said, once', async () => {
  const page = await browser.newPage({ width: 1_440 })
  const task = await maria('createTask', { body: { title: 'Ring the harbour', dueAt: at(0.01) } })
  const asked = page.waitForResponse(/\/api\/reminders/)
  await openJournal(page, server, { as, hash: '#/journal' })
  await asked
  await page.clock.setFixedTime(new Date(server.clock.now().getTime() + 120_000))
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  const reminder = page.getByRole('region', { name: /reminder/ })
  await reminder.getByText('A task is due').waitFor()
  await reminder.getByText(task.title).waitFor()
  await reminder.getByRole('button', { name: /^Close/ }).click()
  await eventually(() => reminder.getByText(task.title).count(), 0)
})

it('whoever works by keyboard goes on from where they were: after an answer, and after a dialog', async () => {
  await plan('Answered by keyboard', -6)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as, hash: '#/day' })
  await page.getByRole('button', { name: 'Held: Answered by keyboard', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('“Answered by keyboard” was held.').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await eventually(async () => (await focused()).includes('Undo'), true)
  const preview = page.getByRole('button', { name: 'See it now: About my day' })
  await preview.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(focused, 'See it now: About my day')
})
