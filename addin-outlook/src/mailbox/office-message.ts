import type { MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'
import type { MeetingWord, OpenFile, OpenMessage } from './mailbox'

/** A message as Office.js shows it for reading: the open one, or one loaded out of a selection. */
export type ReadMessage = Pick<
  Office.MessageRead,
  'itemType' | 'itemClass' | 'itemId' | 'internetMessageId' | 'conversationId' | 'subject' | 'dateTimeCreated' | 'from' | 'sender' | 'to' | 'cc' | 'attachments' | 'start' | 'end' | 'location'
>

/** The open item as a message, or null when it is none: nothing selected, an appointment, a message being written. */
export function toOpenMessage(item: ReadMessage | undefined | null): OpenMessage | null {
  if (!item || String(item.itemType) !== 'message' || typeof item.subject !== 'string') return null
  const messageId = textOf(item.internetMessageId)
  const itemId = textOf(item.itemId)
  const created = instantOf(item.dateTimeCreated) ?? new Date(0).toISOString()
  const from = toAddress(item.from)
  const snapshot: MessageSnapshot = {
    messageId, conversationId: textOf(item.conversationId), subject: item.subject, sentAt: created, receivedAt: null,
    from, sender: otherThan(from, toAddress(item.sender)), replyTo: [], to: toAddresses(item.to), cc: toAddresses(item.cc),
  }
  const key = messageId ?? itemId ?? `${snapshot.from.address}|${created}|${snapshot.subject}`
  return { key, itemId, snapshot, attachments: [...(item.attachments ?? [])].filter((file) => !file.isInline).map(toFile), meeting: meetingWordOf(item) }
}

export const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
export const toAddress = (details: Office.EmailAddressDetails | undefined | null): MailAddress => ({ name: details?.displayName ?? '', address: details?.emailAddress ?? '' })
/** As many as the mail client tells: 20 to 1,000, by its kind. */
export const toAddresses = (list: readonly Office.EmailAddressDetails[] | undefined | null) => [...(list ?? [])].map(toAddress)

/** Office.js has no time of sending: `dateTimeCreated` is when the message came to be in this mailbox. Hosts of other windows hand over foreign Date objects. */
export function instantOf(value: unknown): string | null {
  const at = value === undefined || value === null ? new Date(Number.NaN) : new Date(value as Date | string | number)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Who pressed Send, when that was another than the one the message is from. */
function otherThan(from: MailAddress, sender: MailAddress): MailAddress | null {
  if (sender.address === '' && sender.name === '') return null
  return sender.address.toLowerCase() === from.address.toLowerCase() ? null : sender
}

const toFile = (file: Office.AttachmentDetails): OpenFile => ({
  id: file.id ?? '', kind: String(file.attachmentType) === 'cloud' ? 'cloud' : String(file.attachmentType) === 'item' ? 'item' : 'file',
  name: file.name ?? '', contentType: file.contentType ?? '', size: Math.max(0, Math.round(file.size ?? 0)),
})

const meetingClasses: [RegExp, MeetingWord['kind']][] = [[/Request/i, 'request'], [/Canceled/i, 'cancelled'], [/Resp\.Pos/i, 'accepted'], [/Resp\.Neg/i, 'declined'], [/Resp\.Tent/i, 'tentative']]

/** Requests, answers and cancellations are messages that carry the times of their meeting. */
function meetingWordOf(item: ReadMessage): MeetingWord | null {
  const rest = /^IPM\.Schedule\.Meeting\.(.+)$/i.exec(item.itemClass ?? '')?.[1]
  const kind = rest === undefined ? undefined : meetingClasses.find(([pattern]) => pattern.test(rest))?.[1]
  return kind ? { kind, startsAt: instantOf(item.start), endsAt: instantOf(item.end), location: textOf(item.location) ?? '' } : null
}
