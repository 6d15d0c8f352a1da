import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { assemble } from '@counterpane/backend/assemble'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { importTable, sendTable, settled } from '../support/import-house'
import { root } from '../support/repository-files'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeEach(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterEach(() => server.close())

const list = 'Company,TaxNo,Industry,Company email,Contact person,Email,Phone\nAlpha,7701,Metals,info@alpha-x.example,Ann Lee,ann@alpha-x.example,+7 495 111-22-33\nBeta,7702,,info@beta-x.example,Bob Ray,bob@beta-x.example,\nGamma,7703,,,,,\n'
const header = 'Company,TaxNo,Industry,Company email\n'
const admin = () => server.as('admin@demo.example')
async function undo(id: string) {
  await (await admin())('undoImport', { id })
  return settled(server, id)
}
/** All that the base says of clients and people, without times, versions and the trail. */
const base = () => ['Counterparty', 'ContactPerson'].map((table) => server.db.sql.all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`).map(({ updatedAt: _at, version: _version, ...row }) => row)).concat(
  ['CounterpartyAddress', 'PersonAddress', 'CounterpartyPhone', 'PersonPhone', 'CounterpartyDomain'].map((table) => server.db.sql.all(`SELECT * FROM ${table} ORDER BY 2, 3`).map((row) => { const { id: _id, ...rest } = row as { id: string }; return rest })),
  [server.db.sql.all('SELECT * FROM ClientDomain ORDER BY 1'), server.db.sql.all('SELECT * FROM ClientDomainForm ORDER BY 1, 2')],
)

test('an import taken back leaves the base as it was: who was made is gone, who was changed is as before', async () => {
  await importTable(server, `${header}Alpha,7701,Wood,old@alpha-x.example\n`)
  const before = base()
  const done = await importTable(server, list)
  expect(done.counts).toEqual({ rows: 3, created: 2, updated: 1, skipped: 0 })
  expect(base()).not.toEqual(before)
  const undone = await undo(done.id)
  expect(undone).toMatchObject({ state: 'undone', undone: { removed: 4, putBack: 1, leftCount: 0, left: [] } })
  expect(undone.undoneAt).not.toBeNull()
  expect(base()).toEqual(before)
  await expect((await admin())('undoImport', { id: done.id })).rejects.toMatchObject({ problem: { code: 'conflict' } })
})

test('what somebody has changed since, or put work on, is left and told of with the reason', async () => {
  await importTable(server, `${header}Delta X,7704,Wood,\n`)
  const done = await importTable(server, `${list}Delta X,7704,Metals,,,,\n`)
  const call = await admin()
  const idOf = (name: string) => server.db.sql.first<{ id: string }>('SELECT id FROM Counterparty WHERE name = ?', [name])!.id
  await call('patchCounterparty', { id: idOf('Alpha'), body: { region: 'Ural' } })
  await call('patchCounterparty', { id: idOf('Delta X'), body: { industry: 'Paper' } })
  await call('createContact', { body: { startsAt: '2026-12-03T10:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: idOf('Gamma') } })
  const { undone } = await undo(done.id)
  expect(undone).toMatchObject({ removed: 3, putBack: 0, leftCount: 3 })
  expect(undone?.left.map(({ name, reason }) => [name, reason]).sort()).toEqual([['Alpha', 'changed'], ['Delta X', 'changed'], ['Gamma', 'attached']])
  expect((await call('getCounterparty', { id: idOf('Delta X') })).industry).toBe('Paper')
  expect((await call('getCounterparty', { id: idOf('Alpha') })).region).toBe('Ural')
  expect(server.db.sql.all("SELECT name FROM ContactPerson WHERE name IN ('Ann Lee', 'Bob Ray')")).toEqual([])
})

test('a client whom the import left a person that stays is left with them', async () => {
  const done = await importTable(server, list)
  const call = await admin()
  const ann = server.db.sql.first<{ id: string }>("SELECT id FROM ContactPerson WHERE name = 'Ann Lee'")!.id
  await call('patchPerson', { id: ann, body: { position: 'Head' } })
  const { undone } = await undo(done.id)
  expect(undone?.left.map(({ name, reason }) => [name, reason])).toEqual([['Ann Lee', 'changed'], ['Alpha', 'attached']])
  expect((await call('getPerson', { id: ann })).counterparty?.name).toBe('Alpha')
})

test('a server that ended in the middle finds the import stopped; the file brought again doubles nobody, and both can be taken back', async () => {
  const large = `Company,Email\n${Array.from({ length: 2_000 }, (_, i) => `Mitte ${i},a${i}@mitte${i}.example`).join('\n')}\n`
  const before = base()
  const { body } = await sendTable(server, large)
  const call = await admin()
  await call('runImport', { id: body.id })
  let rows = 0
  while (rows === 0) rows = (await call('getImport', { id: body.id })).counts.rows
  await call('cancelImport', { id: body.id })
  rows = (await settled(server, body.id)).counts.rows
  // As a process that was killed leaves it: whole units of work, the file, and a state that says that it reads.
  await server.db.prisma.import.update({ where: { id: body.id }, data: { state: 'reading', fileKey: body.id } })
  fs.mkdirSync(path.join(path.dirname(server.databasePath), 'imports'), { recursive: true })
  fs.writeFileSync(path.join(path.dirname(server.databasePath), 'imports', `${body.id}.table`), large)
  const folder = path.join(path.dirname(server.databasePath), 'imports')
  expect(fs.readdirSync(folder)).toHaveLength(1)
  const again = await secondServer(server)
  try {
    const token = await server.tokenOf('admin@demo.example')
    const answer = await fetch(`${again.url}/api/imports/${body.id}`, { headers: { authorization: `Bearer ${token}` } })
    expect(await answer.json()).toMatchObject({ state: 'stopped', hasFile: false, counts: { rows }, problem: expect.stringContaining('stopped in the middle') as string })
    expect(fs.readdirSync(folder)).toEqual([])
  } finally {
    await again.close()
  }
  const rest = await importTable(server, large)
  expect(rest.counts).toEqual({ rows: 2_000, created: 2_000 - rows, updated: rows, skipped: 0 })
  for (const id of [rest.id, body.id]) expect((await undo(id)).undone).toMatchObject({ leftCount: 0 })
  expect(base()).toEqual(before)
}, 60_000)

/** The program started anew over the same database. */
async function secondServer({ databasePath, clock, config }: TestServer) {
  const db = await openDatabase({ path: databasePath })
  const program = await assemble({ config, db, clock, log: createLogger('silent'), root, serverUrl: () => config.PUBLIC_URL })
  const listener = http.createServer(program.app)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    close: async () => { listener.closeAllConnections(); await new Promise((resolve) => listener.close(resolve)); await program.close(); await db.close() },
  }
}
