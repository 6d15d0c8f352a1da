import { trimMessageId } from '@counterpane/shared/matching/message-key'
import { uuidv7 } from '../../platform/ids'
import type { MessageContact, MessageInput, Recognised, RegisterOrder } from './registering.types'

export interface Client { counterpartyId: string | null; personIds: string[]; responsibleId: string | null }
export interface Draft { order: RegisterOrder; found: Recognised; client: Client; callerId: string; firmId: string | null; at: Date; words: { content: string; folded: string } }

/** The contact that a registered message becomes (product 2.2.1). */
export function contactOf({ order, found, client, callerId, firmId, at, words }: Draft): MessageContact {
  const { message } = order
  const visibility = order.visibility ?? 'full'
  const incoming = found.side.direction === 'incoming'
  return {
    id: uuidv7(), at, startsAt: new Date(message.receivedAt ?? message.sentAt), method: 'letter', direction: found.side.direction, status: 'held',
    source: order.client ?? 'api', state: incoming ? 1 : 0, visibility, private: order.private ?? false,
    counterpartyId: client.counterpartyId, alsoCounterpartyIds: (order.alsoCounterpartyIds ?? []).filter((id) => id !== client.counterpartyId), personIds: client.personIds,
    managerId: incoming ? client.responsibleId ?? callerId : senderOf(found) ?? callerId, registeredById: callerId, firmId, previousId: null,
    messageKey: found.messageKey, messageId: message.messageId ? trimMessageId(message.messageId) || null : null, conversationId: message.conversationId ?? null,
    subject: visibility === 'fact' ? '' : message.subject ?? '', content: visibility === 'full' ? words.content : '', folded: visibility === 'full' ? words.folded : '',
    comment: order.comment ?? '', attachments: (message.attachments ?? []).map(({ name, contentType, size }) => ({ id: uuidv7(), name, contentType: contentType ?? 'application/octet-stream', size })),
  }
}

/** Which of our managers sent it. */
const senderOf = ({ side, own }: Recognised) => (side.sender?.keys ? own.managerIds.get(side.sender.keys.addressKey) : undefined)

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
