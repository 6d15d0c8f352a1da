import type { KeptAttachment } from '@counterpane/shared/contract/attachments'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { fileRefusals } from '@counterpane/shared/text/file-refusals'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import type { ArrivedFile, FileStore } from '../../ports/file-store'
import { findForKeeping, markKept, type AttachmentsRepository } from './attachments.repository'
import type { AttachmentRow, AttachmentsNeeds } from './attachments.types'
import { refusedBy, roomFor, type KeepingRoom } from './keeping-room'

export interface AttachmentsDeps { db: Db; attachments: AttachmentsRepository; store: FileStore; clock: Clock; needs: AttachmentsNeeds }
/** `declared`: how many bytes the sender says will come; null when it does not. `open` gives them, and is asked only when they are wanted. */
export interface Keeping { open: () => AsyncIterable<Uint8Array>; declared: number | null; locale: Locale }

export function createAttachmentsService({ db, attachments, store, clock, needs }: AttachmentsDeps) {
  const sizesOf = async (hashes: readonly string[]) => (await Promise.all(hashes.map((hash) => store.sizeOf(hash)))).reduce<number>((sum, size) => sum + (size ?? 0), 0)

  /** The attachment and how its contact looks to the caller; what is masked for the caller is not there. */
  function getSeen(caller: Caller, id: string) {
    const file = attachments.find(id)
    const contact = file && needs.viewContact(file.contactId, caller.id)
    if (!file || !contact || contact.masked) throw new AppError('not-found')
    return { file, contact }
  }

  /** A file that is kept may be sent again, whatever the policy has become since; a new one needs room. */
  async function roomOf(file: AttachmentRow, locale: Locale): Promise<KeepingRoom> {
    const policy = needs.policy()
    if (file.contentHash === null) return roomFor(policy, await sizesOf(attachments.keptHashes(file.contactId)), locale)
    return { bytes: Math.max((await store.sizeOf(file.contentHash)) ?? 0, policy.maxFileBytes), refusal: refusedBy(locale, 'otherBytes') }
  }

  /** Bytes and row in one turn of the writers, so that nobody sweeps away what is being kept, and two files cannot share the same room. */
  const write = (caller: Caller, file: AttachmentRow, arrived: ArrivedFile, locale: Locale) => db.write(async (tx) => {
    const now = await findForKeeping(tx, file.id)
    if (!now) throw new AppError('not-found')
    if (now.contentHash !== null && now.contentHash !== arrived.hash) throw refusedBy(locale, 'otherBytes')
    if (now.contentHash === null) {
      const room = roomFor(needs.policy(), await sizesOf(now.otherHashes), locale)
      if (arrived.size > room.bytes) throw room.refusal
    }
    await arrived.keep()
    if (now.contentHash !== null) return
    const at = clock.now()
    await markKept(tx, { id: file.id, hash: arrived.hash, at })
    await writeAudit(tx, { managerId: caller.id, noun: 'attachment', nounId: file.id, action: 'kept', at, after: { contactId: file.contactId, name: file.name, contentHash: arrived.hash, bytes: arrived.size } })
  })

  return {
    /** Keeps the bytes of an attachment: for those who have the message, within the policy, once. */
    async keep(caller: Caller, id: string, { open, declared, locale }: Keeping): Promise<KeptAttachment> {
      const { file, contact } = getSeen(caller, id)
      const byHand = attachments.isPutBy(id, caller.id)
      if (!byHand && contact.registeredById !== caller.id && !attachments.hasCopy(file.contactId, caller.id)) throw new AppError('forbidden')
      const bytes = open()
      if (!byHand && contact.visibility !== 'full' && file.contentHash === null) throw refusedBy(locale, 'withoutContent')
      const room = await roomOf(file, locale)
      if (declared !== null && declared > room.bytes) throw room.refusal
      const arrived = await store.receive(bytes, room.bytes)
      if (!arrived) throw room.refusal
      await write(caller, file, arrived, locale).finally(() => arrived.discard())
      needs.changed(file.contactId)
      return { id: file.id, name: file.name, contentType: file.contentType, size: file.size, kept: true }
    },
    /** A kept attachment that the caller may see. */
    getKept(caller: Caller, id: string, locale: Locale): AttachmentRow & { contentHash: string } {
      return asKept(getSeen(caller, id).file, locale)
    },
    /** The same for a ticket that was given to somebody who could: only an undone registration takes it away. */
    getTicketed(id: string, locale: Locale): AttachmentRow & { contentHash: string } {
      const file = attachments.find(id)
      if (!file || !needs.viewContact(file.contactId, '')) throw new AppError('not-found')
      return asKept(file, locale)
    },
  }
}
export type AttachmentsService = ReturnType<typeof createAttachmentsService>

function asKept(file: AttachmentRow, locale: Locale) {
  const { contentHash } = file
  if (contentHash === null) throw new AppError('not-found', { detail: fileRefusals[locale].notKept })
  return { ...file, contentHash }
}
