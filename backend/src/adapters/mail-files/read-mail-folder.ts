import { open, readdir, realpath } from 'node:fs/promises'
import { constants } from 'node:fs'
import path from 'node:path'
import { conversationsOf } from './mail-conversations'
import type { MailFile } from './mail-file'
import { longestFile } from './mail-file-limits'
import { parseMailFile, unreadableFile } from './parse-mail-file'

const isMailFile = (name: string) => name.toLowerCase().endsWith('.eml')

/**
 * Every `*.eml` of a folder (not of its subfolders), by file name. A link that leads out of the folder, a file too large or no message at all comes
 * back as an `unreadable` entry with the reason; only a folder that can't be listed rejects.
 */
export async function readMailFolder(dir: string): Promise<MailFile[]> {
  const folder = await realpath(dir)
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.isDirectory() && isMailFile(entry.name)).map((entry) => entry.name).sort()
  const files: MailFile[] = []
  for (const name of names) files.push(await readOne(folder, name))
  const conversations = conversationsOf(files)
  return files.map((file) => inConversation(file, conversations.get(file.id) ?? file.conversationId))
}

async function readOne(folder: string, name: string): Promise<MailFile> {
  try {
    const target = await realpath(path.join(folder, name))
    if (path.dirname(target) !== folder) return unreadableFile(name, 0, 'The link leads out of the folder')
    // Not blocking: a pipe named like a message would otherwise be waited for without end.
    const handle = await open(target, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) return unreadableFile(name, 0, 'This is not a file')
      if (facts.size > longestFile) return unreadableFile(name, facts.size, `The file is larger than ${longestFile / 1024 / 1024} MB`)
      return await parseMailFile(await handle.readFile(), name, facts.mtime.toISOString())
    } finally {
      await handle.close()
    }
  } catch (error) {
    return unreadableFile(name, 0, `The file can't be opened: ${typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'}`)
  }
}

function inConversation(file: MailFile, conversationId: string): MailFile {
  if (file.unreadable !== undefined) return { ...file, conversationId }
  return { ...file, conversationId, snapshot: { ...file.snapshot, conversationId }, content: { ...file.content, conversationId } }
}
