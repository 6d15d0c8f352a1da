import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { baseFiles } from '@counterpane/backend/features/exports/base-files'
import { contactFile } from '@counterpane/backend/features/exports/contact-file'
import { createExports } from '@counterpane/backend/features/exports/exports.service'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { readSheets } from '../support/read-sheet'
import { root } from '../support/repository-files'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let home: string
beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  const olga = await server.as('olga@demo.example')
  // Who shares an address with another is one and the same to an import: that is its rule, and here nobody does.
  await server.db.write((tx) => tx.$executeRaw`DELETE FROM PersonAddress WHERE addressKey IN (SELECT addressKey FROM PersonAddress GROUP BY addressKey HAVING COUNT(*) > 1)`)
  await olga('createCounterparty', { body: { name: '=HYPERLINK("http://x.example")', phones: ['+7 495 123-45-67', '+44 20 7946 0000'], addresses: ['a@formula.example', 'b@formula.example'], domains: ['formula.example'], taxNumber: '7701234567', class: 'B', vip: true, kind: 'dealer', managerId: 'm-anna', industry: 'Mills; "big" ones', region: 'Tver' } })
  const made = await olga('createCounterparty', { body: { name: 'Ada Byron & Söhne', addresses: ['office@byron.example'] } })
  await olga('createPerson', { body: { name: 'Ада Байрон', counterpartyId: made.id, addresses: ['ada@byron.example', 'countess@byron.example'], phones: ['+7 900 000-00-01'], position: 'Head of purchasing', birthday: '1985-12-10' } })
}, 60_000)
beforeEach(async () => { home = await mkdtemp(path.join(tmpdir(), 'brought-')) })
afterEach(() => rm(home, { recursive: true, force: true }))
afterAll(() => server.close())

const bring = async (file: string) => {
  const answer = await server.raw('GET', `/api/exports/${file}`, { as: 'olga@demo.example' })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}
/** Clients with all that an import knows, by name. */
const told = (file: string) => {
  const db = openConnection(file, { readOnly: true })
  const list = (column: string, table: string, owner: string) => `(SELECT group_concat(x, '|') FROM (SELECT ${column} AS x FROM ${table} WHERE ${owner} ORDER BY 1))`
  const clients = db.prepare(`SELECT k.name, k.kind, k.class, k.vip, k.industry, k.region, k.taxNumber, ${list('address', 'CounterpartyAddress', 'counterpartyId = k.id')} AS addresses, ${list('domain', 'CounterpartyDomain', 'counterpartyId = k.id')} AS domains,
    ${list('phone', 'CounterpartyPhone', 'counterpartyId = k.id')} AS phones FROM Counterparty k ORDER BY k.name`).all()
  const persons = db.prepare(`SELECT p.name, p.position, p.birthday, k.name AS client, ${list('address', 'PersonAddress', 'personId = p.id')} AS addresses, ${list('phone', 'PersonPhone', 'personId = p.id')} AS phones
    FROM ContactPerson p LEFT JOIN Counterparty k ON k.id = p.counterpartyId ORDER BY p.name, addresses`).all()
  db.close()
  return { clients, persons }
}
async function importing(name: string, bytes: Buffer) {
  await writeFile(path.join(home, name), bytes)
  const command = path.join(root, 'backend/dist/src/commands/import.js')
  const { stdout } = await promisify(execFile)(process.execPath, [command, path.join(home, name)], { env: { ...process.env, DATABASE_URL: `file:${path.join(home, 'x.db')}` } })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { rows: number; created: number; skipped: number; problems: { message: string }[] }
}

