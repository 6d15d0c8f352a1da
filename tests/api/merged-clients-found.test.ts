import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  admin = await server.as('admin@demo.example')
}, 60_000)
afterAll(() => server.close())

const aClient = async (name: string) => (await admin('createCounterparty', { body: { name } })).id
const aContact = async (counterpartyId: string) =>
  (await admin('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId, subject: 'Prices' } })).id
const contactsOf = async (counterpartyId: string) => (await admin('listJournal', { query: { counterpartyId } })).items.map(({ id }) => id)
const rowsOf = async (id: string | string[]) => (await admin('listClientRows', { query: { id } })).items.map((row) => row.id)

test('a view that names a client who was merged away, even twice over, finds the one who stayed, and the former again when it is undone', async () => {
  const [old, middle, last] = [await aClient('Old name'), await aClient('Middle name'), await aClient('Last name')]
  const contact = await aContact(old)
  expect([await contactsOf(old), await rowsOf(old)]).toEqual([[contact], [old]])
  await admin('createMerge', { body: { noun: 'counterparty', survivorId: middle, mergedId: old } })
  expect([await contactsOf(old), await contactsOf(middle), await rowsOf(old)]).toEqual([[contact], [contact], [middle]])
  const second = await admin('createMerge', { body: { noun: 'counterparty', survivorId: last, mergedId: middle } })
  expect([await contactsOf(old), await contactsOf(middle), await rowsOf(old), await rowsOf([old, middle, last])]).toEqual([[contact], [contact], [last], [last]])
  expect(await admin('countClients', { query: { id: old } })).toEqual({ count: 1 })
  await admin('undoMerge', { id: second.id })
  expect([await contactsOf(old), await contactsOf(last), await rowsOf(old)]).toEqual([[contact], [], [middle]])
})

test('a person who was merged away is followed in the journal alike', async () => {
  const client = await aClient('With people')
  const [gone, stays] = await Promise.all(['Ivan', 'Ivan Petrov'].map(async (name) => (await admin('createPerson', { body: { name, counterpartyId: client } })).id))
  const { id } = await admin('createContact', { body: { startsAt: '2026-11-20T11:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId: client, personIds: [gone!], subject: 'Terms' } })
  await admin('createMerge', { body: { noun: 'person', survivorId: stays!, mergedId: gone! } })
  expect((await admin('listJournal', { query: { personId: gone! } })).items.map((row) => row.id)).toEqual([id])
})

test('a segment by hand keeps a merged client as the one who stayed', async () => {
  const [gone, stays] = [await aClient('Goes'), await aClient('Stays')]
  const segment = await admin('createSegment', { body: { name: 'Chosen', shared: true } })
  await admin('changeMembers', { id: segment.id, body: { add: [gone] } })
  await admin('createMerge', { body: { noun: 'counterparty', survivorId: stays, mergedId: gone } })
  expect((await admin('listClientRows', { query: { segmentId: segment.id } })).items.map((row) => row.id)).toEqual([stays])
})
