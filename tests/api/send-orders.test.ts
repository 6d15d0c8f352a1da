import { compose } from '@counterpane/backend/composition'
import { createSendOrdersRepository } from '@counterpane/backend/features/send-orders/send-orders.repository'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { createHttpClient, type BodyOf } from '@counterpane/shared/contract/http-client'
import { routes } from '@counterpane/shared/contract/routes'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const anna = () => server.as('anna@demo.example')
/** The send handler of a mail client: it has no session. */
const handler = () => createHttpClient({ routes, origin: server.url })

const ivan = { name: 'Ivan', address: 'Ivan.Petrov@vector.example' }
const minutes = (n: number) => new Date(server.clock.now().getTime() + n * 60_000).toISOString()
let count = 0
/** A subject that no other test has, so that no other test's order fits. */
const aSubject = () => `Offer no-${++count}-of-many`
type Order = BodyOf<'createSendOrder'>
const anOrder = (subject: string, rest: Partial<Order> = {}): Order => ({ subject, to: [ivan], ...rest })
/** As the handler sees it (no id yet), and as it lies in Sent Items a little later. */
const leaving = (subject: string, rest: Parameters<typeof aLetter>[0] = {}) => aLetter({ messageId: null, subject, sentAt: minutes(0), from: { name: 'Olga', address: 'olga@demo.example' }, to: [ivan], ...rest })
const lying = (subject: string, rest: Parameters<typeof aLetter>[0] = {}) => leaving(subject, { messageId: `<sent-${++count}@demo.example>`, conversationId: `sent-talk-${count}`, sentAt: minutes(1), itemId: `item-${count}`, ...rest })
const contactsAbout = async (subject: string) => (await (await olga())('listContacts', { query: { q: subject } })).items

test('a letter registers when it is sent, by its order alone, and keeps its place in the chain', async () => {
  const call = await olga()
  const subject = aSubject()
  const start = await call('createContact', { body: { startsAt: minutes(-60), method: 'call', direction: 'outgoing', status: 'held', counterpartyId: 'cp-beta' } })
  const order = await call('createSendOrder', { body: anOrder(subject, { counterpartyId: 'cp-beta', previousId: start.id, visibility: 'subject' }) })
  expect(Date.parse(order.expiresAt) - Date.parse(order.createdAt)).toBe(7 * 24 * 3_600_000)

  const sent = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  expect(sent).toMatchObject({ created: true, contact: { counterparty: { id: 'cp-beta' } } })
  const contact = await call('getContact', { id: sent.contact.id })
  expect(contact).toMatchObject({
    source: 'outlook', method: 'letter', direction: 'outgoing', status: 'held', state: 0, manager: { id: 'm-olga' }, registeredBy: { id: 'm-olga' }, previousId: start.id,
    visibility: 'subject', subject, content: '', messageId: null,
  })
  const again = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject, { sentAt: minutes(0) }) } })
  expect(again).toMatchObject({ created: false, contact: { id: contact.id } })
  expect(await contactsAbout(subject)).toHaveLength(1)
})

test('without a client in the order the recipients decide', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject) })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  expect(await call('getContact', { id: contact.id })).toMatchObject({ counterparty: { id: 'cp-vektor' }, persons: [{ id: 'p-ivan-petrov' }], content: 'We would take 500 pieces.' })
})

test('the sent letter, opened later, is the contact made on sending: it takes its own key, time and way back', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject) })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  const message = lying(`Re: ${subject.toUpperCase()}`)

  const before = await call('sidebar', { body: { message: asked(message) } })
  expect(before).toMatchObject({ registered: { contactId: contact.id, by: { id: 'm-olga' }, canUndo: true }, sendOrder: { id: order.id, counterparty: { id: 'cp-vektor' }, provisional: true } })
  const joined = await call('registerMessage', { body: { message, client: 'outlook' } })
  expect(joined).toMatchObject({ created: false, contact: { id: contact.id, messageId: message.messageId!.slice(1, -1), conversationId: message.conversationId, startsAt: message.sentAt } })
  const after = await call('sidebar', { body: { message: asked(message) } })
  expect(after).toMatchObject({ registered: { contactId: contact.id }, sendOrder: null, conversation: { contacts: 0, contactId: contact.id } })
  expect(await server.db.prisma.messageCopy.findMany({ where: { contactId: contact.id }, select: { managerId: true, itemId: true } })).toEqual([{ managerId: 'm-olga', itemId: message.itemId }])
  expect(await contactsAbout(subject)).toHaveLength(1)
  expect((await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })).contact.id).toBe(contact.id)
})

