import type { Locale } from '../domain/codes'

export const unrecognisedTexts: Record<Locale, { title: string }> = {
  en: { title: 'unrecognised' },
  ru: { title: 'unrecognised' },
}
