import type { MailAddress } from '@counterpane/shared/domain/message'
import { addressParser, type Address } from 'postal-mime'
import { normaliseText } from '../../platform/text/normalise-text'

export interface HeaderField { name: string; raw: string }

/** A header with more is hostile; reading it would only cost time. */
const longestList = 500_000

/**
 * What stands where an address should be, as an address or as ''. An address is never taken out of an encoded word, a comment or a space; a
 * quoted local part gets back the quotes that parsers drop, since without them `"a@b"@x.org` would read as something else.
 */
function safeAddress(address: string, raw: string): string {
  const at = address.lastIndexOf('@')
  // Names of mailboxes on one machine, as programs of the nineties wrote them: no address for matching, but what was said.
  if (at === -1) return /[\s()<>,;:"]/.test(address) || address.includes('=?') ? '' : address
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (/[\s@()<>,;]/.test(domain) || domain === '' || local === '') return ''
  if (/=\?.*\?=/.test(local)) return ''
  if (!/[\s@()<>,;:"]/.test(local) || local.startsWith('"')) return address
  const quoted = `"${local.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"@${domain}`
  return raw.includes(quoted) ? quoted : ''
}

const mailbox = (entry: { name: string; address?: string }, raw: string): MailAddress =>
  ({ name: normaliseText(entry.name).replace(/\s+/g, ' ').trim(), address: safeAddress(normaliseText(entry.address ?? ''), raw) })

function read(fields: readonly HeaderField[], name: string): { entries: Address[]; raw: string } {
  const raw = fields.filter((field) => field.name.toLowerCase() === name).map((field) => field.raw.slice(0, longestList)).join(', ')
  return { entries: raw.trim() === '' ? [] : addressParser(raw), raw }
}

/** All mailboxes of a header, groups opened. */
export function addressesOf(fields: readonly HeaderField[], name: string): MailAddress[] {
  const { entries, raw } = read(fields, name)
  return entries.flatMap((entry) => (entry.group ? entry.group.map((one) => mailbox(one, raw)) : [mailbox(entry, raw)]))
}

/**
 * The sender: the first mailbox of the first From header, as both mail clients show it. A group has no one address; with one in From the sender is
 * unreadable: a name, and '' for the address. Neither Sender nor Reply-To ever stands in.
 */
export function senderOf(fields: readonly HeaderField[]): { from: MailAddress; all: MailAddress[] } {
  const first = fields.find((field) => field.name.toLowerCase() === 'from')
  const all = first === undefined ? [] : addressesOf([first], 'from')
  const entry = first === undefined ? undefined : read([first], 'from').entries[0]
  if (first === undefined || entry === undefined) return { from: { name: '', address: '' }, all }
  if (entry.group) return { from: { name: normaliseText(entry.name), address: '' }, all }
  return { from: mailbox(entry, first.raw), all }
}
