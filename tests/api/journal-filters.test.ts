import fc from 'fast-check'
import { startTestServer, type TestServer } from '../support/test-server'
import { fits, inOrder, readPlainly, sortKeys, type Ask, type PlainContact } from './journal-oracle'

// One run costs little; a long one is asked for: JOURNAL_RUNS=20 JOURNAL_SEED=7 npx jest tests/api/journal-filters. A failure prints its seed.
const runs = Number(process.env.JOURNAL_RUNS ?? 1)
if (process.env.JOURNAL_SEED) fc.configureGlobal({ seed: Number(process.env.JOURNAL_SEED) })

let server: TestServer
let rows: PlainContact[]
let now: number
beforeAll(async () => {
  server = await startTestServer({ seed: { managers: 12, counterparties: 60, persons: 150, contacts: 700, tasks: 40 } })
  await server.db.write(async (tx) => {
    // What the seed has none of: undone ones, some without a manager, a type, a firm, many at one instant, private ones of others, years that nobody lives in.
    await tx.$executeRaw`UPDATE Contact SET undoneAt = 1 WHERE rowid % 37 = 0`
    await tx.$executeRaw`UPDATE Contact SET managerId = NULL WHERE rowid % 41 = 0`
    await tx.$executeRaw`UPDATE Contact SET typeId = NULL, firmId = NULL, registeredById = NULL WHERE rowid % 43 = 0`
    await tx.$executeRaw`UPDATE Contact SET startsAt = 1763000000000, endsAt = 1763000000000 WHERE rowid % 11 = 0`
    await tx.$executeRaw`UPDATE Contact SET private = 1 WHERE rowid % 7 = 0`
    await tx.$executeRaw`UPDATE Contact SET visibility = 'subject' WHERE rowid % 9 = 0`
    await tx.$executeRaw`UPDATE Contact SET visibility = 'fact' WHERE rowid % 9 = 4`
    await tx.$executeRaw`UPDATE Contact SET startsAt = -62135596800000, endsAt = -62135596800000 WHERE rowid = 5`
    await tx.$executeRaw`UPDATE Contact SET startsAt = 253402300799000, endsAt = 253402300799000 WHERE rowid = 6`
  })
  rows = readPlainly(server, 'm-olga')
  now = server.clock.now().getTime()
}, 120_000)
afterAll(() => server.close())

interface Page { items: { id: string }[]; nextCursor: string | null }
const queryOf = (ask: Ask, more: Record<string, string | null> = {}) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(ask)) for (const one of Array.isArray(value) ? value : [value]) query.append(name, one)
  for (const [name, value] of Object.entries(more)) if (value !== null) query.append(name, value)
  return query.toString()
}
async function readAll(ask: Ask, { sort = '-startsAt', limit = 500, path = '/api/journal/rows' } = {}): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const answer = await server.raw('GET', `${path}?${queryOf(ask, { sort, limit: String(limit), cursor })}`, { as: 'olga@demo.example' })
    const page = await answer.json() as Page
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(page)} for ${JSON.stringify(ask)}`)
    ids.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}
const expected = (ask: Ask, sort = '-startsAt') => inOrder(rows.filter((row) => fits(row, ask, now)), sort)

const several = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const instant = fc.integer({ min: Date.parse('2024-10-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') }).map((at) => new Date(at).toISOString())
const ids = (of: (row: PlainContact) => string | null | undefined) => fc.nat().map((n) => of(rows[n % rows.length]!) ?? 'none')
const flag = fc.constantFrom('true', 'false')
const minutes = fc.integer({ min: 0, max: 120 }).map(String)
const values: Record<string, fc.Arbitrary<string | string[]>> = {
  from: instant, to: instant, createdFrom: instant, createdTo: instant, updatedFrom: instant, updatedTo: instant, minutesFrom: minutes, minutesTo: minutes,
  method: several(['letter', 'call', 'meeting', 'video-call', 'fax', 'messenger', 'exhibition', 'other']), direction: several(['incoming', 'outgoing']), status: several(['planned', 'held', 'cancelled']),
  state: several(['0', '1', '2', '3']), priority: several(['high', 'medium', 'low']), source: several(['outlook', 'gmail', 'calendar', 'manual', 'import', 'site', 'api']),
  type: fc.array(ids((row) => row.typeId), { minLength: 1, maxLength: 3 }), firmId: ids((row) => row.firmId), adSourceId: ids((row) => row.adSourceId), registeredById: ids((row) => row.registeredById),
  managerId: fc.array(ids((row) => row.managerIds.at(-1) ?? row.managerId), { minLength: 1, maxLength: 4 }), teamId: several(['team-north', 'team-south', 'team-key', 'none', 'nobody']),
  counterpartyId: fc.array(ids((row) => row.alsoIds[0] ?? row.counterpartyId), { minLength: 1, maxLength: 3 }), personId: fc.array(ids((row) => row.personIds[0]), { minLength: 1, maxLength: 2 }),
  overdue: flag, noOutcome: flag, withoutClient: flag, noNextStep: flag, withResult: flag, withFiles: flag, withNext: flag, private: flag, vip: flag,
}

test.each(Object.keys(values))('the filter %s gives the rows that a plain reading of all of them gives', async (name) => {
  await fc.assert(fc.asyncProperty(values[name]!, async (value) => { expect(await readAll({ [name]: value })).toEqual(expected({ [name]: value })) }), { numRuns: 2 * runs })
})

test('any two filters together, and three, give what a plain reading gives, counted alike', async () => {
  const names = fc.uniqueArray(fc.constantFrom(...Object.keys(values)), { minLength: 2, maxLength: 3 })
  const asks = names.chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, values[name]!]))))
  let met = 0
  await fc.assert(fc.asyncProperty(asks, fc.constantFrom('-startsAt', 'startsAt'), async (ask, sort) => {
    const wanted = expected(ask, sort)
    if (wanted.length > 0) met++
    expect(await readAll(ask, { sort, limit: 450 })).toEqual(wanted)
    const count = await (await server.raw('GET', `/api/journal/count?${queryOf(ask)}`, { as: 'olga@demo.example' })).json() as object
    expect(count).toEqual({ count: wanted.length, isExact: true })
  }), { numRuns: 40 * runs })
  expect(met).toBeGreaterThan(5)
}, 120_000)

test.each(Object.keys(sortKeys).flatMap((name) => [name, `-${name}`]))('sorted by %s every row comes once and in its place, page after page', async (sort) => {
  expect(await readAll({}, { sort, limit: 499 })).toEqual(expected({}, sort))
})

test('the list of whole contacts takes the same filters and sorts', async () => {
  for (const [ask, sort] of [[{ noNextStep: 'true' }, '-startsAt'], [{ source: ['manual', 'calendar'], withFiles: 'false', to: '2025-06-01T00:00:00Z' }, 'nextAt'], [{ adSourceId: 'none', vip: 'true' }, '-person']] as const) {
    expect(await readAll(ask as Ask, { sort, limit: 200, path: '/api/contacts' })).toEqual(expected(ask as Ask, sort))
  }
})
