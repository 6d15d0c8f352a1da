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
})
afterAll(() => server.close())

const lastChange = async (clientId: string) => (await olga('listChanges', { query: { noun: 'counterparty', id: clientId, limit: 1 } })).items[0]!.id
const detailsOf = async (id: string) => (await olga('getCounterparty', { id })).attributes
const refusedFields = async (id: string, attributes: object) => {
  const answer = await server.raw('PATCH', `/api/counterparties/${id}`, { as: 'olga@demo.example', body: { attributes } })
  return [answer.status, ((await answer.json()) as Problem).errors?.map(({ path }) => path)]
}

test('undo gives back the detail that stood, even if its definition takes it no more, and the next one put in its place is checked', async () => {
  const size = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Size', type: 'choice', options: ['S', 'M'] } })
  const { id } = await olga('createCounterparty', { body: { name: 'Undone details', attributes: { Size: 'S' } } })
  await olga('patchCounterparty', { id, body: { attributes: { Size: 'M' } } })
  await admin('patchAttribute', { id: size.id, body: { options: ['M', 'L'] } })
  await olga('undoChange', { id: await lastChange(id) })
  expect(await detailsOf(id)).toEqual({ Size: 'S' })
  expect((await olga('patchCounterparty', { id, body: { attributes: { Size: 'S' }, region: 'Tver' } })).attributes).toEqual({ Size: 'S' })
  expect(await refusedFields(id, { Size: 'XS' })).toEqual([400, ['attributes.Size']])
})

test('undo takes away a detail that must be filled in by now, and the next edit of the details asks for it', async () => {
  const licence = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Licence', type: 'text' } })
  const { id } = await olga('createCounterparty', { body: { name: 'Undone licence', attributes: {} } })
  await olga('patchCounterparty', { id, body: { attributes: { Licence: 'A-1' } } })
  await admin('patchAttribute', { id: licence.id, body: { checks: { required: true } } })
  await olga('undoChange', { id: await lastChange(id) })
  expect(await detailsOf(id)).toEqual({})
  expect(await refusedFields(id, { Size: 'M' })).toEqual([400, ['attributes.Licence']])
  expect((await olga('patchCounterparty', { id, body: { region: 'Tver' } })).region).toBe('Tver')
})

test('undo gives back a detail whose definition was deleted meanwhile; it stands until somebody takes it away', async () => {
  const gone = await admin('createAttribute', { body: { noun: 'counterparty', name: 'Berth', type: 'number' } })
  const { id } = await olga('createCounterparty', { body: { name: 'Undone berth', attributes: { Berth: 4, Licence: 'B-2' } } })
  await olga('patchCounterparty', { id, body: { attributes: { Licence: 'B-2' } } })
  await admin('deleteAttribute', { id: gone.id })
  await olga('undoChange', { id: await lastChange(id) })
  expect(await detailsOf(id)).toEqual({ Berth: 4, Licence: 'B-2' })
  expect(await refusedFields(id, { Berth: 5, Licence: 'B-2' })).toEqual([400, ['attributes.Berth']])
  expect((await olga('patchCounterparty', { id, body: { attributes: { Licence: 'B-2' } } })).attributes).toEqual({ Licence: 'B-2' })
})
