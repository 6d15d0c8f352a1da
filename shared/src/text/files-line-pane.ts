import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Words of the one line about an email's files, which is drawn with the first card; all other words about files are in `files-pane.ts`. */
const en = {
  kept: (kept: number, of: number) => {
    if (kept === 0) return of === 1 ? 'The file is not kept' : `None of ${of} files is kept`
    return kept === of ? `${kept} ${kept === 1 ? 'file is' : 'files are'} kept` : `${kept} of ${of} files ${kept === 1 ? 'is' : 'are'} kept`
  },
  noted: (count: number) => `${count} ${count === 1 ? 'file is' : 'files are'} noted by name`,
  choose: 'Choose',
  tooLarge: (name: string, limit: string) => `${name} is larger than ${limit}`,
  tooMuch: (name: string, limit: string) => `With ${name} it would be more than ${limit} for one email`,
  cloud: (name: string) => `${name} is a link to a file elsewhere and cannot be kept`,
  keepsNone: 'Your organisation keeps no files, only their names.',
  hostGivesNone: 'This Outlook gives no files to add-ins; only their names are kept.',
  andMore: (count: number) => `and ${count} more`,
  nameless: 'a file without a name',
}
export type FilesLineTexts = typeof en

const ru: FilesLineTexts = {
  kept: (kept, of) => {
    if (kept === 0) return of === 1 ? 'Файл не сохраняется' : `Файлы не сохраняются: ${of}`
    return kept === of ? `Сохраняется: ${russianCount(kept, 'файл', 'файла', 'файлов')}` : `Сохраняется файлов: ${kept} из ${of}`
  },
  noted: (count) => `По имени будет отмечено: ${russianCount(count, 'файл', 'файла', 'файлов')}`,
  choose: 'Выбрать',
  tooLarge: (name, limit) => `${name}: больше ${limit}`,
  tooMuch: (name, limit) => `${name}: вместе выйдет больше ${limit} на одно письмо`,
  cloud: (name) => `${name}: это ссылка на файл в другом месте, сохранить нельзя`,
  keepsNone: 'В вашей организации файлы не сохраняются, только их имена.',
  hostGivesNone: 'Этот Outlook не отдаёт файлы надстройкам; сохраняются только имена.',
  andMore: (count) => `и ещё ${count}`,
  nameless: 'файл без имени',
}
export const filesLineTexts: Record<Locale, FilesLineTexts> = { en, ru }
