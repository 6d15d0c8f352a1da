import { importTable, sendTable, settled } from '../support/import-house'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeEach(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterEach(() => server.close())

const lead = 'maria@demo.example'
const list = 'Название;ИНН;E-mail;Заметка\r\nООО «Ромашка»;7701234567;info@romashka.example, sales@romashka.example;a\r\nБета;;beta@beta.example;b\r\n;;nobody@nowhere.example;c\r\n'
const names = () => server.db.sql.all<{ name: string }>("SELECT name FROM Counterparty WHERE name IN ('ООО «Ромашка»', 'Ромашка', 'Бета', 'Гамма') ORDER BY name").map((row) => row.name)
const count = (table: string) => server.db.sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)?.n

test('an uploaded table shows its first rows and what its columns look like; a check says what a run would do, and the run does that', async () => {
  const { status, body } = await sendTable(server, list, { name: 'список.csv' })
  expect([status, body.state, body.fileName, body.kind, body.encoding]).toEqual([201, 'uploaded', 'список.csv', 'csv', 'utf-8'])
  expect([body.columns, body.mapping, body.guessed, body.kept]).toEqual([['Название', 'ИНН', 'E-mail', 'Заметка'], ['name', 'taxNumber', 'addresses', null], ['name', 'taxNumber', 'addresses', null], false])
  expect(body.sample).toEqual([['ООО «Ромашка»', '7701234567', 'info@romashka.example, sales@romashka.example', 'a'], ['Бета', '', 'beta@beta.example', 'b'], ['', '', 'nobody@nowhere.example', 'c']])
  const call = await server.as('admin@demo.example')
  const before = count('Counterparty')
  await call('checkImport', { id: body.id })
  const checked = await settled(server, body.id)
  expect(checked).toMatchObject({ state: 'checked', total: 3, counts: { rows: 3, created: 2, updated: 0, skipped: 1 }, problemCount: 1, duplicateCount: 0, hasFile: true })
  expect(count('Counterparty')).toBe(before)
  await call('runImport', { id: body.id })
  expect(await settled(server, body.id)).toMatchObject({ state: 'done', total: 3, counts: { rows: 3, created: 2, updated: 0, skipped: 1 }, problemCount: 1, hasFile: false })
  expect(names()).toEqual(['Бета', 'ООО «Ромашка»'])
  expect((await call('listImportProblems', { id: body.id })).items).toEqual([{ position: 0, row: 4, kind: 'problem', field: 'name', message: expect.stringContaining('no name') as string, noun: null, nounId: null }])
})

test('a row that is somebody known is a duplicate with a way to them; another person of a known client is none', async () => {
  await importTable(server, 'Company,Name,Email\nАльфа Новая,John Ross,john@alfa-nova.example\n')
  const again = await importTable(server, 'Company,Name,Email\nАльфа Новая,John Ross,john@alfa-nova.example\nАльфа Новая,Alice Ross,alice@alfa-nova.example\nNeue,Bert Neu,bert@neue.example\nNeue,Bert Neu,\n')
  expect(again.counts).toEqual({ rows: 4, created: 1, updated: 3, skipped: 0 })
  const { items } = await (await server.as('admin@demo.example'))('listImportProblems', { id: again.id, query: { kind: 'duplicate' } })
  expect(items.map(({ row, noun, message }) => [row, noun, message])).toEqual([[2, 'person', 'John Ross is in the base already'], [5, 'person', 'an earlier row tells of Bert Neu too']])
  const person = await (await server.as('admin@demo.example'))('getPerson', { id: items[0]!.nounId! })
  expect(person.name).toBe('John Ross')
})

test('what a check counts is what a run counts, though rows of one client are in different units of work', async () => {
  const rows = Array.from({ length: 450 }, (_, i) => `Firma ${i % 150},Person ${i},p${i}@firma${i % 150}.example`).join('\n')
  const { body } = await sendTable(server, `Company,Name,Email\n${rows}\n`)
  const call = await server.as('admin@demo.example')
  await call('checkImport', { id: body.id })
  const checked = await settled(server, body.id)
  await call('runImport', { id: body.id })
  const done = await settled(server, body.id)
  expect(done.counts).toEqual(checked.counts)
  expect(done.counts).toEqual({ rows: 450, created: 150, updated: 300, skipped: 0 })
})

test('a corrected mapping is kept for the next file with the same header, and an old check is forgotten', async () => {
  const { body } = await sendTable(server, 'Кто,Куда\nАльфа,info@alfa.example\n')
  expect(body.mapping).toEqual([null, null])
  const call = await server.as('admin@demo.example')
  await expect(call('runImport', { id: body.id })).rejects.toMatchObject({ problem: { code: 'invalid-request', detail: expect.stringContaining('No column is taken for a name') as string } })
  await expect(call('patchImport', { id: body.id, body: { mapping: ['name'] } })).rejects.toMatchObject({ problem: { code: 'invalid-request' } })
  const mended = await call('patchImport', { id: body.id, body: { mapping: ['name', 'addresses'] } })
  expect([mended.mapping, mended.guessed]).toEqual([['name', 'addresses'], [null, null]])
  await call('checkImport', { id: body.id })
  await settled(server, body.id)
  const other = await call('patchImport', { id: body.id, body: { mapping: ['name', null] } })
  expect(other).toMatchObject({ state: 'uploaded', counts: { rows: 0, created: 0 } })
  const next = await sendTable(server, 'КТО,куда\nБета,info@beta.example\n', { as: lead })
  expect(next.body).toMatchObject({ mapping: ['name', null], kept: true })
})

