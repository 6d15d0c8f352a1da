import type { Locale } from '../domain/codes'

export const importsTexts: Record<Locale, { title: string }> = {
  en: { title: 'imports' },
  ru: { title: 'imports' },
}
