import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeEach(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterEach(() => server.close())

const open = (options: Parameters<typeof openStand>[2] = {}) => openStand(browser.newPage, server.url, { item: 'none', height: 1600, ...options })
const registering = '/api/contacts/register-message'
const some = [letters.known, letters.otherKnown, letters.thirdKnown, letters.unknown, letters.suggestion, letters.clientOnly, letters.colleagues].map(({ subject }) => subject)
const contactsOf = async (q: string) => (await (await server.as('olga@demo.example'))('listContacts', { query: { q, method: 'letter' } })).items.filter(({ source }) => source === 'outlook')
const row = ({ pane }: Awaited<ReturnType<typeof open>>, subject: string) => pane.getByRole('listitem', { name: subject })

it('several emails are one question, and one confirmation registers those that are certain, each for its own client', async () => {
  const anna = await server.as('anna@demo.example')
  await anna('registerMessage', { body: { message: { messageId: letters.clientOnly.id, subject: letters.clientOnly.subject, sentAt: '2026-11-16T09:30:02Z', from: { name: 'Дельта', address: 'info@delta.example' }, to: [{ address: 'olga@demo.example' }] } } })
  const stand = await open()
  const { pane, asked, bodies, frame, select } = stand
  await select(some)
  await pane.getByRole('heading', { level: 1, name: '7 emails selected' }).waitFor()
  await pane.getByRole('button', { name: 'Register 3' }).waitFor()
  const question = bodies('/api/contacts/register-messages').at(-1)
  expect(question).toMatchObject({ dryRun: true })
  expect(question?.messages).toHaveLength(7)
  await row(stand, letters.clientOnly.subject).getByText(/Registered by Anna Orlova/).waitFor()
  await row(stand, letters.colleagues.subject).getByText('Between colleagues').waitFor()
  await row(stand, letters.unknown.subject).getByText('Not in the client base yet').waitFor()
  await row(stand, letters.suggestion.subject).getByText('domain vector.example, 14 of 15 people').waitFor()
  await expectNoAxeFindings(frame())
  await pane.getByRole('button', { name: 'Register 3' }).click()
  await pane.getByText('3 registered', { exact: true }).first().waitFor()
  await expectNoAxeFindings(frame())
  expect(asked(registering)).toBe(3)
  for (const [letter, client] of [[letters.known, 'ООО «Вектор»'], [letters.otherKnown, 'Beta Industries'], [letters.thirdKnown, 'ИП Громов']] as const) {
    const [contact] = await contactsOf(letter.subject)
    expect(contact?.counterparty?.name).toContain(client)
    expect(contact?.content).not.toBe('')
  }
  await pane.getByRole('button', { name: 'Done', exact: true }).click()
  await row(stand, letters.known.subject).getByText(/Registered by Olga Smirnova/).waitFor()
})

it('what is not certain is chosen first: a suggestion taken, a client found, or none at all', async () => {
  const stand = await open()
  const { pane, select, bodies, frame } = stand
  await select([letters.unknown.subject, letters.suggestion.subject, letters.colleagues.subject, letters.lookAlike.subject])
  await pane.getByRole('button', { name: 'Register 0' }).waitFor()
  await row(stand, letters.suggestion.subject).getByRole('button', { name: 'It is' }).click()
  await row(stand, letters.unknown.subject).getByRole('button', { name: 'Choose a client' }).click()
  await pane.getByRole('button', { name: 'Without a client' }).click()
  await row(stand, letters.colleagues.subject).getByRole('button', { name: 'Choose a client' }).click()
  const search = row(stand, letters.colleagues.subject).getByRole('combobox')
  await search.fill('beta')
  await pane.getByRole('option', { name: /^Beta Industries/ }).waitFor()
  await expectNoAxeFindings(frame())
  await search.press('Enter')
  await row(stand, letters.colleagues.subject).getByText(/→ Beta Industries/).waitFor()
  await pane.getByRole('button', { name: 'Register 3' }).click()
  await pane.getByText('3 registered', { exact: true }).first().waitFor()
  const clientIds = new Map(bodies(registering).map((body) => [(body.message as { subject: string }).subject, body.counterpartyId]))
  expect(clientIds.get(letters.unknown.subject)).toBeNull()
  expect((await contactsOf(letters.suggestion.subject))[0]?.counterparty?.name).toContain('Вектор')
  expect((await contactsOf(letters.colleagues.subject))[0]?.counterparty?.name).toBe('Beta Industries')
})

it('one that fails stops no other, and is tried again by itself', async () => {
  const stand = await open({ expectedErrors: [/503/] })
  const { stand: page, pane, select } = stand
  let failing = true
  await page.route(`**${registering}`, (route) => {
    const { message } = route.request().postDataJSON() as { message: { subject: string } }
    if (!failing || message.subject !== letters.otherKnown.subject) return route.continue()
    return route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: '', title: 'The database is busy', status: 503, code: 'database-busy', detail: '', reference: 'r' }) })
  })
  await select(some.slice(0, 3))
  await pane.getByRole('button', { name: 'Register 3' }).click()
  await pane.getByText('2 registered, 1 not registered').first().waitFor()
  await row(stand, letters.otherKnown.subject).getByText('Not registered: The database is busy').waitFor()
  failing = false
  await pane.getByRole('button', { name: 'Retry 1' }).click()
  await pane.getByText('3 registered', { exact: true }).first().waitFor()
  expect(await contactsOf(letters.otherKnown.subject)).toHaveLength(1)
})

