import type { Locale } from '../domain/codes'

/** Names of the journal's pages; `more`: those that find no room. */
interface FrameWords { day: string; tasks: string; more: string; segments: string; unrecognised: string; duplicates: string; imports: string; administration: string; base: string; neverMine: string; sight: Record<'team' | 'own', string> }

export const frameTexts: Record<Locale, FrameWords> = {
  en: { day: 'My day', tasks: 'Tasks', more: 'More', segments: 'Segments', unrecognised: 'Without a client', duplicates: 'Duplicates', imports: 'Import', administration: 'Administration', base: 'Client base', neverMine: 'Never registered: my list', sight: { team: 'You see your team’s clients', own: 'You see your own clients' } },
  ru: { day: 'Мой день', tasks: 'Задачи', more: 'Ещё', segments: 'Сегменты', unrecognised: 'Письма без клиента', duplicates: 'Дубли', imports: 'Импорт', administration: 'Администрирование', base: 'Клиентская база', neverMine: 'Не регистрировать: мой список', sight: { team: 'Видны клиенты вашего отдела', own: 'Видны только ваши клиенты' } },
}
