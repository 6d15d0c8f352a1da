import type { Locale } from '../domain/codes'

export const trailTexts: Record<Locale, { title: string }> = {
  en: { title: 'trail' },
  ru: { title: 'trail' },
}
