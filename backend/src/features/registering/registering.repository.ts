import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import { reindexTexts } from '../../platform/db/text-writes'

export function createRegisteringRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    isExcluded: (messageKey: string) => sql.first('SELECT 1 AS found FROM ExcludedMessage WHERE messageKey = ?', [messageKey]) !== null,
    responsibleFor: (counterpartyId: string) => sql.first<{ managerId: string | null }>('SELECT managerId FROM Counterparty WHERE id = ?', [counterpartyId])?.managerId ?? null,
    counterpartyOf: (personId: string) => sql.first<{ counterpartyId: string | null }>('SELECT counterpartyId FROM ContactPerson WHERE id = ?', [personId])?.counterpartyId ?? null,
    /** The legal entity under which we usually deal with a client: that of the latest contact, else the first one there is. */
    firmFor(counterpartyId: string | null): string | null {
      const latest = counterpartyId === null ? null : sql.first<{ firmId: string }>(
        'SELECT firmId FROM (SELECT firmId FROM Contact WHERE counterpartyId = ? ORDER BY startsAt DESC LIMIT 20) WHERE firmId IS NOT NULL LIMIT 1', [counterpartyId])
      return latest?.firmId ?? sql.first<{ id: string }>('SELECT id FROM Firm ORDER BY id LIMIT 1')?.id ?? null
    },
    /** The contact that a letter follows, while it stands. */
    livePrevious: (id: string | null) => (id === null ? null : sql.first<{ id: string }>('SELECT id FROM Contact WHERE id = ? AND undoneAt IS NULL', [id])?.id ?? null),
    hasCopy: (contactId: string, managerId: string, client: string) =>
      sql.first('SELECT 1 AS found FROM MessageCopy WHERE contactId = ? AND managerId = ? AND client = ?', [contactId, managerId, client]) !== null,
  }
}
export type RegisteringRepository = ReturnType<typeof createRegisteringRepository>

export interface Copy { contactId: string; managerId: string; client: string; itemId: string | null; at: Date }

/** Every mailbox keeps its own way back to the original. */
export async function keepCopy(tx: Tx, { contactId, managerId, client, itemId, at }: Copy): Promise<void> {
  await tx.messageCopy.upsert({
    where: { contactId_managerId_client: { contactId, managerId, client } },
    create: { id: uuidv7(), contactId, managerId, client, itemId, seenAt: at }, update: itemId === null ? {} : { itemId, seenAt: at },
  })
}

export const findByKey = async (tx: Tx, messageKey: string) => (await tx.contact.findUnique({ where: { messageKey }, select: { id: true } }))?.id ?? null

export interface SeenInMailbox { messageKey: string; messageId: string | null; conversationId: string | null; startsAt: Date; at: Date; attachments: { id: string; name: string; contentType: string; size: number }[] }

/** A contact registered on sending meets its message: from here on it is known by the message's own key. Gives the key it had. */
export async function giveRealKey(tx: Tx, contactId: string, { attachments, at, ...seen }: SeenInMailbox): Promise<string | null> {
  const before = await tx.contact.findUnique({ where: { id: contactId }, select: { messageKey: true, _count: { select: { attachments: true } } } })
  await tx.contact.update({ where: { id: contactId }, data: { ...seen, endsAt: seen.startsAt, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  await reindexTexts(tx, [contactId])
  if (before?._count.attachments === 0 && attachments.length > 0) await tx.attachment.createMany({ data: attachments.map((file, position) => ({ ...file, contactId, position })) })
  return before?.messageKey ?? null
}

export async function keepAddresses(tx: Tx, contactId: string, addressKeys: readonly string[]): Promise<void> {
  if (addressKeys.length > 0) await tx.contactAddress.createMany({ data: [...new Set(addressKeys)].map((addressKey) => ({ contactId, addressKey })) })
}

export async function setExcluded(tx: Tx, { messageKey, excluded, byId, at }: { messageKey: string; excluded: boolean; byId: string; at: Date }): Promise<void> {
  if (excluded) await tx.excludedMessage.upsert({ where: { messageKey }, create: { messageKey, byId, at }, update: {} })
  else await tx.excludedMessage.deleteMany({ where: { messageKey } })
}
