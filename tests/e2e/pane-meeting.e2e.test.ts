import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openAtServerTime } from './pane-at-server-time'
import { letters, meetings } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openAtServerTime>[2] = {}) => openAtServerTime(browser.newPage, server, options)
const openMeeting = (name: keyof typeof meetings, options: Parameters<typeof openAtServerTime>[2] = {}) => open({ mode: meetings[name].mode, item: meetings[name].subject, ...options })
const [asking, registering] = ['/api/sidebar/meeting', '/api/contacts/register-meeting']

it.each([
  ['pastKnown', 'en', 320, 'light', 'Ivan Petrov', 'Register it now'],
  ['ownOnline', 'ru', 300, 'dark', 'John Ross', 'Запланировать как контакт'],
  ['unknown', 'ru', 320, 'light', 'Maria Costa', 'С каким клиентом эта встреча?'],
  ['internal', 'en', 300, 'light', 'Planning of the department', 'A meeting between colleagues. Nothing to register.'],
  ['private', 'en', 320, 'dark', 'Dentist', 'Add attendees: here you will see who they are and what was agreed.'],
] as const)('the meeting "%s" in %s at %i px is one question and readable', async (name, language, paneWidth, theme, heading, words) => {
  const { pane, frame, asked } = await openMeeting(name, { language, paneWidth, theme })
  await pane.getByRole('heading', { level: 1, name: heading }).waitFor()
  await pane.getByText(words).waitFor()
  expect([asked(asking), asked('/api/sidebar')]).toEqual([1, 0])
  expect(await frame().evaluate(() => document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth)).toBe(false)
  await expectNoAxeFindings(frame())
})

it('a past meeting is registered with its text, and known when its window is opened again', async () => {
  const { pane, bodies } = await openMeeting('pastKnown')
  const attendees = pane.getByRole('region', { name: 'Attendees' })
  await attendees.getByText('contact person · ООО «Вектор» · s.belova@vector.example').waitFor()
  await pane.getByRole('button', { name: 'Register it now' }).click()
  await pane.getByRole('region', { name: 'This meeting' }).getByText(/^Held · yesterday 15:00/).waitFor()
  expect(bodies(registering)).toMatchObject([{ meeting: { text: 'Discount for the December order, terms of delivery.' } }])
  const again = await openMeeting('pastKnown')
  await again.pane.getByRole('region', { name: 'This meeting' }).getByText(/^Held/).waitFor()
})

it('a meeting ahead is planned, and asks for its outcome when it has passed: held, with the next step', async () => {
  const { pane } = await openMeeting('nextKnown')
  await pane.getByRole('button', { name: 'Plan it as a contact' }).click()
  await pane.getByRole('region', { name: 'This meeting' }).getByText(/^Planned · tomorrow 10:00/).waitFor()
  const now = server.clock.now()
  server.clock.advance(2 * 24 * 3_600_000)
  try {
    const later = await openMeeting('nextKnown', { now: now.getTime() })
    const question = later.pane.getByRole('region', { name: 'This meeting' })
    await question.getByText(/^Overdue/).waitFor()
    await question.getByRole('button', { name: 'Held', exact: true }).click()
    await later.pane.getByRole('checkbox', { name: 'Plan the next step' }).check()
    await later.pane.getByLabel('When').fill('2026-12-02T10:00')
    await expectNoAxeFindings(later.frame())
    await later.pane.getByRole('button', { name: 'An offer is to be sent' }).click()
    await later.pane.getByRole('button', { name: 'Save' }).click()
    await question.getByText(/^Held/).waitFor()
    await question.getByText('An offer is to be sent').waitFor()
  } finally {
    server.clock.set(now.toISOString())
  }
  const olga = await server.as('olga@demo.example')
  const [held] = (await olga('listContacts', { query: { q: 'samples for the spring', status: 'held' } })).items
  const next = (await olga('listContacts', { query: { status: 'planned', from: '2026-12-02T06:00:00Z', to: '2026-12-02T08:00:00Z' } })).items
  expect(next).toMatchObject([{ previousId: held?.id, startsAt: '2026-12-02T07:00:00.000Z' }])
})

