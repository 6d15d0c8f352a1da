import { usualResults } from '@counterpane/backend/features/settings/usual-results'
import { startTestServer, type TestServer } from '../support/test-server'
import { administratorOf, createFileCalls, olga } from './kept-files'

let server: TestServer
let administrator: string
beforeAll(async () => { server = await startTestServer(); administrator = await administratorOf(server) })
afterAll(() => server.close())

const mebibyte = 1024 * 1024
const calendar = { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }
const standard = { attachments: { keep: 'all', maxFileBytes: 25 * mebibyte, maxMessageBytes: 50 * mebibyte }, calendar, resultTemplates: usualResults, digests: { send: false, available: false }, visibility: { everywhere: 'all', firms: [] } }
const bare = async (answer: Response) => { const { etag: _etag, ...rest } = await answer.json() as Record<string, unknown>; return rest }
const settings = async (as = olga) => bare(await server.raw('GET', '/api/settings', { as }))
const put = (body: unknown, as = administrator, headers: Record<string, string> = {}) => server.raw('PUT', '/api/settings', { as, body, headers })
/** What an administrator can decide of it. */
const decided = { ...standard, digests: { send: false } }

test('until an administrator decides, all files up to 25 MiB are kept, 50 MiB of one letter', async () => {
  expect(await settings()).toEqual(standard)
})

test('an administrator sets the policy, everybody sees it, and the trail says what it was before', async () => {
  const wanted = { attachments: { keep: 'chosen', maxFileBytes: 5 * mebibyte, maxMessageBytes: 0 } }
  const answer = await put(wanted)
  expect([answer.status, await bare(answer)]).toEqual([200, { ...standard, ...wanted }])
  expect(await settings()).toEqual({ ...standard, ...wanted })
  const [entry] = await server.db.prisma.auditEntry.findMany({ where: { noun: 'setting' }, orderBy: { at: 'desc' } })
  expect(entry).toMatchObject({ nounId: 'attachments', action: 'changed', before: { keep: 'all', maxFileBytes: 25 * mebibyte }, after: { keep: 'chosen', maxFileBytes: 5 * mebibyte } })
  expect(entry!.managerId).not.toBeNull()
  await put(decided)
})

test('what becomes of calendars is decided apart: what is not named stays as it is', async () => {
  const wanted = { ...calendar, private: 'busy', heldAfterDays: 14, putInCalendar: true }
  expect([(await put({ calendar: wanted })).status, await settings()]).toEqual([200, { ...standard, calendar: wanted }])
  expect((await put({ calendar: { ...calendar, heldAfterDays: 0 } })).status).toBe(400)
  expect((await put({ calendar: { ...calendar, shared: true } })).status).toBe(400)
  expect([(await put(decided)).status, await settings()]).toEqual([200, standard])
})

test.each([['internal', true], ['free', true], ['allDayAbsence', true], ['declined', true], ['private', 'busy']] as const)('the rule %s set to %s has every calendar read as a whole, once, and nobody goes on by the old word', async (rule, value) => {
  const at = new Date(1)
  const managerId = (await server.db.prisma.manager.findFirstOrThrow()).id
  const row = () => server.db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId } })
  await server.db.prisma.calendarMailbox.create({ data: { managerId, provider: 'graph', mailbox: 'a@b.example', since: at, dueAt: at, createdAt: at, cursor: 'c', baselineAt: at, roundId: 'r', roundKind: 'full', resume: 'p', leaseOwner: 'w', leaseUntil: at, fence: 4, asks: 2, asksTaken: 2 } })
  await put({ calendar: { ...calendar, heldAfterDays: 14, putInCalendar: true } })
  expect(await row()).toMatchObject({ baselineAt: at, asks: 2, fence: 4 })
  await put({ calendar: { ...calendar, [rule]: value } })
  expect(await row()).toMatchObject({ cursor: 'c', baselineAt: null, roundId: null, roundKind: null, resume: null, leaseOwner: null, fence: 5, asks: 3, asksTaken: 2 })
  await put({ calendar: { ...calendar, [rule]: value } })
  expect((await row()).asks).toBe(3)
  await put(decided)
  expect((await row()).asks).toBe(4)
  await server.db.prisma.calendarMailbox.deleteMany()
})

