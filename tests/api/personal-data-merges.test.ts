import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const merges = () => JSON.stringify(server.db.sql.all('SELECT noun, survivorId, mergedId, json(survivor) AS survivor, json(merged) AS merged, json(moved) AS moved FROM "Merge"'))
const ask = async () => ({ admin: await server.as('admin@demo.example'), lead: await server.as('ivan@demo.example') })

test('a merge of clients keeps nothing of a person who was erased, and can still be taken apart', async () => {
  const { admin, lead } = await ask()
  const [stays, goes] = [await lead('createCounterparty', { body: { name: 'Stays Ltd', kind: 'client' } }), await lead('createCounterparty', { body: { name: 'Goes Ltd', kind: 'client', addresses: ['o.gone+desk@goes.example', 'office@goes.example'] } })]
  const gone = await lead('createPerson', { body: { name: 'Octavia Gone', counterpartyId: goes.id, addresses: ['o.gone+desk@goes.example'] } })
  const other = await lead('createPerson', { body: { name: 'Other Person', counterpartyId: goes.id, addresses: ['other@goes.example'] } })
  const { id } = await lead('createMerge', { body: { noun: 'counterparty', survivorId: stays.id, mergedId: goes.id } })
  expect(merges()).toMatch(new RegExp(`${gone.id}.*o\\.gone|o\\.gone.*${gone.id}`))
  await admin('erasePersonalData', { id: gone.id, body: { confirm: 'Octavia Gone' } })
  expect(merges()).not.toMatch(new RegExp(`${gone.id}|o\\.?gone|octavia|erased-person`, 'i'))
  await lead('undoMerge', { id })
  expect((await lead('getCounterparty', { id: goes.id })).addresses).toEqual(['office@goes.example'])
  expect((await lead('getPerson', { id: other.id })).counterparty?.id).toBe(goes.id)
})

test('whoever was merged into the erased person, and into them before, is forgotten with them', async () => {
  const { admin, lead } = await ask()
  const [first, second, last] = [await lead('createPerson', { body: { name: 'Oktavia Early', position: 'xqearly' } }), await lead('createPerson', { body: { name: 'Oktavia Later' } }), await lead('createPerson', { body: { name: 'Octavia Last' } })]
  await lead('createMerge', { body: { noun: 'person', survivorId: second.id, mergedId: first.id } })
  await lead('createMerge', { body: { noun: 'person', survivorId: last.id, mergedId: second.id } })
  expect(merges()).toMatch(/Oktavia Early/)
  await admin('erasePersonalData', { id: last.id, body: { confirm: 'Octavia Last' } })
  expect(merges()).not.toMatch(/Oktavia|xqearly/)
  expect(JSON.stringify(server.db.sql.all('SELECT json(before) AS b, json(after) AS a FROM AuditEntry'))).not.toMatch(/Oktavia|xqearly/)
})
