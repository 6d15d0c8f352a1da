import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { axeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { calendarRows } from './calendar-journal-rows'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let rows: ReturnType<typeof calendarRows>
let olga: HttpClient
let clientId: string | undefined
const olgaId = 'm-olga'

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  rows = calendarRows(server)
  olga = await server.as('olga@demo.example')
  clientId = (await olga('listCounterparties', { query: { q: 'Вектор' } })).items[0]?.id
}, 120_000)
afterAll(() => server.close())

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const plan = (subject: string, hours: number, more: object = {}) =>
  olga('createContact', { body: { startsAt: at(hours), durationMinutes: 30, method: 'meeting', direction: 'outgoing', status: 'planned', subject, counterpartyId: clientId, ...more } })
const statusOf = async (id: string) => (await olga('getContact', { id })).status
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Contact' })
const overdueOf = (word: string) => `#/journal?period=all&overdue=true&q=${encodeURIComponent(word)}`

it('answers for several overdue meetings at once, after saying how many', async () => {
  const planned = [await plan('Together one', -50), await plan('Together two', -40), await plan('Together three', -30)]
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: overdueOf('Together') })
  await page.getByRole('checkbox', { name: 'Select: Together one' }).check()
  await page.keyboard.press('Escape')
  await rowsOf(page).filter({ hasText: 'Together three' }).focus()
  await page.keyboard.press('x')
  await page.getByRole('region', { name: 'Selected rows' }).getByText('2 selected').waitFor()
  expect(await panelOf(page).count()).toBe(0)
  await page.getByRole('button', { name: 'All held…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Were all 2 held?' })
  expect(await dialog.innerText()).toMatch(/Together three[\s\S]*Together one[\s\S]*Undo takes it back for all of them/)
  expect(await dialog.innerText()).not.toContain('Together two')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('textbox', { name: /Result for all/ }).fill('As agreed')
  await dialog.getByRole('button', { name: 'Mark 2 as held' }).click()
  await page.getByText('Saved: 2 outcomes.').waitFor()
  await eventually(() => rowsOf(page).count(), 1)
  expect(await Promise.all(planned.map(({ id }) => statusOf(id)))).toEqual(['held', 'planned', 'held'])
  expect((await olga('getContact', { id: planned[0]?.id ?? '' })).result).toBe('As agreed')
})

it('leaves alone what a colleague answered for meanwhile, and says so', async () => {
  const [first, second] = [await plan('Meanwhile one', -50), await plan('Meanwhile two', -40)]
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: overdueOf('Meanwhile') })
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByRole('button', { name: 'None held…' }).click()
  await olga('recordOutcome', { id: first.id, body: { outcome: 'held', result: 'It was good' } })
  await page.getByRole('dialog').getByRole('button', { name: 'Mark 2 as not held' }).click()
  await page.getByText('Saved: 1 outcome. 1 had an outcome already; nothing was changed there.').waitFor()
  expect(await olga('getContact', { id: first.id })).toMatchObject({ status: 'held', result: 'It was good' })
  expect(await statusOf(second.id)).toBe('cancelled')
})

it('lets any row be ticked, and asks for outcomes among the overdue ones only', async () => {
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: '#/journal?period=all' })
  await rowsOf(page).first().waitFor()
  await rowsOf(page).first().getByRole('checkbox').check()
  await page.getByRole('region', { name: 'Selected rows' }).getByText('1 selected').waitFor()
  expect(await page.getByRole('button', { name: 'All held…' }).count()).toBe(0)
  await page.getByRole('button', { name: /^Overdue \d/ }).click()
  await page.getByRole('checkbox', { name: 'Select all shown' }).waitFor()
})

it('answers for one date of a series, or for all past ones', async () => {
  const dates = [await plan('Weekly status', -24 * 21), await plan('Weekly status', -24 * 14), await plan('Weekly status', -24 * 7), await plan('Weekly status', 24 * 7)]
  for (const { id } of dates) await rows.meeting({ contactId: id, seriesKey: 'weekly' })
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: `#/contacts/${dates[0]?.id}?period=all` })
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Outcome…' }).click()
  await panel.getByRole('radio', { name: 'This one' }).waitFor()
  await eventually(() => panel.getByRole('radio', { name: 'This one' }).isChecked(), true)
  expect(await panel.getByRole('radio', { name: 'Moved' }).count()).toBe(1)
  await panel.getByRole('radio', { name: 'All 3 past dates of the series' }).check()
  expect(await panel.getByRole('radio', { name: 'Moved' }).count()).toBe(0)
  expect(await panel.innerText()).toContain('Undo takes it back for all of them')
  expect(await axeFindings(page)).toEqual([])
  await panel.getByRole('button', { name: 'Save the outcome' }).click()
  await panel.getByText('The outcome is saved for 3 dates').waitFor()
  expect(await Promise.all(dates.map(({ id }) => statusOf(id)))).toEqual(['held', 'held', 'held', 'planned'])
  await eventually(() => panel.locator('.jn-status').first().innerText(), 'Held')
  await panel.getByRole('button', { name: 'Undo', exact: true }).click()
  await panel.getByText('Put back as it was.').waitFor()
  expect(await Promise.all(dates.map(({ id }) => statusOf(id)))).toEqual(['planned', 'planned', 'planned', 'planned'])
})

