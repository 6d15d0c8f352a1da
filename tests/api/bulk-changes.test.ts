import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { aMeeting } from '../support/calendar-rows'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

type Change = BodyOf<'changeMany'>['change']
const olga = () => server.as('olga@demo.example')
const ivan = () => server.as('ivan@demo.example')
const maria = () => server.as('maria@demo.example')
const aCall: BodyOf<'createContact'> = { startsAt: '2026-11-25T09:00:00Z', durationMinutes: 30, method: 'call', direction: 'outgoing', status: 'planned', subject: 'Price', counterpartyId: 'cp-vektor' }
const make = async (more: Partial<BodyOf<'createContact'>> = {}) => (await olga())('createContact', { body: { ...aCall, ...more } })
const makeSome = async (count: number, more: Partial<BodyOf<'createContact'>> = {}) => { const made = []; for (let i = 0; i < count; i++) made.push(await make({ subject: `Number ${i}`, ...more })); return made }
const get = async (id: string) => (await olga())('getContact', { id })
const bulk = async (items: readonly { id: string; etag?: string }[], change: Change, { call = ivan(), timeZone }: { call?: ReturnType<typeof olga>; timeZone?: string } = {}) =>
  (await call)('changeMany', { body: { items: items.map(({ id, etag }) => ({ id, ...(etag !== undefined && { etag }) })), change, ...(timeZone && { timeZone }) } })
const outcomes = ({ results }: Awaited<ReturnType<typeof bulk>>) => results.map(({ outcome }) => outcome)
const undoSet = async (id: string, call = ivan()) => (await call)('undoChangeSet', { id })

test('a lead re-assigns, sets the state and postpones many at once, and one press takes all of it back', async () => {
  const made = await makeSome(3)
  const answer = await bulk(made, { managerId: 'm-anna', state: 2, postponeDays: 7 })
  expect(outcomes(answer)).toEqual(['changed', 'changed', 'changed'])
  for (const { id, etag } of made) {
    const now = await get(id)
    expect(now).toMatchObject({ manager: { id: 'm-anna' }, state: 2, startsAt: '2026-12-02T09:00:00.000Z', durationMinutes: 30 })
    expect(now.etag).not.toBe(etag)
    expect((await (await olga())('contactCalendar', { id })).moves).toMatchObject([{ from: '2026-11-25T09:00:00.000Z', to: '2026-12-02T09:00:00.000Z', by: { id: 'm-ivan' } }])
    const [change] = (await (await olga())('listChanges', { query: { noun: 'contact', id } })).items
    expect(change).toMatchObject({ action: 'postponed', setId: answer.setId, manager: { id: 'm-ivan' }, canUndo: true, fields: expect.arrayContaining([{ field: 'manager', before: 'Olga Smirnova', after: 'Anna Orlova' }]) as unknown })
  }
  const [row] = await server.db.prisma.contact.findMany({ where: { id: made[0]!.id }, select: { endsAt: true } })
  expect(row!.endsAt.toISOString()).toBe('2026-12-02T09:30:00.000Z')
  expect(await undoSet(answer.setId!)).toEqual({ undone: expect.arrayContaining(made.map(({ id }) => id)) as unknown, left: [] })
  for (const { id } of made) expect(await get(id)).toMatchObject({ manager: { id: 'm-olga' }, state: 0, startsAt: '2026-11-25T09:00:00.000Z' })
  expect((await (await olga())('contactCalendar', { id: made[0]!.id })).moves).toEqual([])
  expect(await undoSet(answer.setId!)).toMatchObject({ left: [] })
})

