import { allPages, anna, aRow, aSeries, aWindow, bare, eventsOf, failureOf, graphWire, refusal, type Answer, type Asked, type GraphWire } from './test-support/graph-wire'

let house: GraphWire
beforeEach(async () => { house = await graphWire() })
afterEach(() => house.close())

const read = (from: Parameters<ReturnType<GraphWire['calendar']>['source']['changesSince']>[1] = aWindow) => allPages(house.calendar().source.changesSince(anna, from))
const deltaLink = () => `${house.base}/users/anna@north.example/calendarView/delta?$deltatoken=end`
const nextLink = (token: string) => `${house.base}/users/anna@north.example/calendarView/delta?$skiptoken=${token}`
/** Pages by their skip token; the first by ''. */
const pages = (byToken: Record<string, object>, others: (asked: Asked) => Answer = () => refusal(404, 'ErrorItemNotFound')) => {
  house.wire.answer = (asked) => {
    if (!asked.path.includes('/calendarView/delta')) return others(asked)
    return { json: byToken[/\$skiptoken=(.*)$/.exec(asked.path)?.[1] ?? ''] }
  }
}
const onePage = (rows: unknown[], others?: (asked: Asked) => Answer) => pages({ '': { value: rows, '@odata.deltaLink': deltaLink() } }, others)

it('a round asks for the window, follows the links as they are, and brings its preferences and token along each time', async () => {
  pages({ '': { value: [aRow()], '@odata.nextLink': nextLink('a%2Bb=c') }, 'a%2Bb=c': { value: [], '@odata.nextLink': nextLink('d') }, d: { value: [aRow({ id: 'A2' })], '@odata.deltaLink': deltaLink() } })
  const found = await read()
  expect(found.map(({ cursor, complete, changes }) => [cursor, complete, changes.length])).toEqual([[nextLink('a%2Bb=c'), false, 1], [nextLink('d'), false, 0], [deltaLink(), true, 1]])
  expect(house.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1.0/users/anna@north.example/calendarView/delta?startDateTime=2026-10-23T09:00:00Z&endDateTime=2027-05-21T09:00:00Z',
    'GET /v1.0/users/anna@north.example/calendarView/delta?$skiptoken=a%2Bb=c',
    'GET /v1.0/users/anna@north.example/calendarView/delta?$skiptoken=d',
  ])
  for (const { headers } of house.asked) {
    expect(headers.prefer).toBe('odata.maxpagesize=50, outlook.timezone="UTC", IdType="ImmutableId"')
    expect(headers.authorization).toBe('Bearer token')
  }
})
it('a page is asked for when it is taken, not before', async () => {
  pages({ '': { value: [], '@odata.nextLink': nextLink('a') }, a: { value: [], '@odata.deltaLink': deltaLink() } })
  for await (const page of house.calendar().source.changesSince(anna, aWindow)) {
    expect(house.asked).toHaveLength(1)
    expect(page.complete).toBe(false)
    break
  }
  expect(house.asked).toHaveLength(1)
})
it('an idle round is one request', async () => {
  onePage([])
  expect(await read({ cursor: deltaLink() })).toEqual([{ changes: [], cursor: deltaLink(), complete: true }])
  expect(house.asked.map(({ path }) => path)).toEqual(['/v1.0/users/anna@north.example/calendarView/delta?$deltatoken=end'])
})

