/** How long a text may get on a card 320 px wide; what is cut off stands in the journal. */
export const textLimits = { title: 120, line: 200, paragraph: 600, content: 4_000, input: 500, item: 100 } as const

// Direction overrides could turn round the words beside a hostile name; control characters have no shape.
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Most texts need none of this, and a card holds sixty: words of plain letters with single spaces pass at once. */
const ordinary = /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2013-\u201e\u2116]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u04ff\u2013-\u201e\u2116]+)*$/
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** One line of readable text, at most `limit` UTF-16 units, cut between letters as people see them. */
export function plain(text: string | null | undefined, limit: number): string {
  if (text && text.length <= limit && ordinary.test(text)) return text
  const line = (text ?? '').slice(0, limit * 4 + 64).replace(/\s+/gu, ' ').replace(invisible, '').replace(/\p{Surrogate}/gu, '\ufffd').trim()
  // Joiners alone draw nothing, as if there were no text.
  if (!/[^\s\p{Cf}]/u.test(line)) return ''
  return line.length <= limit ? line : cutAfter(line, limit - 1)
}

/** At most `units` of it and a mark that there was more. Only the letters around the cut are looked at: telling letters apart is dear. */
function cutAfter(line: string, units: number): string {
  const from = Math.max(0, units - 64)
  const cut = from + (segmenter.segment(line.slice(from, units + 65)).containing(units - from)?.index ?? 0)
  return `${line.slice(0, cut).replace(/\p{Surrogate}$/u, '').trimEnd()}…`
}

/** The same with its line breaks, of which never more than two in a row. */
export function plainLines(text: string | null | undefined, limit: number): string {
  const lines = (text ?? '').slice(0, limit * 2 + 64).split(/\r\n|[\n\r\u2028\u2029]/u).map((one) => plain(one, limit))
  const whole = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()
  return whole.length <= limit ? whole : cutAfter(whole, limit - 1)
}

/** Cards render a subset of HTML in every text but the values of inputs. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const escapedLength: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4 }
/** Escaped, and cut by what it is then: a text of nothing but `&` is five times as long, and no entity is cut in two. */
function fitted(readable: string, limit: number): string {
  const whole = escapeText(readable)
  if (whole.length <= limit) return whole
  let [units, length] = [0, 0]
  for (;;) {
    length += escapedLength[readable[units]!] ?? 1
    if (length > limit - 1) return escapeText(cutAfter(readable, units))
    units += 1
  }
}
/** One line, or several, as a card draws them: at most `limit` characters of markup. */
export const escaped = (text: string | null | undefined, limit: number) => fitted(plain(text, limit), limit)
export const escapedLines = (text: string | null | undefined, limit: number) => fitted(plainLines(text, limit), limit)

export const line = (text: string | null | undefined) => escaped(text, textLimits.line)
export const title = (text: string | null | undefined) => escaped(text, textLimits.title)
export const paragraph = (text: string | null | undefined) => escaped(text, textLimits.paragraph)
/** For the value of an input: as it is, only short and readable. */
export const inputValue = (text: string | null | undefined) => plain(text, textLimits.input)

/** "position · counterparty" without what is missing. */
export const joined = (...parts: (string | null | undefined | false)[]) => parts.filter((part): part is string => Boolean(part && part.trim() !== '')).join(' · ')
