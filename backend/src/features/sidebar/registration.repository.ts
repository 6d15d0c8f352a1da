import type { Db } from '../../platform/db/database'
import type { Ref } from './sidebar.types'

export interface Registration { contactId: string; registeredBy: Ref | null; createdAt: number; counterparty: Ref | null }

export function createRegistrationRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Whether this message is a contact already, whoever registered it, and whether it is marked "not to be processed". */
    find(messageKey: string): { registered: Registration | null; excluded: boolean } {
      const row = sql.first<{ id: string | null; createdAt: number; byId: string | null; byName: string; counterpartyId: string | null; counterparty: string; excluded: number }>(
        `SELECT c.id, c.createdAt, m.id AS byId, m.name AS byName, k.id AS counterpartyId, k.name AS counterparty, EXISTS (SELECT 1 FROM ExcludedMessage WHERE messageKey = ?1) AS excluded
         FROM (SELECT ?1 AS key) asked LEFT JOIN Contact c ON c.messageKey = asked.key LEFT JOIN Manager m ON m.id = c.registeredById LEFT JOIN Counterparty k ON k.id = c.counterpartyId`, [messageKey])
      return {
        excluded: row?.excluded === 1,
        registered: row?.id ? {
          contactId: row.id, createdAt: row.createdAt, registeredBy: row.byId ? { id: row.byId, name: row.byName } : null,
          counterparty: row.counterpartyId ? { id: row.counterpartyId, name: row.counterparty } : null,
        } : null,
      }
    },
  }
}
export type RegistrationRepository = ReturnType<typeof createRegistrationRepository>