test('where the mail client tells nothing of sending, the opened letter is filed by its order', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject, { counterpartyId: 'cp-delta', personIds: [], private: true }) })
  const message = lying(subject)
  expect((await call('sidebar', { body: { message: asked(message) } }))).toMatchObject({ registered: null, sendOrder: { id: order.id, counterparty: { id: 'cp-delta' }, provisional: false } })
  expect((await colleague('sidebar', { body: { message: asked(message) } })).sendOrder).toEqual({ id: order.id, counterparty: null, provisional: false })
  const { contact, created } = await colleague('registerMessage', { body: { message } })
  expect(created).toBe(true)
  expect(contact).toMatchObject({ counterparty: { id: 'cp-delta' }, private: true, manager: { id: 'm-olga' }, registeredBy: { id: 'm-anna' } })
  expect((await call('sidebar', { body: { message: asked(message) } }))).toMatchObject({ registered: { contactId: contact.id }, sendOrder: null })
  expect((await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } }))).toMatchObject({ created: false, contact: { id: contact.id } })
})

test('what the click says counts before the order', async () => {
  const call = await olga()
  const subject = aSubject()
  await call('createSendOrder', { body: anOrder(subject, { counterpartyId: 'cp-delta', visibility: 'fact' }) })
  const { contact } = await call('registerMessage', { body: { message: lying(subject), counterpartyId: 'cp-beta', visibility: 'subject' } })
  expect(contact).toMatchObject({ counterparty: { id: 'cp-beta' }, visibility: 'subject', subject })
})

test.each([
  ['another subject', {}, { subject: 'Something else' }], ['another recipient', {}, { to: [{ name: '', address: 'info@delta.example' }] }],
  ['another sender', {}, { from: { name: '', address: 'peter@demo.example' } }], ['a letter sent long before the order', {}, { sentAt: '2026-11-21T10:00:00Z' }],
  ['a received one', {}, { from: ivan, to: [{ name: '', address: 'olga@demo.example' }] }],
])('%s is not the letter of the order', async (_name, ordered, letter) => {
  const call = await olga()
  const subject = aSubject()
  await call('createSendOrder', { body: anOrder(subject, ordered) })
  expect((await call('sidebar', { body: { message: asked(lying(subject)) } })).sendOrder).not.toBeNull()
  expect((await call('sidebar', { body: { message: asked(lying(subject, letter)) } })).sendOrder).toBeNull()
})

test('the next answer in the same talk is not taken for the letter that was registered on sending', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject) })
  await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  const later = lying(`Re: ${subject}`, { sentAt: minutes(45) })
  expect(await call('sidebar', { body: { message: asked(later) } })).toMatchObject({ registered: null, sendOrder: null })
  expect((await call('registerMessage', { body: { message: later } })).created).toBe(true)
})

test('of two letters alike each meets its own order', async () => {
  const call = await olga()
  const subject = aSubject()
  const sent = []
  for (const at of [0, 4]) {
    const order = await call('createSendOrder', { body: anOrder(subject) })
    sent.push((await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject, { sentAt: minutes(at) }) } })).contact.id)
  }
  const opened = []
  for (const at of [0.1, 4.1]) opened.push((await call('registerMessage', { body: { message: lying(subject, { sentAt: minutes(at) }) } })).contact.id)
  expect(opened).toEqual(sent)
})

test('a letter opened before its server gave it an id joins too, and once more when it has one', async () => {
  const call = await olga()
  const subject = aSubject()
  await call('createSendOrder', { body: anOrder(subject) })
  const fresh = await call('registerMessage', { body: { message: leaving(subject) } })
  expect(fresh.created).toBe(true)
  expect(await call('registerMessage', { body: { message: leaving(subject) } })).toMatchObject({ created: false, contact: { id: fresh.contact.id } })
  const message = lying(subject)
  expect(await call('registerMessage', { body: { message } })).toMatchObject({ created: false, contact: { id: fresh.contact.id, messageId: message.messageId!.slice(1, -1) } })
})

test('a named order needs no likeness, but must be the caller’s or the sender’s', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject, { counterpartyId: 'cp-delta' }) })
  const message = lying('Renamed on the way', { to: [{ name: '', address: 'info@nowhere.example' }] })
  await expect(colleague('registerMessage', { body: { message: { ...message, from: { name: '', address: 'peter@demo.example' } }, sendOrderId: order.id } })).rejects.toMatchObject({ problem: { status: 404, errors: [{ path: 'sendOrderId' }] } })
  const { contact } = await colleague('registerMessage', { body: { message, sendOrderId: order.id } })
  expect(contact).toMatchObject({ counterparty: { id: 'cp-delta' }, manager: { id: 'm-olga' } })
  expect(await call('registerMessage', { body: { message, sendOrderId: order.id } })).toMatchObject({ created: false, contact: { id: contact.id } })
  expect((await call('registerMessage', { body: { message: lying('Another'), sendOrderId: order.id } })).contact.counterparty).toMatchObject({ id: 'cp-vektor' })
})

