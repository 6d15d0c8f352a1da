import type { Locale } from '../domain/codes'

export const cleaningTexts: Record<Locale, { title: string }> = {
  en: { title: 'cleaning' },
  ru: { title: 'cleaning' },
}