describe('links that lead nowhere', () => {
  it.each([
    ['another house', 'https://evil.example/v1.0/users/x/calendarView/delta?$skiptoken=a'], ['another port', 'http://127.0.0.1:9/v1.0/delta'], ['another path of the house', 'HOUSE/v2.0/delta'],
    ['a path beside it', 'HOUSE/v1.0evil/delta'], ['a way up', 'HOUSE/v1.0/%2e%2e/admin'], ['a name and a password', 'http://a:b@HOST/v1.0/delta'], ['no address', 'delta?$skiptoken=a'],
    ['another protocol', 'file:///v1.0/delta'], ['a host in disguise', 'http://HOST@evil.example/v1.0/delta'],
  ])('%s is not asked, and nothing of the page counts', async (_name, link) => {
    const written = link.replace('HOUSE', house.origin).replace('HOST', house.origin.slice(7))
    pages({ '': { value: [aRow()], '@odata.nextLink': written } })
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
    expect(house.asked).toHaveLength(1)
  })
  it('a kept cursor of another house is not asked either: only a full round helps', async () => {
    expect(await failureOf(read({ cursor: 'https://evil.example/v1.0/delta?$deltatoken=a' }))).toMatchObject({ code: 'cursor-expired' })
    expect(house.asked).toHaveLength(0)
  })
  it('a loop of one page and a loop of many end', async () => {
    pages({ '': { value: [], '@odata.nextLink': nextLink('a') }, a: { value: [], '@odata.nextLink': nextLink('b') }, b: { value: [], '@odata.nextLink': nextLink('a') } })
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
    expect(house.asked).toHaveLength(3)
    house.wire.answer = ({ path }) => ({ json: { value: [], '@odata.nextLink': `${house.origin}${path}` } })
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
    expect(house.asked).toHaveLength(4)
  })
  it.each([['none', {}], ['both', { '@odata.nextLink': 'N', '@odata.deltaLink': 'D' }]])('%s of the links at the end moves no cursor', async (_name, links) => {
    house.wire.answer = () => ({ json: { value: [aRow()], ...Object.fromEntries(Object.keys(links).map((name) => [name, deltaLink()])) } })
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
  })
  it.each([301, 302, 307, 308])('a redirect (%i) is not followed', async (status) => {
    house.wire.answer = () => ({ status, headers: { location: `${house.origin}/v1.0/elsewhere` } })
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
    expect(house.asked).toHaveLength(1)
  })
})

it.each([[410, 'SyncStateNotFound'], [410, 'resyncRequired'], [400, 'syncStateNotFound'], [404, 'SYNCSTATENOTFOUND'], [409, 'ResyncRequired']])('%i %s: only a full round helps', async (status, code) => {
  house.wire.answer = () => refusal(status, code)
  expect(await failureOf(read({ cursor: deltaLink() }))).toMatchObject({ code: 'cursor-expired' })
})
it('410 without a word, or with the code inside, is the same', async () => {
  house.wire.answer = () => ({ status: 410, headers: { location: nextLink('') } })
  expect(await failureOf(read({ cursor: deltaLink() }))).toMatchObject({ code: 'cursor-expired' })
  house.wire.answer = () => ({ status: 400, json: { error: { code: 'BadRequest', innerError: { code: 'syncStateNotFound' } } } })
  expect(await failureOf(read())).toMatchObject({ code: 'cursor-expired' })
})