test.each([['csv', 'en'], ['csv', 'ru'], ['xlsx', 'en'], ['xlsx', 'ru']])('clients and people brought out as %s in %s come in again, and nothing is lost', async (format, language) => {
  const before = told(server.databasePath)
  const clients = await importing(`clients.${format}`, await bring(`clients.${format}?language=${language}`))
  expect(clients).toMatchObject({ rows: before.clients.length, created: before.clients.length, skipped: 0 })
  const people = await importing(`persons.${format}`, await bring(`persons.${format}?language=${language}`))
  expect(people).toMatchObject({ rows: before.persons.length, skipped: 0 })
  // Managers are not in the new base, which is said of each row that names one, and of nothing else.
  expect(clients.problems.filter(({ message }) => !/manager|менеджер/i.test(message))).toEqual([])
  expect(people.problems).toEqual([])
  const after = told(path.join(home, 'x.db'))
  expect(after.clients).toEqual(before.clients)
  expect(after.persons).toEqual(before.persons)
})

test('a sheet holds what the list holds, its columns first, and says what they mean', async () => {
  const olga = await server.as('olga@demo.example')
  const { items } = await olga('listClientRows', { query: { class: 'A', sort: '-name', limit: 200 } })
  const [rows, definitions] = await readSheets(await bring('clients.xlsx?class=A&sort=-name&columns=manager&columns=name&timeZone=Europe/Moscow&language=en'))
  expect(rows!.rows[0]!.slice(0, 2)).toEqual(['Responsible manager', 'Client'])
  expect(rows!.rows.slice(1).map((row) => row[1])).toEqual(items.map(({ name }) => name))
  expect(definitions!.name).toBe('Definitions')
  expect(definitions!.rows.flat()).toEqual(expect.arrayContaining(['Olga Smirnova', 'Only clients of the filter of the list', 'Europe/Moscow']))
})

test('what a spreadsheet would take for a formula is a text, and semicolons and quotes are quoted', async () => {
  const text = (await bring('clients.csv?q=hyperlink&language=en')).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [head, line] = text.split('\r\n')
  expect(head).toContain(';')
  expect(line).toContain('"\'=HYPERLINK(""http://x.example"")"')
  expect(line).toContain('"Mills; ""big"" ones"')
})

test('how far a file is can be asked by its ticket, by its asker alone; without a session nothing is given', async () => {
  await bring('clients.csv?ticket=ticket-of-olga')
  const progress = (as: string) => server.raw('GET', '/api/exports/clients/progress?ticket=ticket-of-olga', { as })
  expect(await (await progress('olga@demo.example')).json()).toMatchObject({ state: 'done', rows: expect.any(Number) as number })
  expect((await progress('anna@demo.example')).status).toBe(404)
  expect((await server.raw('GET', '/api/exports/persons.csv')).status).toBe(401)
  expect((await server.raw('GET', '/api/exports/clients.csv?unknown=1', { as: 'olga@demo.example' })).status).toBe(400)
})

test('contacts, clients and people are brought out in one way: places are shared, and more rows than a sheet holds are refused in words', async () => {
  async function* none() { yield await Promise.resolve([]) }
  const [clients, persons] = baseFiles({ total: () => Promise.resolve(1_048_576), clients: none, persons: none })
  const contacts = contactFile({ db: server.db, rows: { total: () => Promise.resolve(1), pages: none } })
  const service = createExports({ db: server.db, clock: server.clock })
  const caller = { id: 'm-olga', name: 'Olga', role: 'manager' as const, teamId: null, locale: null }
  const open = (noun: typeof contacts, format: 'csv' | 'xlsx') => service.open({ format, ask: noun.read({ ticket: 'ticket-of-mine' }), caller, locale: 'en' })
  await expect(open(clients!, 'xlsx')).rejects.toMatchObject({ code: 'too-large', detail: expect.stringContaining('1,048,576 clients') as string })
  expect(service.progress('m-olga', 'ticket-of-mine')).toEqual({ rows: 0, total: 1_048_576, state: 'failed' })
  const first = await open(clients!, 'csv')
  await open(persons!, 'xlsx')
  await expect(open(contacts, 'csv')).rejects.toMatchObject({ code: 'too-many-requests' })
  first.settle('done')
  expect((await open(contacts, 'csv')).fileName).toMatch(/^Contacts .*\.csv$/)
})
