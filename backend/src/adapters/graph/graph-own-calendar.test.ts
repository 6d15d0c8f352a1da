import { anyVersion } from '../../ports/own-calendar'
import { anna, aRow, failureOf, graphWire, refusal, type Answer, type Asked, type GraphWire } from './test-support/graph-wire'

let house: GraphWire
beforeEach(async () => { house = await graphWire() })
afterEach(() => house.close())

const version = 'W/"v1"'
const plan = { subject: 'Call Bert', text: 'About the <offer>', location: 'Office', startsAt: Date.parse('2026-11-25T09:00:00Z'), endsAt: Date.parse('2026-11-25T09:30:00Z'), mark: '0193c0de-contact' }
const by = (answers: Record<string, (asked: Asked) => Answer>) => { house.wire.answer = (asked) => (answers[asked.method] ?? (() => refusal(500, 'unexpected')))(asked) }
const methods = () => house.asked.map(({ method }) => method)
const standing = (over: Record<string, unknown> = {}) => (): Answer => ({ json: { '@odata.etag': version, id: 'E1', attendees: [], isOrganizer: true, ...over } })
const written = (etag = 'W/"v2"') => (): Answer => ({ status: 201, json: { ...aRow(), '@odata.etag': etag, id: 'E1' } })

describe('putting it there', () => {
  it('names no guest, says whose it is, and gives what changes follow by', async () => {
    by({ POST: written(version) })
    expect(await house.calendar().own.create(anna, plan)).toEqual({ eventId: 'E1', version })
    expect(house.asked[0]).toMatchObject({ path: '/v1.0/users/anna@north.example/events', headers: { prefer: expect.stringContaining('IdType="ImmutableId"') } })
    expect(JSON.parse(house.asked[0]?.body ?? '')).toEqual({
      subject: 'Call Bert', body: { contentType: 'text', content: 'About the <offer>' }, location: { displayName: 'Office' }, transactionId: 'counterpane-0193c0de-contact',
      start: { dateTime: '2026-11-25T09:00:00.000', timeZone: 'UTC' }, end: { dateTime: '2026-11-25T09:30:00.000', timeZone: 'UTC' },
    })
  })
  it('the same mark makes one appointment: refused as repeated, it is found where it was put', async () => {
    by({ POST: () => refusal(409, 'ErrorDuplicateTransactionId'), GET: () => ({ json: { value: [{ id: 'E0', '@odata.etag': 'x' }, { id: 'E1', '@odata.etag': version, transactionId: 'counterpane-0193c0de-contact' }] } }) })
    expect(await house.calendar().own.create(anna, plan)).toEqual({ eventId: 'E1', version })
    by({ POST: () => refusal(409, 'ErrorDuplicateTransactionId'), GET: () => ({ json: { value: [] } }) })
    expect(await failureOf(house.calendar().own.create(anna, plan))).toMatchObject({ code: 'rejected' })
  })
  it.each([[403, 'ErrorAccessDenied', 'forbidden'], [400, 'ErrorInvalidRequest', 'rejected'], [404, 'MailboxNotEnabledForRESTAPI', 'gone']])('%i %s is %s', async (status, code, ours) => {
    by({ POST: () => refusal(status, code) })
    expect(await failureOf(house.calendar().own.create(anna, plan))).toMatchObject({ code: ours })
  })
  it('an answer without what changes follow by passes for none', async () => {
    by({ POST: () => ({ status: 201, json: { id: 'E1' } }) })
    expect(await failureOf(house.calendar().own.create(anna, plan))).toMatchObject({ code: 'temporary' })
  })
})

