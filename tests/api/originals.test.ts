import { aLetter } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const [olga, peter, kate] = ['olga@demo.example', 'peter@demo.example', 'kate@demo.example']
let count = 0

async function register(as: string, message: Parameters<typeof aLetter>[0], order: object = {}): Promise<string> {
  const answer = await server.raw('POST', '/api/contacts/register-message', { as, body: { message: aLetter(message), ...order } })
  return (await answer.json() as { contact: { id: string } }).contact.id
}
const originals = async (id: string, as: string) => await (await server.raw('GET', `/api/contacts/${id}/originals`, { as })).json() as { items: object[]; nextCursor: null }
const aMessageId = () => `<original-${++count}@vector.example>`

test('everybody learns in whose mailboxes a message lies, and gets the way back to their own copy only', async () => {
  const messageId = aMessageId()
  const id = await register(olga, { messageId, itemId: 'AAMk-olga' }, { client: 'outlook' })
  await register(peter, { messageId, itemId: 'gmail-peter' }, { client: 'gmail' })
  const own = messageId.slice(1, -1)
  const [olgas, peters] = [{ manager: { id: 'm-olga', name: 'Olga Smirnova' }, client: 'outlook' }, { manager: { id: 'm-peter', name: expect.any(String) as string }, client: 'gmail' }]
  const hidden = { itemId: null, messageId: null }
  expect(await originals(id, olga)).toEqual({ items: [{ ...olgas, itemId: 'AAMk-olga', messageId: own }, { ...peters, ...hidden }], nextCursor: null })
  expect(await originals(id, peter)).toEqual({ items: [{ ...peters, itemId: 'gmail-peter', messageId: own }, { ...olgas, ...hidden }], nextCursor: null })
  const seen = await originals(id, kate)
  expect(seen.items).toEqual([{ ...olgas, ...hidden }, { ...peters, ...hidden }])
  expect(JSON.stringify(seen)).not.toMatch(/AAMk|gmail-peter|original-/)
})

test('one manager with two mail clients has two ways back, both their own', async () => {
  const messageId = aMessageId()
  const id = await register(olga, { messageId, itemId: 'in-outlook' }, { client: 'outlook' })
  await register(olga, { messageId, itemId: 'in-gmail' }, { client: 'gmail' })
  expect((await originals(id, olga)).items).toMatchObject([{ client: 'outlook', itemId: 'in-outlook' }, { client: 'gmail', itemId: 'in-gmail' }])
})

test('of a private contact others learn nothing but their own copy', async () => {
  const messageId = aMessageId()
  const id = await register(olga, { messageId, itemId: 'private-olga' }, { client: 'outlook', private: true })
  await register(peter, { messageId, itemId: 'private-peter' }, { client: 'gmail' })
  expect((await originals(id, olga)).items).toHaveLength(2)
  expect((await originals(id, peter)).items).toMatchObject([{ manager: { id: 'm-peter' }, itemId: 'private-peter' }])
  expect(await originals(id, kate)).toEqual({ items: [], nextCursor: null })
})

test('a contact that is no message has no originals; an unknown or undone one is not found', async () => {
  const call = await (await server.raw('POST', '/api/contacts', { as: olga, body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'incoming', status: 'held' } })).json() as { id: string }
  expect(await originals(call.id, olga)).toEqual({ items: [], nextCursor: null })
  const id = await register(olga, { messageId: aMessageId(), itemId: 'undone' }, { client: 'outlook' })
  await server.raw('POST', `/api/contacts/${id}/undo`, { as: olga })
  for (const gone of [id, 'nobody']) expect((await server.raw('GET', `/api/contacts/${gone}/originals`, { as: olga })).status).toBe(404)
  expect((await server.raw('GET', `/api/contacts/${call.id}/originals`)).status).toBe(401)
})
