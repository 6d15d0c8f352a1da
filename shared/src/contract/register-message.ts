import { z } from 'zod'
import { contact } from './contact'
import { messageContent } from './mail-message'
import * as p from './parts'
import { match } from './sidebar'

/** Which program speaks; kept with the contact as its source. */
const client = z.enum(['outlook', 'gmail', 'api']).optional()

export const registerMessage = z.strictObject({
  message: messageContent,
  counterpartyId: p.id.nullish(), personIds: z.array(p.id).max(1_000).optional(), alsoCounterpartyIds: z.array(p.id).max(100).optional(),
  visibility: p.visibility.optional(), private: z.boolean().optional(), comment: z.string().max(100_000).optional(),
  closes: z.array(p.id).max(100).optional(),
  planNext: z.strictObject({ at: p.instant, method: p.method.optional(), type: p.id.nullish() }).optional(),
  /** Remember this client for the sender's address, for the whole team (product 2.1.5). */
  always: z.boolean().optional(),
  /** Address of the mailbox the message lies in, when it is not the caller's own: a shared one, or a colleague's. */
  mailbox: p.addressText.nullish(),
  /** The order by which this letter was written (contract/send-order): gives client and chain, and is fulfilled by this. */
  sendOrderId: p.id.optional(),
  client,
})
export const registered = z.object({ contact, created: z.boolean() })

export const registerMessages = z.strictObject({ messages: z.array(messageContent).max(200), dryRun: z.boolean().optional(), client })
export const registerMessagesResult = z.object({
  results: z.array(z.object({
    messageId: z.string().nullable(), outcome: z.enum(['created', 'already-registered', 'needs-client', 'refused']),
    contact: contact.optional(), match, problem: z.object({ code: z.string(), title: z.string() }).optional(),
  })),
})

export const excludeMessage = z.strictObject({ messageId: z.string().min(1).max(4_000), excluded: z.boolean() })
export const excluded = z.object({ messageId: z.string(), excluded: z.boolean() })

/** "Always for this address"; both ids null forgets the choice. */
export const rememberChoice = z.strictObject({ address: p.addressText, personId: p.id.nullish(), counterpartyId: p.id.nullish() })
export const remembered = z.object({ address: z.string(), personId: p.id.nullable(), counterpartyId: p.id.nullable() })

/** Later messages of a followed conversation register by themselves when the manager opens them (product 2.2.6). */
export const followConversation = z.strictObject({ conversationId: z.string().min(1).max(4_000), following: z.boolean() })
export const followed = z.object({ conversationId: z.string(), following: z.boolean() })
