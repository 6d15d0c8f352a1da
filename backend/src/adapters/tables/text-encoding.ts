import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'
export interface FileFacts { hash: string; size: number; encoding: TextEncoding; /** The first bytes. */ head: Buffer; hasNul: boolean }

const headSize = 64 * 1024

/**
 * Reads the file once: its hash, and how its text is encoded. A byte order mark says it; without one, text that is valid UTF-8 to its end is UTF-8,
 * one where every other byte is 0 is UTF-16, and anything else is what Russian Windows writes.
 */
export async function examine(path: string, { limit, signal }: { limit: number; signal?: AbortSignal | undefined }): Promise<FileFacts | 'too-large'> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parts: Buffer[] = []
  let [size, headLength, isUtf8, hasNul] = [0, 0, true, false]
  const read = (part?: Buffer) => { try { utf8.decode(part, { stream: part !== undefined }) } catch { isUtf8 = false } }
  for await (const part of createReadStream(path, { signal, highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return 'too-large'
    hash.update(part)
    if (headLength < headSize) { parts.push(part); headLength += part.length }
    if (isUtf8) read(part)
    if (!hasNul) hasNul = part.includes(0)
  }
  if (isUtf8) read()
  const head = Buffer.concat(parts).subarray(0, headSize)
  return { hash: hash.digest('hex'), size, head, hasNul, encoding: byMark(head) ?? (hasNul ? byZeros(head) : null) ?? (isUtf8 ? 'utf-8' : 'windows-1251') }
}

function byMark(head: Buffer): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** Separators, digits and Latin letters of UTF-16 have a zero beside them, always on the same side. */
function byZeros(head: Buffer): TextEncoding | null {
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 20 && even === 0) return 'utf-16le'
  return even > head.length / 20 && odd === 0 ? 'utf-16be' : null
}
