import { keepable } from './gmail-headers'
import { headerOf, type GmailPart } from './gmail-json'

/** As the part says it; what some mailers write for a charset that decoders know by another name is put right. */
export function charsetOf(part: Pick<GmailPart, 'headers'>): string {
  const said = /charset\*?\s*=\s*(?:[\w-]*'[\w-]*')?"?([^";\s]+)/i.exec(headerOf(part, 'content-type'))?.[1]?.toLowerCase() ?? 'utf-8'
  return said.replace(/^(?:cp|win|windows)[-_]?(125\d|874)$/, 'windows-$1').replace(/^utf8.*$/, 'utf-8')
}

/** Their bytes may look like UTF-8 without being it; shifts and zeros give them away. */
const lookLikeAscii = /^(iso-2022|utf-16|utf-7|hz|csiso2022)/

/**
 * Bytes to text. Gmail mostly gives UTF-8 whatever the header still says, so that is tried first. An unknown charset leaves what UTF-8 can make of it.
 */
export function decodeText(data: string, charset: string): string {
  const bytes = Buffer.from(data, 'base64url')
  const text = decodeAs('utf-8', bytes, { fatal: true })
  if (text !== null && !(lookLikeAscii.test(charset) && /[\0-\x08\x0e-\x1f]/.test(text))) return keepable(text)
  return keepable(decodeAs(marked(bytes) ?? charset, bytes) ?? decodeAs('utf-8', bytes) ?? '')
}

/** The mark at the beginning knows better than the header which of the two UTF-16 it is. */
const marked = (bytes: Uint8Array) => (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null)

function decodeAs(charset: string, bytes: Uint8Array, options?: { fatal: boolean }): string | null {
  try {
    const decoder = new TextDecoder(charset, options)
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (char) => upper1252[char.charCodeAt(0) - 0x80] ?? char) : text
  } catch {
    return null
  }
}

/** Node 20 reads windows-1252 as if it were Latin-1 and loses its quotation marks and dashes, which Outlook writes by itself. */
const upper1252 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']
