import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { DraftFile, DraftLetter } from '../../ports/mail-source'

/** Header values end where a line does: nothing that somebody wrote may begin a header of its own. */
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()
const inBrackets = (id: string) => `<${oneLine(id).replace(/^<|>$/g, '')}>`

/** A type as RFC 6838 has it. Letters within letters are bytes like any other: as parts of this one they would be written anew. */
const mediaType = /^(?!multipart\/|message\/)[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/
function typeOf(contentType: string): string {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  return mediaType.test(type) ? type : 'application/octet-stream'
}

const pieceBytes = 57 * 1_024
/** Encoded piece by piece: a file whole, its Base64 and the letter around it never stand in memory together. */
function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(pieceBytes, bytes.length - at))
}
const asAttachment = ({ name, contentType, bytes }: DraftFile) =>
  ({ filename: oneLine(name) || 'file', contentType: typeOf(contentType), contentDisposition: 'attachment' as const, contentTransferEncoding: 'base64' as const, content: Readable.from(inPieces(bytes), { objectMode: false }) })

/** Without From, which Gmail fills in with the person's own. */
function composed({ to, subject, text, files, inReplyTo }: DraftLetter) {
  const about = inReplyTo && inBrackets(inReplyTo.messageId)
  const letter = new MailComposer({
    to: to.map(({ name, address }) => ({ name: oneLine(name), address: oneLine(address) })), subject: oneLine(subject), text,
    ...(about && { inReplyTo: about, references: [about] }), attachments: files.map(asAttachment), disableFileAccess: true, disableUrlAccess: true,
  })
  return letter.compile()
}

/** The letter as users.drafts.create takes it in JSON. */
export const rawDraft = async (letter: DraftLetter): Promise<string> => (await composed(letter).build()).toString('base64url')
/** The letter as its upload takes it. */
export const draftStream = (letter: DraftLetter): Readable => composed(letter).createReadStream()
