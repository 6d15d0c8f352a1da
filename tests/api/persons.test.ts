import { openTeam } from '../support/open-team'

const team = openTeam()
const { olga, raw } = team

test('a person is created with the least there is to say', async () => {
  const response = await raw('POST', '/api/persons', { name: 'Ivan' })
  const ivan = await response.json() as { id: string; etag: string }
  expect(response.status).toBe(201)
  expect(response.headers.get('etag')).toBe(ivan.etag)
  expect(ivan).toMatchObject({ name: 'Ivan', position: null, birthday: null, counterparty: null, addresses: [], phones: [] })
  expect(await olga('getPerson', { id: ivan.id })).toEqual(ivan)
})

test('a person keeps everything that was said, and is recognised by every address', async () => {
  const said = { name: 'Jürgen Süß', addresses: ['juergen@süß.example', 'js@gmail.com'], phones: ['+49 30 1'], position: 'Einkauf', birthday: '1980-02-29' }
  const person = await olga('createPerson', { body: { ...said, counterpartyId: 'cp-buecher' } })
  expect(person).toMatchObject({ ...said, counterparty: { id: 'cp-buecher', name: 'Bücher & Söhne' } })
  for (const address of ['JUERGEN@xn--s-qfa0g.example', 'js@gmail.com']) {
    const { match } = await olga('sidebar', { body: { message: { subject: '', sentAt: '2026-11-20T10:00:00Z', from: { name: '', address }, to: [{ name: '', address: 'olga@demo.example' }] } } })
    expect(match).toMatchObject({ kind: 'person', rule: 'person-address', person: { id: person.id } })
  }
})

test('one address may stand on several persons', async () => {
  const { items } = await olga('listPersons', { query: { address: 'Office@Northwind.example' } })
  expect(items.map((person) => person.name)).toEqual(['Kim Lee', 'Sam Lee'])
})

test('a list is asked by client, by words and by address', async () => {
  const names = async (query: Record<string, string>) => (await olga('listPersons', { query })).items.map((person) => person.name)
  expect(await names({ counterpartyId: 'cp-beta' })).toEqual(['Alice Ross', 'John Ross'])
  expect(await names({ q: 'белова СВЕТЛАНА' })).toEqual(['Светлана Белова'])
  expect(await names({ q: 'демин' })).toEqual(['Константин Дёмин'])
  expect(await names({ address: 'not an address' })).toEqual([])
  expect(await names({ q: 'ross', counterpartyId: 'cp-delta' })).toEqual([])
})

test('a person who goes to another client takes no history along', async () => {
  const person = await olga('createPerson', { body: { name: 'Mover', counterpartyId: 'cp-beta', addresses: ['mover@beta.example'] } })
  const message = { messageId: '<mover@1>', subject: 'Moving', sentAt: '2026-11-20T10:00:00Z', from: { name: '', address: 'mover@beta.example' }, to: [{ name: '', address: 'olga@demo.example' }] }
  const { contact } = await olga('registerMessage', { body: { message } })
  expect(contact.counterparty?.id).toBe('cp-beta')
  await olga('patchPerson', { id: person.id, body: { counterpartyId: 'cp-delta' } })
  expect((await olga('getContact', { id: contact.id })).counterparty?.id).toBe('cp-beta')
})

test('what was registered without a client becomes the client\'s when a person gains the address', async () => {
  const message = { messageId: '<stranger@1>', subject: 'Who am I', sentAt: '2026-11-20T10:00:00Z', from: { name: '', address: 'Stranger@Unknown.example' }, to: [{ name: '', address: 'olga@demo.example' }] }
  const { contact } = await olga('registerMessage', { body: { message } })
  expect(contact.counterparty).toBeNull()
  const person = await olga('createPerson', { body: { name: 'Stranger', counterpartyId: 'cp-delta', addresses: ['stranger@unknown.example'] } })
  expect(await olga('getContact', { id: contact.id })).toMatchObject({ counterparty: { id: 'cp-delta' }, persons: [{ id: person.id }] })
})

test('a call written down by hand without a client stays without one', async () => {
  const call = await olga('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held' } })
  await olga('createPerson', { body: { name: 'Caller', counterpartyId: 'cp-delta', addresses: ['caller@unknown.example'] } })
  expect((await olga('getContact', { id: call.id })).counterparty).toBeNull()
})

test('a stale change is refused, an unknown client and a date that is none too', async () => {
  const { id, etag } = await olga('createPerson', { body: { name: 'Race' } })
  expect((await raw('PATCH', `/api/persons/${id}`, { position: 'Boss' }, { 'If-Match': etag })).status).toBe(200)
  expect((await raw('PATCH', `/api/persons/${id}`, { position: 'Clerk' }, { 'If-Match': etag })).status).toBe(412)
  expect((await raw('PATCH', `/api/persons/${id}`, { counterpartyId: 'nobody' })).status).toBe(404)
  expect((await raw('PATCH', `/api/persons/${id}`, { birthday: '1981-02-29' })).status).toBe(400)
  expect(await olga('getPerson', { id })).toMatchObject({ position: 'Boss', counterparty: null, birthday: null })
})

test('every change says who made it and what was before', async () => {
  const { id } = await olga('createPerson', { body: { name: 'Traced', addresses: ['old@traced.example'] } })
  await olga('patchPerson', { id, body: { addresses: ['new@traced.example'], name: 'Traced' } })
  const trail = await team.server.db.prisma.auditEntry.findMany({ where: { noun: 'person', nounId: id }, orderBy: { id: 'asc' } })
  expect(trail).toMatchObject([{ action: 'created', managerId: 'm-olga' }, { action: 'changed', before: { addresses: ['old@traced.example'] }, after: { addresses: ['new@traced.example'] } }])
})