describe('series', () => {
  const ofSeries = (over: Record<string, unknown> = {}) => ({ path }: Asked): Answer => (path.includes('/events/M1?') ? { json: aSeries(over) } : refusal(404, 'ErrorItemNotFound'))
  it('bare occurrences are completed from their series, which is read once for all pages', async () => {
    pages({ '': { value: [bare('O1', '2026-11-23'), bare('O2', '2026-11-24')], '@odata.nextLink': nextLink('a') }, a: { value: [bare('O3', '2026-11-25')], '@odata.deltaLink': deltaLink() } }, ofSeries())
    const events = (await read()).flatMap(({ changes }) => eventsOf(changes))
    expect(events.map(({ eventId, seriesId, subject, originalStart, uid, text, location, changedAt }) => [eventId, seriesId, subject, originalStart, uid, text, location, changedAt])).toEqual(
      ['23', '24', '25'].map((day, index) => [`O${index + 1}`, 'M1', 'Stand-up', `2026-11-${day}T09:00:00.000Z`, 'uid-1', 'Bring the plans.', 'Hamburg', Date.parse('2026-11-20T10:00:00.123Z')]))
    expect(events[0]).toMatchObject({ start: { kind: 'instant', at: Date.parse('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin' }, attendees: [{ address: 'bert@client.example' }], mark: null })
    const masters = house.asked.filter(({ path }) => path.includes('/events/M1'))
    expect(masters).toHaveLength(1)
    expect(masters[0]?.path).toMatch(/\$select=.*cancelledOccurrences/)
    expect(masters[0]?.headers.prefer).toContain('IdType="ImmutableId"')
  })
  it('its deleted dates are told once a round, with the zone of the series', async () => {
    const others = ofSeries({ cancelledOccurrences: ['OID.M1.2026-12-01', 'OID.M1.2026-12-08', 'OID.M1.2026-12-08', 'nonsense', null] })
    pages({ '': { value: [bare('O1', '2026-11-23')], '@odata.nextLink': nextLink('a') }, a: { value: [bare('O2', '2026-11-24')], '@odata.deltaLink': deltaLink() } }, others)
    const told = (await read()).map(({ changes }) => changes.filter(({ kind }) => kind === 'series'))
    expect(told).toEqual([[{ kind: 'series', seriesId: 'M1', zone: 'Europe/Berlin', deletedDates: ['2026-12-01', '2026-12-08'] }], []])
  })
  it('a master among the rows is no appointment: its series is read, and what stood under its id has to be looked at', async () => {
    onePage([aSeries({ cancelledOccurrences: undefined })], ofSeries({ cancelledOccurrences: ['OID.M1.2026-12-01'] }))
    expect((await read())[0]?.changes).toEqual([{ kind: 'gone', eventId: 'M1' }, { kind: 'series', seriesId: 'M1', zone: 'Europe/Berlin', deletedDates: ['2026-12-01'] }])
  })
  it('a moved exception says everything itself, and keeps its slot', async () => {
    onePage([aRow({ id: 'X1', type: 'exception', seriesMasterId: 'M1', subject: 'Stand-up, later', originalStart: '2026-11-24T09:00:00Z', start: { dateTime: '2026-11-26T15:00:00.0000000', timeZone: 'UTC' }, attendees: [] })], ofSeries())
    expect(eventsOf((await read())[0]?.changes ?? [])).toMatchObject([{ eventId: 'X1', seriesId: 'M1', subject: 'Stand-up, later', originalStart: '2026-11-24T09:00:00.000Z', attendees: [] }])
  })
  it('occurrences whose series is gone meanwhile are perhaps gone too', async () => {
    onePage([bare('O1', '2026-11-23'), aRow()])
    expect((await read())[0]?.changes).toMatchObject([{ kind: 'maybe-gone', eventId: 'O1' }, { kind: 'event' }])
  })
  it.each([['refused', () => refusal(400, 'ErrorInvalidIdMalformed')], ['not to be understood', () => ({ json: { id: 'M1', subject: 7 } })]])('a series that is %s leaves its occurrences unreadable, and nothing else', async (_name, answer) => {
    onePage([bare('O1', '2026-11-23'), aRow()], answer)
    expect((await read())[0]?.changes).toMatchObject([{ kind: 'unreadable', eventId: 'O1', problem: 'series' }, { kind: 'event', event: { eventId: 'A1' } }])
  })
  it('a house that knows no deleted dates still says what the series is', async () => {
    onePage([bare('O1', '2026-11-23')], (asked) => (asked.path.includes('cancelledOccurrences') ? refusal(400, 'RequestBroker--ParseUri') : ofSeries()(asked)))
    expect((await read())[0]?.changes).toMatchObject([{ kind: 'event', event: { eventId: 'O1', subject: 'Stand-up' } }])
  })
  it('a series that can\'t be reached fails the page, so that it is asked for again', async () => {
    onePage([bare('O1', '2026-11-23')], () => refusal(503, 'serviceNotAvailable'))
    expect(await failureOf(read())).toMatchObject({ code: 'temporary' })
  })
  it.each([
    ['always fails', (): Answer => refusal(500, 'ErrorItemCorrupt')], ['is answered with a page of HTML', (): Answer => ({ text: '<html>' })], ['never comes', (): Answer => () => undefined],
    ['ends half way', (): Answer => (response) => { response.writeHead(200, { 'content-length': '1000' }).write('{"va', () => response.destroy()) }],
  ])('a series that %s three times leaves its own occurrences unreadable, when the calendar itself answers; that is asked once', async (_name, corrupt) => {
    const others = (asked: Asked): Answer => (asked.path.includes('/calendar?') ? { json: { id: 'calendar' } } : /events\/C\d/.test(asked.path) ? corrupt() : ofSeries()(asked))
    const ofCorrupt = (id: string, seriesMasterId: string) => bare(id, '2026-11-23', { seriesMasterId })
    pages({ '': { value: [ofCorrupt('O1', 'C1'), ofCorrupt('O2', 'C2'), bare('O3', '2026-11-23'), aRow()], '@odata.nextLink': nextLink('a') }, a: { value: [ofCorrupt('O4', 'C1'), ofCorrupt('O5', 'C2')], '@odata.deltaLink': deltaLink() } }, others)
    const { source } = house.calendar({ idleMs: 300, totalMs: 600 })
    for (let times = 1; times < 3; times++) expect(await failureOf(allPages(source.changesSince(anna, aWindow)))).toMatchObject({ code: expect.stringMatching(/temporary|timed-out/) as string })
    const found = await allPages(source.changesSince(anna, aWindow))
    expect(found.map(({ changes }) => changes)).toMatchObject([
      [{ kind: 'unreadable', eventId: 'O1', problem: 'series' }, { kind: 'unreadable', eventId: 'O2', problem: 'series' }, { kind: 'event', event: { eventId: 'O3', subject: 'Stand-up' } }, { kind: 'event', event: { eventId: 'A1' } }],
      [{ kind: 'unreadable', eventId: 'O4', problem: 'series' }, { kind: 'unreadable', eventId: 'O5', problem: 'series' }],
    ])
    expect(house.asked.filter(({ path }) => path.includes('/calendar?'))).toHaveLength(1)
  })
  it.each([[429, 'TooManyRequests', 'rate-limited'], [401, 'InvalidAuthenticationToken', 'auth-expired'], [403, 'ErrorAccessDenied', 'forbidden']])('%i of a series is no trouble of the series', async (status, code, ours) => {
    onePage([bare('O1', '2026-11-23')], ({ path }) => (path.includes('/calendar?') ? { json: { id: 'calendar' } } : refusal(status, code)))
    expect(await failureOf(read())).toMatchObject({ code: ours })
  })
  it('a series that is not there in other words is gone when the calendar answers; otherwise the calendar is', async () => {
    onePage([bare('O1', '2026-11-23'), aRow()], ({ path }) => (path.includes('/calendar?') ? { json: { id: 'calendar' } } : refusal(404, 'ResourceNotFound')))
    expect((await read())[0]?.changes).toMatchObject([{ kind: 'maybe-gone', eventId: 'O1' }, { kind: 'event' }])
    onePage([bare('O1', '2026-11-23'), aRow()], () => refusal(404, 'ResourceNotFound'))
    expect(await failureOf(read())).toMatchObject({ code: 'gone' })
  })
  it('many series of a page are read four at a time at most', async () => {
    let now = 0
    let most = 0
    onePage(Array.from({ length: 12 }, (_, at) => bare(`O${at}`, '2026-11-23', { seriesMasterId: `S${at}` })), ({ path }) => (response) => {
      most = Math.max(most, ++now)
      setTimeout(() => { now--; response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(aSeries({ id: /events\/(S\d+)/.exec(path)?.[1] }))) }, 10)
    })
    expect(eventsOf((await read())[0]?.changes ?? [])).toHaveLength(12)
    expect(most).toBe(4)
  })
})

