import type { ManagersCalendar } from '@counterpane/shared/contract/calendar'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { calendarRows, standing } from './calendar-journal-rows'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
const [administrator, lead] = ['admin@demo.example', 'ivan@demo.example']
let server: TestServer
let rows: ReturnType<typeof calendarRows>
let olga: HttpClient
const olgaId = 'm-olga'

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  rows = calendarRows(server)
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
const mailboxOf = (managerId: string) => server.db.prisma.calendarMailbox.findUnique({ where: { managerId } })
const listed = (page: Page, items: ManagersCalendar[]) => page.route('**/api/calendars', (route) => route.fulfill({ json: { items, nextCursor: null } }))
const meetingOf = (page: Page, subject: string) => page.getByRole('listitem', { name: subject })
const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('.jn-bone') && document.querySelector('h1'))

it('tells an administrator in words how the reading of every calendar goes, since when, and what to do', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await listed(page, [
    standing('Olga Smirnova'), standing('Anna Orlova', { state: 'catching-up', lastRoundAt: null, bell: 'off', reason: 'It is being read for the first time.' }),
    standing('Peter Novak', { provider: 'google', state: 'needs-sign-in', problem: 'signed-out', reason: 'Its owner connects it once more.' }), standing('Elena Morozova', { state: 'not-permitted', bell: 'refused', reason: 'The administrator gives access.' }),
    standing('Maria Sokolova', { state: 'waiting', waitingUntil: '2026-11-22T07:42:00.000Z', unreadable: 1, items: [{ eventId: 'AAMkAG', problem: 'not-understood', since: '2026-11-21T08:00:00.000Z', tries: 4 }] }),
    standing('Dmitry Volkov', { provider: null, mailbox: null, state: null, since: null, lastRoundAt: null }),
  ])
  await openJournal(page, server, { as: administrator, hash: '#/calendars' })
  await rowOf(page, 'Olga Smirnova').waitFor()
  const wanted: [string, RegExp[]][] = [
    ['Olga Smirnova', [/Microsoft 365/, /olga@demo\.example/, /Up to date/, /since 20 Nov/, /today 08:55/, /Nothing to do/, /Changes arrive at once/]], ['Anna Orlova', [/Catching up/, /not read completely yet/, /for the first time/, /from time to time/]],
    ['Peter Novak', [/Google/, /Needs sign-in/, /once more/]], ['Elena Morozova', [/Not permitted/, /gives access/, /Notifications are refused/]], ['Maria Sokolova', [/Waiting/, /until today 10:42/]], ['Dmitry Volkov', [/Not set up/]],
  ]
  for (const [name, words] of wanted) for (const word of words) expect(await rowOf(page, name).innerText()).toMatch(word)
  const aside = page.getByText('1 item set aside')
  await aside.click()
  expect(await rowOf(page, 'Maria Sokolova').innerText()).toMatch(/could not be understood[\s\S]*tried 4 times[\s\S]*AAMkAG/)
  expect(await page.getByRole('button', { name: /Connect/ }).count()).toBe(0)
})

