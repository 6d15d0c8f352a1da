export const words = {
  en: {
    title: 'Mail', consent: 'Consent', consentAll: 'everything', consentClick: 'not the sender on opening', consentHeaders: 'not the text', consentNone: 'nothing yet', language: 'Language', dark: 'Dark', light: 'Light',
    messages: 'Messages', back: 'Back', home: 'Home', refresh: 'Refresh', from: 'From', to: 'To', cc: 'Cc', date: 'Date', files: 'Files', pick: 'Choose a message at the left.', noSubject: '(no subject)', me: 'to', more: 'Show more', less: 'Show less',
    failed: 'The add-on did not answer', again: 'Try again', asks: 'Google asks: may Counterpane have this?', allow: 'Allow', deny: 'No',
  },
  ru: {
    title: 'Почта', consent: 'Согласие', consentAll: 'на всё', consentClick: 'не на отправителя при открытии', consentHeaders: 'не на текст', consentNone: 'ещё нет', language: 'Язык', dark: 'Тёмная', light: 'Светлая',
    messages: 'Письма', back: 'Назад', home: 'Домой', refresh: 'Обновить', from: 'От', to: 'Кому', cc: 'Копия', date: 'Дата', files: 'Файлы', pick: 'Выберите письмо слева.', noSubject: '(без темы)', me: 'кому', more: 'Показать ещё', less: 'Свернуть',
    failed: 'Дополнение не ответило', again: 'Повторить', asks: 'Google спрашивает: разрешить Counterpane доступ?', allow: 'Разрешить', deny: 'Нет',
  },
}
