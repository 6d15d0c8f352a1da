import type { Db, Tx } from '../../platform/db/database'
import type { AttachmentRow } from './attachments.types'

export function createAttachmentsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    find: (id: string) => sql.first<AttachmentRow & Record<string, string | number | null>>('SELECT id, contactId, name, contentType, size, contentHash FROM Attachment WHERE id = ?', [id]) as AttachmentRow | null,
    hasCopy: (contactId: string, managerId: string) => sql.first('SELECT 1 AS found FROM MessageCopy WHERE contactId = ? AND managerId = ?', [contactId, managerId]) !== null,
    /** Whether this manager put the file on its contact by hand. */
    isPutBy: (id: string, managerId: string) => sql.first("SELECT 1 AS found FROM AuditEntry WHERE noun = 'attachment' AND nounId = ? AND action = 'added' AND managerId = ?", [id, managerId]) !== null,
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

/** The last of its contact's files; false when the contact was undone. */
export async function insertAttachment(tx: Tx, file: { id: string; contactId: string; name: string; contentType: string; size: number }): Promise<boolean> {
  const contact = await tx.contact.findFirst({ where: { id: file.contactId, undoneAt: null }, select: { attachments: { select: { position: true }, orderBy: { position: 'desc' }, take: 1 } } })
  if (!contact) return false
  await tx.attachment.create({ data: { ...file, position: (contact.attachments[0]?.position ?? -1) + 1 }, select: { id: true } })
  return true
}

/** Gives the facts of what is gone; null when it was not there. */
export async function deleteAttachment(tx: Tx, id: string) {
  const file = await tx.attachment.findUnique({ where: { id }, select: { contactId: true, name: true, contentType: true, size: true, contentHash: true, position: true } })
  if (file) await tx.attachment.delete({ where: { id }, select: { id: true } })
  return file
}