it('a meeting with nobody known takes the client that is searched for, privately if wanted', async () => {
  const { pane, bodies } = await openMeeting('unknown')
  await pane.getByText('Whose meeting is it?').waitFor()
  await pane.getByRole('button', { name: 'Choose a client' }).click()
  await pane.getByRole('combobox', { name: 'Choose a client' }).fill('Beta Ind')
  await pane.getByText('Beta Industries').first().click()
  await pane.getByText('chosen by you for this meeting').waitFor()
  await pane.getByRole('checkbox', { name: /^Private/ }).check()
  await pane.getByRole('button', { name: 'Plan it as a contact' }).click()
  await pane.getByRole('region', { name: 'This meeting' }).getByText('Client: Beta Industries').waitFor()
  expect(bodies(registering)).toMatchObject([{ private: true, meeting: { text: null } }])
})

it('the organiser’s changes of people and of time are followed, each with one question', async () => {
  const { pane, stand, heading, asked } = await openMeeting('ownOnline')
  await heading('John Ross')
  await stand.locator('#meeting-required').fill('Ivan Petrov <ivan.petrov@vector.example>')
  await stand.locator('#meeting-optional').fill('')
  await stand.locator('#meeting-optional').blur()
  await heading('Ivan Petrov')
  await pane.getByRole('region', { name: 'Attendees' }).waitFor({ state: 'detached' })
  const before = asked(asking)
  await stand.locator('#meeting-start').fill('2026-11-24T11:00')
  const answered = stand.waitForResponse((response) => response.url().endsWith(asking))
  await stand.locator('#meeting-end').fill('2026-11-24T12:00')
  await stand.locator('#meeting-end').blur()
  await answered
  await pane.getByRole('region', { name: 'This meeting' }).getByText(/^Planned/).waitFor()
  expect(asked(asking)).toBe(before + 1)
})

it('a message that cancels a meeting says so, and its planned contact is cancelled in one click', async () => {
  const first = await open({ item: letters.cancelled.id })
  const word = first.pane.getByRole('region', { name: 'This meeting' })
  await word.getByText(/^The meeting is cancelled: .*\d\d:\d\d/).waitFor()
  while (first.asked(asking) === 0) await first.stand.waitForTimeout(20)
  const { meeting } = first.bodies(asking)[0] as { meeting: { startsAt: string; subject: string } }
  expect(meeting.subject).not.toMatch(/cancel/i)
  const olga = await server.as('olga@demo.example')
  const planned = await olga('createContact', { body: { startsAt: meeting.startsAt, durationMinutes: 60, method: 'meeting', direction: 'incoming', status: 'planned', counterpartyId: 'cp-beta', subject: meeting.subject } })
  const { pane, frame } = await open({ item: letters.cancelled.id })
  await pane.getByRole('button', { name: 'Cancel the planned contact' }).click()
  await pane.getByRole('region', { name: 'This meeting' }).getByText(/^Cancelled/).waitFor()
  await expectNoAxeFindings(frame())
  expect(await olga('getContact', { id: planned.id })).toMatchObject({ status: 'cancelled' })
})

it('an answer to an invitation is said in words, in both languages', async () => {
  const english = await open({ item: letters.accepted.id })
  await english.pane.getByText(/^Accepted: .*Office of Vector|^Accepted: /).first().waitFor()
  const russian = await open({ item: letters.accepted.id, language: 'ru' })
  await russian.pane.getByText(/^Приглашение принято: /).waitFor()
})

it('an appointment that Outlook does not give is said, and read again', async () => {
  const { pane, set, frame } = await openMeeting('ownOnline', { switches: { failure: '9020' } })
  await pane.getByText('Outlook did not tell about this appointment.').waitFor()
  await expectNoAxeFindings(frame())
  await set('failure', 'none')
  await pane.getByRole('heading', { level: 1, name: 'John Ross' }).waitFor()
})
