import type { Digest } from '@counterpane/shared/contract/my-day'
import type { Locale } from '@counterpane/shared/domain/codes'
import { digestTexts } from '@counterpane/shared/text/digest-text'
import type { DigestContents, DigestLine, DigestSection } from './digest-contents'
import type { DigestKind } from './digests.repository'

export interface LetterFrame { kind: DigestKind; name: string; locale: Locale; day: string; publicUrl: string }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter]!)
/** Where the letter is switched off and its hour chosen. */
export const settingsPath = '#/day'
export const journalUrl = (publicUrl: string, path: string) => `${publicUrl}/journal/${path}`

/** Plain words and a little HTML with the same content: nothing is loaded from anywhere. */
export function digestLetter({ heads, sections }: DigestContents, { kind, name, locale, day, publicUrl }: LetterFrame): Digest {
  const text = digestTexts[locale]
  const url = (path: string) => journalUrl(publicUrl, path)
  const title = text[kind](day)
  const subject = heads.length === 0 ? title : `${title}: ${heads.join(', ')}`
  const isEmpty = sections.length === 0
  const nothing = kind === 'mine' ? text.nothing : text.nothingTeam
  const rest = ({ total, lines }: DigestSection) => (total > lines.length ? [text.more(total - lines.length)] : [])

  const plain = [
    text.hello(name), '', ...(isEmpty ? [nothing, ''] : []),
    ...sections.flatMap((one) => [`${one.title} (${one.total})`, ...(one.about === null ? [] : [one.about]), ...one.lines.map((line) => `- ${line.text}`), ...rest(one).map((words) => `  ${words}`), url(one.path), '']),
    `${text.open}: ${url('#/day')}`, '', text.footer, `${text.settings}: ${url(settingsPath)}`, '',
  ].join('\n')

  const link = (words: string, path: string) => `<a href="${escaped(url(path))}" style="color:#0f6cbd">${escaped(words)}</a>`
  const item = (line: DigestLine) => `<li style="margin:0 0 4px">${line.path === null ? escaped(line.text) : link(line.text, line.path)}</li>`
  const html = [
    `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font-family:Segoe UI,Arial,sans-serif;font-size:14px;line-height:1.45;max-width:720px">', `<p>${escaped(text.hello(name))}</p>`, ...(isEmpty ? [`<p>${escaped(nothing)}</p>`] : []),
    ...sections.map((one) => [
      `<h2 style="font-size:16px;margin:20px 0 4px">${escaped(one.title)} (${one.total})</h2>`, one.about === null ? '' : `<p style="margin:0 0 4px;color:#616161">${escaped(one.about)}</p>`,
      `<ul style="margin:0;padding-left:20px">${one.lines.map(item).join('')}</ul>`, ...rest(one).map((words) => `<p style="margin:4px 0 0">${link(words, one.path)}</p>`),
    ].join('')),
    `<p style="margin-top:24px">${link(text.open, '#/day')}</p>`, `<p style="color:#616161">${escaped(text.footer)} ${link(text.settings, settingsPath)}</p>`, '</body></html>',
  ].join('\n')
  return { subject, html, text: plain, isEmpty }
}
