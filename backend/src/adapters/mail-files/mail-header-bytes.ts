import { TextDecoder } from 'node:util'

/** Labels of charsets that a TextDecoder knows; what it doesn't know is read as Windows-1252, as browsers do. */
function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** Behind the last byte of the header. */
function headerEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    const next = bytes[at + 1]
    if (next === 0x0a || (next === 0x0d && bytes[at + 2] === 0x0a)) return at + 1
  }
  return bytes.length
}

/**
 * Old programs write «Пётр» into a header in the charset of the body, without encoding it. The parser takes all headers for UTF-8 and would lose the
 * name, so such a header is brought to UTF-8 first. Headers in ASCII or UTF-8 stay as they are, to the byte.
 */
export function withReadableHeader(bytes: Uint8Array): Uint8Array {
  const end = headerEnd(bytes)
  const header = bytes.subarray(0, end)
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(header)
    return bytes
  } catch {
    const ascii = new TextDecoder('windows-1252').decode(header.subarray(0, 100_000))
    const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(ascii)?.[1] ?? 'windows-1252'
    const decoder = decoderFor(charset)
    if (decoder.encoding === 'utf-8' || decoder.encoding.startsWith('utf-16')) return bytes
    return Buffer.concat([Buffer.from(decoder.decode(header), 'utf8'), bytes.subarray(end)])
  }
}
