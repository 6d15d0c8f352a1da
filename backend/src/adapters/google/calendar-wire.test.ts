import { generateKeyPairSync } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { CalendarAccess, CalendarChange, ChangesPage } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { createGoogleCalendar, type GoogleCalendarSettings } from './google-calendar'

interface Seen { method: string; path: string; query: Record<string, string>; headers: http.IncomingHttpHeaders; body: string }
type Answer = (seen: Seen) => { status?: number; headers?: Record<string, string>; body?: unknown; wait?: Promise<unknown> }

const events = '/house/calendar/v3/calendars/olga%40demo.example/events'
const access: CalendarAccess = { mailbox: 'olga@demo.example', refreshToken: '1//0olga' }
const window = { from: Date.parse('2026-10-23T00:00:00Z'), to: Date.parse('2027-05-21T00:00:00Z') }
const item = (id: string) => ({ id, status: 'confirmed', summary: id, start: { dateTime: '2026-11-23T10:00:00Z' }, end: { dateTime: '2026-11-23T11:00:00Z' } })
const refusal = (status: number, reason: string, domain = 'global', more = {}) => ({ status, body: { error: { code: status, message: 'token ya29 of olga', errors: [{ domain, reason, ...more }] } } })

let seen: Seen[]
let answer: Answer
let tokens: () => ReturnType<Answer>
let now: number
let root: string
const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    const url = new URL(request.url ?? '', 'http://house')
    const one = { method: request.method ?? '', path: url.pathname, query: Object.fromEntries(url.searchParams), headers: request.headers, body: Buffer.concat(parts).toString() }
    seen.push(one)
    const { status = 200, headers = {}, body = {}, wait } = url.pathname === '/house/token' ? tokens() : answer(one)
    void Promise.resolve(wait).then(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/house`
})
afterAll(() => { server.closeAllConnections(); server.close() })
beforeEach(() => {
  let given = 0
  seen = []
  now = Date.parse('2026-11-22T09:00:00Z')
  tokens = () => ({ body: { access_token: `ya29.${++given}`, expires_in: 3_599, scope: '', token_type: 'Bearer' } })
  answer = () => ({ body: { items: [], nextSyncToken: 's1' } })
})

const adapter = (settings: Partial<GoogleCalendarSettings> = {}) =>
  createGoogleCalendar({ settings: { apiRoot: root, clientId: 'client', clientSecret: 'secret', delegationKeyFile: undefined, withoutConsent: false, ...settings }, clock: { now: () => new Date(now) } })
const pagesOf = async (from: Parameters<ReturnType<typeof adapter>['source']['changesSince']>[1], source = adapter().source) => {
  const pages: ChangesPage[] = []
  for await (const page of source.changesSince(access, from)) pages.push(page)
  return pages
}
const failureOf = async (work: Promise<unknown>): Promise<ProviderFailure> => {
  const failure: unknown = await work.then(() => null, (error: unknown) => error)
  if (!(failure instanceof ProviderFailure)) throw new Error(`no failure of a provider: ${String(failure)}`)
  expect(JSON.stringify(failure) + failure.message).not.toMatch(/ya29|1\/\/0|secret/)
  return failure
}
const codeOf = async (work: Promise<unknown>) => (await failureOf(work)).code
const calendarCalls = () => seen.filter(({ path: at }) => at !== '/house/token')
const tokenCalls = () => seen.filter(({ path: at }) => at === '/house/token')

describe('rounds', () => {
  it('reads the window with unchanged parameters from page to page, and goes on from the sync token without them', async () => {
    answer = ({ query }) => ({ body: query.syncToken ? { items: [{ id: 'a', status: 'cancelled' }], nextSyncToken: 's2' } : query.pageToken ? { items: [item('b'), { id: 'old', status: 'cancelled' }], nextSyncToken: 's1' } : { items: [item('a')], nextPageToken: 'p2' } })
    const [first, last] = await pagesOf({ window })
    expect([first!.complete, last!.complete, first!.changes.length, last!.changes.map((one) => one.kind)]).toEqual([false, true, 1, ['event']])
    const fixed = { maxResults: '250', singleEvents: 'true', showDeleted: 'true' }
    const windowed = { ...fixed, timeMin: '2026-10-23T00:00:00.000Z', timeMax: '2027-05-21T00:00:00.000Z' }
    const [delta] = await pagesOf({ cursor: last!.cursor })
    expect(calendarCalls().map(({ query }) => query)).toEqual([windowed, { ...windowed, pageToken: 'p2' }, { ...fixed, syncToken: 's1' }])
    expect(new Set(calendarCalls().map(({ path: at }) => at))).toEqual(new Set([events]))
    expect([delta!.changes, delta!.complete]).toEqual([[{ kind: 'gone', eventId: 'a' }], true])
  })

  it('goes on in the middle of a round where it was left, in a round of changes too', async () => {
    answer = ({ query }) => ({ body: query.pageToken ? { items: [], nextSyncToken: 's2' } : { items: [item('a')], nextPageToken: 'p2' } })
    const [, last] = await pagesOf({ window })
    const [first] = await pagesOf({ cursor: last!.cursor })
    seen = []
    const [rest] = await pagesOf({ cursor: first!.cursor })
    expect([rest!.complete, calendarCalls().map(({ query }) => [query.syncToken, query.pageToken])]).toEqual([true, [['s2', 'p2']]])
  })

  it('asks for a page when the one before was taken, not earlier', async () => {
    answer = ({ query }) => ({ body: { items: [], nextPageToken: `${query.pageToken ?? 'p'}1` } })
    const pages = adapter().source.changesSince(access, { window })[Symbol.asyncIterator]()
    await pages.next()
    await pages.next()
    expect(calendarCalls()).toHaveLength(2)
  })

  it('ends at answers that lead nowhere: a loop, no token at the end, both tokens', async () => {
    const endless: Answer = () => ({ body: { items: [], nextPageToken: 'again' } })
    for (const wrong of [endless, (() => ({ body: { items: [] } })) as Answer, (() => ({ body: { items: [], nextPageToken: 'p', nextSyncToken: 's' } })) as Answer]) {
      answer = wrong
      expect(await codeOf(pagesOf({ window }))).toBe('rejected')
    }
  })

  it('asks for a full round when the token is too old, when it is not known, and when the cursor is not ours', async () => {
    const cursor = JSON.stringify({ parameters: { maxResults: 250, singleEvents: true, showDeleted: true, syncToken: 's1' } })
    for (const refused of [refusal(410, 'fullSyncRequired', 'calendar'), refusal(410, 'updatedMinTooLongAgo', 'calendar'), refusal(400, 'invalid', 'global', { location: 'syncToken' })]) {
      answer = () => refused
      expect(await codeOf(pagesOf({ cursor }))).toBe('cursor-expired')
    }
    seen = []
    for (const foreign of ['', 'nonsense', '{}', cursor.replace('250', '10'), cursor.replace('"syncToken"', '"timeMin"')]) expect(await codeOf(pagesOf({ cursor: foreign }))).toBe('cursor-expired')
    expect(seen).toEqual([])
  })

  it('sets aside one item that can\'t be understood, and keeps the others', async () => {
    answer = () => ({ body: { items: [item('a'), { id: 'bad', start: 'soon' }, null, item('b')], nextSyncToken: 's1' } })
    const [page] = await pagesOf({ window })
    expect(page!.changes.map((one: CalendarChange) => one.kind)).toEqual(['event', 'unreadable', 'unreadable', 'event'])
  })
})

describe('refusals', () => {
  it.each([
    ['401', refusal(401, 'authError'), 'auth-expired'], ['403 of a missing consent', refusal(403, 'insufficientPermissions'), 'consent-missing'], ['any other 403', refusal(403, 'forbiddenForServiceAccounts', 'calendar'), 'forbidden'],
    ['403 rateLimitExceeded', refusal(403, 'rateLimitExceeded', 'usageLimits'), 'rate-limited'], ['403 userRateLimitExceeded', refusal(403, 'userRateLimitExceeded', 'usageLimits'), 'rate-limited'],
    ['403 of a quota that is new to us', refusal(403, 'calendarLimitsExceeded', 'usageLimits'), 'rate-limited'], ['429', refusal(429, 'rateLimitExceeded', 'usageLimits'), 'rate-limited'],
    ['404', refusal(404, 'notFound'), 'gone'], ['400', refusal(400, 'invalid'), 'rejected'], ['500', refusal(500, 'backendError'), 'temporary'], ['502 with a page', { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }, 'temporary'],
    ['200 with a page of the network', { headers: { 'content-type': 'text/html' }, body: '<html>Sign in to the network</html>' }, 'temporary'], ['half of a JSON', { body: '{"items":[{"id":"a"' }, 'temporary'],
  ])('%s', async (_, refused, code) => {
    answer = () => refused
    expect(await codeOf(pagesOf({ window }))).toBe(code)
  })

  it('takes Retry-After in seconds, in fractions and as a date by the answer\'s own clock, and nonsense for nothing', async () => {
    const date = 'Sun, 22 Nov 2026 12:00:00 GMT'
    const said: [Record<string, string>, number | null][] = [[{ 'retry-after': '30' }, 30], [{ 'retry-after': '0.5' }, 0.5], [{ 'retry-after': 'Sun, 22 Nov 2026 12:01:00 GMT', date }, 60], [{}, null], [{ 'retry-after': '0' }, null], [{ 'retry-after': '-5' }, null], [{ 'retry-after': 'soon' }, null], [{ 'retry-after': '999999' }, 86_400]]
    for (const [headers, seconds] of said) {
      answer = () => ({ ...refusal(429, 'rateLimitExceeded', 'usageLimits'), headers })
      expect((await failureOf(pagesOf({ window }))).retryAfterSeconds).toBe(seconds)
    }
  })

  it('asks nothing before a Retry-After has ended', async () => {
    const { source } = adapter()
    answer = () => ({ ...refusal(403, 'userRateLimitExceeded', 'usageLimits'), headers: { 'retry-after': '60' } })
    expect(await codeOf(source.verify(access))).toBe('rate-limited')
    const before = seen.length
    now += 59_000
    expect(await failureOf(source.verify(access))).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 1 })
    expect(seen).toHaveLength(before)
    now += 2_000
    answer = () => ({ body: { items: [] } })
    await source.verify(access)
  })

  it.each([...[400, 403, 404, 409, 412, 500, 502, 504].map((status) => ['calendar', status]), ...[429, 500, 502, 503].map((status) => ['token endpoint', status])] as [string, number][])('whatever the %s refuses with %i, a Retry-After is waited for', async (where, status) => {
    const { source } = adapter()
    const wait: Answer = () => ({ status, headers: { 'retry-after': '60' }, body: status === 502 ? '<h1>Bad gateway</h1>' : { error: 'server_error' } })
    if (where === 'calendar') answer = wait
    else tokens = () => wait(seen[0]!)
    expect((await failureOf(source.verify(access))).retryAfterSeconds).toBe(60)
    const before = seen.length
    expect(await failureOf(source.verify(access))).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 60 })
    expect(seen).toHaveLength(before)
  })

  it('does not follow a redirect: the token stays in the house', async () => {
    answer = ({ path: at }) => (at.startsWith('/elsewhere') ? { body: { items: [], nextSyncToken: 's' } } : { status: 302, headers: { location: `${root.replace('/house', '/elsewhere')}/events` } })
    expect(await codeOf(pagesOf({ window }))).toBe('temporary')
    expect(seen.some(({ path: at }) => at.startsWith('/elsewhere'))).toBe(false)
  })
})

describe('one appointment', () => {
  it('is read by its id, gone when it is not there, and not judged when the whole calendar is not there', async () => {
    const { source } = adapter()
    answer = ({ path: at }) => (at.endsWith('/a') ? { body: item('a') } : at.endsWith('/events') ? { body: { items: [] } } : at.endsWith('/deleted') ? refusal(410, 'deleted') : refusal(404, 'notFound'))
    expect((await source.read(access, 'a')).kind).toBe('event')
    expect([await source.read(access, 'b'), await source.read(access, 'deleted')]).toEqual([{ kind: 'gone', eventId: 'b' }, { kind: 'gone', eventId: 'deleted' }])
    answer = () => refusal(404, 'notFound')
    expect(await codeOf(source.read(access, 'b'))).toBe('gone')
    answer = () => ({ body: '<html>' })
    expect([await codeOf(source.read(access, 'a')), await codeOf(source.read(access, '..')), await codeOf(source.read(access, ''))]).toEqual(['temporary', 'rejected', 'rejected'])
  })
})

describe('tokens', () => {
  it('asks once for many who wait, and not again until shortly before it ends', async () => {
    const { source } = adapter()
    await Promise.all([1, 2, 3, 4, 5].map(() => source.verify(access)))
    await source.verify({ ...access, mailbox: 'OLGA@demo.example' }).catch(() => undefined)
    expect(tokenCalls()).toHaveLength(1)
    expect(Object.fromEntries(new URLSearchParams(tokenCalls()[0]!.body))).toEqual({ grant_type: 'refresh_token', refresh_token: '1//0olga', client_id: 'client', client_secret: 'secret' })
    expect(new Set(calendarCalls().map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer ya29.1']))
    tokens = () => ({ body: { access_token: 'short', expires_in: 30 } })
    const peter = { mailbox: 'peter@demo.example', refreshToken: '1//0peter' }
    await source.verify(peter)
    await source.verify(peter)
    expect(tokenCalls()).toHaveLength(3)
  })

  it('replaces a refused token once, and then says that the access has ended', async () => {
    const { source } = adapter()
    answer = ({ headers }) => (headers.authorization === 'Bearer ya29.1' ? refusal(401, 'authError') : { body: { items: [] } })
    await source.verify(access)
    expect(calendarCalls().map(({ headers }) => headers.authorization)).toEqual(['Bearer ya29.1', 'Bearer ya29.2'])
    answer = () => refusal(401, 'authError')
    expect(await codeOf(source.verify(access))).toBe('auth-expired')
    expect([calendarCalls().length, tokenCalls().length]).toEqual([4, 3])
  })

  it('remembers a consent that was taken back: no storm, until there is another or an hour has passed', async () => {
    const { source } = adapter()
    tokens = () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } })
    for (let i = 0; i < 5; i += 1) expect(await codeOf(source.verify(access))).toBe('auth-expired')
    expect([tokenCalls().length, calendarCalls().length]).toEqual([1, 0])
    tokens = () => ({ body: { access_token: 'ya29.new' } })
    await source.verify({ ...access, refreshToken: '1//0another' })
    now += 3_600_001
    await source.verify(access)
    expect(tokenCalls()).toHaveLength(3)
  })

  it.each([['invalid_client', 401, 'not-configured'], ['unauthorized_client', 401, 'forbidden'], ['invalid_scope', 400, 'consent-missing'], ['something_new', 400, 'rejected'], ['server_error', 500, 'temporary']])('the token endpoint says %s', async (error, status, code) => {
    tokens = () => ({ status, body: { error } })
    expect(await codeOf(adapter().source.verify(access))).toBe(code)
  })

  it('without a consent asks nobody; a local house is opened by the mailbox\'s name', async () => {
    const without = { ...access, refreshToken: null }
    expect(await codeOf(adapter().source.verify(without))).toBe('consent-missing')
    expect(seen).toEqual([])
    await adapter({ withoutConsent: true }).source.verify(without)
    expect(new URLSearchParams(tokenCalls()[0]!.body).get('refresh_token')).toBe('demo:olga@demo.example')
  })

  it('with a service account speaks for the mailbox, with exactly one scope for reading and one for writing', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-key-'))
    const file = path.join(folder, 'key.json')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
    fs.writeFileSync(file, JSON.stringify({ client_email: 'sync@project.iam.example', private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }), private_key_id: 'k1' }))
    const { source, own } = adapter({ delegationKeyFile: file })
    await source.verify(access)
    answer = () => refusal(404, 'notFound')
    await own.remove(access, 'a')
    const claims = tokenCalls().map(({ body }) => decodeJwt(new URLSearchParams(body).get('assertion') ?? ''))
    expect(claims.map(({ sub, iss, scope, aud }) => [sub, iss, scope, aud])).toEqual(['calendar.events.readonly', 'calendar.events.owned'].map((scope) => ['olga@demo.example', 'sync@project.iam.example', `https://www.googleapis.com/auth/${scope}`, `${root}/token`]))
    expect(decodeProtectedHeader(new URLSearchParams(tokenCalls()[0]!.body).get('assertion') ?? '')).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' })
    fs.rmSync(folder, { recursive: true })
    expect(await codeOf(adapter({ delegationKeyFile: file }).source.verify(access))).toBe('not-configured')
  })

  it('never has more than four requests under way for one mailbox', async () => {
    const { source } = adapter()
    let [under, most] = [0, 0]
    answer = () => {
      most = Math.max(most, ++under)
      return { body: { items: [] }, wait: new Promise((resolve) => { setTimeout(resolve, 20) }).then(() => { under -= 1 }) }
    }
    await Promise.all(Array.from({ length: 12 }, () => source.verify(access)))
    expect([most, calendarCalls().length]).toEqual([4, 12])
  })
})

