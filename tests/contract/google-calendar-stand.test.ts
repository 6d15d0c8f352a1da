import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type GoogleCalendarStand, startGoogleCalendarStand } from '../support/google-calendar-stand'

const anna = 'anna@demo.example'
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
let stand: GoogleCalendarStand
let token: string
beforeEach(async () => {
  stand = await startGoogleCalendarStand()
  stand.world.addMailbox({ address: anna, kind: 'google', name: 'Anna Orlova', zone: 'Europe/Moscow' })
  token = await stand.tokenOf(anna)
})
afterEach(() => stand.close())

interface Item { id: string; status: string; etag: string; summary?: string; start?: { dateTime?: string; date?: string; timeZone?: string }; recurringEventId?: string; originalStartTime?: { dateTime: string }; iCalUID?: string }
interface Answer { status: number; headers: Headers; body: { items: Item[]; nextPageToken?: string; nextSyncToken?: string; error?: { code: number; errors: { reason: string; domain: string }[] } } & Item & Record<string, unknown> }

async function call(method: string, path: string, { body, headers = {}, as = token }: { body?: unknown; headers?: Record<string, string>; as?: string } = {}): Promise<Answer> {
  const response = await fetch(stand.root + path, {
    method, headers: { authorization: `Bearer ${as}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] }
}
const events = `/calendar/v3/calendars/${encodeURIComponent(anna)}/events`
const list = (query: Record<string, string> = {}) => call('GET', `${events}?${new URLSearchParams({ singleEvents: 'true', ...query })}`)
const reasonOf = ({ status, body }: Answer) => `${status} ${body.error?.errors[0]?.reason}`
/** Whole minutes: clocks of calendars have no finer ones. */
const soon = () => Math.ceil((stand.clock.now().getTime() + hour) / minute) * minute
const span = (from: number) => ({ allDay: false as const, from, to: from + 30 * minute })
const own = (subject: string, from = soon()) => stand.world.create({ organizer: { name: 'Anna', address: anna }, attendees: [{ name: 'John', address: 'john@beta.example' }], subject, span: span(from) })
const idOf = (made: { eventIds: Readonly<Record<string, string>> }) => made.eventIds[anna] ?? ''

describe('the list', () => {
  it('gives pages of the size asked for, and a sync token on the last one only', async () => {
    for (let i = 0; i < 5; i++) own(`Meeting ${i}`, soon() + i * hour)
    const first = await list({ maxResults: '2' })
    const second = await list({ maxResults: '2', pageToken: String(first.body.nextPageToken) })
    const third = await list({ maxResults: '2', pageToken: String(second.body.nextPageToken) })
    expect([first, second, third].map(({ body }) => body.items.length)).toEqual([2, 2, 1])
    expect([first, second, third].map(({ body }) => body.nextSyncToken !== undefined)).toEqual([false, false, true])
    expect(new Set([first, second, third].flatMap(({ body }) => body.items.map(({ id }) => id))).size).toBe(5)
    expect(third.body.nextPageToken).toBeUndefined()
  })

  it('refuses a page token with other parameters', async () => {
    for (let i = 0; i < 3; i++) own(`Meeting ${i}`)
    const { body } = await list({ maxResults: '2' })
    expect(reasonOf(await list({ maxResults: '3', pageToken: String(body.nextPageToken) }))).toBe('400 invalid')
  })

  it.each(['timeMin', 'timeMax', 'updatedMin', 'q', 'iCalUID', 'orderBy', 'privateExtendedProperty', 'sharedExtendedProperty'])('refuses a sync token together with %s', async (name) => {
    const { body } = await list()
    const value = /Min|Max/.test(name) ? '2026-11-01T00:00:00Z' : name === 'orderBy' ? 'startTime' : 'a=b'
    expect(reasonOf(await list({ syncToken: String(body.nextSyncToken), [name]: value }))).toBe('400 invalid')
  })

  it('refuses to hide what was deleted after a sync token, and an empty range', async () => {
    const { body } = await list()
    expect(reasonOf(await list({ syncToken: String(body.nextSyncToken), showDeleted: 'false' }))).toBe('400 invalid')
    expect(reasonOf(await list({ timeMin: '2026-12-01T00:00:00Z', timeMax: '2026-11-01T00:00:00Z' }))).toBe('400 timeRangeEmpty')
  })

  it('tells after a sync token what changed since its round began, and of what is gone the id alone', async () => {
    own('Kept')
    const [moved, gone] = [own('Moved'), own('Gone')]
    const first = await list({ timeMin: stand.clock.now().toISOString(), timeMax: new Date(soon() + 7 * day).toISOString() })
    stand.world.move(moved.id, span(soon() + 300 * day))
    stand.world.cancel(gone.id)
    const { body } = await list({ syncToken: String(first.body.nextSyncToken) })
    expect(body.items.map(({ id }) => id).sort()).toEqual([idOf(moved), idOf(gone)].sort())
    expect(body.items.find(({ id }) => id === idOf(gone))).toEqual({ kind: 'calendar#event', etag: expect.any(String), id: idOf(gone), status: 'cancelled' })
    expect(body.items.find(({ id }) => id === idOf(moved))?.summary).toBe('Moved')
    expect((await list({ syncToken: String(body.nextSyncToken) })).body.items).toEqual([])
  })

  it('does not lose what changes while pages are read', async () => {
    const made = Array.from({ length: 4 }, (_, i) => own(`Meeting ${i}`, soon() + i * hour))
    const first = await list({ maxResults: '2' })
    stand.world.edit(made[0]?.id ?? '', { subject: 'Changed meanwhile' })
    const last = await list({ maxResults: '2', pageToken: String(first.body.nextPageToken) })
    const { body } = await list({ maxResults: '2', syncToken: String(last.body.nextSyncToken) })
    expect(body.items.map(({ summary }) => summary)).toEqual(['Changed meanwhile'])
  })

  it('gives a series as its dates, and a date that was taken out with its slot', async () => {
    const from = soon()
    const series = stand.world.create({ organizer: { name: 'Anna', address: anna }, subject: 'Weekly', span: span(from), recurrence: { every: 'week', count: 4 } })
    const first = await list({ timeMin: new Date(from - day).toISOString(), timeMax: new Date(from + 60 * day).toISOString() })
    expect(first.body.items.map(({ recurringEventId }) => recurringEventId)).toEqual(Array(4).fill(idOf(series)))
    stand.world.deleteOccurrence(series.id, stand.world.slots(series.id)[1] ?? 0)
    const { body } = await list({ syncToken: String(first.body.nextSyncToken) })
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ status: 'cancelled', recurringEventId: idOf(series) })
    expect(Date.parse(body.items[0]?.originalStartTime?.dateTime ?? '')).toBe(stand.world.slots(series.id)[1])
    expect(body.items[0]?.summary).toBeUndefined()
  })

  it('tells the former dates of a series that has hours now', async () => {
    const series = stand.world.create({ organizer: { name: 'Anna', address: anna }, subject: 'Fair', span: { allDay: true, from: '2026-12-01', to: '2026-12-02' }, recurrence: { every: 'week', count: 2 } })
    const { body } = await list()
    stand.world.move(series.id, span(soon()))
    const changed = (await list({ syncToken: String(body.nextSyncToken) })).body.items
    expect(changed.filter(({ status }) => status === 'cancelled').map(({ id }) => id).sort()).toEqual(body.items.map(({ id }) => id).sort())
    expect(changed.filter(({ status }) => status === 'confirmed')).toHaveLength(2)
  })

  it('gives series as rules when dates are not asked for one by one', async () => {
    stand.world.create({ organizer: { name: 'Anna', address: anna }, subject: 'Weekly', span: span(soon()), recurrence: { every: 'week', count: 4 } })
    const { body } = await list({ singleEvents: 'false' })
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ summary: 'Weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] })
    expect(reasonOf(await list({ singleEvents: 'false', orderBy: 'startTime' }))).toBe('400 invalid')
  })

  it('hides deleted events at first, unless they are asked for', async () => {
    stand.world.cancel(own('Gone').id)
    expect((await list()).body.items).toEqual([])
    expect((await list({ showDeleted: 'true' })).body.items.map(({ status }) => status)).toEqual(['cancelled'])
  })

  it('answers a sync token that it forgot with 410, and nonsense with 400', async () => {
    const { body } = await list()
    stand.google.expireCursors(anna)
    expect(reasonOf(await list({ syncToken: String(body.nextSyncToken) }))).toBe('410 fullSyncRequired')
    expect(reasonOf(await list({ syncToken: 'nonsense' }))).toBe('400 invalid')
  })

  it('writes times with the offset of their zone', async () => {
    stand.world.create({ organizer: { name: 'Anna', address: anna }, subject: 'Winter', span: { allDay: false, from: Date.parse('2026-12-01T12:00:00Z'), to: Date.parse('2026-12-01T13:00:00Z') }, zone: 'America/New_York' })
    stand.world.create({ organizer: { name: 'Anna', address: anna }, subject: 'Day', span: { allDay: true, from: '2026-12-02', to: '2026-12-03' } })
    const { body } = await list()
    expect(body.items.map(({ start }) => start)).toEqual([{ dateTime: '2026-12-01T07:00:00-05:00', timeZone: 'America/New_York' }, { date: '2026-12-02' }])
  })
})

describe('what a program writes', () => {
  const body = (more = {}) => ({ summary: 'Own', start: { dateTime: '2026-12-01T10:00:00', timeZone: 'Europe/Moscow' }, end: { dateTime: '2026-12-01T11:00:00', timeZone: 'Europe/Moscow' }, ...more })

  it('takes an id that the program chose, once', async () => {
    const made = await call('POST', `${events}?sendUpdates=none`, { body: body({ id: 'abc01234', extendedProperties: { private: { ours: 'c-1' } } }) })
    expect(made.body).toMatchObject({ id: 'abc01234', summary: 'Own', start: { dateTime: '2026-12-01T10:00:00+03:00' }, extendedProperties: { private: { ours: 'c-1' } } })
    expect(reasonOf(await call('POST', events, { body: body({ id: 'abc01234' }) }))).toBe('409 duplicate')
    expect(reasonOf(await call('POST', events, { body: body({ id: 'Not base32hex!' }) }))).toBe('400 invalid')
    expect((await list()).body.items.map(({ id }) => id)).toEqual(['abc01234'])
    expect((await call('GET', `${events}/abc01234`)).body.summary).toBe('Own')
  })

  it('refuses a change of what changed meanwhile', async () => {
    const made = await call('POST', events, { body: body() })
    const changed = await call('PATCH', `${events}/${made.body.id}`, { body: { summary: 'Second' }, headers: { 'if-match': made.body.etag } })
    expect(changed.body.summary).toBe('Second')
    expect(reasonOf(await call('PATCH', `${events}/${made.body.id}`, { body: { summary: 'Third' }, headers: { 'if-match': made.body.etag } }))).toBe('412 conditionNotMet')
    expect((await call('PUT', `${events}/${made.body.id}`, { body: { ...body(), summary: 'Whole' }, headers: { 'if-match': changed.body.etag } })).body.summary).toBe('Whole')
  })

  it('deletes once: the second time it is gone, and a strange id was never there', async () => {
    const made = await call('POST', events, { body: body() })
    expect((await call('DELETE', `${events}/${made.body.id}`)).status).toBe(204)
    expect(reasonOf(await call('DELETE', `${events}/${made.body.id}`))).toBe('410 deleted')
    expect(reasonOf(await call('DELETE', `${events}/neverthere`))).toBe('404 notFound')
    expect((await call('GET', `${events}/${made.body.id}`)).body.status).toBe('cancelled')
  })

  it('counts the guests who would get a letter', async () => {
    await call('POST', `${events}?sendUpdates=none`, { body: body({ attendees: [{ email: 'john@beta.example' }] }) })
    expect(stand.google.counts.letters()).toBe(0)
    await call('DELETE', `${events}/${idOf(own('With a guest'))}`)
    expect(stand.google.counts.letters()).toBe(1)
  })
})

describe('the bell', () => {
  let rings: http.IncomingMessage[]
  let bell: http.Server
  let address: string
  beforeEach(async () => {
    rings = []
    bell = http.createServer((request, response) => { rings.push(request); response.end() })
    await new Promise<void>((resolve) => bell.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(bell.address() as AddressInfo).port}/bell`
  })
  afterEach(() => { bell.closeAllConnections(); bell.close() })
  const watch = (more: Record<string, unknown> = {}) => call('POST', `${events}/watch`, { body: { id: 'channel-1', type: 'web_hook', address, token: 'secret', ...more } })

  it('says sync at first and exists after a change, with an empty body', async () => {
    const { body } = await watch()
    own('New')
    await stand.google.channels.settle()
    expect(rings.map(({ headers }) => headers['x-goog-resource-state'])).toEqual(['sync', 'exists'])
    expect(rings[1]?.headers).toMatchObject({ 'x-goog-channel-id': 'channel-1', 'x-goog-channel-token': 'secret', 'x-goog-resource-id': body.resourceId, 'content-length': '0' })
  })

  it('lives a week unless told otherwise, and is silent afterwards', async () => {
    const { body } = await watch()
    expect(Number(body.expiration) - stand.clock.now().getTime()).toBeCloseTo(7 * day, -4)
    const short = await watch({ id: 'channel-2', params: { ttl: '3600' } })
    expect(Number(short.body.expiration) - stand.clock.now().getTime()).toBeCloseTo(hour, -4)
    await stand.google.channels.settle()
    stand.clock.advance(8 * day)
    own('Nobody hears')
    await stand.google.channels.settle()
    expect(rings).toHaveLength(2)
  })

  it('refuses a second channel of the same id, plain http beyond this machine, and other types', async () => {
    await watch()
    expect(reasonOf(await watch())).toBe('400 channelIdNotUnique')
    expect(reasonOf(await watch({ id: 'channel-3', address: 'http://crm.example/bell' }))).toBe('400 webhookUrlNotHttps')
    expect(reasonOf(await watch({ id: 'channel-4', type: 'pigeon' }))).toBe('400 invalid')
    expect(reasonOf(await watch({ id: 'x'.repeat(65) }))).toBe('400 invalid')
  })

  it('stops when it is stopped, by both of its ids', async () => {
    const { body } = await watch()
    expect(reasonOf(await call('POST', '/calendar/v3/channels/stop', { body: { id: 'channel-1', resourceId: 'other' } }))).toBe('404 notFound')
    expect((await call('POST', '/calendar/v3/channels/stop', { body: { id: 'channel-1', resourceId: body.resourceId } })).status).toBe(204)
    await stand.google.channels.settle()
    rings.length = 0
    own('Nobody hears')
    await stand.google.channels.settle()
    expect(rings).toEqual([])
  })
})

