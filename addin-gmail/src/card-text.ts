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
  if (line.length <= limit) return line
  // Only the letters around the cut are looked at: telling letters apart is dear.
  const from = Math.max(0, limit - 65)
  const cut = from + (segmenter.segment(line.slice(from, limit + 64)).containing(limit - 1 - from)?.index ?? 0)
  return `${line.slice(0, cut).replace(/\p{Surrogate}$/u, '').trimEnd()}…`
}

/** The same with its line breaks, of which never more than two in a row. */
export function plainLines(text: string | null | undefined, limit: number): string {
  const lines = (text ?? '').slice(0, limit * 2 + 64).split(/\r\n|[\n\r\u2028\u2029]/u).map((one) => plain(one, limit))
  const whole = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim()
  return whole.length <= limit ? whole : `${whole.slice(0, limit - 1).replace(/\p{Surrogate}$/u, '').trimEnd()}…`
}

/** Cards render a subset of HTML in every text but the values of inputs. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export const line = (text: string | null | undefined) => escapeText(plain(text, textLimits.line))
export const title = (text: string | null | undefined) => escapeText(plain(text, textLimits.title))
export const paragraph = (text: string | null | undefined) => escapeText(plain(text, textLimits.paragraph))
/** For the value of an input: as it is, only short and readable. */
export const inputValue = (text: string | null | undefined) => plain(text, textLimits.input)

/** "position · counterparty" without what is missing. */
export const joined = (...parts: (string | null | undefined | false)[]) => parts.filter((part): part is string => Boolean(part && part.trim() !== '')).join(' · ')
