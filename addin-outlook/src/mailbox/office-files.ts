import type { MessageFiles } from './mail-client'
import { MailboxError } from './mailbox'
import { hasSet, officeCall } from './office-call'
import { whileOpen } from './open-item-key'

/** Bytes of the open message's files; large ones take their time. */
export function createOfficeFiles({ timeoutMs = 60_000 }: { timeoutMs?: number } = {}): MessageFiles {
  return {
    read: (key, fileId) => whileOpen(key, async (item) => {
      if (!hasSet('1.8') || typeof item.getAttachmentContentAsync !== 'function') throw new MailboxError('not-given', 'no attachment content')
      return toBytes(await officeCall<Office.AttachmentContent>((done) => item.getAttachmentContentAsync(fileId, done), timeoutMs))
    }),
  }
}

/** Files come in base64, attached messages and appointments as their text; a link has its bytes elsewhere. */
function toBytes({ content, format }: Office.AttachmentContent): Uint8Array<ArrayBuffer> {
  switch (String(format)) {
    case 'base64': return Uint8Array.from(atob(content.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
    case 'eml': case 'iCalendar': return new TextEncoder().encode(content)
    default: throw new MailboxError('not-given', `format ${format}`)
  }
}
