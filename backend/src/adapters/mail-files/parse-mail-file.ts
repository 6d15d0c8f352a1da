import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import PostalMime, { decodeWords } from 'postal-mime'
import { normaliseText } from '../../platform/text/normalise-text'
import { conversationOf, messageIdsOf } from './mail-conversations'
import type { MailFile } from './mail-file'
import { addressesOf, senderOf, type HeaderField } from './mail-file-addresses'
import { whyTooMuch } from './mail-file-limits'
import { attachmentsOf, fileId, kindOf, textOf } from './mail-file-parts'
import { withReadableHeader } from './mail-header-bytes'
import { deliveredAt, instantOf } from './mail-times'

export const mailParsing = { rfc822Attachments: true, maxNestingDepth: 100, maxRfc822NestingDepth: 3 } as const

/** A message without a believable time still needs one; this one is seen to be none. */
const noTime = '1970-01-01T00:00:00.000Z'

/** A file with none of these is something else that was named like a message. */
const mailHeaders = new Set(['from', 'to', 'cc', 'subject', 'date', 'message-id', 'received', 'return-path', 'reply-to', 'sender', 'mime-version', 'content-type'])

const oneLine = (text: string) => normaliseText(text).replace(/\s+/g, ' ').trim()

function emptySnapshot(): MessageSnapshot {
  return { messageId: null, conversationId: null, subject: '', sentAt: noTime, receivedAt: null, from: { name: '', address: '' }, replyTo: [], to: [], cc: [] }
}

/** The entry of a file that can't be read: it stands in the list and says why. */
export function unreadableFile(fileName: string, size: number, why: string): MailFile {
  const id = fileId(fileName)
  const snapshot = emptySnapshot()
  const base = { id, inReplyTo: null, references: [], snapshot }
  return { ...base, fileName, size, content: { ...snapshot, text: null, html: null, attachments: [] }, headers: [], from: [], html: null, attachments: [],
    conversationId: conversationOf(base), autoSubmitted: null, kind: 'message', unreadable: why }
}

/**
 * Reads one message file. Never rejects: what can't be read comes back as `unreadable`. `modifiedAt` (ISO 8601) stands in for a missing Date.
 */
export async function parseMailFile(bytes: Uint8Array, fileName: string, modifiedAt?: string): Promise<MailFile> {
  const tooMuch = whyTooMuch(bytes)
  if (tooMuch !== null) return unreadableFile(fileName, bytes.length, tooMuch)
  try {
    return await readMessage(bytes, fileName, modifiedAt ?? noTime)
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
    return unreadableFile(fileName, bytes.length, `The file is not a message that can be read: ${why}`)
  }
}

async function readMessage(bytes: Uint8Array, fileName: string, otherwise: string): Promise<MailFile> {
  const email = await PostalMime.parse(withReadableHeader(bytes), mailParsing)
  const fields: HeaderField[] = email.headers.map((header) => ({ name: header.originalKey, raw: header.value }))
  if (!email.headers.some((field) => mailHeaders.has(field.key))) return unreadableFile(fileName, bytes.length, 'The file has no mail header')
  const header = (name: string) => email.headers.find((field) => field.key === name)?.value

  const sender = senderOf(fields)
  const references = messageIdsOf(header('references') ?? '')
  const inReplyTo = messageIdsOf(header('in-reply-to') ?? '')[0] ?? null
  const receivedAt = deliveredAt(header('received'))
  const snapshot: MessageSnapshot = {
    messageId: oneLine(header('message-id') ?? '').slice(0, 1_000) || null, conversationId: null, subject: oneLine(email.subject ?? ''),
    sentAt: instantOf(header('date')) ?? receivedAt ?? otherwise, receivedAt,
    from: sender.from, replyTo: addressesOf(fields, 'reply-to'), to: addressesOf(fields, 'to'), cc: addressesOf(fields, 'cc'),
  }
  const id = fileId(fileName)
  snapshot.conversationId = conversationOf({ id, inReplyTo, references, snapshot })
  const attachments = attachmentsOf(email)
  const html = email.html === undefined ? null : normaliseText(email.html)
  const sent = attachments.filter((one) => !one.inline).map(({ name, contentType, size }) => ({ name, contentType, size }))
  return {
    id, fileName, size: bytes.length, snapshot, content: { ...snapshot, text: textOf(email), html, attachments: sent },
    headers: fields.map((field) => ({ name: normaliseText(field.name), value: normaliseText(decodeWords(field.raw)) })),
    from: sender.all, html, attachments, inReplyTo, references, conversationId: snapshot.conversationId, ...kindOf(email, header),
  }
}
