import { createHttpClient, type BodyOf } from '@counterpane/shared/contract/http-client'
import { routes } from '@counterpane/shared/contract/routes'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
/** The send handler of a mail client: it has no session. */
const handler = () => createHttpClient({ routes, origin: server.url })

const ivan = { name: 'Ivan', address: 'Ivan.Petrov@vector.example' }
const minutes = (n: number) => new Date(server.clock.now().getTime() + n * 60_000).toISOString()
let count = 0
const aSubject = () => `Offer no-${++count}-of-late`
type Order = BodyOf<'createSendOrder'>
const anOrder = (subject: string, rest: Partial<Order> = {}): Order => ({ subject, to: [ivan], ...rest })
const leaving = (subject: string, rest: Parameters<typeof aLetter>[0] = {}) => aLetter({ messageId: null, subject, sentAt: minutes(0), from: { name: 'Olga', address: 'olga@demo.example' }, to: [ivan], ...rest })
const lying = (subject: string, rest: Parameters<typeof aLetter>[0] = {}) => leaving(subject, { messageId: `<late-${++count}@demo.example>`, conversationId: `late-talk-${count}`, sentAt: minutes(1), itemId: `late-${count}`, ...rest })

test('a letter whose subject and recipients were typed just before sending is found by what it left with', async () => {
  const call = await olga()
  const subject = aSubject()
  const order = await call('createSendOrder', { body: anOrder('') })
  const { contact } = await handler()('messageSent', { id: order.id, body: { ticket: order.ticket, message: leaving(subject, { to: [{ name: 'John', address: 'john.ross@beta.example' }] }) } })
  const message = lying(subject, { to: [{ name: 'John', address: 'john.ross@beta.example' }] })
  expect(await call('sidebar', { body: { message: asked(message) } })).toMatchObject({ registered: { contactId: contact.id }, sendOrder: { id: order.id, provisional: true } })
})

test('an order made before the subject was typed fits what was sent soon to exactly its recipients, and nothing else', async () => {
  const call = await olga()
  const order = await call('createSendOrder', { body: anOrder('', { counterpartyId: 'cp-delta' }) })
  const orderOf = async (rest: Parameters<typeof aLetter>[0]) => (await call('sidebar', { body: { message: asked(lying(aSubject(), rest)) } })).sendOrder
  expect(await orderOf({})).toMatchObject({ id: order.id, counterparty: { id: 'cp-delta' } })
  expect(await orderOf({ sentAt: minutes(90) })).toBeNull()
  expect(await orderOf({ cc: [{ name: 'John', address: 'john.ross@beta.example' }] })).toBeNull()
  expect(await orderOf({ to: [{ name: 'John', address: 'john.ross@beta.example' }] })).toBeNull()
  const subject = aSubject()
  const named = await call('createSendOrder', { body: anOrder(subject) })
  expect((await call('sidebar', { body: { message: asked(lying(subject)) } })).sendOrder).toMatchObject({ id: named.id })
  await call('cancelSendOrder', { id: order.id })
})
