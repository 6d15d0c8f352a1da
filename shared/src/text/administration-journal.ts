import type { Locale } from '../domain/codes'

export const administrationTexts: Record<Locale, { title: string }> = {
  en: { title: 'administration' },
  ru: { title: 'administration' },
}
