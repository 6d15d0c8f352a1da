import type { Locale } from '@counterpane/shared/domain/codes'
import { consentPageTexts } from '@counterpane/shared/text/consent-page'
import type { Outcome } from './google-consent.service'

const statuses: Partial<Record<Outcome['kind'], number>> = { connected: 200, readingOnly: 200, declined: 200, otherManager: 403, otherAccount: 403, unknownAccount: 403, notSetUp: 409, unavailable: 503, settings: 503 }
export const statusOf = ({ kind }: Outcome) => statuses[kind] ?? 400

/** In both languages, the reader's first: whoever comes back from Google may have no session here that knows a language. */
export function drawOutcome(outcome: Outcome, { locale, journalUrl }: { locale: Locale; journalUrl: string }): string {
  const order: readonly Locale[] = locale === 'ru' ? ['ru', 'en'] : ['en', 'ru']
  const parts = order.map((language, index) => {
    const { title, toCalendars } = consentPageTexts[language]
    const level = index === 0 ? 'h1' : 'h2'
    return `<section lang="${language}"><${level}>${escaped(title)}</${level}><p>${escaped(wordsOf(outcome, language))}</p><p><a href="${escaped(journalUrl)}">${escaped(toCalendars)}</a></p></section>`
  })
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(consentPageTexts[locale].title)}</title><link rel="icon" href="data:,">
<style>body{font:16px/24px system-ui,sans-serif;max-width:36rem;margin:8vh auto;padding:0 16px;overflow-wrap:anywhere}h1,h2{font-size:20px;line-height:28px}section+section{margin-top:32px;padding-top:16px;border-top:1px solid}</style></head><body><main>${parts.join('\n')}</main></body></html>`
}

function wordsOf(outcome: Outcome, locale: Locale): string {
  const words = consentPageTexts[locale]
  if (outcome.kind === 'otherAccount') return words.otherAccount(outcome)
  return outcome.kind === 'unknownAccount' ? words.unknownAccount(outcome.mailbox) : words[outcome.kind]
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
