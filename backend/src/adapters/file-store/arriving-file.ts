import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArrivedFile } from '../../ports/file-store'
import { onDisk } from './file-trouble'

export interface Arrival { incoming: string; pathOf: (hash: string) => string }

/**
 * Takes bytes in piece by piece beside the kept ones. They move to their hash in one step and only when they are whole and on disk, so that a file
 * under a hash always is what its name says. A file that is there already is replaced by the same bytes: that also mends one that the disk has spoilt.
 */
export async function receiveFile(bytes: AsyncIterable<Uint8Array>, maxBytes: number, { incoming, pathOf }: Arrival): Promise<ArrivedFile | null> {
  const part = join(incoming, `${randomUUID()}.part`)
  const handle = await onDisk(() => openNew(part))
  let waiting = true
  // What can't be taken away now is swept later; the trouble before it is the one to hear of.
  const discard = async () => {
    if (waiting) await unlink(part).catch(() => undefined)
    waiting = false
  }
  try {
    const arrived = await writeAll(bytes, maxBytes, handle)
    if (arrived) await onDisk(() => handle.sync())
    await onDisk(() => handle.close())
    if (!arrived) return await discard().then(() => null)
    const keep = () => onDisk(async () => {
      await moveTo(pathOf(arrived.hash), part)
      waiting = false
    })
    return { ...arrived, keep, discard }
  } catch (error) {
    await handle.close().catch(() => undefined)
    await discard()
    throw error
  }
}

async function writeAll(bytes: AsyncIterable<Uint8Array>, maxBytes: number, handle: FileHandle): Promise<{ hash: string; size: number } | null> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of bytes) {
    size += piece.byteLength
    if (size > maxBytes) return null
    hash.update(piece)
    await onDisk(() => handle.writeFile(piece))
  }
  return { hash: hash.digest('hex'), size }
}

/** The mail of a firm is nobody else's on this machine. */
async function openNew(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  return open(path, 'wx', 0o600)
}

async function moveTo(target: string, part: string) {
  const folder = dirname(target)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(part, target)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(folder))
}

/** A name is on disk when its folder is. Windows has no such step. */
async function syncFolder(path: string) {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
