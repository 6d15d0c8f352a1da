import { whereOf } from '@counterpane/backend/features/contacts/contact-filter'
import { nearestOfPerson } from '@counterpane/backend/features/contacts/contacts.repository'
import { lastOfPerson } from '@counterpane/backend/features/sidebar/evidence.repository'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const planOf = (query: string, parameters: (string | number)[]) => server.db.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`, parameters).map(({ detail }) => detail).join('\n')
const reading = { callerId: 'm-olga', now: new Date('2026-11-22T06:00:00Z') }
const listOf = (filter: Parameters<typeof whereOf>[0]) => {
  const { text, parameters } = whereOf(filter, reading)
  return planOf(`SELECT c.id FROM Contact c WHERE ${text} ORDER BY c.startsAt DESC, c.id DESC LIMIT 21`, parameters as (string | number)[])
}

// At a million contacts each of these took seconds when it walked the contacts of a status; a client's or a person's own are few.
test.each([
  ['the last contact with a person', () => planOf(lastOfPerson, ['p'])],
  ['the last and the next contact with a person without a client', () => planOf(nearestOfPerson, ['p', 0])],
  ['the held contacts of a person', () => listOf({ personId: ['p'], status: ['held'] })],
  ['the planned contacts of a client', () => listOf({ counterpartyId: ['k'], status: ['planned'] })],
])('%s are found from the person or the client, not among all of a status', (_what, plan) => {
  expect(plan()).not.toContain('Contact_status_endsAt_idx')
})

test('the journal, which asks for a status alone, still has its index', () => {
  expect(planOf("SELECT id FROM Contact WHERE status = 'planned' AND endsAt < 0", [])).toContain('Contact_status_endsAt_idx')
})
