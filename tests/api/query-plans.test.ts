import { sortOf } from '@counterpane/backend/features/journal/contact-sort'
import { createListing } from '@counterpane/backend/features/journal/listing.repository'
import { choosePlan } from '@counterpane/backend/features/journal/listing-plan'
import { pageByTime } from '@counterpane/backend/features/journal/listing-sql'
import type { ListingFilter } from '@counterpane/backend/features/journal/listing.types'
import { nearestOfPerson } from '@counterpane/backend/features/contacts/contacts.repository'
import { lastOfPerson } from '@counterpane/backend/features/sidebar/evidence.repository'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const planOf = (query: string, parameters: (string | number | null)[]) => server.db.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`, parameters).map(({ detail }) => detail).join('\n')
const reading = { callerId: 'm-olga', now: new Date('2026-11-22T06:00:00Z') }
const listOf = (filter: ListingFilter, sampled: boolean) => {
  const listing = createListing(server.db)
  const { question } = listing.ask(filter, reading)
  const row = { startsAt: 1, endsAt: 1, createdAt: 1, updatedAt: 1, durationMinutes: 1, method: 'call', direction: 'incoming', status: 'held', state: 3, priority: 'medium', source: 'manual', typeId: null, firmId: null, adSourceId: null,
    managerId: 'm-anna', registeredById: 'm-anna', counterpartyId: 'other', managerIds: [], personIds: [], alsoIds: [], private: false, withResult: false, withFiles: false, withNext: false, noNextStep: false, vip: false }
  const plan = choosePlan(question, sampled ? { rows: Array.from({ length: 1_000 }, () => row), total: 1_000_000 } : null, { wanted: 101 })
  const { sql, parameters } = pageByTime(question, plan, { descending: true, after: null, limit: 101 })
  return planOf(sql, parameters)
}

// At a million contacts each of these took seconds when it walked the contacts of a status; a client's or a person's own are few.
test.each([
  ['the last contact with a person', () => planOf(lastOfPerson, ['p'])],
  ['the last and the next contact with a person without a client', () => planOf(nearestOfPerson, ['p', 0])],
  ['the held contacts of a person', () => listOf({ personId: ['p'], status: ['held'] }, false)],
  ['the planned contacts of a client', () => listOf({ counterpartyId: ['k'], status: ['planned'] }, false)],
  ['the held contacts of a client in a known base', () => listOf({ counterpartyId: ['k'], status: ['held'] }, true)],
])('%s are found from the person or the client, not among all of a status', (_what, plan) => {
  expect(plan()).not.toContain('Contact_status')
})

test('the journal, which asks for a status alone, still has its index', () => {
  expect(planOf("SELECT id FROM Contact WHERE status = 'planned' AND endsAt < 0", [])).toContain('Contact_status_endsAt_idx')
})

test.each<[string, ListingFilter, string]>([
  ['what nearly all have is walked in time', { method: ['call'], priority: ['medium'] }, 'COVERING INDEX Contact_journal_idx'], ['the rarer of two leads', { status: ['held'], state: [1] }, 'Contact_state_startsAt_id_idx'],
  ['a rare kind leads', { method: ['fax'], source: ['manual'] }, 'Contact_method_startsAt_id_idx'], ['what is overdue is walked among what is planned', { overdue: true, priority: ['medium'] }, 'Contact_status_startsAt_id_idx'],
])('%s, by an index in the order of time', (_what, filter, index) => {
  const plan = listOf(filter, true)
  expect(plan).toContain(index)
  if (!filter.overdue) expect(plan).not.toContain('TEMP B-TREE')
})

test('each value of a filter is walked by itself, so that a page ends the walk', () => {
  const plan = listOf({ state: [1, 2], source: ['manual'] }, true)
  expect(plan.match(/Contact_state_startsAt_id_idx \(state=\?\)/g)).toHaveLength(2)
})

// A look at the table for each of a million contacts takes many seconds, the index alone a fifth of one.
test.each<[string, ListingFilter]>([
  ['what stands in columns', { private: true, minutesFrom: 30, direction: ['incoming'] }], ['clients and managers', { withoutClient: false, teamId: ['team-north'] }], ['persons and chains', { personId: ['none'], withNext: false }],
])('%s are decided by indexes alone, without a look at the table', (_what, filter) => {
  const ways = listOf(filter, true).split('\n').filter((line) => / [cs] USING /.test(line))
  expect(ways.length).toBeGreaterThan(0)
  for (const way of ways) expect(way).toContain('COVERING INDEX')
})

test('what is dear to sort by is known before it is begun, so that nobody else waits for it', () => {
  const row = { startsAt: 1, endsAt: 1, createdAt: 1, updatedAt: 1, durationMinutes: 1, method: 'call', direction: 'incoming', status: 'held', state: 3, priority: 'medium', source: 'manual', typeId: null, firmId: null, adSourceId: null,
    managerId: 'm-anna', registeredById: 'm-anna', counterpartyId: 'other', managerIds: [], personIds: [], alsoIds: [], private: false, withResult: false, withFiles: false, withNext: false, noNextStep: false, vip: false }
  const sample = { rows: Array.from({ length: 1_000 }, () => row), total: 100_000 }
  const { question } = createListing(server.db).ask({ direction: ['incoming'] }, reading)
  const costOf = (column: string) => { const { looks, price } = sortOf(column, reading); return choosePlan(question, sample, { wanted: null, looks, price }).cost }
  expect(costOf('person') - costOf('state')).toBeGreaterThan(500)
  expect(costOf('nextAt') - costOf('state')).toBeGreaterThan(200)
})
