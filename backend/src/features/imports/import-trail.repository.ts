import type { SqlReader } from '../../platform/db/sql'

/** One line of the trail of an import: who was made or changed, and what of them. `place` orders the lines as they were written. */
export interface TraceEntry { place: number; id: string; noun: 'counterparty' | 'person'; nounId: string; action: 'created' | 'changed'; at: number; before: Record<string, unknown> | null; after: Record<string, unknown> | null }
type Row = Omit<TraceEntry, 'before' | 'after'> & { before: string | null; after: string | null }

const parsed = (text: string | null) => (text === null ? null : JSON.parse(text) as Record<string, unknown>)

export function createImportTrail(sql: SqlReader) {
  return {
    end: () => Number.MAX_SAFE_INTEGER,
    /** What it did and what is not taken back yet, before that place, the last first. */
    entries: (importId: string, before: number, limit: number): TraceEntry[] => sql.all<Row>(
      `SELECT rowid AS place, id, noun, nounId, action, at, json(before) AS before, json(after) AS after FROM AuditEntry
       WHERE setId = ? AND rowid < ? AND undoneAt IS NULL AND noun IN ('counterparty', 'person') ORDER BY rowid DESC LIMIT ?`, [importId, before, limit],
    ).map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) })),
  }
}
export type ImportTrail = ReturnType<typeof createImportTrail>
