import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { openAtServerTime } from './pane-at-server-time'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openAtServerTime>[2] = {}) => openAtServerTime(browser.newPage, server, { mode: 'compose', ...options })
const [sidebar, orders] = ['/api/sidebar', '/api/send-orders']
const ivan = 'Ivan Petrov <ivan.petrov@vector.example>'
const whenSent = { name: 'Register when sent' }
const registeredAs = async (subject: string) => (await (await server.as('olga@demo.example'))('listContacts', { query: { q: subject, method: 'letter' } })).items

/** The choice is remembered for the manager: a test that turns it on leaves it off. */
afterEach(async () => { await (await server.as('olga@demo.example'))('patchMe', { body: { preferences: { registerOnSend: false } } }) })

it('recipients are recognised as they are typed, with one question for each set of them', async () => {
  const { pane, compose, heading, asked, bodies, frame } = await open()
  await pane.getByText('Add recipients: here you will see who they are').waitFor()
  expect(asked(sidebar)).toBe(0)
  await expectNoAxeFindings(frame())
  await compose({ to: ivan })
  await heading('Ivan Petrov')
  await pane.getByRole('heading', { name: 'Open tasks' }).waitFor()
  expect(bodies(sidebar)).toMatchObject([{ message: { messageId: null, from: { address: 'olga@demo.example' }, to: [{ address: 'ivan.petrov@vector.example' }] } }])
  await compose({ to: `${ivan}; john.ross@beta.example` })
  const recipients = pane.getByRole('region', { name: 'Recipients' })
  await recipients.getByText('contact person · Beta Industries').waitFor()
  await expectNoAxeFindings(frame())
  await recipients.getByRole('button', { name: /john\.ross/ }).click()
  await heading('John Ross')
  await compose({ to: ivan })
  await heading('Ivan Petrov')
  await recipients.waitFor({ state: 'detached' })
  expect(asked(sidebar)).toBe(2)
})

it('an answer about recipients who are there no more is dropped, however late it comes', async () => {
  const { pane, stand, compose, heading } = await open()
  const held: (() => void)[] = []
  await stand.route(`**${sidebar}`, async (route) => {
    if (route.request().postData()?.includes('john.ross')) await new Promise<void>((go) => { held.push(go) })
    await route.continue()
  })
  await compose({ to: 'john.ross@beta.example' })
  while (held.length === 0) await stand.waitForTimeout(20)
  await compose({ to: ivan })
  await heading('Ivan Petrov')
  const late = stand.waitForResponse((response) => response.request().postData()?.includes('john.ross') ?? false)
  held[0]?.()
  await (await late).finished()
  await stand.waitForTimeout(200)
  expect(await pane.getByText('Beta Industries').count()).toBe(0)
  await heading('Ivan Petrov')
})

it('an Outlook that tells nothing of added recipients is looked at again', async () => {
  const { pane, compose, heading } = await open({ set: '1.5' })
  await pane.getByText('Add recipients: here you will see who they are').waitFor()
  await compose({ to: ivan })
  await heading('Ivan Petrov')
})

it('a letter about to go to somebody who only looks like a client is warned of before everything else', async () => {
  const { pane, compose, frame } = await open({ language: 'ru', paneWidth: 300, theme: 'dark' })
  await compose({ to: `${ivan}; Ivan Petrov <ivan.petrov@vect0r.example>` })
  const warning = pane.getByRole('alert').filter({ hasText: 'Проверьте адрес перед отправкой' })
  await warning.getByText(/vect0r\.example похож на vector\.example/).waitFor()
  await pane.getByText('нет в базе клиентов', { exact: false }).waitFor()
  expect(await frame().evaluate(() => document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth)).toBe(false)
  await expectNoAxeFindings(frame())
})

