import type { ExportColumn } from '../contract/exports'
import type { Locale, Source } from '../domain/codes'
import { russianCount } from './russian-count'

export interface ExportWords {
  contacts: string; definitions: string
  column: Record<ExportColumn, { name: string; meaning: string }>
  source: Record<Source, string>
  /** Names of the filters, in words; those that are columns too bear the column's name. */
  filter: Record<FilterName, string>
  yes: string; no: string; none: string; more: (count: number) => string
  made: string; by: string; rows: string; timeZone: string; order: string; filters: string; noFilters: string; columns: string; counted: string
  ascending: string; descending: string
  count: Record<'overdue' | 'noOutcome' | 'noNextStep' | 'withoutClient' | 'private' | 'cancelled', { name: string; meaning: string }>
  /** A text longer than a cell can hold ends with this. */
  cutMark: string; cut: (count: number) => string; cutRows: (count: number) => string; odd: string
  tooManyRows: (count: number) => string; badZone: string; busy: string
}
export const filterNames = [
  'id', 'from', 'to', 'counterpartyId', 'mainCounterpartyId', 'personId', 'managerId', 'mainManagerId', 'teamId', 'method', 'direction', 'status', 'state', 'priority', 'type', 'firmId', 'adSourceId', 'registeredById', 'segmentId', 'source', 'q', 'subject', 'result',
  'minutesFrom', 'minutesTo', 'createdFrom', 'createdTo', 'updatedFrom', 'updatedTo', 'overdue', 'noOutcome', 'withoutClient', 'noNextStep', 'withResult', 'withFiles', 'withNext', 'private', 'vip',
] as const
export type FilterName = (typeof filterNames)[number]

const en: ExportWords = {
  contacts: 'Contacts', definitions: 'Definitions',
  column: {
    startsAt: { name: 'Date, time', meaning: 'When it begins or began; a whole day has no hour.' },
    durationMinutes: { name: 'Minutes', meaning: 'How long, as a number; empty when nobody said.' },
    method: { name: 'Method', meaning: 'Email, call, meeting and so on.' },
    direction: { name: 'Direction', meaning: 'Incoming: the client turned to us; outgoing: we turned to the client.' },
    counterparty: { name: 'Client', meaning: 'The client whose contact it is.' },
    person: { name: 'Person', meaning: 'Contact persons of the client who took part.' },
    manager: { name: 'Manager', meaning: 'Whose contact it is; of a joint meeting all who take part, the first named first.' },
    subject: { name: 'Subject', meaning: 'What it is about.' },
    result: { name: 'Result', meaning: 'What came of it, in words.' },
    state: { name: 'State', meaning: 'Whether what it asks for is done; no action needed, not done, partly done, done.' },
    status: { name: 'Status', meaning: 'Planned, overdue, took place (worded by the method), or cancelled.' },
    priority: { name: 'Priority', meaning: 'High, medium, low.' },
    type: { name: 'Goal', meaning: 'What the contact is for.' },
    firm: { name: 'Our company', meaning: 'Which of our companies it concerns.' },
    adSource: { name: 'Advertising source', meaning: 'How the client learned of us.' },
    nextAt: { name: 'Next step', meaning: 'When the contact planned after this one is.' },
    clientClass: { name: 'Class', meaning: 'Class of the client: A, B, C.' },
    registeredBy: { name: 'Registered by', meaning: 'Who put it into the journal.' },
    source: { name: 'Source', meaning: 'Where it came into the journal from.' },
    files: { name: 'Files', meaning: 'How many files belong to it.' },
    comment: { name: 'Comment', meaning: 'A remark for colleagues.' },
    createdAt: { name: 'Created', meaning: 'When it was put into the journal.' },
    updatedAt: { name: 'Changed', meaning: 'When it was last changed.' },
    content: { name: 'Content', meaning: 'The text of the email or of the notes.' },
  },
  source: { outlook: 'Outlook', gmail: 'Gmail', calendar: 'Calendar', manual: 'By hand', import: 'Import', site: 'Site', api: 'API' },
  filter: {
    id: 'Chosen rows', from: 'From', to: 'Before', mainCounterpartyId: 'Client itself', mainManagerId: 'Filed under', counterpartyId: 'Client', personId: 'Person', managerId: 'Manager', teamId: 'Team', method: 'Method', direction: 'Direction', status: 'Status', state: 'State', priority: 'Priority', type: 'Goal',
    firmId: 'Our company', adSourceId: 'Advertising source', registeredById: 'Registered by', segmentId: 'Segment', source: 'Source', q: 'Search', subject: 'Subject contains', result: 'Result contains', minutesFrom: 'Minutes, at least', minutesTo: 'Minutes, at most',
    createdFrom: 'Created from', createdTo: 'Created before', updatedFrom: 'Changed from', updatedTo: 'Changed before', overdue: 'Overdue', noOutcome: 'No outcome', withoutClient: 'Without a client', noNextStep: 'No next step', withResult: 'With a result',
    withFiles: 'With files', withNext: 'With a next step', private: 'Private', vip: 'VIP client',
  },
  yes: 'yes', no: 'no', none: 'none', more: (count) => `and ${count} more`,
  made: 'Made', by: 'By', rows: 'Rows', timeZone: 'Time zone of all dates', order: 'Order', filters: 'Filters', noFilters: 'None: all contacts', columns: 'Columns', counted: 'What is counted as',
  ascending: 'ascending', descending: 'descending',
  count: {
    overdue: { name: 'Overdue', meaning: 'Planned, and its end had passed when this file was made.' },
    noOutcome: { name: 'No outcome', meaning: 'Of the overdue the meetings, video calls and exhibitions: they wait for an answer, held or not held.' },
    noNextStep: { name: 'No next step', meaning: 'Clients whose newest contact that took place is not done or partly done, while nothing is planned with them (overdue plans count as planned) and no task is open; the row is that contact.' },
    withoutClient: { name: 'Without a client', meaning: 'Contacts that took place and have no client yet.' },
    private: { name: 'Private', meaning: 'Of a private contact only those who take part see the words: here its subject, result, comment and content are empty for others. So it is with a contact whose visibility was narrowed to the fact; narrowed to the subject, its subject stands here.' },
    cancelled: { name: 'Cancelled', meaning: 'Cancelled contacts are in the list like the others; registrations that were undone are not.' },
  },
  cutMark: '… [cut]', cut: (count) => `Texts cut because a cell of Excel holds at most 32,767 characters: ${count}. They end with “… [cut]”; the CSV has them whole.`,
  cutRows: (count) => `A sheet of Excel holds at most 1,048,576 rows: after ${count} contacts the file was ended. More had been added meanwhile.`, odd: 'Every line break inside a text stands as one line feed; control characters that no spreadsheet can hold stand as �.',
  tooManyRows: (count) => `These filters give ${count.toLocaleString('en-GB')} contacts, and a sheet of Excel holds at most 1,048,575 below its header. Narrow the period or the filters, or take CSV`,
  badZone: 'is not a time zone such as Europe/Moscow', busy: 'Other exports are running',
}

