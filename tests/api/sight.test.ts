import type { SightLevel } from '@counterpane/shared/domain/codes'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { createSights } from '@counterpane/backend/platform/visibility/sights'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const as = (name: string) => server.as(`${name}@demo.example`)
const narrow = async (everywhere: SightLevel, firms: { firmId: string; level: SightLevel }[] = []) => (await as('admin'))('putSettings', { body: { visibility: { everywhere, firms } } })
beforeEach(() => narrow('own'))

let made = 0
/** A client of this manager, with whom nobody else has had to do. */
const clientOf = async (name: string) => (await as('admin'))('createCounterparty', { body: { name: `Client ${++made} of ${name}`, managerId: `m-${name}`, addresses: [`office@client-${made}.example`] } })
const aCall: Omit<BodyOf<'createContact'>, 'counterpartyId'> = { startsAt: '2026-11-20T09:00:00Z', method: 'call', direction: 'outgoing', status: 'held', subject: 'A call' }
const statusOf = async (name: string, path: string) => (await server.raw('GET', path, { as: `${name}@demo.example` })).status
const sees = async (name: string, clientId: string) => (await statusOf(name, `/api/counterparties/${clientId}`)) === 200

test('who sees their own sees the clients that they answer for and those that nobody answers for, and no colleague\'s', async () => {
  const [mine, annas] = [await clientOf('olga'), await clientOf('anna')]
  const nobodys = await (await as('admin'))('createCounterparty', { body: { name: 'Nobody\'s client', managerId: null } })
  expect(await Promise.all([mine, annas, nobodys].map(({ id }) => sees('olga', id)))).toEqual([true, false, true])
})

test('a team sees what it has, a lead does so whatever is narrowed, an administrator sees everything', async () => {
  const [annas, dmitrys] = [await clientOf('anna'), await clientOf('dmitry')]
  expect([await sees('ivan', annas.id), await sees('ivan', dmitrys.id), await sees('admin', dmitrys.id)]).toEqual([true, false, true])
  await narrow('team')
  expect([await sees('olga', annas.id), await sees('olga', dmitrys.id)]).toEqual([true, false])
  await narrow('all')
  expect(await sees('olga', dmitrys.id)).toBe(true)
})

test('whoever takes part in a contact sees its client with the whole history, until they take part no more', async () => {
  const client = await clientOf('dmitry')
  const dmitry = await as('dmitry')
  const before = await dmitry('createContact', { body: { ...aCall, counterpartyId: client.id, subject: 'Before Olga' } })
  const joint = await dmitry('createContact', { body: { ...aCall, counterpartyId: client.id, subject: 'Of Olga', managerId: 'm-olga' } })
  expect([await sees('olga', client.id), await statusOf('olga', `/api/contacts/${before.id}`)]).toEqual([true, 200])
  await dmitry('patchContact', { id: joint.id, body: { managerId: 'm-dmitry' }, ifMatch: '*' })
  expect([await sees('olga', client.id), await statusOf('olga', `/api/contacts/${before.id}`)]).toEqual([false, 404])
})

test('a task shows its client to whoever has it', async () => {
  const client = await clientOf('dmitry')
  const task = await (await as('dmitry'))('createTask', { body: { title: 'For Olga', dueAt: '2026-12-01T09:00:00Z', managerId: 'm-olga', counterpartyId: client.id } })
  expect(await sees('olga', client.id)).toBe(true)
  await (await as('admin'))('patchTask', { id: task.id, body: { managerId: 'm-dmitry' }, ifMatch: '*' })
  expect(await sees('olga', client.id)).toBe(false)
})

test('who hands a client over, or makes one for a colleague, is told how it stands then, and sees it no more', async () => {
  const olga = await as('olga')
  const mine = await clientOf('olga')
  const given = await olga('patchCounterparty', { id: mine.id, body: { managerId: 'm-dmitry' }, ifMatch: '*' })
  expect(given).toMatchObject({ id: mine.id, manager: { id: 'm-dmitry' } })
  const forDmitry = await olga('createCounterparty', { body: { name: 'Made for Dmitry', managerId: 'm-dmitry' } })
  expect(forDmitry).toMatchObject({ name: 'Made for Dmitry', manager: { id: 'm-dmitry' } })
  expect([await sees('olga', mine.id), await sees('olga', forDmitry.id), await sees('dmitry', forDmitry.id)]).toEqual([false, false, true])
})

test('a firm may be an exception; who works for several has the widest of their levels', async () => {
  const admin = await as('admin')
  const [firm] = (await admin('dictionaries', {})).firms
  const dmitrys = await clientOf('dmitry')
  await server.db.write((tx) => tx.$executeRaw`INSERT INTO ManagerFirm (managerId, firmId) VALUES ('m-olga', ${firm!.id})`)
  try {
    await narrow('own', [{ firmId: firm!.id, level: 'all' }])
    expect([await sees('olga', dmitrys.id), await sees('anna', dmitrys.id)]).toEqual([true, false])
    await narrow('all', [{ firmId: firm!.id, level: 'own' }])
    expect([await sees('olga', dmitrys.id), await sees('anna', dmitrys.id)]).toEqual([false, true])
  } finally {
    await server.db.write((tx) => tx.$executeRaw`DELETE FROM ManagerFirm WHERE managerId = 'm-olga'`)
  }
})