test('taking a set back leaves what somebody changed since, and says which', async () => {
  const made = await makeSome(3)
  const { setId } = await bulk(made, { managerId: 'm-anna' })
  await (await olga())('patchContact', { id: made[1]!.id, body: { managerId: 'm-peter' }, ifMatch: '*' })
  const answer = await undoSet(setId!)
  expect([answer.left, [...answer.undone].sort()]).toEqual([[made[1]!.id], [made[0]!.id, made[2]!.id].sort()])
  expect((await Promise.all(made.map(({ id }) => get(id)))).map(({ manager }) => manager?.id)).toEqual(['m-olga', 'm-peter', 'm-olga'])
  await expect(undoSet('no-such-set')).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('each of them answers for itself: changed, as it was, changed by somebody else, gone, not planned', async () => {
  const [plain, same, stale, held, undone] = [await make(), await make({ managerId: 'm-anna' }), await make(), await make({ status: 'held' }), await make()]
  await (await olga())('patchContact', { id: stale.id, body: { comment: 'newer' }, ifMatch: '*' })
  await (await olga())('undoContact', { id: undone.id })
  const items = [plain, same, stale, { id: 'nobody' }, undone, plain]
  const answer = await bulk(items, { managerId: 'm-anna' })
  expect(answer.results).toEqual([{ id: plain.id, outcome: 'changed' }, { id: same.id, outcome: 'unchanged' }, { id: stale.id, outcome: 'stale' }, { id: 'nobody', outcome: 'not-found' }, { id: undone.id, outcome: 'not-found' }])
  expect((await get(stale.id)).manager?.id).toBe('m-olga')
  const postponed = await bulk([{ id: held.id }, { id: plain.id }], { postponeDays: 1, state: 3 })
  expect(outcomes(postponed)).toEqual(['not-planned', 'changed'])
  expect(await get(held.id)).toMatchObject({ state: 0, startsAt: '2026-11-25T09:00:00.000Z' })
  expect(await bulk([{ id: same.id }], { managerId: 'm-anna' })).toEqual({ setId: null, results: [{ id: same.id, outcome: 'unchanged' }] })
})

test('two leads re-assign the same contacts at once: each ends with one of them, and each answer is true', async () => {
  const made = await makeSome(60)
  const [ivans, marias] = await Promise.all([bulk(made, { managerId: 'm-anna' }), bulk(made, { managerId: 'm-peter' }, { call: maria() })])
  const standing = await Promise.all(made.map(({ id }) => get(id)))
  standing.forEach(({ manager }, i) => {
    const said = [ivans.results[i]!.outcome, marias.results[i]!.outcome]
    expect(said).toEqual(manager?.id === 'm-anna' ? ['changed', 'stale'] : ['stale', 'changed'])
  })
  const blind = await Promise.all([bulk(made.map(({ id }) => ({ id })), { managerId: 'm-elena' }), bulk([...made].reverse().map(({ id }) => ({ id })), { managerId: 'm-james' }, { call: maria() })])
  expect(blind.flatMap(outcomes).every((outcome) => outcome === 'changed')).toBe(true)
  for (const { id } of made) {
    const { manager } = await get(id)
    const [newest, before] = (await (await olga())('listChanges', { query: { noun: 'contact', id } })).items
    expect(['m-elena', 'm-james']).toContain(manager?.id)
    expect(newest!.fields).toEqual([{ field: 'manager', before: before!.fields[0]!.after, after: manager!.name }])
  }
})

test('postponing keeps the time of day in a zone whose clocks change, and 24 hours without one', async () => {
  const [inBerlin, plain] = [await make({ startsAt: '2027-03-27T09:00:00Z' }), await make({ startsAt: '2027-03-27T09:00:00Z' })]
  await bulk([inBerlin], { postponeDays: 1 }, { timeZone: 'Europe/Berlin' })
  await bulk([plain], { postponeDays: 1 })
  expect([(await get(inBerlin.id)).startsAt, (await get(plain.id)).startsAt]).toEqual(['2027-03-28T08:00:00.000Z', '2027-03-28T09:00:00.000Z'])
  await expect(bulk([plain], { postponeDays: 1 }, { timeZone: 'Mars/Olympus' })).rejects.toMatchObject({ problem: { code: 'invalid-request' } })
})

test('nobody is moved out of the calendar: before the year 1 and after 9999 they stay', async () => {
  const [first, last] = [await make({ startsAt: '0001-01-02T00:00:00Z' }), await make({ startsAt: '9999-12-30T00:00:00Z' })]
  expect(outcomes(await bulk([first, last], { postponeDays: 1 }))).toEqual(['changed', 'changed'])
  expect(outcomes(await bulk([{ id: first.id }], { postponeDays: -5 }))).toEqual(['unchanged'])
  expect(outcomes(await bulk([{ id: last.id }], { postponeDays: 5 }))).toEqual(['unchanged'])
  expect([(await get(first.id)).startsAt, (await get(last.id)).startsAt]).toEqual(['0001-01-03T00:00:00.000Z', '9999-12-31T00:00:00.000Z'])
})

test('a private contact of others is given away by a lead, not by a colleague', async () => {
  const secret = await make({ private: true })
  const peter = server.as('peter@demo.example')
  expect(outcomes(await bulk([secret], { managerId: 'm-peter' }, { call: peter }))).toEqual(['forbidden'])
  expect(outcomes(await bulk([secret], { state: 1 }, { call: peter }))).toEqual(['changed'])
  expect(outcomes(await bulk([{ id: secret.id }], { managerId: 'm-anna' }))).toEqual(['changed'])
  expect((await (await ivan())('getContact', { id: secret.id })).subject).toBe('')
})

test('a meeting from a calendar is moved as by hand: the way from date to date is kept', async () => {
  await aMeeting(server.db, 'bulk-meeting', { managerId: 'm-olga', startsAt: '2026-12-01T10:00:00Z' })
  await bulk([{ id: 'bulk-meeting' }], { postponeDays: 2 })
  expect(await get('bulk-meeting')).toMatchObject({ startsAt: '2026-12-03T10:00:00.000Z', calendar: { moves: 1 } })
  expect((await (await olga())('listContacts', { query: { q: 'review', from: '2026-12-03T00:00:00Z', to: '2026-12-04T00:00:00Z' } })).items.map(({ id }) => id)).toContain('bulk-meeting')
})

test('an order without a change, with an unknown manager or with too many is refused', async () => {
  const { id } = await make()
  for (const body of [{ items: [{ id }], change: {} }, { items: [], change: { state: 1 } }, { items: Array.from({ length: 5_001 }, () => ({ id })), change: { state: 1 } }, { items: [{ id }], change: { state: 4 } }, { items: [{ id }], change: { postponeDays: 0.5 } }]) {
    expect((await server.raw('POST', '/api/contacts/changes', { as: 'ivan@demo.example', body })).status).toBe(400)
  }
  await expect(bulk([{ id }], { managerId: 'm-nobody' })).rejects.toMatchObject({ problem: { code: 'not-found' } })
})

test('five thousand are changed by one order, and others are served in between; a set of hundreds is taken back by one press', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => ({ id: `bulk-${i}` }))
  const at = Date.parse('2026-12-01T10:00:00Z')
  await server.db.prisma.$executeRaw`INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, source, managerId, registeredById, subject, createdAt, updatedAt)
    SELECT value ->> 'id', ${at}, ${at}, 'call', 'outgoing', 'planned', 'manual', 'm-olga', 'm-olga', 'Bulk', ${at}, ${at} FROM json_each(${JSON.stringify(rows)})`
  let [ended, meanwhile] = [false, 0]
  const order = bulk(rows, { managerId: 'm-anna' }).finally(() => { ended = true })
  while (!ended) { await make(); meanwhile++ }
  const answer = await order
  expect(outcomes(answer).filter((outcome) => outcome === 'changed')).toHaveLength(5_000)
  expect(meanwhile).toBeGreaterThan(2)
  expect(await server.db.prisma.auditEntry.count({ where: { setId: answer.setId } })).toBe(5_000)
  const some = await bulk(rows.slice(0, 350), { state: 3, managerId: 'm-peter' })
  const { undone, left } = await undoSet(some.setId!)
  expect([undone.length, left]).toEqual([350, []])
  expect(await server.db.prisma.contact.count({ where: { id: { startsWith: 'bulk-' }, managerId: 'm-anna', state: 0, subject: 'Bulk' } })).toBe(5_000)
}, 120_000)
