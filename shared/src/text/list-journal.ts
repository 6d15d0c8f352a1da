import type { JournalColumn } from '../contract/exports'
import type { Grouping } from '../contract/journal'
import type { Locale, Source } from '../domain/codes'
import { russianCount } from './russian-count'

const english = new Intl.NumberFormat('en-GB')
const russian = new Intl.NumberFormat('ru-RU')
const contactsEn = (count: number) => `${english.format(count)} ${count === 1 ? 'contact' : 'contacts'}`
const plurals = new Intl.PluralRules('ru')
const contactsRu = (count: number) => `${russian.format(count)} ${{ one: 'контакт', few: 'контакта' }[plurals.select(count) as 'one' | 'few'] ?? 'контактов'}`
const duration = (minutes: number, hour: string, minute: string, format: Intl.NumberFormat) =>
  [minutes >= 60 && `${format.format(Math.floor(minutes / 60))} ${hour}`, (minutes % 60 > 0 || minutes < 60) && `${minutes % 60} ${minute}`].filter(Boolean).join(' ')

const column: Record<JournalColumn, string> = {
  startsAt: 'Date, time', durationMinutes: 'Minutes', method: 'Method', direction: 'Direction', counterparty: 'Client', person: 'Person', manager: 'Manager', subject: 'Subject', result: 'Result', state: 'State',
  status: 'Status', priority: 'Priority', type: 'Goal', firm: 'Our company', adSource: 'Advertising source', nextAt: 'Next step', clientClass: 'Client’s class', registeredBy: 'Registered by', source: 'Came from',
  files: 'Files', comment: 'Comment', createdAt: 'Registered on', updatedAt: 'Changed on',
}
const columnRu: Record<JournalColumn, string> = {
  startsAt: 'Дата, время', durationMinutes: 'Минуты', method: 'Способ связи', direction: 'Направление', counterparty: 'Клиент', person: 'Контактное лицо', manager: 'Менеджер', subject: 'Тема', result: 'Результат', state: 'Состояние',
  status: 'Статус', priority: 'Приоритет', type: 'Тип контакта', firm: 'Фирма', adSource: 'Источник рекламы', nextAt: 'Следующий шаг', clientClass: 'Класс клиента', registeredBy: 'Зарегистрировано', source: 'Откуда',
  files: 'Файлы', comment: 'Комментарий', createdAt: 'Дата регистрации', updatedAt: 'Дата изменения',
}
const source: Record<Source, string> = { outlook: 'Outlook', gmail: 'Gmail', calendar: 'Calendar', manual: 'By hand', import: 'Import', site: 'Website', api: 'API' }
const sourceRu: Record<Source, string> = { outlook: 'Outlook', gmail: 'Gmail', calendar: 'Календарь', manual: 'Вручную', import: 'Импорт', site: 'Сайт', api: 'API' }
const grouping: Record<Grouping, string> = {
  manager: 'Manager', team: 'Team', counterparty: 'Client', method: 'Method', direction: 'Direction', status: 'Status', state: 'State', priority: 'Priority', type: 'Goal', firm: 'Our company',
  adSource: 'Advertising source', source: 'Came from', registeredBy: 'Registered by', day: 'Day', week: 'Week', month: 'Month',
}
const groupingRu: Record<Grouping, string> = {
  manager: 'Менеджер', team: 'Отдел', counterparty: 'Клиент', method: 'Способ связи', direction: 'Направление', status: 'Статус', state: 'Состояние', priority: 'Приоритет', type: 'Тип контакта', firm: 'Фирма',
  adSource: 'Источник рекламы', source: 'Откуда', registeredBy: 'Зарегистрировано', day: 'День', week: 'Неделя', month: 'Месяц',
}

