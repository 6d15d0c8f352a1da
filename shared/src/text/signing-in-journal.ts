import type { Locale } from '../domain/codes'

export const signingInTexts: Record<Locale, { title: string }> = {
  en: { title: 'signing-in' },
  ru: { title: 'signing-in' },
}
