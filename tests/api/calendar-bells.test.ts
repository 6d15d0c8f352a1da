import { sha256 } from '@counterpane/backend/platform/crypto/digest'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let ids: string[]
beforeAll(async () => {
  server = await startTestServer()
  ids = (await server.db.prisma.manager.findMany({ take: 3, orderBy: { id: 'asc' } })).map(({ id }) => id)
})
afterAll(() => server.close())

const secrets = ['s-graph-0'.repeat(4), 's-graph-1'.repeat(4), 's-google-2'.repeat(4)]
beforeEach(async () => {
  const at = server.clock.now()
  await server.db.prisma.calendarMailbox.deleteMany()
  await server.db.prisma.calendarMailbox.createMany({ data: ids.map((managerId, index) => ({ managerId, provider: index < 2 ? 'graph' : 'google', mailbox: `${managerId}@firm.example`, since: at, dueAt: at, createdAt: at })) })
  await server.db.prisma.calendarSubscription.createMany({
    data: ids.map((managerId, index) => ({
      id: `bell-${index}`, managerId, provider: index < 2 ? 'graph' : 'google', subscriptionId: `sub-${index}`, resourceId: index < 2 ? null : 'res', secretHash: sha256(secrets[index]!), expiresAt: new Date(at.getTime() + 1e9), renewAt: new Date(at.getTime() + 5e8), createdAt: at,
    })),
  })
})

const asks = async () => Object.fromEntries((await server.db.prisma.calendarMailbox.findMany()).map((row) => [ids.indexOf(row.managerId), row.asks]))
const ring = (index = 0, more: object = {}) => ({ subscriptionId: `sub-${index}`, clientState: secrets[index], changeType: 'updated', resource: 'Users/x/Events/y', tenantId: 't', ...more })
const post = (value: unknown, path = '/webhooks/graph') => server.raw('POST', path, { body: typeof value === 'string' ? value : { value } })
const google = (headers: Record<string, string>) => server.raw('POST', '/webhooks/google-calendar', { headers: { 'x-goog-channel-id': 'bell-2', 'x-goog-channel-token': secrets[2]!, 'x-goog-resource-id': 'res', 'x-goog-resource-state': 'exists', ...headers } })

describe('the handshake', () => {
  const tokens = ['Validation: Testing client application reachability', '<script>alert(1)</script>', 'café ✓ %25 & + =', 'x'.repeat(10_000)]
  test.each(tokens.map((token) => [token.slice(0, 30), token]))('gives %s back as plain text, byte for byte', async (_name, token) => {
    for (const method of ['POST', 'GET']) {
      for (const path of ['/webhooks/graph', '/webhooks/graph/lifecycle']) {
        const answer = await server.raw(method, `${path}?validationToken=${encodeURIComponent(token)}`)
        expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'text/plain; charset=utf-8', 'nosniff'])
        expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(token))).toBe(true)
      }
    }
    expect(await asks()).toEqual({ 0: 0, 1: 0, 2: 0 })
  })
  test('gives back what is not UTF-8 as it came, and pluses as spaces', async () => {
    const answer = await server.raw('POST', '/webhooks/graph?validationToken=a+b%ff%00c')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from([97, 32, 98, 255, 0, 99]))
  })
  test.each([['none', ''], ['an empty one', '?validationToken='], ['two', '?validationToken=a&validationToken=b'], ['one above 10 kB', `?validationToken=${'x'.repeat(10_001)}`]])('%s is not answered', async (_name, query) => {
    expect([404, 400]).toContain((await server.raw('GET', `/webhooks/graph${query}`)).status)
  })
  test('marks nothing, whatever stands in the body', async () => {
    expect((await server.raw('POST', '/webhooks/graph?validationToken=x', { body: { value: [ring()] } })).status).toBe(200)
    expect((await asks())[0]).toBe(0)
  })
})