const ru: ExportWords = {
  contacts: 'Контакты', definitions: 'Пояснения',
  column: {
    startsAt: { name: 'Дата, время', meaning: 'Когда начинается или начался контакт; у целого дня часа нет.' },
    durationMinutes: { name: 'Минуты', meaning: 'Продолжительность числом; пусто, если она не указана.' },
    method: { name: 'Способ связи', meaning: 'Письмо, звонок, встреча и так далее.' },
    direction: { name: 'Направление', meaning: 'Входящий: клиент обратился к нам; исходящий: мы обратились к клиенту.' },
    counterparty: { name: 'Клиент', meaning: 'Клиент, к которому относится контакт.' },
    person: { name: 'Контактное лицо', meaning: 'Контактные лица клиента, которые участвовали.' },
    manager: { name: 'Менеджер', meaning: 'Чей это контакт; у совместной встречи — все участники, главный первым.' },
    subject: { name: 'Тема', meaning: 'О чём контакт.' },
    result: { name: 'Результат', meaning: 'Чем закончился, словами.' },
    state: { name: 'Состояние', meaning: 'Выполнено ли то, чего контакт требует: не требует рассмотрения, не выполнен, частично, полностью.' },
    status: { name: 'Статус', meaning: 'Запланирован, просрочен, состоялся (словами способа связи) или отменён.' },
    priority: { name: 'Приоритет', meaning: 'Высокий, средний, низкий.' },
    type: { name: 'Тип контакта', meaning: 'Цель контакта.' },
    firm: { name: 'Наша фирма', meaning: 'К какой из наших фирм относится.' },
    adSource: { name: 'Источник рекламы', meaning: 'Откуда клиент узнал о нас.' },
    nextAt: { name: 'Следующий шаг', meaning: 'Когда будет контакт, запланированный после этого.' },
    clientClass: { name: 'Класс', meaning: 'Класс клиента: A, B, C.' },
    registeredBy: { name: 'Зарегистрировано', meaning: 'Кто внёс контакт в журнал.' },
    source: { name: 'Источник', meaning: 'Откуда контакт попал в журнал.' },
    files: { name: 'Файлы', meaning: 'Сколько файлов относится к контакту.' },
    comment: { name: 'Комментарий', meaning: 'Замечание для коллег.' },
    createdAt: { name: 'Создан', meaning: 'Когда контакт внесён в журнал.' },
    updatedAt: { name: 'Изменён', meaning: 'Когда контакт изменён в последний раз.' },
    content: { name: 'Содержание', meaning: 'Текст письма или записи.' },
  },
  source: { outlook: 'Outlook', gmail: 'Gmail', calendar: 'Календарь', manual: 'Вручную', import: 'Импорт', site: 'Сайт', api: 'API' },
  filter: {
    id: 'Выбранные строки', from: 'С', to: 'До', mainCounterpartyId: 'Сам клиент', mainManagerId: 'Записан за', counterpartyId: 'Клиент', personId: 'Контактное лицо', managerId: 'Менеджер', teamId: 'Отдел', method: 'Способ связи', direction: 'Направление', status: 'Статус', state: 'Состояние', priority: 'Приоритет', type: 'Тип контакта',
    firmId: 'Наша фирма', adSourceId: 'Источник рекламы', registeredById: 'Зарегистрировано', segmentId: 'Сегмент', source: 'Источник', q: 'Поиск', subject: 'Тема содержит', result: 'Результат содержит', minutesFrom: 'Минут не меньше', minutesTo: 'Минут не больше',
    createdFrom: 'Создан с', createdTo: 'Создан до', updatedFrom: 'Изменён с', updatedTo: 'Изменён до', overdue: 'Просроченные', noOutcome: 'Без итога', withoutClient: 'Без клиента', noNextStep: 'Без следующего шага', withResult: 'С результатом',
    withFiles: 'С файлами', withNext: 'Со следующим шагом', private: 'Личные', vip: 'VIP-клиент',
  },
  yes: 'да', no: 'нет', none: 'не указано', more: (count) => `и ещё ${count}`,
  made: 'Составлено', by: 'Кем', rows: 'Строк', timeZone: 'Часовой пояс всех дат', order: 'Порядок', filters: 'Отборы', noFilters: 'Нет: все контакты', columns: 'Столбцы', counted: 'Что как считается',
  ascending: 'по возрастанию', descending: 'по убыванию',
  count: {
    overdue: { name: 'Просрочен', meaning: 'Запланирован, а время его окончания к моменту составления файла прошло.' },
    noOutcome: { name: 'Без итога', meaning: 'Из просроченных — встречи, видеозвонки и выставки: они ждут ответа, состоялись или нет.' },
    noNextStep: { name: 'Без следующего шага', meaning: 'Клиенты, у которых последний состоявшийся контакт не выполнен или выполнен частично, при этом с ними ничего не запланировано (просроченные планы считаются планами) и нет открытых задач; в строке стоит этот контакт.' },
    withoutClient: { name: 'Без клиента', meaning: 'Состоявшиеся контакты, у которых ещё нет клиента.' },
    private: { name: 'Личный', meaning: 'Слова личного контакта видят только его участники: для остальных тема, результат, комментарий и содержание здесь пусты. Так же с контактом, видимость которого сужена до факта; если она сужена до темы, тема здесь стоит.' },
    cancelled: { name: 'Отменён', meaning: 'Отменённые контакты стоят в списке наравне с другими; снятых регистраций в нём нет.' },
  },
  cutMark: '… [обрезано]', cut: (count) => `Тексты, обрезанные потому, что ячейка Excel вмещает не больше 32 767 знаков: ${count}. Они кончаются на «… [обрезано]»; в CSV они стоят целиком.`,
  cutRows: (count) => `Лист Excel вмещает не больше 1 048 576 строк: файл закончен после строки ${count}. За это время добавились новые контакты.`, odd: 'Каждый перевод строки внутри текста записан одним знаком LF; управляющие знаки, которых нет в электронных таблицах, заменены на �.',
  tooManyRows: (count) => `Под эти отборы подходит ${russianCount(count, 'контакт', 'контакта', 'контактов')}, а лист Excel вмещает под заголовком не больше 1 048 575 строк. Сузьте период или отборы либо возьмите CSV`,
  badZone: 'это не часовой пояс вида Europe/Moscow', busy: 'Идут другие выгрузки',
}
export const exportTexts: Record<Locale, ExportWords> = { en, ru }
