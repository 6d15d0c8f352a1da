import addressparser from 'nodemailer/lib/addressparser'
import { type DomainKeys, domainKeyOf, hostKeyOf } from './domain-key'
import { mailboxKeyOf } from './mailbox-key'

/** One address in all the forms by which it is compared. Keys are equal exactly when the product holds them for the same. */
export interface AddressKeys extends DomainKeys {
  /** As written, without display name and surrounding space: to be stored and shown. */
  address: string
  /** The canonical form: who this is. */
  addressKey: string
  /** The same without sub-addressing, dots and twins of the provider: who this may also be. */
  mailboxKey: string
}
export interface Mailbox { name: string; keys: AddressKeys }

/**
 * Limits, in characters. Real senders break the 64 that the standard allows before the @ (relays, bounces), so only the whole is limited:
 * 64 + 1 + 255. What is longer is unreadable, not cut. `raw` bounds the work on hostile text before anything else is done.
 */
export const addressLimits = { raw: 1_000, address: 320 } as const

const invisibleEdge = /\s|\u200b|\u200c|\u200d|\u200e|\u200f|\u2060|\ufeff/
const bareLocal = /^[^\s"(),:;<>@[\]\\]+$/u
const quotedLocal = /^"(?:[^"\\]|\\.)*"$/su
/** Characters nobody sees. Joiners and variation selectors are spelling after the letters that need them, a disguise after the others. */
const hidden = new RegExp([
  '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]', '(?!\\u200c|\\u200d|\\ufe0f)\\p{Default_Ignorable_Code_Point}',
  '(?:^|[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}\\p{P}])(?:\\u200c|\\u200d|\\ufe0f)',
].join('|'), 'u')
/** A quoted string, a comment, an address in angle brackets, or text that is none of these. */
const pieces = /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|<(?:[^<>"]|"(?:[^"\\]|\\.)*")*>|[^"()<>]+|./gsu
const encodedWord = /=\?[^?]*\?[bq]\?/i
const asciiOnly = /^[\x21-\x7e]+$/

/** The address in a text that holds exactly one, with or without a display name; null when it can't be read without guessing. */
export function parseAddress(raw: string): AddressKeys | null {
  return readMailbox(raw)?.keys ?? null
}

export function readMailbox(raw: string): Mailbox | null {
  if (raw.length > addressLimits.raw || !raw.includes('@')) return null
  const text = trimInvisible(raw)
  const keys = keysOf(text)
  if (keys) return { name: '', keys }
  const alone = addressAlone(text)
  const named = alone === null ? null : keysOf(alone)
  if (!named) return null
  const [mailbox, ...more] = addressparser(text)
  if (!mailbox || more.length > 0 || mailbox.group || mailbox.address !== alone) return null
  return { name: mailbox.name, keys: named }
}

/** Copying from a page brings zero-width characters along at the ends: there they mean nothing. */
function trimInvisible(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && invisibleEdge.test(text.charAt(start))) start++
  while (end > start && invisibleEdge.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/**
 * The one thing in a text that can be the address: what stands in its only angle brackets, or all of it but comments. The parser is a good reader and no judge:
 * of two addresses it takes one, of a broken one the better half. Where it reads something else than this, readers differ, and that is a forger's door.
 */
function addressAlone(text: string): string | null {
  const inBrackets: string[] = []
  let outside = ''
  let quoted = false
  for (const [piece] of text.matchAll(pieces)) {
    if (piece.length === 1 && '"()<>'.includes(piece)) return null // opened and never closed
    if (piece.startsWith('"')) quoted = true
    else if (piece.startsWith('<')) inBrackets.push(piece.slice(1, -1).trim())
    else if (!piece.startsWith('(')) outside += piece
  }
  if (inBrackets.length > 0) return inBrackets.length === 1 ? (inBrackets[0] ?? null) : null
  return quoted ? null : outside.trim()
}

function keysOf(text: string): AddressKeys | null {
  const at = text.lastIndexOf('@')
  if (at < 1 || text.length > addressLimits.address || (!asciiOnly.test(text) && hidden.test(text)) || encodedWord.test(text)) return null
  const local = text.slice(0, at)
  const domain = text.slice(at + 1).replace(/\.$/, '')
  if (!bareLocal.test(local) && !quotedLocal.test(local)) return null
  const hostKey = hostKeyOf(domain)
  if (hostKey === null) return null
  const localKey = local.toLowerCase().normalize('NFC')
  return { address: `${local}@${domain}`, addressKey: `${localKey}@${hostKey}`, mailboxKey: mailboxKeyOf(localKey, hostKey), hostKey, domainKey: domainKeyOf(hostKey) }
}
