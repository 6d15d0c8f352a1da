import type { z } from 'zod'
import type { amount, Strip } from '@counterpane/shared/contract/journal'
import type { Db } from '../../platform/db/database'
import type { JournalFilter, JournalViewer } from './journal.types'
import { choosePlan } from './listing-plan'
import { selectBy } from './listing-sql'
import type { Listing } from './listing.repository'

type Amount = z.infer<typeof amount>
/** More are not counted one by one on every look at the page. */
const mostCounted = 50_000
const mostForgotten = 5_000

const bounded = (count: number, most: number): Amount => ({ count: Math.min(count, most), isExact: count <= most })

/** How many rows a question has, and what was forgotten. */
export function createJournalCounts({ db, listing }: { db: Db; listing: Listing }) {
  const queryOf = async (filter: JournalFilter, viewer: JournalViewer, most: number | null) => {
    const { question } = listing.ask(filter, viewer)
    const plan = choosePlan(question, await listing.sample.get(), { wanted: most })
    const { sql, parameters } = selectBy(question, plan, { limit: most, select: { sql: '1', parameters: [] }, keyset: () => null, order: () => '' })
    return { sql: `SELECT COUNT(*) AS n FROM (${sql})`, parameters }
  }
  const count = async (filter: JournalFilter, viewer: JournalViewer, most: number | null) => {
    const query = await queryOf(filter, viewer, most)
    return (await db.side.all<{ n: number }>(query.sql, query.parameters))[0]?.n ?? 0
  }
  const forgotten = async (filter: JournalFilter, viewer: JournalViewer): Promise<Amount> => {
    const query = await queryOf(filter, viewer, mostForgotten + 1)
    return bounded(db.sql.first<{ n: number }>(query.sql, query.parameters)?.n ?? 0, mostForgotten)
  }
  return {
    count: async (filter: JournalFilter, viewer: JournalViewer) => bounded(await count(filter, viewer, mostCounted + 1), mostCounted),
    /** All of them, however many. */
    total: (filter: JournalFilter, viewer: JournalViewer) => count(filter, viewer, null),
    /** Each number is what the list shows under the filter of its name; without a client: of those held only. */
    async strip(whose: Pick<JournalFilter, 'managerId' | 'teamId'>, viewer: JournalViewer): Promise<Strip> {
      return {
        overdue: await forgotten({ ...whose, overdue: true }, viewer), noOutcome: await forgotten({ ...whose, noOutcome: true }, viewer),
        noNextStep: await forgotten({ ...whose, noNextStep: true }, viewer), withoutClient: await forgotten({ ...whose, withoutClient: true, status: ['held'] }, viewer),
      }
    },
  }
}
