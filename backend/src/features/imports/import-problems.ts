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
  text: (text: string): Words => ({ en: `"${brief(text)}" was not understood`, ru: `«${brief(text)}»: не удалось понять` }),
  tooLong: (most: number): Words => ({ en: `longer than ${most} characters`, ru: `длиннее ${most} знаков` }),
  tooMany: (most: number): Words => ({ en: `more than ${most} in one row; the first ${most} were taken`, ru: `больше ${most} в одной строке; взяты первые ${most}` }),
  otherPerson: (name: string): Words => ({ en: `the address belongs to ${brief(name)} already; the name was left as it is`, ru: `адрес уже принадлежит контактному лицу «${brief(name)}»; имя оставлено прежним` }),
} as const
