/** Properties that a client base reads; the rest of a card (photos, keys, sounds) is not parsed at all. */
const wanted = new Set(['FN', 'N', 'ORG', 'TITLE', 'BDAY', 'EMAIL', 'TEL'])
const folded = /^[ \t]/

/** The lines of a card as version 3.0 writes them, whatever version it is of: unfolded, quoted-printable decoded, bare parameters named. `encoding` is that of the file. */
export function modernLines(lines: readonly string[], encoding: string): string[] {
  const modern = unfolded(lines).flatMap((line) => {
    const end = colonOf(line)
    if (end < 0) return []
    const [label = '', ...parameters] = line.slice(0, end).split(';')
    const name = label.replace(/^.*\./, '').trim().toUpperCase()
    if (!wanted.has(name)) return []
    const isQuoted = parameters.some((one) => /^(ENCODING=)?QUOTED-PRINTABLE$/i.test(one.trim()))
    const charset = parameters.map((one) => /^CHARSET=(.+)$/i.exec(one.trim())?.[1]).find(Boolean)
    const value = line.slice(end + 1)
    const text = decode(isQuoted ? bytesOf(value) : Buffer.from(value, encoding === 'utf-16le' ? 'utf8' : 'latin1'), charset ?? (encoding === 'utf-16le' ? 'utf-8' : encoding))
    return [`${name}${kindOf(parameters)}:${text.replace(/\r?\n/g, '\\n')}`]
  })
  return ['VERSION:3.0', ...modern]
}

/** A line that begins with a space goes on with the one before; so does a quoted-printable one that ends with "=". */
function unfolded(lines: readonly string[]): string[] {
  const whole: string[] = []
  let isQuoted = false
  for (const line of lines) {
    const last = whole.at(-1)
    if (last !== undefined && isQuoted && last.endsWith('=')) whole[whole.length - 1] = last.slice(0, -1) + line
    else if (last !== undefined && folded.test(line)) whole[whole.length - 1] = last + line.slice(1)
    else {
      whole.push(line)
      isQuoted = /QUOTED-PRINTABLE/i.test(line.slice(0, Math.max(0, colonOf(line))))
    }
  }
  return whole
}

/** The colon that ends the name and its parameters; one in quotes does not. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return -1
}

const kindOf = (parameters: readonly string[]) => { const found = parameters.map((one) => /^(?:TYPE=)?"?(WORK|HOME|CELL|FAX|PREF|INTERNET|VOICE)\b/i.exec(one.trim())?.[1]).find(Boolean); return found ? `;TYPE=${found.toUpperCase()}` : '' }
const bytesOf = (value: string) => Buffer.from(value.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')

function decode(bytes: Buffer, charset: string): string {
  try { return new TextDecoder(charset).decode(bytes) } catch { return new TextDecoder().decode(bytes) }
}
