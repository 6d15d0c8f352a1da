import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually } from './journal-screen'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, server.url, { height: 1600, ...options })
const forwarded = 'Fwd: Приглашение на приёмку'
const clientOf = async (name: string) => (await (await server.as('olga@demo.example'))('listCounterparties', { query: { q: name } })).items[0]
const focused = ({ frame }: Awaited<ReturnType<typeof open>>) => frame().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

it('a contact that involves several clients stands in the feeds of all of them', async () => {
  const { pane, frame, bodies } = await open({ item: letters.otherKnown.id })
  await pane.getByRole('button', { name: 'Other ways to register' }).click()
  await pane.getByRole('menuitem', { name: 'Also involves…' }).click()
  const search = pane.getByRole('combobox', { name: 'Find a client to add' })
  for (const words of ['вектор', 'дельта', 'громов']) {
    await search.fill(words)
    await pane.getByRole('option').first().waitFor()
    await search.press('Enter')
  }
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: /^Remove .*Громов/ }).click()
  await pane.getByRole('form').getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  const [vector, delta, gromov] = await Promise.all(['Вектор', 'Дельта', 'Громов'].map(clientOf))
  expect(bodies('/api/contacts/register-message')).toMatchObject([{ alsoCounterpartyIds: [vector?.id, delta?.id] }])
  const olga = await server.as('olga@demo.example')
  const feeds = await Promise.all([vector, delta, gromov].map((client) => olga('feed', { id: client?.id ?? '', query: { kind: 'contact', limit: 50 } })))
  expect(feeds.map(({ items }) => items.some(({ contact }) => contact?.subject === letters.otherKnown.subject && contact.source === 'outlook'))).toEqual([true, true, false])
})

it('an email between colleagues is registered for a client chosen by hand; the forwarded sender’s is offered', async () => {
  const { pane, frame } = await open({ item: forwarded })
  await pane.getByRole('button', { name: 'Register anyway…' }).click()
  await pane.getByText('Forwarded from Олег Титов').waitFor()
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: '«Дельта»', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  await pane.getByText('for «Дельта»', { exact: true }).waitFor()
})

it('the form for somebody unknown takes phone and job title from the signature, marked as guessed, and leaves typed words alone', async () => {
  const { pane, frame } = await open({ item: letters.unknown.id, body: 'slow' })
  const form = pane.getByRole('form', { name: 'Who is it?' })
  await form.getByLabel('Position').fill('buyer')
  await form.getByText('guessed from the signature').waitFor()
  await eventually(() => form.getByLabel('Position').inputValue(), 'buyer')
  await eventually(() => form.getByLabel('Phone').inputValue(), '+7 (383) 555-05-15, +7 913 555-05-16')
  await expectNoAxeFindings(frame())
  await form.getByRole('button', { name: 'Save and register' }).click()
  await pane.getByText(/Registered by you/).waitFor()
  const olga = await server.as('olga@demo.example')
  const [person] = (await olga('listPersons', { query: { address: 'e.lapteva@laptrade.example' } })).items
  expect(person).toMatchObject({ position: 'buyer', phones: ['+7 (383) 555-05-15', '+7 913 555-05-16'] })
})

