import { z } from 'zod'
import * as codes from '../domain/codes'
import { contact, contactPage } from './contact'
import { messageSnapshot } from './mail-message'
import * as p from './parts'
import { task } from './task'

export const matchedPerson = z.object({ id: p.id, name: z.string(), position: z.string().nullable(), addresses: z.array(z.string()) })
export const matchedCounterparty = z.object({
  id: p.id, name: z.string(), class: z.string().nullable(), vip: z.boolean(), manager: p.reference.nullable(),
})
export const candidate = z.object({ person: matchedPerson.nullable(), counterparty: matchedCounterparty.nullable(), lastContactAt: p.utcInstant.nullable() })
export const warning = z.object({ code: z.enum(codes.warningCodes), text: z.string(), counterparty: p.reference.nullable() })

/** Who the other side is, by which rule, and why in the caller's language (product 2.1). */
export const match = z.object({
  kind: z.enum(codes.matchKinds), rule: z.enum(codes.matchRules), reason: z.string(),
  person: matchedPerson.nullable(), counterparty: matchedCounterparty.nullable(), candidates: z.array(candidate), warnings: z.array(warning),
})
export const participant = z.object({
  address: z.string(), name: z.string(), kind: z.enum(['person', 'counterparty', 'internal', 'none']), personId: p.id.nullable(), counterpartyId: p.id.nullable(),
})
export const registration = z.object({ contactId: p.id, by: p.reference, at: p.utcInstant, counterparty: p.reference.nullable(), canUndo: z.boolean() })

/** What is known of the conversation that a message belongs to: how many of its messages are registered, and for whom the latest was. */
export const conversation = z.object({ contacts: z.number().int(), contactId: p.id, counterparty: p.reference.nullable(), person: p.reference.nullable(), following: z.boolean() })
/** The order by which this sent letter was written; it is not registered yet, or only provisionally. */
export const waitingOrder = z.object({ id: p.id, counterparty: p.reference.nullable(), provisional: z.boolean() })

export const askSidebar = z.strictObject({ message: messageSnapshot })
export const sidebar = z.object({
  messageId: z.string().nullable(), match, participants: z.array(participant), registered: registration.nullable(), excluded: z.boolean(),
  conversation: conversation.nullable(), sendOrder: waitingOrder.nullable(),
  lastContact: contact.nullable(), nextContact: contact.nullable(), openTasks: z.array(task), history: contactPage,
})
export type Match = z.infer<typeof match>
export type Sidebar = z.infer<typeof sidebar>
