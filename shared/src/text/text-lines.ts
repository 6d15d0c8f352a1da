/** A line of a text by its place: `start` its first character, `end` behind its last one before the line break, `head` what one needs to see of it. */
export interface Line { start: number; end: number; length: number; head: string; blank: boolean }

/** Enough of a line to know what it is; a line of megabytes costs no more than a short one. */
const headLength = 600

export function lineAt(text: string, start: number): Line {
  const found = text.indexOf('\n', start)
  const end = found === -1 ? text.length : found > start && text[found - 1] === '\r' ? found - 1 : found
  const head = text.slice(start, Math.min(end, start + headLength))
  return { start, end, length: end - start, head, blank: end - start <= headLength && head.trim() === '' }
}

/** Where the line before the one that starts at `start` starts; null at the beginning. */
export function startBefore(text: string, start: number): number | null {
  if (start === 0) return null
  return start === 1 ? 0 : text.lastIndexOf('\n', start - 2) + 1
}

/** Up to `count` lines from the one that starts at `start`. */
export function linesFrom(text: string, start: number, count: number): Line[] {
  const lines: Line[] = []
  for (let at = start; lines.length < count && at <= text.length;) {
    const line = lineAt(text, at)
    lines.push(line)
    const next = text.indexOf('\n', line.end)
    if (next === -1) break
    at = next + 1
  }
  return lines
}

/** Up to `count` lines before `start`, the nearest first. */
export function linesBefore(text: string, start: number, count: number): Line[] {
  const lines: Line[] = []
  for (let at = startBefore(text, start); at !== null && lines.length < count; at = startBefore(text, at)) lines.push(lineAt(text, at))
  return lines
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}

/** The first character of `text[start..end)` that is no space, or `end`. */
export function behindSpaces(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text.charCodeAt(at))) at++
  return at
}
