import { importTable, sendTable, settled } from '../support/import-house'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
const gone = 'gwendolen.gone@vector.example'
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  const admin = await server.as('admin@demo.example')
  const { id, name } = await admin('createPerson', { body: { name: 'Gwendolen Gone', addresses: [gone], counterpartyId: 'cp-vektor' } })
  await admin('erasePersonalData', { id, body: { confirm: name } })
}, 60_000)
afterAll(() => server.close())

const table = `Company,Name,Email\nHatters,Gwen Gone,${gone.toUpperCase()}\nHatters,Bert Stays,bert@hatters.example\nGone & Sons,,info@gone.example; ${gone}\n`
const people = () => server.db.sql.all<{ name: string }>("SELECT name FROM ContactPerson WHERE name LIKE '%Gone%' OR name = 'Bert Stays'").map(({ name }) => name)
const problems = async (id: string) => (await (await server.as('admin@demo.example'))('listImportProblems', { id })).items.map(({ row, kind, field, message }) => [row, kind, field, message])

test('a row with the address of somebody who was erased is left out and told of, in a check and in a run; the others are taken', async () => {
  const { body } = await sendTable(server, table)
  const call = await server.as('admin@demo.example')
  await call('checkImport', { id: body.id })
  const told = [[2, 'problem', 'row', expect.stringContaining('asked to be erased')], [4, 'problem', 'row', expect.stringContaining('asked to be erased')]]
  expect((await settled(server, body.id)).counts).toEqual({ rows: 3, created: 1, updated: 0, skipped: 2 })
  expect(await problems(body.id)).toEqual(told)
  await call('runImport', { id: body.id })
  expect((await settled(server, body.id)).counts).toEqual({ rows: 3, created: 1, updated: 0, skipped: 2 })
  expect(await problems(body.id)).toEqual(told)
  expect(people()).toEqual(['Bert Stays'])
  expect(server.db.sql.all('SELECT 1 AS n FROM CounterpartyAddress WHERE address LIKE ? UNION SELECT 1 FROM PersonAddress WHERE address LIKE ?', [`%${gone}%`, `%${gone}%`])).toEqual([])
})

test('nothing of such a row is kept beside its problem, and it is said in the reader’s language', async () => {
  const done = await importTable(server, table, { locale: 'ru' })
  expect((await problems(done.id)).map(([, , , message]) => message)).toEqual(expect.arrayContaining([expect.stringContaining('удалены по запросу')]) as unknown[])
  expect(server.db.sql.all('SELECT 1 AS n FROM ImportProblem WHERE lower(message) LIKE ?', [`%${gone}%`])).toEqual([])
  const file = await server.raw('GET', `/api/imports/${done.id}/problems.csv`, { as: 'admin@demo.example' })
  expect((await file.text()).toLowerCase()).not.toContain(gone)
})
