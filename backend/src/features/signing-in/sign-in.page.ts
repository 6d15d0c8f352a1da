import type { Locale } from '@counterpane/shared/domain/codes'
import { signInPageTexts, type SignInPageWords } from '@counterpane/shared/text/door-page-text'
import type { Outcome, Way } from './signing-in.types'

type Shown = Exclude<Outcome, { kind: 'signed-in' }>
export interface Drawing { locale: Locale; publicUrl: string; firstAdministrator: boolean }

const statuses: Partial<Record<Shown['kind'], number>> = { stranger: 403, declined: 200, bound: 409, unavailable: 503, settings: 503, 'not-set-up': 404 }
export const statusOfSignIn = ({ kind }: Shown) => statuses[kind] ?? 400

/** In both languages, the reader's first: whoever stands at the door has told no language but the browser's. */
export function drawSignIn(outcome: Shown, { locale, publicUrl, firstAdministrator }: Drawing): string {
  const order: readonly Locale[] = locale === 'ru' ? ['ru', 'en'] : ['en', 'ru']
  const parts = order.map((language, at) => {
    const words = signInPageTexts[language]
    const [title, body] = outcome.kind === 'stranger' ? [words.stranger, knocking(outcome, { words, language, publicUrl, firstAdministrator })] : [words.title, failing(outcome, { words, publicUrl })]
    return `<section lang="${language}"><h${at + 1}>${escaped(title)}</h${at + 1}>${body}</section>`
  })
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(signInPageTexts[locale].title)}</title><link rel="icon" href="data:,">
<style>${style}</style></head><body><main>${parts.join('\n')}</main></body></html>`
}

const style = `html{background:Canvas;color:CanvasText}a{color:LinkText}body{font:16px/24px 'Segoe UI',system-ui,sans-serif;max-width:36rem;margin:8vh auto;padding:0 16px;overflow-wrap:anywhere}h1,h2{font-size:20px;line-height:28px;margin:0 0 8px}p{margin:0 0 12px}
section+section{margin-top:40px;padding-top:24px;border-top:1px solid}label{display:block;font-weight:600;margin-bottom:4px}form{display:flex;flex-wrap:wrap;gap:8px;margin:16px 0}form label{width:100%}@media(prefers-color-scheme:dark){html{background:#1f1f1f;color:#fff}a{color:#62abf5}}
input{flex:1 1 14rem;min-width:0;font:inherit;padding:8px 12px;border:1px solid;border-radius:4px;text-transform:uppercase}button{font:inherit;font-weight:600;padding:8px 16px;border:1px solid;border-radius:4px;cursor:pointer}.trouble{font-weight:600}.trouble::before{content:'! '}`

function knocking({ ticket, called, codeRefused, way, back }: Extract<Shown, { kind: 'stranger' }>, { words, language, publicUrl, firstAdministrator }: { words: SignInPageWords; language: Locale; publicUrl: string; firstAdministrator: boolean }): string {
  const id = `code-${language}`
  return [
    `<p>${escaped(called === null ? words.knownAsNobody : words.knownAs(called))}</p>`, `<p>${escaped(firstAdministrator ? words.firstCode : words.bringCode)}</p>`,
    codeRefused ? `<p class="trouble" role="alert">${escaped(words.codeUnknown)}</p>` : '',
    `<form method="post" action="/sign-in/code"><label for="${id}">${escaped(words.code)}</label><input type="hidden" name="ticket" value="${escaped(ticket)}">`,
    `<input id="${id}" name="code" required maxlength="200" autocomplete="off" autocapitalize="characters" spellcheck="false"><button>${escaped(words.enter)}</button></form>`,
    `<p><a href="${escaped(startOf(way, { publicUrl, back, other: true }))}">${escaped(words.otherAccount)}</a></p>`,
  ].join('')
}

function failing({ kind, way, back }: Exclude<Shown, { kind: 'stranger' }>, { words, publicUrl }: { words: SignInPageWords; publicUrl: string }): string {
  const again = way ? `<p><a href="${escaped(startOf(way, { publicUrl, back, other: kind === 'bound' }))}">${escaped(kind === 'bound' ? words.otherAccount : words.retry)}</a></p>` : ''
  return `<p>${escaped(words.failed[kind])}</p>${again}<p><a href="${escaped(`${publicUrl}/journal/${back}`)}">${escaped(words.toDoor)}</a></p>`
}

function startOf({ provider, organisation }: Way, { publicUrl, back, other }: { publicUrl: string; back: string; other: boolean }): string {
  const query = new URLSearchParams({ ...(organisation !== null && { organisation }), ...(back !== '' && { back }), ...(other && { other: '1' }) })
  return `${publicUrl}/sign-in/${provider}${query.size > 0 ? `?${query}` : ''}`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
