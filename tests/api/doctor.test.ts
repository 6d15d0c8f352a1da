import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { startTestServer, type TestServer } from '../support/test-server'
import { root } from '../support/repository-files'

let server: TestServer
let microsoft: http.Server
let first: string
beforeAll(async () => {
  server = await startTestServer()
  microsoft = http.createServer((request, response) => void response.writeHead(request.url?.includes('openid') ? 200 : 401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}'))
  await new Promise<void>((resolve) => microsoft.listen(0, '127.0.0.1', resolve))
  first = (await server.db.prisma.manager.findFirstOrThrow()).id
})
afterAll(async () => { await server.close(); microsoft.closeAllConnections(); microsoft.close() })
afterEach(async () => { await server.db.prisma.calendarMailbox.deleteMany() })

/** As npm run doctor, of what is built, while the server above is running. */
async function doctor(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['backend/dist/src/commands/doctor.js'], { cwd: root, env: { PATH: process.env.PATH, DATABASE_URL: `file:${server.databasePath}`, COUNTERPANE_MODE: 'test', ...settings } })
  let said = ''
  let errors = ''
  child.stdout.on('data', (data: Buffer) => { said += data.toString() })
  child.stderr.on('data', (data: Buffer) => { errors += data.toString() })
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  expect(errors).toBe('')
  return { status, said }
}
const calendar = (data: object) => server.db.prisma.calendarMailbox.create({ data: { managerId: first, provider: 'graph', mailbox: 'olga@firm.example', since: new Date(), dueAt: new Date(Date.now() + 60_000), createdAt: new Date(), cursor: 'c', state: 'healthy', lastRoundAt: new Date(), ...data } })

test('a healthy house is said to be well, while the server runs, and nothing is changed', async () => {
  await calendar({})
  const before = await server.db.prisma.calendarMailbox.findMany()
  const { status, said } = await doctor()
  expect([status, said]).toEqual([0, expect.stringContaining('All is well.')])
  for (const words of ['settings: are right', 'has every migration', 'quick_check finds nothing', 'outlives a power cut', 'healthy (graph olga@firm.example']) expect(said).toContain(words)
  expect(await server.db.prisma.calendarMailbox.findMany()).toEqual(before)
}, 60_000)

test('every wrong setting is named, with a non-zero end and no stack', async () => {
  const { status, said } = await doctor({ PORT: 'many', GRAPH_BASE_URL: 'http://elsewhere.example', SYNC_POLL_SECONDS: 'often' })
  expect(status).toBe(1)
  for (const name of ['PORT', 'GRAPH_BASE_URL', 'SYNC_POLL_SECONDS']) expect(said).toContain(name)
  expect(said).not.toMatch(/ at .*:\d+/)
}, 60_000)

test('a house that was never started lacks nothing that starting does not bring', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-doctor-'))
  const { status, said } = await doctor({ DATABASE_URL: `file:${folder}/data/counterpane.db` })
  expect([status, said]).toEqual([0, expect.stringContaining('is not there yet; npm start makes it')])
  expect(fs.readdirSync(folder)).toEqual([])
  fs.rmSync(folder, { recursive: true })
}, 60_000)

test.each([
  [{ state: 'needs-sign-in', problem: 'signed-out' }, 1, 'client secret has expired'], [{ state: 'not-permitted', problem: 'no-mailbox' }, 1, 'corrects the address'],
  [{ state: 'waiting', problem: 'unreachable', since: new Date(Date.now() - 2 * 3_600_000) }, 1, 'can’t be reached'], [{ state: 'waiting', problem: 'throttled', waitUntil: new Date(Date.now() + 60_000) }, 0, 'asks for patience until'],
  [{ state: 'catching-up', problem: 'first-round' }, 0, 'for the first time'], [{ dueAt: new Date(Date.now() - 3_600_000) }, 0, 'no process holds them'],
])('a calendar that stands %j ends with %s and says "%s"', async (data, status, words) => {
  await calendar(data)
  const answer = await doctor()
  expect(answer.said).toContain(words)
  expect(answer.status).toBe(status)
}, 60_000)

test('a bell that was refused and items that were set aside are told', async () => {
  await calendar({})
  await server.db.prisma.calendarSubscription.create({ data: { id: 'b', managerId: first, provider: 'graph', secretHash: 'x', expiresAt: new Date(0), renewAt: new Date(Date.now() + 1e6), createdAt: new Date() } })
  await server.db.prisma.calendarProblem.create({ data: { managerId: first, eventId: 'e', tries: 3, problem: 'no start', since: new Date(), triedAt: new Date() } })
  const { status, said } = await doctor()
  expect([status, said]).toEqual([0, expect.stringContaining('would not ring here')])
  expect(said).toContain('1 appointments can\'t be read and are set aside')
}, 60_000)

test('a provider that can’t be reached and one that refuses our secret are told apart, with what to do', async () => {
  await calendar({})
  const entra = { ENTRA_TENANT_ID: '1b2c3d4e-0000-4000-8000-5f6a7b8c9d0e', ENTRA_CLIENT_ID: 'app', ENTRA_CLIENT_SECRET: 'wrong', GRAPH_BASE_URL: 'http://127.0.0.1:9/v1.0' }
  const refused = await doctor({ ...entra, ENTRA_AUTHORITY: `http://127.0.0.1:${(microsoft.address() as AddressInfo).port}` })
  expect([refused.status, refused.said]).toEqual([1, expect.stringContaining('Microsoft sign-in: can be reached')])
  expect(refused.said).toMatch(/Microsoft calendars: olga@firm\.example can't be read now \(signed-out\)/)
  expect(refused.said).not.toContain('wrong\n')
  const away = await doctor({ ...entra, ENTRA_AUTHORITY: 'http://127.0.0.1:9' })
  expect([away.status, away.said]).toEqual([1, expect.stringContaining('Microsoft sign-in: can\'t be reached')])
}, 60_000)

test('a database with missing migrations, and a file that is none, are said to be so', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-doctor-'))
  const old = path.join(folder, 'old.db')
  openConnection(old).close()
  const missing = await doctor({ DATABASE_URL: `file:${old}` })
  expect([missing.status, missing.said]).toEqual([1, expect.stringContaining('migrations are missing')])
  fs.writeFileSync(path.join(folder, 'text.db'), 'this is a letter, not a database. '.repeat(100))
  const none = await doctor({ DATABASE_URL: `file:${folder}/text.db` })
  expect([none.status, none.said]).toEqual([1, expect.stringMatching(/WRONG {2}database: .*not a database/)])
  fs.rmSync(folder, { recursive: true })
}, 60_000)
