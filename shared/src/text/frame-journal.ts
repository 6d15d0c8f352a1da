import type { Locale } from '../domain/codes'

/** Names of the journal's pages; `more`: those that find no room. */
export const frameTexts: Record<Locale, { day: string; tasks: string; more: string }> = {
  en: { day: 'My day', tasks: 'Tasks', more: 'More' },
  ru: { day: 'Мой день', tasks: 'Задачи', more: 'Ещё' },
}
