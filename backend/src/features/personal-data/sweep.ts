import { setImmediate as breathe } from 'node:timers/promises'
import type { Db, Tx } from '../../platform/db/database'
import { querySchema, runSchema } from '../../platform/db/schema-sql'
import { likePattern } from '../../platform/db/sql'
import { personalTables } from './personal-columns'
import type { Redact } from './redact'
import { reindexTexts } from '../../platform/db/text-writes'

type SweptRow = Record<string, string | number | null> & { rowid: number }
const handful = 200

/** Goes through every text where somebody may have written the name or an address, and takes them out. Gives how many rows of each table were changed. */
export async function sweep({ side, write }: Pick<Db, 'side' | 'write'>, { needles, redact }: { needles: readonly string[]; redact: Redact }): Promise<Record<string, number>> {
  const changed: Record<string, number> = {}
  if (needles.length === 0) return changed
  for (const [table, { swept = [], json = [] }] of Object.entries(personalTables)) {
    const columns = [...swept, ...json]
    if (columns.length === 0) continue
    const holds = columns.map((column) => needles.map((_, index) => `${column} LIKE ?${index + 2} ESCAPE '\\'`).join(' OR ')).join(' OR ')
    const shown = [...swept, ...json.map((column) => `json(${column}) AS ${column}`)].join(', ')
    for (let after = 0; ;) {
      const rows = await side.all<SweptRow>(`SELECT rowid AS rowid, ${shown} FROM ${table} WHERE rowid > ?1 AND (${holds}) ORDER BY rowid LIMIT ${handful}`, [after, ...needles.map(likePattern)])
      const last = rows.at(-1)
      if (!last) break
      await write((tx) => rewrite(tx, table, rows.map((row) => ({ rowid: row.rowid, ...redacted(row, { swept, json, redact }) }))))
      changed[table] = (changed[table] ?? 0) + rows.length
      after = last.rowid
      await breathe()
    }
  }
  return changed
}

function redacted(row: SweptRow, { swept, json, redact }: { swept: readonly string[]; json: readonly string[]; redact: Redact }): Record<string, string | null> {
  const text = swept.map((column) => [column, typeof row[column] === 'string' ? redact.text(row[column]) : null] as const)
  const parsed = json.map((column) => [column, typeof row[column] === 'string' ? JSON.stringify(redact.json(JSON.parse(row[column]))) : null] as const)
  return Object.fromEntries([...text, ...parsed])
}

async function rewrite(tx: Tx, table: string, rows: readonly ({ rowid: number } & Record<string, string | number | null>)[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'rowid')
  for (const row of rows) await runSchema(tx, `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}${table === 'AuditEntry' ? ', whole = 0' : ''} WHERE rowid = ?`, ...columns.map((column) => row[column] ?? null), row.rowid)
  if (table !== 'Contact') return
  const ids = await querySchema<{ id: string }>(tx, 'SELECT id FROM Contact WHERE rowid IN (SELECT value FROM json_each(?))', JSON.stringify(rows.map((row) => row.rowid)))
  await reindexTexts(tx, ids.map((row) => row.id))
}
