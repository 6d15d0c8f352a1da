import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Bringing clients and people in from a table. */
const en = {
  about: 'Clients and contact persons from a table: look at it, check it, run it; the whole import can be undone.',
  onlyLeads: 'Team leads and administrators import tables.', onlyLeadsAdvice: 'Ask one of them to bring your list in.',
  drop: { title: 'Drop a file here', or: 'or', choose: 'Choose a file', formats: 'CSV, Excel workbook (.xlsx) or address cards (.vcf), up to 200 MB. Address books of Outlook and Gmail: export them as CSV or vCard first.', sending: (name: string) => `Sending ${name}`, stop: 'Stop sending', one: 'One file at a time, please.', large: 'A file of at most 200 MB can be imported; split it into several.' },
  template: 'Sample table', templateHint: 'a small CSV with columns that are recognised',
  history: { title: 'Imports so far', none: 'Nothing has been imported yet.', noneAdvice: 'Begin with the sample table, or with an export of your address book.', file: 'File', when: 'When', who: 'Who', state: 'State', result: 'Result', more: 'Show more', failed: 'The imports could not be loaded.' },
  states: { uploaded: 'not run yet', waiting: 'waiting', checking: 'being checked', checked: 'checked', reading: 'running', done: 'done', stopped: 'stopped', failed: 'failed', undoing: 'being undone', undone: 'undone' },
  console: 'at the server', back: 'All imports',
  facts: (rows: number | null, kind: string) => [kind, rows === null ? '' : `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`].filter(Boolean).join(' · '),
  kinds: { csv: 'CSV', xlsx: 'Excel', vcard: 'vCard' },
  before: (when: string, who: string) => `This same file was brought on ${when} by ${who}.`, beforeAdvice: 'Running it again doubles nobody: who is known is brought up to date.', seeIt: 'See that import',
  mapping: {
    title: 'Columns', advice: 'What each column is. Your corrections are kept for the next file with the same columns.', column: 'Column of the file', examples: 'Examples', field: 'Taken for', leave: 'Leave out', empty: 'empty', noTitle: (at: number) => `Column ${at}`,
    guessed: 'guessed', kept: 'as last time', own: 'your choice', left: 'left out', saving: 'Saving…', pick: (column: string) => `“${column}” is taken for`, rows: 'First rows of the file', ofClient: 'Client', ofPerson: 'Contact person',
  },
  fields: {
    name: 'Name of the client', taxNumber: 'Tax number', kind: 'Kind', class: 'Class', vip: 'VIP', status: 'Status', industry: 'Industry', region: 'Region', turnover: 'Turnover', adSource: 'Source', manager: 'Responsible manager', addresses: 'E-mail addresses', domains: 'Web sites', phones: 'Phones',
    loyalty: 'Reasons of loyalty', competitors: 'Bought from competitors',
    personName: 'Full name', personFirstName: 'First name', personMiddleName: 'Middle name', personLastName: 'Last name', personPosition: 'Position', personBirthday: 'Birthday', personAddresses: 'E-mail addresses', personPhones: 'Phones', personInterests: 'Interests', personAcquaintance: 'Acquaintance', row: 'The row',
  },
  ofPerson: (field: string) => `${field} (person)`,
  check: 'Check', checkAgain: 'Check again', run: (rows: number | null) => (rows === null ? 'Run the import' : `Import ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`), remove: 'Delete', cancel: 'Cancel', undo: 'Undo the import…',
  checkAdvice: 'A check reads every row and writes nothing.',
  progress: { waiting: 'Another import is at work; this one is next in line.', checking: 'Checking', reading: 'Importing', undoing: 'Undoing', of: (done: number, total: number | null) => (total === null ? `${done.toLocaleString('en')} rows` : `${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`) },
  would: 'What will happen', was: 'What was done', created: 'New', updated: 'Brought up to date', skipped: 'Left out', problems: 'Problems', duplicates: 'Known already',
  noProblems: 'No problems were found.', noDuplicates: 'Nobody in the file is known already.',
  csv: { save: 'Save as CSV', row: 'Row number', field: 'What of it', problem: 'Problem', duplicate: 'Known already', file: { problem: 'import-problems.csv', duplicate: 'import-known.csv' } },
  row: (row: number) => `Row ${row}`, open: 'Open', more: 'Show more', listFailed: 'The list could not be loaded.',
  ends: { done: 'The import is done.', stopped: 'The import was stopped; the rows up to there are in.', failed: 'The import failed.', undone: 'The import was undone.' },
  undone: (removed: number, putBack: number, left: number) => `Removed: ${removed.toLocaleString('en')}. Put back as before: ${putBack.toLocaleString('en')}. Left as they are: ${left.toLocaleString('en')}.`,
  leftTitle: 'Left as they are', reasons: { changed: 'changed since', attached: 'something belongs to it by now', gone: 'no longer there' }, moreLeft: (count: number) => `and ${count.toLocaleString('en')} more`,
  undoDialog: { title: 'Undo this import?', advice: 'Clients and people that it made are removed, and what it changed becomes as before.', left: 'Whoever somebody has changed since, or has contacts, tasks or other work by now, is left and listed.', confirm: 'Undo', close: 'Keep it' },
  removeDialog: { title: 'Delete this file?', advice: 'It was not imported; nobody in the base is changed.', confirm: 'Delete', close: 'Keep it' },
}
export type ImportsWords = typeof en

