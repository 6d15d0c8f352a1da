import { parse } from 'csv-parse/sync'
import { importTable, sendTable, settled } from '../support/import-house'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

async function fileOf(id: string, { query = '', as = 'admin@demo.example' } = {}) {
  const answer = await server.raw('GET', `/api/imports/${id}/problems.csv${query}`, { as })
  // A text of fetch leaves the mark out.
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes, lines: answer.status === 200 ? parse(bytes, { bom: true, delimiter: ';' }) as string[][] : [] }
}
const table = 'Company,Email,Birthday,Name\nAlpha Six,broken,1.1.70x,Ann Lee\nBeta Six,b@beta-six.example,,\n,=cmd()@x.example,,\nAlpha Six,a@alpha-six.example,,Ann Lee\n'

test('the problems are a file with the rows’ own cells, the same after a check and after a run', async () => {
  const { body } = await sendTable(server, table)
  const call = await server.as('admin@demo.example')
  await call('checkImport', { id: body.id })
  await settled(server, body.id)
  const checked = await fileOf(body.id)
  expect(checked.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect([checked.headers.get('content-type'), checked.headers.get('content-disposition')]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="import-problems.csv"'])
  expect(checked.lines.map((line) => line.map((cell) => cell.replace(/ — .*/, '')))).toEqual([
    ['Row number', 'What of it', 'Problem', 'Company', 'Email', 'Birthday', 'Name'],
    ['2', 'Birthday (person)', '"1.1.70x" can’t be read as a date with a year', 'Alpha Six', 'broken', '1.1.70x', 'Ann Lee'],
    ['2', 'E-mail addresses (person)', '"broken" can’t be read as an e-mail address', 'Alpha Six', 'broken', '1.1.70x', 'Ann Lee'],
    ['4', 'Name of the client', 'the row has no name: neither of a client nor of a person', '', '\'=cmd()@x.example', '', ''],
  ])
  await call('runImport', { id: body.id })
  const done = await settled(server, body.id)
  expect(done.problemCount).toBe(3)
  expect((await fileOf(body.id)).bytes).toEqual(checked.bytes)
  expect((await call('listImportProblems', { id: body.id })).items.map(({ kind, row }) => [kind, row])).toEqual([['problem', 2], ['problem', 2], ['problem', 4], ['duplicate', 5]])
})

test('whom the import knew already is a file too, in the language asked for', async () => {
  const done = await importTable(server, table)
  const known = await fileOf(done.id, { query: '?kind=duplicate&language=ru' })
  expect(known.lines[0]).toEqual(['Номер строки', 'Что именно', 'Уже известно', 'Company', 'Email', 'Birthday', 'Name'])
  expect(known.lines.slice(1).map(([row]) => row)).toEqual(['2', '3', '5'])
  expect((await fileOf(done.id, { query: '?kind=other' })).status).toBe(400)
})

test('put right, the file of problems is brought in as it is', async () => {
  const { body } = await sendTable(server, 'Company,Tax number,E-mail\nMended Six,7701002233,who@@mended-six.example\n')
  const call = await server.as('admin@demo.example')
  await call('runImport', { id: body.id })
  await settled(server, body.id)
  const { bytes } = await fileOf(body.id)
  const again = await sendTable(server, bytes.toString('utf8').replaceAll('who@@', 'who@'))
  expect(again.body.mapping).toEqual([null, null, null, 'name', 'taxNumber', 'addresses'])
  await call('runImport', { id: again.body.id })
  expect((await settled(server, again.body.id)).counts).toEqual({ rows: 1, created: 0, updated: 1, skipped: 0 })
  expect(server.db.sql.all("SELECT a.address FROM CounterpartyAddress a JOIN Counterparty k ON k.id = a.counterpartyId WHERE k.name = 'Mended Six'")).toEqual([{ address: 'who@mended-six.example' }])
})

test('a lead has the files of their own imports, a manager none', async () => {
  const done = await importTable(server, table, { as: 'maria@demo.example' })
  expect((await fileOf(done.id, { as: 'maria@demo.example' })).status).toBe(200)
  expect((await fileOf(done.id, { as: 'olga@demo.example' })).status).toBe(403)
  const other = await importTable(server, table)
  expect((await fileOf(other.id, { as: 'maria@demo.example' })).status).toBe(404)
})

test('thousands of problems are all in the file', async () => {
  const rows = Array.from({ length: 1_700 }, (_, i) => `Many ${i},x${i}`).join('\n')
  const done = await importTable(server, `Company,Email\n${rows}\n`)
  const { lines } = await fileOf(done.id)
  expect(lines.slice(1).map(([row, , , name]) => [row, name])).toEqual(Array.from({ length: 1_700 }, (_, i) => [String(i + 2), `Many ${i}`]))
}, 60_000)
