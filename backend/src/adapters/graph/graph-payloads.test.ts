import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allPages, anna, aWindow, eventsOf, failureOf, graphWire, refusal, type Answer, type GraphWire } from './test-support/graph-wire'

const folder = path.resolve(__dirname, '../../../../../shared/data/graph-payloads')
const missing = !existsSync(path.join(folder, '01-delta-page1-nextLink.http'))
// Outside test data is no part of the repository: without it there is nothing to read.
const payloads = missing ? describe.skip : describe
describe('payloads that Microsoft and others published', () => {
  // What is missing is said by its own name, so that nobody takes a run without it for a whole one.
  if (missing) test.skip('skipped: no data folder ../shared/data/graph-payloads beside the checkout', () => undefined)
})

let house: GraphWire
beforeEach(async () => { house = await graphWire() })
afterEach(() => house.close())

/** As it was sent, its links brought to this house. */
function payload(number: string): { status?: number; headers: Record<string, string>; json: Record<string, unknown> } {
  const name = readdirSync(folder).find((one) => one.startsWith(`${number}-`)) ?? ''
  const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('https://graph.microsoft.com/v1.0', house.base)
  const [, status, head = '', body = text] = /^HTTP\/1\.1 (\d+)[^\n]*\n([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(text) ?? []
  const headers = Object.fromEntries(head.split(/\r?\n/).filter((line) => /^retry-after/i.test(line)).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]))
  return { ...(status && { status: Number(status) }), headers, json: JSON.parse(body) as Record<string, unknown> }
}
const deltaLink = () => `${house.base}/end`
const page = (...value: unknown[]): Answer => ({ json: { value, '@odata.deltaLink': deltaLink() } })
const series = { id: 'M', type: 'seriesMaster', subject: 'Weekly', iCalUId: 'uid', organizer: { emailAddress: { name: 'A', address: 'a@x.example' } }, attendees: [], start: { dateTime: '2017-01-01T05:00:00.0000000', timeZone: 'UTC' }, end: { dateTime: '2017-01-01T06:00:00.0000000', timeZone: 'UTC' } }
const answer = (first: Answer, events: (path: string) => Answer = () => refusal(404, 'ErrorItemNotFound')) => { house.wire.answer = ({ path: asked }) => (asked.includes('/events/') ? events(asked) : first) }
const round = () => allPages(house.calendar().source.changesSince(anna, aWindow))
const changes = async () => (await round()).flatMap((one) => one.changes)

payloads('every payload of ../shared/data/graph-payloads', () => {
  test('01 to 03: a round of three pages', async () => {
    house.wire.answer = ({ path: asked }) => payload(asked.includes('R0usmcCM996atia_s') ? '02' : asked.includes('R0usmci39OQxqJrxK4') ? '03' : '01')
    const pages = await round()
    expect(pages.map(({ complete }) => complete)).toEqual([false, false, true])
    expect(pages.flatMap((one) => eventsOf(one.changes)).map(({ subject, organizer, location, seriesId, originalStart, zoneUnknown }) => [subject, organizer?.name, location, seriesId, originalStart, zoneUnknown])).toEqual([
      ...['Plan shopping list', 'Pick up car', 'Get food', 'Prepare food'].map((subject) => [subject, 'Samantha Booth', '', null, null, false]), ['Rest!', 'Samantha Booth', 'Home', null, null, false],
    ])
    expect(pages[2]?.cursor).toContain('$deltatoken=R0usmcMDNGg0J1E')
  })
  test('04 and 37: what is said to be removed is perhaps gone', async () => {
    answer(payload('04'))
    expect(await changes()).toMatchObject([{ kind: 'maybe-gone', eventId: 'AAMkADk0MGFkODE3LWE4MmYtNDRhOS04OGQLkRkXbBznTvAADb6ytyAAA=' }, { kind: 'event', event: { subject: 'Attend service', location: 'Chapel of Saint Ignatius' } }])
    answer(page(...(payload('37').json.value as unknown[])))
    expect(await changes()).toMatchObject([{ kind: 'maybe-gone' }])
  })
  test('05 and 06: bare occurrences are completed', async () => {
    answer(page(payload('05').json, payload('06').json), () => ({ json: series }))
    expect(eventsOf(await changes()).map(({ subject, originalStart, uid }) => [subject, originalStart, uid])).toEqual([['Weekly', '2023-07-23T10:25:00.000Z', 'uid'], ['Weekly', '2017-09-19T05:00:00.000Z', 'uid']])
  })
  test('07: an empty page goes on', async () => {
    house.wire.answer = ({ path: asked }) => (asked.includes('skiptoken') ? page() : payload('07'))
    expect((await round()).map(({ changes: found, complete }) => [found.length, complete])).toEqual([[0, false], [0, true]])
    expect(house.asked[1]?.path).toContain('/users/email@company.onmicrosoft.com/calendarView/delta?$skiptoken=b9658zLYx7ag')
  })
  test('17, 18 and 38: refusals', async () => {
    answer({ status: 410, json: payload('17').json })
    expect(await failureOf(round())).toMatchObject({ code: 'cursor-expired' })
    answer(payload('18'))
    expect(await failureOf(round())).toEqual({ code: 'rate-limited', seconds: 2.128 })
    answer({ status: 403, json: payload('38').json })
    expect(await failureOf(round())).toMatchObject({ code: 'forbidden' })
  })
  test('20: exceptions and occurrences with some facts of their own', async () => {
    answer(page(...(payload('20').json.value as unknown[])), () => ({ json: { ...series, id: 'AAMkAGUzYRgWAAA=' } }))
    expect(eventsOf(await changes()).map(({ subject, seriesId, originalStart, uid }) => [subject, seriesId, originalStart, uid])).toEqual(
      ['16', '08', '22', '29'].map((day) => ['Review strategy for Q3', 'AAMkAGUzYRgWAAA=', `2019-04-${day}T20:30:00.000Z`, 'uid']))
  })
  test('21: the deleted dates of a series', async () => {
    answer(page({ ...payload('05').json, seriesMasterId: 'AAMkADAGAADDdm4NAAA=' }), () => ({ json: payload('21').json }))
    expect(await changes()).toMatchObject([{ kind: 'event', event: { subject: 'Daily stand-up' } }, { kind: 'series', seriesId: 'AAMkADAGAADDdm4NAAA=', zone: null, deletedDates: ['2020-04-30', '2020-05-07', '2020-05-14'] }])
  })
  test('33: a whole day whose slot is written as 07:00', async () => {
    answer(page(payload('33').json))
    expect(eventsOf(await changes())).toMatchObject([{ start: { kind: 'date', date: '2018-06-05' }, end: { kind: 'date', date: '2018-06-06' }, originalStart: '2018-06-05' }])
  })
  test('36: cancelled is what is cancelled', async () => {
    answer(page(...(payload('36').json.value as unknown[])))
    expect(eventsOf(await changes())).toMatchObject([{ cancelled: false, subject: 'test ico', ownResponse: 'none' }, { cancelled: true, subject: 'Canceled: Canceled: Daily with DevTeam', ownResponse: 'accepted' }])
  })
  test.each(['08', '10', '11', '12', '13'])('%s is no page of a calendar and is not taken for one', async (number) => {
    const name = readdirSync(folder).find((one) => one.startsWith(number)) ?? ''
    answer({ text: readFileSync(path.join(folder, name), 'utf8') })
    expect(['temporary', 'rejected']).toContain((await failureOf(round())).code)
  })
})
