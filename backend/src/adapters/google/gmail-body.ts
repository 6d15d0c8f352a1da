import type { AttachmentFact } from '@counterpane/shared/domain/message'
import { keepable } from './gmail-headers'
import { gmailPart, headerOf, type GmailPart } from './gmail-json'

export const bodyLimits = { depth: 32, parts: 2_000, attachments: 1_000, fileName: 1_000 } as const

/** A leaf of text: its bytes are here, or wait under `attachmentId` when Gmail finds them long. */
export interface TextLeaf { html: boolean; charset: string; data: string | null; attachmentId: string | null }
export interface Leaves { texts: TextLeaf[]; attachments: AttachmentFact[] }

/** Walks the tree of parts. Letters within the letter are attachments: their text is not what was written here. */
export function leavesOf(root: GmailPart): Leaves {
  const found: Leaves = { texts: [], attachments: [] }
  let visited = 0
  const visit = (part: GmailPart, depth: number) => {
    visited += 1
    if (visited > bodyLimits.parts) return
    const type = part.mimeType.toLowerCase()
    const attached = part.filename !== '' || /^\s*attachment/i.test(headerOf(part, 'content-disposition')) || type === 'message/rfc822'
    if (!attached && part.parts.length > 0) {
      if (depth < bodyLimits.depth) for (const child of part.parts) visitUnknown(child, depth + 1)
    } else if (!attached && (type === 'text/plain' || type === 'text/html' || type === '')) {
      found.texts.push({ html: type === 'text/html', charset: charsetOf(part), data: part.body?.data ?? null, attachmentId: part.body?.attachmentId ?? null })
    } else if (found.attachments.length < bodyLimits.attachments && (attached || part.body?.attachmentId)) {
      found.attachments.push({ name: keepable(part.filename).slice(0, bodyLimits.fileName), contentType: keepable(part.mimeType).slice(0, 200), size: Math.max(0, Math.trunc(part.body?.size ?? 0)) })
    }
  }
  const visitUnknown = (child: unknown, depth: number) => {
    const parsed = gmailPart.safeParse(child)
    if (parsed.success) visit(parsed.data, depth)
  }
  visit(root, 0)
  return found
}

function charsetOf(part: GmailPart): string {
  return /charset\s*=\s*"?([^";\s]+)/i.exec(headerOf(part, 'content-type'))?.[1]?.toLowerCase() ?? 'utf-8'
}

const stateful = /^(iso-2022|utf-16|utf-7|hz)/

/**
 * Bytes to text. Gmail mostly gives UTF-8 whatever the header still says, so that is tried first; charsets that look like ASCII are taken at their word.
 * An unknown charset leaves what UTF-8 can make of it.
 */
export function decodeText(data: string, charset: string): string {
  const bytes = Buffer.from(data, 'base64url')
  if (!stateful.test(charset)) {
    const text = decodeAs('utf-8', bytes, { fatal: true })
    if (text !== null) return keepable(text)
  }
  return keepable(decodeAs(charset, bytes) ?? decodeAs('utf-8', bytes) ?? '')
}

function decodeAs(charset: string, bytes: Buffer, options?: { fatal: boolean }): string | null {
  try {
    return new TextDecoder(charset, options).decode(bytes)
  } catch {
    return null
  }
}
