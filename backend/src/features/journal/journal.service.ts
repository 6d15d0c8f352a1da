import type { JournalRow } from '@counterpane/shared/contract/journal'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { createJournalCounts } from './journal-counts'
import { createExportReading } from './journal-export'
import { createJournalGroups } from './journal-groups'
import { presentRow, recordsOf, rowsQuery } from './journal-rows'
import type { JournalFilter, JournalViewer } from './journal.types'
import { createListing, type Listing, type PageAsked } from './listing.repository'

export interface JournalDeps { db: Db; clock: Clock; listing?: Listing }

/** What the journal shows: its rows, how many there are, what was forgotten, sums by columns, and all of it for export. */
export function createJournalService({ db, listing = createListing(db) }: JournalDeps) {
  const counts = createJournalCounts({ db, listing })
  return {
    async rows(filter: JournalFilter, asked: PageAsked, viewer: JournalViewer): Promise<{ items: JournalRow[]; nextCursor: string | null }> {
      const { ids, nextCursor } = await listing.page(filter, asked, viewer)
      const query = rowsQuery(ids, { whole: false, content: false })
      const records = recordsOf(ids, db.sql.all<{ id: string; record: string }>(query.sql, query.parameters))
      return { items: records.map((record) => { const { content: _content, ...row } = presentRow(record, viewer, { whole: false }); return row }), nextCursor }
    },
    count: counts.count,
    strip: counts.strip,
    groups: createJournalGroups({ db, listing }),
    exportRows: createExportReading({ db, listing, total: ({ filter, viewer }) => counts.total(filter, viewer) }),
  }
}
export type JournalService = ReturnType<typeof createJournalService>
