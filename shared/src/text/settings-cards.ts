import type { Locale, Role, Visibility } from '../domain/codes'

/** Words of the Gmail card of settings. */
export interface SettingsCardWords {
  title: string; you: string; role: Record<Role, string>
  language: string; asInGmail: string; english: string; russian: string
  oneClick: string; visibility: Record<Visibility, string>; forLater: string
  keepFiles: string; keepsAll: (limits: { file: string; message: string }) => string; keepsChosen: string; keepsNone: string; saved: string; openJournal: string
}

const en: SettingsCardWords = {
  title: 'Settings', you: 'You are', role: { manager: 'Manager', lead: 'Team lead', administrator: 'Administrator' },
  language: 'Language', asInGmail: 'As in Gmail', english: 'English', russian: 'Русский',
  oneClick: 'What one click registers', visibility: { full: 'Text and subject', subject: 'Subject only', fact: 'Only the fact' }, forLater: 'Each choice is saved at once. Emails registered before stay as they are.',
  keepFiles: 'Keep the files of registered emails', keepsAll: ({ file, message }) => `By the rules of your organisation: a file up to ${file}, an email up to ${message}.`,
  keepsChosen: 'By the rules of your organisation only the files that you tick when registering are kept.', keepsNone: 'Your organisation keeps no files, only their names. The choice waits for a change of its rules.',
  saved: 'Saved', openJournal: 'Open the journal',
}

const ru: SettingsCardWords = {
  title: 'Настройки', you: 'Вы', role: { manager: 'Менеджер', lead: 'Руководитель', administrator: 'Администратор' },
  language: 'Язык', asInGmail: 'Как в Gmail', english: 'English', russian: 'Русский',
  oneClick: 'Что регистрирует одно нажатие', visibility: { full: 'Текст и тему', subject: 'Только тему', fact: 'Только сам факт' }, forLater: 'Выбор сохраняется сразу. Письма, зарегистрированные раньше, не меняются.',
  keepFiles: 'Сохранять файлы зарегистрированных писем', keepsAll: ({ file, message }) => `По правилам вашей организации: файл до ${file}, письмо до ${message}.`,
  keepsChosen: 'По правилам вашей организации сохраняются только файлы, отмеченные при регистрации.', keepsNone: 'В вашей организации файлы не сохраняются, только их имена. Выбор подождёт, пока правила изменятся.',
  saved: 'Сохранено', openJournal: 'Открыть журнал',
}

export const settingsCardTexts: Record<Locale, SettingsCardWords> = { en, ru }
