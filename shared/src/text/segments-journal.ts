import type { Locale } from '../domain/codes'

export const segmentsTexts: Record<Locale, { title: string }> = {
  en: { title: 'segments' },
  ru: { title: 'segments' },
}
