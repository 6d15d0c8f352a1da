import { gzipSync } from 'node:zlib'
import { identifyTexts } from '@counterpane/shared/text/identify-pane'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { openAtServerTime } from './pane-at-server-time'
import { letters } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

type Options = Parameters<typeof openAtServerTime>[2]
/** The pane's day is the server's, whatever day the machine has. */
const open = (options: Options) => openAtServerTime(browser.newPage, server, options)
const sidebar = '/api/sidebar'
const registering = '/api/contacts/register-message'

it('the first open shows who wrote and what is open, within the budget', async () => {
  const loaded: { url: string; body: Promise<Buffer> }[] = []
  const { stand, pane, asked } = await openAtServerTime(async (options) => {
    const page = await browser.newPage(options)
    page.on('response', (response) => { if (/\/(outlook|api)\//.test(response.url()) && !response.url().includes('/demo/') && !response.url().endsWith('.svg')) loaded.push({ url: response.url(), body: response.body() }) })
    return page
  }, server, { item: letters.known.id })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  for (const words of ['contact person\'s address', 'Responsible: Olga Smirnova', 'Open tasks', 'History']) await pane.getByText(words).first().waitFor()
  expect(await pane.getByRole('link', { name: 'ООО «Вектор»' }).getAttribute('href')).toMatch(/^\/journal\/#\/clients\/.+/)
  expect(asked(sidebar)).toBe(1)
  await stand.waitForLoadState('networkidle')
  expect(loaded.map(({ url }) => new URL(url).pathname).filter((path) => !path.endsWith('.js') && !path.endsWith('.css'))).toEqual(['/outlook/taskpane.html', '/api/session', sidebar, '/api/settings'])
  // The letter has a file, so the line about files comes with it.
  expect(loaded.map(({ url }) => /\/(\w+)\.\w+\.(?:js|css)$/.exec(new URL(url).pathname)?.[1]).filter(Boolean).sort()).toEqual(['files', 'griffel', 'pane'])
  const bundles = await Promise.all(loaded.filter(({ url }) => /\.(js|css)$/.test(url)).map(({ body }) => body))
  expect(bundles.reduce((sum, bundle) => sum + gzipSync(bundle, { level: 9 }).length, 0) / 1024).toBeLessThanOrEqual(125)
})

it('an address of two people shows the one in contact last, and offers the other one', async () => {
  const { pane } = await open({ item: letters.twoOfOneAddress.id })
  await pane.getByText(identifyTexts.en.alsoPossible).waitFor()
  const [shown, offered] = [await pane.getByRole('heading', { level: 1 }).innerText(), await pane.getByRole('button', { name: / Lee · / }).innerText()]
  expect([shown, offered.split(' · ')[0]].sort()).toEqual(['Kim Lee', 'Sam Lee'])
})

it('one click registers, a second pane says who did, and undo frees the message', async () => {
  const { pane, asked } = await open({ item: letters.otherKnown.id })
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you, \d\d:\d\d/).waitFor()
  await pane.getByText('for Beta Industries', { exact: true }).waitFor()
  const anna = await server.as('anna@demo.example')
  const [contact] = (await anna('listContacts', { query: { q: 'order 4471 delivery', method: 'letter' } })).items
  expect(contact).toMatchObject({ source: 'outlook', registeredBy: { name: 'Olga Smirnova' } })
  expect(contact?.content).not.toBe('')

  const again = await open({ item: letters.otherKnown.id })
  await again.pane.getByText(/Registered by you/).waitFor()
  expect(again.asked(registering)).toBe(0)

  await pane.getByRole('button', { name: 'Undo' }).click()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  expect(asked(sidebar)).toBe(1)
})

it('what a colleague has registered is said with the colleague’s name', async () => {
  const anna = await server.as('anna@demo.example')
  await anna('registerMessage', { body: { message: { messageId: letters.clientOnly.id, subject: letters.clientOnly.subject, sentAt: '2026-11-16T09:30:02Z', from: { name: 'Дельта', address: 'info@delta.example' }, to: [{ address: 'olga@demo.example' }] } } })
  const { pane } = await open({ item: letters.clientOnly.id })
  await pane.getByText(/Registered by Anna Orlova/).waitFor()
  expect(await pane.getByRole('button', { name: 'Undo' }).count()).toBe(0)
})

it('after registering it asks what is closed by it, then for the next step, and plans it', async () => {
  const { pane } = await open({ item: letters.known.id })
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  for (const question of [/Closes the plan of/, /Closes the task/]) {
    await pane.getByText(question).waitFor()
    await pane.getByRole('button', { name: 'Keep' }).click()
  }
  await pane.getByLabel('Method').selectOption('meeting')
  await pane.getByRole('button', { name: 'Next working day 10:00' }).click()
  await pane.getByText('Next step?').waitFor({ state: 'detached' })
  const olga = await server.as('olga@demo.example')
  const planned = (await olga('listContacts', { query: { status: 'planned', method: 'meeting', sort: '-createdAt' } })).items[0]
  expect(planned?.previousId).not.toBeNull()
})

it('an unknown sender becomes a person of a new client and a registered contact in one save', async () => {
  const { pane } = await open({ item: letters.unknown.id })
  const form = pane.getByRole('form', { name: 'Who is it?' })
  await form.waitFor()
  await eventually(() => form.getByRole('textbox', { name: /^Name/ }).inputValue(), 'Екатерина Лаптева')
  await eventually(() => form.getByLabel('Client’s name').inputValue(), 'Laptrade')
  await form.getByLabel('Client’s name').fill('Лаптев и партнёры')
  await form.getByRole('button', { name: 'Save and register' }).click()
  await pane.getByText(/Registered by you/).waitFor()
  await pane.getByText('for Лаптев и партнёры', { exact: true }).waitFor()
  await pane.getByText('contact person\'s address').waitFor()
})

it('a suggestion is a question, and "always for this address" answers it for good', async () => {
  const { pane, stand, asked } = await open({ item: letters.suggestion.id })
  await pane.getByText('Perhaps ООО «Вектор»').waitFor()
  await pane.getByText('domain vector.example, 14 of 15 people').first().waitFor()
  expect(await pane.getByRole('button', { name: 'Register', exact: true }).count()).toBe(0)
  await pane.getByRole('button', { name: 'It is', exact: true }).click()
  await pane.getByRole('button', { name: 'Always for this address' }).click()
  await pane.getByText(/chosen by Olga Smirnova/).waitFor()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  expect(asked('/api/choices')).toBe(1)
  expect(await stand.title()).toContain('Mail')
})

it('of several people in one email another can be chosen, for this email only', async () => {
  const { pane } = await open({ item: letters.several.id })
  await pane.getByRole('heading', { name: 'In this email' }).waitFor()
  await pane.getByRole('button', { name: /Мария Климова/ }).click()
  await pane.getByRole('heading', { level: 1, name: 'Мария Климова' }).waitFor()
  await pane.getByRole('button', { name: /^Register for/ }).waitFor()
  await pane.getByRole('button', { name: 'Back to the sender' }).click()
  await pane.getByRole('heading', { level: 1, name: 'Павел Громов' }).waitFor()
})

it('between colleagues there is nothing to register, and somebody pretending is warned of', async () => {
  const { pane, open: openLetter } = await open({ item: letters.colleagues.id })
  await pane.getByText('An email between colleagues. Nothing to register.').waitFor()
  await openLetter(letters.lookAlike.subject)
  await pane.getByRole('alert').getByText(/vect0r\.example looks like vector\.example/).waitFor()
})

it('a message taken out of processing is not offered again until it is taken back', async () => {
  const { pane } = await open({ item: letters.thirdKnown.id })
  await pane.getByRole('button', { name: 'Other ways to register' }).click()
  await pane.getByRole('menuitem', { name: 'Not to be processed' }).click()
  await pane.getByText('Not to be processed.').waitFor()
  await pane.getByRole('button', { name: 'Take back' }).click()
  await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
})

it('a call is logged and a task made, done and moved, beside the email', async () => {
  const { pane, asked } = await open({ item: letters.thirdKnown.id })
  await pane.getByRole('button', { name: 'Log a call' }).click()
  await pane.getByRole('button', { name: 'Agreed' }).click()
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  await pane.getByRole('form').waitFor({ state: 'detached' })
  await pane.getByRole('button', { name: 'Task', exact: true }).click()
  await pane.getByLabel('What is to be done').fill('Send the new price')
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  const done = pane.getByRole('button', { name: 'Done: Send the new price' })
  await done.waitFor()
  await pane.getByRole('button', { name: 'Move: Send the new price' }).click()
  await pane.getByRole('menuitem', { name: /^In 3 days/ }).click()
  await pane.getByText('in 3 days').first().waitFor()
  await done.click()
  await pane.getByLabel('Result, if there is one').fill('Sent')
  await pane.getByLabel('Result, if there is one').press('Enter')
  await done.waitFor({ state: 'detached' })
  expect(asked(sidebar)).toBe(1)
})

it('nothing open is the manager’s day, in which nothing of the last message is left', async () => {
  const { pane, stand } = await open({ item: letters.known.id })
  await pane.getByRole('heading', { level: 1, name: 'Ivan Petrov' }).waitFor()
  await stand.getByRole('button', { name: 'Nothing open' }).click()
  await pane.getByRole('heading', { name: 'My day' }).waitFor()
  expect(await pane.getByText('Ivan Petrov').count()).toBe(0)
  await expectNoAxeFindings(stand)
})
