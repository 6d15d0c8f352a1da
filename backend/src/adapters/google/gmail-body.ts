import type { AttachmentFact } from '@counterpane/shared/domain/message'
import { charsetOf } from './gmail-charset'
import { keepable, readable } from './gmail-headers'
import { gmailPart, headerOf, type GmailPart } from './gmail-json'

/** `size`: what a letter may hold ends far below; the database counts to here. */
export const bodyLimits = { depth: 32, parts: 2_000, attachments: 1_000, fileName: 1_000, size: 2_147_483_647 } as const

/** A leaf of text: its bytes are here, or wait under `attachmentId` when Gmail finds them long. */
export interface TextLeaf { html: boolean; charset: string; data: string | null; attachmentId: string | null }
/** `contentId`: by which the HTML may show it; `related`: it stands beside the text that shows it. */
export interface FileLeaf extends AttachmentFact { fileId: string | null; contentId: string | null; related: boolean }
export interface Leaves { texts: TextLeaf[]; files: FileLeaf[] }

/** Walks the tree of parts. Letters within the letter are attachments: their text is not what was written here. */
export function leavesOf(root: GmailPart): Leaves {
  const found: Leaves = { texts: [], files: [] }
  let visited = 0
  const visit = (part: GmailPart, depth: number, parent: string) => {
    visited += 1
    if (visited > bodyLimits.parts) return
    const type = part.mimeType.toLowerCase()
    const attached = part.filename !== '' || /^\s*attachment/i.test(headerOf(part, 'content-disposition')) || type === 'message/rfc822'
    if (!attached && part.parts.length > 0) {
      if (depth < bodyLimits.depth) for (const child of part.parts) visitUnknown(child, depth + 1, type)
    } else if (!attached && (type === 'text/plain' || type === 'text/html' || type === '')) {
      found.texts.push({ html: type === 'text/html', charset: charsetOf(part), data: part.body?.data ?? null, attachmentId: part.body?.attachmentId ?? null })
    } else if (found.files.length < bodyLimits.attachments && (attached || (part.body?.attachmentId && type !== 'text/calendar'))) {
      found.files.push(fileOf(part, parent === 'multipart/related'))
    }
  }
  const visitUnknown = (child: unknown, depth: number, parent: string) => {
    const parsed = gmailPart.safeParse(child)
    if (parsed.success) visit(parsed.data, depth, parent)
  }
  visit(root, 0, '')
  return found
}

function fileOf(part: GmailPart, inRelated: boolean): FileLeaf {
  return {
    name: nameOf(part).slice(0, bodyLimits.fileName), contentType: keepable(part.mimeType).slice(0, 200), size: Math.min(bodyLimits.size, Math.max(0, Math.trunc(part.body?.size ?? 0))),
    fileId: part.body?.attachmentId ?? null, contentId: headerOf(part, 'content-id').trim().replace(/^<|>$/g, '') || null,
    related: inRelated && !/^\s*attachment/i.test(headerOf(part, 'content-disposition')),
  }
}

/** A letter that was attached mostly has no name of its own; its subject is what mail clients show. */
function nameOf(part: GmailPart): string {
  if (part.filename !== '' || part.mimeType.toLowerCase() !== 'message/rfc822') return keepable(part.filename)
  const inside = gmailPart.safeParse(part.parts[0])
  return `${(inside.success && readable(headerOf(inside.data, 'subject')).slice(0, 200)) || 'message'}.eml`
}

/** What somebody sent, without the pictures of the text itself: those are shown by the HTML, or stand beside it to be shown. */
export function sentFiles({ files }: Pick<Leaves, 'files'>, html: string | null): FileLeaf[] {
  return files.filter(({ contentId, related, contentType }) => {
    if (contentId === null) return true
    return !(html ?? '').includes(`cid:${contentId}`) && !(related && /^image\//i.test(contentType))
  })
}
