import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Problem } from '@counterpane/shared/contract/problem'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  admin = await server.as('admin@demo.example')
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Fleet', type: 'number', checks: { min: 1, max: 500 } } })
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Plan', type: 'choice', options: ['Basic', 'Full'] } })
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Code', type: 'text', checks: { pattern: 'AA-##', maxLength: 10 } } })
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Site', type: 'link' } })
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Since', type: 'date' } })
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Debtor', type: 'flag' } })
})
afterAll(() => server.close())

const post = async (body: unknown, path = '/api/counterparties') => {
  const response = await server.raw('POST', path, { as: 'olga@demo.example', body })
  return { status: response.status, body: await response.json() as Problem & { id: string } }
}

test('values that fit their definitions are kept', async () => {
  const attributes = { Fleet: 12, Plan: 'Full', Code: 'ЯZ-07', Site: 'https://vector.example', Since: '2024-02-29', Debtor: false }
  const made = await olga('createCounterparty', { body: { name: 'Defined', attributes } })
  expect(made.attributes).toEqual(attributes)
  expect((await olga('patchCounterparty', { id: made.id, body: { attributes: { ...attributes, Fleet: null, Plan: '' } } })).attributes).toEqual({ Code: 'ЯZ-07', Site: 'https://vector.example', Since: '2024-02-29', Debtor: false })
})

test.each([
  ['Fleet', 0], ['Fleet', 501], ['Fleet', '12'], ['Plan', 'Huge'], ['Code', 'AB-1'], ['Code', 'AB-123'], ['Code', '12-AB'], ['Site', 'javascript:alert(1)'], ['Since', '2026-02-30'], ['Debtor', 'yes'], ['Nobody’s', 1], ['__proto__x', 1],
])('%s takes no %j, and the refusal names it', async (key, value) => {
  const { status, body } = await post({ name: 'Refused', attributes: { [key]: value } })
  expect([status, body.errors?.map(({ path }) => path)]).toEqual([400, [`attributes.${key}`]])
})

test('a client made without a word of its attributes is not held up by one that must be filled in', async () => {
  const { id } = await admin('createAttribute', { body: { noun: 'person', name: 'Badge', type: 'text', checks: { required: true } } })
  const { body } = await post({ name: 'No badge' }, '/api/persons')
  expect(body.id).toBeDefined()
  expect((await post({ name: 'No badge', attributes: {} }, '/api/persons')).body.errors?.[0]?.path).toBe('attributes.Badge')
  await admin('deleteAttribute', { id })
})

test('what stood before goes on standing when its definition is narrowed or switched off', async () => {
  const definition = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Colour', type: 'choice', options: ['red', 'blue'] } })
  const { id } = await olga('createCounterparty', { body: { name: 'Coloured', attributes: { Colour: 'red' } } })
  await admin('patchAttribute', { id: definition.id, body: { options: ['blue'] } })
  expect((await olga('patchCounterparty', { id, body: { attributes: { Colour: 'red', Fleet: 2 } } })).attributes).toEqual({ Colour: 'red', Fleet: 2 })
  await admin('patchAttribute', { id: definition.id, body: { active: false } })
  expect((await olga('patchCounterparty', { id, body: { attributes: { Colour: 'red' } } })).attributes).toEqual({ Colour: 'red' })
  expect((await post({ name: 'New one', attributes: { Colour: 'blue' } })).status).toBe(400)
})

test('a definition with values is switched off, not deleted; the number of values is told', async () => {
  const { id, key } = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Dock', type: 'flag' } })
  await olga('createCounterparty', { body: { name: 'Docked', attributes: { Dock: true } } })
  const counted = await admin('listAttributes', { query: { counted: true } })
  expect(counted.items.find((one) => one.key === key)?.values).toBe(1)
  const refused = await server.raw('DELETE', `/api/attributes/${id}`, { as: 'admin@demo.example' })
  expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ detail: expect.stringContaining('1') })])
})

test('only an administrator defines', async () => {
  for (const as of ['olga@demo.example', 'anna@demo.example']) {
    const response = await server.raw('POST', '/api/attributes', { as, body: { noun: 'contact', name: 'X', type: 'text' } })
    expect([403, 401]).toContain(response.status)
  }
})

test('a key is one; a choice has words; a check goes with its type', async () => {
  const asAdmin = async (body: unknown) => (await server.raw('POST', '/api/attributes', { as: 'admin@demo.example', body })).status
  expect(await asAdmin({ noun: 'counterparty', name: 'Fleet', type: 'text' })).toBe(409)
  expect(await asAdmin({ noun: 'counterparty', name: 'Empty choice', type: 'choice' })).toBe(400)
  expect(await asAdmin({ noun: 'counterparty', name: 'Odd', type: 'flag', checks: { min: 1 } })).toBe(400)
  expect(await asAdmin({ noun: 'counterparty', name: 'Upside down', type: 'number', checks: { min: 2, max: 1 } })).toBe(400)
})

test('definitions stand in the order they are put in', async () => {
  const before = (await admin('listAttributes', { query: { noun: 'counterparty' } })).items
  const last = before.at(-1)!
  await admin('patchAttribute', { id: last.id, body: { position: 1 } })
  const after = (await admin('listAttributes', { query: { noun: 'counterparty' } })).items
  expect(after.map(({ key }) => key)).toEqual([before[0]!.key, last.key, ...before.slice(1, -1).map(({ key }) => key)])
})

test('details of a contact are free; those that are defined are checked', async () => {
  await admin('createAttribute', { body: { noun: 'contact', name: 'Hall', type: 'choice', options: ['East', 'West'] } })
  const act = { startsAt: '2026-11-20T10:00:00Z', method: 'meeting', direction: 'outgoing', status: 'held' }
  expect((await post({ ...act, attributes: { 'Whatever we like': 'x', Hall: 'East' } }, '/api/contacts')).status).toBe(201)
  const refused = await post({ ...act, attributes: { Hall: 'North' } }, '/api/contacts')
  expect([refused.status, refused.body.errors?.[0]?.path]).toEqual([400, 'attributes.Hall'])
})

test('a mask of many wildcards and a long value is answered at once', async () => {
  await admin('createAttribute', { body: { noun: 'counterparty', name: 'Long mask', type: 'text', checks: { pattern: '*'.repeat(200) } } })
  const started = performance.now()
  expect((await post({ name: 'Slow?', attributes: { 'Long mask': `${'a'.repeat(9_999)}!` } })).status).toBe(400)
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('of two values that do not fit each field says its own, in the reader\'s words', async () => {
  const answer = await server.raw('POST', '/api/counterparties', { as: 'olga@demo.example', headers: { 'accept-language': 'ru' }, body: { name: 'Two wrong', attributes: { Fleet: 900, Plan: 'Half' } } })
  const { errors } = await answer.json() as Problem
  expect(errors).toEqual([{ path: 'attributes.Fleet', message: '«Fleet»: не больше 500' }, { path: 'attributes.Plan', message: '«Plan»: нужно слово из списка' }])
})