it('shows a day as the same day in every zone, without a time', async () => {
  const trip = await plan('Exhibition in Kazan', 0, { startsAt: '2026-11-25T00:00:00Z', durationMinutes: 2_880 })
  await rows.meeting({ contactId: trip.id, allDay: true })
  for (const timeZone of ['America/Los_Angeles', 'Europe/Moscow', 'Pacific/Auckland']) {
    const page = await browser.newPage({ width: 1_440, timeZone })
    await openJournal(page, server, { hash: `#/contacts/${trip.id}?period=all&q=Kazan` })
    await panelOf(page).getByRole('heading', { name: 'Exhibition in Kazan' }).waitFor()
    const shown = [await panelOf(page).locator('.jn-panel-head').innerText(), await rowsOf(page).first().innerText()]
    for (const text of shown) {
      expect({ timeZone, text }).toEqual({ timeZone, text: expect.stringMatching(/Wed 25 Nov\s+2 days/) })
      expect(text).not.toMatch(/\d\d:\d\d|2880|min/)
    }
    expect(shown[0]).toMatch(/25 ?– ?26 November 2026/)
  }
})

it('tells of moves with who made them, of an unknown zone, and opens the appointment in the calendar', async () => {
  const moved = await plan('Demo of the new line', 100)
  await rows.calendar(olgaId)
  await rows.meeting({
    contactId: moved.id, zoneUnknown: true, link: { managerId: olgaId, url: 'https://outlook.office.example/calendar/item/1' },
    moves: [{ from: '2026-11-24T08:00:00Z', to: '2026-11-25T07:00:00Z', at: '2026-11-20T07:00:00Z', managerId: 'm-anna' }, { from: '2026-11-25T07:00:00Z', to: '2026-11-26T12:30:00Z', at: '2026-11-21T07:00:00Z' }],
  })
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: `#/contacts/${moved.id}?period=all&q=Demo` })
  const part = panelOf(page).getByRole('region', { name: 'Calendar' })
  await part.getByText('Moved 2 times').waitFor()
  expect((await part.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual(['25 Nov, 10:00 → 26 Nov, 15:30 in the calendar, yesterday', '24 Nov, 11:00 → 25 Nov, 10:00 Anna Orlova, 20 Nov'])
  expect(await part.innerText()).toContain('does not say in which time zone')
  expect(await rowsOf(page).first().innerText()).toContain('time zone unknown')
  const link = part.getByRole('link', { name: 'Open in calendar' })
  expect([await link.getAttribute('href'), await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['https://outlook.office.example/calendar/item/1', '_blank', 'noopener noreferrer'])

  const annas = await browser.newPage({ width: 1_440 })
  await openJournal(annas, server, { as: 'anna@demo.example', hash: `#/contacts/${moved.id}?period=all` })
  await panelOf(annas).getByText('Moved 2 times').waitFor()
  expect(await panelOf(annas).getByRole('link', { name: 'Open in calendar' }).count()).toBe(0)
})

it('says by whom a meeting fell away', async () => {
  for (const [cancellation, words, inRussian] of [['cancelled', 'Cancelled by the organiser', 'Отменено организатором'], ['declined', 'Declined', 'Участие отклонено'], ['removed', 'Taken out of the calendar', 'Убрано из календаря']] as const) {
    const gone = await plan(`Fell away: ${cancellation}`, 60, { status: 'cancelled' })
    await rows.meeting({ contactId: gone.id, cancellation })
    for (const [locale, word] of [['en-GB', words], ['ru-RU', inRussian]] as const) {
      const page = await browser.newPage({ width: 1_440, locale })
      await openJournal(page, server, { hash: `#/contacts/${gone.id}?period=all` })
      await page.getByRole('heading', { name: gone.subject }).waitFor()
      await eventually(() => page.locator('.jn-panel-head .jn-status').innerText(), word)
    }
  }
})

it('joins a meeting that was made anew to its past, or keeps them apart', async () => {
  for (const [choice, joined] of [['Join', true], ['Keep apart', false]] as const) {
    const past = await plan(`Price talk, old date: ${choice}`, -240, { status: 'cancelled', result: 'They asked for 7 %' })
    const fresh = await plan(`Price talk: ${choice}`, 70)
    await rows.meeting({ contactId: past.id, cancellation: 'removed' })
    await rows.meeting({ contactId: fresh.id, resemblesId: past.id })
    // The live journal may tell of the joined one's end before the page has left it.
    const page = await browser.newPage({ width: 1_440, expectedErrors: [/404 .*\/api\/contacts\//] })
    await openJournal(page, server, { hash: `#/contacts/${fresh.id}?period=all` })
    const question = panelOf(page).getByRole('group', { name: 'Perhaps the new date of the meeting of 12 November' })
    expect(await question.innerText()).toContain(past.subject)
    await question.getByRole('button', { name: choice, exact: true }).click()
    await question.waitFor({ state: 'detached' })
    if (joined) {
      await eventually(async () => new URL(page.url()).hash.split('?')[0], `#/contacts/${past.id}`)
      await panelOf(page).getByText('They asked for 7 %').waitFor()
      expect(await olga('getContact', { id: past.id })).toMatchObject({ status: 'planned', startsAt: fresh.startsAt, result: 'They asked for 7 %' })
    } else {
      expect((await olga('getContact', { id: fresh.id })).calendar?.resemblesId).toBeNull()
      expect(await statusOf(past.id)).toBe('cancelled')
    }
  }
})

it('puts a plan made here into one’s own calendar on demand, follows it, and takes it out', async () => {
  const admin = await server.as('admin@demo.example')
  const { calendar } = await admin('getSettings')
  await rows.calendar(olgaId)
  const own = await plan('Call about samples', 90)
  const page = await browser.newPage({ width: 1_440 })
  await openJournal(page, server, { hash: `#/contacts/${own.id}?period=all` })
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await panel.getByRole('button', { name: 'Put in my calendar' }).count()).toBe(0)
  await admin('putSettings', { body: { calendar: { ...calendar, putInCalendar: true } } })
  await page.reload()
  await panel.getByRole('button', { name: 'Put in my calendar' }).click()
  await panel.getByText('Is being put in the calendar…').waitFor()
  await server.db.write((tx) => tx.ownAppointment.update({ where: { contactId: own.id }, data: { state: 'placed', eventId: 'e-1' } }))
  await panel.getByText('Stands in the calendar').waitFor()
  await server.db.write((tx) => tx.ownAppointment.update({ where: { contactId: own.id }, data: { state: 'failed', problem: 'no-consent' } }))
  await page.reload()
  await panel.getByText('The calendar could not be changed. The permission to write is missing.').waitFor()
  await panel.getByRole('button', { name: 'Try again' }).waitFor()
  await server.db.write((tx) => tx.ownAppointment.update({ where: { contactId: own.id }, data: { state: 'placed', problem: null } }))
  await page.reload()
  await panel.getByRole('button', { name: 'Take out of my calendar' }).click()
  await panel.getByText('Is being taken out of the calendar…').waitFor()

  const annas = await browser.newPage({ width: 1_440 })
  await openJournal(annas, server, { as: 'anna@demo.example', hash: `#/contacts/${own.id}?period=all` })
  await panelOf(annas).getByText('Calendar of Olga Smirnova. Is being taken out').waitFor()
  expect(await panelOf(annas).getByRole('button', { name: /calendar/ }).count()).toBe(0)
})

it('calls the taken time of others busy, without a word of what for', async () => {
  const taken = await plan('', 95, { private: true, counterpartyId: null })
  await rows.meeting({ contactId: taken.id })
  const page = await browser.newPage({ width: 1_440, locale: 'ru-RU' })
  await openJournal(page, server, { as: 'anna@demo.example', hash: `#/contacts/${taken.id}?period=all` })
  await page.getByRole('heading', { name: 'Время занято' }).waitFor()
  await rowsOf(page).filter({ hasText: 'Время занято' }).waitFor()
})

it('fits a narrow screen: ticks beside cards, the calendar in the panel', async () => {
  await plan('Narrow and overdue', -20)
  const page = await browser.newPage({ width: 360, height: 740, locale: 'ru-RU', colorScheme: 'dark' })
  await openJournal(page, server, { hash: overdueOf('Narrow') })
  await page.getByRole('checkbox', { name: 'Выбрать: Narrow and overdue' }).check()
  await page.getByRole('button', { name: 'Все состоялись…' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Все состоялись…' }).click()
  await page.getByRole('dialog', { name: 'Этот контакт состоялся?' }).getByRole('button', { name: 'Отметить: состоялся' }).click()
  await page.getByText('Сохранено: 1 итог.').waitFor()
})