test('the same file twice is said, with when and by whom; the second run doubles nobody', async () => {
  const first = await importTable(server, list)
  const { body } = await sendTable(server, list, { as: lead, name: 'other.csv' })
  expect(body.before).toEqual([{ id: first.id, at: first.startedAt, manager: { id: 'm-admin', name: expect.any(String) as string }, state: 'done' }])
  await (await server.as(lead))('runImport', { id: body.id })
  expect((await settled(server, body.id, lead)).counts).toEqual({ rows: 3, created: 0, updated: 2, skipped: 1 })
  expect(names()).toEqual(['Бета', 'ООО «Ромашка»'])
})

test('managers import nothing; leads see their own imports, administrators all', async () => {
  expect((await sendTable(server, list, { as: 'olga@demo.example' })).body.code).toBe('forbidden')
  const { body } = await sendTable(server, list, { as: lead })
  const [own, admin, other] = [await server.as(lead), await server.as('admin@demo.example'), await server.as('olga@demo.example')]
  expect((await own('listImports')).items.map(({ id }) => id)).toEqual([body.id])
  const mine = await sendTable(server, list)
  expect((await own('listImports')).items.map(({ id }) => id)).toEqual([body.id])
  expect((await admin('listImports')).items.map(({ id }) => id)).toEqual([mine.body.id, body.id])
  await expect(own('getImport', { id: mine.body.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
  for (const name of ['runImport', 'checkImport', 'cancelImport', 'undoImport'] as const) await expect(own(name, { id: mine.body.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
  await expect(other('listImports')).rejects.toMatchObject({ problem: { code: 'forbidden' } })
})

test('one that was not run goes with its file; one that was stays in the history', async () => {
  const call = await server.as('admin@demo.example')
  const { body } = await sendTable(server, list)
  await call('deleteImport', { id: body.id })
  await expect(call('getImport', { id: body.id })).rejects.toMatchObject({ problem: { code: 'not-found' } })
  const done = await importTable(server, list)
  await expect(call('deleteImport', { id: done.id })).rejects.toMatchObject({ problem: { code: 'conflict' } })
  await expect(call('runImport', { id: done.id })).rejects.toMatchObject({ problem: { code: 'conflict' } })
})

test('only one import is at work; another waits and says so; a run is stopped after the rows at hand and leaves whole ones', async () => {
  const call = await server.as('admin@demo.example')
  const large = `Company,Email\n${Array.from({ length: 3_000 }, (_, i) => `Langsam ${i},a${i}@langsam${i}.example`).join('\n')}\n`
  const first = (await sendTable(server, large)).body
  const second = (await sendTable(server, list)).body
  await call('runImport', { id: first.id })
  expect(await call('runImport', { id: second.id })).toMatchObject({ state: 'waiting' })
  for (let rows = 0; rows === 0;) rows = (await call('getImport', { id: first.id })).counts.rows
  await call('cancelImport', { id: first.id })
  const stopped = await settled(server, first.id)
  expect(stopped).toMatchObject({ state: 'stopped', total: 3_000 })
  expect(stopped.counts.rows).toBeLessThan(3_000)
  expect(server.db.sql.first<{ n: number }>("SELECT COUNT(*) AS n FROM Counterparty WHERE name LIKE 'Langsam%'")?.n).toBe(stopped.counts.created)
  expect((await settled(server, second.id)).state).toBe('done')
  // The rest of the file, brought again, doubles nobody.
  const rest = await importTable(server, large)
  expect(rest.counts).toEqual({ rows: 3_000, created: 3_000 - stopped.counts.created, updated: stopped.counts.created, skipped: 0 })
}, 60_000)

test('a check finds who stood in the first row of a long file in its last one too, as a run does', async () => {
  const between = Array.from({ length: 24_000 }, (_, i) => `Zwischen ${i},z${i}@zwischen${i}.example`).join('\n')
  const { body } = await sendTable(server, `Company,Email\nErste Firma,erste@erste-firma.example\n${between}\nFirma Erste,erste@erste-firma.example\n`)
  const call = await server.as('admin@demo.example')
  await call('checkImport', { id: body.id })
  const checked = await settled(server, body.id, 'admin@demo.example', { longest: 2_000 })
  expect(checked.counts).toEqual({ rows: 24_002, created: 24_001, updated: 1, skipped: 0 })
  const { items } = await call('listImportProblems', { id: body.id, query: { kind: 'duplicate' } })
  expect(items.map(({ row, message, nounId }) => [row, message, nounId])).toEqual([[24_003, 'an earlier row tells of Erste Firma too', null]])
}, 120_000)
