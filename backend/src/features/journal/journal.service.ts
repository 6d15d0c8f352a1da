import type { JournalRow } from '@counterpane/shared/contract/journal'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { createJournalCounts } from './journal-counts'
import { createExportReading } from './journal-export'
import { createJournalGroups } from './journal-groups'
import { presentRow, recordsOf, rowsQuery } from './journal-rows'
import type { JournalFilter, JournalViewer } from './journal.types'
import type { Listing, PageAsked } from './listing.repository'

/** Of one answer; people's names have no bound of their own, and a contact may have a thousand people. `ofRow`: what the answer adds to each record. */
const mostBytes = { page: 4_000_000, ofRow: 500 }
/** So many rows are read before it is looked how long they are. */
const rowsAtOnce = 100

export interface JournalDeps { db: Db; clock: Clock; listing: Listing }

/** What the journal shows: its rows, how many there are, what was forgotten, sums by columns, and all of it for export. */
export function createJournalService({ db, listing }: JournalDeps) {
  const counts = createJournalCounts({ db, listing })

  /** As many rows as an answer holds, one at least; `read`: of how many ids. */
  function within(ids: readonly string[], viewer: JournalViewer): { items: JournalRow[]; read: number } {
    const items: JournalRow[] = []
    let bytes = 0
    for (let at = 0; at < ids.length; at += rowsAtOnce) {
      const some = ids.slice(at, at + rowsAtOnce)
      const query = rowsQuery(some, { whole: false, content: false })
      const found = new Map(db.sql.all<{ id: string; record: string }>(query.sql, query.parameters).map((row) => [row.id, row]))
      for (const [i, id] of some.entries()) {
        const row = found.get(id)
        bytes += Buffer.byteLength(row?.record ?? '') + mostBytes.ofRow
        if (bytes > mostBytes.page && at + i > 0) return { items, read: at + i }
        items.push(...recordsOf([id], row ? [row] : []).map((record) => { const { content: _content, ...rest } = presentRow(record, viewer, { whole: false }); return rest }))
      }
    }
    return { items, read: ids.length }
  }

  return {
    async rows(filter: JournalFilter, asked: PageAsked, viewer: JournalViewer): Promise<{ items: JournalRow[]; nextCursor: string | null }> {
      const page = await listing.page(filter, asked, viewer)
      const { items, read } = within(page.ids, viewer)
      if (read === page.ids.length) return { items, nextCursor: page.nextCursor }
      const shorter = await listing.page(filter, { ...asked, limit: read }, viewer)
      return { items: within(shorter.ids, viewer).items, nextCursor: shorter.nextCursor }
    },
    count: counts.count,
    strip: counts.strip,
    groups: createJournalGroups({ db, listing }),
    exportRows: createExportReading({ db, listing, total: ({ filter, viewer }) => counts.total(filter, viewer) }),
  }
}
export type JournalService = ReturnType<typeof createJournalService>
