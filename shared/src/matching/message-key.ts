import type { MailAddress, MessageSnapshot } from '../domain/message'
import { parseAddress } from './address'

/** A text's SHA-256 in hex, given by the caller: shared code has no cryptography of its own. */
export type Digest = (text: string) => string
export type KeyedMessage = Pick<MessageSnapshot, 'messageId' | 'sentAt' | 'subject'> & { from: MailAddress }

/** Keys of our own making: of messages without an id, and of letters that were sent but not yet seen with theirs. */
const ownKey = /^(hash|sent):/

/**
 * What makes two copies of a message the same one, in whichever mailbox: the Message-ID, or a hash of sender, second and subject when it has none.
 * The body is no part of it, so that the sidebar, which has no text, knows it too.
 */
export function messageKeyOf(message: KeyedMessage, digest: Digest): { key: string } {
  const id = trimMessageId(message.messageId ?? '')
  if (id !== '') return { key: id.length <= 1_000 && !ownKey.test(id) ? id : `hash:${digest(id)}` }
  const sender = parseAddress(message.from.address)?.addressKey ?? message.from.address.trim()
  return { key: `hash:${digest(JSON.stringify([sender, toSecond(message.sentAt), message.subject]))}` }
}

/** Case is kept: providers differ in it on purpose. Zimbra and Notes leave spaces inside the brackets. */
export function trimMessageId(messageId: string): string {
  let id = messageId.trim()
  while (id.startsWith('<')) id = id.slice(1)
  while (id.endsWith('>')) id = id.slice(0, -1)
  return id.trim()
}

function toSecond(instant: string): string {
  const ms = Date.parse(instant)
  return Number.isNaN(ms) ? instant : new Date(Math.floor(ms / 1000) * 1000).toISOString()
}
