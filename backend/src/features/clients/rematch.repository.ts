import type { Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'

export interface Rematch { addressKey: string; personId: string | null; counterpartyId: string | null; at: Date; managerId: string | null }

const chunk = 500

/**
 * A client gained an address: what was registered before without a client, with that address on the other side, becomes theirs (product 2.1.8).
 * A contact that has a client keeps it; what managers entered by hand is theirs to change. Gives the number of contacts changed.
 */
export async function rematch(tx: Tx, { addressKey, personId, counterpartyId, at, managerId }: Rematch): Promise<number> {
  const found = await tx.contactAddress.findMany({
    where: { addressKey, contact: { counterpartyId: null, undoneAt: null, source: { not: 'manual' } } },
    select: { contactId: true, contact: { select: { persons: { select: { personId: true, position: true } } } } },
  })
  const changed = found.filter(({ contact }) => counterpartyId !== null || (personId !== null && contact.persons.every((person) => person.personId !== personId)))
  for (let i = 0; i < changed.length; i += chunk) {
    const part = changed.slice(i, i + chunk)
    await tx.contact.updateMany({
      where: { id: { in: part.map((row) => row.contactId) } },
      data: { ...(counterpartyId !== null && { counterpartyId }), updatedAt: at, version: { increment: 1 } },
    })
    const joining = personId === null ? [] : part.filter(({ contact }) => contact.persons.every((person) => person.personId !== personId))
    if (personId !== null && joining.length > 0) {
      await tx.contactParticipant.createMany({ data: joining.map(({ contactId, contact }) => ({ contactId, personId, position: contact.persons.length })) })
    }
    const after = { ...(counterpartyId !== null && { counterpartyId }), ...(personId !== null && { personId }), addressKey }
    await tx.auditEntry.createMany({
      data: part.map(({ contactId }) => ({ id: uuidv7(), at, managerId, noun: 'contact', nounId: contactId, action: 'rematched', before: { counterpartyId: null }, after })),
    })
  }
  return changed.length
}
