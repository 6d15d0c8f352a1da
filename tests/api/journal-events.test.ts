import { createJournalEvents, type EventTimings } from '@counterpane/backend/features/journal-events/journal-events.routes'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { Caller } from '@counterpane/backend/platform/http/caller'
import express from 'express'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

interface Said { id: string; ids: string[] }
/** Reads a stream as a page does. */
async function listen(url: string, headers: Record<string, string>) {
  const gone = new AbortController()
  const answer = await fetch(url, { headers, signal: gone.signal })
  const said: Said[] = []
  let text = ''
  let ended = false
  let read = 0
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const bytes of answer.body!) {
      text += decoder.decode(bytes as Uint8Array, { stream: true })
      for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
        const lines = Object.fromEntries(text.slice(read, end).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]))
        if (lines.event === 'contacts') said.push({ id: lines.id!, ids: (JSON.parse(lines.data!) as { ids: string[] }).ids })
        read = end + 2
      }
    }
  })().catch(() => undefined).finally(() => { ended = true })
  return { status: answer.status, headers: answer.headers, said, text: () => text, ended: () => ended, ids: () => said.flatMap(({ ids }) => ids), async leave() { gone.abort(); await reading } }
}
const until = async (isSo: () => boolean, withinMs = 8_000) => {
  for (const end = performance.now() + withinMs; !isSo();) {
    if (performance.now() > end) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
const url = () => `${server.url}/api/journal/events`
const bearer = async (email = 'olga@demo.example') => ({ authorization: `Bearer ${await server.tokenOf(email)}` })
const call = { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'Told at once' } as const
/** As another process writes: by a connection of its own. */
function writeElsewhere(ids: readonly string[], at = server.clock.now().getTime()) {
  const other = openConnection(server.databasePath)
  const insert = other.prepare("INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, source, createdAt, updatedAt) VALUES (?, ?, ?, 'call', 'outgoing', 'held', 'manual', ?, ?)")
  for (const id of ids) insert.run(id, at, at, at, at)
  other.close()
}

test('a stream says what this process changed and, within two seconds, what another did, each once and without words', async () => {
  const stream = await listen(url(), await bearer())
  expect([stream.status, stream.headers.get('content-type'), stream.headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store'])
  await until(() => stream.text().startsWith('retry: '))
  const anna = await server.as('anna@demo.example')
  const { id } = await anna('createContact', { body: call })
  await until(() => stream.ids().includes(id))
  writeElsewhere(['elsewhere-1', 'elsewhere-2'])
  await until(() => stream.ids().includes('elsewhere-2'))
  await anna('patchContact', { id, ifMatch: '*', body: { subject: 'Secret words' } })
  await until(() => stream.ids().filter((one) => one === id).length === 2)
  await new Promise((resolve) => setTimeout(resolve, 4_500))
  expect(stream.ids().filter((one) => one === 'elsewhere-1')).toHaveLength(1)
  expect(stream.text()).not.toContain('Secret')
  await stream.leave()
}, 30_000)

test('who comes back is told what was missed', async () => {
  const first = await listen(url(), await bearer())
  writeElsewhere(['seen-1'])
  await until(() => first.ids().includes('seen-1'))
  const last = first.said.at(-1)!.id
  await first.leave()
  server.clock.advance(10 * 60_000)
  writeElsewhere(['missed-1'])
  server.clock.advance(10 * 60_000)
  const again = await listen(url(), { ...await bearer(), 'last-event-id': last })
  await until(() => again.ids().includes('missed-1'))
  const stranger = await listen(url(), { ...await bearer(), 'last-event-id': 'DROP TABLE' })
  writeElsewhere(['after-all'])
  await until(() => stranger.ids().includes('after-all'))
  expect(stranger.ids()).not.toContain('missed-1')
  await Promise.all([again.leave(), stranger.leave()])
}, 30_000)

test('only those who are signed in listen, by cookie or token; the address takes no token', async () => {
  expect((await listen(url(), {})).status).toBe(401)
  expect((await listen(url(), { authorization: 'Bearer nonsense' })).status).toBe(401)
  const token = await server.tokenOf('olga@demo.example')
  expect((await listen(`${url()}?access_token=${token}`, {})).status).toBe(400)
  const stream = await listen(url(), { cookie: `counterpane=${token}` })
  expect(stream.status).toBe(200)
  await stream.leave()
  expect((await fetch(url(), { method: 'HEAD', headers: await bearer() })).status).toBe(200)
})

describe('with a short breath', () => {
  let lookedAt = 0
  let caller: Caller | null = { id: 'm-olga', name: 'Olga', role: 'manager', teamId: null, locale: null }
  let fails = false
  let hear: (id: string) => void
  let web: http.Server
  let events: ReturnType<typeof createJournalEvents>
  const timings: EventTimings = { lookMs: 40, gatherMs: 5, beatMs: 30, sessionMs: 50 }
  beforeEach(async () => {
    const { db, clock } = server
    const sql = { ...db.sql, all: <T extends object>(...ask: Parameters<typeof db.sql.all>) => { lookedAt++; return db.sql.all<T>(...ask) } }
    events = createJournalEvents({
      db: { ...db, sql }, clock, log: createLogger('silent'), cookieName: 'counterpane', publicUrl: 'http://127.0.0.1', onChanged: (listener) => { hear = listener },
      asRequest: (work) => work(), authenticate: () => (fails ? Promise.reject(new Error('busy')) : Promise.resolve(caller)),
    }, timings)
    web = http.createServer(express().use(events.routes)).listen(0, '127.0.0.1')
    await new Promise((resolve) => web.once('listening', resolve))
  })
  afterEach(() => { events.close(); web.closeAllConnections(); web.close() })
  const open = () => listen(`http://127.0.0.1:${(web.address() as AddressInfo).port}/api/journal/events`, { authorization: 'Bearer x' })
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('nothing is read while nobody listens', async () => {
    const stream = await open()
    await until(() => lookedAt > 3)
    await stream.leave()
    await rest(100)
    const after = lookedAt
    hear('somebody')
    await rest(200)
    expect(lookedAt).toBe(after)
  })

  test('a quiet stream says that it is there', async () => {
    const stream = await open()
    await until(() => stream.text().includes(': here'))
    await stream.leave()
  })

  test('a session that ended ends its stream, a database that is busy does not', async () => {
    const stream = await open()
    fails = true
    await rest(200)
    expect(stream.ended()).toBe(false)
    fails = false
    caller = null
    await until(() => stream.ended())
    caller = { id: 'm-olga', name: 'Olga', role: 'manager', teamId: null, locale: null }
  })

  test('the thirteenth page of one manager ends the first', async () => {
    const streams: Awaited<ReturnType<typeof open>>[] = []
    for (let i = 0; i < 13; i++) streams.push(await open())
    await until(() => streams[0]!.ended())
    expect(streams.slice(1).map((stream) => stream.ended())).toEqual(Array<boolean>(12).fill(false))
    events.close()
    await until(() => streams.every((stream) => stream.ended()))
    expect((await open()).status).not.toBe(200)
  })

  describe('looking by itself once a minute', () => {
    beforeAll(() => { timings.lookMs = 60_000 })
    test('changes of this process are told at once, many together as one event', async () => {
      server.clock.advance(60_000)
      const stream = await open()
      for (let i = 0; i < 30; i++) hear(`h${i}`)
      await until(() => stream.ids().includes('h29'))
      expect(stream.said).toHaveLength(1)
      await stream.leave()
    })
  })
})
