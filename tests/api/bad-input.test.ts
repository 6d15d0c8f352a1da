import http from 'node:http'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const as = 'olga@demo.example'

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  return await answer.json() as { status: number; code: string; title: string; reference: string; errors?: { path: string }[] }
}
const sidebar = (message: unknown) => server.raw('POST', '/api/sidebar', { as, body: { message } })
const rowsOf = () => server.db.sql.first<{ n: number }>('SELECT (SELECT COUNT(*) FROM Contact) + (SELECT COUNT(*) FROM AuditEntry) AS n')!.n

test.each([['an empty address', ''], ['a legacy directory name', '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=abc'], ['no @', 'ivan'], ['two @', '"a" <a@b.example>:<c@d.example>'], ['only spaces', '   ']])(
  'a sender with %s is an answer, not an error', async (_name, address) => {
    const answer = await sidebar({ ...asked(aLetter()), from: { name: 'Somebody', address } })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ match: { kind: 'none', rule: 'none', person: null, counterparty: null } })
  })

test('only from, to and sentAt are needed', async () => {
  const answer = await sidebar({ sentAt: '2026-11-20T10:00:00+03:00', from: {}, to: [] })
  expect(answer.status).toBe(200)
})

test('200 recipients are read', async () => {
  const to = Array.from({ length: 200 }, (_, i) => ({ name: '', address: `someone${i}@vector.example` }))
  const answer = await (await sidebar({ ...asked(aLetter()), from: { name: '', address: as }, to })).json() as { participants: unknown[] }
  expect(answer.participants).toHaveLength(201)
})

test('5 MB of text registers and comes back whole', async () => {
  const text = 'Привет, мир. '.repeat(230_000)
  expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000)
  const answer = await server.raw('POST', '/api/contacts/register-message', { as, body: { message: aLetter({ text }) } })
  expect(answer.status).toBe(201)
  expect((await answer.json() as { contact: { content: string } }).contact.content === text).toBe(true)
})

test('120 MB are refused with 413, and the server goes on', async () => {
  const status = await new Promise<number>((resolve, reject) => {
    void server.tokenOf(as).then((token) => {
      const request = http.request(`${server.url}/api/contacts/register-message`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': 120_000_000 } }, (answer) => {
        resolve(answer.statusCode ?? 0)
        request.destroy()
      })
      request.on('error', reject)
      request.write('{"message":"')
    })
  })
  expect(status).toBe(413)
  const whole = await server.raw('POST', '/api/contacts/register-message', { as, body: `{"message":{"text":"${'x'.repeat(120_000_000)}"}}` })
  expect(await problemOf(whole)).toMatchObject({ status: 413, code: 'too-large' })
  expect((await server.raw('GET', '/healthz')).status).toBe(200)
})

test.each([
  ['NUL', '{"message":{"subject":"a\\u0000b"}}', 'unreadable-text'], ['a lone surrogate', '{"message":{"subject":"\\ud83d"}}', 'unreadable-text'],
  ['broken JSON', '{"message":', 'malformed-json'], ['another type', '"text"', 'invalid-request'], ['null', 'null', 'invalid-request'],
  ['nesting without end', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'invalid-request'],
])('%s in a body is refused with a reason and nothing is written', async (_name, body, code) => {
  const before = rowsOf()
  for (const path of ['/api/sidebar', '/api/contacts/register-message', '/api/contacts', '/api/tasks', '/api/persons']) {
    const answer = await server.raw('POST', path, { as, body })
    expect(answer.status).toBe(400)
    expect(await problemOf(answer)).toMatchObject({ status: 400, code, reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string })
  }
  expect(rowsOf()).toBe(before)
})

test('unknown fields and wrong types name their place', async () => {
  const unknown = await problemOf(await server.raw('POST', '/api/contacts', { as, body: { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'incoming', status: 'held', ownerId: 'x' } }))
  expect(unknown).toMatchObject({ code: 'invalid-request' })
  const wrong = await problemOf(await server.raw('POST', '/api/contacts', { as, body: { startsAt: 'yesterday', method: 'pigeon', direction: 1, status: 'held' } }))
  expect(wrong.errors?.map((error) => error.path)).toEqual(expect.arrayContaining(['startsAt', 'method', 'direction']))
})

