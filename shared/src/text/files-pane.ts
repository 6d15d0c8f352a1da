import type { Locale } from '../domain/codes'
import { filesLineTexts, type FilesLineTexts } from './files-line-pane'
import { russianCount } from './russian-count'

/** Words about the files of an email: which are kept, which are not and why. */
const en = {
  ...filesLineTexts.en,
  which: 'Files to keep',
  total: (size: string, limit: string) => `${size} of ${limit} chosen`,
  ready: 'Done',
  keeping: (done: number, of: number) => `Keeping files: ${done} of ${of}`,
  allKept: (count: number) => `${count} ${count === 1 ? 'file is' : 'files are'} kept.`,
  failed: (name: string, why: string) => `${name} is not kept: ${why}`,
  why: { closed: 'this email was closed before Outlook gave it', notGiven: 'Outlook did not give it', late: 'Outlook did not give it in time', offline: 'no connection', signedOut: 'you are not signed in', unknown: 'the server has no such file' },
  openAgain: 'Open the email again to retry.',
  retry: 'Retry',
  files: 'Files',
  state: { kept: 'kept', notKept: 'not kept' },
  keepThese: 'Keep the files chosen',
  nothingToKeep: 'There is nothing left to keep.',
}
export type FilesTexts = typeof en & FilesLineTexts

const ru: FilesTexts = {
  ...filesLineTexts.ru,
  which: 'Какие файлы сохранить',
  total: (size, limit) => `Выбрано ${size} из ${limit}`,
  ready: 'Готово',
  keeping: (done, of) => `Сохранение файлов: ${done} из ${of}`,
  allKept: (count) => `Сохранено: ${russianCount(count, 'файл', 'файла', 'файлов')}.`,
  failed: (name, why) => `${name}: не сохранено, ${why}`,
  why: { closed: 'письмо закрыто раньше, чем Outlook отдал файл', notGiven: 'Outlook не отдал файл', late: 'Outlook не отдал файл вовремя', offline: 'нет связи', signedOut: 'вход не выполнен', unknown: 'на сервере нет такого файла' },
  openAgain: 'Чтобы повторить, откройте письмо снова.',
  retry: 'Повторить',
  files: 'Файлы',
  state: { kept: 'сохранён', notKept: 'не сохранён' },
  keepThese: 'Сохранить выбранные',
  nothingToKeep: 'Больше сохранять нечего.',
}
export const filesTexts: Record<Locale, FilesTexts> = { en, ru }
