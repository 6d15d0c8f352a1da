import { decodeWords } from 'postal-mime'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { parseAddressList } from '@counterpane/shared/matching/address-list'
import type { OpenedHeaders } from '../../ports/mail-source'
import { headerOf, type GmailMessage } from './gmail-json'

const limits = { name: 500, address: 2_000, subject: 10_000, id: 4_000 } as const
/** The contract takes instants of four-digit years only. */
const instantRange = { from: 0, to: Date.UTC(9999, 11, 31) } as const

/** Gmail's message as the sidebar is asked about it. */
export function toHeaders(message: GmailMessage): OpenedHeaders {
  const { payload } = message
  const addresses = (name: string): MailAddress[] => parseAddressList(headerOf(payload, name)).map(toAddress)
  const arrived = instantOf(Number(message.internalDate ?? Number.NaN))
  const written = instantOf(Date.parse(headerOf(payload, 'date')))
  const messageId = headerOf(payload, 'message-id').trim()
  return {
    itemId: message.id,
    messageId: messageId === '' || messageId.length > limits.id ? null : keepable(messageId),
    conversationId: message.threadId ?? null,
    subject: readable(headerOf(payload, 'subject')).slice(0, limits.subject),
    sentAt: written ?? arrived ?? new Date(0).toISOString(),
    // Gmail's own time of arrival cannot be forged by the sender; a sent message has none.
    receivedAt: message.labelIds.includes('SENT') ? null : arrived,
    from: addresses('from')[0] ?? { name: '', address: '' },
    replyTo: addresses('reply-to'), to: addresses('to'), cc: addresses('cc'),
  }
}

/** Names are decoded after the list is cut up, never before: an encoded comma makes no second sender. */
const toAddress = ({ name, address }: { name: string; address: string }): MailAddress =>
  ({ name: readable(name).slice(0, limits.name), address: keepable(address).slice(0, limits.address) })

/** One line, its encoded words read, without what no table keeps. */
export const readable = (text: string) => keepable(text.includes('=?') ? decodeWords(text) : text).replace(/\s+/gu, ' ').trim()

/** Without what no table keeps: NUL and lone surrogates. */
export const keepable = (text: string) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')

function instantOf(ms: number): string | null {
  return ms >= instantRange.from && ms <= instantRange.to ? new Date(ms).toISOString() : null
}
