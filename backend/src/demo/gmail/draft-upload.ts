const boundaryOf = /^multipart\/related\s*;.*\bboundary="?([^";\s]{1,70})"?/i

/** A part's own type and its bytes, which begin after the first empty line. */
function partOf(bytes: Buffer) {
  const end = bytes.indexOf('\r\n\r\n')
  const type = /^content-type:\s*([^\s;]+)/im.exec(bytes.subarray(0, Math.max(end, 0)).toString('latin1'))?.[1]?.toLowerCase()
  return end < 0 || !type ? null : { type, bytes: bytes.subarray(end + 4) }
}

/** What an upload of Google's APIs holds: what is said of a letter as JSON, then the letter. Null for anything else. */
export function readUpload(body: unknown, contentType: string | undefined): { about: unknown; letter: Buffer } | null {
  const boundary = boundaryOf.exec(contentType ?? '')?.[1]
  if (!boundary || !Buffer.isBuffer(body) || !body.subarray(0, boundary.length + 4).equals(Buffer.from(`--${boundary}\r\n`))) return null
  const between = Buffer.from(`\r\n--${boundary}`)
  const second = body.indexOf(between)
  const last = body.indexOf(between, second + between.length)
  if (second < 0 || last < 0 || body.subarray(last + between.length, last + between.length + 2).toString() !== '--') return null
  const about = partOf(body.subarray(boundary.length + 4, second))
  const letter = partOf(body.subarray(second + between.length + 2, last))
  if (about?.type !== 'application/json' || letter?.type !== 'message/rfc822') return null
  try {
    return { about: JSON.parse(about.bytes.toString()), letter: letter.bytes }
  } catch {
    return null
  }
}
