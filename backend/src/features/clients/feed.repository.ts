import type { FeedKind } from '@counterpane/shared/contract/client'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'

/** `contactId`: of a document or a move the contact that it belongs to. */
export interface FeedRow { kind: FeedKind; id: string; at: number; contactId: string | null }
export interface FeedMove { id: string; fromAt: number; toAt: number; by: { id: string; name: string } | null }

const keyset = (at: string, id: string) => `(${at}, ${id}) < (?, ?) ORDER BY ${at} DESC, ${id} DESC LIMIT ?`
// CROSS JOIN keeps the order of the tables: from the client's own contacts to what belongs to them, never through all files and moves of the base.
const own = { from: 'Contact c', whose: 'c.counterpartyId = ?' }
const also = { from: 'ContactCounterparty z CROSS JOIN Contact c ON c.id = z.contactId', whose: 'z.counterpartyId = ?' }
const ofContacts = (select: string, join: string, [at, id]: readonly [string, string]) => [own, also].map(({ from, whose }) =>
  `SELECT ${select} FROM ${from}${join} WHERE ${whose} AND c.undoneAt IS NULL AND ${keyset(at, id)}`)
const ofTasks = (kind: 'task' | 'note') => `SELECT t.kind, t.id, t.dueAt AS at, NULL AS contactId FROM Task t WHERE t.counterpartyId = ? AND t.kind = '${kind}' AND ${keyset('t.dueAt', 't.id')}`

// Each branch walks the client's own index from the cursor and stops after a page, however long the history is; only moves are looked for among all contacts of the client.
const branches: Record<FeedKind, string[]> = {
  contact: ofContacts("'contact' AS kind, c.id, c.startsAt AS at, NULL AS contactId", '', ['c.startsAt', 'c.id']),
  task: [ofTasks('task')],
  note: [ofTasks('note')],
  document: ofContacts("'document' AS kind, a.id, c.startsAt AS at, c.id AS contactId", ' CROSS JOIN Attachment a ON a.contactId = c.id', ['c.startsAt', 'a.id']),
  move: ofContacts("'move' AS kind, v.id, v.movedAt AS at, c.id AS contactId", ' CROSS JOIN ContactMove v ON v.contactId = c.id', ['v.movedAt', 'v.id']),
}

export function createFeedRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** What there is with a client by date, the latest first, planned ones included; also of contacts that involve the client beside another. */
    list(counterpartyId: string, { kinds, limit, cursor }: { kinds: readonly FeedKind[]; limit: number; cursor?: string }): { rows: FeedRow[]; nextCursor: string | null } {
      const after: SqlParameter[] = cursor === undefined ? [Number.MAX_SAFE_INTEGER, '\uffff'] : readCursor(cursor, ['number', 'string'])
      const parts = [...new Set(kinds)].flatMap((kind) => branches[kind])
      const union = parts.map((part) => `SELECT * FROM (${part})`).join(' UNION ')
      const rows = sql.all<FeedRow>(`${union} ORDER BY at DESC, id DESC LIMIT ?`, [...parts.flatMap(() => [counterpartyId, ...after, limit + 1]), limit + 1])
      return toPage(rows, limit, (row) => [row.at, row.id])
    },
    moves(ids: readonly string[]): FeedMove[] {
      if (ids.length === 0) return []
      const rows = sql.all<{ id: string; fromAt: number; toAt: number; managerId: string | null; name: string }>(
        'SELECT v.id, v.fromAt, v.toAt, m.id AS managerId, m.name FROM json_each(?) ids JOIN ContactMove v ON v.id = ids.value LEFT JOIN Manager m ON m.id = v.managerId', [JSON.stringify(ids)])
      return rows.map(({ managerId, name, ...move }) => ({ ...move, by: managerId === null ? null : { id: managerId, name } }))
    },
  }
}
export type FeedRepository = ReturnType<typeof createFeedRepository>
