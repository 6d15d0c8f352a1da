import type { Locale } from '../domain/codes'

/** Names of the journal's pages. */
export const frameTexts: Record<Locale, { day: string; tasks: string }> = {
  en: { day: 'My day', tasks: 'Tasks' },
  ru: { day: 'Мой день', tasks: 'Задачи' },
}
