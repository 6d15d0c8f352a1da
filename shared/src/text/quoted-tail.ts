import { attribution, isForwardMark, isFromLabel, isHeaderBlock, isOriginalMark, isQuoted, isRule } from './quote-signs'
import { behindSpaces, lineAt, linesBefore, linesFrom, startBefore } from './text-lines'

/** A letter has few lines that look like the start of a tail. A text with more of them is no letter, and is not searched any further. */
const mostLooks = 2_000

/** Where the message answered begins, as whole lines down to the end; null when it doesn't; 'forwarded' when a message is being passed on. */
export function answeredMessage(text: string): number | 'forwarded' | null {
  let looks = mostLooks
  for (let start = 0, next; start < text.length; start = next) {
    if (text.charCodeAt(start) === 0x0a) { next = start + 1; continue }
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    next = end + 1
    const kind = worthALook(text, start, end)
    if (kind === 'no') continue
    if (looks-- === 0) return null
    const line = lineAt(text, start)
    if (isForwardMark(line)) return 'forwarded'
    if (isOriginalMark(line) || isHeaderBlock(text, start)) return withRule(text, start)
    if (kind !== 'colon' || isQuoted(line)) continue
    const said = attributionStart(text, next)
    if (said?.sure === true && !quoteFollows(text, next)) return said.start
  }
  return null
}

/** Passes over the lines of ordinary text without making anything of them. */
function worthALook(text: string, start: number, end: number): 'no' | 'mark' | 'colon' {
  if (end - start < 5) return 'no'
  const first = behindSpaces(text, start, Math.min(end, start + 8))
  const code = text.charCodeAt(first)
  if ((code === 0x2d || code === 0x5f || code === 0x3d) && end - start >= 15 && end - start < 100) return 'mark'
  if (end - start < 400 && lastIsColon(text, first, end)) return 'colon'
  return 'fFvVdDоО*'.includes(text.charAt(first)) && isFromLabel(text.slice(first, Math.min(end, first + 40))) ? 'mark' : 'no'
}

function lastIsColon(text: string, start: number, end: number): boolean {
  let at = end - 1
  while (at > start && at > end - 4 && text.charCodeAt(at) <= 32) at--
  return text.charCodeAt(at) === 0x3a
}

function quoteFollows(text: string, start: number): boolean {
  const line = linesFrom(text, start, 3).find((one) => !one.blank)
  return line !== undefined && isQuoted(line)
}

/** Outlook draws a rule of underscores over its block. */
function withRule(text: string, start: number): number {
  const above = linesBefore(text, start, 2).find((line) => !line.blank)
  return above !== undefined && isRule(above) ? above.start : start
}

/** "On … wrote:" just above `start`; it may be broken over up to three lines, which belong together only without a blank line between. */
function attributionStart(text: string, start: number): { start: number; sure: boolean } | null {
  let words = ''
  for (const line of linesBefore(text, start, 3)) {
    if (line.blank || line.length > 400) break
    words = `${line.head.trim()} ${words}`
    const kind = attribution(words)
    if (kind !== 'no') return { start: line.start, sure: kind === 'sure' }
  }
  return null
}

/** Lines with `>` down to `end`, with the line above that says whose words they are; `end` when there are none. Quotes with an answer under them are no tail. */
export function trailingQuote(text: string, end: number): number {
  let quote = end
  // Only a text with quotes has one to walk back over.
  if (!text.includes('>')) return end
  for (let below = end, at = startBefore(text, end); at !== null; below = at, at = startBefore(text, at)) {
    const first = behindSpaces(text, at, below)
    if (first === below) continue
    if (text.charAt(first) !== '>') break
    quote = at
  }
  if (quote === end) return end
  const said = linesBefore(text, quote, 3).find((line) => !line.blank)
  return said === undefined ? quote : (attributionStart(text, said.end + 1)?.start ?? quote)
}
