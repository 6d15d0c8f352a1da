import { parseAddress } from '@counterpane/shared/matching/address'
import { trimMessageId } from '@counterpane/shared/matching/message-key'
import { uuidv7 } from '../../platform/ids'
import type { MessageContact, MessageInput, Recognised, RegisterOrder, WrittenOrder } from './registering.types'

export interface Client { counterpartyId: string | null; personIds: string[]; responsibleId: string | null }
export interface Draft {
  order: RegisterOrder; found: Recognised; written: WrittenOrder | null; client: Client; callerId: string; firmId: string | null; previousId: string | null; at: Date
  words: { content: string; folded: string }
}

/** The contact that a registered message becomes (product 2.2.1). */
export function contactOf({ order, found, written, client, callerId, firmId, previousId, at, words }: Draft): MessageContact {
  const { message } = order
  const visibility = order.visibility ?? 'full'
  const incoming = found.side.direction === 'incoming'
  return {
    id: uuidv7(), at, startsAt: new Date(message.receivedAt ?? message.sentAt), method: 'letter', direction: found.side.direction, status: 'held',
    source: order.client ?? 'api', state: incoming ? 1 : 0, visibility, private: order.private ?? false,
    counterpartyId: client.counterpartyId, alsoCounterpartyIds: (order.alsoCounterpartyIds ?? []).filter((id) => id !== client.counterpartyId), personIds: client.personIds,
    managerId: incoming ? client.responsibleId ?? mailboxOwner(order, found) ?? callerId : written?.managerId ?? found.sentBy ?? callerId, registeredById: callerId, firmId, previousId,
    messageKey: messageKeyFor(found, message, written), messageId: messageIdOf(message), conversationId: message.conversationId ?? null,
    subject: visibility === 'fact' ? '' : message.subject ?? '', content: visibility === 'full' ? words.content : '', folded: visibility === 'full' ? words.folded : '',
    // A file's name says what the message is about: where only the fact is to be known it is left out.
    comment: order.comment ?? '', attachments: visibility === 'fact' ? [] : (message.attachments ?? []).map(({ name, contentType, size }) => ({ id: uuidv7(), name, contentType: contentType ?? 'application/octet-stream', size })),
  }
}

export const messageIdOf = ({ messageId }: MessageInput) => (messageId ? trimMessageId(messageId) || null : null)

/** A letter has no Message-ID before it is sent: until it is seen with one, its order is its key. */
export const messageKeyFor = (found: Recognised, message: MessageInput, written: WrittenOrder | null) =>
  (written && messageIdOf(message) === null ? `sent:${written.id}` : found.messageKey)

/** Whose mailbox the message lies in, when that is one of ours; a shared mailbox is nobody's. */
export function mailboxOwner({ mailbox }: RegisterOrder, { own }: Recognised): string | undefined {
  const keys = mailbox ? parseAddress(mailbox) : null
  return keys ? own.managerIds.get(keys.addressKey) : undefined
}

/** What the order says counts where the request itself says nothing. */
export function withOrder(asked: RegisterOrder, written: WrittenOrder | null): RegisterOrder {
  if (!written) return asked
  const named = asked.counterpartyId !== undefined || asked.personIds !== undefined
  return {
    ...asked, visibility: asked.visibility ?? written.visibility, private: asked.private ?? written.private,
    ...(!named && written.counterpartyId !== null && { counterpartyId: written.counterpartyId }), ...(!named && written.personIds.length > 0 && { personIds: written.personIds }),
  }
}

/** An exact match alone may decide; a suggestion never files by itself (product 2.1.4). */
export function clientByMatch({ match, side, evidence }: Recognised): { counterpartyId: string | null; personIds: string[] } {
  if ((match.kind !== 'person' && match.kind !== 'counterparty') || !match.target) return { counterpartyId: null, personIds: [] }
  const { personId, counterpartyId } = match.target
  // A message sent to several people of one client was written to all of them.
  const keys = new Set(side.direction === 'outgoing' ? side.main.map((party) => party.keys.addressKey) : [])
  const addressed = evidence.persons.filter((hit) => keys.has(hit.addressKey) && hit.counterpartyId === counterpartyId && isOnlyHit(hit.addressKey, evidence.persons)).map((hit) => hit.personId)
  return { counterpartyId, personIds: [...new Set([personId, ...addressed])].filter((id): id is string => id !== null) }
}

const isOnlyHit = (addressKey: string, hits: readonly { addressKey: string }[]) => hits.filter((hit) => hit.addressKey === addressKey).length === 1

export const hasWords = (message: MessageInput) => typeof message.text === 'string' || typeof message.html === 'string'