const en = {
  tools: 'The list', column, source, minutesShort: 'min', direct: 'On the phone', and: ', ',
  count: {
    of: (shown: number, total: string) => (shown === 0 ? total : `1–${english.format(shown)} of ${total}`), exactly: (total: number) => english.format(total), more: (total: number) => `more than ${english.format(total)}`,
    all: contactsEn, loaded: (shown: number) => `1–${english.format(shown)}, more below`, selected: (count: number) => `${english.format(count)} selected`,
  },
  columns: {
    button: 'Columns', title: 'Columns of the list', advice: 'Tick what the list shows. Drag a line, or use its arrows (Alt + ↑ ↓), to put it elsewhere. Widths: drag the border in the heading, or use ← → on it.',
    up: (name: string) => `Move “${name}” up`, down: (name: string) => `Move “${name}” down`, usual: 'Usual columns', done: 'Done', atLeastOne: 'At least one column stays.',
    moved: (name: string, place: number, count: number) => `${name}: ${place} of ${count}`, shown: 'Shown', hidden: 'Not shown',
    width: (name: string) => `Width of “${name}”`, widthHint: 'Drag to change the width; double-click for the usual one', pixels: (width: number) => `${width} pixels`,
  },
  group: {
    button: 'Group', none: 'No grouping', label: 'Group by (up to two columns)', grouping, empty: 'Not stated', noClient: 'Without a client', total: 'Total', partly: 'Only the 1,000 biggest groups are shown. Narrow the list to see the others.',
    contacts: contactsEn, held: 'held', planned: 'planned', overdue: 'overdue', cancelled: 'cancelled', time: (minutes: number) => duration(minutes, 'h', 'min', english), tooFew: 'These contacts can’t be opened as a group of their own.',
    inGroup: (name: string) => `Contacts: ${name}`, first: 'first', second: 'then',
  },
  marks: 'Marks', marked: (label: string) => `Marked: ${label}`, toneNames: { red: 'red', orange: 'orange', yellow: 'yellow', green: 'green', teal: 'teal', blue: 'blue', purple: 'purple', grey: 'grey' },
  stray: 'no longer in this view', live: { fresh: (count: number) => `${english.format(count)} new ${count === 1 ? 'contact' : 'contacts'}`, show: 'Show' },
  select: { button: 'Select', stop: 'Stop selecting', loaded: (count: number) => `Select all loaded (${english.format(count)})`, clear: 'Clear the selection', key: 'Select the row', tooMany: (most: number) => `The first ${english.format(most)} are selected: more can’t be changed at once.` },
  yes: 'Yes', files: (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`, private: 'Private', vip: 'VIP', loadingRow: 'Loading…', next: (when: string) => `Next step: ${when}`,
}
export type ListWords = typeof en

const ru: ListWords = {
  tools: 'Список', column: columnRu, source: sourceRu, minutesShort: 'мин', direct: 'По телефону', and: ', ',
  count: {
    of: (shown, total) => (shown === 0 ? total : `1–${russian.format(shown)} из ${total}`), exactly: (total) => russian.format(total), more: (total) => `более ${russian.format(total)}`,
    all: contactsRu, loaded: (shown) => `1–${russian.format(shown)}, ниже есть ещё`, selected: (count) => `выбрано: ${russian.format(count)}`,
  },
  columns: {
    button: 'Колонки', title: 'Колонки списка', advice: 'Отметьте, что показывать. Порядок: перетащите строку или нажимайте стрелки (Alt + ↑ ↓). Ширина: потяните границу в заголовке или нажимайте на ней ← →.',
    up: (name) => `Переместить «${name}» выше`, down: (name) => `Переместить «${name}» ниже`, usual: 'Обычные колонки', done: 'Готово', atLeastOne: 'Хотя бы одна колонка остаётся.',
    moved: (name, place, count) => `${name}: ${place} из ${count}`, shown: 'Показаны', hidden: 'Не показаны',
    width: (name) => `Ширина колонки «${name}»`, widthHint: 'Потяните, чтобы изменить ширину; двойной щелчок вернёт обычную', pixels: (width) => `${width} пикселей`,
  },
  group: {
    button: 'Группировка', none: 'Без группировки', label: 'Группировать (до двух колонок)', grouping: groupingRu, empty: 'Не указано', noClient: 'Без клиента', total: 'Итого', partly: 'Показаны только 1 000 самых больших групп. Сузьте список, чтобы увидеть остальные.',
    contacts: contactsRu, held: 'состоялось', planned: 'план', overdue: 'просрочено', cancelled: 'отменено', time: (minutes) => duration(minutes, 'ч', 'мин', russian), tooFew: 'Эти контакты нельзя открыть отдельной группой.',
    inGroup: (name) => `Контакты: ${name}`, first: 'сначала', second: 'затем',
  },
  marks: 'Метки', marked: (label) => `Метка: ${label}`, toneNames: { red: 'красная', orange: 'оранжевая', yellow: 'жёлтая', green: 'зелёная', teal: 'бирюзовая', blue: 'синяя', purple: 'фиолетовая', grey: 'серая' },
  stray: 'больше не подходит под отбор', live: { fresh: (count) => russianCount(count, 'новый контакт', 'новых контакта', 'новых контактов'), show: 'Показать' },
  select: { button: 'Выбрать', stop: 'Закончить выбор', loaded: (count) => `Выбрать все загруженные (${russian.format(count)})`, clear: 'Снять выделение', key: 'Выбрать строку', tooMany: (most) => `Выбраны первые ${russian.format(most)}: больше нельзя изменить сразу.` },
  yes: 'Да', files: (count) => russianCount(count, 'файл', 'файла', 'файлов'), private: 'Личный', vip: 'VIP', loadingRow: 'Загрузка…', next: (when) => `Следующий шаг: ${when}`,
}
export const listTexts: Record<Locale, ListWords> = { en, ru }
