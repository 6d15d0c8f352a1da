import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

const number = (count: number) => count.toLocaleString('en-GB')
const contacts = (count: number) => `${number(count)} ${count === 1 ? 'contact' : 'contacts'}`
const ruContacts = (count: number) => russianCount(count, 'контакт', 'контакта', 'контактов')

/** What is done with many rows at once, and the export of a view. */
const en = {
  bulk: {
    label: 'Selected rows', chosen: (count: number) => `${number(count)} selected`, clear: 'Clear the selection', assign: 'Re-assign…', state: 'Set state', postpone: 'Postpone', byDays: (days: number) => (days === 1 ? 'By a day' : days === 7 ? 'By a week' : days === 14 ? 'By two weeks' : `By ${days} days`), byOther: 'By days…', toDate: 'To a date…',
    plannedOnly: (planned: number, all: number) => `Planned ones only: ${number(planned)} of ${number(all)}`, nonePlanned: 'None of them is planned', assignTitle: (count: number) => `Re-assign ${contacts(count)}`, newManager: 'New manager', chooseManager: 'Choose a manager', confirmAssign: 'Re-assign',
    postponeTitle: (count: number) => `Postpone ${count === 1 ? 'a planned contact' : `${number(count)} planned contacts`}`, days: 'Days', daysHint: 'A negative number brings them forward. The time of day stays.', date: 'To this date', dateHint: 'Every contact keeps its time of day.', badDays: 'A whole number of days, not zero.', badDate: 'Choose a date.', confirmPostpone: 'Postpone', discard: 'Discard',
    working: (done: number, all: number) => `${number(done)} of ${number(all)}…`, stop: 'Stop', stopped: 'Stopped.',
    changed: (count: number) => `${number(count)} changed`, unchanged: (count: number) => `${number(count)} stood so already`, stale: (count: number) => `${number(count)} changed meanwhile by somebody else and left as ${count === 1 ? 'it is' : 'they are'}`, missing: (count: number) => `${number(count)} could not be found any more`,
    notPlanned: (count: number) => `${number(count)} not planned and left`, forbidden: (count: number) => `${number(count)} not yours to change`, left: (count: number) => `${number(count)} not reached`, nothing: 'Nothing was changed',
    undo: 'Undo', undone: (count: number) => `${number(count)} put back`, kept: (count: number) => `${number(count)} changed meanwhile and left as ${count === 1 ? 'it is' : 'they are'}`, dismiss: 'Close the message', exportChosen: 'Export…', exportMost: (most: number) => `At most ${number(most)} rows can be exported by selection; export the view instead.`,
  },
  exports: {
    menu: 'Export', title: 'Export what is on screen', titleChosen: 'Export the selected rows', excel: 'Excel', csv: 'CSV', rows: contacts, someRows: (count: number) => `more than ${contacts(count)}`, counting: 'Counting the contacts…', period: 'Period', filters: 'Filters', noFilters: 'none', columns: (count: number) => `${number(count)} ${count === 1 ? 'column' : 'columns'}`, order: 'Columns',
    sorted: 'Order', zone: 'Times', sorting: (column: string, down: boolean) => `${column}, ${down ? 'descending' : 'ascending'}`, size: 'Contacts', nothing: 'There is nothing to export: no contact fits.', secondSheet: 'Excel gets a second sheet that says what is counted. Long texts come whole. CSV is UTF-8 with semicolons.',
    preparing: 'Preparing…', progress: (rows: number, total: number | null) => (total === null ? number(rows) : `${number(rows)} of ${number(total)}`), running: (format: string) => `${format} is being made`, done: (name: string) => `Ready: ${name}`, cancel: 'Cancel', cancelled: 'The export was cancelled.', failed: 'The export did not get through.', cut: 'The file was cut off before its end and is not kept.',
    byBrowser: 'The browser is loading the file.', again: 'Export again', tooMany: (most: number) => `A sheet of Excel holds ${number(most)} rows: narrow the view or take CSV.`,
  },
}
export type BulkWords = typeof en

