import type { Db, Tx } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'
import type { Entry, Noun } from './changes.types'

type Row = Omit<Entry, 'before' | 'after' | 'whole'> & { before: string | null; after: string | null; whole: number }

const select = `SELECT a.id, a.at, a.managerId, m.name AS managerName, a.noun, a.nounId, a.action, json(a.before) AS before, json(a.after) AS after, a.setId, a.undoneAt, a.whole
  FROM AuditEntry a LEFT JOIN Manager m ON m.id = a.managerId`
const known = "a.noun IN ('contact', 'counterparty', 'person', 'task')"

export function createChangesRepository({ sql }: Pick<Db, 'sql'>) {
  const keptSince = trailSince(sql)
  const toEntry = ({ before, after, whole, ...row }: Row): Entry =>
    ({ ...row, before: fieldsIn(before), after: fieldsIn(after), whole: whole === 1 && madeAt(row.id) > keptSince() })
  /** Whoever was merged into a record, and into those: their history is its own too. */
  const mergedInto = (id: string) => sql.all<{ id: string }>(`WITH RECURSIVE gone (id) AS (
    SELECT mergedId FROM "Merge" WHERE survivorId = ? AND undoneAt IS NULL UNION SELECT g.mergedId FROM gone JOIN "Merge" g ON g.survivorId = gone.id AND g.undoneAt IS NULL) SELECT id FROM gone`, [id]).map((row) => row.id)
  return {
    find: (id: string): Entry | null => sql.all<Row>(`${select} WHERE a.id = ? AND ${known}`, [id]).map(toEntry)[0] ?? null,
    /** Of one record and of those merged into it, newest first. */
    list({ noun, id, cursor }: { noun: Noun; id: string; cursor?: string | undefined }, limit: number): { entries: Entry[]; nextCursor: string | null } {
      const after = cursor === undefined ? null : readCursor(cursor, ['number', 'string'])
      const merged = mergedInto(id)
      const whose = merged.length === 0 ? 'a.nounId = ?' : 'a.nounId IN (SELECT value FROM json_each(?))'
      const rows = sql.all<Row>(`${select} WHERE a.noun = ? AND ${whose}${after ? ' AND (a.at, a.id) < (?, ?)' : ''} ORDER BY a.at DESC, a.id DESC LIMIT ?`, [noun, merged.length === 0 ? id : JSON.stringify([id, ...merged]), ...(after ?? []), limit + 1])
      const page = toPage(rows, limit, (row) => [row.at, row.id])
      return { entries: page.rows.map(toEntry), nextCursor: page.nextCursor }
    },
    /** Ids of what one order changed, the last first. */
    idsOfSet: (setId: string) => sql.all<{ id: string }>(`SELECT a.id FROM AuditEntry a WHERE a.setId = ? AND ${known} ORDER BY a.at DESC, a.id DESC`, [setId]).map((row) => row.id),
    load: (ids: readonly string[]) => sql.all<Row>(`${select} WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.at DESC, a.id DESC`, [JSON.stringify(ids)]).map(toEntry),
  }
}
export type ChangesRepository = ReturnType<typeof createChangesRepository>

/** Says that changes were taken back; false when somebody did so with one of them meanwhile. */
export async function markTakenBack(tx: Tx, ids: readonly string[], at: Date): Promise<boolean> {
  const { count } = await tx.auditEntry.updateMany({ where: { id: { in: [...ids] }, undoneAt: null }, data: { undoneAt: at } })
  return count === ids.length
}

const fieldsIn = (text: string | null) => (text === null ? null : JSON.parse(text) as Entry['before'])

/** By the machine's clock: the first 48 bits of a UUID of version 7. */
const madeAt = (id: string) => parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0

/** What earlier versions wrote does not hold all that taking back needs, so it is read only. */
function trailSince(sql: Db['sql']) {
  let since: number | null = null
  return () => since ??= new Date(sql.first<{ at: number | string }>("SELECT finished_at AS at FROM _prisma_migrations WHERE migration_name = '0005_journal'")?.at ?? 0).getTime()
}
