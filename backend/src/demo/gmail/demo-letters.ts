import { createHash, randomBytes } from 'node:crypto'
import type { MailAddress, MessageContent } from '@counterpane/shared/domain/message'

export interface DemoFile { name: string; contentType: string; size: number; contentId: string | null; inline: boolean }
/** A message file of the demo mailbox, as far as Gmail's stand-in shows it. */
export interface DemoMailFile {
  id: string; content: MessageContent
  /** Files and pictures of the text, as they lie in the message; left out: the files of `content`. */
  attachments?: readonly DemoFile[]
  /** Every mailbox of From. */
  from: readonly MailAddress[]
  /** As they stand in the file, decoded. */
  headers: readonly { name: string; value: string }[]
  unreadable?: string
}
export interface DemoMail {
  owner: { name: string; address: string }
  list(): readonly DemoMailFile[]
  /** Bytes of the file at that place among the `attachments`; where nobody knows them the stand-in makes some up. */
  bytesOf?: (id: string, at: number) => Promise<Uint8Array | null>
}
export const readableLetters = (mail: Pick<DemoMail, 'list'>) => mail.list().filter((file) => file.unreadable === undefined)
export const filesOf = ({ attachments, content }: DemoMailFile): readonly DemoFile[] => attachments ?? content.attachments.map((one) => ({ ...one, contentId: null, inline: false }))

export interface GmailIds { hex: string; event: string; thread: string }

/** Gmail's ids: 64 bits, hex in the API, decimal after "msg-f:" in events; here made of the file's name, so that they stay the same. */
const bits = (text: string) => createHash('sha256').update(text).digest().readBigUInt64BE(0) >> 4n
export function gmailIdsOf({ id, content }: Pick<DemoMailFile, 'id' | 'content'>): GmailIds {
  const message = bits(`message ${id}`)
  return { hex: message.toString(16), event: `msg-f:${message}`, thread: bits(`thread ${content.conversationId ?? id}`).toString(16) }
}
/** Gmail takes ids of threads in both forms too. */
export const threadHex = (id: string) => (/^thread-f:\d{1,20}$/.test(id) ? BigInt(id.slice(9)).toString(16) : id)

const quoted = (name: string) => (/^[\p{L}\p{N} ]*$/u.test(name) ? name : `"${name.replace(/(["\\])/g, '\\$1')}"`)
const mailbox = ({ name, address }: MailAddress) => (name ? `${quoted(name)} <${address}>` : address)
const mailboxes = (list: readonly MailAddress[]) => list.map(mailbox).join(', ')

const addressHeaders = new Set(['from', 'to', 'cc', 'reply-to', 'subject'])

/** The file's own headers; those with names are written anew, as a decoded comma would read as two people. */
function headersOf({ content, headers, from }: DemoMailFile) {
  const named = [
    ['From', mailboxes(from)], ['To', mailboxes(content.to)], ['Cc', mailboxes(content.cc)], ['Reply-To', mailboxes(content.replyTo)], ['Subject', content.subject],
  ].map(([name = '', value = '']) => ({ name, value }))
  return [...named.filter(({ value }) => value !== ''), ...headers.filter(({ name }) => !addressHeaders.has(name.toLowerCase()))]
}

const leaf = (partId: string, mimeType: string, text: string) => ({
  partId, mimeType, filename: '', headers: [{ name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` }],
  body: { size: Buffer.byteLength(text), data: Buffer.from(text).toString('base64url') },
})

/** Gmail's ids of attachments differ at every reading; the place is at the end. */
const newFileId = (at: number) => `ANGjdJ${randomBytes(24).toString('base64url')}_${at}`
export const placeOfFile = (fileId: string) => (/^ANGjdJ.+_\d{1,3}$/.test(fileId) ? Number(fileId.slice(fileId.lastIndexOf('_') + 1)) : -1)

function filePart({ name, contentType, size, contentId, inline }: DemoFile, at: number) {
  const headers = [{ name: 'Content-Disposition', value: `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/"/g, '')}"` }, ...(contentId ? [{ name: 'Content-ID', value: `<${contentId}>` }] : [])]
  return { partId: String(at + 1), mimeType: contentType, filename: name, headers, body: { size, attachmentId: newFileId(at) } }
}
const many = (partId: string, mimeType: string, parts: readonly object[]) => ({ partId, mimeType, filename: '', headers: [], body: { size: 0 }, parts })

/** What users.messages.get answers, as full or with the asked headers only. */
export function toGmailJson(file: DemoMailFile, { format, names, owner }: { format: string; names: readonly string[]; owner: string }) {
  const { content } = file
  const ids = gmailIdsOf(file)
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const headers = headersOf(file).filter(({ name }) => format === 'full' || wanted.size === 0 || wanted.has(name.toLowerCase()))
  const sent = content.receivedAt === null || content.from.address.toLowerCase() === owner.toLowerCase()
  const texts = [...(content.text === null ? [] : [leaf('0.0', 'text/plain', content.text)]), ...(content.html === null ? [] : [leaf('0.1', 'text/html', content.html)])]
  const parts = filesOf(file).map((one, at) => ({ inline: one.inline, part: filePart(one, at) }))
  const pictures = parts.filter(({ inline }) => inline).map(({ part }) => part)
  const words = many('0', 'multipart/alternative', texts)
  const body = pictures.length > 0 ? many('0', 'multipart/related', [words, ...pictures]) : words
  return {
    id: ids.hex, threadId: ids.thread, labelIds: [sent ? 'SENT' : 'INBOX'], snippet: (content.text ?? '').slice(0, 100), historyId: '1', sizeEstimate: 0,
    internalDate: String(Date.parse(content.receivedAt ?? content.sentAt)),
    payload: { partId: '', mimeType: 'multipart/mixed', filename: '', headers, body: { size: 0 }, ...(format === 'full' && { parts: [body, ...parts.filter(({ inline }) => !inline).map(({ part }) => part)] }) },
  }
}
