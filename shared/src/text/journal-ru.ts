import type { JournalWords } from './journal-words'

const plural = new Intl.PluralRules('ru')
const contacts = (count: number) => {
  const form = plural.select(count)
  return `${count.toLocaleString('ru-RU')} ${form === 'one' ? 'контакт' : form === 'few' ? 'контакта' : 'контактов'}`
}

export const journalRu: JournalWords = {
  appName: 'Counterpane', journal: 'Журнал', clients: 'Клиенты', skipToList: 'К списку', retry: 'Повторить', close: 'Закрыть', save: 'Сохранить', cancelEdit: 'Не сохранять', optional: 'необязательно', loading: 'Загрузка…', more: 'Показать ещё',
  account: {
    menu: (name) => `${name}: учётная запись и язык`, signOut: 'Выйти', language: 'Язык', english: 'English', russian: 'Русский', keys: 'Клавиши', sessions: 'Мои сеансы…',
    role: { manager: 'Менеджер', lead: 'Руководитель', administrator: 'Администратор' },
  },
  signIn: {
    title: 'Вход в журнал', demo: 'Это демонстрация. Выберите, кем войти.', as: (name) => `Войти: ${name}`,
    notDemo: 'Вход на этом сервере не настроен. Настройки описаны в README для администратора.',
  },
  offline: { title: 'Нет связи', advice: 'Сервер не отвечает. Проверьте сеть; когда связь появится, журнал повторит попытку.', stale: (time) => `Показано состояние на ${time}.` },
  reference: (code) => `Номер обращения: ${code}`,
  failed: 'Что-то пошло не так',
  period: {
    label: 'Период', day: 'День', week: 'Неделя', month: 'Месяц', quarter: 'Квартал', halfYear: 'Полугодие', year: 'Год', all: 'Всё время', range: 'Свой период…',
    back: 'Раньше', forward: 'Позже', today: 'Сегодня', from: 'С', to: 'По', time: 'время', everything: 'Всё время', choose: 'Выберите даты', openEnd: '…',
    quarterTitle: (quarter, year) => `${quarter}-й квартал ${year}`, halfYearTitle: (half, year) => `${half}-е полугодие ${year}`,
  },
  filter: {
    label: 'Отборы', show: 'Отборы', hide: 'Скрыть отборы', client: 'Клиент', findClient: 'Все клиенты', allClients: 'Все клиенты', noClientFound: 'Такого клиента нет', searching: 'Поиск…', clientCard: 'Карточка клиента', showList: (label) => `Показать список: ${label}`,
    manager: 'Менеджер', allManagers: 'Все менеджеры', method: 'Способ связи', state: 'Состояние', status: 'Статус', all: 'все', chosen: (count) => `выбрано ${count}`, overdue: 'Просрочен',
    toggles: 'Показывать', held: 'Состоявшиеся', notHeld: 'Несостоявшиеся', incoming: 'Входящие', outgoing: 'Исходящие', notHeldHint: 'Запланированные, просроченные и отменённые',
    search: 'Поиск по тексту', searchHint: 'Тема, содержание, результат', clear: 'Сбросить отборы', overdueAll: 'Просроченные, все', withoutClient: 'Письма без клиента',
  },
  column: { date: 'Дата, время', minutes: 'мин', minutesLong: 'Минуты', method: 'Способ связи', client: 'Клиент', person: 'Контактное лицо', manager: 'Менеджер', subject: 'Тема / результат', state: 'Состояние', status: 'Статус', sortBy: (name) => `Сортировать: ${name}` },
  list: {
    label: 'Контакты', empty: 'Контактов нет', emptyAdvice: 'За этот период ничего не подходит под отборы. Расширьте период, сбросьте отборы или зарегистрируйте то, что произошло.', showWeek: 'Показать неделю', showAllPeriods: 'Показать за всё время', clearFilters: 'Сбросить отборы',
    noSubject: '(без темы)', noClient: 'Без клиента', shown: (count, more) => (more ? `Загружено: ${contacts(count)}, ниже есть ещё` : contacts(count)), refresh: 'Обновить', log: 'Зарегистрировать контакт…',
    highPriority: 'Высокий приоритет', keysHint: 'Клавиши: нажмите ?', andMore: (name, count) => `${name} +${count}`,
  },
  contact: {
    label: 'Контакт', client: 'Клиент', also: 'Также участвует', persons: 'Контактные лица', manager: 'Менеджер', managers: 'Менеджеры', registeredBy: 'Зарегистрировано', type: 'Тип контакта', priority: 'Приоритет', state: 'Состояние',
    source: { outlook: 'из Outlook', gmail: 'из Gmail', calendar: 'из календаря', manual: 'вручную', import: 'при импорте', site: 'с сайта', api: 'через API' },
    minutes: (count) => `${count} мин`, firm: 'Фирма', adSource: 'Источник рекламы', comment: 'Комментарий', result: 'Результат', subject: 'Тема', content: 'Содержание', method: 'Способ связи', direction: 'Направление', status: 'Статус',
    noContent: 'Текста нет.', onlySubject: 'Зарегистрирована только тема.', onlyFact: 'Зарегистрирован только факт.', private: 'Личное', showQuoted: 'Показать цитату', hideQuoted: 'Скрыть цитату', attachments: 'Вложения', notKept: 'файл не сохранён',
    linked: 'Связанные контакты', previous: 'До', next: 'После', noLinked: 'Пока нет. Создаются кнопкой «Следующий шаг».', details: 'Подробности',
    edit: 'Изменить', cancel: 'Отменить…', planNext: 'Следующий шаг', undo: 'Снять регистрацию', outcome: 'Итог…', askOutcome: 'Время прошло. Чем закончилось?', assignClient: 'Выбрать клиента',
  },
  stale: {
    title: 'Контакт уже изменён кем-то другим', advice: 'Ничего не сохранено. Сравните и оставьте свои значения или возьмите новые.', field: 'Поле', yours: 'У вас', newer: 'Сохранено сейчас',
    keepMine: 'Сохранить мои значения', takeNewer: 'Взять новые', sameFields: 'Изменены другие поля; ваши остались прежними.',
  },
  outcome: { title: 'Чем закончилось?', held: 'Состоялся', notHeld: 'Не состоялся', moved: 'Перенесён', reason: 'Причина', newTime: 'Новое время', nextStep: 'Запланировать следующий шаг', save: 'Сохранить итог', saved: 'Итог сохранён', needTime: 'Выберите новое время' },
  cancelling: { title: 'Отменить этот запланированный контакт?', reason: 'Причина', confirm: 'Отменить контакт', done: 'Контакт отменён' },
  undoing: { title: 'Снять регистрацию?', advice: 'Контакт уйдёт из истории; само письмо останется, его можно зарегистрировать снова.', confirm: 'Снять регистрацию', done: 'Регистрация снята' },
  next: {
    title: 'Следующий шаг', method: 'Способ связи', type: 'Тип контакта', when: 'Когда', workingDay: 'Следующий рабочий день, 10:00', inThreeDays: 'Через 3 дня', nextWeek: 'Через неделю', save: 'Запланировать', done: 'Следующий шаг запланирован', noType: 'Без типа', subject: 'Тема',
  },
  logging: {
    title: 'Зарегистрировать контакт', method: 'Способ связи', direction: 'Направление', when: 'Когда', duration: 'Минут', client: 'Клиент', persons: 'Контактные лица', manager: 'Менеджер', subject: 'Тема', content: 'Содержание', result: 'Результат', priority: 'Приоритет', state: 'Состояние', type: 'Тип контакта',
    planned: 'Запланирован', already: 'Состоялся', save: 'Сохранить', done: 'Сохранено', withoutClient: 'Без клиента', noPersons: 'У клиента пока нет контактных лиц.', needSubject: 'Укажите в двух словах, о чём речь', discard: 'Закрыть', badTime: 'Укажите дату и время',
  },
  client: {
    list: 'Клиенты', find: 'Найти клиента', class: (value) => `Класс ${value}`, classTitle: 'Класс по продажам', vip: 'VIP', responsible: 'Ответственный менеджер', nobody: 'не назначен', addresses: 'Адреса', domains: 'Домены', phones: 'Телефоны', industry: 'Отрасль', region: 'Регион', taxNumber: 'ИНН',
    toJournal: 'Контакты в журнале', people: 'Контактные лица', noPeople: 'Контактных лиц пока нет.', empty: 'Клиенты не найдены', emptyAdvice: 'Введите меньше букв, адрес или домен.',
  },
  feed: {
    title: 'Лента', all: 'Всё', contacts: 'Контакты', tasks: 'Задачи', notes: 'Заметки', future: 'Предстоит', past: 'Прошло', empty: 'Здесь пока пусто', emptyAdvice: 'Напишите заметку или задачу выше либо зарегистрируйте звонок.', type: 'Создать', note: 'Заметка', task: 'Задача',
    noteHint: 'Напишите заметку', taskHint: 'Что нужно сделать', due: 'Срок', add: 'Добавить', added: 'Добавлено', done: 'Выполнено', markDone: (title) => `Отметить выполнение: ${title}`, markOpen: (title) => `Вернуть в работу: ${title}`, filter: 'Показывать',
  },
  keys: { title: 'Клавиши', search: 'Поиск', create: 'Зарегистрировать контакт', down: 'Следующая строка', up: 'Предыдущая строка', open: 'Открыть', edit: 'Изменить открытый контакт', close: 'Закрыть', help: 'Все клавиши', go: 'Клавиши работают, когда вы не вводите текст в поле.' },
}
