import type { Locale } from '../domain/codes'

export interface FileRefusalWords {
  keepsNone: string
  fileTooLarge: (limit: string) => string
  messageTooLarge: (limit: string) => string
  otherBytes: string
  withoutContent: string
  notKept: string
  brokenOff: string
  full: string
  readOnly: string
  unavailable: string
  lost: string
}

const en: FileRefusalWords = {
  keepsNone: 'Your organisation keeps no files of emails',
  fileTooLarge: (limit) => `A file that is kept may have at most ${limit}`,
  messageTooLarge: (limit) => `The files kept of one email may have at most ${limit} together`,
  otherBytes: 'Other content is kept for this file already',
  withoutContent: 'This email is registered without its content, so its files are not kept',
  notKept: 'The content of this file is not kept here',
  brokenOff: 'The file did not arrive whole',
  full: 'The disk for files is full',
  readOnly: 'The folder for files cannot be written to',
  unavailable: 'The folder for files cannot be used',
  lost: 'The content of this file is not where it was kept',
}

const ru: FileRefusalWords = {
  keepsNone: 'Ваша организация не сохраняет файлы писем',
  fileTooLarge: (limit) => `Сохраняемый файл может быть не больше ${limit}`,
  messageTooLarge: (limit) => `Сохраняемые файлы одного письма вместе могут быть не больше ${limit}`,
  otherBytes: 'Для этого файла уже сохранено другое содержимое',
  withoutContent: 'Письмо зарегистрировано без содержания, поэтому его файлы не сохраняются',
  notKept: 'Содержимое этого файла здесь не сохранено',
  brokenOff: 'Файл пришёл не целиком',
  full: 'На диске для файлов нет места',
  readOnly: 'В папку для файлов нельзя записать',
  unavailable: 'Папка для файлов недоступна',
  lost: 'Содержимого этого файла нет там, где оно было сохранено',
}

export const fileRefusals: Record<Locale, FileRefusalWords> = { en, ru }

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size as mail clients say it: 1024 bytes to the kilobyte. */
export function sizeText(bytes: number, locale: Locale): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(bytes / 1024 ** step)
}
