import type { ServerResponse } from 'node:http'
import { allPages, anna, aRow, aWindow, failureOf, graphWire, refusal, type Answer, type GraphWire } from './test-support/graph-wire'
import { retryAfterOf } from './retry-after'

let house: GraphWire
beforeEach(async () => { house = await graphWire() })
afterEach(() => house.close())

const round = (calendar = house.calendar()) => allPages(calendar.source.changesSince(anna, aWindow))
const answers = (answer: Answer) => { house.wire.answer = () => answer }
const html = (status: number) => ({ status, headers: { 'content-type': 'text/html' }, text: '<!DOCTYPE html><html><h1>Sorry</h1></html>' })

describe('what Graph refuses', () => {
  it.each([
    [403, 'ErrorAccessDenied', 'forbidden'], [403, 'Authorization_RequestDenied', 'forbidden'], [404, 'ResourceNotFound', 'gone'], [404, 'MailboxNotEnabledForRESTAPI', 'gone'], [404, 'ErrorInvalidUser', 'gone'],
    [404, 'Request_ResourceNotFound', 'gone'], [400, 'ErrorInvalidRequest', 'rejected'], [429, 'TooManyRequests', 'rate-limited'], [509, 'BandwidthLimitExceeded', 'rate-limited'],
    [500, 'InternalServerError', 'temporary'], [502, 'BadGateway', 'temporary'], [503, 'serviceNotAvailable', 'temporary'], [504, 'UnknownError', 'temporary'], [408, 'Timeout', 'temporary'],
  ])('%i %s is %s', async (status, code, ours) => {
    answers(refusal(status, code))
    expect(await failureOf(round())).toEqual({ code: ours, seconds: null })
    expect(house.asked).toHaveLength(1)
  })
  it.each([400, 403, 404, 409, 500, 503])('a page of HTML with %i comes from somebody in between: it passes', async (status) => {
    answers(html(status))
    expect(await failureOf(round())).toEqual({ code: 'temporary', seconds: null })
  })
  it.each([['HTML', html(200)], ['cut JSON', { text: JSON.stringify({ value: [aRow()], '@odata.deltaLink': 'x' }).slice(0, -9) }], ['no word', { text: '' }], ['no rows', { json: { '@odata.deltaLink': 'x' } }], ['another shape', { json: [] }], ['an empty 204', { status: 204 }]])('200 with %s is no page', async (_name, answer) => {
    answers(answer as Answer)
    expect(await failureOf(round())).toMatchObject({ code: 'temporary' })
  })
  it('a failure carries nothing of the answer', async () => {
    answers({ status: 403, json: { error: { code: 'ErrorAccessDenied', message: 'secret subject' } } })
    const error: unknown = await round().catch((one: unknown) => one)
    expect(JSON.stringify([String(error), (error as Error).stack, (error as Error).cause, error])).not.toMatch(/secret|Bearer|token"/)
  })
})

describe('one item', () => {
  const read = (eventId = 'A1') => house.calendar().source.read(anna, eventId)
  it('is read whole, by its id as it is written', async () => {
    answers({ json: aRow({ id: 'A/1+=' }) })
    expect(await read('A/1+=')).toMatchObject({ kind: 'event', event: { eventId: 'A/1+=', subject: 'Offer' } })
    expect(house.asked[0]?.path).toMatch(/^\/v1\.0\/users\/anna@north\.example\/events\/A%2F1%2B%3D\?\$select=id,type,/)
  })
  it('that is not there is gone; a mailbox that is not there says nothing about it', async () => {
    answers(refusal(404, 'ErrorItemNotFound'))
    expect(await read()).toEqual({ kind: 'gone', eventId: 'A1' })
    for (const code of ['ResourceNotFound', 'MailboxNotEnabledForRESTAPI', 'ErrorInvalidUser']) {
      answers(refusal(404, code))
      expect(await failureOf(read())).toMatchObject({ code: 'gone' })
    }
    answers(html(404))
    expect(await failureOf(read())).toMatchObject({ code: 'temporary' })
  })
  it.each(['ResourceNotFound', 'NotFound', 'ErrorSomethingNew', 'MailboxNotEnabledForRESTAPI'])('404 %s: whether it or its calendar is gone the calendar says', async (code) => {
    const calendarSays = (calendar: Answer) => { house.wire.answer = ({ path }) => (path.includes('/calendar?') ? calendar : refusal(404, code)) }
    calendarSays({ json: { id: 'calendar' } })
    expect(await read()).toEqual({ kind: 'gone', eventId: 'A1' })
    expect(house.asked).toHaveLength(2)
    calendarSays(refusal(404, 'ErrorInvalidUser'))
    expect(await failureOf(read())).toMatchObject({ code: 'gone' })
    calendarSays(refusal(503, 'serviceNotAvailable'))
    expect(await failureOf(read())).toMatchObject({ code: 'temporary' })
  })
  it('an id that means nothing to Exchange any more is gone', async () => {
    answers(refusal(400, 'ErrorInvalidIdMalformed'))
    expect(await read()).toEqual({ kind: 'gone', eventId: 'A1' })
    answers(refusal(400, 'ErrorInvalidRequest'))
    expect(await failureOf(read())).toMatchObject({ code: 'rejected' })
  })
  it('that can\'t be understood is unreadable', async () => {
    answers({ json: aRow({ subject: 7 }) })
    expect(await read()).toEqual({ kind: 'unreadable', eventId: 'A1', problem: 'subject' })
  })
  it('that became a series is no appointment any more', async () => {
    answers({ json: aRow({ type: 'seriesMaster' }) })
    expect(await read()).toEqual({ kind: 'gone', eventId: 'A1' })
  })
})

describe('the calendar', () => {
  it('can be read when Graph shows it', async () => {
    answers({ json: { id: 'calendar' } })
    await house.calendar().source.verify(anna)
    expect(house.asked[0]?.path).toBe('/v1.0/users/anna@north.example/calendar?$select=id')
    answers(refusal(403, 'ErrorAccessDenied'))
    expect(await failureOf(house.calendar().source.verify(anna))).toMatchObject({ code: 'forbidden' })
    answers({ json: {} })
    expect(await failureOf(house.calendar().source.verify(anna))).toMatchObject({ code: 'temporary' })
  })
  it('an address is one piece of the path, whatever stands in it', async () => {
    answers({ json: { id: 'calendar' } })
    await house.calendar().source.verify({ mailbox: '../../admin?x=#y', refreshToken: null })
    expect(house.asked[0]?.path).toBe('/v1.0/users/..%2F..%2Fadmin%3Fx%3D%23y/calendar?$select=id')
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T09:00:00Z')
  it.each([
    ['2.128', 2.128], ['30', 30], [' 5 ', 5], ['Sun, 22 Nov 2026 09:01:00 GMT', 60], ['Sunday, 22-Nov-26 09:01:00 GMT', 60], ['86400', 86_400], ['9999999', 86_400], ['Tue, 22 Dec 2026 09:00:00 GMT', 86_400],
    ['0', null], ['-5', null], ['', null], [null, null], ['soon', null], ['1e3', null], ['0x10', null], ['Infinity', null], ['NaN', null], ['Sat, 21 Nov 2026 09:00:00 GMT', null], ['2026-11-22', null], ['1'.repeat(400), null],
  ])('%p asks for %p seconds', (value, seconds) => expect(retryAfterOf(value, now)).toBe(seconds))

  it.each([[429, 'rate-limited'], [500, 'temporary'], [502, 'temporary'], [503, 'temporary'], [504, 'temporary']])('after %i nothing leaves before it has ended', async (status, code) => {
    answers(refusal(status, 'wait', { 'retry-after': '2.128' }))
    const calendar = house.calendar()
    expect(await failureOf(round(calendar))).toEqual({ code, seconds: 2.128 })
    expect(await failureOf(calendar.source.verify(anna))).toEqual({ code: 'rate-limited', seconds: 2.128 })
    expect(await failureOf(calendar.own.remove({ ...anna, mailbox: 'ANNA@north.example' }, 'A1'))).toMatchObject({ code: 'rate-limited' })
    expect(house.asked).toHaveLength(1)
    house.clock.at += 2_128
    answers({ json: { id: 'calendar' } })
    await calendar.source.verify(anna)
    expect(house.asked).toHaveLength(2)
  })
})

describe('an answer that does not come', () => {
  const quick = { idleMs: 1_000, totalMs: 2_000 }
  const trickle = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 50)
    response.on('close', () => clearInterval(timer))
  }
  it.each([
    ['at all', (): void => undefined], ['beyond its headers', (response: ServerResponse) => { response.writeHead(200).flushHeaders() }],
    ['beyond half of it', (response: ServerResponse) => { response.writeHead(200, { 'content-length': '1000' }).write('{"value":[') }], ['to an end', trickle],
  ])('%s is not waited for, and its slot is free', async (_name, answer) => {
    const calendar = house.calendar(quick)
    answers(answer)
    const all = await Promise.all(Array.from({ length: 6 }, () => failureOf(calendar.source.verify(anna))))
    expect(all.map(({ code }) => code)).toEqual(Array(6).fill('timed-out'))
    answers({ json: { id: 'calendar' } })
    await calendar.source.verify(anna)
  })
  it('one that is slow but goes on is read', async () => {
    answers((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      let left = 5
      const timer = setInterval(() => { if (left-- > 0) response.write(' '); else { clearInterval(timer); response.end('{"id":"calendar"}') } }, 40)
    })
    await house.calendar(quick).source.verify(anna)
  })
  it.each([['before a word', (response: ServerResponse) => { response.destroy() }], ['half way', (response: ServerResponse) => { response.writeHead(200, { 'content-length': '1000' }).write('{"va', () => response.destroy()) }]])('a connection that ends %s passes', async (_name, answer) => {
    answers(answer)
    expect(await failureOf(round())).toEqual({ code: 'temporary', seconds: null })
  })
  it('a house that is not there passes', async () => {
    const calendar = house.calendar()
    await house.close()
    expect(await failureOf(round(calendar))).toEqual({ code: 'temporary', seconds: null })
    house = await graphWire()
  })
  it('too much of an answer is not held', async () => {
    answers({ text: ' '.repeat(2 * 1024 * 1024) })
    expect(await failureOf(house.calendar().source.verify(anna))).toMatchObject({ code: 'too-large' })
  })
})
