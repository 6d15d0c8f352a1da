import type { NeverProblem } from '../contract/trail'
import type { NeverScope, RetentionRule } from '../domain/trail-codes'
import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Words of the lists of what is never registered, of the trail, of how long things are kept, and of one person's data. */
const en = {
  title: 'Trail',
  never: {
    title: 'Never registered', about: 'Emails and meetings with these addresses and domains are left alone: nothing of them is registered. What was registered before stays.',
    scope: { organisation: 'The organisation’s list', own: 'My own list' } as Record<NeverScope, string>,
    aboutScope: { organisation: 'It counts for everybody; everybody can read it, leads and administrators change it.', own: 'It counts for you alone, and nobody else can see it.' } as Record<NeverScope, string>,
    add: 'Add', adding: 'Adding…', field: 'Addresses and domains, one a line', hint: 'For example: lawyer@example.com or shop.example. A domain holds for everything below it.', search: 'Find in the list', empty: 'Nothing is on this list yet.',
    emptyAdvice: 'Put your lawyer, your bank or newsletters here, one a line.', noneFound: 'Nothing like that is on the list.', total: (n: number) => `${n} ${n === 1 ? 'entry' : 'entries'}`, kind: { address: 'address', domain: 'domain' },
    remove: 'Remove', removeOf: (value: string) => `Remove ${value}`, removed: (value: string) => `${value} was removed.`, undo: 'Put back', more: 'Show more',
    done: (added: number, known: number) => `${added} added${known > 0 ? `, ${known} stood there already` : ''}.`, problems: 'These lines were not taken:', line: (n: number) => `Line ${n}`,
    problem: { unreadable: 'neither an address nor a domain', own: 'one of our own', 'free-mail': 'half the world writes from it; name single addresses', 'public-suffix': 'far too many would be meant' } as Record<NeverProblem['problem'], string>,
  },
  trail: {
    title: 'Trail of all changes', about: 'Who changed what and when. Nobody can change what stands here.', at: 'When', from: 'From', to: 'To (inclusive)', manager: 'Manager', anybody: 'Anybody', noun: 'What', anything: 'Anything', action: 'Done', anyAction: 'Anything done', title_: 'Name', thing: 'Name or id',
    field: 'Field', before: 'Before', after: 'After', thingId: 'Id', setId: 'Order', automatic: 'Automatically', export: 'Save as CSV', exporting: 'Saving…', clear: 'Clear', empty: 'Nothing was changed here.', emptyAdvice: 'Choose another time, or clear the filters.', more: 'Show more',
    lookFurther: 'Look further back', lookedTo: (when: string) => `Nothing more since ${when}.`, together: 'All of this order', open: 'Open', masked: 'Its words are not shown here.', gone: 'no longer there', took: 'taken back', when: 'Time', list: 'Changes', filters: 'Filters',
    nouns: {
      contact: 'Contact', counterparty: 'Client', person: 'Contact person', task: 'Task', attachment: 'File', message: 'Email', choice: 'Remembered choice', manager: 'Manager', setting: 'Setting', calendar: 'Calendar', export: 'Export', view: 'View', 'never-register': 'Never registered', retention: 'Retention',
      'personal-data': 'One person’s data', team: 'Team', firm: 'Our company', word: 'Dictionary', 'own-domain': 'Own domain', attribute: 'Detail', import: 'Import', segment: 'Segment', merge: 'Merge', sender: 'Sender',
    } as Record<string, string>,
    actions: { excluded: 'not to be processed', included: 'to be processed again', exported: 'exported', invited: 'invited', 'handed-out': 'handed out', erased: 'erased', 'allowed-again': 'allowed to be kept again', deleted: 'deleted', merged: 'merged', 'signed-out-everywhere': 'signed out everywhere', remembered: 'remembered', imported: 'imported', 'taken-over': 'taken over',
      'this-is': 'said whose it is', 'new-client': 'made a new client', 'not-client': 'said to be no client', 'never-register': 'never to be registered', 'taken-back': 'taken back', 'members-changed': 'clients of it changed', ordered: 'put in order', renamed: 'renamed', 'switched-off': 'switched off', 'switched-on': 'switched on again', offered: 'offered',
      connected: 'connected', 'identity-bound': 'way to sign in bound', 'sessions-ended': 'sessions ended', 'role-changed': 'role changed',
    } as Record<string, string>,
    fields: { scope: 'List', value: 'Value', role: 'Role', audit: 'Trail', undoneContacts: 'Undone contacts', undoneFiles: 'Files of undone contacts', importProblems: 'Import reports', sessions: 'Ended sessions', digests: 'Letters of the morning', signInAttempts: 'Sign-in attempts', list: 'List', nameRu: 'Name in Russian', order: 'Order', domain: 'Domain', active: 'Offered', shared: 'For everybody', rule: 'Rule', noun: 'Of whom', key: 'Key', options: 'Words to choose from', checks: 'Checks', required: 'Must be filled in', added: 'Added', removed: 'Removed' } as Record<string, string>,
  },
  retention: {
    title: 'How long things are kept', about: 'Off, everything is kept for ever. Clients, contact persons and contacts that stand are never deleted here, and contacts are not made anonymous with age.', days: 'Days', keep: 'For ever', daysOf: (rule: string) => `${rule}: days`,
    rule: { audit: 'Trail of changes', undoneContacts: 'Contacts whose registration was undone', undoneFiles: 'Files of undone contacts', importProblems: 'Reports of imports', sessions: 'Ended sessions', digests: 'Which letters of the morning were sent', signInAttempts: 'Sign-in attempts' } as Record<RetentionRule, string>,
    does: {
      audit: 'Older changes can no longer be looked up or taken back.', undoneContacts: 'They can no longer be brought back. Those that a calendar still speaks of stay.', undoneFiles: 'The bytes go, the facts stay.', importProblems: 'Rows that were not taken over, and why.', sessions: 'Counted from their end.',
      digests: 'Only the note that they were sent.', signInAttempts: 'Those that were begun and never ended.',
    } as Record<RetentionRule, string>,
    least: (days: number) => `At least ${days} days, at most 36,500`, save: 'Save', saving: 'Saving…', saved: 'Saved.', preview: 'What would go?', would: (n: number) => (n === 0 ? 'nothing would go' : `${n.toLocaleString('en')} would go`), confirm: (n: number) => `Save; ${n.toLocaleString('en')} will be deleted`,
    confirmAdvice: 'What is deleted cannot be brought back. It happens by itself once a day, or at once by “Delete now”.', run: 'Delete now', running: 'Deleting…', ran: (n: number) => (n === 0 ? 'There was nothing to delete.' : `${n.toLocaleString('en')} deleted.`), more: 'There is more; press again, or leave it to the night.', busy: 'It is being deleted already.',
    last: (when: string, n: number) => `Last run ${when}: ${n.toLocaleString('en')} deleted.`, never: 'It has not run yet.', cancel: 'Cancel', reset: 'Discard', unsaved: 'Not saved yet.', off: 'Everything is kept for ever.',
  },
  person: {
    title: 'One person’s data', about: 'When a person asks what is held of them, or to be erased. Each time a report stays, without a word of the data.', by: 'Look by', address: 'Address', name: 'Name', find: 'Find', finding: 'Looking…', value: 'Address or name', none: 'Nobody is found.', noneAdvice: 'Look by another address or spelling.',
    allowAgain: 'Allow this address to be kept again', allowAdvice: 'Only when its owner agrees. What was erased does not come back.', allowed: 'The address may be kept again.', erasedBefore: (when: string) => `Somebody with this address was erased on ${when}. Nothing brings them back by itself.`, onlyAddress: 'No contact person has this address, but it stands in:', onlyAdvice: 'Make a contact person with this address; then it can be handed out or erased.', found: 'Found', held: 'What is held', nothingHeld: 'Nothing beside the name.',
    export: 'Hand out (JSON)', exporting: 'Putting together…', exportAdvice: 'Everything, private contacts too: it is the person’s own to have. That it was handed out stands in the trail.', erase: 'Erase…', eraseTitle: (name: string) => `Erase ${name}?`,
    eraseAdvice: 'Name, addresses, phones, dates and everything written about them go for good, with the subjects and texts of their emails and meetings and the files. That there were contacts stays: with which client, when, by what method. Imports and calendars will not bring the person back. This cannot be undone.',
    confirm: (name: string) => `Type the name to confirm: ${name}`, erasing: 'Erasing…', cancel: 'Cancel', done: 'Erased.', doneAdvice: 'The report holds counts only.', download: 'Save the report', fileLater: 'The database is large: compact its file when nobody works, so that nothing is left on the disk (see the guide).',
    reports: 'Reports', noReports: 'Nobody’s data were handed out or erased yet.', kind: { export: 'handed out', erase: 'erased' }, rows: (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`, more: 'Show more', backups: 'Backups made before still hold the person; erase again after bringing one back.',
    tables: {
      ContactPerson: 'Contact person', PersonAddress: 'Addresses', PersonPhone: 'Phones', PersonDate: 'Dates', PersonEmployment: 'Former employers', Contact: 'Contacts', ContactParticipant: 'Taking part', ContactAddress: 'Addresses of emails', Attachment: 'Files', MessageCopy: 'Ways to the original', Task: 'Tasks', CalendarMeeting: 'Meetings',
      CalendarEntry: 'Calendar entries', CalendarEntryAddress: 'Guests of meetings', OwnAppointment: 'Own appointments', CounterpartyAddress: 'Addresses of clients', Counterparty: 'Clients', RememberedChoice: 'Remembered choices', NeverRegister: 'Never registered', SenderDecision: 'Decisions about senders', SendOrder: 'Orders for sending',
      DuplicatePair: 'Possible duplicates', Merge: 'Merges', Import: 'Imports', ImportProblem: 'Import reports', AuditEntry: 'Trail', Suppression: 'Hashes that keep them away', files: 'Files’ bytes',
    } as Record<string, string>,
  },
}
export type TrailWords = typeof en

const ru: TrailWords = {
  title: 'История изменений',
  never: {
    title: 'Никогда не регистрировать', about: 'Письма и встречи с этими адресами и доменами не затрагиваются: ничего из них не регистрируется. Зарегистрированное ранее остаётся.',
    scope: { organisation: 'Список организации', own: 'Мой список' },
    aboutScope: { organisation: 'Действует для всех; читать могут все, изменяют руководители и администраторы.', own: 'Действует только для вас, и больше его никто не видит.' },
    add: 'Добавить', adding: 'Добавление…', field: 'Адреса и домены, по одному в строке', hint: 'Например: lawyer@example.com или shop.example. Домен включает и всё, что ниже него.', search: 'Найти в списке', empty: 'В этом списке пока ничего нет.',
    emptyAdvice: 'Внесите сюда юриста, банк или рассылки, по одному в строке.', noneFound: 'Ничего похожего в списке нет.', total: (n) => russianCount(n, 'запись', 'записи', 'записей'), kind: { address: 'адрес', domain: 'домен' },
    remove: 'Убрать', removeOf: (value) => `Убрать ${value}`, removed: (value) => `Убрано: ${value}.`, undo: 'Вернуть', more: 'Показать ещё',
    done: (added, known) => `Добавлено: ${added}${known > 0 ? `, уже были в списке: ${known}` : ''}.`, problems: 'Эти строки не приняты:', line: (n) => `Строка ${n}`,
    problem: { unreadable: 'не адрес и не домен', own: 'наш собственный', 'free-mail': 'с него пишет полмира; укажите отдельные адреса', 'public-suffix': 'под это подошло бы слишком многое' },
  },
  trail: {
    title: 'История всех изменений', about: 'Кто, что и когда изменил. Изменить записанное здесь нельзя.', at: 'Когда', from: 'С', to: 'По (включительно)', manager: 'Менеджер', anybody: 'Любой', noun: 'Что', anything: 'Всё', action: 'Действие', anyAction: 'Любое действие', title_: 'Название', thing: 'Название или id',
    field: 'Поле', before: 'Было', after: 'Стало', thingId: 'Id', setId: 'Операция', automatic: 'Автоматически', export: 'Сохранить CSV', exporting: 'Сохранение…', clear: 'Сбросить', empty: 'Изменений здесь нет.', emptyAdvice: 'Выберите другое время или сбросьте фильтры.', more: 'Показать ещё',
    lookFurther: 'Искать дальше', lookedTo: (when) => `Начиная с ${when} больше ничего нет.`, together: 'Вся операция', open: 'Открыть', masked: 'Слова здесь не показываются.', gone: 'записи уже нет', took: 'возвращено', when: 'Время', list: 'Изменения', filters: 'Фильтры',
    nouns: {
      contact: 'Контакт', counterparty: 'Клиент', person: 'Контактное лицо', task: 'Задача', attachment: 'Файл', message: 'Письмо', choice: 'Запомненный выбор', manager: 'Менеджер', setting: 'Настройка', calendar: 'Календарь', export: 'Выгрузка', view: 'Вид', 'never-register': 'Не регистрировать', retention: 'Сроки хранения',
      'personal-data': 'Данные человека', team: 'Отдел', firm: 'Фирма', word: 'Справочник', 'own-domain': 'Свой домен', attribute: 'Характеристика', import: 'Загрузка', segment: 'Сегмент', merge: 'Объединение', sender: 'Отправитель',
    },
    actions: { excluded: 'исключено из обработки', included: 'снова в обработке', exported: 'выгрузка', invited: 'приглашение', 'handed-out': 'выдача', erased: 'стирание', 'allowed-again': 'снова разрешено хранить', deleted: 'удаление', merged: 'объединение', 'signed-out-everywhere': 'выход на всех устройствах', remembered: 'запоминание', imported: 'загрузка', 'taken-over': 'принятие',
      'this-is': 'указано, чей это адрес', 'new-client': 'создан новый клиент', 'not-client': 'отмечено: не клиент', 'never-register': 'никогда не регистрировать', 'taken-back': 'решение отменено', 'members-changed': 'изменён состав', ordered: 'изменён порядок', renamed: 'переименование', 'switched-off': 'отключение', 'switched-on': 'повторное включение', offered: 'предложение',
      connected: 'подключение', 'identity-bound': 'привязка входа', 'sessions-ended': 'завершение сеансов', 'role-changed': 'смена роли',
    },
    fields: { scope: 'Список', value: 'Значение', role: 'Роль', audit: 'История', undoneContacts: 'Снятые с регистрации', undoneFiles: 'Файлы снятых контактов', importProblems: 'Отчёты о загрузках', sessions: 'Завершённые сеансы', digests: 'Утренние письма', signInAttempts: 'Попытки входа', list: 'Список', nameRu: 'Название по-русски', order: 'Порядок', domain: 'Домен', active: 'Предлагается', shared: 'Для всех', rule: 'Условие', noun: 'Чья', key: 'Ключ', options: 'Слова на выбор', checks: 'Проверки', required: 'Заполнять обязательно', added: 'Добавлено', removed: 'Убрано' },
  },
  retention: {
    title: 'Сроки хранения', about: 'Если срок не задан, всё хранится всегда. Клиенты, контактные лица и действующие контакты здесь никогда не удаляются, и с возрастом контакты не обезличиваются.', days: 'Дней', keep: 'Всегда', daysOf: (rule) => `${rule}: дней`,
    rule: { audit: 'История изменений', undoneContacts: 'Контакты, снятые с регистрации', undoneFiles: 'Файлы снятых контактов', importProblems: 'Отчёты о загрузках', sessions: 'Завершённые сеансы', digests: 'Отметки об утренних письмах', signInAttempts: 'Попытки входа' },
    does: {
      audit: 'Более старые изменения нельзя будет посмотреть и вернуть.', undoneContacts: 'Их нельзя будет восстановить. Те, о которых ещё говорит календарь, остаются.', undoneFiles: 'Содержимое удаляется, сведения остаются.', importProblems: 'Строки, которые не приняты, и почему.', sessions: 'Считая от их завершения.',
      digests: 'Только отметка об отправке.', signInAttempts: 'Начатые и не законченные.',
    },
    least: (days) => `Не меньше ${days} и не больше 36 500 дней`, save: 'Сохранить', saving: 'Сохранение…', saved: 'Сохранено.', preview: 'Что будет удалено?', would: (n) => (n === 0 ? 'удалять нечего' : `будет удалено: ${n.toLocaleString('ru')}`), confirm: (n) => `Сохранить; будет удалено: ${n.toLocaleString('ru')}`,
    confirmAdvice: 'Удалённое нельзя вернуть. Это происходит само раз в день или сразу по кнопке «Удалить сейчас».', run: 'Удалить сейчас', running: 'Удаление…', ran: (n) => (n === 0 ? 'Удалять было нечего.' : `Удалено: ${n.toLocaleString('ru')}.`), more: 'Осталось ещё; нажмите снова или оставьте на ночь.', busy: 'Удаление уже идёт.',
    last: (when, n) => `Последний раз ${when}, удалено: ${n.toLocaleString('ru')}.`, never: 'Удаления ещё не было.', cancel: 'Отмена', reset: 'Не сохранять', unsaved: 'Ещё не сохранено.', off: 'Всё хранится всегда.',
  },
  person: {
    title: 'Данные одного человека', about: 'Когда человек спрашивает, что о нём хранится, или просит стереть. Каждый раз остаётся отчёт без единого слова самих данных.', by: 'Искать по', address: 'Адрес', name: 'Имя', find: 'Найти', finding: 'Поиск…', value: 'Адрес или имя', none: 'Никто не найден.', noneAdvice: 'Попробуйте другой адрес или написание.',
    allowAgain: 'Разрешить снова хранить этот адрес', allowAdvice: 'Только если есть согласие. Стёртое не вернётся.', allowed: 'Адрес снова можно хранить.', erasedBefore: (when) => `Данные человека с этим адресом стёрты ${when}. Сами по себе они не вернутся.`, onlyAddress: 'Контактного лица с этим адресом нет, но он встречается:', onlyAdvice: 'Создайте контактное лицо с этим адресом; тогда данные можно выдать или стереть.', found: 'Найдено', held: 'Что хранится', nothingHeld: 'Ничего, кроме имени.',
    export: 'Выдать (JSON)', exporting: 'Подготовка…', exportAdvice: 'Всё, включая личные контакты: человек имеет на это право. Выдача остаётся в истории.', erase: 'Стереть…', eraseTitle: (name) => `Стереть: ${name}?`,
    eraseAdvice: 'Имя, адреса, телефоны, даты и всё написанное о человеке исчезнет навсегда, вместе с темами и текстами писем и встреч и файлами. То, что контакты были, останется: с каким клиентом, когда и каким способом. Загрузки и календари этого человека не вернут. Отменить это нельзя.',
    confirm: (name) => `Введите имя для подтверждения: ${name}`, erasing: 'Стирание…', cancel: 'Отмена', done: 'Стёрто.', doneAdvice: 'В отчёте только количества.', download: 'Сохранить отчёт', fileLater: 'База велика: сожмите её файл, когда никто не работает, чтобы на диске ничего не осталось (см. руководство).',
    reports: 'Отчёты', noReports: 'Ничьи данные ещё не выдавались и не стирались.', kind: { export: 'выдача', erase: 'стирание' }, rows: (n) => russianCount(n, 'строка', 'строки', 'строк'), more: 'Показать ещё', backups: 'В прежних резервных копиях человек ещё есть; после восстановления сотрите снова.',
    tables: {
      ContactPerson: 'Контактное лицо', PersonAddress: 'Адреса', PersonPhone: 'Телефоны', PersonDate: 'Даты', PersonEmployment: 'Прежние места работы', Contact: 'Контакты', ContactParticipant: 'Участие', ContactAddress: 'Адреса писем', Attachment: 'Файлы', MessageCopy: 'Пути к оригиналу', Task: 'Задачи', CalendarMeeting: 'Встречи',
      CalendarEntry: 'Записи календарей', CalendarEntryAddress: 'Участники встреч', OwnAppointment: 'Свои записи в календаре', CounterpartyAddress: 'Адреса клиентов', Counterparty: 'Клиенты', RememberedChoice: 'Запомненный выбор', NeverRegister: 'Не регистрировать', SenderDecision: 'Решения об отправителях', SendOrder: 'Поручения при отправке',
      DuplicatePair: 'Возможные дубли', Merge: 'Объединения', Import: 'Загрузки', ImportProblem: 'Отчёты о загрузках', AuditEntry: 'История', Suppression: 'Хеши, чтобы не вернулось', files: 'Содержимое файлов',
    },
  },
}
export const trailTexts: Record<Locale, TrailWords> = { en, ru }
