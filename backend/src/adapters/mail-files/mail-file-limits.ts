/** Nobody's mailbox holds larger letters: Gmail stops at 25 MB, Exchange at 35 unless told otherwise. */
export const longestFile = 40 * 1024 * 1024

/**
 * postal-mime reads line by line, and keeps every line of a text part as an object: lines are what costs, some 10 µs each. Base64 lines cost a quarter.
 * Files above these numbers would take longer than two seconds; they are no letters.
 */
const most = { textLines: 100_000, lines: 600_000 }

const encoded = new Uint8Array(256)
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r') encoded[char.charCodeAt(0)] = 1

/** Says why these bytes are not worth a parser's time, or null. */
export function whyTooMuch(bytes: Uint8Array): string | null {
  if (bytes.length > longestFile) return `The file is larger than ${longestFile / 1024 / 1024} MB`
  let lines = 0
  let textLines = 0
  for (let start = 0; start < bytes.length;) {
    let end = bytes.indexOf(0x0a, start)
    if (end === -1) end = bytes.length
    lines++
    if (end - start < 40 || !looksEncoded(bytes, start, end)) textLines++
    if (lines > most.lines || textLines > most.textLines) return 'The file has too many lines'
    start = end + 1
  }
  return null
}

function looksEncoded(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (encoded[bytes[i] ?? 0] === 0) return false
  return true
}
