import type { Contact } from '@counterpane/shared/contract/contact'
import type { OpenedContent } from '../../ports/mail-source'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

/** What became of the files of a registered message. `refused`: each with a sentence. */
export interface KeptFiles { kept: number; refused: { name: string; why: string }[] }

/**
 * Reads the bytes of a message's files from the mailbox and keeps them with the registered contact. `wanted`: places among the message's attachments;
 * null keeps what the policy and the manager's preferences say.
 */
export async function keepFiles(_needs: GmailAddonNeeds, _visit: Visit, _registered: { content: OpenedContent; contact: Contact; wanted: readonly number[] | null }): Promise<KeptFiles> {
  return { kept: 0, refused: [] }
}
