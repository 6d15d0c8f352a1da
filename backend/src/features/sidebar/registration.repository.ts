import type { Db } from '../../platform/db/database'
import type { Ref } from './sidebar.types'

export interface Registration { contactId: string; registeredBy: Ref | null; createdAt: number; counterparty: Ref | null }

interface Row { id: string | null; createdAt: number; byId: string | null; byName: string; counterpartyId: string | null; counterparty: string; excluded: number }

const columns = 'c.id, c.createdAt, m.id AS byId, m.name AS byName, k.id AS counterpartyId, k.name AS counterparty'
const names = 'LEFT JOIN Manager m ON m.id = c.registeredById LEFT JOIN Counterparty k ON k.id = c.counterpartyId'

export function createRegistrationRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Whether this message is a contact already, whoever registered it, and whether it is marked "not to be processed". */
    find(messageKey: string): { registered: Registration | null; excluded: boolean } {
      const row = sql.first<Row>(
        `SELECT ${columns}, EXISTS (SELECT 1 FROM ExcludedMessage WHERE messageKey = ?1) AS excluded
         FROM (SELECT ?1 AS key) asked LEFT JOIN Contact c ON c.messageKey = asked.key ${names}`, [messageKey])
      return { excluded: row?.excluded === 1, registered: row && toRegistration(row) }
    },
    /** The same by the contact itself: a sent letter whose own key is not known yet. */
    ofContact(contactId: string): Registration | null {
      const row = sql.first<Row>(`SELECT ${columns} FROM Contact c ${names} WHERE c.id = ? AND c.undoneAt IS NULL`, [contactId])
      return row && toRegistration(row)
    },
  }
}
export type RegistrationRepository = ReturnType<typeof createRegistrationRepository>

function toRegistration({ id, createdAt, byId, byName, counterpartyId, counterparty }: Row): Registration | null {
  if (id === null) return null
  return { contactId: id, createdAt, registeredBy: byId ? { id: byId, name: byName } : null, counterparty: counterpartyId ? { id: counterpartyId, name: counterparty } : null }
}