test('who sees what is decided apart, everywhere and by firm, and the trail says so', async () => {
  const wanted = { everywhere: 'team', firms: [{ firmId: 'firm-kontur', level: 'own' }] }
  expect([(await put({ visibility: wanted })).status, await settings(administrator)]).toEqual([200, { ...standard, visibility: wanted }])
  const [entry] = await server.db.prisma.auditEntry.findMany({ where: { noun: 'setting', nounId: 'visibility' }, orderBy: { id: 'desc' } })
  expect(entry).toMatchObject({ action: 'changed', before: { everywhere: 'all', firms: [] }, after: wanted })
  await put(decided)
})

test.each([
  ['a firm that nobody has', { everywhere: 'all', firms: [{ firmId: 'firm-nobody', level: 'own' }] }, 'visibility.firms.0.firmId', 'is no firm of ours'],
  ['a firm twice', { everywhere: 'all', firms: [{ firmId: 'firm-kontur', level: 'own' }, { firmId: 'firm-kontur', level: 'all' }] }, 'visibility.firms.1.firmId', 'is named twice'],
  ['an unknown level', { everywhere: 'some', firms: [] }, 'visibility.everywhere', ''], ['no firms', { everywhere: 'all' }, 'visibility.firms', ''], ['an unknown field', { everywhere: 'all', firms: [], teams: [] }, 'visibility', ''],
])('of who sees what %s is refused with its place named', async (_name, visibility, path, message) => {
  const answer = await put({ visibility })
  const { code, errors } = await answer.json() as { code: string; errors: { path: string; message: string }[] }
  expect([answer.status, code, errors[0]]).toEqual([400, 'invalid-request', { path, message: expect.stringContaining(message) as string }])
  expect(await settings()).toEqual(standard)
})

test('what another administrator decided meanwhile is not overwritten unseen', async () => {
  const tag = async () => (await (await server.raw('GET', '/api/settings', { as: administrator })).json() as { etag: string }).etag
  const seen = await tag()
  expect((await put({ digests: { send: true } }, administrator, { 'if-match': seen })).status).toBe(200)
  const late = await put({ attachments: { ...standard.attachments, keep: 'none' } }, administrator, { 'if-match': seen })
  expect([late.status, (await late.json() as { code: string }).code]).toEqual([412, 'stale'])
  expect(await settings()).toEqual({ ...standard, digests: { send: true, available: false } })
  const newer = await tag()
  const both = await Promise.all(['chosen', 'none'].map((keep) => put({ attachments: { ...standard.attachments, keep } }, administrator, { 'if-match': newer })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  expect((await put(decided, administrator, { 'if-match': await tag() })).status).toBe(200)
  expect(await tag()).toBe(seen)
})

test('a manager and a lead are refused, and nothing changes', async () => {
  const { items } = await (await server.raw('GET', '/api/demo/managers')).json() as { items: { email: string; role: string }[] }
  const lead = items.find(({ role }) => role === 'lead')!.email
  for (const as of [olga, lead]) {
    const answer = await put({ attachments: { ...standard.attachments, keep: 'none' } }, as)
    expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([403, 'forbidden'])
  }
  expect(await settings()).toEqual(standard)
  expect((await server.raw('GET', '/api/settings')).status).toBe(401)
})

test.each([
  ['an unknown choice', { ...standard.attachments, keep: 'some' }], ['a negative size', { ...standard.attachments, maxFileBytes: -1 }], ['a part of a byte', { ...standard.attachments, maxFileBytes: 1.5 }],
  ['more than a gibibyte', { ...standard.attachments, maxMessageBytes: 1024 ** 3 + 1 }], ['a missing size', { keep: 'all', maxFileBytes: 1 }], ['an unknown field', { ...standard.attachments, maxFiles: 3 }], ['nothing', undefined],
])('%s is refused with its place named', async (_name, attachments) => {
  const answer = await put({ attachments })
  expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([400, 'invalid-request'])
  expect(await settings()).toEqual(standard)
})

test.each(['{"keep":"sometimes"}', 'not even JSON', 'null', '[]', ''])('a stored setting that reads %j is left aside: the default counts, and files are kept', async (value) => {
  await server.db.prisma.$executeRaw`INSERT OR REPLACE INTO Setting (name, value, updatedAt) VALUES ('attachments', ${value}, 0)`
  expect(await settings()).toEqual(standard)
  const files = createFileCalls(server)
  const { attachments: [file] } = await files.register([{ name: 'a.txt' }])
  expect((await files.put(file!.id, value)).status).toBe(200)
  expect((await put(decided)).status).toBe(200)
})
