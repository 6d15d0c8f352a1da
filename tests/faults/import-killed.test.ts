import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { createHttpClient } from '@counterpane/shared/contract/http-client'
import type { ImportDetails } from '@counterpane/shared/contract/imports'
import { routes } from '@counterpane/shared/contract/routes'
import { freshDatabase } from '../support/database-template'
import { root } from '../support/repository-files'

// A start of the program, twice, and some thousand rows: bounded, however slow the machine.
jest.setTimeout(180_000)

let file: Awaited<ReturnType<typeof freshDatabase>>
let child: ChildProcess | null = null
beforeEach(async () => { file = await freshDatabase('team') })
afterEach(async () => { await kill(); file.remove() })

async function kill() {
  const running = child
  child = null
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const ended = once(running, 'exit')
  running.kill('SIGKILL')
  await ended
}
async function freePort() {
  const server = http.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
/** The program as a process of its own over the same database. */
async function start() {
  const url = `http://127.0.0.1:${await freePort()}`
  const env = { ...process.env, COUNTERPANE_MODE: 'test', COUNTERPANE_LOG: 'silent', DATABASE_URL: `file:${file.path}`, PORT: new URL(url).port, PUBLIC_URL: url }
  child = spawn(process.execPath, [path.join(root, 'backend/dist/src/main.js')], { env, stdio: 'ignore' })
  for (let patience = 0; ; patience++) {
    if (await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false)) break
    if (patience > 600 || child.exitCode !== null) throw new Error('the program does not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { token } = await createHttpClient({ routes, origin: url })('signIn', { body: { email: 'admin@demo.example' } })
  const call = createHttpClient({ routes, origin: url, token: () => token, locale: () => 'en' })
  return {
    call,
    async upload(text: string) {
      const answer = await fetch(`${url}/api/imports?name=large.csv`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` }, body: text })
      return await answer.json() as ImportDetails
    },
    async until(id: string, reached: (found: ImportDetails) => boolean) {
      for (let patience = 0; patience < 2_000; patience++) {
        const found = await call('getImport', { id })
        if (reached(found)) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error(`the import ${id} does not get there`)
    },
  }
}
function kept() {
  const connection = openConnection(file.path, { readOnly: true })
  try {
    const one = (sql: string) => (connection.prepare(sql).get() as { n: number }).n
    return {
      clients: one("SELECT COUNT(*) AS n FROM Counterparty WHERE name LIKE 'Killed %'"), twice: one("SELECT COUNT(*) AS n FROM (SELECT name FROM Counterparty WHERE name LIKE 'Killed %' GROUP BY name HAVING COUNT(*) > 1)"),
      people: one("SELECT COUNT(*) AS n FROM ContactPerson WHERE name LIKE 'Person %'"), trail: one("SELECT COUNT(*) AS n FROM AuditEntry WHERE noun = 'counterparty' AND action = 'created' AND setId IS NOT NULL"),
      lost: one("SELECT COUNT(*) AS n FROM Counterparty k WHERE name LIKE 'Killed %' AND NOT EXISTS (SELECT 1 FROM CounterpartyAddress a WHERE a.counterpartyId = k.id)"),
    }
  } finally {
    connection.close()
  }
}

const rows = 6_000
const table = `Company,Company e-mail,Name,Email\n${Array.from({ length: rows }, (_, i) => `Killed ${i},info@killed${i}.example,Person ${i},p${i}@killed${i}.example`).join('\n')}\n`

test('a server killed in the middle of an import says after its next start how far it came; the file brought again doubles nobody, and both can be taken back', async () => {
  const first = await start()
  const { id } = await first.upload(table)
  await first.call('runImport', { id })
  await first.until(id, ({ counts }) => counts.rows > 0)
  await kill()
  const cut = kept()
  expect(cut.clients).toBeGreaterThan(0)
  expect(cut.clients).toBeLessThan(rows)
  expect(cut).toEqual({ clients: cut.clients, twice: 0, people: cut.clients, trail: cut.clients, lost: 0 })

  const second = await start()
  const stopped = await second.call('getImport', { id })
  expect(stopped).toMatchObject({ state: 'stopped', hasFile: false, total: rows, counts: { rows: cut.clients, created: cut.clients }, problem: expect.stringContaining('stopped in the middle') as string })
  const again = await second.upload(table)
  expect(again.before.map((one) => one.id)).toEqual([id])
  await second.call('runImport', { id: again.id })
  const done = await second.until(again.id, ({ state }) => state === 'done')
  expect(done.counts).toEqual({ rows, created: rows - cut.clients, updated: cut.clients, skipped: 0 })
  expect(kept()).toEqual({ clients: rows, twice: 0, people: rows, trail: rows, lost: 0 })
  for (const one of [again.id, id]) {
    await second.call('undoImport', { id: one })
    expect((await second.until(one, ({ state }) => state === 'undone')).undone).toMatchObject({ left: [] })
  }
  expect(kept()).toMatchObject({ clients: 0, people: 0 })
})
