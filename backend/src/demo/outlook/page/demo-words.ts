export type DemoLanguage = 'en' | 'ru'

const en = {
  mail: 'Mail', controls: 'How the stand-in behaves', language: 'Language', theme: 'Theme', light: 'Light', dark: 'Dark', system: 'None (as the browser)', width: 'Pane', body: 'Text of the email',
  atOnce: 'at once', slow: 'after 3 s', never: 'never', offline: 'No connection', deselect: 'Nothing open', inbox: 'Inbox', pane: 'Counterpane pane', pin: 'Pinned', close: 'Close the pane',
  nothingOpen: 'Select an email to read.', to: 'To', cc: 'Cc', noSubject: '(no subject)',
}
export type DemoWords = typeof en
const ru: DemoWords = {
  mail: 'Почта', controls: 'Поведение стенда', language: 'Язык', theme: 'Тема', light: 'Светлая', dark: 'Тёмная', system: 'Нет (как в браузере)', width: 'Панель', body: 'Текст письма',
  atOnce: 'сразу', slow: 'через 3 с', never: 'никогда', offline: 'Нет связи', deselect: 'Ничего не открыто', inbox: 'Входящие', pane: 'Панель Counterpane', pin: 'Закреплена', close: 'Закрыть панель',
  nothingOpen: 'Выберите письмо для чтения.', to: 'Кому', cc: 'Копия', noSubject: '(без темы)',
}
export const demoWords: Record<DemoLanguage, DemoWords> = { en, ru }
