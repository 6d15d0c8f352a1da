import type { z } from 'zod'
import type { addAttachment } from '@counterpane/shared/contract/attachments'
import type { Attachment } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import { deleteAttachment, insertAttachment } from './attachments.repository'
import type { AttachmentsDeps } from './attachments.service'
import { roomFor } from './keeping-room'

/** Files that people put on a contact, and take off again. Bytes that nobody names any more are swept away later. */
export function createHandFiles({ db, attachments, store, clock, needs }: AttachmentsDeps) {
  const sizeOf = async (hashes: readonly string[]) => (await Promise.all(hashes.map((hash) => store.sizeOf(hash)))).reduce<number>((sum, size) => sum + (size ?? 0), 0)

  return {
    /** The facts of a file whose bytes are sent next; refused already when its size says that they would be. */
    async add(caller: Caller, contactId: string, { name, contentType = 'application/octet-stream', size }: z.output<typeof addAttachment>, locale: Locale): Promise<Attachment> {
      const contact = needs.viewContact(contactId, caller.id)
      if (!contact) throw new AppError('not-found')
      if (contact.masked) throw new AppError('forbidden')
      const room = roomFor(needs.policy(), await sizeOf(attachments.keptHashes(contactId)), locale)
      if (size > room.bytes) throw room.refusal
      const [id, at] = [uuidv7(), clock.now()]
      const file = { name, contentType, size }
      await db.write(async (tx) => {
        if (!(await insertAttachment(tx, { id, contactId, ...file }))) throw new AppError('not-found')
        await writeAudit(tx, { managerId: caller.id, noun: 'attachment', nounId: id, action: 'added', at, after: { contactId, ...file } })
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: contactId, action: 'file-added', at, after: { file: name } })
      })
      needs.changed(contactId)
      return { id, ...file, kept: false }
    },
    async remove(caller: Caller, id: string): Promise<undefined> {
      const file = attachments.find(id)
      const contact = file && needs.viewContact(file.contactId, caller.id)
      if (!file || !contact || contact.masked) throw new AppError('not-found')
      const at = clock.now()
      await db.write(async (tx) => {
        const gone = await deleteAttachment(tx, id)
        if (!gone) throw new AppError('not-found')
        await writeAudit(tx, { managerId: caller.id, noun: 'attachment', nounId: id, action: 'removed', at, before: gone, after: { contactId: null, name: null, contentType: null, size: null, contentHash: null, position: null } })
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: file.contactId, action: 'file-removed', at, before: { file: file.name }, after: { file: null } })
      })
      needs.changed(file.contactId)
      return undefined
    },
  }
}
export type HandFiles = ReturnType<typeof createHandFiles>
