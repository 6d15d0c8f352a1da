import { z } from 'zod'
import { instant, shortText } from './parts'

export const mailAddress = z.strictObject({ name: z.string().max(2_000).nullish(), address: z.string().max(2_000).nullish() })

const addresses = z.array(mailAddress).max(10_000)
const snapshotFields = {
  messageId: z.string().max(4_000).nullish(),
  conversationId: z.string().max(4_000).nullish(),
  subject: z.string().max(100_000).nullish(),
  sentAt: instant,
  receivedAt: instant.nullish(),
  from: mailAddress,
  /** Who sent it on behalf of `from`, when that is another. */
  sender: mailAddress.nullish(),
  replyTo: addresses.nullish(),
  to: addresses,
  cc: addresses.nullish(),
}

/** Only `from`, `to` and `sentAt` are required; names and addresses may be empty. */
export const messageSnapshot = z.strictObject(snapshotFields)

export const attachmentFact = z.strictObject({ name: shortText, contentType: shortText.nullish(), size: z.number().int().min(0).max(2_147_483_647) })

export const messageContent = z.strictObject({
  ...snapshotFields,
  text: z.string().nullish(),
  html: z.string().nullish(),
  attachments: z.array(attachmentFact).max(1_000).nullish(),
  /** The mail client's own id of the item, kept as this mailbox's way back to the original. */
  itemId: z.string().max(4_000).nullish(),
})
