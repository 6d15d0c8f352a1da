import { AppError, type Words } from '@counterpane/shared/errors/app-error'

export const tableLimits = {
  /** Bytes of a file, and of everything inside an XLSX when unpacked. */
  file: 250 * 1024 * 1024, unpacked: 1024 * 1024 * 1024, entries: 2_000,
  columns: 500, cell: 100_000, line: 2_000_000, rows: 2_000_000,
} as const

/** The file can't be read as a table; `words` say what is wrong and what to do. */
export const unreadable = (words: Words) => new AppError('file-unreadable', { words })

const mib = (bytes: number) => Math.round(bytes / 1024 / 1024)
export const tableProblems = {
  empty: unreadableWords('The file is empty.', 'Файл пуст.'),
  tooLarge: unreadableWords(`The file is larger than ${mib(tableLimits.file)} MB. Split it into several.`, `Файл больше ${mib(tableLimits.file)} МБ. Разделите его на несколько.`),
  bomb: unreadableWords('Unpacked, this workbook would be far larger than a table of clients can be. Save the sheet as CSV.', 'В распакованном виде эта книга намного больше, чем бывает таблица клиентов. Сохраните лист как CSV.'),
  notWorkbook: unreadableWords('The file looks like an Excel workbook (.xlsx) but can’t be opened as one. Open it in Excel and save it again.', 'Файл похож на книгу Excel (.xlsx), но не открывается как книга. Откройте его в Excel и сохраните заново.'),
  oldWorkbook: unreadableWords('This is an old Excel workbook (.xls) or one with a password. Save it as .xlsx without a password, or as CSV.', 'Это старая книга Excel (.xls) или книга с паролем. Сохраните её как .xlsx без пароля или как CSV.'),
  tooManyColumns: unreadableWords(`The table has more than ${tableLimits.columns} columns. Leave only those that are wanted.`, `В таблице больше ${tableLimits.columns} столбцов. Оставьте только нужные.`),
  tooManyRows: unreadableWords(`The table has more than ${tableLimits.rows.toLocaleString('en')} rows. Split it into several.`, `В таблице больше ${tableLimits.rows.toLocaleString('ru')} строк. Разделите её на несколько.`),
  notText: unreadableWords('The file is no table: it is neither text (CSV), nor an Excel workbook (.xlsx), nor address cards (.vcf).', 'Файл — не таблица: это не текст (CSV), не книга Excel (.xlsx) и не карточки адресов (.vcf).'),
} as const

function unreadableWords(en: string, ru: string): Words { return { en, ru } }
