import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { parse } from 'csv-parse/sync'
import { root } from '../support/repository-files'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let home: string
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  // Who shares an address with another is one and the same to an import: that is its rule, and here nobody does.
  await server.db.write((tx) => tx.$executeRaw`DELETE FROM PersonAddress WHERE addressKey IN (SELECT addressKey FROM PersonAddress GROUP BY addressKey HAVING COUNT(*) > 1)`)
  const call = await server.as('admin@demo.example')
  const adSourceId = server.db.sql.first<{ id: string }>('SELECT id FROM AdSource ORDER BY id')!.id
  const { id } = await call('createCounterparty', {
    body: { name: 'Byron & Söhne', status: 'Regular; on hold', turnover: '10–50 m', loyalty: 'Price\nand "service"', competitors: '=Paper, ink', adSourceId, managerId: 'm-anna', vip: true, kind: 'dealer', class: 'A', industry: 'Mills', region: 'Tver', taxNumber: '7701234567' },
  })
  await call('createPerson', { body: { name: 'Ada Byron', counterpartyId: id, addresses: ['ada@byron.example'], interests: 'Chess, sailing', acquaintance: 'At the fair of 2024', birthday: '1985-12-10', position: 'Head of purchasing' } })
}, 60_000)
beforeEach(async () => { home = await mkdtemp(path.join(tmpdir(), 'brought-')) })
afterEach(() => rm(home, { recursive: true, force: true }))
afterAll(() => server.close())

const exported = async (from: TestServer, file: string, language: string) => Buffer.from(await (await from.raw('GET', `/api/exports/${file}?language=${language}`, { as: 'admin@demo.example' })).arrayBuffer())
/** Without what is counted or computed, which is another base's own. */
const counted = /^(People|Людей|Open tasks|Открытые задачи|Last held|Последний контакт|Next step|Следующий шаг|Created|Добавлен)$/
const rowsOf = (bytes: Buffer) => (parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[])
  .map((row) => Object.fromEntries(Object.entries(row).filter(([title]) => !counted.test(title)))).map((row) => JSON.stringify(row)).sort()

/** A base with our own people and words, and without a client. */
async function emptyBase(file: string) {
  await (await openDatabase({ path: file })).close()
  const connection = openConnection(file)
  connection.exec('PRAGMA foreign_keys=OFF')
  connection.prepare('ATTACH ? AS other').run(server.databasePath)
  for (const table of ['Team', 'Firm', 'Manager', 'ManagerAddress', 'AdSource']) connection.exec(`INSERT INTO main."${table}" SELECT * FROM other."${table}"`)
  connection.close()
}
async function importing(base: string, name: string, bytes: Buffer) {
  await writeFile(path.join(home, name), bytes)
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'backend/dist/src/commands/import.js'), path.join(home, name)], { env: { ...process.env, DATABASE_URL: `file:${base}` } })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { rows: number; created: number; skipped: number; problems: { message: string }[] }
}

test.each(['en', 'ru'])('what is brought out in %s and brought into an empty base is brought out again as it was, every word of it', async (language) => {
  const [clients, persons] = [await exported(server, 'clients.csv', language), await exported(server, 'persons.csv', language)]
  expect(clients.toString()).toContain('Byron')
  const base = path.join(home, 'other.db')
  await emptyBase(base)
  expect(await importing(base, 'clients.csv', clients)).toMatchObject({ rows: rowsOf(clients).length, created: rowsOf(clients).length, skipped: 0, problems: [] })
  expect(await importing(base, 'persons.csv', persons)).toMatchObject({ rows: rowsOf(persons).length, skipped: 0, problems: [] })
  // A copy is of the file alone.
  const connection = openConnection(base)
  connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
  const other = await startTestServer({ copyOf: base })
  try {
    expect(rowsOf(await exported(other, 'clients.csv', language))).toEqual(rowsOf(clients))
    expect(rowsOf(await exported(other, 'persons.csv', language))).toEqual(rowsOf(persons))
  } finally {
    await other.close()
  }
}, 120_000)

test('a source that is not in the list is said, and the client is taken over without it', async () => {
  const base = path.join(home, 'other.db')
  const said = await importing(base, 'clients.csv', Buffer.from('Client,Source,Status\nAlpha,Nowhere known,New\n'))
  expect(said).toMatchObject({ created: 1, problems: [{ row: 2, field: 'adSource', message: expect.stringContaining('no source "Nowhere known"') as string }] })
})
