import { startTestServer, type TestServer } from '../support/test-server'
import { fits, readPlainly } from './journal-oracle'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: { managers: 12, counterparties: 60, persons: 150, contacts: 900, tasks: 60 } }) }, 60_000)
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')
const minute = 60_000

test('the strip counts what the list shows under the filter of each name', async () => {
  const rows = readPlainly(server, 'm-olga')
  const now = server.clock.now().getTime()
  const count = (ask: Record<string, string>) => ({ count: rows.filter((row) => fits(row, ask, now)).length, isExact: true })
  const call = await olga()
  for (const whose of [{}, { managerId: 'm-olga' }, { teamId: 'team-north' }] as Record<string, string>[]) {
    expect(await call('journalStrip', { query: whose })).toEqual({
      overdue: count({ ...whose, overdue: 'true' }), noOutcome: count({ ...whose, noOutcome: 'true' }), noNextStep: count({ ...whose, noNextStep: 'true' }), withoutClient: count({ ...whose, withoutClient: 'true', status: 'held' }),
    })
  }
})

test('groups by manager and month add up to all, in the months of the zone asked for', async () => {
  const rows = readPlainly(server, 'm-olga')
  const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', year: 'numeric', month: '2-digit' })
  const wanted = new Map<string, number>()
  for (const row of rows) { const key = `${row.managerId ?? ''} ${month.format(row.startsAt)}-01`; wanted.set(key, (wanted.get(key) ?? 0) + 1) }
  const { groups, total, isWhole } = await (await olga())('journalGroups', { query: { by: ['manager', 'month'], timeZone: 'Asia/Tokyo' } })
  expect(new Map(groups.map(({ keys, count }) => [`${keys[0]!.value ?? ''} ${keys[1]!.value ?? ''}`, count]))).toEqual(wanted)
  expect({ isWhole, ...total }).toMatchObject({
    isWhole: true, count: rows.length, minutes: rows.reduce((sum, row) => sum + (row.durationMinutes ?? 0), 0), held: rows.filter((row) => row.status === 'held').length, incoming: rows.filter((row) => row.direction === 'incoming').length,
  })
})

test('days, weeks from Monday and months are those of the zone, also on the night when its clocks change', async () => {
  const call = await olga()
  // New York set its clocks back on 1 November 2026 at 06:00 UTC: midnight is at 04:00 UTC before and 05:00 UTC after.
  const edges = ['2026-11-01T03:59:00Z', '2026-11-01T04:00:00Z', '2026-11-02T04:59:00Z', '2026-11-02T05:00:00Z']
  for (const startsAt of edges) await call('createContact', { body: { startsAt, method: 'fax', direction: 'incoming', status: 'held', counterpartyId: 'cp-beta', subject: 'edge' } })
  const period = { from: edges[0]!, to: new Date(Date.parse(edges[3]!) + minute).toISOString(), method: 'fax' as const, counterpartyId: 'cp-beta', timeZone: 'America/New_York' }
  const by = async (by: 'day' | 'week' | 'month') => (await call('journalGroups', { query: { ...period, by } })).groups.map(({ keys, count }) => [keys[0]!.value, count])
  expect(await by('day')).toEqual([['2026-11-02', 1], ['2026-11-01', 2], ['2026-10-31', 1]])
  expect(await by('week')).toEqual([['2026-11-02', 1], ['2026-10-26', 3]])
  expect(await by('month')).toEqual([['2026-11-01', 3], ['2026-10-01', 1]])
  await expect(call('journalGroups', { query: { by: 'day', timeZone: 'Moon/Crater' } })).rejects.toMatchObject({ problem: { status: 400, errors: [{ path: 'timeZone' }] } })
})

test('contacts at the ends of time stand in groups that the contract can name, whatever the zone', async () => {
  const call = await olga()
  const edges = ['0001-01-01T00:00:00Z', '0001-01-02T12:00:00Z', '9999-12-31T12:00:00Z', '9999-12-31T23:59:59Z']
  for (const startsAt of edges) await call('createContact', { body: { startsAt, method: 'fax', direction: 'incoming', status: 'held', counterpartyId: 'cp-delta', subject: 'edge of time' } })
  const by = async (by: 'day' | 'week' | 'month', timeZone: string) => (await call('journalGroups', { query: { by, timeZone, q: 'edge of time' } })).groups.map(({ keys, count }) => [keys[0]!.value, count])
  for (const timeZone of ['America/New_York', 'UTC', 'Asia/Tokyo']) {
    expect([timeZone, await by('day', timeZone)]).toEqual([timeZone, [['9999-12-31', 2], ['0001-01-02', 1], ['0001-01-01', 1]]])
    expect([timeZone, await by('week', timeZone)]).toEqual([timeZone, [['9999-12-27', 2], ['0001-01-01', 2]]])
    expect([timeZone, await by('month', timeZone)]).toEqual([timeZone, [['9999-12-01', 2], ['0001-01-01', 2]]])
  }
})

test('what nobody knows is refused: filters, codes, columns, cursors of other lists and sorts; an unknown id is an empty list', async () => {
  const status = async (query: string) => (await server.raw('GET', `/api/journal/rows?${query}`, { as: 'olga@demo.example' })).status
  for (const query of ['shoeSize=44', 'method=pigeon', 'sort=shoeSize', 'limit=501', 'limit=0', 'from=yesterday', 'cursor=bm90']) expect([query, await status(query)]).toEqual([query, 400])
  const { nextCursor } = await (await olga())('listJournal', { query: { sort: 'subject', limit: 2 } })
  expect([await status(`sort=-subject&cursor=${nextCursor}`), await status(`sort=subject&cursor=${nextCursor}`)]).toEqual([400, 200])
  expect((await (await olga())('listJournal', { query: { managerId: 'nobody', type: 'nothing' } })).items).toEqual([])
})

test('words of a private contact are found, sorted and shown for those who take part only', async () => {
  const call = await olga()
  await call('createContact', { body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'incoming', status: 'held', private: true, subject: 'aardvarkish', result: 'zebraish' } })
  const peter = await server.as('peter@demo.example')
  for (const query of [{ q: 'aardvarkish' }, { subject: 'aardvarkish' }, { result: 'zebraish' }]) {
    expect((await peter('countJournal', { query })).count).toBe(0)
    expect((await peter('journalGroups', { query: { ...query, by: 'method' } })).total.count).toBe(0)
  }
  const shown = (await peter('listJournal', { query: { private: true, from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:00:01Z' } })).items
  expect(shown).toMatchObject([{ subject: '', result: '', private: true }])
})