it('the client base is searched from the keyboard, the card says how to reach them, and a meeting of yesterday is logged from it', async () => {
  const stand = await open({ item: letters.thirdKnown.id })
  const { pane, frame, stand: page } = stand
  await pane.getByRole('button', { name: 'Find a client or a person' }).click()
  const search = pane.getByRole('combobox', { name: 'Find a client or a person' })
  await search.fill('росс')
  await search.fill('ross')
  await pane.getByRole('option', { name: /John Ross/ }).waitFor()
  await pane.getByText(/^\d+ results?$/).waitFor({ state: 'attached' })
  const named = () => search.evaluate((input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '')
  for (let step = 0; step < 5 && !(await named()).startsWith('John Ross'); step++) await page.keyboard.press('ArrowDown')
  await expectNoAxeFindings(frame())
  await page.keyboard.press('Enter')
  const card = pane.getByRole('group', { name: 'John Ross' })
  await card.getByRole('link', { name: /^\+44/ }).first().waitFor()
  await expectNoAxeFindings(frame())
  await card.getByRole('button', { name: 'Log a call' }).click()
  await pane.getByText('With John Ross').waitFor()
  await pane.getByLabel('Method').selectOption('meeting')
  await pane.getByRole('button', { name: 'Earlier…' }).click()
  await pane.getByLabel('When').fill('2026-11-20T11:30')
  await pane.getByRole('button', { name: 'Next meeting set' }).click()
  await pane.getByLabel('Minutes').fill('90')
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  await pane.getByRole('group', { name: 'Next step?' }).waitFor()
  await pane.getByRole('button', { name: 'In 3 days' }).click()
  await card.waitFor()
  const olga = await server.as('olga@demo.example')
  const beta = await clientOf('Beta')
  const [next, logged] = (await olga('listContacts', { query: { counterpartyId: beta?.id ?? '', sort: '-createdAt', limit: 2 } })).items
  expect(logged).toMatchObject({ method: 'meeting', status: 'held', durationMinutes: 90, result: 'Next meeting set', startsAt: '2026-11-20T08:30:00.000Z', persons: [{ name: 'John Ross' }] })
  expect(next).toMatchObject({ status: 'planned', previousId: logged?.id })
  await page.keyboard.press('Escape')
  await search.waitFor()
  await page.keyboard.press('Escape')
  await search.waitFor({ state: 'detached' })
})

it('a call that is not over yet is not logged', async () => {
  const { pane, asked } = await open({ item: letters.thirdKnown.id })
  await pane.getByRole('button', { name: 'Log a call' }).click()
  await pane.getByRole('button', { name: 'Earlier…' }).click()
  await pane.getByLabel('When').fill('2036-11-20T11:30')
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  await pane.getByText('This is not over yet. Choose a time that has passed.').waitFor()
  expect(asked('/api/contacts')).toBe(0)
})

it('a task from the email is linked to its contact and given to a colleague, and is handed over from the list', async () => {
  const stand = await open({ item: letters.thirdKnown.id })
  const { pane, frame } = stand
  await pane.getByRole('button', { name: 'Register', exact: true }).click()
  await pane.getByText(/Registered by you/).waitFor()
  await pane.getByRole('button', { name: 'Task', exact: true }).click()
  await pane.getByText('Linked to this email.').waitFor()
  await eventually(() => pane.getByLabel('What is to be done').inputValue(), letters.thirdKnown.subject)
  await pane.getByLabel('Who does it').selectOption({ label: 'Anna Orlova' })
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  const more = pane.getByRole('button', { name: `Move: ${letters.thirdKnown.subject}` })
  await more.waitFor()
  const olga = await server.as('olga@demo.example')
  const task = async () => (await olga('listTasks', { query: { done: false, limit: 200 } })).items.find(({ title }) => title === letters.thirdKnown.subject)
  const made = await task()
  expect(made).toMatchObject({ manager: { name: 'Anna Orlova' } })
  expect(made?.contactId).not.toBeNull()

  await more.click()
  await pane.getByRole('menuitem', { name: 'Hand over…' }).click()
  await pane.getByLabel('To whom').selectOption({ label: 'Me' })
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: 'Save', exact: true }).click()
  await pane.getByRole('form').waitFor({ state: 'detached' })
  expect(await focused(stand)).toBe(`Move: ${letters.thirdKnown.subject}`)
  expect(await task()).toMatchObject({ manager: { name: 'Olga Smirnova' } })
})

it('subject only, only the fact and privately are what they say', async () => {
  const { pane, bodies } = await open({ item: letters.clientOnly.id })
  for (const [name, body] of [['Subject only', { visibility: 'subject' }], ['Only the fact', { visibility: 'fact' }], ['Privately', { private: true }]] as const) {
    await pane.getByRole('button', { name: 'Other ways to register' }).click()
    await pane.getByRole('menuitem', { name }).click()
    await pane.getByText(/Registered by you/).waitFor()
    expect(bodies('/api/contacts/register-message').at(-1)).toMatchObject(body)
    await pane.getByRole('button', { name: 'Undo' }).click()
    await pane.getByRole('button', { name: 'Register', exact: true }).waitFor()
  }
})
