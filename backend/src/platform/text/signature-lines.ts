import { linesBefore, type Line } from '@counterpane/shared/text/text-lines'

const closings = ['с уважением', 'с наилучшими пожеланиями', 'всего доброго', 'с уважением и наилучшими пожеланиями', 'best regards', 'kind regards', 'with kind regards', 'regards',
  'best wishes', 'yours sincerely', 'sincerely', 'mit freundlichen grüßen', 'mit freundlichen grüssen', 'viele grüße', 'cordialement']
const devices = ['sent from my ', 'отправлено с ', 'отправлено из ', 'get outlook for ', 'von meinem ', 'gesendet von ']
const longest = { lines: 20, withBlankOnes: 60, lineLength: 120 }

const isDelimiter = (line: Line) => line.head === '--' || line.head === '-- '
const isDevice = (line: Line) => line.length < 100 && devices.some((words) => line.head.trimStart().toLowerCase().startsWith(words))
function isClosing(line: Line): boolean {
  return line.length < 60 && closings.includes(line.head.trim().toLowerCase().replace(/[,.!;]{0,5}$/, '').trim())
}

/**
 * Where the signature begins in `text[0..end)`, or `end` when there is none: at "-- ", at a closing like «С уважением,» with only a few short lines
 * after it, or at the line that a phone adds. Where it is not sure, nothing is taken for a signature.
 */
export function signatureStart(text: string, end: number): number {
  let start = end
  let written = 0
  for (const line of linesBefore(text, end, longest.withBlankOnes)) {
    if (line.length > longest.lineLength || written === longest.lines) break
    if (line.blank) continue
    written++
    if (isDelimiter(line) || isClosing(line) || (isDevice(line) && written === 1)) start = line.start
  }
  return start
}
