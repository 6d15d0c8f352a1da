import type { Locale } from '../domain/codes'

/** The words of the Gmail cards. Facts arrive already clipped; escaping is the cards' work. */
export interface CardWords {
  register: string; registerWithoutClient: string; registerOnce: string; registerAlways: string; registerAlwaysShort: string; registered: string
  registeredBy: (facts: { by: string; at: string }) => string; forClient: (client: string) => string; withoutClient: string
  undo: string; undone: string; open: string; anotherClient: string; newClient: string; newPerson: string; choosePerson: string
  choose: string; whoWrites: (client: string) => string; perhaps: (client: string) => string; itIs: string; chosen: string
  responsible: string; nobodyResponsible: string; clientClass: string; vip: string; why: string; warning: string
  noName: string; notInBase: string; ownColleague: string; nothingToRegister: string; excluded: string; takeBack: string; neverRegistered: string
  planNext: string; planned: string; nextStep: string; when: string; otherTime: string
  nextWorkingDay: string; inThreeDays: string; nextWeek: string; tomorrow: string; method: string; subject: string; save: string; chooseTime: string
  openTasks: (count: number) => string; noTasks: string; done: string; taskDone: string; result: string; moveTo: string; move: string; newTask: string; taskTitle: string; dueDate: string; taskMade: string; writeTitle: string
  history: (count: string) => string; noHistory: string; noSubject: string
  name: string; address: string; clientName: string; position: string; phone: string; createAndRegister: string; guessed: string; writeName: string
  search: string; searchHint: string; writeSearch: string; lastContactAt: (at: string) => string; noPersons: string
  retry: string; reference: (reference: string) => string; staleButton: { title: string; advice: string }; reopen: { title: string; advice: string }
}

const en: CardWords = {
  register: 'Register', registerWithoutClient: 'Register without a client', registerOnce: 'Register, only this email', registerAlways: 'Register, always for this address', registerAlwaysShort: 'Always for this address',
  registered: 'Registered',
  registeredBy: ({ by, at }) => `Registered by ${by}, ${at}`, forClient: (client) => `for ${client}`, withoutClient: 'without a client',
  undo: 'Undo', undone: 'The registration is undone', open: 'Open', anotherClient: 'Another client', newClient: 'New client', newPerson: 'New person', choosePerson: 'Choose a person',
  choose: 'Choose', whoWrites: (client) => `The address belongs to ${client}. Who writes?`, perhaps: (client) => `Perhaps ${client}`, itIs: 'It is, only this email', chosen: 'The client is changed',
  responsible: 'Responsible', nobodyResponsible: 'nobody yet', clientClass: 'Class', vip: 'VIP', why: 'Recognised by', warning: 'Careful',
  noName: 'Unknown sender', notInBase: 'Not in the client base', ownColleague: 'Colleague', nothingToRegister: 'An email between colleagues. Nothing to register.',
  excluded: 'This email is not to be processed.', takeBack: 'Take back', neverRegistered: "Never registered: the sender is on the organisation's list.",
  planNext: 'Plan the next step', planned: 'The next contact is planned', nextStep: 'Next step', when: 'Date and time', otherTime: 'Another time',
  nextWorkingDay: 'Next working day 10:00', inThreeDays: 'In 3 days', nextWeek: 'Next week', tomorrow: 'Tomorrow', method: 'Method', subject: 'Subject', save: 'Save', chooseTime: 'Choose a date and time.',
  openTasks: (count) => `Open tasks ${count}`, noTasks: 'No open tasks', done: 'Done', taskDone: 'The task is done', result: 'Result', moveTo: 'Move to', move: 'Move', newTask: 'New task', taskTitle: 'What is to be done', dueDate: 'Due', taskMade: 'The task is made', writeTitle: 'Write what is to be done.',
  history: (count) => `History ${count}`, noHistory: 'No contacts yet. The first one appears here when you register it.', noSubject: 'No subject',
  name: 'Name', address: 'Address', clientName: 'Client', position: 'Position', phone: 'Phone', createAndRegister: 'Create and register', guessed: 'Filled in from the email; please check.', writeName: 'Write a name.',
  search: 'Search', searchHint: 'A part of the name', writeSearch: 'Write a part of the name.', lastContactAt: (at) => `last contact ${at}`, noPersons: 'This client has no contact persons yet.',
  retry: 'Try again', reference: (reference) => `Reference ${reference}`,
  staleButton: { title: 'This button is no longer valid', advice: 'Nothing was changed. Close the email and open it again.' },
  reopen: { title: 'Open the email again', advice: 'Gmail gave no access to the email with this click. Open the email again and press the button once more.' },
}

