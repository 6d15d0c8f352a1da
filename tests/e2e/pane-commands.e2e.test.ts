import { openBrowser } from '../support/browser'
import { createTestClock } from '../support/test-clock'
import { startTestServer, type TestServer } from '../support/test-server'
import { openAtServerTime } from './pane-at-server-time'
import { letters, openStand } from './pane-stand'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, server.url, options)
const registering = '/api/contacts/register-message'
const once = { name: 'registerMessage', completed: 1, allowEvent: null, late: false }
const problem = (status: number, title: string, code = 'some-code') =>
  ({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title, status, code, detail: '', reference: 'ref-42' }) })

describe('the ribbon’s button', () => {
  it('registers what a known person wrote, with its text, without a pane; and a second press says so', async () => {
    const { stand, asked, bodies, register, runs, open: openLetter } = await openAtServerTime(browser.newPage, server, { item: letters.known.id })
    await stand.locator('#close').click()
    expect(await register()).toBe('Registered. Client: ООО «Вектор».')
    expect(bodies(registering)).toEqual([expect.objectContaining({ client: 'outlook', message: expect.objectContaining({ messageId: letters.known.id, text: expect.stringContaining('Просим цены') as string }) as object })])
    // The first note goes with the letter: what is read next was said by the second press.
    await openLetter(letters.otherKnown.subject)
    await stand.locator('#reopen').click()
    await openLetter(letters.known.subject)
    expect(await register()).toBe('Registered by Olga Smirnova, today 09:00. Client: ООО «Вектор».')
    expect(asked(registering)).toBe(1)
    expect(await runs()).toEqual([once, once])
  })

  it('registers on a client’s own address', async () => {
    const { register, asked } = await open({ item: letters.clientOnly.id })
    expect(await register()).toMatch(/^Registered\. Client: .*«Дельта»/)
    expect(asked(registering)).toBe(1)
  })

  it.each([
    ['an unknown sender', letters.unknown], ['a suggestion', letters.suggestion], ['a name of the directory', letters.directoryName], ['a look-alike', letters.lookAlike],
  ])('leaves %s to the pane', async (_, letter) => {
    const { register, asked, runs } = await open({ item: letter.id })
    expect(await register()).toBe('The client is not certain. Open the Counterpane pane to choose.')
    expect(asked(registering)).toBe(0)
    expect(await runs()).toEqual([once])
  })

  it('has nothing to register between colleagues', async () => {
    const { register, asked } = await open({ item: letters.colleagues.id, language: 'ru' })
    expect(await register()).toBe('Письмо между коллегами: регистрировать нечего.')
    expect(asked(registering)).toBe(0)
  })

  it('names the shared mailbox that the email lies in', async () => {
    const { register, bodies } = await open({ item: letters.thirdKnown.id, switches: { mailbox: 'shared' } })
    expect(await register()).toMatch(/^Registered\./)
    expect(bodies(registering)).toEqual([expect.objectContaining({ mailbox: 'info@demo.example' })])
  })

  it('without a session sends to the pane, and opens no window', async () => {
    const { stand, register, asked, runs } = await open({ item: 'none', expectedErrors: [/403/] })
    await stand.locator('#close').click()
    await stand.evaluate(() => sessionStorage.clear())
    await stand.route('**/api/session', (route) => route.fulfill(problem(403, 'No such manager', 'not-invited')))
    await stand.locator('#messages [role=option]').first().click()
    expect(await register()).toBe('Not registered: open the Counterpane pane to sign in.')
    expect(asked('/api/sidebar')).toBe(0)
    expect(stand.context().pages()).toHaveLength(1)
    expect(await runs()).toEqual([once])
  })

  it.each([[500], [503], [429]])('says what the server said with %i, and with which reference', async (status) => {
    const { stand, register, runs } = await open({ item: letters.otherKnown.id, expectedErrors: [new RegExp(String(status))] })
    await stand.route(`**${registering}`, (route) => route.fulfill(problem(status, 'The database is busy')))
    expect(await register()).toBe('Not registered: The database is busy. Reference: ref-42')
    expect(await runs()).toEqual([once])
  })

  it('without a connection keeps the order for the pane, which sends it once', async () => {
    const { stand, pane, register, asked, runs, open: openLetter } = await open({ item: letters.otherKnown.id })
    await pane.getByRole('link', { name: 'Beta Industries' }).waitFor()
    await stand.getByLabel('No connection').check()
    expect(await register()).toBe('No connection. The order is kept here; the Counterpane pane sends it when the connection is back.')
    expect(asked(registering)).toBe(0)
    await pane.getByText('1 to send').waitFor()
    await stand.getByLabel('No connection').uncheck()
    await pane.getByText('1 to send').waitFor({ state: 'detached' })
    await openLetter(letters.known.subject)
    await openLetter(letters.otherKnown.subject)
    await pane.getByText(/Registered by you/).waitFor()
    expect(asked(registering)).toBe(1)
    expect(await runs()).toEqual([once])
  })

  it('where this browser keeps nothing, does not pretend to have kept the order', async () => {
    const { stand, register } = await open({ item: letters.otherKnown.id, switches: { storage: 'throws' } })
    await stand.getByLabel('No connection').check()
    expect(await register()).toBe('No connection. Not registered: try again, or open the Counterpane pane.')
  })

  it.each([
    ['refuses', 'Menge für März bestätigt', { switches: { failure: '9020' as const } }], ['never gives', 'Pallets for the December shipment', { body: 'never' as const }],
  ])('registers the headers when Outlook %s the text', async (_, item, options) => {
    const { register, bodies, runs } = await open({ item, ...options })
    expect(await register()).toMatch(/^Registered\. Client: /)
    expect(bodies(registering)).toEqual([expect.objectContaining({ message: expect.objectContaining({ text: null, html: null }) as object })])
    expect(await runs()).toEqual([once])
  })
})

