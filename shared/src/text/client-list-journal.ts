import type { ClientColumn } from '../contract/client-list'
import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

const english = new Intl.NumberFormat('en-GB')
const russian = new Intl.NumberFormat('ru-RU')
const en = {
  title: 'Clients', count: (count: number) => `${english.format(count)} ${count === 1 ? 'client' : 'clients'}`, label: 'Clients', loading: 'Loading…', loadMore: 'Loading more…',
  column: {
    name: 'Client', class: 'Class', kind: 'Kind', status: 'Status', manager: 'Responsible', lastHeldAt: 'Last contact', next: 'Next contact', openTasks: 'Open tasks', people: 'People', reach: 'Domain or address', industry: 'Industry', region: 'Region',
    turnover: 'Turnover', adSource: 'Source', createdAt: 'Added',
  } as Record<ClientColumn, string>,
  lastHint: 'When something was last held with them as the main client; contacts in which they are only also involved do not count.', sortBy: (name: string) => `Sort by: ${name}`, never: 'never', late: 'overdue', noNext: 'none',
  filters: 'Filters', more: 'More filters', fewer: 'Fewer filters', clear: 'Clear filters', none: 'None', silent: 'No contact for, days', silentAny: 'Any', silentDays: (days: number) => `${days} days`, nextStep: 'Next contact', hasNext: 'Planned', hasNoNext: 'Not planned', tasks: 'Tasks', hasTasks: 'Open ones', hasNoTasks: 'None open',
  vip: 'VIP', yes: 'Yes', no: 'No', segment: 'Segment', anySegment: 'Any', team: 'Team', manager: 'Responsible', mine: 'My clients', createdFrom: 'Added from', createdTo: 'Added until', source: 'Source',
  empty: 'No client fits', emptyAdvice: 'Clear the filters or search for something else. New clients come from Import, or from the mail pane.', kinds: { client: 'Client', dealer: 'Dealer', supplier: 'Supplier', competitor: 'Competitor', private: 'Private client' } as Record<string, string>,
  preview: { label: 'Client beside the list', open: 'Open the card', close: 'Close' }, pick: (name: string) => `Choose ${name}`, all: 'Choose all that are loaded', chosen: (count: number) => `${english.format(count)} chosen`, clearChosen: 'Choose none',
  bulk: { responsible: 'Responsible…', class: 'Class…', status: 'Status…', segment: 'Add to segment…', nobody: 'Nobody', done: (count: number) => `Changed: ${english.format(count)}`, left: (count: number) => `left as they were, changed by somebody else: ${english.format(count)}`, undo: 'Undo', undone: (count: number) => `Taken back: ${english.format(count)}` },
  exports: { menu: 'Export', clients: 'Clients', persons: 'Contact persons', done: (name: string) => `Saved: ${name}` },
  selections: { label: 'Saved selections', all: 'All clients', save: 'Save selection…', name: 'Name', shared: 'Everybody may use it', keep: 'Save', update: 'Save changes', remove: 'Delete', discard: 'Cancel', title: 'Save this selection', needName: 'Type a name.', by: (name: string) => `Shared by ${name}`, own: 'Only you see it' },
  marks: { button: 'Marks', title: 'Mark clients', advice: 'A row takes the colour and the words of the first rule that fits it.', class: 'Class is', vip: 'VIP', silent: 'No contact for, days', overdue: 'Next contact is overdue', add: 'Add a rule', remove: (index: number) => `Delete rule ${index}`, what: 'When', value: 'Value', tone: 'Colour', words: 'Words', done: 'Done', vipWord: 'VIP', silentWord: (days: string) => `Silent ${days} d`, classWord: (name: string) => `Class ${name}`, overdueWord: 'Overdue' },
  edit: { button: 'Edit', title: 'Main facts', name: 'Name', kind: 'Kind', class: 'Class', vip: 'VIP', tax: 'Tax number', manager: 'Responsible', addresses: 'Addresses, one a line', domains: 'Domains, one a line', phones: 'Phones, one a line', save: 'Save', stale: 'Somebody changed this client meanwhile. What they changed stands below; what you typed is kept. Check and save again.', needName: 'A client needs a name.', nobody: 'Nobody', none: 'None' },
  print: { button: 'Print / PDF', title: 'Client card', print: 'Print', back: 'Back to the client', people: 'Contact persons', contacts: 'Last contacts', tasks: 'Open tasks', none: 'None', made: (when: string, who: string) => `Made ${when} by ${who}`, name: 'Name', position: 'Position', reach: 'How to reach', date: 'Date', what: 'What about', result: 'Result', by: 'By', term: 'By when', details: 'Details', privateWords: 'Not for everybody' },
}
export type ClientListWords = typeof en

