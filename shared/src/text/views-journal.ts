import type { Locale } from '../domain/codes'

/** Saved views, and the rules that mark rows. */
const en = {
  views: {
    label: 'Views', add: 'Save this view…', more: (count: number) => `More: ${count}`, moreLabel: 'More views', menu: (name: string) => `View: ${name}`, changed: 'changed', save: 'Save', saveAs: 'Save as new…', back: 'Back to the saved one', rename: 'Rename…',
    share: 'Share with everybody', unshare: 'Keep it to myself', remove: 'Delete…', leave: 'Leave this view', shared: 'Shared', by: (name: string) => `Shared by ${name}`, byNobody: 'Shared; whoever made it has left', own: 'Only you see it',
    saveTitle: 'Save this view', renameTitle: 'Rename the view', name: 'Name', sharedChoice: 'Everybody may use it', needName: 'Type a name.', tooLong: 'At most 120 characters.',
    keeps: 'Period, filters, order, grouping, columns and marks are saved as they are now.', moving: (period: string) => `The period moves with the calendar: ${period}.`, fixed: (period: string) => `The period stays where it is: ${period}.`,
    removeTitle: (name: string) => `Delete the view “${name}”?`, removeAdvice: 'No contact is changed.', removeShared: 'Everybody loses it. No contact is changed.', confirmRemove: 'Delete', discard: 'Discard',
    saved: (name: string) => `Saved: ${name}`, removed: (name: string) => `Deleted: ${name}`, failed: 'The saved views could not be loaded.', periods: { day: 'today', week: 'this week', month: 'this month', quarter: 'this quarter', 'half-year': 'this half-year', year: 'this year', all: 'all time' },
  },
  marks: {
    title: 'Mark rows', advice: 'A row takes the colour and the words of the first rule that fits it.', none: 'No rules yet.', add: 'Add a rule', column: 'Column', values: 'Is one of', least: 'At least, minutes', tone: 'Colour', label: 'Words', labelHint: 'Shown beside the subject',
    up: (index: number) => `Move rule ${index} up`, down: (index: number) => `Move rule ${index} down`, remove: (index: number) => `Delete rule ${index}`, rule: (index: number) => `Rule ${index}`, save: 'Save', discard: 'Discard', choose: 'Choose', needValues: 'Choose at least one value.', needMinutes: 'A number of minutes.',
    is: 'yes', without: 'none', atMost: (count: number) => `At most ${count} rules.`,
    columns: { method: 'Method', direction: 'Direction', status: 'Status', state: 'State', priority: 'Priority', type: 'Goal', firm: 'Our company', manager: 'Manager', registeredBy: 'Registered by', clientClass: 'Class of the client', vip: 'VIP client', source: 'Came', overdue: 'Overdue', private: 'Private', noResult: 'No result', minutes: 'Minutes' },
    tones: { red: 'Red', orange: 'Orange', yellow: 'Yellow', green: 'Green', teal: 'Teal', blue: 'Blue', purple: 'Purple', grey: 'Grey' },
  },
}
export type ViewWords = typeof en

const ru: ViewWords = {
  views: {
    label: 'Виды', add: 'Сохранить этот вид…', more: (count) => `Ещё: ${count}`, moreLabel: 'Другие виды', menu: (name) => `Вид: ${name}`, changed: 'изменён', save: 'Сохранить', saveAs: 'Сохранить как новый…', back: 'Вернуть сохранённый', rename: 'Переименовать…',
    share: 'Открыть для всех', unshare: 'Оставить только себе', remove: 'Удалить…', leave: 'Выйти из вида', shared: 'Общий', by: (name) => `Общий, создатель: ${name}`, byNobody: 'Общий; создатель больше не работает здесь', own: 'Виден только вам',
    saveTitle: 'Сохранить этот вид', renameTitle: 'Переименовать вид', name: 'Название', sharedChoice: 'Доступен всем', needName: 'Введите название.', tooLong: 'Не длиннее 120 символов.',
    keeps: 'Период, отборы, порядок, группировка, колонки и метки сохранятся такими, как сейчас.', moving: (period) => `Период движется вместе с календарём: ${period}.`, fixed: (period) => `Период останется на месте: ${period}.`,
    removeTitle: (name) => `Удалить вид «${name}»?`, removeAdvice: 'Контакты не изменятся.', removeShared: 'Вид исчезнет у всех. Контакты не изменятся.', confirmRemove: 'Удалить', discard: 'Отмена',
    saved: (name) => `Сохранено: ${name}`, removed: (name) => `Удалено: ${name}`, failed: 'Не удалось загрузить сохранённые виды.', periods: { day: 'сегодня', week: 'эта неделя', month: 'этот месяц', quarter: 'этот квартал', 'half-year': 'это полугодие', year: 'этот год', all: 'всё время' },
  },
  marks: {
    title: 'Метки строк', advice: 'Строка получает цвет и слова первого правила, которое ей подходит.', none: 'Правил пока нет.', add: 'Добавить правило', column: 'Колонка', values: 'Одно из значений', least: 'Не меньше, минут', tone: 'Цвет', label: 'Слова', labelHint: 'Видны рядом с темой',
    up: (index) => `Правило ${index}: выше`, down: (index) => `Правило ${index}: ниже`, remove: (index) => `Правило ${index}: удалить`, rule: (index) => `Правило ${index}`, save: 'Сохранить', discard: 'Отмена', choose: 'Выберите', needValues: 'Выберите хотя бы одно значение.', needMinutes: 'Нужно число минут.',
    is: 'да', without: 'нет', atMost: (count) => `Не больше ${count} правил.`,
    columns: { method: 'Способ связи', direction: 'Направление', status: 'Статус', state: 'Состояние', priority: 'Приоритет', type: 'Тип контакта', firm: 'Фирма', manager: 'Менеджер', registeredBy: 'Зарегистрировано', clientClass: 'Класс клиента', vip: 'Клиент VIP', source: 'Откуда', overdue: 'Просрочен', private: 'Личный', noResult: 'Нет результата', minutes: 'Минуты' },
    tones: { red: 'Красный', orange: 'Оранжевый', yellow: 'Жёлтый', green: 'Зелёный', teal: 'Бирюзовый', blue: 'Синий', purple: 'Фиолетовый', grey: 'Серый' },
  },
}
export const viewTexts: Record<Locale, ViewWords> = { en, ru }