describe('sending a letter', () => {
  const allowed = { name: 'onMessageSendHandler', completed: 1, allowEvent: true, late: false }
  const letter = { to: 'Ivan Petrov <ivan.petrov@vector.example>', subject: 'Скидка на январь', body: 'Иван, скидка 3 % подтверждена.' }
  const sentPath = /\/api\/send-orders\/[^/]+\/sent$/

  // The handler, the letter and the order must be of one time, or they are not of one letter.
  let now: TestServer
  beforeAll(async () => { now = await startTestServer({ demo: true, seed: 'team', clock: createTestClock(Date.now()) }) })
  afterAll(() => now.close())
  const open = (options: Parameters<typeof openStand>[2]) => openStand(browser.newPage, now.url, { ...options, now: Date.now() })

  /** A letter with a ticket in it, as the pane leaves it there. */
  async function withTicket(stand: Awaited<ReturnType<typeof open>>, origin = now.url) {
    const olga = await now.as('olga@demo.example')
    const order = await olga('createSendOrder', { body: { subject: letter.subject, to: [{ name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }] } })
    const value = JSON.stringify({ id: order.id, ticket: order.ticket, origin })
    await stand.pane.locator('main').waitFor()
    await stand.frame().evaluate((kept) => new Promise<void>((resolve) => {
      const { sessionData } = (window as unknown as { Office: { context: { mailbox: { item: { sessionData: Office.SessionData } } } } }).Office.context.mailbox.item
      sessionData.setAsync('counterpane.sendOrder', kept, () => resolve())
    }), value)
    return order
  }
  /** What the handler told the server. */
  function toldOf(stand: Awaited<ReturnType<typeof open>>) {
    const told: { message: Record<string, unknown> }[] = []
    stand.stand.on('request', (request) => { if (sentPath.test(new URL(request.url()).pathname)) told.push(request.postDataJSON() as (typeof told)[number]) })
    return told
  }

  it('that nobody asked to register tells nobody', async () => {
    const stand = await open({ item: 'none' })
    const told = toldOf(stand)
    await stand.compose(letter)
    await stand.send()
    expect(await stand.runs()).toEqual([allowed])
    expect(told).toEqual([])
  })

  it('with a ticket fulfils its order once, and lies in Sent Items with a Message-ID', async () => {
    const stand = await open({ item: 'none' })
    const told = toldOf(stand)
    await stand.compose(letter)
    await withTicket(stand)
    await stand.send()
    expect(told.map(({ message }) => message)).toEqual([expect.objectContaining({ subject: letter.subject, text: letter.body, to: [{ name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }], messageId: null })])
    expect(await stand.runs()).toEqual([allowed])
    const olga = await now.as('olga@demo.example')
    const found = await olga('listContacts', { query: { q: letter.subject } })
    expect(found.items.map(({ subject, direction }) => [subject, direction])).toEqual([[letter.subject, 'outgoing']])
    await stand.folder('sent')
    await stand.open(letter.subject)
    await stand.pane.getByText(/Registered by you/).waitFor()
  })

  it.each(['cannot be reached', 'stumbles'])('goes out although the server %s', async (trouble) => {
    const stand = await open({ item: 'none', expectedErrors: [/Failed to load resource|500/] })
    await stand.compose(letter)
    await withTicket(stand)
    await stand.stand.route(sentPath, (route) => (trouble === 'cannot be reached' ? route.abort() : route.fulfill(problem(500, 'Broken'))))
    await stand.send()
    expect(await stand.runs()).toEqual([allowed])
  })

  it('waits five seconds for a silent server and no longer', async () => {
    const stand = await open({ item: 'none', expectedErrors: [/./] })
    await stand.compose(letter)
    await withTicket(stand)
    await stand.stand.route(sentPath, () => undefined)
    const from = Date.now()
    await stand.send()
    expect(Date.now() - from).toBeLessThan(12_000)
    expect(await stand.runs()).toEqual([allowed])
    await stand.stand.unrouteAll({ behavior: 'ignoreErrors' })
  })

  it('tells of it without the text that Outlook did not give', async () => {
    const stand = await open({ item: 'none' })
    const told = toldOf(stand)
    await stand.compose(letter)
    await withTicket(stand)
    await stand.set('body', 'never')
    await stand.send()
    expect(told.map(({ message }) => [message.subject, message.text])).toEqual([[letter.subject, null]])
    expect(await stand.runs()).toEqual([allowed])
  })

  it('goes out when Outlook refuses every question', async () => {
    const stand = await open({ item: 'none', expectedErrors: [/./] })
    await stand.compose(letter)
    await withTicket(stand)
    await stand.set('failure', '5000')
    await stand.compose({ subject: letter.subject })
    await stand.send()
    expect(await stand.runs()).toEqual([allowed])
  })

  it('below set 1.12 runs nothing of ours', async () => {
    const stand = await open({ item: 'none', set: '1.8' })
    await stand.compose(letter)
    await stand.send()
    expect(await stand.runs()).toEqual([])
  })
})