it('without a connection the emails wait in this browser', async () => {
  const stand = await open({ expectedErrors: [/net::ERR_FAILED/] })
  const { stand: page, pane, select } = stand
  await select(some.slice(0, 2))
  await pane.getByRole('button', { name: 'Register 2' }).waitFor()
  await page.route(`**${registering}`, (route) => route.abort())
  await pane.getByRole('button', { name: 'Register 2' }).click()
  await pane.getByText('2 to send').first().waitFor()
})

it('a work begun is finished when another email is opened meanwhile, and its result stays until it is dismissed', async () => {
  const stand = await open()
  const { stand: page, pane, select, open: openLetter, frame } = stand
  await page.route(`**${registering}`, async (route) => { await new Promise((go) => { setTimeout(go, 400) }); await route.continue() })
  await select(some.slice(0, 3))
  await pane.getByRole('button', { name: 'Register 3' }).click()
  await openLetter(letters.lookAlike.subject)
  await pane.getByText(/Registering: \d of 3/).first().waitFor()
  await pane.getByText('3 registered', { exact: true }).first().waitFor()
  await expectNoAxeFindings(frame())
  await select([letters.clientOnly.subject, letters.colleagues.subject])
  await pane.getByText('From the emails selected before').waitFor()
  await pane.getByRole('button', { name: 'Done', exact: true }).click()
  await pane.getByRole('heading', { level: 1, name: '2 emails selected' }).waitFor()
  await pane.getByRole('button', { name: 'Register 1' }).waitFor()
})

it('it can be stopped, and what was not reached stays as it was', async () => {
  const stand = await open()
  const { stand: page, pane, select, asked } = stand
  await page.route(`**${registering}`, async (route) => { await new Promise((go) => { setTimeout(go, 500) }); await route.continue() })
  await select(some.slice(0, 3))
  await pane.getByRole('button', { name: 'Register 3' }).click()
  await pane.getByRole('button', { name: 'Stop' }).click()
  await pane.getByText(/Stopped: 2 emails left as they were/).first().waitFor()
  expect(asked(registering)).toBe(1)
  await pane.getByRole('button', { name: 'Register 2' }).waitFor()
})

it('the keyboard alone ticks, moves and confirms', async () => {
  const stand = await open()
  const { stand: page, pane, select, frame } = stand
  await select(some.slice(0, 3))
  await pane.getByRole('button', { name: 'Register 3' }).waitFor()
  const focused = () => frame().evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await pane.getByRole('checkbox', { name: /^Register “/ }).first().focus()
  const first = await focused()
  await page.keyboard.press('Space')
  await pane.getByRole('button', { name: 'Register 2' }).waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe(first)
  await page.keyboard.press('Control+a')
  await pane.getByRole('button', { name: 'Register 3' }).focus()
  await page.keyboard.press('Enter')
  await pane.getByText('3 registered', { exact: true }).first().waitFor()
})

it('an Outlook that names no senders of several emails says so and lists them', async () => {
  const { pane, select, frame } = await open({ set: '1.13' })
  await select(some.slice(0, 2))
  await pane.getByText('Outlook here names no senders of several emails at once.').waitFor()
  await pane.getByText(letters.otherKnown.subject, { exact: true }).waitFor()
  expect(await pane.getByRole('button', { name: /^Register/ }).count()).toBe(0)
  await expectNoAxeFindings(frame())
})

it('every word of a group is Russian, in a dark pane of 300 px with nothing cut off', async () => {
  const { pane, select, frame } = await open({ language: 'ru', theme: 'dark', paneWidth: 300 })
  await select(some)
  await pane.getByRole('button', { name: /^Зарегистрировать: \d/ }).click()
  await pane.getByRole('button', { name: 'Готово', exact: true }).waitFor()
  expect(await frame().evaluate(() => document.querySelector('main')!.scrollWidth > document.querySelector('main')!.clientWidth)).toBe(false)
  const words = await frame().evaluate(() => [...document.querySelectorAll('main button, main h1, main [role=status]')].map((one) => one.textContent ?? ''))
  expect(words.filter((text) => /[a-z]{3,}/i.test(text))).toEqual([])
  await expectNoAxeFindings(frame())
})
