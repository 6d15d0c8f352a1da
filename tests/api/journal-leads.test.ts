import { sortOf } from '@counterpane/backend/features/journal/contact-sort'
import { createListing } from '@counterpane/backend/features/journal/listing.repository'
import { pageByKey, pageByTime } from '@counterpane/backend/features/journal/listing-sql'
import type { ListingFilter } from '@counterpane/backend/features/journal/listing.types'
import { contactSorts } from '@counterpane/shared/contract/contact'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

const reading = { callerId: 'm-olga', now: new Date('2026-11-22T06:00:00Z') }
const filters: ListingFilter[] = [
  { managerId: ['m-olga'], state: [1, 2, 3] }, { counterpartyId: ['cp-vektor'], method: ['letter', 'call'] }, { personId: ['p-ivan-petrov'], direction: ['incoming'] }, { overdue: true, priority: ['medium', 'high'] },
  { noNextStep: true, source: ['manual', 'outlook', 'gmail'] }, { noOutcome: true }, { withoutClient: true, status: ['held'] }, { teamId: ['team-north'], firmId: ['firm-contour'] }, { registeredById: ['m-anna'], type: ['ct-payment'] }, { adSourceId: ['none'], q: 'price' },
]

/** Which condition leads is guessed from a sample, so that a small base seldom sees the others: here each leads in turn. */
test.each(contactSorts)('sorted by %s, whatever leads to the rows, they are the same', (column) => {
  let [led, found] = [0, 0]
  for (const filter of filters) {
    const { question } = createListing(server.db).ask(filter, reading)
    const leads = [null, ...question.conditions.filter((one) => one.branches)]
    const plans = [...leads.flatMap((lead) => [{ lead, scan: false, many: false }, { lead, scan: false, many: true }]), { lead: null, scan: true, many: true }]
    for (const direction of ['', '-']) {
      const sort = sortOf(`${direction}${column}`, reading)
      const pages = plans.map((plan) => {
        const paging = { after: null, limit: 500 }
        const { sql, parameters } = column === 'startsAt' ? pageByTime(question, plan, { descending: sort.descending, ...paging }) : pageByKey(question, plan, { sort, ...paging })
        return server.db.sql.all<{ id: string }>(sql, parameters).map(({ id }) => id)
      })
      led += leads.length - 1
      found += pages[0]?.length ?? 0
      for (const page of pages) expect(page).toEqual(pages[0])
    }
  }
  expect(led).toBeGreaterThan(20)
  expect(found).toBeGreaterThan(50)
})
