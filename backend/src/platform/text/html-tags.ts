/** Never hold a child, or are closed by the next of their kind: they don't add to the depth when nobody closes them. */
const flat = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'p', 'li', 'td', 'th', 'tr', 'dd', 'dt',
  'option', 'tbody', 'thead', 'tfoot', 'colgroup'])

/** How many tags there are and how deep elements stand in each other, in one pass and without building anything: what decides a parser's time. */
export function shapeOf(html: string): { tags: number; deepest: number } {
  let tags = 0
  let depth = 0
  let deepest = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const closing = html.charAt(at + 1) === '/'
    const name = tagName(html, closing ? at + 2 : at + 1)
    if (name === '') continue
    tags++
    if (flat.has(name)) continue
    if (closing) depth = Math.max(0, depth - 1)
    else deepest = Math.max(deepest, ++depth)
  }
  return { tags, deepest }
}

function tagName(html: string, from: number): string {
  let end = from
  while (end < html.length && end < from + 20 && isLetter(html.charCodeAt(end))) end++
  return html.slice(from, end).toLowerCase()
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)

/** The text between tags, for HTML that is no letter: what a parser would take too long for is still shown, only not laid out. */
export function withoutTags(html: string): string {
  const pieces: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) { pieces.push(html.slice(at)); break }
    if (open > at) pieces.push(html.slice(at, open))
    const close = html.indexOf('>', open)
    if (close === -1) break
    at = close + 1
  }
  return pieces.join(' ')
}