test('a letter that stands registered under its own key makes the one registered on sending give way', async () => {
  const call = await olga()
  const [subject, renamed] = [aSubject(), aSubject()]
  const order = await call('createSendOrder', { body: anOrder(subject) })
  const message = lying(renamed)
  const real = await (await anna())('registerMessage', { body: { message } })
  const provisional = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  expect(provisional.contact.id).not.toBe(real.contact.id)
  expect(await call('registerMessage', { body: { message, sendOrderId: order.id } })).toMatchObject({ created: false, contact: { id: real.contact.id } })
  await expect(call('getContact', { id: provisional.contact.id })).rejects.toMatchObject({ problem: { status: 404 } })
  const trail = await server.db.prisma.auditEntry.findMany({ where: { nounId: provisional.contact.id }, orderBy: { id: 'asc' } })
  expect(trail.map((entry) => entry.action)).toEqual(['registered', 'undone'])
  expect(trail[1]!.after).toMatchObject({ inFavourOf: real.contact.id })
})

test('undoing what was registered on sending closes its order', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject) })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  await call('undoContact', { id: contact.id })
  const message = lying(subject)
  expect(await call('sidebar', { body: { message: asked(message) } })).toMatchObject({ registered: null, sendOrder: null })
  await expect(handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })).rejects.toMatchObject({ problem: { status: 404 } })
  const afresh = await call('registerMessage', { body: { message, sendOrderId: order.id } })
  expect(afresh.created).toBe(true)
  expect(afresh.contact.id).not.toBe(contact.id)
})

test('an undo that comes between looking and writing counts: sending registers nothing again, the seen letter registers afresh', async () => {
  const call = await olga()
  const subject = aSubject()
  const { id, ticket } = await call('createSendOrder', { body: anOrder(subject) })
  const db = await openDatabase({ path: server.databasePath })
  const { services } = compose({ config: server.config, db, clock: server.clock, log: createLogger('silent') })
  const seenBefore = createSendOrdersRepository(db).find(id)!
  const viewer = { caller: { id: 'm-olga', name: 'Olga', role: 'manager' as const, teamId: null, locale: null }, locale: 'en' as const, now: server.clock.now() }
  try {
    const { contact } = await handler()('messageSent', { id, body: { ticket, message: leaving(subject) } })
    await call('undoContact', { id: contact.id })
    await expect(services.registering.registerSent(leaving(subject), seenBefore, viewer)).rejects.toMatchObject({ code: 'not-found' })
    const afresh = await services.registering.registerSent(lying(subject), seenBefore, viewer)
    expect(afresh.created).toBe(true)
    expect(afresh.contact.id).not.toBe(contact.id)
  } finally {
    await db.close()
  }
})

test('a letter between colleagues closes its order, unless the order names a client', async () => {
  const call = await olga()
  const to = [{ name: '', address: 'anna@demo.example' }]
  const [internal, named] = [aSubject(), aSubject()]
  const order = await call('createSendOrder', { body: anOrder(internal, { to }) })
  await expect(handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(internal, { to }) } })).rejects.toMatchObject({ problem: { status: 409, code: 'nothing-to-register' } })
  await expect(handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(internal) } })).rejects.toMatchObject({ problem: { status: 404 } })
  const forClient = await call('createSendOrder', { body: anOrder(named, { to, counterpartyId: 'cp-beta' }) })
  expect((await handler()('messageSent', { id: forClient.id, body: { ticket: forClient.ticket, message: leaving(named, { to }) } })).contact.counterparty).toMatchObject({ id: 'cp-beta' })
})

test('sent under an alias or for somebody else, it is the order’s manager who sent it', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder(subject) })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject, { from: { name: '', address: 'olga@tenant.onmicrosoft.example' } }) } })
  expect(await call('getContact', { id: contact.id })).toMatchObject({ direction: 'outgoing', manager: { id: 'm-olga' }, counterparty: { id: 'cp-vektor' } })
})

