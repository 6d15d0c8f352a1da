import type { MailAddress } from '../domain/message'
import { isFromLabel, isHeaderBlock } from './quote-signs'
import { lineAt } from './text-lines'

/** Who wrote a message that stands inside another, and where it begins. */
export interface QuotedSender extends MailAddress { start: number }

/** A letter has few lines that look like a sender's; a text with more is no letter. */
const mostLooks = 500

/** Senders of the messages forwarded or answered inside a text, the uppermost first: the address in the "From:" line above "Date:", "To:" and "Subject:". */
export function quotedSenders(text: string, most: number): QuotedSender[] {
  const found: QuotedSender[] = []
  let looks = mostLooks
  for (let start = 0; start < text.length && looks > 0 && found.length < most;) {
    const line = lineAt(text, start)
    if (!line.blank && isFromLabel(line.head)) {
      looks--
      const from = isHeaderBlock(text, start) ? addressIn(line.head.slice(line.head.indexOf(':') + 1)) : null
      if (from) found.push({ ...from, start })
    }
    const next = text.indexOf('\n', line.end)
    start = next === -1 ? text.length : next + 1
  }
  return found
}

/** "Name <address>", "Name [mailto:address]" or the bare address; null when there is none, as where Outlook writes the name alone. */
function addressIn(words: string): MailAddress | null {
  const address = /[^\s<>[\]():;,"']+@[^\s<>[\]():;,"']+/.exec(words.slice(0, 500))
  if (!address) return null
  const name = words.slice(0, address.index).replace(/\[?mailto:$/i, '').replace(/[*<["'\s]+$/, '').replace(/^[*"'\s]+/, '')
  return { name, address: address[0] }
}
