import type { Locale } from '../domain/codes'

const english = (count: number) => count.toLocaleString('en-GB')

/** The strip of what was forgotten, every filter as a chip in words, and the drawer with those that the bar has no room for. */
const en = {
  strip: {
    label: 'Forgotten, whatever the period', overdue: 'Overdue', noOutcome: 'No outcome', noNextStep: 'No next step', withoutClient: 'Without a client',
    hint: {
      overdue: 'Planned contacts whose end has passed, of all time.', noOutcome: 'Meetings, video calls and exhibitions that are over and were neither held nor not held yet.',
      noNextStep: 'Clients whose last contact is not done or partly done, with nothing planned and no open task. The row is that last contact.', withoutClient: 'Contacts that took place and have no client.',
    },
    of: 'of the managers and teams chosen', back: 'Press again to go back.', bySender: 'Decide by sender', failed: 'Could not be counted', atLeast: (count: number) => `${english(count)}+`, count: english,
  },
  more: 'More filters', moreCount: (count: number) => `More filters: ${count}`, moreTitle: 'More filters', done: 'Done', closeDrawer: 'Close the filters', clear: 'Clear filters', remove: (words: string) => `Remove the filter: ${words}`, active: 'Active filters',
  unknown: (names: string) => `This link names a filter that this version does not know: ${names}. It was left out.`, dismiss: 'Close the notice',
  none: { teamId: 'No team', registeredById: 'Came by itself', managerId: 'No manager', personId: 'No contact person', type: 'No goal', firmId: 'No company of ours', adSourceId: 'No advertising source', segmentId: 'No segment' },
  name: {
    counterpartyId: 'Client', personId: 'Contact person', managerId: 'Manager', teamId: 'Team', type: 'Goal', firmId: 'Our company', adSourceId: 'Advertising source', registeredById: 'Registered by', segmentId: 'Segment of clients',
    method: 'Method', direction: 'Direction', status: 'Status', state: 'State', priority: 'Priority', source: 'Came', q: 'Text', subject: 'Subject has', result: 'Result has',
    minutes: 'Minutes', created: 'Registered', updated: 'Changed', withResult: 'Result', withFiles: 'Files', withNext: 'Next step', private: 'Private', vip: 'VIP clients',
  },
  yes: { withResult: 'With a result', withFiles: 'With files', withNext: 'With a next step', private: 'Only private', vip: 'VIP clients only' },
  no: { withResult: 'Without a result', withFiles: 'Without files', withNext: 'Without a next step', private: 'Without private ones', vip: 'Without VIP clients' },
  any: 'Any', chosen: (count: number) => `${count} chosen`, andMore: (count: number) => `and ${count} more`, from: 'from', to: 'to', minutes: 'min', minutesRange: (from: string, to: string) => (from && to ? `${from}–${to} min` : from ? `from ${from} min` : `up to ${to} min`),
  section: { who: 'Who', what: 'What', words: 'Words', numbers: 'Length and dates', has: 'Has or has not' },
  typeToFind: 'Type to find…', nothingFound: 'Nothing found', searching: 'Searching…', gone: 'no longer known', wrongRange: 'The first is after the last: nothing fits.', endFirst: 'The end stands before the beginning: nothing fits.', swapEnds: 'Swap them', group: (names: string) => `Grouped: ${names}`,
}
export type FilterWords = typeof en

const ru: FilterWords = {
  strip: {
    label: 'Забытое, за всё время', overdue: 'Просрочено', noOutcome: 'Без итога', noNextStep: 'Без следующего шага', withoutClient: 'Без клиента',
    hint: {
      overdue: 'Запланированные контакты, срок которых прошёл, за всё время.', noOutcome: 'Встречи, видеозвонки и выставки, которые уже прошли, но не отмечено, состоялись ли они.',
      noNextStep: 'Клиенты, чей последний контакт не выполнен или выполнен частично, и при этом ничего не запланировано и нет открытых задач. Показан этот последний контакт.', withoutClient: 'Состоявшиеся контакты, у которых нет клиента.',
    },
    of: 'по выбранным менеджерам и отделам', back: 'Ещё одно нажатие вернёт назад.', bySender: 'Разобрать по отправителям', failed: 'Не удалось посчитать', atLeast: (count) => `${count.toLocaleString('ru-RU')}+`, count: (count) => count.toLocaleString('ru-RU'),
  },
  more: 'Ещё отборы', moreCount: (count) => `Ещё отборы: ${count}`, moreTitle: 'Ещё отборы', done: 'Готово', closeDrawer: 'Закрыть отборы', clear: 'Сбросить отборы', remove: (words) => `Убрать отбор: ${words}`, active: 'Действующие отборы',
  unknown: (names) => `В этой ссылке есть отбор, неизвестный этой версии: ${names}. Он не применён.`, dismiss: 'Закрыть сообщение',
  none: { teamId: 'Без отдела', registeredById: 'Поступило само', managerId: 'Без менеджера', personId: 'Без контактного лица', type: 'Без типа', firmId: 'Без фирмы', adSourceId: 'Без источника рекламы', segmentId: 'Без сегмента' },
  name: {
    counterpartyId: 'Клиент', personId: 'Контактное лицо', managerId: 'Менеджер', teamId: 'Отдел', type: 'Тип контакта', firmId: 'Фирма', adSourceId: 'Источник рекламы', registeredById: 'Зарегистрировано', segmentId: 'Сегмент клиентов',
    method: 'Способ связи', direction: 'Направление', status: 'Статус', state: 'Состояние', priority: 'Приоритет', source: 'Откуда', q: 'Текст', subject: 'В теме', result: 'В результате',
    minutes: 'Минуты', created: 'Дата регистрации', updated: 'Дата изменения', withResult: 'Результат', withFiles: 'Файлы', withNext: 'Следующий шаг', private: 'Личные', vip: 'Клиенты VIP',
  },
  yes: { withResult: 'С результатом', withFiles: 'С файлами', withNext: 'Со следующим шагом', private: 'Только личные', vip: 'Только клиенты VIP' },
  no: { withResult: 'Без результата', withFiles: 'Без файлов', withNext: 'Без следующего шага', private: 'Кроме личных', vip: 'Кроме клиентов VIP' },
  any: 'Любые', chosen: (count) => `выбрано: ${count}`, andMore: (count) => `и ещё ${count}`, from: 'от', to: 'до', minutes: 'мин', minutesRange: (from, to) => (from && to ? `${from}–${to} мин` : from ? `от ${from} мин` : `до ${to} мин`),
  section: { who: 'Кто', what: 'Что', words: 'Слова', numbers: 'Длительность и даты', has: 'Есть или нет' },
  typeToFind: 'Начните вводить…', nothingFound: 'Ничего не найдено', searching: 'Поиск…', gone: 'больше нет', wrongRange: 'Начало позже конца: ничего не подойдёт.', endFirst: 'Конец стоит раньше начала: ничего не подойдёт.', swapEnds: 'Поменять местами', group: (names) => `Группировка: ${names}`,
}
export const filterTexts: Record<Locale, FilterWords> = { en, ru }
export const shortList = (names: readonly string[], more: (count: number) => string, most = 3) => (names.length <= most ? names.join(', ') : `${names.slice(0, most - 1).join(', ')} ${more(names.length - most + 1)}`)