describe('a ring', () => {
  test('of Microsoft marks its calendar and is answered 202', async () => {
    const answer = await post([ring()])
    expect([answer.status, await answer.text()]).toEqual([202, ''])
    expect(await asks()).toEqual({ 0: 1, 1: 0, 2: 0 })
  })
  test('of Google marks its calendar; the first one of a channel does not', async () => {
    expect((await google({ 'x-goog-resource-state': 'sync' })).status).toBe(202)
    expect((await asks())[2]).toBe(0)
    expect((await google({})).status).toBe(202)
    expect((await asks())[2]).toBe(1)
  })
  test.each([['another channel', { 'x-goog-channel-id': 'bell-9' }], ['Microsoft’s bell', { 'x-goog-channel-id': 'bell-0', 'x-goog-channel-token': secrets[0]! }], ['another token', { 'x-goog-channel-token': secrets[1]! }], ['no token', { 'x-goog-channel-token': '' }], ['another resource', { 'x-goog-resource-id': 'other' }]])('with %s is nobody’s', async (_name, headers) => {
    expect((await google(headers)).status).toBe(404)
    expect((await asks())[2]).toBe(0)
  })
  test('that repeats is one mark and one write until a round has taken it', async () => {
    await post([ring(), ring(), ring()])
    const reader = openConnection(server.databasePath, { readOnly: true })
    const version = () => reader.prepare('PRAGMA data_version').all()[0]
    const before = version()
    for (let time = 0; time < 5; time++) expect((await post([ring()])).status).toBe(202)
    expect(version()).toEqual(before)
    reader.close()
    expect((await asks())[0]).toBe(1)
    await server.db.prisma.calendarMailbox.update({ where: { managerId: ids[0]! }, data: { asksTaken: 1 } })
    await post([ring()])
    expect((await asks())[0]).toBe(2)
  })
  test('before the provider has said the bell’s name is not lost', async () => {
    await server.db.prisma.calendarSubscription.update({ where: { id: 'bell-0' }, data: { subscriptionId: null } })
    expect((await post([ring(0, { subscriptionId: 'a name we have not heard' })])).status).toBe(202)
    expect((await asks())[0]).toBe(1)
  })
  test.each([
    ['an unknown subscription', { subscriptionId: 'sub-x' }], ['another’s secret', { clientState: secrets[1] }], ['no secret', { clientState: undefined }], ['a secret in a list', { clientState: [secrets[0]] }],
    ['null for a secret', { clientState: null }], ['a secret and more', { clientState: `${secrets[0]} ` }], ['the hash of the secret', { clientState: sha256(secrets[0]!) }], ['a name in a list', { subscriptionId: ['sub-0'] }], ['Google’s bell', { subscriptionId: 'sub-2', clientState: secrets[2] }],
  ])('with %s is answered and changes nothing; those beside it count', async (_name, wrong) => {
    expect((await post([ring(0, wrong), null, 7, 'x', [], ring(1)])).status).toBe(202)
    expect(await asks()).toEqual({ 0: 0, 1: 1, 2: 0 })
  })
  test('is told apart by who rings alone: what it says of the calendar is not read', async () => {
    expect((await post([ring(0, { resource: { toString: 1 }, resourceData: '../../etc', changeType: 9, tenantId: null })])).status).toBe(202)
    expect((await asks())[0]).toBe(1)
  })
  test.each([['broken JSON', '{"value":[', 400], ['no list', '{"value":{}}', 400], ['nothing', '{}', 400], ['a list alone', '[]', 400], ['an empty list', '{"value":[]}', 202], ['more than a mebibyte', `{"value":[],"x":"${'x'.repeat(1_100_000)}"}`, 413], ['too many items', JSON.stringify({ value: Array.from({ length: 1_001 }, () => ({})) }), 413]])('of %s is answered %#', async (_name, body, status) => {
    expect((await post(body)).status).toBe(status)
    expect(await asks()).toEqual({ 0: 0, 1: 0, 2: 0 })
  })
  test('that can’t be stored is answered 503 so that it comes again', async () => {
    const locker = openConnection(server.databasePath)
    locker.exec('BEGIN IMMEDIATE')
    const answer = post([ring()])
    const google503 = google({})
    expect([(await answer).status, (await google503).status]).toEqual([503, 503])
    locker.exec('ROLLBACK')
    locker.close()
  })
})

describe('a lifecycle event', () => {
  const life = (lifecycleEvent: string) => post([ring(0, { lifecycleEvent, changeType: undefined, resource: '' })], '/webhooks/graph/lifecycle')
  const bell = () => server.db.prisma.calendarSubscription.findUnique({ where: { id: 'bell-0' } })
  test('missed asks for a round', async () => {
    expect((await life('missed')).status).toBe(202)
    expect([(await asks())[0], (await bell())?.subscriptionId]).toEqual([1, 'sub-0'])
  })
  test('subscriptionRemoved asks for a round that hangs a new bell', async () => {
    await life('subscriptionRemoved')
    expect([(await asks())[0], await bell()]).toEqual([1, null])
  })
  test('reauthorizationRequired asks for a round that renews the bell', async () => {
    await life('reauthorizationRequired')
    expect((await asks())[0]).toBe(1)
    expect((await bell())!.renewAt.getTime()).toBeLessThanOrEqual(server.clock.now().getTime())
  })
  test('of a stranger takes no bell away', async () => {
    await post([ring(0, { lifecycleEvent: 'subscriptionRemoved', clientState: 'guessed' })], '/webhooks/graph/lifecycle')
    expect([(await asks())[0], (await bell())?.subscriptionId]).toEqual([0, 'sub-0'])
  })
})
