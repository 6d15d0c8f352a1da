import type { Locale } from '../domain/codes'

/** Words of "who changed what": what was done, and names of fields as people know them. */
const en = {
  title: 'Who changed what', by: 'Automatically', none: 'No change is known.', empty: 'empty', undo: 'Undo this change', undoOf: (what: string, when: string) => `Undo this change: ${what}, ${when}`, undone: 'taken back', done: 'Put back as it was.',
  left: 'Somebody has changed it meanwhile; it was left as it is.', leftNext: 'Put back as it was. The next step planned with it was changed since, and stays.', whole: 'Show the whole text', less: 'Show less', before: 'before', after: 'after', many: 'one of many changed together', yes: 'yes', no: 'no',
  action: {
    created: 'created', registered: 'registered', planned: 'planned', changed: 'changed', held: 'marked as held', 'not-held': 'marked as not held', moved: 'moved', cancelled: 'cancelled', undone: 'registration undone', joined: 'joined with an earlier meeting',
    'seen-sent': 'seen as sent', 'put-back': 'put back as it was', done: 'done', reopened: 'opened again', postponed: 'postponed', 'handed-over': 'handed over', repeated: 'made by repetition', 'put-in-calendar': 'put in the calendar', 'taken-from-calendar': 'taken out of the calendar', 'file-added': 'file added', 'file-removed': 'file removed', kept: 'file kept', 'held-by-itself': 'held, by itself', 'planned-again': 'planned again', rematched: 'client found', removed: 'removed', added: 'added', 'undone-change': 'a change taken back', 'set-undone': 'changes taken back', merged: 'another record merged into it', 'merged-into': 'merged into another', unmerged: 'a merge taken apart', 'employer-changed': 'employer changed', 'domain-refused': 'a domain said not to be theirs', 'domain-asked-again': 'a refused domain offered again',
  } as Record<string, string>,
  field: {
    startsAt: 'Date, time', durationMinutes: 'Minutes', minutes: 'Minutes', method: 'Method', direction: 'Direction', status: 'Status', state: 'State', priority: 'Priority', type: 'Goal', typeId: 'Goal', firm: 'Our company', firmId: 'Our company', adSource: 'Advertising source', adSourceId: 'Advertising source',
    counterparty: 'Client', counterpartyId: 'Client', also: 'Also involves', alsoCounterpartyIds: 'Also involves', persons: 'Persons', personIds: 'Persons', manager: 'Manager', managerId: 'Manager', managers: 'Managers', managerIds: 'Managers', subject: 'Subject', content: 'Content', result: 'Result', comment: 'Comment',
    attributes: 'Details', private: 'Private', visibility: 'What others see', previousId: 'Linked to', previous: 'Linked to', attachments: 'Files', name: 'Name', title: 'Title', kind: 'Kind', class: 'Class', vip: 'VIP', industry: 'Industry', region: 'Region', taxNumber: 'Tax number', addresses: 'Addresses', domains: 'Domains', phones: 'Phones', turnover: 'Turnover', loyalty: 'Why they stay', competitors: 'Bought from competitors', interests: 'Interests', acquaintance: 'How we met', dates: 'Dates', position: 'Position', birthday: 'Birthday',
    at: 'When', movedTo: 'New time', dueAt: 'Term', done: 'Done', doneAt: 'Done', repeat: 'Repeats', contactId: 'Contact', contact: 'Contact', dealId: 'Deal', undoneAt: 'Registration undone',
  } as Record<string, string>,
}
export type ChangesWords = typeof en

const ru: ChangesWords = {
  title: 'Кто что изменил', by: 'Автоматически', none: 'Изменений не известно.', empty: 'пусто', undo: 'Вернуть как было', undoOf: (what, when) => `Вернуть как было: ${what}, ${when}`, undone: 'возвращено', done: 'Возвращено как было.',
  left: 'Запись тем временем изменил кто-то другой; она оставлена как есть.', leftNext: 'Возвращено как было. Запланированный вместе с этим следующий шаг с тех пор изменён и остался.', whole: 'Показать весь текст', less: 'Свернуть', before: 'было', after: 'стало', many: 'одно из многих общих изменений', yes: 'да', no: 'нет',
  action: {
    created: 'создание', registered: 'регистрация', planned: 'планирование', changed: 'изменение', held: 'отмечено: состоялся', 'not-held': 'отмечено: не состоялся', moved: 'перенос', cancelled: 'отмена', undone: 'регистрация снята', joined: 'объединение с прежней встречей',
    'seen-sent': 'письмо отправлено', 'put-back': 'возвращено как было', done: 'выполнение', reopened: 'снова в работе', postponed: 'перенос срока', 'handed-over': 'передача', repeated: 'повтор', 'put-in-calendar': 'внесено в календарь', 'taken-from-calendar': 'убрано из календаря', 'file-added': 'файл добавлен', 'file-removed': 'файл удалён', kept: 'файл сохранён', 'held-by-itself': 'отмечено само: состоялся', 'planned-again': 'снова запланировано', rematched: 'клиент найден', removed: 'удаление', added: 'добавление', 'undone-change': 'изменение возвращено', 'set-undone': 'изменения возвращены', merged: 'сюда влита другая запись', 'merged-into': 'влито в другую запись', unmerged: 'объединение отменено', 'employer-changed': 'смена места работы', 'domain-refused': 'домен отмечен как чужой', 'domain-asked-again': 'домен снова предложен',
  },
  field: {
    startsAt: 'Дата, время', durationMinutes: 'Минут', minutes: 'Минут', method: 'Способ связи', direction: 'Направление', status: 'Статус', state: 'Состояние', priority: 'Приоритет', type: 'Тип контакта', typeId: 'Тип контакта', firm: 'Фирма', firmId: 'Фирма', adSource: 'Источник рекламы', adSourceId: 'Источник рекламы',
    counterparty: 'Клиент', counterpartyId: 'Клиент', also: 'Также участвует', alsoCounterpartyIds: 'Также участвует', persons: 'Контактные лица', personIds: 'Контактные лица', manager: 'Менеджер', managerId: 'Менеджер', managers: 'Менеджеры', managerIds: 'Менеджеры', subject: 'Тема', content: 'Содержание', result: 'Результат', comment: 'Комментарий',
    attributes: 'Характеристики', private: 'Личное', visibility: 'Что видят остальные', previousId: 'Связь с', previous: 'Связь с', attachments: 'Файлы', name: 'Название', title: 'Название', kind: 'Вид', class: 'Класс', vip: 'VIP', industry: 'Отрасль', region: 'Регион', taxNumber: 'ИНН', addresses: 'Адреса', domains: 'Домены', phones: 'Телефоны', turnover: 'Оборот', loyalty: 'Причины лояльности', competitors: 'Покупает у конкурентов', interests: 'Интересы', acquaintance: 'Обстоятельства знакомства', dates: 'Даты', position: 'Должность', birthday: 'День рождения',
    at: 'Когда', movedTo: 'Новое время', dueAt: 'Срок', done: 'Выполнено', doneAt: 'Выполнено', repeat: 'Повтор', contactId: 'Контакт', contact: 'Контакт', dealId: 'Сделка', undoneAt: 'Регистрация снята',
  },
}
export const changesTexts: Record<Locale, ChangesWords> = { en, ru }
