import type { Original } from '@counterpane/shared/contract/attachments'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Caller } from '../../platform/http/caller'
import type { AttachmentsNeeds } from './attachments.types'
import type { OriginalsRepository } from './originals.repository'

export interface OriginalsDeps { originals: OriginalsRepository; needs: Pick<AttachmentsNeeds, 'viewContact'> }

export function createOriginalsService({ originals, needs }: OriginalsDeps) {
  return {
    /**
     * In whose mailboxes the message of a contact lies. Only one's own copy comes with what opens it; of others' one learns whose they are,
     * and of a private contact's not even that.
     */
    list(caller: Caller, contactId: string): Original[] {
      const contact = needs.viewContact(contactId, caller.id)
      if (!contact) throw new AppError('not-found')
      return originals.list(contactId, caller.id).flatMap(({ managerId, managerName, client, itemId }) => {
        const own = managerId === caller.id
        if (contact.masked && !own) return []
        return { manager: { id: managerId, name: managerName }, client, itemId: own ? itemId : null, messageId: own ? contact.messageId : null }
      })
    },
  }
}
export type OriginalsService = ReturnType<typeof createOriginalsService>