test('a letter of a client that is not seen is a stranger\'s; registered by a colleague already, it is one contact of both, and the client is seen then', async () => {
  const client = await clientOf('dmitry')
  const address = client.addresses[0]!
  const message = { messageId: `<shared-${made}@client.example>`, from: { name: 'Office', address }, to: [{ name: 'Olga', address: 'olga@demo.example' }, { name: 'Dmitry', address: 'dmitry@demo.example' }], cc: [], subject: 'To both', sentAt: '2026-11-20T10:00:00Z' }
  const asked = { message } as unknown as BodyOf<'sidebar'>
  expect(await (await as('dmitry'))('sidebar', { body: asked })).toMatchObject({ match: { counterparty: { id: client.id } } })
  const strangers = JSON.stringify(await (await as('olga'))('sidebar', { body: asked }))
  expect(strangers).not.toContain(client.id)
  expect(strangers).not.toContain(client.name)

  const letter = { message: { ...message, text: 'Good day', html: null, attachments: [] } } as unknown as BodyOf<'registerMessage'>
  const { contact } = await (await as('dmitry'))('registerMessage', { body: letter })
  expect(await sees('olga', client.id)).toBe(false)
  expect(await (await as('olga'))('registerMessage', { body: letter })).toMatchObject({ created: false, contact: { id: contact.id, counterparty: { id: client.id } } })
  expect(await sees('olga', client.id)).toBe(true)
})

test('work on the whole base is for those who see all of it, and is refused in words', async () => {
  for (const [method, path] of [['POST', '/api/duplicates/search']] as const) {
    const refused = await server.raw(method, path, { as: 'ivan@demo.example', body: {}, headers: { 'accept-language': 'ru' } })
    expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ code: 'forbidden', detail: expect.stringContaining('по всей базе клиентов') as string })])
  }
  const upload = await server.raw('POST', '/api/imports?fileName=a.csv', { as: 'ivan@demo.example', body: 'Name\nA', headers: { 'content-type': 'application/octet-stream' } })
  expect(upload.status).toBe(403)
})

test('what is done for somebody who does not ask, a letter of the morning, is done with their eyes', async () => {
  const dmitrys = await clientOf('dmitry')
  const sights = createSights({ sql: server.db.sql, rules: () => ({ everywhere: 'own', firms: [] }) })
  const find = () => server.db.side.all('SELECT id FROM Counterparty WHERE id = ?', [dmitrys.id])
  const caller = (name: string) => ({ id: `m-${name}`, name, role: 'manager' as const, teamId: 'team-south', locale: null })
  expect([await sights.asSeenBy(caller('james'), find), await sights.asSeenBy(caller('dmitry'), find), await find()].map((rows) => rows.length)).toEqual([0, 1, 1])
})

test('a page that listens is told of contacts that it sees and of no others', async () => {
  const gone = new AbortController()
  const answer = await fetch(`${server.url}/api/journal/events`, { headers: { authorization: `Bearer ${await server.tokenOf('olga@demo.example')}` }, signal: gone.signal })
  let said = ''
  const reading = (async () => { for await (const bytes of answer.body!) said += new TextDecoder().decode(bytes as Uint8Array) })().catch(() => undefined)
  const [mine, dmitrys] = [await clientOf('olga'), await clientOf('dmitry')]
  const admin = await as('admin')
  const hidden = await admin('createContact', { body: { ...aCall, counterpartyId: dmitrys.id } })
  const shown = await admin('createContact', { body: { ...aCall, counterpartyId: mine.id } })
  for (const end = performance.now() + 10_000; !said.includes(shown.id) && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20))
  gone.abort()
  await reading
  expect(said).toContain(shown.id)
  expect(said).not.toContain(hidden.id)
})

test('a long file that is taken slowly holds what its reader sees, to its last row', async () => {
  const [mine, dmitrys] = [await clientOf('olga'), await clientOf('dmitry')]
  const at = Date.parse('2026-11-10T09:00:00Z')
  await server.db.write((tx) => tx.$executeRaw`
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 5999)
    INSERT INTO Contact (id, startsAt, endsAt, method, direction, status, source, counterpartyId, subject, result, createdAt, updatedAt)
    SELECT 'slow-' || i, ${at} + i, ${at} + i, 'call', 'outgoing', 'held', 'manual', iif(i % 2, ${mine.id}, ${dmitrys.id}), iif(i % 2, 'seen', 'hidden') || ' ' || i, hex(zeroblob(2000)), 1, 1 FROM n`)
  const answer = await server.raw('GET', '/api/exports/contacts.csv?columns=subject&columns=result', { as: 'olga@demo.example' })
  const counts = { seen: 0, hidden: 0 }
  for await (const bytes of answer.body!) {
    const text = Buffer.from(bytes as Uint8Array).toString('latin1')
    counts.seen += text.split(/seen \d/).length - 1
    counts.hidden += text.split('hidden').length - 1
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(counts.seen).toBeGreaterThan(2_900) // a word cut by the edge of a piece is not counted
  expect(counts.hidden).toBe(0)
}, 120_000)
