import type { AttachmentFact, MailAddress } from '@counterpane/shared/domain/message'
import type { OpenMessage } from './mailbox'

type Item = NonNullable<Office.Mailbox['item']>

/** The open item as a message, or null when it is none: nothing selected, an appointment, a message being written. */
export function toOpenMessage(item: Item | undefined | null): OpenMessage | null {
  // While a message is being written subject is an object with getters, not text (outlook-and-graph 3.1).
  if (!item || String(item.itemType) !== 'message' || typeof item.subject !== 'string') return null
  const messageId = textOf(item.internetMessageId)
  const itemId = textOf(item.itemId)
  const created = instantOf(item.dateTimeCreated)
  const snapshot = {
    messageId, conversationId: textOf(item.conversationId), subject: item.subject, sentAt: created, receivedAt: null,
    from: toAddress(item.from), replyTo: [], to: toAddresses(item.to), cc: toAddresses(item.cc),
  }
  const key = messageId ?? itemId ?? `${snapshot.from.address}|${created}|${snapshot.subject}`
  return { key, itemId, snapshot, attachments: (item.attachments ?? []).filter((a) => !a.isInline).map(toAttachment) }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const toAddress = (details: Office.EmailAddressDetails | undefined | null): MailAddress => ({ name: details?.displayName ?? '', address: details?.emailAddress ?? '' })
const toAddresses = (list: readonly Office.EmailAddressDetails[] | undefined | null) => (list ?? []).map(toAddress)
const toAttachment = (file: Office.AttachmentDetails): AttachmentFact => ({
  name: file.name ?? '', contentType: file.contentType ?? '', size: Math.max(0, Math.round(file.size ?? 0)),
})

/** Office.js has no time of sending: `dateTimeCreated` is when the message came to be in this mailbox. Hosts of other windows hand over foreign Date objects. */
function instantOf(value: unknown): string {
  const at = new Date(value as Date | string | number)
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString()
}
