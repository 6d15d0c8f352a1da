import type { ClientRow, listClientRows } from '@counterpane/shared/contract/client-list'
import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let anna: HttpClient
beforeAll(async () => {
  server = await startTestServer({ seed: { managers: 8, counterparties: 120, persons: 200, contacts: 600, tasks: 80 } })
  ;[olga, anna] = await Promise.all([server.as('olga@demo.example'), server.as('anna@demo.example')])
  await server.db.write(async (tx) => {
    await tx.$executeRaw`UPDATE Counterparty SET status = CASE rowid % 4 WHEN 0 THEN 'active' WHEN 1 THEN 'lost' WHEN 2 THEN 'prospect' END, turnover = CASE rowid % 3 WHEN 0 THEN 'large' END, class = CASE rowid % 5 WHEN 0 THEN NULL ELSE class END, managerId = CASE rowid % 9 WHEN 0 THEN NULL ELSE managerId END`
  })
}, 60_000)
afterAll(() => server.close())

type Query = Partial<Record<keyof Parameters<typeof listClientRows.parse>[0] & string, string | number | boolean | readonly string[]>>
async function all(query: Query, limit = 7) {
  const items: ClientRow[] = []
  let cursor: string | null = null
  do {
    const page: { items: ClientRow[]; nextCursor: string | null } = await olga('listClientRows', { query: { ...query, limit, ...(cursor !== null && { cursor }) } })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
const idsOf = (where: string, order = 'k.name, k.id') => server.db.sql.all<{ id: string }>(`SELECT k.id FROM Counterparty k LEFT JOIN ClientActivity a ON a.counterpartyId = k.id WHERE ${where} ORDER BY ${order}`).map(({ id }) => id)
const now = () => server.clock.now().getTime()

test.each(['name', '-name', 'createdAt', '-createdAt', 'class', '-class', 'lastHeldAt', '-lastHeldAt', 'manager', '-manager'] as const)('by %s every client comes once, page by page, as in one page', async (sort) => {
  const [small, large] = [await all({ sort }, 7), await all({ sort }, 200)]
  expect(small.map(({ id }) => id)).toEqual(large.map(({ id }) => id))
  expect(new Set(small.map(({ id }) => id))).toEqual(new Set(idsOf('TRUE')))
})

test('clients without a class, a manager or a contact stand last whichever way the order goes', async () => {
  for (const sort of ['class', '-class'] as const) {
    const classes = (await all({ sort }, 50)).map((row) => row.class)
    const known = classes.filter((one) => one !== null)
    expect(classes).toEqual([...[...known].sort().reverse().sort((a, b) => (sort === 'class' ? 1 : -1) * (a < b ? -1 : a > b ? 1 : 0)), ...classes.filter((one) => one === null)])
  }
  const held = (await all({ sort: '-lastHeldAt' }, 50)).map((row) => row.lastHeldAt)
  expect(held).toEqual([...held.filter((at) => at !== null).sort().reverse(), ...held.filter((at) => at === null)])
  const managers = (await all({ sort: 'manager' }, 50)).map((row) => row.manager?.name ?? null)
  expect(managers.indexOf(null)).toBe(managers.filter((name) => name !== null).length)
})

test.each<[string, Query, () => string]>([
  ['class', { class: ['A', 'none'] }, () => "k.class = 'A' OR k.class IS NULL"], ['status', { status: 'lost' }, () => "k.status = 'lost'"], ['VIP', { vip: true }, () => 'k.vip = 1'],
  ['no manager', { managerId: 'none' }, () => 'k.managerId IS NULL'], ['turnover', { turnover: 'large' }, () => "k.turnover = 'large'"],
  ['silence', { silentDays: 30 }, () => `a.lastHeldAt IS NULL OR a.lastHeldAt < ${now() - 30 * 86_400_000}`],
  ['a planned contact', { hasNextStep: true }, () => "EXISTS (SELECT 1 FROM Contact c WHERE c.counterpartyId = k.id AND c.status = 'planned' AND c.undoneAt IS NULL)"],
  ['no open task', { hasOpenTasks: false }, () => "NOT EXISTS (SELECT 1 FROM Task t WHERE t.counterpartyId = k.id AND t.doneAt IS NULL AND t.kind = 'task')"],
  ['a team', { teamId: 'team-1' }, () => "k.managerId IN (SELECT id FROM Manager WHERE teamId = 'team-1')"],
])('the filter by %s finds what a plain reading finds, in every order, and counts it', async (_name, filter, where) => {
  const wanted = idsOf(`(${where()})`)
  expect((await all(filter, 50)).map(({ id }) => id)).toEqual(wanted)
  for (const sort of ['class', 'manager', '-lastHeldAt', 'createdAt'] as const) expect((await all({ ...filter, sort }, 11)).map(({ id }) => id).sort()).toEqual([...wanted].sort())
  expect(await olga('countClients', { query: filter })).toEqual({ count: wanted.length })
})

test('a row tells of the client what its own card tells', async () => {
  const rows = (await all({}, 200)).slice(0, 40)
  for (const row of rows) {
    const [client, standing, people] = await Promise.all([olga('getCounterparty', { id: row.id }), olga('clientStanding', { id: row.id }), olga('listPersons', { query: { counterpartyId: row.id, limit: 200 } })])
    expect(row).toMatchObject({ name: client.name, etag: client.etag, manager: client.manager, class: client.class, reach: client.domains[0] ?? client.addresses[0] ?? null, people: people.items.length, openTasks: standing.openTasks })
    expect(row.next?.at ?? null).toBe(standing.next?.startsAt ?? null)
    if (standing.last) expect(row.lastHeldAt).toBe(standing.last.startsAt)
  }
})

test('words are found wherever they stand in the name, many and few', async () => {
  const [one] = await all({}, 200)
  const found = await all({ q: one!.name })
  expect(found.map(({ id }) => id)).toContain(one!.id)
  expect(await all({ q: 'no such client anywhere' })).toEqual([])
  expect((await olga('countClients', { query: { q: one!.name } })).count).toBe(found.length)
})

test('a segment that is not there, and a cursor of another order, are refused in words', async () => {
  expect((await server.raw('GET', '/api/clients/rows?segmentId=nothing', { as: 'olga@demo.example' })).status).toBe(400)
  const { nextCursor } = await olga('listClientRows', { query: { sort: 'class', limit: 2 } })
  expect((await server.raw('GET', `/api/clients/rows?sort=createdAt&cursor=${nextCursor}`, { as: 'olga@demo.example' })).status).toBe(400)
  expect((await server.raw('GET', '/api/clients/rows?cursor=nonsense', { as: 'olga@demo.example' })).status).toBe(400)
})

test('many clients get another manager, class and status in one order, which is taken back whole; what was changed meanwhile is left alone', async () => {
  const rows = (await all({}, 200)).slice(0, 12)
  await olga('patchCounterparty', { id: rows[0]!.id, body: { region: 'Elsewhere' } })
  const answer = await olga('changeClients', { body: { items: rows.map(({ id, etag }) => ({ id, etag })), change: { managerId: 'm-anna', class: 'C', status: 'won' } } })
  expect(answer.results.map(({ outcome }) => outcome)).toEqual(['stale', ...rows.slice(1).map(() => 'changed')])
  const changed = (await all({ id: rows.slice(1).map(({ id }) => id) })).map((row) => [row.manager?.id, row.class, row.status])
  expect(new Set(changed.map(String))).toEqual(new Set(['m-anna,C,won']))
  const undone = await olga('undoChangeSet', { id: answer.setId! })
  expect(undone.undone).toHaveLength(11)
  expect((await all({ id: rows.slice(1).map(({ id }) => id) })).map((row) => [row.manager, row.class, row.status])).toEqual(rows.slice(1).map((row) => [row.manager, row.class, row.status]))
  const again = await olga('changeClients', { body: { items: [{ id: rows[2]!.id }, { id: 'nobody' }], change: { class: rows[2]!.class } } })
  expect(again).toEqual({ setId: null, results: [{ id: rows[2]!.id, outcome: 'unchanged' }, { id: 'nobody', outcome: 'not-found' }] })
})

test("a selection is one's own until it is shared; a shared one is changed by its owner and by leads", async () => {
  const made = await olga('createSelection', { body: { name: 'Silent A', shared: false, search: 'class=A&silentDays=30', columns: [{ key: 'name', width: 300 }] } })
  expect((await anna('listSelections')).items).toEqual([])
  await olga('patchSelection', { id: made.id, body: { shared: true } })
  expect((await anna('listSelections')).items).toEqual([expect.objectContaining({ name: 'Silent A', mine: false, search: 'class=A&silentDays=30' })])
  const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)
  expect(await codeOf(anna('deleteSelection', { id: made.id }))).toBe('forbidden')
  expect(await codeOf(olga('patchSelection', { id: made.id, ifMatch: made.etag, body: { name: 'x' } }))).toBe('stale')
  expect(await codeOf(olga('deleteSelection', { id: made.id }))).toBe('done')
  expect((await olga('listSelections')).items).toEqual([])
})
