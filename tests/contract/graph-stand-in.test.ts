import type { CalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { startBellListener } from '../support/bell-listener'
import { startGraphStand, type GraphStand } from '../support/graph-stand'

const olga = { name: 'Olga Smirnova', address: 'olga@firm.example' }
const anna = { name: 'Anna Berg', address: 'anna@firm.example' }
const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z'
const deltaOf = (address: string) => `/users/${address}/calendarView/delta`
const json = { 'content-type': 'application/json' }
interface Row { id: string; type?: string; subject?: string; '@removed'?: unknown; cancelledOccurrences?: string[] }
interface Page { value: Row[]; '@odata.nextLink'?: string; '@odata.deltaLink'?: string }

let stand: GraphStand
let world: CalendarWorld
beforeEach(async () => {
  stand = await startGraphStand({ foreignTenants: ['bbbbbbbb-1111-4222-8333-444444444444'] })
  world = stand.world
  world.addMailbox({ ...olga, kind: 'exchange' })
  world.addMailbox({ ...anna, kind: 'exchange' })
})
afterEach(() => stand.close())

const meeting = (from = '2026-11-25T09:00:00Z') => world.create({ organizer: olga, attendees: [anna], span: { allDay: false, from: Date.parse(from), to: Date.parse(from) + 3_600_000 }, subject: 'Plans' })
const daily = (count: number) => world.create({ organizer: olga, span: { allDay: false, from: Date.parse('2026-11-25T09:00:00Z'), to: Date.parse('2026-11-25T10:00:00Z') }, recurrence: { every: 'day', count }, subject: 'Daily' })
async function pageAt(path: string, prefer = 'IdType="ImmutableId", odata.maxpagesize=50'): Promise<Page> {
  const answer = await stand.ask(path, { headers: { prefer } })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Page
}
async function round(path: string, prefer?: string) {
  const rows: Row[] = []
  let pages = 0
  for (let at = path; ; pages += 1) {
    const page = await pageAt(at, prefer)
    rows.push(...page.value)
    if (page['@odata.deltaLink'] !== undefined) return { rows, pages: pages + 1, deltaLink: page['@odata.deltaLink'] }
    at = page['@odata.nextLink'] ?? ''
  }
}
const refusalOf = async (answer: Response) => [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]
const asking = async (path: string, options?: Parameters<GraphStand['ask']>[1]) => refusalOf(await stand.ask(path, options))

test.each([
  ['no window', `${deltaOf(olga.address)}`, 400, 'ErrorInvalidParameter'],
  ['a selection', `${deltaOf(olga.address)}?${window}&$select=subject`, 400, 'ErrorInvalidUrlQuery'],
  ['a filter', `${deltaOf(olga.address)}?${window}&$filter=x`, 400, 'ErrorInvalidUrlQuery'],
  ['more than 1,825 days', `${deltaOf(olga.address)}?startDateTime=2020-01-01&endDateTime=2026-01-01`, 400, 'ErrorInvalidRequest'],
  ['a token of nobody\'s', `${deltaOf(olga.address)}?$deltatoken=garbage`, 400, 'ErrorInvalidUrlQuery'],
  ['a mailbox that is not there', `${deltaOf('nobody@firm.example')}?${window}`, 404, 'ErrorInvalidUser'],
  ['an event that is not there', `/users/${olga.address}/events/AAMkADnothing`, 404, 'ErrorItemNotFound'],
  ['a segment that Graph does not have', `/users/${olga.address}/teas`, 400, 'BadRequest'],
])('%s is refused', async (_name, path, status, code) => expect(await asking(path)).toEqual([status, code]))

test('a request without a good token is refused, and one of another tenant sees nothing', async () => {
  const path = `${deltaOf(olga.address)}?${window}`
  expect(await asking(path, { token: null })).toEqual([401, 'InvalidAuthenticationToken'])
  expect(await asking(path, { token: 'made up' })).toEqual([401, 'InvalidAuthenticationToken'])
  expect(await asking(path, { token: stand.graph.tokens.issue('bbbbbbbb-1111-4222-8333-444444444444') })).toEqual([403, 'ErrorAccessDenied'])
  const token = stand.graph.tokens.issue()
  expect((await stand.ask(path, { token })).status).toBe(200)
  stand.clock.advance(3_600_000)
  expect(await asking(path, { token })).toEqual([401, 'InvalidAuthenticationToken'])
})

test('tokens are given for client credentials, and for nothing else', async () => {
  const { tenant, clientId, clientSecret } = stand.graph.app
  const post = (body: Record<string, string>, house = tenant) => fetch(`${stand.root}/${house}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(body) })
  const good = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'https://graph.microsoft.com/.default' }
  const { access_token: token } = (await (await post(good)).json()) as { access_token: string }
  expect((await stand.ask(`${deltaOf(olga.address)}?${window}`, { token })).status).toBe(200)
  for (const wrong of [{ client_secret: 'wrong' }, { client_id: 'wrong' }, { scope: 'User.Read' }, { grant_type: 'password' }]) expect((await post({ ...good, ...wrong })).status).toBeGreaterThanOrEqual(400)
  expect((await post(good, 'another-tenant')).status).toBe(400)
})

test('the window is frozen in the link, and what lies outside is a tombstone', async () => {
  const inside = meeting()
  const first = await round(`${deltaOf(olga.address)}?${window}`)
  const outside = meeting('2029-01-01T09:00:00Z')
  world.move(inside.id, { allDay: false, from: Date.parse('2028-01-01T09:00:00Z'), to: Date.parse('2028-01-01T10:00:00Z') })
  const { rows } = await round(first.deltaLink)
  expect(rows.map((row) => [row.id, row['@removed'] !== undefined])).toEqual([[outside.eventIds[olga.address], true], [inside.eventIds[olga.address], true]])
  expect((await stand.ask(`/users/${olga.address}/events/${inside.eventIds[olga.address]}`)).status).toBe(200)
})

test('occurrences are bare, their series stands among the rows, and a deleted date is told by the series alone', async () => {
  const { id, eventIds } = daily(3)
  const first = await round(`${deltaOf(olga.address)}?${window}`)
  expect(first.rows.map(({ type }) => type)).toEqual(['seriesMaster', 'occurrence', 'occurrence', 'occurrence'])
  expect(Object.keys(first.rows[1] ?? {}).sort()).toEqual(['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'])
  world.deleteOccurrence(id, world.slots(id)[1] ?? '')
  const { rows } = await round(first.deltaLink)
  expect(rows.map(({ type }) => type)).toEqual(['seriesMaster'])
  const series = eventIds[olga.address] ?? ''
  const whole = (await (await stand.ask(`/users/${olga.address}/events/${series}?$select=subject,cancelledOccurrences`, { headers: { prefer: 'IdType="ImmutableId"' } })).json()) as Row
  expect(whole.cancelledOccurrences).toEqual([`OID.${series}.2026-11-26`])
})

test('pages may be empty, and items may come twice', async () => {
  Object.assign(stand.graph.habits, { emptyEvery: 2, repeat: true })
  for (let i = 0; i < 12; i++) meeting()
  const { rows, pages } = await round(`${deltaOf(olga.address)}?${window}`, 'odata.maxpagesize=5')
  expect(new Set(rows.map(({ id }) => id)).size).toBe(12)
  expect(rows.length).toBe(16)
  expect(pages).toBeGreaterThan(4)
})

test('expired rounds are 410, with an empty token to begin anew', async () => {
  const { deltaLink } = await round(`${deltaOf(olga.address)}?${window}`)
  stand.graph.expireRounds(olga.address)
  const answer = await stand.ask(deltaLink)
  expect(answer.headers.get('location')).toMatch(/\?\$deltatoken=$/)
  expect(await refusalOf(answer)).toEqual([410, 'SyncStateNotFound'])
})

test('a fifth request at once is refused and counted, and so is one before a Retry-After has ended', async () => {
  stand.graph.gate.state.latencyMs = 50
  const all = await Promise.all(Array.from({ length: 6 }, () => stand.ask(`${deltaOf(olga.address)}?${window}`)))
  expect(all.filter(({ status }) => status === 429)).toHaveLength(2)
  expect(await asking(`${deltaOf(olga.address)}?${window}`)).toEqual([429, 'ApplicationThrottled'])
  expect(stand.graph.gate.counts(olga.address)).toMatchObject({ requests: 7, tooMany: 2, early: 1, mostInFlight: 5 })
  stand.clock.advance(2_000)
  expect((await stand.ask(`${deltaOf(olga.address)}?${window}`)).status).toBe(200)
})

test('troubles meet those whom they are meant for, in their order', async () => {
  const { troubles } = stand.graph
  troubles.add({ kind: 'throttled', retryAfter: null }, { mailbox: olga.address })
  troubles.add({ kind: 'status', status: 502, html: true }, { mailbox: olga.address })
  const path = `${deltaOf(olga.address)}?${window}`
  expect((await stand.ask(`${deltaOf(anna.address)}?${window}`)).status).toBe(200)
  const throttled = await stand.ask(path)
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, null])
  expect((await (await stand.ask(path)).text()).startsWith('<!DOCTYPE html>')).toBe(true)
  troubles.add({ kind: 'truncated' })
  await expect((await stand.ask(path)).json()).rejects.toThrow('JSON')
  troubles.add({ kind: 'reset' })
  await expect(stand.ask(path)).rejects.toThrow()
  troubles.add({ kind: 'mid-body' })
  await expect(stand.ask(path).then((answer) => answer.text())).rejects.toThrow()
  troubles.add({ kind: 'foreign-link', host: 'http://elsewhere.example' })
  expect((await pageAt(path))['@odata.nextLink']).toMatch(/^http:\/\/elsewhere\.example\//)
  troubles.add({ kind: 'both-links' })
  expect(Object.keys(await pageAt(path))).toEqual(expect.arrayContaining(['@odata.nextLink', '@odata.deltaLink']))
  expect(troubles.waiting()).toBe(0)
})

test('an appointment that is made twice by one transaction is one, and nobody is written to', async () => {
  const body = JSON.stringify({ subject: 'Mine', start: { dateTime: '2026-11-26T10:00:00', timeZone: 'W. Europe Standard Time' }, end: { dateTime: '2026-11-26T11:00:00', timeZone: 'W. Europe Standard Time' }, transactionId: 'one' })
  const make = async () => (await (await stand.ask(`/users/${olga.address}/events`, { method: 'POST', headers: json, body })).json()) as Row & { start: { dateTime: string }; '@odata.etag': string }
  const first = await make()
  expect((await make()).id).toBe(first.id)
  expect(first.start.dateTime).toBe('2026-11-26T09:00:00.0000000')
  const at = `/users/${olga.address}/events/${first.id}`
  const patched = await stand.ask(at, { method: 'PATCH', headers: { ...json, 'if-match': first['@odata.etag'] }, body: JSON.stringify({ subject: 'Ours' }) })
  expect(patched.status).toBe(200)
  expect(await asking(at, { method: 'PATCH', headers: { ...json, 'if-match': first['@odata.etag'] }, body: '{}' })).toEqual([412, 'ErrorIrresolvableConflict'])
  expect((await stand.ask(at, { method: 'DELETE' })).status).toBe(204)
  expect(stand.graph.letters).toEqual([])
})

test('guests would be written to, and that is counted', async () => {
  const { eventIds } = meeting()
  await stand.ask(`/users/${olga.address}/events/${eventIds[olga.address]}`, { method: 'DELETE' })
  expect(stand.graph.letters).toEqual([{ mailbox: olga.address, to: anna.address, about: 'cancellation' }])
})

test('without the permission to write, writing is refused', async () => {
  stand.graph.tokens.state.roles = ['Calendars.Read']
  expect(await asking(`/users/${olga.address}/events`, { method: 'POST', headers: json, body: '{}' })).toEqual([403, 'ErrorAccessDenied'])
  expect((await stand.ask(`${deltaOf(olga.address)}?${window}`)).status).toBe(200)
})

test('a subscription is made after both addresses answered, once, for less than seven days', async () => {
  const bell = await startBellListener()
  const post = (more: Record<string, unknown> = {}) => stand.ask('/subscriptions', { method: 'POST', headers: json, body: JSON.stringify({
    changeType: 'created,updated,deleted', resource: `/users/${olga.address}/events`, notificationUrl: bell.url, lifecycleNotificationUrl: bell.lifecycleUrl, clientState: 'secret', expirationDateTime: new Date(stand.clock.now().getTime() + 86_400_000).toISOString(), ...more,
  }) })
  bell.state.deaf = true
  expect(await refusalOf(await post())).toEqual([400, 'ValidationError'])
  bell.state.deaf = false
  expect(await refusalOf(await post({ expirationDateTime: new Date(stand.clock.now().getTime() + 8 * 86_400_000).toISOString() }))).toEqual([400, 'InvalidRequest'])
  expect((await post()).status).toBe(201)
  expect(await refusalOf(await post())).toEqual([409, 'Conflict'])
  meeting()
  stand.graph.subscriptions.lifecycle('missed')
  await stand.graph.notices.settled()
  expect(bell.heard.map(({ path, body }) => [path, ...['created', 'updated', 'missed', '"clientState":"secret"'].filter((word) => body.includes(`"${word}"`) || body.includes(word))])).toEqual(expect.arrayContaining([['/bell', 'created', '"clientState":"secret"'], ['/bell', 'updated', '"clientState":"secret"'], ['/lifecycle', 'missed', '"clientState":"secret"']]))
  stand.clock.advance(86_400_001)
  expect(stand.graph.subscriptions.list()).toEqual([])
  await bell.close()
})

test('bells that are not answered are rung again; silent ones are not', async () => {
  const bell = await startBellListener()
  stand.graph.bells.retryMs = 10
  await stand.ask('/subscriptions', { method: 'POST', headers: json, body: JSON.stringify({ changeType: 'updated', resource: `users/${olga.address}/events`, notificationUrl: bell.url, expirationDateTime: new Date(stand.clock.now().getTime() + 86_400_000).toISOString() }) })
  bell.state.status = 500
  const { id } = meeting()
  await stand.graph.notices.settled()
  expect(bell.heard).toHaveLength(4)
  stand.graph.bells.drop = true
  world.edit(id, { subject: 'Other' })
  await stand.graph.notices.settled()
  expect(bell.heard).toHaveLength(4)
  await bell.close()
})
