import type { Db, Tx } from '../../platform/db/database'
import type { AttachmentRow } from './attachments.types'

export function createAttachmentsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    find: (id: string) => sql.first<AttachmentRow & Record<string, string | number | null>>('SELECT id, contactId, name, contentType, size, contentHash FROM Attachment WHERE id = ?', [id]) as AttachmentRow | null,
    hasCopy: (contactId: string, managerId: string) => sql.first('SELECT 1 AS found FROM MessageCopy WHERE contactId = ? AND managerId = ?', [contactId, managerId]) !== null,
    keptHashes: (contactId: string) => sql.all<{ contentHash: string }>('SELECT contentHash FROM Attachment WHERE contactId = ? AND contentHash IS NOT NULL', [contactId]).map((row) => row.contentHash),
    /** Those of the hashes that an attachment names, of an undone contact too. */
    namedOf: (hashes: readonly string[]) => new Set(sql.all<{ hash: string }>(
      'SELECT DISTINCT contentHash AS hash FROM Attachment WHERE contentHash IN (SELECT value FROM json_each(?))', [JSON.stringify(hashes)]).map((row) => row.hash)),
  }
}
export type AttachmentsRepository = ReturnType<typeof createAttachmentsRepository>

/** As they are in this unit of work: what the contact keeps by now, and whether this attachment does. Null when the contact was undone. */
export async function findForKeeping(tx: Tx, id: string): Promise<{ contentHash: string | null; otherHashes: string[] } | null> {
  const row = await tx.attachment.findFirst({ where: { id, contact: { undoneAt: null } }, select: { contactId: true, contentHash: true } })
  if (!row) return null
  const others = await tx.attachment.findMany({ where: { contactId: row.contactId, id: { not: id }, contentHash: { not: null } }, select: { contentHash: true } })
  return { contentHash: row.contentHash, otherHashes: others.flatMap((other) => other.contentHash ?? []) }
}

export async function markKept(tx: Tx, { id, hash, at }: { id: string; hash: string; at: Date }): Promise<void> {
  await tx.attachment.update({ where: { id }, data: { contentHash: hash, keptAt: at }, select: { id: true } })
}

export const isNamed = async (tx: Tx, hash: string) => (await tx.attachment.findFirst({ where: { contentHash: hash }, select: { id: true } })) !== null
