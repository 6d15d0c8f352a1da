import { locales, type Locale } from '@counterpane/shared/domain/codes'
import { readLocalText, writeLocalText } from '../view/remembered-view'

const key = 'counterpane.locale'

/** The language before anybody is known: what this browser was last set to, else its own. */
export function firstLocale(): Locale {
  const kept = readLocalText(key)
  return locales.find((locale) => locale === kept) ?? (navigator.languages.find((tag) => /^(ru|en)\b/i.test(tag))?.toLowerCase().startsWith('ru') ? 'ru' : 'en')
}
export const keepLocale = (locale: Locale) => writeLocalText(key, locale)
