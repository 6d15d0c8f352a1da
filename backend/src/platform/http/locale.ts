import type { Locale } from '@counterpane/shared/domain/codes'

/** The first of our languages in `Accept-Language`, by its weights; null when it names none. */
export function localeOf(acceptLanguage: string | undefined): Locale | null {
  if (!acceptLanguage) return null
  const wishes = acceptLanguage.slice(0, 500).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined)
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes.filter((wish) => (wish.language === 'en' || wish.language === 'ru') && wish.weight > 0).sort((a, b) => b.weight - a.weight)[0]
  return best ? (best.language as Locale) : null
}
