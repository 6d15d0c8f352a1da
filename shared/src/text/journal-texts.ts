import type { Locale } from '../domain/codes'
import { journalEn } from './journal-en'
import { journalRu } from './journal-ru'
import type { JournalWords } from './journal-words'

export const journalTexts: Record<Locale, JournalWords> = { en: journalEn, ru: journalRu }
