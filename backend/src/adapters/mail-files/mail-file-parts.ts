import { createHash } from 'node:crypto'
import type { Attachment, Email } from 'postal-mime'
import { textOfHtml } from '../../platform/text/html-text'
import { normaliseText } from '../../platform/text/normalise-text'
import type { MailFileAttachment, MailFileKind } from './mail-file'

const sizeOf = (part: Attachment) => (typeof part.content === 'string' ? Buffer.byteLength(part.content) : part.content.byteLength)
const contentIdOf = (part: Attachment) => part.contentId?.trim().replace(/^<|>$/g, '') || null

/** An invitation inside the message is the message, not a file that came with it. */
const isInvitation = (part: Attachment) => part.mimeType === 'text/calendar' && part.disposition !== 'attachment'

const endings: Record<string, string> = { 'message/rfc822': 'eml', 'application/pdf': 'pdf', 'text/plain': 'txt', 'text/html': 'html', 'text/calendar': 'ics' }

function nameOf(part: Attachment, index: number): string {
  const given = normaliseText(part.filename ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
  if (given !== '') return given
  const subtype = part.mimeType.split('/')[1] ?? ''
  return `attachment-${index + 1}.${endings[part.mimeType] ?? (/^[a-z0-9]{1,8}$/.test(subtype) ? subtype : 'bin')}`
}

/** Files and pictures of a message in their order, as `attachmentsOf` describes them. */
export const attachedParts = (email: Email): Attachment[] => email.attachments.filter((part) => !isInvitation(part))

export function attachmentsOf(email: Email): MailFileAttachment[] {
  const html = email.html ?? ''
  return attachedParts(email).map((part, index) => {
    const contentId = contentIdOf(part)
    const shown = contentId !== null && html.includes(`cid:${contentId}`)
    return { name: nameOf(part, index), contentType: normaliseText(part.mimeType).slice(0, 200), size: sizeOf(part), contentId, inline: shown || (part.related === true && part.disposition !== 'attachment') }
  })
}

export function textOf(email: Email): string | null {
  if (email.text !== undefined) return normaliseText(email.text)
  return email.html === undefined ? null : textOfHtml(email.html)
}

export function kindOf(email: Email, header: (name: string) => string | undefined): { kind: MailFileKind; autoSubmitted: string | null } {
  const said = header('auto-submitted')?.trim().toLowerCase() ?? ''
  const autoSubmitted = said === '' || said === 'no' ? null : said
  const invited = email.attachments.some((part) => part.mimeType === 'text/calendar' && part.method === 'REQUEST')
  const replied = said.startsWith('auto-replied') || header('x-autoreply') !== undefined || header('precedence')?.trim().toLowerCase() === 'auto_reply'
  return { kind: invited ? 'meeting-request' : replied ? 'auto-reply' : 'message', autoSubmitted }
}

/** The file's name is its identity, not its bytes: a message saved again stays the same message. */
export const fileId = (fileName: string): string => createHash('sha256').update(fileName.normalize('NFC')).digest('base64url').slice(0, 22)