it('sets up a calendar with the main address filled in, changes it, and stops when the administrator says so', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: administrator, hash: '#/calendars' })
  await page.getByRole('button', { name: 'Set up: Kate Wilson' }).click()
  const dialog = page.getByRole('dialog', { name: 'Calendar of Kate Wilson' })
  const mailbox = dialog.getByRole('textbox', { name: 'Mailbox' })
  await eventually(() => mailbox.inputValue(), 'kate@demo.example')
  await mailbox.fill('')
  await dialog.getByRole('button', { name: 'Read this calendar' }).click()
  await dialog.getByText('Type the address of the mailbox.').waitFor()
  await mailbox.fill('kate.wilson@demo.example')
  await dialog.getByRole('radio', { name: 'Google' }).check()
  await dialog.getByRole('button', { name: 'Read this calendar' }).click()
  await dialog.waitFor({ state: 'detached' })
  await rowOf(page, 'Kate Wilson').getByText('kate.wilson@demo.example').first().waitFor()
  expect(await mailboxOf('m-kate')).toMatchObject({ provider: 'google', mailbox: 'kate.wilson@demo.example' })

  await page.getByRole('button', { name: 'More: Kate Wilson' }).click()
  await page.getByRole('menuitem', { name: 'Change…' }).click()
  await eventually(() => mailbox.inputValue(), 'kate.wilson@demo.example')
  await dialog.getByRole('radio', { name: 'Microsoft 365' }).check()
  await dialog.getByRole('button', { name: 'Read this calendar' }).click()
  await eventually(async () => (await mailboxOf('m-kate'))?.provider, 'graph')

  await page.getByRole('button', { name: 'More: Kate Wilson' }).click()
  await page.getByRole('menuitem', { name: 'Disconnect…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Stop reading the calendar of Kate Wilson?' })
  expect(await question.innerText()).toContain('Contacts that exist stay as they are')
  expect(await mailboxOf('m-kate')).not.toBeNull()
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('button', { name: 'Set up: Kate Wilson' }).waitFor()
  expect(await mailboxOf('m-kate')).toBeNull()
})

it('shows a lead the state of all, asks for a round at once, and follows it by itself', async () => {
  await rows.calendar('m-anna', 'graph', { state: 'catching-up', problem: 'first-round' })
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: lead, hash: '#/calendars' })
  const row = rowOf(page, 'Anna Orlova')
  await row.getByText('Catching up').waitFor()
  expect(await page.getByRole('button', { name: /Set up|More/ }).count()).toBe(0)
  const asked = (await mailboxOf('m-anna'))?.asks ?? 0
  await row.getByRole('button', { name: 'Sync now: Anna Orlova' }).click()
  await row.getByText('Asked for. It is being read.').waitFor()
  expect((await mailboxOf('m-anna'))?.asks).toBe(asked + 1)
  await server.db.write((tx) => tx.calendarMailbox.update({ where: { managerId: 'm-anna' }, data: { state: 'healthy', problem: null } }))
  await row.getByText('Up to date').waitFor()
})

it('shows a manager the own calendar alone, and goes to the page of Google when it wants a sign-in', async () => {
  await rows.calendar(olgaId, 'google', { state: 'needs-sign-in', problem: 'no-consent' })
  const page = await browser.newPage({ width: 1_440 })
  await page.route('**/api/managers/*/calendar/consent', (route) => route.fulfill({ json: { url: `${server.url}/journal/?page-of=google#/calendars` } }))
  await openJournal(page, server, { hash: '#/calendars' })
  await rowOf(page, 'Olga Smirnova').getByText('Needs sign-in').waitFor()
  expect(await page.getByRole('rowheader').count()).toBe(1)
  expect(await page.getByRole('button', { name: /Set up|More/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Connect Google Calendar' }).click()
  await page.waitForURL('**/journal/?page-of=google#/calendars')
})

it('says what to do when there is no calendar, and when the server does not answer', async () => {
  const page = await browser.newPage({ width: 1_440, expectedErrors: [/500/] })
  await openJournal(page, server, { as: 'dmitry@demo.example', hash: '#/calendars' })
  await page.getByRole('heading', { name: 'Your calendar is not read yet' }).waitFor()
  await page.route('**/api/calendar/waiting*', (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: 'Something went wrong here', status: 500, code: 'internal', detail: '', reference: 'abc123' }) }))
  await page.getByRole('link', { name: 'Meetings without a client' }).click()
  await page.getByRole('alert').filter({ hasText: 'abc123' }).waitFor()
  await page.unroute('**/api/calendar/waiting*')
  await page.getByRole('button', { name: 'Retry' }).click()
  await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor()
})

