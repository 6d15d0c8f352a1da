import type { Words } from '@counterpane/shared/errors/app-error'

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** Why a row or a cell was not taken over, in words that say what to do. */
export const importProblems = {
  noName: { en: 'the row has no name: neither of a client nor of a person', ru: 'в строке нет названия: ни клиента, ни контактного лица' },
  broken: { en: 'the quotes of this row don’t match, so that its cells can’t be told apart', ru: 'кавычки в строке не парные, её ячейки нельзя разделить' },
  lineTooLong: { en: 'the row is too long; a quote that is not closed may have swallowed the rows after it', ru: 'строка слишком длинная; возможно, незакрытая кавычка поглотила следующие строки' },
  address: (text: string): Words => ({ en: `"${brief(text)}" can’t be read as an e-mail address`, ru: `«${brief(text)}» не читается как адрес эл. почты` }),
  domain: (text: string): Words => ({ en: `"${brief(text)}" can’t be read as a web address`, ru: `«${brief(text)}» не читается как адрес сайта` }),
  date: (text: string): Words => ({ en: `"${brief(text)}" can’t be read as a date with a year`, ru: `«${brief(text)}» не читается как дата с годом` }),
  yes: (text: string): Words => ({ en: `"${brief(text)}" is neither yes nor no`, ru: `«${brief(text)}» — не «да» и не «нет»` }),
  manager: (text: string): Words => ({ en: `there is no manager "${brief(text)}"; the client stays without or with the one it had`, ru: `нет менеджера «${brief(text)}»; ответственный остался прежним` }),
  adSource: (text: string): Words => ({ en: `there is no source "${brief(text)}" in the list of sources; an administrator adds it there`, ru: `в списке источников нет «${brief(text)}»; его добавляет администратор` }),
  erased: { en: 'somebody with an address in this row asked to be erased; the row was left out', ru: 'данные владельца одного из адресов строки удалены по запросу; строка пропущена' },
  text: (text: string): Words => ({ en: `"${brief(text)}" was not understood`, ru: `«${brief(text)}»: не удалось понять` }),
  tooLong: (most: number): Words => ({ en: `longer than ${most} characters`, ru: `длиннее ${most} знаков` }),
  tooMany: (most: number): Words => ({ en: `more than ${most} in one row; the first ${most} were taken`, ru: `больше ${most} в одной строке; взяты первые ${most}` }),
  otherPerson: (name: string): Words => ({ en: `the address belongs to ${brief(name)} already; the name was left as it is`, ru: `адрес уже принадлежит контактному лицу «${brief(name)}»; имя оставлено прежним` }),
  known: (name: string): Words => ({ en: `${brief(name)} is in the base already`, ru: `уже есть в базе: ${brief(name)}` }),
  repeated: (name: string): Words => ({ en: `an earlier row tells of ${brief(name)} too`, ru: `то же, что в одной из строк выше: ${brief(name)}` }),
} as const

/** Why an import as a whole can't be done. */
export const importRefusals = {
  tooLarge: { en: 'A file of at most 200 MB can be imported; split it into several', ru: 'Импортировать можно файл до 200 МБ; разделите его на несколько' },
  nobodyNamed: { en: 'No column is taken for a name or a tax number, so that no row could be told from another; say which column it is', ru: 'Ни один столбец не сопоставлен с названием, именем или ИНН, поэтому строки нечем отличить; укажите такой столбец' },
  columns: { en: 'There must be one entry for each column of the file', ru: 'Нужна одна запись на каждый столбец файла' },
  tooMany: { en: 'Ten of your files are waiting to be imported; run or delete one of them first', ru: 'Десять ваших файлов уже ждут импорта; сначала выполните или удалите один из них' },
  fileGone: { en: 'The file is no longer here; upload it again', ru: 'Файла больше нет; загрузите его снова' },
  notNow: { en: 'This can’t be done with an import in this state; look at it again', ru: 'В этом состоянии импорта так нельзя; посмотрите на него снова' },
  interrupted: { en: 'The server was stopped in the middle; the rows up to there are in. Upload the file again to take over the rest: what is known is not doubled', ru: 'Сервер был остановлен посередине; строки до этого места приняты. Загрузите файл снова, чтобы принять остальное: известное не удвоится' },
} as const satisfies Record<string, Words>
