import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const anna = () => server.as('anna@demo.example')

let count = 0
const aTalk = () => `talk-${++count}`
const conversationOf = async (call: Awaited<ReturnType<typeof olga>>, message: ReturnType<typeof aLetter>) => (await call('sidebar', { body: { message: asked(message) } })).conversation

test('a letter of a registered conversation comes with the client of the latest one, and the match stays its own', async () => {
  const call = await olga()
  const conversationId = aTalk()
  const stranger = { from: { name: 'Assistant', address: 'assistant@nowhere.example' }, conversationId }
  expect(await conversationOf(call, aLetter({ conversationId }))).toBeNull()

  await call('registerMessage', { body: { message: aLetter({ conversationId, sentAt: '2026-11-18T10:00:00Z', from: { name: '', address: 'info@delta.example' } }) } })
  const { contact } = await call('registerMessage', { body: { message: aLetter({ conversationId, sentAt: '2026-11-19T10:00:00Z' }) } })
  const answer = await call('sidebar', { body: { message: asked(aLetter(stranger)) } })
  expect(answer.conversation).toEqual({ contacts: 2, contactId: contact.id, counterparty: contact.counterparty, person: contact.persons[0], following: false })
  expect(answer.match).toMatchObject({ kind: 'none', counterparty: null })
  expect(answer.registered).toBeNull()
})

test('the message asked about does not count itself; alone it still shows that its conversation can be followed', async () => {
  const call = await olga()
  const message = aLetter({ conversationId: aTalk() })
  const { contact } = await call('registerMessage', { body: { message } })
  expect(await conversationOf(call, message)).toMatchObject({ contacts: 0, contactId: contact.id })
  const later = await call('registerMessage', { body: { message: aLetter({ conversationId: message.conversationId, sentAt: '2026-11-21T10:00:00Z' }) } })
  expect(await conversationOf(call, message)).toMatchObject({ contacts: 1, contactId: later.contact.id })
  expect(await conversationOf(call, aLetter({ conversationId: message.conversationId }))).toMatchObject({ contacts: 2 })
})

test('an undone registration is no part of its conversation', async () => {
  const call = await olga()
  const conversationId = aTalk()
  const { contact } = await call('registerMessage', { body: { message: aLetter({ conversationId }) } })
  await call('undoContact', { id: contact.id })
  expect(await conversationOf(call, aLetter({ conversationId }))).toBeNull()
})

test('each manager follows for themselves, and may say it twice', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const conversationId = aTalk()
  expect(await call('followConversation', { body: { conversationId, following: true } })).toEqual({ conversationId, following: true })
  expect(await conversationOf(call, aLetter({ conversationId }))).toBeNull()
  await call('registerMessage', { body: { message: aLetter({ conversationId }) } })
  await call('followConversation', { body: { conversationId, following: true } })
  expect(await conversationOf(call, aLetter({ conversationId }))).toMatchObject({ following: true })
  expect(await conversationOf(colleague, aLetter({ conversationId }))).toMatchObject({ following: false })
  for (const _twice of [1, 2]) await call('followConversation', { body: { conversationId, following: false } })
  expect(await conversationOf(call, aLetter({ conversationId }))).toMatchObject({ following: false })
})

test('with whom a private letter was exchanged stays with those who took part', async () => {
  const [call, colleague] = [await olga(), await anna()]
  const conversationId = aTalk()
  const { contact } = await call('registerMessage', { body: { message: aLetter({ conversationId }), private: true } })
  expect(await conversationOf(colleague, aLetter({ conversationId }))).toEqual({ contacts: 1, contactId: contact.id, counterparty: null, person: null, following: false })
  expect(await conversationOf(call, aLetter({ conversationId }))).toMatchObject({ counterparty: { id: 'cp-vektor' }, person: { id: 'p-ivan-petrov' } })
})
