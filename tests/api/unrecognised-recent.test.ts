import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { startTestServer, type TestServer } from '../support/test-server'
import { clientsOf, unknownLetter, waitingOf } from './unrecognised-house'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
let admin: HttpClient
beforeEach(async () => {
  server = await startTestServer()
  ;[olga, anna, admin] = await Promise.all([server.as('olga@demo.example'), server.as('anna@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterEach(() => server.close())

const many = 1_200
const stopAt = 'm-0777'
/** More letters than one unit of work files. */
async function manyLetters(address: string): Promise<void> {
  const rows = Array.from({ length: many }, (_, i) => ({ id: `m-${String(i).padStart(4, '0')}`, startsAt: new Date(Date.UTC(2026, 9, 1) + i) }))
  await server.db.prisma.contact.createMany({ data: rows.map((row) => ({ ...row, endsAt: row.startsAt, method: 'letter', direction: 'incoming', status: 'held', source: 'api', registeredById: 'm-olga' })) })
  await server.db.prisma.contactAddress.createMany({ data: rows.map(({ id }) => ({ contactId: id, addressKey: address })) })
}
const filed = () => server.db.sql.first<{ n: number }>("SELECT COUNT(*) AS n FROM Contact WHERE id LIKE 'm-%' AND counterpartyId IS NOT NULL")!.n
/** As a power cut in the middle: one of the later handfuls can't be written. */
const behind = (sql: string) => { const connection = openConnection(server.databasePath); connection.exec(sql); connection.close() }
const cutOff = () => behind(`CREATE TRIGGER cut BEFORE UPDATE OF counterpartyId ON Contact WHEN new.id = '${stopAt}' BEGIN SELECT RAISE(ABORT, 'cut off'); END`)
const mend = () => behind('DROP TRIGGER cut')
async function stoppedMidway(): Promise<string> {
  await manyLetters('news@big.example')
  cutOff()
  const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await expect(olga('decideUnrecognised', { body: { decision: 'new-client', group: { kind: 'domain', value: 'big.example' }, name: 'Big' } })).rejects.toBeDefined()
  silenced.mockRestore()
  expect(filed()).toBeGreaterThan(0)
  expect(filed()).toBeLessThan(many)
  return (await olga('recentDecisions')).items[0]!.id
}
async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 200 && !await done(); i++) await new Promise((resolve) => setTimeout(resolve, 50))
}

test('what was decided lately is told with who, what and when, the latest first, and taken back from there', async () => {
  for (const value of ['one', 'two', 'three']) await unknownLetter(olga, `x@${value}.example`)
  const first = await olga('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'one.example' }, counterpartyId: 'cp-delta' } })
  const second = await anna('decideUnrecognised', { body: { decision: 'not-client', groups: [{ kind: 'domain', value: 'two.example' }, { kind: 'domain', value: 'three.example' }] } })
  const { items } = await olga('recentDecisions')
  expect(items).toMatchObject([
    { id: second.id, decision: 'not-client', by: { name: 'Anna Orlova' }, groupCount: 2, counterparty: null, going: false, undoneAt: null, mayUndo: false },
    { id: first.id, decision: 'this-is', by: { name: 'Olga Smirnova' }, groups: [{ kind: 'domain', value: 'one.example', name: 'one.example' }], counterparty: { id: 'cp-delta' }, filed: 1, mayUndo: true },
  ])
  expect((await admin('recentDecisions')).items.map(({ mayUndo }) => mayUndo)).toEqual([true, true])
  await olga('undoUnrecognised', { id: first.id })
  expect((await olga('recentDecisions')).items[1]).toMatchObject({ id: first.id, filed: 0, undoneAt: expect.any(String) as unknown, mayUndo: false })
  const page = await olga('recentDecisions', { query: { limit: 1 } })
  expect((await olga('recentDecisions', { query: { limit: 1, cursor: page.nextCursor! } })).items.map(({ id }) => id)).toEqual([first.id])
})

test('of a decision about a private letter, or for somebody’s own list, nobody else is told', async () => {
  await unknownLetter(olga, 'lawyer@divorce.example', { private: true })
  await unknownLetter(anna, 'ads@own.example')
  const hidden = await olga('decideUnrecognised', { body: { decision: 'not-client', groups: [{ kind: 'domain', value: 'divorce.example' }] } })
  const own = await olga('decideUnrecognised', { body: { decision: 'never-register', groups: [{ kind: 'address', value: 'ads@own.example' }], whose: 'own' } }).catch(() => null)
  const mine = own ?? await olga('decideUnrecognised', { body: { decision: 'never-register', groups: [{ kind: 'domain', value: 'own.example' }], whose: 'own' } })
  expect((await olga('recentDecisions')).items.map(({ id, own: isOwn }) => [id, isOwn])).toEqual([[mine.id, true], [hidden.id, false]])
  for (const other of [anna, admin]) expect((await other('recentDecisions')).items).toEqual([])
})

test('a decision over many that was stopped midway goes on when somebody looks, and comes to its end once', async () => {
  const id = await stoppedMidway()
  expect((await olga('recentDecisions')).items[0]).toMatchObject({ id, going: true, counterparty: { name: 'Big' } })
  await expect(anna('decideUnrecognised', { body: { decision: 'this-is', group: { kind: 'domain', value: 'big.example' }, counterpartyId: 'cp-delta' } })).rejects.toMatchObject({ problem: { code: 'conflict', detail: expect.stringContaining('Big') as unknown } })
  mend()
  await until(async () => !(await olga('recentDecisions')).items[0]!.going)
  expect((await olga('recentDecisions')).items[0]).toMatchObject({ id, going: false, filed: many })
  expect(filed()).toBe(many)
  expect(server.db.sql.all("SELECT COUNT(*) AS n FROM AuditEntry WHERE action = 'rematched' AND setId = ?", [id])).toMatchObject([{ n: many }])
  const client = (await olga('recentDecisions')).items[0]!.counterparty!
  expect(await olga('getCounterparty', { id: client.id })).toMatchObject({ name: 'Big', addresses: ['news@big.example'], domains: ['big.example'] })
  expect(await olga('undoUnrecognised', { id })).toEqual({ unfiled: many, left: 0, kept: [] })
  expect((await waitingOf(olga)).get('big.example')?.contacts).toBe(many)
}, 120_000)

test('what was stopped midway can be taken back instead, and stays back', async () => {
  const id = await stoppedMidway()
  mend()
  await olga('undoUnrecognised', { id })
  const going = (await olga('recentDecisions')).items[0]!
  expect(going).toMatchObject({ id, going: false, filed: 0 })
  expect(filed()).toBe(0)
  expect(await clientsOf(olga, [stopAt])).toEqual([null])
}, 120_000)
