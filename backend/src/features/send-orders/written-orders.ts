import type { Direction } from '@counterpane/shared/domain/codes'
import type { MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { OtherSide } from '@counterpane/shared/matching/other-side'
import type { SendOrderRecord, SendOrdersRepository } from './send-orders.repository'
import { subjectKeyOf } from './subject-key'

const minute = 60_000
/** How long an order waits for its letter. */
export const orderLifeMs = 7 * 24 * 60 * minute
/** The clocks of a mail server and of this one may differ by so much. */
const skewMs = 10 * minute
/** A mail client tells nothing of a typed subject, so that an order may lack it. Such an order fits only what was sent soon, to exactly its recipients. */
const withoutSubjectMs = 60 * minute

/** What is known of a letter by looking at it. */
export interface SeenLetter { direction: Direction; sentBy: string | null; outsiders: readonly string[] }
export interface Seeing { seen: SeenLetter; message: Pick<MessageSnapshot, 'subject' | 'sentAt' | 'to' | 'cc'>; callerId: string }

export const toSeenLetter = ({ side, sentBy }: { side: Pick<OtherSide, 'direction' | 'main'>; sentBy: string | null }): SeenLetter => ({ direction: side.direction, sentBy, outsiders: side.main.map((party) => party.keys.addressKey) })

/** By which order a sent letter was written: the letter has no id in common with it, so its sender, subject, recipients and time decide. */
export function createWrittenOrders({ repository }: { repository: SendOrdersRepository }) {
  return {
    /** The likeliest of the sender's orders, or null. A letter sent as a shared mailbox names no manager: whoever looks at it then asks for their own. */
    guess({ seen, message, callerId }: Seeing): SendOrderRecord | null {
      const sentAt = Date.parse(message.sentAt)
      if (seen.direction !== 'outgoing') return null
      const subjectKey = subjectKeyOf(message.subject)
      const waiting = repository.waiting({ managerId: seen.sentBy ?? callerId, subjectKey, from: sentAt - orderLifeMs, to: sentAt + skewMs })
      if (waiting.length === 0) return null
      const all = recipientKeysOf([...message.to, ...message.cc])
      const keys = new Set(seen.outsiders.length > 0 ? seen.outsiders : all)
      const named = (order: SendOrderRecord) => order.subjectKey === subjectKey
      const fits = (order: SendOrderRecord) => named(order) || (sentAt - order.createdAt <= withoutSubjectMs && new Set([...order.recipients, ...all]).size === all.length && order.recipients.length === all.length)
      const fitting = waiting.filter((order) => order.recipients.some((key) => keys.has(key)) && isOf(order, sentAt) && fits(order))
      return fitting.sort((a, b) => Number(named(b)) - Number(named(a)) || distance(a, sentAt) - distance(b, sentAt))[0] ?? null
    },
    /** An order that the caller names; one that is fulfilled or closed says nothing any more. */
    named(id: string, { seen, callerId }: Pick<Seeing, 'seen' | 'callerId'>): SendOrderRecord | null {
      const order = repository.find(id)
      if (!order || (order.managerId !== callerId && order.managerId !== seen.sentBy)) throw new AppError('not-found', { errors: [{ path: 'sendOrderId', message: 'there is no such order of yours or of the sender' }] })
      return order.fulfilledAt === null && !order.contact?.undone ? order : null
    },
    /** What a pane is told of it. For whom a private letter is, its writer alone knows. */
    show(order: SendOrderRecord | null, callerId: string): { id: string; counterparty: { id: string; name: string } | null; contactId: string | null } | null {
      if (!order) return null
      const shown = !order.private || order.managerId === callerId
      return { id: order.id, counterparty: shown ? order.contact?.counterparty ?? order.counterparty : null, contactId: order.contact?.id ?? null }
    },
  }
}
export type WrittenOrders = ReturnType<typeof createWrittenOrders>

/** A letter already registered on sending is this one only when it was sent at the same time: the next answer in the same talk has its subject and recipients too. */
const isOf = ({ contact }: SendOrderRecord, sentAt: number) => contact === null || Math.abs(contact.startsAt - sentAt) <= skewMs
const distance = ({ contact, createdAt }: SendOrderRecord, sentAt: number) => Math.abs(sentAt - (contact?.startsAt ?? createdAt))

export function recipientKeysOf(addresses: readonly Partial<Record<keyof MailAddress, string | null>>[]): string[] {
  return [...new Set(addresses.map(({ address }) => parseAddress(address ?? '')?.addressKey).filter((key) => key !== undefined))]
}
