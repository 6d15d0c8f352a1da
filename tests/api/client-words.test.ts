import { indexSomeClients } from '@counterpane/backend/platform/db/client-text-catch-up'
import { clientsHolding } from '@counterpane/backend/platform/db/client-text-search'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { searchWords } from '@counterpane/shared/text/fold'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: { managers: 6, counterparties: 190, persons: 10, contacts: 50, tasks: 10 } })
  olga = await server.as('olga@demo.example')
}, 60_000)
afterAll(() => server.close())

const catchUp = async () => { while (await indexSomeClients(server.db) > 0) continue }
const waiting = () => server.db.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM "_client_text" WHERE docId > (SELECT upTo FROM "_client_text_state")')?.n
const found = async (q: string, sort: 'name' | 'manager' | '-lastHeldAt' = 'name') => (await olga('listClientRows', { query: { q, sort, limit: 200 } })).items.map(({ id }) => id).sort()
const read = (q: string) => {
  const words = searchWords(q)
  return server.db.sql.all<{ id: string; searchText: string }>('SELECT id, searchText FROM Counterparty').filter(({ searchText }) => words.every((word) => searchText.includes(word))).map(({ id }) => id).sort()
}

test.each(['ооо', 'ромашка', 'промт', 'a', '.example', '495', '1', '12', '"', "'", 'вектор 7', '%', '_', 'нет такого клиента', 'x\u{1f600}y', 'OR AND', '*'])('what holds «%s» is found by the index as by a plain reading', async (q) => {
  await catchUp()
  const byIndex = server.db.sql.all<{ id: string }>(...clientsHolding(searchWords(q), 5_000)).map(({ id }) => id).sort()
  expect(byIndex).toEqual(read(q))
  for (const sort of ['name', 'manager', '-lastHeldAt'] as const) expect(await found(q, sort)).toEqual(read(q))
  expect((await olga('countClients', { query: { q } })).count).toBe(read(q).length)
})

test('a new client, a new name and a gone one are found and not found at once, before and after the index has caught up', async () => {
  await catchUp()
  const client = await olga('createCounterparty', { body: { name: 'Полярный маяк', addresses: ['svet@mayak-7719.example'], phones: ['+7 (812) 555-77-19'] } })
  expect(waiting()).toBe(1)
  for (const q of ['полярный', 'AYAK-77', '5557719', '9']) expect(await found(q)).toContain(client.id)
  await catchUp()
  expect(waiting()).toBe(0)
  for (const q of ['полярный', 'AYAK-77', '5557719', '9']) expect(await found(q)).toContain(client.id)
  await olga('patchCounterparty', { id: client.id, body: { name: 'Южный причал' } })
  for (const round of ['before', 'after']) {
    expect([round, await found('полярный'), await found('причал')]).toEqual([round, [], [client.id]])
    await catchUp()
  }
  await server.db.write((tx) => tx.$executeRaw`DELETE FROM Counterparty WHERE id = ${client.id}`)
  expect(await found('причал')).toEqual([])
  expect(server.db.sql.all('SELECT rowid FROM "_client_trigrams" WHERE "_client_trigrams" MATCH ?', ['"при" AND "чал"'])).toEqual([])
})
