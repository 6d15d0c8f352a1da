import { usualResults } from '@counterpane/backend/features/settings/usual-results'
import { startTestServer, type TestServer } from '../support/test-server'
import { administratorOf, createFileCalls, olga } from './kept-files'

let server: TestServer
let administrator: string
beforeAll(async () => { server = await startTestServer(); administrator = await administratorOf(server) })
afterAll(() => server.close())

const mebibyte = 1024 * 1024
const calendar = { internal: false, free: false, allDayAbsence: false, declined: false, private: 'ignore', heldAfterDays: null, putInCalendar: false }
const standard = { attachments: { keep: 'all', maxFileBytes: 25 * mebibyte, maxMessageBytes: 50 * mebibyte }, calendar, resultTemplates: usualResults, digests: { send: false, available: false } }
const settings = async (as = olga) => await (await server.raw('GET', '/api/settings', { as })).json() as object
const put = (body: unknown, as = administrator) => server.raw('PUT', '/api/settings', { as, body })
/** What an administrator can decide of it. */
const decided = { ...standard, digests: { send: false } }

test('until an administrator decides, all files up to 25 MiB are kept, 50 MiB of one letter', async () => {
  expect(await settings()).toEqual(standard)
})

test('an administrator sets the policy, everybody sees it, and the trail says what it was before', async () => {
  const wanted = { attachments: { keep: 'chosen', maxFileBytes: 5 * mebibyte, maxMessageBytes: 0 } }
  const answer = await put(wanted)
  expect([answer.status, await answer.json()]).toEqual([200, { ...standard, ...wanted }])
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
