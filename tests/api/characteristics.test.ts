import type { HttpClient } from '@counterpane/shared/contract/http-client'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
beforeAll(async () => {
  server = await startTestServer()
  olga = await server.as('olga@demo.example')
  await server.db.write((tx) => tx.adSource.create({ data: { id: 'ad-test-fair', name: 'Trade fair' } }))
})
afterAll(() => server.close())

const characteristics = { status: 'active', turnover: 'over 10 million', loyalty: 'quick deliveries', competitors: 'bearings from Gamma' }

test('a client keeps its characteristics and where they heard of us', async () => {
  const made = await olga('createCounterparty', { body: { name: 'Characterised', ...characteristics, adSourceId: 'ad-test-fair' } })
  expect(made).toMatchObject({ ...characteristics, adSource: { id: 'ad-test-fair', name: 'Trade fair' }, attributes: {} })
  const changed = await olga('patchCounterparty', { id: made.id, body: { status: 'lost', adSourceId: null } })
  expect(changed).toMatchObject({ ...characteristics, status: 'lost', adSource: null })
})

test('an advertising source that is not there is refused by its field', async () => {
  const response = await server.raw('POST', '/api/counterparties', { as: 'olga@demo.example', body: { name: 'Nowhere', adSourceId: 'none-such' } })
  expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ errors: [expect.objectContaining({ path: 'adSourceId' })] })])
})

test('a person keeps interests, how we met, and days to remember with and without a year', async () => {
  const dates = [{ name: 'Name day', date: '--02-29' }, { name: 'Wedding', date: '2011-06-04' }]
  const made = await olga('createPerson', { body: { name: 'Lev Days', interests: 'chess', acquaintance: 'met at the fair', dates } })
  expect(made).toMatchObject({ interests: 'chess', acquaintance: 'met at the fair', dates })
  const changed = await olga('patchPerson', { id: made.id, body: { dates: [dates[1]!] } })
  expect(changed).toMatchObject({ interests: 'chess', dates: [dates[1]] })
})

test.each(['2026-02-30', '--02-30', '-02-01', 'tomorrow', '0-1'])('%s is no day to remember', async (date) => {
  expect((await server.raw('POST', '/api/persons', { as: 'olga@demo.example', body: { name: 'No day', dates: [{ name: 'Day', date }] } })).status).toBe(400)
})

test('who changed a characteristic is told in words, and it is taken back', async () => {
  const { id } = await olga('createCounterparty', { body: { name: 'Told', status: 'prospect' } })
  await olga('patchCounterparty', { id, body: { status: 'active', adSourceId: 'ad-test-fair' } })
  const [change] = (await olga('listChanges', { query: { noun: 'counterparty', id } })).items
  expect(change?.fields).toEqual(expect.arrayContaining([{ field: 'status', before: 'prospect', after: 'active' }, { field: 'adSource', before: null, after: 'Trade fair' }]))
  await olga('undoChange', { id: change!.id })
  expect(await olga('getCounterparty', { id })).toMatchObject({ status: 'prospect', adSource: null })
})

test('days of a person that were replaced come back with the change taken back', async () => {
  const { id } = await olga('createPerson', { body: { name: 'Back days', dates: [{ name: 'Name day', date: '--03-01' }] } })
  await olga('patchPerson', { id, body: { dates: [], interests: 'sailing' } })
  const [change] = (await olga('listChanges', { query: { noun: 'person', id } })).items
  expect(change?.fields).toContainEqual({ field: 'dates', before: 'Name day: --03-01', after: '' })
  await olga('undoChange', { id: change!.id })
  expect(await olga('getPerson', { id })).toMatchObject({ dates: [{ name: 'Name day', date: '--03-01' }], interests: null })
})

test('the day tells of the other days of people of my clients as of birthdays', async () => {
  const client = await olga('createCounterparty', { body: { name: 'Celebrated', managerId: 'm-olga' } })
  const today = server.clock.now().toISOString()
  const soon = today.slice(5, 10)
  await olga('createPerson', { body: { name: 'Mila Day', counterpartyId: client.id, dates: [{ name: 'Name day', date: `--${soon}` }, { name: 'Works there since', date: `2020-${soon}` }] } })
  const from = `${today.slice(0, 10)}T00:00:00.000Z`
  const { dates } = await olga('journalDay', { query: { from, to: new Date(Date.parse(from) + 86_400_000).toISOString(), timeZone: 'UTC' } })
  const years = Number(today.slice(0, 4)) - 2020
  expect(dates.items.filter(({ person }) => person.name === 'Mila Day').map(({ kind, name, years: since }) => [kind, name, since]).sort()).toEqual([['date', 'Name day', null], ['date', 'Works there since', years]])
})