test('a wrong ticket, another order’s ticket, an unknown order and an old one look alike', async () => {
  const call = await olga()
  const subject = aSubject()
  const [order, other] = [await call('createSendOrder', { body: anOrder(subject) }), await call('createSendOrder', { body: anOrder(subject) })]
  const refused = async (id: string, ticket: string) => expect(handler()('messageSent', { id, body: { ticket, message: leaving(subject) } })).rejects.toMatchObject({ problem: { status: 404, code: 'not-found' } })
  await refused(order.id, 'guess')
  await refused(order.id, other.ticket)
  await refused('nobody', order.ticket)
  const now = server.clock.now().toISOString()
  server.clock.advance(7 * 24 * 3_600_000 + 1_000)
  await refused(order.id, order.ticket)
  server.clock.set(now)
  expect((await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })).created).toBe(true)
  const stored = await server.db.prisma.sendOrder.findUniqueOrThrow({ where: { id: order.id } })
  expect(JSON.stringify(stored)).not.toContain(order.ticket)
})

test('an order follows the letter while it is written; only its maker changes or cancels it, and not after sending', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const subject = aSubject()
  const order = await call('createSendOrder', { body: { subject: '', to: [] } })
  expect(await call('changeSendOrder', { id: order.id, body: anOrder(subject, { counterpartyId: 'cp-delta' }) })).toEqual({ id: order.id, createdAt: order.createdAt, expiresAt: order.expiresAt })
  await expect(colleague('changeSendOrder', { id: order.id, body: anOrder(subject) })).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(colleague('cancelSendOrder', { id: order.id })).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(call('changeSendOrder', { id: order.id, body: anOrder(subject, { counterpartyId: 'nobody' }) })).rejects.toMatchObject({ problem: { status: 404, errors: [{ path: 'counterpartyId' }] } })
  expect((await call('sidebar', { body: { message: asked(lying(subject)) } })).sendOrder).toMatchObject({ counterparty: { id: 'cp-delta' } })
  await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })
  await expect(call('changeSendOrder', { id: order.id, body: anOrder(subject) })).rejects.toMatchObject({ problem: { status: 409, code: 'wrong-status' } })
  await expect(call('cancelSendOrder', { id: order.id })).rejects.toMatchObject({ problem: { status: 409 } })

  const dropped = await call('createSendOrder', { body: anOrder(aSubject()) })
  await call('cancelSendOrder', { id: dropped.id })
  await expect(call('cancelSendOrder', { id: dropped.id })).rejects.toMatchObject({ problem: { status: 404 } })
  await expect(handler()('messageSent', { id: dropped.id, body: { ticket: dropped.ticket, message: leaving(subject) } })).rejects.toMatchObject({ problem: { status: 404 } })
})

test('the handler, colleagues and a second process racing on one letter make one contact', async () => {
  const db = await openDatabase({ path: server.databasePath })
  const second = compose({ config: server.config, db, clock: server.clock, log: createLogger('silent') })
  try {
    const [call, colleague] = [await olga(), await anna()]
    const annaElsewhere = { caller: { id: 'm-anna', name: 'Anna', role: 'manager' as const, teamId: null, locale: null }, locale: 'en' as const, now: server.clock.now() }
    for (let round = 0; round < 5; round++) {
      const subject = aSubject()
      const order = await call('createSendOrder', { body: anOrder(subject) })
      const message = lying(subject)
      const ids = await Promise.all([
        ...Array.from({ length: 3 }, async () => (await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject) } })).contact.id),
        ...Array.from({ length: 3 }, async () => (await call('registerMessage', { body: { message } })).contact.id),
        ...Array.from({ length: 3 }, async () => (await second.services.registering.register({ message }, annaElsewhere)).contact.id),
        ...Array.from({ length: 3 }, async () => (await colleague('registerMessage', { body: { message } })).contact.id),
      ])
      expect(new Set(ids).size).toBe(1)
      expect(await contactsAbout(subject)).toHaveLength(1)
    }
  } finally {
    await db.close()
  }
})

test('several letters at once: one registered on sending is not registered twice, one with an order needs no client of its own', async () => {
  const call = await olga()
  const [sent, ordered] = [aSubject(), aSubject()]
  const nobody = [{ name: '', address: 'somebody@nowhere.example' }]
  const order = await call('createSendOrder', { body: anOrder(sent) })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(sent) } })
  await call('createSendOrder', { body: anOrder(ordered, { to: nobody, counterpartyId: 'cp-beta' }) })
  const messages = [lying(sent), lying(ordered, { to: nobody }), lying('No order', { to: nobody })]
  const outcomes = (lines: { outcome: string }[]) => lines.map((line) => line.outcome)
  const dry = await call('registerMessages', { body: { messages, dryRun: true } })
  expect(outcomes(dry.results)).toEqual(['already-registered', 'created', 'needs-client'])
  const real = await call('registerMessages', { body: { messages } })
  expect(outcomes(real.results)).toEqual(['already-registered', 'created', 'needs-client'])
  expect(real.results[0]!.contact!.id).toBe(contact.id)
  expect(real.results[1]!.contact!.counterparty).toMatchObject({ id: 'cp-beta' })
})