describe('who may', () => {
  it('answers a strange token with 401, another calendar with 404, and a token that only reads with 403', async () => {
    expect(reasonOf(await call('GET', events, { as: 'nobody' }))).toBe('401 authError')
    stand.world.addMailbox({ address: 'peter@demo.example', kind: 'google' })
    expect(reasonOf(await call('GET', '/calendar/v3/calendars/peter%40demo.example/events'))).toBe('404 notFound')
    const reading = stand.google.accounts.accessFor({ mailbox: anna, scopes: ['https://www.googleapis.com/auth/calendar.events.readonly'] })
    expect(reasonOf(await call('POST', events, { as: reading, body: {} }))).toBe('403 insufficientPermissions')
    expect((await call('GET', events, { as: reading })).status).toBe(200)
  })

  it('gives no token to whom it was taken back', async () => {
    stand.google.accounts.signOut(anna)
    const refused = await fetch(`${stand.root}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: `demo:${anna}`, client_id: 'stand', client_secret: 'secret' }) })
    expect([refused.status, await refused.json()]).toEqual([400, { error: 'invalid_grant', error_description: expect.any(String) }])
    expect(reasonOf(await list())).toBe('401 authError')
  })

  it('gives a code for a consent, and a refresh token for the code with its proof, once', async () => {
    const verifier = 'a'.repeat(43)
    const asked = {
      client_id: 'stand', redirect_uri: 'http://127.0.0.1:9/google/consent', response_type: 'code', scope: 'https://www.googleapis.com/auth/calendar.events.readonly openid email', state: 's-1', access_type: 'offline', prompt: 'consent',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', login_hint: anna,
    }
    const page = await fetch(`${stand.root}/o/oauth2/v2/auth?${new URLSearchParams(asked)}`)
    expect(await page.text()).toContain('Allow')
    const decide = async (decision: string) => new URL((await fetch(`${stand.root}/o/oauth2/v2/auth`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...asked, account: anna, decision }) })).headers.get('location') ?? '')
    expect(Object.fromEntries((await decide('deny')).searchParams)).toEqual({ state: 's-1', error: 'access_denied' })
    const agreed = (await decide('allow')).searchParams
    const redeem = async (proof: string, code = String(agreed.get('code'))) => {
      const response = await fetch(`${stand.root}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code, client_id: 'stand', client_secret: 'secret', redirect_uri: asked.redirect_uri, code_verifier: proof }) })
      return (await response.json()) as { refresh_token?: string; access_token?: string; error?: string }
    }
    const given = await redeem(verifier)
    expect(given.refresh_token).toMatch(/^1\/\/0/)
    expect((await call('GET', events, { as: String(given.access_token) })).status).toBe(200)
    expect((await redeem(verifier)).error).toBe('invalid_grant')
    const other = (await decide('allow')).searchParams.get('code')
    expect((await redeem('b'.repeat(43), String(other))).error).toBe('invalid_grant')
  })
})

