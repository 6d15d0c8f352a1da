import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
})
afterAll(() => server.close())

const call = { method: 'call', direction: 'outgoing' } as const
let made = 0

async function aMove() {
  const mark = ++made
  const [old, fresh] = [(await olga('createCounterparty', { body: { name: `Old ${mark}` } })).id, (await olga('createCounterparty', { body: { name: `New ${mark}` } })).id]
  const address = `walker${mark}@walks.example`
  const person = (await olga('createPerson', { body: { name: 'Walker', counterpartyId: old, position: 'Buyer', addresses: [address] } })).id
  const colleague = (await olga('createPerson', { body: { name: 'Colleague', counterpartyId: old } })).id
  const held = (await olga('createContact', { body: { ...call, status: 'held', startsAt: '2026-11-01T10:00:00Z', counterpartyId: old, personIds: [person] } })).id
  const plan = (await olga('createContact', { body: { ...call, status: 'planned', startsAt: '2026-12-01T10:00:00Z', counterpartyId: old, personIds: [person] } })).id
  const joint = (await olga('createContact', { body: { ...call, status: 'planned', startsAt: '2026-12-02T10:00:00Z', counterpartyId: old, personIds: [person, colleague] } })).id
  const task = (await olga('createTask', { body: { title: 'call back', dueAt: '2026-12-01T10:00:00Z', counterpartyId: old, contactId: plan } })).id
  const clientOf = async (id: string) => (await olga('getContact', { id })).counterparty?.id
  return { old, fresh, person, held, plan, joint, task, address, clientOf }
}

test('what was held stays where it happened, what is written from now on belongs to the new employer', async () => {
  const { old, fresh, person, held, plan, address, clientOf } = await aMove()
  const changed = await olga('changeEmployer', { id: person, body: { counterpartyId: fresh, position: 'Director', at: '2026-11-10T00:00:00Z' } })
  expect(changed).toMatchObject({ movedContacts: 0, movedTasks: 0, employments: [{ counterparty: { id: old }, position: 'Buyer', endedAt: '2026-11-10T00:00:00.000Z', now: { id: fresh } }] })
  expect(await olga('getPerson', { id: person })).toMatchObject({ counterparty: { id: fresh }, position: 'Director' })
  expect([await clientOf(held), await clientOf(plan)]).toEqual([old, old])
  expect((await olga('formerPersons', { id: old })).items).toMatchObject([{ person: { id: person, name: 'Walker' }, now: { id: fresh } }])
  expect(await olga('formerPersons', { id: fresh })).toMatchObject({ items: [], before: [{ person: { id: person }, counterparty: { id: old }, position: 'Buyer' }] })
  expect((await olga('formerPersons', { id: old })).before).toEqual([])
  const letter = aLetter({ from: { name: '', address } })
  expect((await olga('sidebar', { body: { message: asked(letter) } })).match.counterparty?.id).toBe(fresh)
  expect((await olga('registerMessage', { body: { message: letter } })).contact.counterparty?.id).toBe(fresh)
})

test('plans with this person alone and their tasks go along when asked to; a meeting with a colleague stays; one press takes it all back', async () => {
  const { old, fresh, person, plan, joint, task, clientOf } = await aMove()
  const changed = await olga('changeEmployer', { id: person, body: { counterpartyId: fresh, open: 'move' } })
  expect(changed).toMatchObject({ movedContacts: 1, movedTasks: 1 })
  expect([await clientOf(plan), await clientOf(joint)]).toEqual([fresh, old])
  const taskClient = async () => (await olga('listTasks', { query: { counterpartyId: [old, fresh] } })).items.find((item) => item.id === task)?.counterparty?.id
  expect(await taskClient()).toBe(fresh)
  expect((await olga('undoChangeSet', { id: changed.setId })).left).toEqual([])
  expect([await clientOf(plan), await taskClient()]).toEqual([old, old])
  expect(await olga('getPerson', { id: person })).toMatchObject({ counterparty: { id: old }, position: 'Buyer' })
  expect((await olga('listEmployments', { id: person })).items).toEqual([])
})

test('letters of a time between two employers are nobody\'s, and the second does not inherit them', async () => {
  const { old, fresh, person, address } = await aMove()
  await olga('changeEmployer', { id: person, body: { counterpartyId: null } })
  const between = (await olga('registerMessage', { body: { message: aLetter({ from: { name: '', address } }) } })).contact
  expect(between.counterparty).toBeNull()
  await olga('changeEmployer', { id: person, body: { counterpartyId: fresh } })
  expect((await olga('getContact', { id: between.id })).counterparty).toBeNull()
  expect((await olga('listEmployments', { id: person })).items.map((item) => item.counterparty?.id)).toEqual([old])
})

test('nobody changes to where they are, into the future, or to a client that is not there', async () => {
  const { old, fresh, person } = await aMove()
  const status = async (body: unknown, id = person) => (await server.raw('POST', `/api/persons/${id}/employer`, { as: 'olga@demo.example', body })).status
  expect(await status({ counterpartyId: old })).toBe(409)
  expect(await status({ counterpartyId: fresh, at: '2030-01-01T00:00:00Z' })).toBe(400)
  expect(await status({ counterpartyId: 'nobody' })).toBe(404)
  expect(await status({ counterpartyId: fresh }, 'nobody')).toBe(404)
  expect((await olga('listEmployments', { id: person })).items).toEqual([])
})

test('a client\'s domains: what its people teach is declared or refused by one press', async () => {
  const { fresh } = await aMove()
  for (const name of ['a', 'b', 'c']) await olga('createPerson', { body: { name, counterpartyId: fresh, addresses: [`${name}@taught.example`, `${name}@mail.ru`] } })
  await olga('createPerson', { body: { name: 'd', counterpartyId: fresh, addresses: ['d@other.example'] } })
  const domains = async () => (await olga('clientDomains', { id: fresh })).items
  expect(await domains()).toEqual([{ domain: 'taught.example', standing: 'learned', people: 3, of: 4 }, { domain: 'other.example', standing: 'learned', people: 1, of: 4 }])
  await olga('judgeClientDomain', { id: fresh, body: { domain: 'taught.example', standing: 'declared' } })
  await olga('judgeClientDomain', { id: fresh, body: { domain: 'other.example', standing: 'refused' } })
  expect(await domains()).toEqual([{ domain: 'taught.example', standing: 'declared', people: 3, of: 4 }, { domain: 'other.example', standing: 'refused', people: 1, of: 4 }])
  expect((await olga('getCounterparty', { id: fresh })).domains).toEqual(['taught.example'])
  await olga('judgeClientDomain', { id: fresh, body: { domain: 'taught.example', standing: 'learned' } })
  expect((await domains())[0]).toMatchObject({ domain: 'taught.example', standing: 'learned' })
  expect((await server.raw('POST', `/api/counterparties/${fresh}/domains`, { as: 'olga@demo.example', body: { domain: '..', standing: 'declared' } })).status).toBe(400)
})
