import type { Locale } from '../domain/codes'
import { administrationEn } from './administration-en'
import { administrationRu } from './administration-ru'
import type { AdministrationWords } from './administration-words'

export const administrationTexts: Record<Locale, AdministrationWords> = { en: administrationEn, ru: administrationRu }
