// A deployment has one language for its menu; the cards follow each manager's own.
import { type Bilingual } from '../outlook/outlook-texts'
import { type endpoints } from './gmail-facts'

export const menuLanguages = ['en', 'ru'] as const
export type MenuLanguage = (typeof menuLanguages)[number]

export const gmailLabels = {
  search: { en: 'Search', ru: 'Поиск' },
  settings: { en: 'Settings', ru: 'Настройки' },
  help: { en: 'Help', ru: 'Справка' },
  compose: { en: 'Who the recipients are', ru: 'Кто получатели' },
} satisfies Partial<Record<keyof typeof endpoints, Bilingual>>
