import type { Db, Tx } from '../../platform/db/database'

interface Ref { id: string; name: string }
export interface Conversation { contacts: number; contactId: string; counterparty: Ref | null; person: Ref | null; following: boolean }
export interface Reading { managerId: string; askedId: string | null }

interface Row { contactId: string; contacts: number; open: number; following: number; counterpartyId: string | null; counterparty: string; personId: string | null; person: string }

// The latest registered message of the conversation, the asked one only when there is no other. Mailboxes give one conversation different ids:
// a colleague's copy may not be found here, what is found belongs to it.
const latest = `
SELECT c.id AS contactId, talk.contacts, k.id AS counterpartyId, k.name AS counterparty, p.id AS personId, p.name AS person,
  (c.private = 0 OR c.registeredById = ?2 OR c.managerId = ?2 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?2)) AS open,
  EXISTS (SELECT 1 FROM FollowedConversation f WHERE f.conversationId = ?1 AND f.managerId = ?2) AS following
FROM (SELECT id, SUM(id IS NOT ?3) OVER () AS contacts FROM Contact WHERE conversationId = ?1 AND undoneAt IS NULL ORDER BY id IS ?3, startsAt DESC, id DESC LIMIT 1) talk
JOIN Contact c ON c.id = talk.id LEFT JOIN Counterparty k ON k.id = c.counterpartyId
LEFT JOIN ContactPerson p ON p.id = (SELECT z.personId FROM ContactParticipant z WHERE z.contactId = c.id ORDER BY z.position LIMIT 1)`

export function createConversationsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Null when nothing of it is registered. Whom a private contact was with stays with those who took part. */
    find(conversationId: string, { managerId, askedId }: Reading): Conversation | null {
      const row = sql.first<Row>(latest, [conversationId, managerId, askedId])
      if (!row) return null
      const shown = row.open === 1
      return {
        contactId: row.contactId, contacts: row.contacts, following: row.following === 1,
        counterparty: shown && row.counterpartyId !== null ? { id: row.counterpartyId, name: row.counterparty } : null,
        person: shown && row.personId !== null ? { id: row.personId, name: row.person } : null,
      }
    },
  }
}
export type ConversationsRepository = ReturnType<typeof createConversationsRepository>

export async function setFollowing(tx: Tx, { conversationId, managerId, following, at }: { conversationId: string; managerId: string; following: boolean; at: Date }): Promise<void> {
  const one = { conversationId, managerId }
  if (following) await tx.followedConversation.upsert({ where: { conversationId_managerId: one }, create: { ...one, since: at }, update: {} })
  else await tx.followedConversation.deleteMany({ where: one })
}