const ru: CardWords = {
  register: 'Зарегистрировать', registerWithoutClient: 'Зарегистрировать без клиента', registerOnce: 'Зарегистрировать только это письмо', registerAlways: 'Зарегистрировать, всегда для этого адреса', registerAlwaysShort: 'Всегда для этого адреса',
  registered: 'Зарегистрировано',
  registeredBy: ({ by, at }) => `Зарегистрировано: ${by}, ${at}`, forClient: (client) => `клиент: ${client}`, withoutClient: 'без клиента',
  undo: 'Снять регистрацию', undone: 'Регистрация снята', open: 'Открыть', anotherClient: 'Другой клиент', newClient: 'Новый клиент', newPerson: 'Новый человек', choosePerson: 'Выбрать человека',
  choose: 'Выбрать', whoWrites: (client) => `Адрес принадлежит клиенту: ${client}. Кто пишет?`, perhaps: (client) => `Возможно: ${client}`, itIs: 'Это он, только это письмо', chosen: 'Клиент изменён',
  responsible: 'Ответственный менеджер', nobodyResponsible: 'пока никто', clientClass: 'Класс', vip: 'VIP', why: 'Как узнали', warning: 'Внимание',
  noName: 'Неизвестный отправитель', notInBase: 'Нет в базе клиентов', ownColleague: 'Коллега', nothingToRegister: 'Письмо между коллегами. Регистрировать нечего.',
  excluded: 'Это письмо исключено из обработки.', takeBack: 'Вернуть', neverRegistered: 'Никогда не регистрируется: отправитель в списке организации.',
  planNext: 'Запланировать следующий шаг', planned: 'Следующий контакт запланирован', nextStep: 'Следующий шаг', when: 'Дата и время', otherTime: 'Другое время',
  nextWorkingDay: 'Следующий рабочий день, 10:00', inThreeDays: 'Через 3 дня', nextWeek: 'На следующей неделе', tomorrow: 'Завтра', method: 'Способ связи', subject: 'Тема', save: 'Сохранить', chooseTime: 'Укажите дату и время.',
  openTasks: (count) => `Открытые задачи: ${count}`, noTasks: 'Открытых задач нет', done: 'Готово', taskDone: 'Задача выполнена', result: 'Результат', moveTo: 'Перенести на', move: 'Перенести срок', newTask: 'Новая задача', taskTitle: 'Что нужно сделать', dueDate: 'Срок', taskMade: 'Задача создана', writeTitle: 'Напишите, что нужно сделать.',
  history: (count) => `История: ${count}`, noHistory: 'Контактов пока нет. Первый появится здесь после регистрации.', noSubject: 'Без темы',
  name: 'Имя', address: 'Адрес', clientName: 'Клиент', position: 'Должность', phone: 'Телефон', createAndRegister: 'Создать и зарегистрировать', guessed: 'Заполнено по письму, проверьте.', writeName: 'Напишите имя.',
  search: 'Найти', searchHint: 'Часть названия', writeSearch: 'Напишите часть названия.', lastContactAt: (at) => `последний контакт: ${at}`, noPersons: 'У этого клиента пока нет контактных лиц.',
  retry: 'Повторить', reference: (reference) => `Номер обращения: ${reference}`,
  staleButton: { title: 'Эта кнопка уже не действует', advice: 'Ничего не изменено. Закройте письмо и откройте его снова.' },
  reopen: { title: 'Откройте письмо ещё раз', advice: 'С этим нажатием Gmail не дал доступа к письму. Откройте письмо ещё раз и нажмите кнопку снова.' },
}

export const cardTexts: Record<Locale, CardWords> = { en, ru }
