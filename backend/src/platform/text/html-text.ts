import { compile } from 'html-to-text'
import { shapeOf, withoutTags } from './html-tags'
import { normaliseText } from './normalise-text'

/** What a person reads of an HTML message. More than this is no letter; the HTML itself is kept beside the text anyway. */
const longestHtml = 1_000_000

/** html-to-text (its parser) takes time by the square of the depth, 0.5 s at 20,000 elements in each other, and 10 µs a tag. Letters stay below a hundred and a few thousand. */
const most = { deepest: 1_000, tags: 60_000 }

const read = compile({
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxDepth: 100, maxChildNodes: 50_000, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ['<', '>'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1, trimEmptyLines: false } },
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
    { selector: 'td', format: 'inlineTag' },
    { selector: 'th', format: 'inlineTag' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
  formatters: {
    /** Cells of a row stand in one line, a space between them; blocks inside a cell still break it. */
    inlineTag: (element, walk, builder) => { walk(element.children, builder); builder.addInline(' ') },
  },
})

/** The text of an HTML message: quotes marked with `>`, links readable, no pictures. */
export function textOfHtml(html: string): string {
  const start = html.slice(0, longestHtml)
  const { tags, deepest } = shapeOf(start)
  const text = tags > most.tags || deepest > most.deepest ? withoutTags(start) : read(start)
  return normaliseText(text).trim()
}