it('a letter that is to be registered is registered by its sending, and known when it is opened', async () => {
  // Outlook does not tell of a subject: sending may be faster than the pane's next look, which is then told that the letter has left.
  const { pane, compose, send, folder, open: openLetter, asked } = await open({ expectedErrors: [/409 .*\/api\/send-orders\//] })
  await compose({ to: ivan, body: 'Dear Ivan' })
  await pane.getByRole('switch', whenSent).click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor()
  expect(asked(orders)).toBe(1)
  await compose({ subject: 'Offer for the spring' })
  await send()
  expect(await registeredAs('Offer for the spring')).toMatchObject([{ direction: 'outgoing', counterparty: { name: 'ООО «Вектор»' }, registeredBy: { name: 'Olga Smirnova' } }])
  await folder('sent')
  await openLetter('Offer for the spring')
  await pane.getByText(/Registered by you/).waitFor()
  await pane.getByText('Sent by you').waitFor()
  const [contact, ...others] = await registeredAs('Offer for the spring')
  expect(others).toEqual([])
  expect(contact?.messageId).not.toBeNull()
})

it('where Outlook tells nothing of sending it is registered when the sent letter is opened, by itself', async () => {
  const { pane, compose, send, folder, open: openLetter } = await open({ set: '1.8' })
  await compose({ to: ivan, subject: 'Offer from an older Outlook', body: 'Dear Ivan' })
  await pane.getByRole('switch', whenSent).click()
  await pane.getByText('It will be registered when the sent email is next opened.').waitFor()
  await send()
  expect(await registeredAs('Offer from an older Outlook')).toEqual([])
  await folder('sent')
  await openLetter('Offer from an older Outlook')
  await pane.getByText(/Registered by you/).waitFor()
  expect(await registeredAs('Offer from an older Outlook')).toHaveLength(1)
})

it('the choice is remembered, an order of a letter is found again by the next pane, and taken back with the switch', async () => {
  const { pane, stand, compose } = await open()
  await compose({ to: ivan, subject: 'Remembered' })
  await pane.getByRole('switch', whenSent).click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor()
  expect((await (await server.as('olga@demo.example'))('me')).preferences.registerOnSend).toBe(true)
  const calls: string[] = []
  stand.on('request', (request) => { if (request.url().includes(orders)) calls.push(request.method()) })
  await stand.locator('#close').click()
  await stand.locator('#reopen').click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor()
  await pane.getByRole('switch', whenSent).click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor({ state: 'detached' })
  while (!calls.includes('DELETE')) await stand.waitForTimeout(50)
  expect(calls).not.toContain('POST')
  const other = await open({ to: 'john.ross@beta.example', subject: 'Another' })
  await other.heading('John Ross')
  await eventually(() => other.pane.getByRole('switch', whenSent).isChecked(), false)
})

it('a letter that comes to stay between colleagues gives its order back', async () => {
  const { pane, stand, compose } = await open()
  await compose({ to: ivan, subject: 'Inside' })
  await pane.getByRole('switch', whenSent).click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor()
  const takenBack = stand.waitForResponse((response) => response.request().method() === 'DELETE')
  await compose({ to: 'anna@demo.example' })
  await pane.getByText('An email between colleagues. Nothing to register.').waitFor()
  expect((await takenBack).status()).toBe(204)
})

it('without a connection it is said that nothing was arranged, writing goes on, and Retry arranges it', async () => {
  // The subject is there from the first: one typed now would be seen later, and the pane would try again by itself.
  const { pane, stand, compose } = await open({ to: ivan, subject: 'On the train' })
  const wish = pane.getByRole('switch', whenSent)
  await wish.waitFor()
  await stand.locator('#offline').setChecked(true, { force: true })
  await wish.click()
  await pane.getByText(/Not arranged yet/).waitFor()
  await compose({ body: 'The train is late.' })
  await stand.locator('#offline').setChecked(false, { force: true })
  await pane.getByRole('button', { name: 'Retry' }).click()
  await pane.getByText('It is registered as soon as it is sent.').waitFor()
})

it('a letter started from a contact carries its subject, people and words, and joins its chain when it is sent', async () => {
  const { pane, stand, send, frame } = await open({ mode: 'read', item: '<v1.20261109@vector.example>' })
  const history = pane.getByRole('region', { name: 'History' })
  await history.getByRole('button', { name: /received Рекламация/ }).click()
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: 'Write an email' }).click()
  await stand.locator('#letter-to').waitFor()
  expect(await stand.locator('#letter-to').inputValue()).toContain('vector.example')
  const subject = await stand.locator('#letter-subject').inputValue()
  expect(subject).toMatch(/^Re: Рекламация/)
  expect(await stand.locator('#letter-body').inputValue()).toMatch(/^\s*\n.*2026.*:\s*\n> /)
  await pane.getByText('It will be linked to the contact that it was started from.').waitFor()
  await send()
  const [contact] = (await registeredAs('Рекламация')).filter((one) => one.subject === subject && one.previousId !== null)
  expect(contact?.direction).toBe('outgoing')
})

it('a phone has no form for a letter: the mail program is offered with the same words', async () => {
  const { pane } = await open({ mode: 'read', item: '<v1.20261109@vector.example>', host: 'OutlookIOS' })
  await pane.getByRole('region', { name: 'History' }).getByRole('button', { name: /received Рекламация/ }).click()
  await pane.getByRole('button', { name: 'Write an email' }).click()
  const link = pane.getByRole('link', { name: /write in the mail program/ })
  expect(await link.getAttribute('href')).toMatch(/^mailto:[^?]+@vector\.example\?subject=Re%3A%20/)
})
