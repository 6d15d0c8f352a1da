import type { Db } from '../../platform/db/database'

export interface ChangedContact { id: string; at: number }

export function createJournalEventsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Contacts made or changed from one instant to another (in ms, both inclusive), the newest first, at most `limit`. */
    changed: ({ from, to, limit }: { from: number; to: number; limit: number }): ChangedContact[] =>
      sql.all<ChangedContact>('SELECT id, updatedAt AS at FROM Contact WHERE updatedAt >= ? AND updatedAt <= ? ORDER BY updatedAt DESC, id DESC LIMIT ?', [from, to, limit]),
  }
}
export type JournalEventsRepository = ReturnType<typeof createJournalEventsRepository>
