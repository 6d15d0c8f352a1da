import type { ImportState } from '@counterpane/shared/contract/imports'
import type { Db } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'

interface Undone { removed: number; putBack: number; leftCount: number; left: { noun: 'counterparty' | 'person'; id: string; name: string; reason: 'changed' | 'attached' | 'gone' }[] }
export interface ImportRecord {
  id: string; managerId: string | null; managerName: string | null; fileName: string; fileHash: string; state: ImportState; mapping: [string, string | null][]; rows: number; created: number; updated: number; skipped: number
  problem: string | null; startedAt: number; finishedAt: number | null; total: number | null; bytes: number | null; fileKey: string | null; dryRun: number; undoneAt: number | null; undone: Undone | null; problemCount: number; duplicateCount: number
}
type Row = Omit<ImportRecord, 'mapping' | 'undone'> & { mapping: string; undone: string | null }
export interface ProblemRow { position: number; row: number; kind: 'problem' | 'duplicate' | 'row'; field: string; message: string; nounId: string | null }

const countOf = (kind: string) => `(SELECT COUNT(*) FROM ImportProblem p WHERE p.importId = i.id AND p.kind = '${kind}')`
const select = `SELECT i.id, i.managerId, m.name AS managerName, i.fileName, i.fileHash, i.state, json(i.mapping) AS mapping, i.rows, i.created, i.updated, i.skipped, i.problem, i.startedAt, i.finishedAt, i.total, i.bytes, i.fileKey,
  i.dryRun, i.undoneAt, json(i.undone) AS undone, ${countOf('problem')} AS problemCount, ${countOf('duplicate')} AS duplicateCount FROM Import i LEFT JOIN Manager m ON m.id = i.managerId`
const toRecord = ({ mapping, undone, ...row }: Row): ImportRecord => ({ ...row, mapping: JSON.parse(mapping) as [string, string | null][], undone: undone === null ? null : JSON.parse(undone) as Undone })

export function createImportRecords({ sql }: Pick<Db, 'sql'>) {
  return {
    find: (id: string): ImportRecord | null => sql.all<Row>(`${select} WHERE i.id = ?`, [id]).map(toRecord)[0] ?? null,
    /** Newest first; of one manager, or of all. */
    list(managerId: string | null, cursor: string | undefined, limit: number) {
      const after = cursor === undefined ? null : readCursor(cursor, ['number', 'string'])
      const conditions = [...(managerId === null ? [] : ['i.managerId = ?']), ...(after ? ['(i.startedAt, i.id) < (?, ?)'] : [])]
      const rows = sql.all<Row>(`${select}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''} ORDER BY i.startedAt DESC, i.id DESC LIMIT ?`, [...(managerId === null ? [] : [managerId]), ...(after ?? []), limit + 1])
      const page = toPage(rows, limit, (row) => [row.startedAt, row.id])
      return { records: page.rows.map(toRecord), nextCursor: page.nextCursor }
    },
    /** Others with the same bytes, newest first. */
    sameFile: (hash: string, id: string) => sql.all<Row>(`${select} WHERE i.fileHash = ? AND i.id <> ? ORDER BY i.startedAt DESC, i.id DESC LIMIT 10`, [hash, id]).map(toRecord),
    countWaiting: (managerId: string) => sql.first<{ n: number }>("SELECT COUNT(*) AS n FROM Import WHERE managerId = ? AND state IN ('uploaded', 'checked')", [managerId])?.n ?? 0,
    /** In the middle of something when the server ended, or uploaded and not run for long. */
    open: () => sql.all<Row>(`${select} WHERE i.state IN ('uploaded', 'waiting', 'checking', 'checked', 'reading', 'undoing')`).map(toRecord),
    mappingOf(headerKey: string): (string | null)[] | null {
      const row = sql.first<{ mapping: string }>('SELECT json(mapping) AS mapping FROM ImportMapping WHERE headerKey = ?', [headerKey])
      return row && JSON.parse(row.mapping) as (string | null)[]
    },
    problems(id: string, { kind, cursor }: { kind: string | undefined; cursor: string | undefined }, limit: number) {
      const after = cursor === undefined ? -1 : readCursor(cursor, ['number'])[0]!
      const rows = sql.all<ProblemRow>(`SELECT position, row, kind, field, message, nounId FROM ImportProblem WHERE importId = ? AND ${kind === undefined ? "kind <> 'row'" : 'kind = ?'} AND position > ? ORDER BY position LIMIT ?`, [id, ...(kind === undefined ? [] : [kind]), after, limit + 1])
      return toPage(rows, limit, (row) => [row.position])
    },
    /** The same with the cells of the rows (kind `row`), each behind what is said of that row. */
    findings: (id: string, { kind, after }: { kind: string; after: number }, limit: number) =>
      sql.all<ProblemRow>("SELECT position, row, kind, field, message, nounId FROM ImportProblem WHERE importId = ? AND kind IN (?, 'row') AND position > ? ORDER BY position LIMIT ?", [id, kind, after, limit]),
  }
}
export type ImportRecords = ReturnType<typeof createImportRecords>