const rowsOf = (count: number) => `${count.toLocaleString('ru')} ${russianCount(count, 'строка', 'строки', 'строк').replace(/^\d+ /, '')}`
const ru: ImportsWords = {
  about: 'Клиенты и контактные лица из таблицы: посмотрите, проверьте, выполните; весь импорт можно отменить.',
  onlyLeads: 'Таблицы импортируют руководители и администраторы.', onlyLeadsAdvice: 'Попросите кого-то из них загрузить ваш список.',
  drop: { title: 'Перетащите файл сюда', or: 'или', choose: 'Выбрать файл', formats: 'CSV, книга Excel (.xlsx) или карточки адресов (.vcf), до 200 МБ. Адресные книги Outlook и Gmail сначала выгрузите в CSV или vCard.', sending: (name) => `Отправляется ${name}`, stop: 'Остановить отправку', one: 'По одному файлу, пожалуйста.', large: 'Импортировать можно файл до 200 МБ; разделите его на несколько.' },
  template: 'Образец таблицы', templateHint: 'небольшой CSV со столбцами, которые распознаются',
  history: { title: 'Прежние импорты', none: 'Пока ничего не импортировано.', noneAdvice: 'Начните с образца таблицы или с выгрузки адресной книги.', file: 'Файл', when: 'Когда', who: 'Кто', state: 'Состояние', result: 'Итог', more: 'Показать ещё', failed: 'Не удалось загрузить список импортов.' },
  states: { uploaded: 'ещё не выполнен', waiting: 'ждёт очереди', checking: 'проверяется', checked: 'проверен', reading: 'выполняется', done: 'выполнен', stopped: 'остановлен', failed: 'не удался', undoing: 'отменяется', undone: 'отменён' },
  console: 'на сервере', back: 'Все импорты',
  facts: (rows, kind) => [kind, rows === null ? '' : rowsOf(rows)].filter(Boolean).join(' · '),
  kinds: { csv: 'CSV', xlsx: 'Excel', vcard: 'vCard' },
  before: (when, who) => `Этот же файл уже загружали: ${when}, ${who}.`, beforeAdvice: 'Повторный импорт никого не удвоит: данные известных обновятся.', seeIt: 'Открыть тот импорт',
  mapping: {
    title: 'Столбцы', advice: 'Что означает каждый столбец. Ваши исправления запомнятся для следующего файла с такими же столбцами.', column: 'Столбец файла', examples: 'Примеры', field: 'Это', leave: 'Не брать', empty: 'пусто', noTitle: (at) => `Столбец ${at}`,
    guessed: 'угадано', kept: 'как в прошлый раз', own: 'ваш выбор', left: 'не берётся', saving: 'Сохраняется…', pick: (column) => `«${column}» — это`, rows: 'Первые строки файла', ofClient: 'Клиент', ofPerson: 'Контактное лицо',
  },
  fields: {
    name: 'Название клиента', taxNumber: 'ИНН', kind: 'Вид', class: 'Класс', vip: 'VIP', status: 'Статус', industry: 'Отрасль', region: 'Регион', turnover: 'Оборот', adSource: 'Источник информации', manager: 'Ответственный менеджер', addresses: 'Адреса эл. почты', domains: 'Сайты', phones: 'Телефоны',
    loyalty: 'Причины лояльности', competitors: 'Покупает у конкурентов',
    personName: 'Полное имя', personFirstName: 'Имя', personMiddleName: 'Отчество', personLastName: 'Фамилия', personPosition: 'Должность', personBirthday: 'День рождения', personAddresses: 'Адреса эл. почты', personPhones: 'Телефоны', personInterests: 'Интересы', personAcquaintance: 'Обстоятельства знакомства', row: 'Строка',
  },
  ofPerson: (field) => `${field} (контактное лицо)`,
  check: 'Проверить', checkAgain: 'Проверить снова', run: (rows) => (rows === null ? 'Импортировать' : `Импортировать: ${rowsOf(rows)}`), remove: 'Удалить', cancel: 'Остановить', undo: 'Отменить импорт…',
  checkAdvice: 'Проверка читает все строки и ничего не записывает.',
  progress: { waiting: 'Сейчас выполняется другой импорт; этот следующий в очереди.', checking: 'Проверка', reading: 'Импорт', undoing: 'Отмена импорта', of: (done, total) => (total === null ? rowsOf(done) : `${done.toLocaleString('ru')} из ${total.toLocaleString('ru')}`) },
  would: 'Что произойдёт', was: 'Что сделано', created: 'Новые', updated: 'Обновлено', skipped: 'Пропущено', problems: 'Замечания', duplicates: 'Уже известны',
  noProblems: 'Замечаний нет.', noDuplicates: 'Никого из файла в базе ещё нет.',
  csv: { save: 'Сохранить в CSV', row: 'Номер строки', field: 'Что именно', problem: 'Замечание', duplicate: 'Уже известно', file: { problem: 'import-problems.csv', duplicate: 'import-known.csv' } },
  row: (row) => `Строка ${row}`, open: 'Открыть', more: 'Показать ещё', listFailed: 'Не удалось загрузить список.',
  ends: { done: 'Импорт выполнен.', stopped: 'Импорт остановлен; строки до этого места приняты.', failed: 'Импорт не удался.', undone: 'Импорт отменён.' },
  undone: (removed, putBack, left) => `Удалено: ${removed.toLocaleString('ru')}. Возвращено как было: ${putBack.toLocaleString('ru')}. Оставлено: ${left.toLocaleString('ru')}.`,
  leftTitle: 'Оставлено как есть', reasons: { changed: 'изменено после импорта', attached: 'с этим уже что-то связано', gone: 'больше нет в базе' }, moreLeft: (count) => `и ещё ${count.toLocaleString('ru')}`,
  undoDialog: { title: 'Отменить этот импорт?', advice: 'Созданные им клиенты и контактные лица будут удалены, изменённые станут прежними.', left: 'Тех, кого после импорта изменили или с кем уже связаны контакты, задачи или другая работа, отмена не тронет и перечислит.', confirm: 'Отменить импорт', close: 'Оставить' },
  removeDialog: { title: 'Удалить этот файл?', advice: 'Он не импортирован; в базе никто не изменится.', confirm: 'Удалить', close: 'Оставить' },
}

export const importsTexts: Record<Locale, ImportsWords> = { en, ru }
