import { textOfHtml } from '../../platform/text/html-text'
import { normaliseText } from '../../platform/text/normalise-text'
import { calendarLimits } from '../../ports/calendar-source'
import type { GraphEvent } from './graph-json'

type Body = NonNullable<GraphEvent['body']>

/** Exchange keeps 255 characters of a subject. */
const longestLine = 1_000
/** HTML takes a few times its text; behind this nothing is looked for. */
const longestHtml = 4 * calendarLimits.text
/** The occurrences of a series share their series' body. */
const read = new WeakMap<Body, string>()

export const wordsOf = (written: string | null | undefined): string => normaliseText(cut(written ?? '', longestLine)).trim()

export function textOf(body: GraphEvent['body']): string {
  if (!body?.content) return ''
  const known = read.get(body)
  if (known !== undefined) return known
  const isHtml = body.contentType?.toLowerCase() !== 'text'
  const text = isHtml ? cut(readHtml(cut(body.content, longestHtml)), calendarLimits.text) : normaliseText(cut(body.content.trim(), calendarLimits.text))
  read.set(body, text.trim())
  return text.trim()
}

/** Exchange wraps the shortest note, and none at all, into a document: those need no parser. */
const wrapped = /^\s*<html[^>]*>\s*<head>(?:\s*<meta[^>]*>)*\s*<\/head>\s*<body[^>]*>([^<&]*)<\/body>\s*<\/html>\s*$/i

function readHtml(html: string): string {
  const plain = wrapped.exec(html)?.[1]
  return plain === undefined ? textOfHtml(html) : normaliseText(plain.replace(/[ \t\r\n\f\u200b]+/g, ' '))
}

/** Not through the middle of a pair of surrogates. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most)
}