describe('channels', () => {
  const order = { id: 'channel-1', url: 'https://crm.example/webhooks/google-calendar', lifecycleUrl: '', secret: 'ring' }

  it('are ordered with address and secret, renewed by a new one beside the old, and stopped by both ids', async () => {
    const { source } = adapter()
    answer = ({ path: at, body }) => (at.endsWith('/watch') ? { body: { kind: 'api#channel', id: (JSON.parse(body) as { id: string }).id, resourceId: 'r1', expiration: '1795000000000' } } : { status: 204 })
    const bell = await source.subscribe(access, order)
    expect(bell).toEqual({ subscriptionId: 'channel-1', resourceId: 'r1', expiresAt: 1_795_000_000_000 })
    expect(JSON.parse(calendarCalls()[0]!.body)).toEqual({ id: 'channel-1', type: 'web_hook', address: order.url, token: 'ring', expiration: String(now + 7 * 86_400_000) })
    expect((await source.renew(access, bell, { ...order, id: 'channel-2' })).subscriptionId).toBe('channel-2')
    expect(calendarCalls().map(({ path: at }) => at)).toEqual([`${events}/watch`, `${events}/watch`, '/house/calendar/v3/channels/stop'])
    expect(JSON.parse(calendarCalls()[2]!.body)).toEqual({ id: 'channel-1', resourceId: 'r1' })
  })

  it('that are not there any more need no stopping; a new one counts although the old can\'t be stopped', async () => {
    const { source } = adapter()
    answer = () => refusal(404, 'notFound')
    await source.unsubscribe(access, { subscriptionId: 'channel-1', resourceId: 'r1', expiresAt: 0 })
    answer = ({ path: at }) => (at.endsWith('/watch') ? { body: { id: 'channel-2', resourceId: 'r1' } } : refusal(500, 'backendError'))
    expect(await source.renew(access, { subscriptionId: 'channel-1', resourceId: 'r1', expiresAt: 0 }, { ...order, id: 'channel-2' })).toEqual({ subscriptionId: 'channel-2', resourceId: 'r1', expiresAt: now + 7 * 86_400_000 })
  })

  it('whose address Google does not take are rejected, also when it says so with 401', async () => {
    answer = () => refusal(401, 'webhookUrlUnauthorized', 'push')
    expect(await codeOf(adapter().source.subscribe(access, order))).toBe('rejected')
    expect(calendarCalls()).toHaveLength(1)
  })
})
