import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openAtServerTime } from './pane-at-server-time'
import { letters } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openAtServerTime>[2] = {}) => openAtServerTime(browser.newPage, server, { item: 'none', ...options })
const day = '/api/my-day'
const hoursAgo = (hours: number) => new Date(server.clock.now().getTime() - hours * 3_600_000).toISOString()

async function aPastMeeting(subject: string) {
  const olga = await server.as('olga@demo.example')
  return olga('createContact', { body: { startsAt: hoursAgo(30), durationMinutes: 60, method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-vektor', subject } })
}

it.each([['en', 320, 'light'], ['ru', 300, 'dark']] as const)('the day in %s at %i px: one question, everything readable', async (language, paneWidth, theme) => {
  const { pane, frame, asked } = await open({ language, paneWidth, theme })
  await pane.getByRole('heading', { level: 1, name: language === 'en' ? 'My day' : 'Мой день' }).waitFor()
  for (const name of language === 'en' ? ['Overdue', 'Today', 'No outcome yet'] : ['Просрочено', 'Сегодня', 'Без результата']) await pane.getByRole('region', { name, exact: true }).waitFor()
  expect([asked(day), asked('/api/tasks'), asked('/api/contacts')]).toEqual([1, 0, 0])
  expect(await frame().evaluate(() => document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth)).toBe(false)
  await expectNoAxeFindings(frame())
})

it('a past meeting gets its outcome in two clicks, and is asked about no more', async () => {
  const meeting = await aPastMeeting('Prices for the winter')
  const { pane } = await open()
  const question = pane.getByRole('group', { name: 'Outcome: Prices for the winter' })
  await question.getByRole('button', { name: 'Held', exact: true }).click()
  await pane.getByRole('form', { name: 'Outcome: Prices for the winter' }).getByRole('button', { name: 'Agreed' }).click()
  await pane.getByText('Prices for the winter', { exact: true }).waitFor({ state: 'detached' })
  const olga = await server.as('olga@demo.example')
  expect(await olga('getContact', { id: meeting.id })).toMatchObject({ status: 'held', result: 'Agreed' })
})

it('a meeting that was moved is the same contact at its new time, one that was not held is cancelled with the reason', async () => {
  const [moved, missed] = [await aPastMeeting('To be moved'), await aPastMeeting('Nobody came')]
  const { pane, stand } = await open()
  await pane.getByRole('group', { name: 'Outcome: To be moved' }).getByRole('button', { name: 'Moved' }).click()
  await pane.getByLabel('New time').fill('2026-12-01T15:00')
  await stand.keyboard.press('Enter')
  await pane.getByText('To be moved', { exact: true }).waitFor({ state: 'detached' })
  await pane.getByRole('group', { name: 'Outcome: Nobody came' }).getByRole('button', { name: 'Not held' }).click()
  await pane.getByLabel('Why not?').fill('Snow')
  await stand.keyboard.press('Enter')
  await pane.getByText('Nobody came', { exact: true }).waitFor({ state: 'detached' })
  const olga = await server.as('olga@demo.example')
  expect(await olga('getContact', { id: moved.id })).toMatchObject({ status: 'planned', startsAt: '2026-12-01T12:00:00.000Z' })
  expect(await olga('getContact', { id: missed.id })).toMatchObject({ status: 'cancelled', result: 'Snow' })
})

it('the whole list is answered as held after one question', async () => {
  const made = [await aPastMeeting('One of a list'), await aPastMeeting('Another of a list')]
  const { pane } = await open()
  await pane.getByRole('button', { name: 'All held' }).click()
  await pane.getByRole('group', { name: /^Mark \d+ as held/ }).getByRole('button', { name: 'Yes' }).click()
  await pane.getByRole('region', { name: 'No outcome yet' }).waitFor({ state: 'detached' })
  const olga = await server.as('olga@demo.example')
  for (const { id } of made) expect((await olga('getContact', { id })).status).toBe('held')
})

it('what is done leaves the day at once, and what was registered is found with its way back', async () => {
  const { pane, open: openLetter, stand } = await open()
  await pane.getByText('No emails have been registered today yet.').waitFor()
  await pane.getByRole('button', { name: 'Done: Позвонить по рекламации' }).click()
  await pane.getByLabel('Result, if there is one').press('Enter')
  await pane.getByRole('button', { name: 'Done: Позвонить по рекламации' }).waitFor({ state: 'detached' })

  await openLetter(letters.otherKnown.subject)
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  await stand.locator('#deselect').click()
  const registered = pane.getByRole('region', { name: 'Registered today' })
  await registered.getByText('Beta Industries · Registered by Olga Smirnova').waitFor()
  await registered.getByRole('button').click()
  expect(await registered.getByRole('link', { name: 'Open in the journal' }).getAttribute('href')).toMatch(/^\/journal\/#\/contacts\/.+/)
  await registered.getByRole('button', { name: 'Open email' }).click()
  await pane.getByRole('heading', { level: 1, name: 'John Ross' }).waitFor()
})

it('the day is read again on coming home and by Refresh, and what was known is shown meanwhile and without a connection', async () => {
  const { pane, open: openLetter, stand, asked } = await open()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
  await openLetter(letters.known.subject)
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await stand.locator('#deselect').click()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
  expect(asked(day)).toBe(2)
  await pane.getByRole('button', { name: 'Refresh', exact: true }).click()
  await pane.getByText('Refreshed.').waitFor({ state: 'attached' })
  expect(asked(day)).toBe(3)
  await stand.locator('#offline').setChecked(true, { force: true })
  await pane.getByRole('button', { name: 'Refresh', exact: true }).click()
  await pane.getByText('There is no connection: this is what was known before.').waitFor()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
})

it('five minutes later the day is read by itself', async () => {
  const { pane, stand, asked } = await open()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
  await stand.clock.fastForward(4 * 60_000)
  expect(asked(day)).toBe(1)
  const again = stand.waitForRequest((request) => request.url().includes(day))
  await stand.clock.fastForward(2 * 60_000)
  await again
})

it('a server that fails is said with the way to try again', async () => {
  const { pane, stand } = await open({ item: letters.known.id, expectedErrors: [/500/] })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await stand.route(`**${day}*`, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal","title":"Something is wrong here","status":500,"detail":"","reference":"r-1","type":""}' }))
  await stand.locator('#deselect').click()
  await pane.getByRole('alert').getByText('Something is wrong here').waitFor()
  await stand.unroute(`**${day}*`)
  await pane.getByRole('button', { name: /Retry/ }).click()
  await pane.getByRole('region', { name: 'Overdue' }).waitFor()
})

it('the client base is searched from home, by keyboard', async () => {
  const { pane, stand } = await open()
  await pane.getByRole('button', { name: 'Find a client or a person' }).focus()
  await stand.keyboard.press('Enter')
  await pane.getByRole('form', { name: 'Find a client or a person' }).waitFor()
  await stand.keyboard.type('Beta')
  await pane.getByText('Beta Industries').first().waitFor()
  // Once for the results, once for the search itself.
  await stand.keyboard.press('Escape')
  await stand.keyboard.press('Escape')
  await pane.getByRole('form').waitFor({ state: 'detached' })
  expect(await pane.getByRole('button', { name: 'Find a client or a person' }).evaluate((button) => button === document.activeElement)).toBe(true)
})