describe('what goes wrong when it is told to', () => {
  it('answers 403 or 429 with a Retry-After, and counts who comes too early', async () => {
    stand.google.troubles.order({ kind: 'user-rate', mailbox: anna, times: 1, retryAfter: '60' })
    const refused = await list()
    expect([reasonOf(refused), refused.body.error?.errors[0]?.domain, refused.headers.get('retry-after')]).toEqual(['403 userRateLimitExceeded', 'usageLimits', '60'])
    await list()
    expect(stand.google.troubles.early()).toBe(1)
    stand.clock.advance(61_000)
    await list()
    expect(stand.google.troubles.early()).toBe(1)
  })

  it('breaks off, tells pages instead of answers, turns in circles and spoils single events', async () => {
    const { troubles, poison, counts } = stand.google
    const spoiled = own('Spoiled')
    troubles.order({ kind: 'reset', times: 1 })
    await expect(list()).rejects.toThrow()
    troubles.order({ kind: 'truncated', times: 1 })
    await expect(list()).rejects.toThrow(SyntaxError)
    troubles.order({ kind: 'captive', times: 1 })
    await expect(list()).rejects.toThrow(SyntaxError)
    troubles.order({ kind: 'page-loop', times: 2 })
    const first = await list()
    expect((await list({ pageToken: String(first.body.nextPageToken) })).body.nextPageToken).toBe(first.body.nextPageToken)
    troubles.order({ kind: 'no-sync-token', times: 1 })
    expect((await list()).body.nextSyncToken).toBeUndefined()
    poison(anna, idOf(spoiled))
    expect((await list()).body.items[0]?.start).toBe('soon')
    expect(counts.requests(anna, 'list')).toBe(7)
    expect(counts.mostInFlight(anna)).toBe(1)
  })
})
