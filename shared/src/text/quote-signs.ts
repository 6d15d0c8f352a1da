import { linesFrom, type Line } from './text-lines'

/** Before one of these comes the message of another, passed on: it is what the message is about, never a tail. */
const forwardMarks = ['forwarded message', 'begin forwarded message', 'пересылаемое сообщение', 'пересылаемое письмо', 'пересланное сообщение', 'начало переадресованного сообщения', 'weitergeleitete nachricht']
const originalMarks = ['original message', 'исходное сообщение', 'оригинальное сообщение', 'ursprüngliche nachricht', 'message d\'origine']
const fromLabels = new Set(['from', 'от', 'от кого', 'von', 'de'])
const otherLabels = new Set(['sent', 'date', 'to', 'cc', 'subject', 'отправлено', 'дата', 'кому', 'копия', 'тема', 'gesendet', 'datum', 'an', 'betreff', 'envoyé', 'à', 'objet'])
const verbs = ['wrote', 'writes', 'пишет', 'писал', 'писала', 'писал(а)', 'написал', 'написала', 'написал(а)', 'schrieb', 'a écrit']

const bare = (text: string) => text.replace(/[-_*=\s]/g, ' ').trim().toLowerCase()
const isDashed = (line: Line) => /^\s{0,4}(?:--|__|==)/.test(line.head)

export const isQuoted = (line: Line) => line.head.trimStart().startsWith('>')

export function isForwardMark(line: Line): boolean {
  if (line.length > 100) return false
  const words = bare(line.head)
  if (isDashed(line)) return forwardMarks.some((mark) => words.startsWith(mark))
  return words.endsWith(':') && forwardMarks.includes(words.slice(0, -1).trim())
}

export const isOriginalMark = (line: Line) => line.length < 100 && isDashed(line) && originalMarks.includes(bare(line.head))

export const isRule = (line: Line) => line.length >= 10 && line.length < 200 && bare(line.head) === ''

function label(head: string): string {
  const colon = head.slice(0, 40).indexOf(':')
  return colon < 1 ? '' : bare(head.slice(0, colon))
}

export const isFromLabel = (head: string) => fromLabels.has(label(head))

/** Outlook's way: From, Sent, To, Subject of the message answered, as lines. At least two of the others must follow the first, which is at `start`. */
export function isHeaderBlock(text: string, start: number): boolean {
  const [first, ...rest] = linesFrom(text, start, 8)
  return first !== undefined && isFromLabel(first.head) && rest.filter((line) => otherLabels.has(label(line.head))).length >= 2
}

/**
 * "On … wrote:", «20 ноября 2026 г. в 10:00 … пишет:», "пн, 9 нояб. 2026 г. в 10:40, Name <address>:". `sure` when it names a time and an address
 * and so needs no quote signs under it to be known.
 */
export function attribution(text: string): 'no' | 'likely' | 'sure' {
  const line = text.trim()
  if (line.length > 500 || !line.endsWith(':') || !/\d/.test(line)) return 'no'
  const words = line.toLowerCase().slice(0, -1).trimEnd()
  const said = verbs.some((verb) => words.endsWith(` ${verb}`) || words.includes(` ${verb} `))
  const addressed = words.includes('@') && (words.endsWith('>') || words.endsWith(']') || words.endsWith(')') || said)
  const dated = /\d{4}/.test(words) && /\d{1,2}[:.]\d{2}/.test(words)
  if (!said && !(addressed && dated)) return 'no'
  return addressed && dated ? 'sure' : 'likely'
}
