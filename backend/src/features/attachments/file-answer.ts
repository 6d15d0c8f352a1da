import { pipeline } from 'node:stream/promises'
import { create as contentDisposition } from 'content-disposition'
import type { Request, Response } from 'express'
import type { ByteRange, FileStore } from '../../ports/file-store'
import { downloadName } from './download-name'

/** Types that no program runs when it opens them; everything else is bytes and no more. */
const harmless = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Sets what makes a file of the outside world safe to hand out: it is saved, never shown as a page of ours. */
function describe(response: Response, { name, contentType, hash }: SentFile) {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  response.set({
    'Content-Type': harmless.has(type) ? type : 'application/octet-stream', 'Content-Disposition': contentDisposition(downloadName(name)),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox", 'X-Content-Type-Options': 'nosniff', 'Accept-Ranges': 'bytes', ETag: `"${hash}"`,
  })
}

export interface SentFile { name: string; contentType: string; hash: string }

/** Answers with the bytes, or with the part of them that was asked for; false when the store does not have them. */
export async function sendFile(store: FileStore, file: SentFile, { request, response }: { request: Request; response: Response }): Promise<boolean> {
  const size = await store.sizeOf(file.hash)
  const range = size === null ? undefined : rangeOf(request, size, `"${file.hash}"`)
  const bytes = size === null ? null : await store.read(file.hash, range)
  if (size === null || bytes === null) return false
  describe(response, file)
  response.status(range ? 206 : 200).set('Content-Length', String(range ? range.end - range.start + 1 : size))
  if (range) response.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  if (request.method === 'HEAD') {
    bytes.destroy()
    response.end()
  } else await pipeline(bytes, response).catch(leftEarly)
  return true
}

/** One part as asked; anything else about ranges is answered with the whole, as RFC 9110 allows. */
function rangeOf(request: Request, size: number, etag: string): ByteRange | undefined {
  const condition = request.headers['if-range']
  if (condition !== undefined && condition !== etag) return undefined
  const ranges = request.range(size)
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
}

/** Who stops listening in the middle is no failure of ours. */
function leftEarly(error: unknown) {
  if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
}
