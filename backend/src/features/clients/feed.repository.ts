import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import { readCursor, toPage } from '../../platform/http/cursor'

export type FeedKind = 'contact' | 'task' | 'note'
export interface FeedRow { kind: FeedKind; id: string; at: number }

const keyset = (at: string, id: string) => `(${at}, ${id}) < (?, ?) ORDER BY ${at} DESC, ${id} DESC LIMIT ?`
// Each branch walks the client's own index from the cursor and stops after a page, however long the history is.
const branches: Record<FeedKind, string[]> = {
  contact: [
    `SELECT 'contact' AS kind, c.id, c.startsAt AS at FROM Contact c WHERE c.counterpartyId = ? AND c.undoneAt IS NULL AND ${keyset('c.startsAt', 'c.id')}`,
    `SELECT 'contact' AS kind, c.id, c.startsAt AS at FROM ContactCounterparty z JOIN Contact c ON c.id = z.contactId WHERE z.counterpartyId = ? AND c.undoneAt IS NULL AND ${keyset('c.startsAt', 'c.id')}`,
  ],
  task: [`SELECT t.kind, t.id, t.dueAt AS at FROM Task t WHERE t.counterpartyId = ? AND t.kind = 'task' AND ${keyset('t.dueAt', 't.id')}`],
  note: [`SELECT t.kind, t.id, t.dueAt AS at FROM Task t WHERE t.counterpartyId = ? AND t.kind = 'note' AND ${keyset('t.dueAt', 't.id')}`],
}

export function createFeedRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Contacts (also those that involve the client beside another), tasks and notes by date, the latest first, planned ones included. */
    list(counterpartyId: string, { kinds, limit, cursor }: { kinds: readonly FeedKind[]; limit: number; cursor?: string }): { rows: FeedRow[]; nextCursor: string | null } {
      const after: SqlParameter[] = cursor === undefined ? [Number.MAX_SAFE_INTEGER, '\uffff'] : readCursor(cursor, ['number', 'string'])
      const parts = [...new Set(kinds)].flatMap((kind) => branches[kind])
      const union = parts.map((part) => `SELECT * FROM (${part})`).join(' UNION ')
      const rows = sql.all<FeedRow>(`${union} ORDER BY at DESC, id DESC LIMIT ?`, [...parts.flatMap(() => [counterpartyId, ...after, limit + 1]), limit + 1])
      return toPage(rows, limit, (row) => [row.at, row.id])
    },
  }
}
export type FeedRepository = ReturnType<typeof createFeedRepository>
