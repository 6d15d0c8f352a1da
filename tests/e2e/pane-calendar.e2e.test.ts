import type { Contact } from '@counterpane/shared/contract/contact'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { calendarRows } from './calendar-journal-rows'
import { eventually } from './journal-screen'
import { openAtServerTime } from './pane-at-server-time'
import { letters } from './pane-stand'

const browser = openBrowser()
let server: TestServer
let rows: ReturnType<typeof calendarRows>
beforeEach(async () => {
  server = await startTestServer({ demo: true, seed: 'team' })
  rows = calendarRows(server)
  await rows.calendar('m-olga')
})
afterEach(() => server.close())

const open = (options: Parameters<typeof openAtServerTime>[2] = {}) => openAtServerTime(browser.newPage, server, { item: 'none', ...options })
const waitingPath = '/api/calendar/waiting'
const olga = () => server.as('olga@demo.example')
const fromNow = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const aPlan = async (subject: string, hours: number, more: object = {}): Promise<Contact> =>
  (await olga())('createContact', { body: { startsAt: fromNow(hours), durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor', subject, ...more } })
const allow = async () => {
  const call = await server.as('admin@demo.example')
  await call('putSettings', { body: { calendar: { ...(await call('getSettings')).calendar, putInCalendar: true } } })
}
/** One contact of the history of the client whose letter is open. */
async function openContact(subject: string, options: Parameters<typeof open>[0] = {}) {
  const opened = await open({ item: letters.known.id, ...options })
  const row = opened.pane.getByRole('button', { name: subject })
  await row.click()
  return { ...opened, row }
}

it('meetings without a client are read once after the day, five of them, and of nobody else', async () => {
  for (let at = 0; at < 6; at++) await rows.waiting({ managerId: 'm-olga', subject: `Stranger ${at}`, inHours: 20 + at })
  await rows.calendar('m-anna')
  await rows.waiting({ managerId: 'm-anna', subject: 'Of Anna', inHours: 20 })
  const { pane, asked } = await open()
  const list = pane.getByRole('region', { name: 'Meetings without a client' })
  await list.getByText('Stranger 4').waitFor()
  expect([asked('/api/my-day'), asked(waitingPath), await list.getByRole('listitem').count(), await pane.getByText('Of Anna').count()]).toEqual([1, 1, 5, 0])
  await eventually(() => list.getByRole('link', { name: 'All in the journal' }).getAttribute('href'), '/journal/#/calendars/waiting')
})

it('nothing is said of them when there are none, and an opened message asks for none', async () => {
  const { pane, stand, asked, open: openLetter } = await open()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
  await stand.waitForLoadState('networkidle')
  expect(asked(waitingPath)).toBe(1)
  expect(await pane.getByText('Meetings without a client').count()).toBe(0)
  const before = asked(waitingPath)
  await openLetter(letters.known.subject)
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  expect(asked(waitingPath)).toBe(before)
})

it('one becomes a contact of the client that was found, the whole series where that is meant', async () => {
  await rows.waiting({ managerId: 'm-olga', subject: 'Weekly, first', inHours: 20, seriesId: 'w' })
  await rows.waiting({ managerId: 'm-olga', subject: 'Weekly, second', inHours: 188, seriesId: 'w' })
  const { pane } = await open()
  const first = pane.getByRole('listitem', { name: 'Weekly, first' })
  await first.getByRole('checkbox', { name: 'The whole series' }).check()
  await first.getByRole('button', { name: 'It is with…' }).click()
  await pane.getByRole('combobox', { name: 'Whose meeting is “Weekly, first”?' }).fill('Beta')
  await pane.getByRole('option', { name: 'Beta Industries' }).first().click()
  await pane.getByText('“Weekly, first” is a contact now.').waitFor()
  await pane.getByRole('listitem', { name: 'Weekly, second' }).waitFor({ state: 'detached' })
  const { items } = await (await olga())('listContacts', { query: { q: 'Weekly' } })
  expect(items.map(({ subject, status, counterparty }) => [subject, status, counterparty?.name])).toEqual(expect.arrayContaining([['Weekly, first', 'planned', 'Beta Industries'], ['Weekly, second', 'planned', 'Beta Industries']]))
})

it('one without a client becomes a contact all the same; one with nobody of the clients stays private, and is taken back by one press', async () => {
  await rows.waiting({ managerId: 'm-olga', subject: 'Stranger', inHours: 20 })
  await rows.waiting({ managerId: 'm-olga', subject: 'Dentist', inHours: 21 })
  const { pane, frame } = await open()
  await pane.getByRole('listitem', { name: 'Stranger' }).getByRole('button', { name: 'Register without a client' }).click()
  await pane.getByText('“Stranger” is a contact now.').waitFor()
  expect((await (await olga())('listContacts', { query: { q: 'Stranger' } })).items).toMatchObject([{ status: 'planned', counterparty: null }])
  await pane.getByRole('listitem', { name: 'Dentist' }).getByRole('button', { name: 'Not with a client' }).click()
  await pane.getByText('“Dentist” stays private.').waitFor()
  await pane.getByRole('listitem', { name: 'Dentist' }).waitFor({ state: 'detached' })
  expect(await frame().evaluate(() => document.activeElement?.textContent ?? '')).toContain('Dentist')
  await pane.getByRole('button', { name: 'Take back' }).click()
  await pane.getByRole('listitem', { name: 'Dentist' }).waitFor()
  expect((await (await olga())('listWaiting', { query: {} })).items).toHaveLength(1)
})

it('a whole day has the same date in every zone, and no hour', async () => {
  await rows.waiting({ managerId: 'm-olga', subject: 'Conference', inHours: 50, allDay: true })
  const { pane } = await open({ timeZone: 'America/New_York' })
  const when = pane.getByRole('listitem', { name: 'Conference' }).locator('time')
  expect([await when.innerText(), await when.getAttribute('datetime')]).toEqual(['Tue 24 Nov', '2026-11-24'])
})

it('one answer is for this date, or for all past dates of its series', async () => {
  const ids: string[] = []
  for (const at of [1, 2, 3]) {
    const { id } = await aPlan(`Weekly ${at}`, -30 * at)
    await rows.meeting({ contactId: id, seriesKey: 'weekly' })
    ids.push(id)
  }
  const { pane, bodies } = await open()
  await pane.getByRole('group', { name: 'Outcome: Weekly 2' }).getByRole('button', { name: 'Held', exact: true }).click()
  const form = pane.getByRole('form', { name: 'Outcome: Weekly 2' })
  await eventually(() => form.getByRole('radio', { name: 'This one' }).isChecked(), true)
  await form.getByRole('radio', { name: 'All 3 past dates' }).check()
  await form.getByText('can’t be undone at once').waitFor()
  await form.getByRole('button', { name: 'Agreed' }).click()
  for (const at of [1, 2, 3]) await pane.getByText(`Weekly ${at}`, { exact: true }).waitFor({ state: 'detached' })
  expect(bodies('/api/contacts/outcomes')).toEqual([{ seriesOf: ids[1], outcome: 'held', result: 'Agreed' }])
  for (const id of ids) expect(await (await olga())('getContact', { id })).toMatchObject({ status: 'held', result: 'Agreed' })
})

it('the whole list is answered in one call, and what a colleague answered keeps that answer', async () => {
  const [left, gone] = [await aPlan('Still asked', -30), await aPlan('Answered meanwhile', -31)]
  const { pane, bodies, asked } = await open()
  await pane.getByRole('button', { name: 'All held' }).click()
  await (await server.as('anna@demo.example'))('recordOutcome', { id: gone.id, body: { outcome: 'not-held', result: 'They are ill' } })
  await pane.getByRole('group', { name: /^Mark \d+ as held/ }).getByRole('button', { name: 'Yes' }).click()
  await pane.getByRole('region', { name: 'No outcome yet' }).waitFor({ state: 'detached' })
  await pane.getByText(/^Held: \d+\. Answered for before: 1\.$/).waitFor({ state: 'attached' })
  expect([bodies('/api/contacts/outcomes').length, asked(`/api/contacts/${left.id}/outcome`)]).toEqual([1, 0])
  expect(await (await olga())('getContact', { id: gone.id })).toMatchObject({ status: 'cancelled', result: 'They are ill' })
})

it('a plan is put into one’s own calendar from its details, the pane sees it arrive, and takes it out', async () => {
  await allow()
  const { id } = await aPlan('Put it there', 30)
  const { pane, stand } = await openContact('Put it there')
  await pane.getByRole('button', { name: 'Put in my calendar' }).click()
  await pane.getByText('Is being put in the calendar…').waitFor()
  await server.db.write((tx) => tx.ownAppointment.update({ where: { contactId: id }, data: { state: 'placed', eventId: 'e-1' } }))
  await stand.clock.fastForward(4_000)
  await pane.getByText('Stands in the calendar').waitFor()
  await pane.getByRole('button', { name: 'Take out of my calendar' }).click()
  await pane.getByText('Is being taken out of the calendar…').waitFor()
  expect((await (await olga())('getContact', { id })).appointment).toMatchObject({ state: 'removing' })
})

it('what the calendar refused is said with the way to try again; where it is switched off nothing is offered', async () => {
  const [plan, failed] = [await aPlan('Only planned', 30), await aPlan('Not placed', 31)]
  const at = server.clock.now()
  await server.db.write((tx) => tx.ownAppointment.create({ data: { contactId: failed.id, managerId: 'm-olga', state: 'failed', problem: 'no-consent', dueAt: at, createdAt: at } }))
  const { pane } = await openContact('Not placed')
  await pane.getByText('The calendar could not be changed. The permission to write is missing.').waitFor()
  await pane.getByRole('button', { name: 'Try again' }).waitFor()
  await pane.getByRole('button', { name: plan.subject }).click()
  await pane.getByRole('link', { name: 'Open in the journal' }).waitFor()
  expect(await pane.getByRole('button', { name: 'Put in my calendar' }).count()).toBe(0)
})

it('after a next step one quiet button puts it into the calendar, only where that is switched on', async () => {
  const plan = async (item: string) => {
    const { pane } = await open({ item })
    await pane.getByRole('button', { name: 'Register', exact: true }).click()
    await pane.getByRole('button', { name: /^(Keep|In 3 days)$/ }).first().waitFor()
    while (await pane.getByRole('button', { name: 'Keep', exact: true }).isVisible()) await pane.getByRole('button', { name: 'Keep', exact: true }).click()
    await pane.getByRole('button', { name: 'In 3 days' }).click()
    await pane.getByRole('group', { name: 'Next step?' }).waitFor({ state: 'detached' })
    return pane
  }
  expect(await (await plan(letters.known.id)).getByRole('button', { name: 'Put in my calendar' }).count()).toBe(0)
  await allow()
  const pane = await plan(letters.otherKnown.id)
  await pane.getByRole('button', { name: 'Put in my calendar' }).click()
  await pane.getByText('Is being put in the calendar…').waitFor()
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  await pane.getByText('Is being put in the calendar…').waitFor({ state: 'detached' })
})

it('a contact says what its calendar knows: moved, of no known zone, of a series, and where it stands', async () => {
  const { id } = await aPlan('Moved about', 50)
  await rows.meeting({ contactId: id, zoneUnknown: true, seriesKey: 's', link: { managerId: 'm-olga', url: 'https://outlook.example/item' }, moves: [{ from: fromNow(10), to: fromNow(50), at: fromNow(-5), managerId: 'm-anna' }] })
  const { pane } = await openContact('Moved about')
  for (const words of ['Moved once', /→.*by Anna Orlova/, /does not say in which time zone/, 'One date of a series']) await pane.getByText(words).waitFor()
  await eventually(() => pane.getByRole('link', { name: 'Open in the calendar' }).getAttribute('href'), 'https://outlook.example/item')
})

it.each([['cancelled', 'Cancelled by the organiser'], ['declined', 'Declined in the calendar'], ['removed', 'Taken out of the calendar']] as const)('a contact says that its meeting was %s', async (cancellation, words) => {
  const { id } = await aPlan('Fell away', 50)
  await (await olga())('cancelContact', { id, body: {} })
  await rows.meeting({ contactId: id, cancellation })
  const { pane } = await openContact('Fell away')
  await pane.getByText(words).waitFor()
})

it('a meeting that may be the new date of one that fell away is joined to its past on a press', async () => {
  const [past, fresh] = [await aPlan('Prices, the old date', -240), await aPlan('Prices, the new date', 50)]
  await (await olga())('cancelContact', { id: past.id, body: {} })
  await rows.meeting({ contactId: past.id, cancellation: 'removed' })
  await rows.meeting({ contactId: fresh.id, resemblesId: past.id })
  const { pane } = await openContact('Prices, the new date')
  await pane.getByRole('group', { name: /^Perhaps the new date of the meeting of 12 November/ }).getByRole('button', { name: 'Join' }).click()
  await pane.getByRole('group', { name: /^Perhaps/ }).waitFor({ state: 'detached' })
  expect(await (await olga())('getContact', { id: past.id })).toMatchObject({ status: 'planned', startsAt: fresh.startsAt })
  await pane.getByText('Prices, the old date').waitFor({ state: 'detached' })
})

it('of a colleague’s private time it is said that it is taken, and nothing more', async () => {
  const { id } = await (await server.as('anna@demo.example'))('createContact', { body: { startsAt: fromNow(50), durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor', subject: '', private: true } })
  await rows.meeting({ contactId: id })
  const { pane } = await openContact('Busy')
  await pane.getByText('No text was kept.').waitFor()
})

it.each([['en', 320, 'light'], ['ru', 300, 'dark']] as const)('all of it is readable in %s at %i px, and clean for axe', async (language, paneWidth, theme) => {
  await allow()
  await rows.waiting({ managerId: 'm-olga', subject: 'Знакомство с поставщиком упаковки для нашей новой линии', inHours: 20, seriesId: 'w', guests: ['Vera', 'Konstantin Konstantinopolskij-Zaporozhchenko', 'c', 'd'].map((name) => ({ name, address: `${name.toLowerCase()}@a-very-long-domain-of-nobody.example` })) })
  const { id } = await aPlan('Weekly', -30)
  await rows.meeting({ contactId: id, seriesKey: 'weekly' })
  await rows.meeting({ contactId: (await aPlan('Weekly before', -60)).id, seriesKey: 'weekly' })
  const fresh = await aPlan('New date', 50)
  const past = await aPlan('Old date', 70)
  await (await olga())('cancelContact', { id: past.id, body: {} })
  await rows.meeting({ contactId: past.id, cancellation: 'cancelled' })
  await rows.meeting({ contactId: fresh.id, resemblesId: past.id, zoneUnknown: true, moves: [{ from: fromNow(10), to: fromNow(50), at: fromNow(-5), managerId: 'm-anna' }] })
  await aPlan('To be put', 90)
  const { pane, frame, stand, open: openLetter } = await open({ language, paneWidth, theme })
  await pane.getByRole('region', { name: language === 'en' ? 'Meetings without a client' : 'Встречи без клиента' }).waitFor()
  await pane.getByRole('group', { name: /Weekly$/ }).getByRole('button').first().click()
  await pane.getByRole('radio').last().check()
  const narrow = () => frame().evaluate(() => document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth)
  expect(await narrow()).toBe(false)
  await expectNoAxeFindings(frame())
  await openLetter(letters.known.subject)
  for (const subject of ['New date', 'To be put']) {
    await pane.getByRole('button', { name: subject }).click()
    await pane.getByRole('button', { name: subject === 'New date' ? /^(Join|Объединить)$/ : /^(Put in my calendar|Поставить в мой календарь)$/ }).waitFor()
    await stand.mouse.move(1, 1)
    expect(await narrow()).toBe(false)
    await expectNoAxeFindings(frame())
  }
})