test.each(['/api/contacts?limit=0', '/api/contacts?limit=201', '/api/contacts?limit=ten', '/api/contacts?cursor=nonsense', '/api/contacts?method=pigeon', '/api/contacts?sort=password', '/api/contacts?nonsense=1',
  '/api/contacts?from=yesterday', '/api/contacts?limit=1&limit=2', '/api/tasks?cursor=WzFd', '/api/counterparties?limit=-1', '/api/search', '/api/contacts?q=%00'])('%s is refused, never guessed', async (path) => {
  const answer = await server.raw('GET', path, { as })
  expect(answer.status).toBe(400)
})

test('unknown ids are 404, in the path and in the body', async () => {
  for (const path of ['/api/contacts/nobody', '/api/counterparties/nobody', '/api/persons/nobody', `/api/contacts/${'x'.repeat(5_000)}`, '/api/contacts/%00']) expect((await server.raw('GET', path, { as })).status).toBe(404)
  const before = rowsOf()
  const body = { startsAt: '2026-11-20T10:00:00Z', method: 'call', direction: 'incoming', status: 'held' }
  for (const wrong of [{ counterpartyId: 'no' }, { personIds: ['no'] }, { managerId: 'no' }, { type: 'no' }, { firmId: 'no' }]) expect((await server.raw('POST', '/api/contacts', { as, body: { ...body, ...wrong } })).status).toBe(404)
  expect((await server.raw('POST', '/api/contacts/register-message', { as, body: { message: aLetter(), counterpartyId: 'no' } })).status).toBe(404)
  expect(rowsOf()).toBe(before)
})

test('a body that is no JSON, or is compressed, is 415', async () => {
  const body = JSON.stringify({ message: asked(aLetter()) })
  expect((await server.raw('POST', '/api/sidebar', { as, body, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  expect((await server.raw('POST', '/api/sidebar', { as, body, headers: { 'content-encoding': 'gzip' } })).status).toBe(415)
})

test('a known path with another method says which it takes', async () => {
  const answer = await server.raw('PUT', '/api/contacts/x', { as, body: {} })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, PATCH')
})

test('a database locked by another process is 503 with Retry-After, nothing half-written, and well again after', async () => {
  const holder = openConnection(server.databasePath)
  holder.exec('BEGIN IMMEDIATE')
  const before = rowsOf()
  const message = aLetter()
  const answer = await server.raw('POST', '/api/contacts/register-message', { as, body: { message } })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await problemOf(answer)).toMatchObject({ code: 'database-busy' })
  expect((await sidebar(asked(message))).status).toBe(200) // reading goes on
  holder.exec('ROLLBACK')
  holder.close()
  expect(rowsOf()).toBe(before)
  expect((await server.raw('POST', '/api/contacts/register-message', { as, body: { message } })).status).toBe(201)
}, 30_000)

test('a database file that cannot be written to answers questions and refuses changes', async () => {
  const readOnly = await startTestServer()
  await readOnly.tokenOf(as)
  await readOnly.db.prisma.$executeRaw`PRAGMA query_only=ON`
  expect((await readOnly.raw('POST', '/api/sidebar', { as, body: { message: asked(aLetter()) } })).status).toBe(200)
  const answer = await readOnly.raw('POST', '/api/contacts/register-message', { as, body: { message: aLetter() } })
  expect(answer.status).toBe(503)
  expect(await problemOf(answer)).toMatchObject({ code: 'database-read-only' })
  await readOnly.close()
})

test('hostile names do not reach the prototype of anything', async () => {
  await server.raw('POST', '/api/contacts', { as, body: '{"__proto__":{"polluted":1},"startsAt":"2026-11-20T10:00:00Z","method":"call","direction":"incoming","status":"held"}' })
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})
