import type { Db } from '../../platform/db/database'

export interface MessageCopyRow { managerId: string; managerName: string; client: 'outlook' | 'gmail' | 'api'; itemId: string | null }

export function createOriginalsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Every mailbox in which the message lies, that of `firstId` first, then by who saw it first. */
    list: (contactId: string, firstId: string) => sql.all<MessageCopyRow>(
      `SELECT y.managerId, m.name AS managerName, y.client, y.itemId FROM MessageCopy y JOIN Manager m ON m.id = y.managerId
       WHERE y.contactId = ? ORDER BY y.managerId = ? DESC, y.seenAt, y.id`, [contactId, firstId]),
  }
}
export type OriginalsRepository = ReturnType<typeof createOriginalsRepository>