const ru: BulkWords = {
  bulk: {
    label: 'Выбранные строки', chosen: (count) => `Выбрано: ${count.toLocaleString('ru-RU')}`, clear: 'Снять выделение', assign: 'Передать…', state: 'Состояние', postpone: 'Перенести', byDays: (days) => (days === 1 ? 'На день' : days === 7 ? 'На неделю' : days === 14 ? 'На две недели' : `На ${russianCount(days, 'день', 'дня', 'дней')}`), byOther: 'На несколько дней…', toDate: 'На дату…',
    plannedOnly: (planned, all) => `Только запланированные: ${planned} из ${all}`, nonePlanned: 'Запланированных среди них нет', assignTitle: (count) => `Передать: ${ruContacts(count)}`, newManager: 'Новый менеджер', chooseManager: 'Выберите менеджера', confirmAssign: 'Передать',
    postponeTitle: (count) => `Перенести запланированные: ${ruContacts(count)}`, days: 'Дней', daysHint: 'Отрицательное число переносит на более ранний срок. Время дня остаётся.', date: 'На эту дату', dateHint: 'У каждого контакта время дня остаётся прежним.', badDays: 'Целое число дней, не ноль.', badDate: 'Выберите дату.', confirmPostpone: 'Перенести', discard: 'Отмена',
    working: (done, all) => `${done} из ${all}…`, stop: 'Остановить', stopped: 'Остановлено.',
    changed: (count) => `Изменено: ${count}`, unchanged: (count) => `уже было так: ${count}`, stale: (count) => `изменено за это время кем-то другим и не тронуто: ${count}`, missing: (count) => `больше не найдено: ${count}`,
    notPlanned: (count) => `не запланировано и не тронуто: ${count}`, forbidden: (count) => `нет права менять: ${count}`, left: (count) => `не дошла очередь: ${count}`, nothing: 'Ничего не изменено',
    undo: 'Вернуть', undone: (count) => `Возвращено: ${count}`, kept: (count) => `изменено за это время и не тронуто: ${count}`, dismiss: 'Закрыть сообщение', exportChosen: 'Выгрузить…', exportMost: (most) => `По выбору выгружается не больше ${most} строк; выгрузите всё, что на экране.`,
  },
  exports: {
    menu: 'Выгрузка', title: 'Выгрузить то, что на экране', titleChosen: 'Выгрузить выбранные строки', excel: 'Excel', csv: 'CSV', rows: ruContacts, someRows: (count) => `больше ${count.toLocaleString('ru-RU')} контактов`, counting: 'Контакты считаются…', period: 'Период', filters: 'Отборы', noFilters: 'нет', columns: (count) => russianCount(count, 'колонка', 'колонки', 'колонок'), order: 'Колонки',
    sorted: 'Порядок', zone: 'Время', sorting: (column, down) => `${column}, по ${down ? 'убыванию' : 'возрастанию'}`, size: 'Контакты', nothing: 'Выгружать нечего: ни один контакт не подходит.', secondSheet: 'В Excel будет второй лист с пояснением, что посчитано. Длинные тексты выгружаются целиком. CSV — в UTF-8, через точку с запятой.',
    preparing: 'Подготовка…', progress: (rows, total) => (total === null ? rows.toLocaleString('ru-RU') : `${rows.toLocaleString('ru-RU')} из ${total.toLocaleString('ru-RU')}`), running: (format) => `Готовится ${format}`, done: (name) => `Готово: ${name}`, cancel: 'Прервать', cancelled: 'Выгрузка прервана.', failed: 'Выгрузка не удалась.', cut: 'Файл оборвался, не дойдя до конца, и не сохранён.',
    byBrowser: 'Файл загружает браузер.', again: 'Выгрузить ещё раз', tooMany: (most) => `На листе Excel помещается строк: ${most.toLocaleString('ru-RU')}. Сузьте вид или возьмите CSV.`,
  },
}
export const bulkTexts: Record<Locale, BulkWords> = { en, ru }