describe('moving it', () => {
  const change = () => house.calendar().own.change(anna, { eventId: 'E1', version }, plan)
  it('only as it was seen last', async () => {
    by({ GET: standing(), PATCH: written() })
    expect(await change()).toEqual({ eventId: 'E1', version: 'W/"v2"' })
    const [, patch] = house.asked
    expect(patch).toMatchObject({ method: 'PATCH', path: '/v1.0/users/anna@north.example/events/E1', headers: { 'if-match': version } })
    expect(Object.keys(JSON.parse(patch?.body ?? '') as object)).toEqual(['subject', 'body', 'location', 'start', 'end'])
  })
  it('not when it changed, neither before nor while it was looked at', async () => {
    by({ GET: standing({ '@odata.etag': 'W/"v9"' }) })
    expect(await failureOf(change())).toMatchObject({ code: 'stale' })
    by({ GET: standing(), PATCH: () => refusal(412, 'ErrorIrresolvableConflict') })
    expect(await failureOf(change())).toMatchObject({ code: 'stale' })
    by({ GET: standing(), PATCH: () => ({ status: 412 }) })
    expect(await failureOf(change())).toMatchObject({ code: 'stale' })
  })
  it.each([['guests', { attendees: [{}] }], ['another organiser', { isOrganizer: false }]])('with %s it is not touched, so that nobody is written to', async (_name, over) => {
    by({ GET: standing({ ...over, '@odata.etag': 'W/"v9"' }) })
    expect(await failureOf(change())).toMatchObject({ code: 'rejected' })
    expect(methods()).toEqual(['GET'])
  })
  it('whatever stands there is written over, when that is asked for; what changes after the look is not', async () => {
    const force = () => house.calendar().own.change(anna, { eventId: 'E1', version: anyVersion }, plan)
    by({ GET: standing({ '@odata.etag': 'W/"v9"' }), PATCH: ({ headers }) => (headers['if-match'] === 'W/"v9"' ? written('W/"v10"')() : refusal(412, 'ErrorIrresolvableConflict')) })
    expect(await force()).toEqual({ eventId: 'E1', version: 'W/"v10"' })
    by({ GET: standing({ '@odata.etag': 'W/"v9"' }), PATCH: () => refusal(412, 'ErrorIrresolvableConflict') })
    expect(await failureOf(force())).toMatchObject({ code: 'stale' })
    house.asked.length = 0
    by({ GET: standing({ attendees: [{}] }) })
    expect(await failureOf(force())).toMatchObject({ code: 'rejected' })
    expect(methods()).toEqual(['GET'])
  })
  it.each([[404, 'ResourceNotFound'], [400, 'ErrorInvalidIdMalformed']])('%i %s is gone too, as long as the calendar answers', async (status, code) => {
    house.wire.answer = ({ path }) => (path.includes('/calendar?') ? { json: { id: 'calendar' } } : refusal(status, code))
    expect(await failureOf(change())).toMatchObject({ code: 'gone' })
    await house.calendar().own.remove(anna, 'E1')
    expect(house.asked.every(({ method }) => method === 'GET')).toBe(true)
  })
  it('gone is gone', async () => {
    by({ GET: () => refusal(404, 'ErrorItemNotFound') })
    expect(await failureOf(change())).toMatchObject({ code: 'gone' })
  })
})

describe('taking it out', () => {
  const remove = () => house.calendar().own.remove(anna, 'E1')
  it('only as it was seen', async () => {
    by({ GET: standing(), DELETE: () => ({ status: 204 }) })
    await remove()
    expect(house.asked[1]).toMatchObject({ method: 'DELETE', headers: { 'if-match': version } })
  })
  it('gone already is no trouble, at the first look or at the second', async () => {
    by({ GET: () => refusal(404, 'ErrorItemNotFound') })
    await remove()
    by({ GET: standing(), DELETE: () => refusal(404, 'ErrorItemNotFound') })
    await remove()
    expect(methods()).toEqual(['GET', 'GET', 'DELETE'])
  })
  it('with guests it stays: they would be told that it was cancelled', async () => {
    by({ GET: standing({ attendees: [{}] }) })
    expect(await failureOf(remove())).toMatchObject({ code: 'rejected' })
    expect(methods()).toEqual(['GET'])
  })
  it('guests that came while it was looked at keep it', async () => {
    by({ GET: standing(), DELETE: () => refusal(412, 'ErrorIrresolvableConflict') })
    expect(await failureOf(remove())).toMatchObject({ code: 'stale' })
  })
})