const ru: ClientListWords = {
  title: 'Клиенты', count: (count) => russianCount(count, 'клиент', 'клиента', 'клиентов').replace(String(count), russian.format(count)), label: 'Клиенты', loading: 'Загрузка…', loadMore: 'Загружаются ещё…',
  column: {
    name: 'Клиент', class: 'Класс', kind: 'Вид', status: 'Статус', manager: 'Ответственный', lastHeldAt: 'Последний контакт', next: 'Следующий контакт', openTasks: 'Задачи', people: 'Людей', reach: 'Домен или адрес', industry: 'Отрасль', region: 'Регион',
    turnover: 'Оборот', adSource: 'Источник', createdAt: 'Добавлен',
  },
  lastHint: 'Когда с ним как с основным клиентом что-то состоялось; контакты, где он лишь «также участвует», не считаются.', sortBy: (name) => `Сортировать: ${name}`, never: 'не было', late: 'просрочен', noNext: 'нет',
  filters: 'Отборы', more: 'Ещё отборы', fewer: 'Меньше отборов', clear: 'Сбросить отборы', none: 'Не указано', silent: 'Молчат', silentAny: 'Любой', silentDays: (days) => russianCount(days, 'день', 'дня', 'дней'), nextStep: 'Следующий контакт', hasNext: 'Запланирован', hasNoNext: 'Не запланирован', tasks: 'Задачи', hasTasks: 'Есть открытые', hasNoTasks: 'Нет открытых',
  vip: 'VIP', yes: 'Да', no: 'Нет', segment: 'Сегмент', anySegment: 'Любой', team: 'Отдел', manager: 'Ответственный', mine: 'Мои клиенты', createdFrom: 'Добавлен с', createdTo: 'Добавлен по', source: 'Источник',
  empty: 'Нет подходящих клиентов', emptyAdvice: 'Сбросьте отборы или ищите иначе. Новые клиенты появляются из импорта и из панели почты.', kinds: { client: 'Клиент', dealer: 'Дилер', supplier: 'Поставщик', competitor: 'Конкурент', private: 'Частное лицо' },
  preview: { label: 'Клиент рядом со списком', open: 'Открыть карточку', close: 'Закрыть' }, pick: (name) => `Выбрать: ${name}`, all: 'Выбрать все загруженные', chosen: (count) => `Выбрано: ${russian.format(count)}`, clearChosen: 'Снять выбор',
  bulk: { responsible: 'Ответственный…', class: 'Класс…', status: 'Статус…', segment: 'Добавить в сегмент…', nobody: 'Никто', done: (count) => `Изменено: ${russian.format(count)}`, left: (count) => `оставлены как есть, их изменил кто-то другой: ${russian.format(count)}`, undo: 'Отменить', undone: (count) => `Возвращено: ${russian.format(count)}` },
  exports: { menu: 'Выгрузить', clients: 'Клиенты', persons: 'Контактные лица', done: (name) => `Сохранено: ${name}` },
  selections: { label: 'Сохранённые выборки', all: 'Все клиенты', save: 'Сохранить выборку…', name: 'Название', shared: 'Доступна всем', keep: 'Сохранить', update: 'Сохранить изменения', remove: 'Удалить', discard: 'Отмена', title: 'Сохранить эту выборку', needName: 'Введите название.', by: (name) => `Общая, создатель: ${name}`, own: 'Видна только вам' },
  marks: { button: 'Метки', title: 'Метки клиентов', advice: 'Строка получает цвет и слова первого правила, которое ей подходит.', class: 'Класс', vip: 'VIP', silent: 'Нет контактов, дней', overdue: 'Следующий контакт просрочен', add: 'Добавить правило', remove: (index) => `Правило ${index}: удалить`, what: 'Когда', value: 'Значение', tone: 'Цвет', words: 'Слова', done: 'Готово', vipWord: 'VIP', silentWord: (days) => `Молчит ${days} дн.`, classWord: (name) => `Класс ${name}`, overdueWord: 'Просрочен' },
  edit: { button: 'Изменить', title: 'Основные данные', name: 'Название', kind: 'Вид', class: 'Класс', vip: 'VIP', tax: 'ИНН', manager: 'Ответственный', addresses: 'Адреса, по одному в строке', domains: 'Домены, по одному в строке', phones: 'Телефоны, по одному в строке', save: 'Сохранить', stale: 'Пока вы правили, клиента изменил кто-то другой. Ниже стоит новое, введённое вами сохранено. Проверьте и сохраните снова.', needName: 'У клиента должно быть название.', nobody: 'Никто', none: 'Не указан' },
  print: { button: 'Печать / PDF', title: 'Карточка клиента', print: 'Печать', back: 'Назад к клиенту', people: 'Контактные лица', contacts: 'Последние контакты', tasks: 'Открытые задачи', none: 'Нет', made: (when, who) => `Составлено ${when}, ${who}`, name: 'Имя', position: 'Должность', reach: 'Как связаться', date: 'Дата', what: 'О чём', result: 'Результат', by: 'Кто', term: 'Срок', details: 'Характеристики', privateWords: 'Не для всех' },
}
export const clientListTexts: Record<Locale, ClientListWords> = { en, ru }