it('keeps waiting meetings to their manager, sets one aside and takes it back, a series in one go', async () => {
  await rows.calendar(olgaId)
  const supplier = await rows.waiting({ managerId: olgaId, subject: 'Meet the packaging supplier', inHours: 5, online: true })
  await rows.waiting({ managerId: olgaId, subject: 'Conference', inHours: 50, allDay: true })
  const weekly = [await rows.waiting({ managerId: olgaId, subject: 'Agency, first date', inHours: 20, seriesId: 'weekly' }), await rows.waiting({ managerId: olgaId, subject: 'Agency, second date', inHours: 188, seriesId: 'weekly' })]
  const page = await browser.newPage({ width: 1_440, timeZone: 'America/New_York' })
  await openJournal(page, server, { hash: '#/calendars/waiting' })
  await page.getByText('Only you see this list.').waitFor()
  expect(await meetingOf(page, 'Conference').innerText()).toMatch(/Tue 24 Nov all day/)
  expect(await meetingOf(page, 'Meet the packaging supplier').innerText()).toMatch(/online[\s\S]*Vera Novak vera@unknown\.example/)

  await meetingOf(page, 'Meet the packaging supplier').getByRole('button', { name: 'Not with a client' }).click()
  await page.getByText('“Meet the packaging supplier” stays private').waitFor()
  await meetingOf(page, 'Meet the packaging supplier').waitFor({ state: 'detached' })
  expect((await olga('listWaiting', { query: { dismissed: 'true' } })).items.map(({ id }) => id)).toEqual([supplier])
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Agency, first date')
  await page.getByRole('status').getByRole('button', { name: 'Take back' }).click()
  await meetingOf(page, 'Meet the packaging supplier').waitFor()

  await meetingOf(page, 'Agency, first date').getByRole('checkbox', { name: 'Do it for the whole series' }).check()
  await meetingOf(page, 'Agency, first date').getByRole('button', { name: 'Not with a client' }).click()
  await meetingOf(page, 'Agency, second date').waitFor({ state: 'detached' })
  expect((await olga('listWaiting', { query: { dismissed: 'true' } })).items.map(({ id }) => id).sort()).toEqual([...weekly].sort())
  await page.getByRole('switch', { name: 'Show those not with a client' }).click()
  await meetingOf(page, 'Agency, second date').getByRole('button', { name: 'Take back' }).click()
  await meetingOf(page, 'Agency, second date').waitFor({ state: 'detached' })

  const annas = await browser.newPage({ width: 1_440 })
  await openJournal(annas, server, { as: 'anna@demo.example', hash: '#/calendars/waiting' })
  await annas.getByRole('heading', { name: 'Nothing is waiting' }).waitFor()
})

it('makes a contact of a waiting meeting, with the client that was chosen or without one, a series in one go', async () => {
  await rows.calendar('m-peter')
  await rows.waiting({ managerId: 'm-peter', subject: 'With a client', inHours: 6, seriesId: 'monthly' })
  await rows.waiting({ managerId: 'm-peter', subject: 'With a client, next month', inHours: 700, seriesId: 'monthly' })
  await rows.waiting({ managerId: 'm-peter', subject: 'Without one', inHours: 7 })
  const peter = await server.as('peter@demo.example')
  const named = async (subject: string) => (await peter('listContacts', { query: { q: subject } })).items.filter((contact) => contact.subject === subject)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'peter@demo.example', hash: '#/calendars/waiting' })
  const first = page.getByRole('listitem', { name: 'With a client', exact: true })
  await first.getByRole('checkbox').check()
  await first.getByRole('button', { name: 'This is a client…' }).click()
  await page.getByRole('combobox', { name: 'Whose meeting is “With a client”?' }).fill('Вектор')
  await page.getByRole('option', { name: /Вектор/ }).click()
  await page.getByText('“With a client” is a contact now.').waitFor()
  await meetingOf(page, 'With a client, next month').waitFor({ state: 'detached' })
  const [made] = await named('With a client')
  expect(made).toMatchObject({ status: 'planned', source: 'calendar', counterparty: { name: 'ООО «Вектор»' }, manager: { name: 'Peter Novak' } })
  expect(await named('With a client, next month')).toMatchObject([{ counterparty: { name: 'ООО «Вектор»' } }])
  await meetingOf(page, 'Without one').getByRole('button', { name: 'Register without a client' }).click()
  await page.getByRole('heading', { name: 'Nothing is waiting' }).waitFor()
  const [without] = await named('Without one')
  expect(without?.counterparty).toBeNull()
  await page.getByRole('status').getByRole('link', { name: 'Open' }).click()
  await page.getByRole('complementary', { name: 'Contact' }).getByRole('heading', { name: 'Without one' }).waitFor()
})

