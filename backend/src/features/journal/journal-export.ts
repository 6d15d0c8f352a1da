import type { Db } from '../../platform/db/database'
import { presentRow, recordsOf, rowsQuery } from './journal-rows'
import type { ExportQuestion, JournalExportRow } from './journal.types'
import type { Listing } from './listing.repository'

const rowsAtOnce = 500
/** Texts may be of megabytes: so many bytes of them are held at once, or one row's. */
const bytesAtOnce = 4 * 1024 * 1024
const sizes = `SELECT ids.value AS id, (SELECT octet_length(c.subject) + octet_length(c.result) + octet_length(c.comment) + iif(?, octet_length(c.content), 0) FROM Contact c WHERE c.id = ids.value) AS bytes FROM json_each(?) ids`
/** By time every page is found where the last one ended; any other order is sorted anew for each, so that fewer and longer pages are asked for. */
const idsAtOnce = { byTime: 2_000, sorted: 20_000 }

export interface ExportReading { db: Db; listing: Listing; total(question: ExportQuestion): Promise<number> }

/** The rows of a list from its first to its last, with whole texts, read aside. Rows put in meanwhile do not move the others. */
export function createExportReading({ db, listing, total }: ExportReading) {
  async function handfuls(ids: readonly string[], withContent: boolean): Promise<string[][]> {
    const found: string[][] = []
    let room = 0
    for (const { id, bytes } of await db.side.all<{ id: string; bytes: number | null }>(sizes, [withContent ? 1 : 0, JSON.stringify(ids)])) {
      const last = found.at(-1)
      if (!last || last.length === rowsAtOnce || room < (bytes ?? 0)) { found.push([id]); room = bytesAtOnce } else last.push(id)
      room -= bytes ?? 0
    }
    return found
  }

  return {
    total,
    async *pages({ filter, sort, withContent, viewer }: ExportQuestion): AsyncIterable<readonly JournalExportRow[]> {
      const limit = (sort ?? 'startsAt').endsWith('startsAt') ? idsAtOnce.byTime : idsAtOnce.sorted
      let cursor: string | undefined
      do {
        const page = await listing.pageAside(filter, { sort, cursor, limit }, viewer)
        for (const ids of await handfuls(page.ids, withContent)) {
          const query = rowsQuery(ids, { whole: true, content: withContent })
          const records = recordsOf(ids, await db.side.all<{ id: string; record: string }>(query.sql, query.parameters))
          yield records.map((record) => { const { etag: _etag, ...row } = presentRow(record, viewer, { whole: true }); return row })
        }
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
    },
  }
}