describe('rows that nobody understands', () => {
  it('are named one by one; the others of their page are whole', async () => {
    onePage([aRow({ id: 'bad', start: { dateTime: 'soon', timeZone: 42 } }), aRow({ id: 'late', start: { dateTime: 'soon', timeZone: 'UTC' } }), null, 'words', { subject: 'no id' }, aRow(), { '@removed': { reason: 'deleted' } }])
    const first = (await read())[0]?.changes ?? []
    expect(first.map((change) => ('eventId' in change ? [change.kind, change.eventId.slice(0, 8), 'problem' in change ? change.problem : ''] : [change.kind]))).toEqual([
      ['unreadable', 'bad', 'start.timeZone'], ['unreadable', 'late', 'times'], ['unreadable', 'unnamed:', 'id'], ['unreadable', 'unnamed:', 'id'], ['unreadable', 'unnamed:', 'id'], ['event'], ['unreadable', 'unnamed:', 'id'],
    ])
    expect((await read())[0]?.changes).toEqual(first)
  })
  it('a row without an id is not asked for: it stays what it is', async () => {
    expect(await house.calendar().source.read(anna, 'unnamed:abc')).toEqual({ kind: 'unreadable', eventId: 'unnamed:abc', problem: 'id' })
    expect(house.asked).toHaveLength(0)
  })
  it('what is said to be removed is perhaps gone, and of two rows for one item the later counts', async () => {
    onePage([{ id: 'A9', '@removed': { reason: 'deleted' } }, aRow({ subject: 'old' }), { id: 'A1', '@removed': { reason: 'changed' } }, { id: 'A7', '@removed': {} }, aRow({ id: 'A7' })])
    expect((await read())[0]?.changes).toMatchObject([{ kind: 'maybe-gone', eventId: 'A9' }, { kind: 'maybe-gone', eventId: 'A1' }, { kind: 'event', event: { eventId: 'A7' } }])
  })
})
it('a page that is too long is asked for again with fewer rows', async () => {
  house.wire.answer = ({ headers }) => {
    if (headers.prefer?.includes('maxpagesize=5,')) return { json: { value: [aRow()], '@odata.deltaLink': deltaLink() } }
    return { text: ' '.repeat(34 * 1024 * 1024) }
  }
  expect((await read()).map(({ changes }) => changes.length)).toEqual([1])
})