it('brings a long list in portions', async () => {
  await rows.calendar('m-james')
  for (let n = 0; n < 53; n++) await rows.waiting({ managerId: 'm-james', subject: `Meeting ${n}`, inHours: 1 + n })
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: 'james@demo.example', hash: '#/calendars/waiting' })
  await meetingOf(page, 'Meeting 49').waitFor()
  expect(await page.locator('[data-meeting]').count()).toBe(50)
  await page.getByRole('button', { name: 'Show more' }).click()
  await meetingOf(page, 'Meeting 52').waitFor()
})

it('saves the rules together, gives back the earlier ones on demand, and lets others read them', async () => {
  const before = (await olga('getSettings')).calendar
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { as: administrator, hash: '#/calendars/rules' })
  const save = page.getByRole('button', { name: 'Save the rules' })
  await save.waitFor()
  await eventually(() => save.isDisabled(), true)
  await page.getByRole('switch', { name: 'Meetings among colleagues' }).check()
  await page.getByRole('radio', { name: /Show only “Busy”/ }).check()
  await page.getByRole('switch', { name: 'Past meetings count as held by themselves' }).check()
  await page.getByRole('spinbutton', { name: 'Days to wait' }).fill('400')
  await page.getByText('A number from 1 to 365').waitFor()
  await eventually(() => save.isDisabled(), true)
  await page.getByRole('spinbutton', { name: 'Days to wait' }).fill('21')
  await save.click()
  await page.getByText('The rules are saved.').waitFor()
  expect((await olga('getSettings')).calendar).toEqual({ ...before, internal: true, private: 'busy', heldAfterDays: 21 })

  const reader = await browser.newPage({ width: 1_440 })
  await openJournal(reader, server, { hash: '#/calendars/rules' })
  await reader.getByText('Only an administrator can change these rules.').waitFor()
  await reader.getByText(/After 21 days without an answer/).waitFor()
  expect(await reader.getByRole('main').innerText()).toMatch(/After 21 days without an answer/)
  expect(await reader.getByRole('switch').count()).toBe(0)

  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('The earlier rules are back.').waitFor()
  expect((await olga('getSettings')).calendar).toEqual(before)
  await eventually(() => page.getByRole('switch', { name: 'Meetings among colleagues' }).isChecked(), false)
})

it('is clean for axe and as wide as the screen in every part, in both languages and colours', async () => {
  const long = 'Константин Константинопольский-Запорожченко'
  for (const [colorScheme, width, locale] of [['light', 1_440, 'en-GB'], ['dark', 360, 'ru-RU'], ['light', 360, 'en-GB'], ['dark', 800, 'ru-RU']] as const) {
    for (const [as, hash] of [[administrator, '#/calendars'], ['olga@demo.example', '#/calendars/waiting'], [administrator, '#/calendars/rules'], ['olga@demo.example', '#/calendars/rules']] as const) {
      const page = await browser.newPage({ width, colorScheme, locale })
      await listed(page, [standing(long, { mailbox: 'konstantin.konstantinopolskij-zaporozhchenko@very-long-domain.example', state: 'waiting', unreadable: 2 }), standing('Peter Novak', { state: 'needs-sign-in', reason: 'Нужен вход' }), standing('Anna Orlova', { state: 'catching-up' })])
      await openJournal(page, server, { as, hash })
      await settled(page)
      expect({ hash, width, findings: await axeFindings(page) }).toEqual({ hash, width, findings: [] })
      expect({ hash, wide: await page.evaluate(() => document.documentElement.scrollWidth) }).toEqual({ hash, wide: width })
    }
  }
}, 90_000)
