import type { DemoMessages } from '../../backend/src/demo/outlook/demo-item'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { openStand } from './pane-stand'
import { playStorm } from './storm-player'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ demo: true, seed: 'team' }) })
afterAll(() => server.close())

const seed = 20261122
const switches = 500
const restEvery = 100
const slowestMs = 800
const failing = 0.08

/** `people`: who share the sender's address; the storm may press one of them. */
interface Truth { messageId: string; subject: string; sender: string; heading: string; people: string[]; client: string | null }

/** Whose each letter is, asked over the API and not through the pane. */
async function truthOf(): Promise<Truth[]> {
  const olga = await server.as('olga@demo.example')
  const { items } = (await (await fetch(`${server.url}/demo/outlook/messages`)).json()) as DemoMessages
  return Promise.all(items.map(async ({ internetMessageId, conversationId, subject, createdAt, from, to, cc }) => {
    const { match } = await olga('sidebar', { body: { message: { messageId: internetMessageId, conversationId, subject, sentAt: createdAt, from, to, cc } } })
    const sure = match.kind === 'person' || match.kind === 'counterparty'
    const sender = from.name || (from.address.startsWith('/') ? '' : from.address) || 'no address in this email'
    return { messageId: internetMessageId ?? '', subject, sender, heading: (sure ? match.person?.name ?? match.counterparty?.name : null) ?? sender, people: sure ? match.candidates.flatMap(({ person }) => person?.name ?? []) : [], client: sure ? match.counterparty?.name ?? null : null }
  }))
}

it(`${switches} random switches against a slow and failing server: no registration under a wrong client, no wrong card at rest (seed ${seed})`, async () => {
  const truth = await truthOf()
  const { stand, heading } = await openStand(browser.newPage, server.url, { item: '<v1.20261109@vector.example>', expectedErrors: [/net::ERR_FAILED/, /status of (409|412|503)/] })
  await heading('Ivan Petrov')
  let weather = seed
  const dice = () => { weather = (Math.imul(weather, 1_103_515_245) + 12_345) >>> 0; return weather / 4_294_967_296 }
  const registered: { messageId: string; client: string | null; subject: string }[] = []
  await stand.route('**/api/**', async (route) => {
    const [before, lot] = [dice() * dice() * slowestMs, dice()]
    await new Promise((go) => { setTimeout(go, before) })
    const busy = { status: 503, contentType: 'application/problem+json', body: JSON.stringify({ type: '', title: 'The database is busy', status: 503, code: 'database-busy', detail: '', reference: '' }) }
    if (lot < failing / 2) return route.fulfill(busy).catch(() => undefined)
    const response = await route.fetch().catch(() => null)
    if (!response) return route.abort().catch(() => undefined)
    if (route.request().url().endsWith('/register-message') && response.ok()) {
      const { message } = route.request().postDataJSON() as { message: { messageId: string | null; subject: string } }
      const { contact } = (await response.json()) as { contact: { counterparty: { name: string } | null } }
      registered.push({ messageId: message.messageId ?? '', subject: message.subject, client: contact.counterparty?.name ?? null })
    }
    // The work is done and the answer gets lost: the pane will ask, or send, once more.
    if (lot < failing) return route.abort().catch(() => undefined)
    return route.fulfill({ response }).catch(() => undefined)
  })
  const began = Date.now()
  const { deliberate, rests, pressed } = await stand.evaluate(playStorm, { seed, switches, restEvery, searches: ['beta', 'вектор', 'дельта', 'громов', 'bücher'] })
  await stand.waitForTimeout(slowestMs * 2)

  const chosenFor = (subject: string, client: string | null) => client !== null && deliberate.some((one) => one.subject === subject && one.words.includes(client))
  const wrong = registered.filter(({ messageId, subject, client }) => truth.find((one) => one.messageId === messageId && one.subject === subject)?.client !== client && !chosenFor(subject, client))
  const olga = await server.as('olga@demo.example')
  const contacts = (await olga('listContacts', { query: { method: 'letter', sort: '-createdAt', limit: 200 } })).items.filter(({ source, messageId }) => source === 'outlook' && registered.some((one) => one.messageId.replace(/[<>]/g, '') === (messageId ?? '').replace(/[<>]/g, '')))
  const wrongInBase = contacts.filter(({ messageId, subject, counterparty }) => {
    const own = truth.find((one) => one.messageId.replace(/[<>]/g, '') === (messageId ?? '').replace(/[<>]/g, '') && one.subject === subject)
    return own && own.client !== (counterparty?.name ?? null) && !chosenFor(subject, counterparty?.name ?? null)
  })
  const wrongCards = rests.filter(({ subject, heading: shown, client }) => !truth.some((one) => one.subject === subject && [one.heading, one.sender, ...one.people].includes(shown) && (client === '' || client === one.client)))
  process.stdout.write(`storm: seed ${seed}, ${Date.now() - began} ms, pressed ${JSON.stringify(pressed)}, ${registered.length} registrations answered, ${contacts.length} contacts, ${deliberate.length} choices by hand, ${rests.length} rests\n`)
  expect({ wrong, wrongInBase: wrongInBase.map(({ subject, counterparty }) => ({ subject, counterparty })), wrongCards }).toEqual({ wrong: [], wrongInBase: [], wrongCards: [] })
  // A storm that moved nothing would prove nothing.
  expect(registered.length).toBeGreaterThan(10)
  expect(contacts.length).toBeGreaterThan(5)
  expect(deliberate.length).toBeGreaterThan(5)
  expect(rests).toHaveLength(switches / restEvery)
}, 150_000)
