import type { Locale } from '../domain/codes'
import { en, type PaneTexts } from './pane-en'
import { ru } from './pane-ru'

export const paneTexts: Record<Locale, PaneTexts> = { en, ru }
