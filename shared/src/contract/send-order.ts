import { z } from 'zod'
import { contact } from './contact'
import { mailAddress, messageContent } from './mail-message'
import * as p from './parts'

const addresses = z.array(mailAddress).max(10_000)
const letter = {
  subject: z.string().max(100_000).nullish(), to: addresses, cc: addresses.nullish(),
  counterpartyId: p.id.nullish(), personIds: z.array(p.id).max(1_000).optional(),
  /** The contact from which this letter was started: the sent one joins its chain (product 2.2.8). */
  previousId: p.id.nullish(), visibility: p.visibility.optional(), private: z.boolean().optional(),
}
/**
 * "Register this letter when it is sent": made while it is being written, when it has no Message-ID yet. It is fulfilled on sending where the mail
 * client tells of it (`messageSent`, with the ticket), else when the sent message is next opened.
 */
export const createSendOrder = z.strictObject(letter)
export const changeSendOrder = z.strictObject(letter)
export const sendOrder = z.object({ id: p.id, createdAt: p.utcInstant, expiresAt: p.utcInstant })
/** `ticket` lets the mail client's send handler, which has no session, fulfil this one order. */
export const createdSendOrder = sendOrder.extend({ ticket: z.string() })
export const messageSent = z.strictObject({ ticket: z.string().min(1).max(200), message: messageContent })
export const sentAnswer = z.object({ contact: contact.pick({ id: true, counterparty: true, startsAt: true }), created: z.boolean() })
export type CreatedSendOrder = z.infer<typeof createdSendOrder>
