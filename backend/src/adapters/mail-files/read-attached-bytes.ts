import { readFile } from 'node:fs/promises'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { attachedParts } from './mail-file-parts'
import { mailParsing } from './parse-mail-file'

/** The bytes of a message's attachments, in the order of `MailFile.attachments`. */
export async function attachedBytes(message: Uint8Array): Promise<Uint8Array[]> {
  const email = await PostalMime.parse(message, mailParsing)
  return attachedParts(email).map(({ content }) => (typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)))
}

/** The bytes of a message file's attachments. Read anew each time: a whole folder's would fill the memory. */
export const readAttachedBytes = async (dir: string, fileName: string): Promise<Uint8Array[]> => attachedBytes(await readFile(path.join(dir, path.basename(fileName))))
