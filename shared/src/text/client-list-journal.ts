import type { Locale } from '../domain/codes'

export const clientListTexts: Record<Locale, { title: string }> = {
  en: { title: 'client-list' },
  ru: { title: 'client-list' },
}
