import { quotedSenders } from './quoted-senders'
import { answeredMessage } from './quoted-tail'
import { linesBefore } from './text-lines'

/** What a signature says of its writer; suggestions for a form that a person reads before saving. */
export interface ContactDetails { phones: string[]; position: string | null }

const titles = ['менеджер', 'директор', 'начальник', 'руководитель', 'бухгалтер', 'специалист', 'инженер', 'заместитель', 'юрист', 'логист', 'закупщик', 'секретарь',
  'manager', 'director', 'head of', 'engineer', 'officer', 'accountant', 'coordinator', 'specialist', 'assistant', 'consultant', 'buyer', 'lead', 'president', 'einkauf', 'leiter']
const companyMarks = [' | ', ', ооо', ', ао', ', пао', ', ип', ', завод', ' ооо ', ', «', ', "', ' at ']

const isDigit = (char: string) => char >= '0' && char <= '9'
const joins = (char: string) => char === ' ' || char === '-' || char === '(' || char === ')' || char === '.' || char === '\u00a0' || char === '–'

/** Numbers with ten to fifteen digits, or eight and more behind a plus, in one line; dates and sums are shorter, account numbers longer. */
function phonesIn(line: string): string[] {
  const found: string[] = []
  for (let at = 0; at < line.length;) {
    const char = line.charAt(at)
    if (!isDigit(char) && char !== '+' && char !== '(') { at++; continue }
    let end = at + 1
    let digits = isDigit(char) ? 1 : 0
    let last = at
    while (end < line.length && (isDigit(line.charAt(end)) || joins(line.charAt(end)))) {
      if (isDigit(line.charAt(end))) { digits++; last = end }
      end++
    }
    if (digits >= (char === '+' ? 8 : 10) && digits <= 15) found.push(line.slice(at, last + 1))
    at = end
  }
  return found
}

function positionIn(line: string): string | null {
  const lower = line.toLowerCase()
  if (line.length > 100 || !titles.some((title) => lower.includes(title)) || /[@:?!]/.test(line) || phonesIn(line).length > 0) return null
  const cut = Math.min(...companyMarks.map((mark) => lower.indexOf(mark)).filter((at) => at > 0), line.length)
  return line.slice(0, cut).replace(/[,;.]+$/, '').trim() || null
}

/** Phones and the job title in the last lines of a message's own text and its signature (not of the quote under it). */
export function contactDetailsIn(text: string): ContactDetails {
  const answered = answeredMessage(text)
  const end = answered === 'forwarded' || answered === null ? quotedSenders(text, 1)[0]?.start ?? text.length : answered
  const written = linesBefore(text, end, 60).filter((line) => !line.blank && !line.head.trimStart().startsWith('>'))
  const lines = written.slice(0, 12).reverse().map((line) => line.head.trim())
  const phones = [...new Set(lines.flatMap(phonesIn))].slice(0, 5)
  return { phones, position: lines.map(positionIn).find((title) => title !== null) ?? null }
}
