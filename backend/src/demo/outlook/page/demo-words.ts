export type DemoLanguage = 'en' | 'ru'

const en = {
  mail: 'Mail', controls: 'How the stand-in behaves', language: 'Language', theme: 'Theme', light: 'Light', dark: 'Dark', system: 'None (as the browser)', width: 'Pane', body: 'Text of the email',
  atOnce: 'at once', slow: 'after 3 s', never: 'never', offline: 'No connection', deselect: 'Nothing open', inbox: 'Inbox', sent: 'Sent Items', calendar: 'Calendar', folders: 'Folders', pane: 'Counterpane pane', pin: 'Pinned', close: 'Close the pane',
  nothingOpen: 'Select an email to read.', severalSelected: (count: number) => `${count} emails are selected.`, to: 'To', cc: 'Cc', noSubject: '(no subject)', sentBy: 'Sent by', when: 'When', location: 'Place', attendees: 'Attendees',
  optional: 'Optional', series: 'One of a series', mine: 'organised by you', subject: 'Subject', letterText: 'Text', starts: 'Starts', ends: 'Ends', dismiss: 'Dismiss',
  ribbon: 'Ribbon', newLetter: 'New letter', showPane: 'Counterpane', register: 'Register', send: 'Send', sending: 'Sending…', discard: 'Discard', closeWindow: 'Close', selectConversation: 'Select conversation',
  more: 'More…', set: 'Requirement set', host: 'Outlook', classic: 'classic, Windows', newOne: 'new, Windows', web: 'web', ios: 'iPhone', android: 'Android', failure: 'Questions fail', none: 'no',
  dialogs: 'Dialogs', opened: 'open', refused: 'refused', mailbox: 'Mailbox', own: 'own', sharedOne: 'shared (info@)', storage: 'Storage', works: 'works', throwing: 'throws', ready: 'Office.js', answers: 'answers', silent: 'silent', blocked: 'blocked', events: 'Changes', told: 'told', lost: 'lost',
}
export type DemoWords = typeof en
const ru: DemoWords = {
  mail: 'Почта', controls: 'Поведение стенда', language: 'Язык', theme: 'Тема', light: 'Светлая', dark: 'Тёмная', system: 'Нет (как в браузере)', width: 'Панель', body: 'Текст письма',
  atOnce: 'сразу', slow: 'через 3 с', never: 'никогда', offline: 'Нет связи', deselect: 'Ничего не открыто', inbox: 'Входящие', sent: 'Отправленные', calendar: 'Календарь', folders: 'Папки', pane: 'Панель Counterpane', pin: 'Закреплена', close: 'Закрыть панель',
  nothingOpen: 'Выберите письмо для чтения.', severalSelected: (count) => `Выбрано писем: ${count}.`, to: 'Кому', cc: 'Копия', noSubject: '(без темы)', sentBy: 'Кем отправлено', when: 'Когда', location: 'Место', attendees: 'Участники',
  optional: 'Необязательные', series: 'Одна из серии', mine: 'ваша встреча', subject: 'Тема', letterText: 'Текст', starts: 'Начало', ends: 'Окончание', dismiss: 'Скрыть',
  ribbon: 'Лента', newLetter: 'Новое письмо', showPane: 'Counterpane', register: 'Зарегистрировать', send: 'Отправить', sending: 'Отправляется…', discard: 'Удалить черновик', closeWindow: 'Закрыть', selectConversation: 'Выбрать переписку',
  more: 'Ещё…', set: 'Набор возможностей', host: 'Outlook', classic: 'классический, Windows', newOne: 'новый, Windows', web: 'в браузере', ios: 'iPhone', android: 'Android', failure: 'Вопросы с ошибкой', none: 'нет',
  dialogs: 'Диалоги', opened: 'открываются', refused: 'отклоняются', mailbox: 'Ящик', own: 'свой', sharedOne: 'общий (info@)', storage: 'Хранилище', works: 'работает', throwing: 'недоступно', ready: 'Office.js', answers: 'отвечает', silent: 'молчит', blocked: 'заблокирован', events: 'События', told: 'приходят', lost: 'теряются',
}
export const demoWords: Record<DemoLanguage, DemoWords> = { en, ru }
