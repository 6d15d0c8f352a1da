import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'
import { unknownLetter } from './unrecognised-house'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterAll(() => server.close())

let made = 0
/** Somebody who was known and has been erased. */
async function erased(domain = 'gone.example'): Promise<string> {
  const [name, address] = [`Somebody Gone ${++made}`, `gone${made}@${domain}`]
  const { id } = await olga('createPerson', { body: { name, addresses: [address] } })
  await admin('erasePersonalData', { id, body: { confirm: name } })
  return address
}
const refused = { problem: { code: 'person-erased', status: 409, detail: expect.stringContaining('administrator') as unknown } }

test('who was erased is not written down again by a form: as a new person, with one that stands, or as a client’s address', async () => {
  const address = await erased()
  await expect(olga('createPerson', { body: { name: 'Again', addresses: ['other@gone.example', address.toUpperCase()] } })).rejects.toMatchObject(refused)
  const person = await olga('createPerson', { body: { name: 'Another', addresses: ['another@gone.example'] } })
  await expect(olga('patchPerson', { id: person.id, body: { addresses: ['another@gone.example', address] }, ifMatch: '*' })).rejects.toMatchObject(refused)
  await olga('patchPerson', { id: person.id, body: { addresses: ['another@gone.example', 'third@gone.example'] }, ifMatch: '*' })
  await expect(olga('createCounterparty', { body: { name: 'Private client', addresses: [address] } })).rejects.toMatchObject(refused)
  await expect(olga('patchCounterparty', { id: 'cp-delta', body: { addresses: [address] }, ifMatch: '*' })).rejects.toMatchObject(refused)
  expect(server.db.sql.all('SELECT 1 FROM PersonAddress WHERE addressKey = ?1 UNION ALL SELECT 1 FROM CounterpartyAddress WHERE addressKey = ?1', [address])).toEqual([])
})

test('the refusal is said in both languages', async () => {
  const address = await erased()
  const said = async (language: string) => (await (await server.raw('POST', '/api/persons', { as: 'olga@demo.example', body: { name: 'Again', addresses: [address] }, headers: { 'accept-language': language } })).json() as { title: string; detail: string })
  expect((await said('en')).detail).toContain(address)
  expect((await said('ru')).title).toMatch(/удалены/)
})

test('a decision about their letters does not bring them back either: named, by their address, or with a whole domain', async () => {
  const address = await erased('firm-of-gone.example')
  await unknownLetter(olga, address)
  await unknownLetter(olga, 'stays@firm-of-gone.example')
  const group = { kind: 'domain' as const, value: 'firm-of-gone.example' }
  await expect(olga('decideUnrecognised', { body: { decision: 'new-client', group, name: 'Firm', persons: [{ address, name: 'Again' }] } })).rejects.toMatchObject(refused)
  const free = await erased('gmail.com')
  await unknownLetter(olga, free)
  await expect(olga('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'address', value: free }, counterpartyId: 'cp-delta' } })).rejects.toMatchObject(refused)
  const done = await olga('decideUnrecognised', { body: { decision: 'new-client', group, name: 'Firm' } })
  expect(done.filed).toBe(2)
  expect((await olga('getCounterparty', { id: done.counterparty!.id })).addresses).toEqual(['stays@firm-of-gone.example'])
})

test('the administrator alone may allow an address again, and the trail does not say whose', async () => {
  const address = await erased()
  await expect(olga('allowErasedAddress', { body: { address } })).rejects.toMatchObject({ problem: { code: 'forbidden' } })
  expect(await admin('allowErasedAddress', { body: { address: 'never-erased@gone.example' } })).toEqual({ allowed: false })
  expect(await admin('allowErasedAddress', { body: { address } })).toEqual({ allowed: true })
  const trail = JSON.stringify(server.db.sql.all("SELECT nounId, json(after) AS after FROM AuditEntry WHERE action = 'allowed-again'"))
  expect(trail).toContain('Suppression')
  expect(trail).not.toContain(address)
  await olga('createPerson', { body: { name: 'Again', addresses: [address] } })
})
