const en = {
  title: 'Mail', standIn: 'Stand-in', controls: 'How the stand-in behaves', language: 'Language', theme: 'Theme', light: 'Light', dark: 'Dark', system: 'None (as the browser)',
  device: 'Gmail', web: 'web', iphone: 'iPhone', android: 'Android', oldAndroid: 'Android, spelt ANDRIOD', person: 'Signed in', manifest: 'Deployment', usual: 'usual', conversations: 'reads conversations',
  consent: 'Consent', consentAll: 'everything', consentClick: 'not the sender on opening', consentHeaders: 'not the text', consentNone: 'nothing yet', consentOwn: 'as ticked', granted: 'Granted so far',
  email: 'Email in presses', given: 'given', leftOut: 'left out', delay: 'Network', atOnce: 'at once', second: '1 s', sixSeconds: '6 s', trouble: 'Gmail API', works: 'works', slow: 'answers after 6 s', garbled: 'answers no JSON', server: "The add-on's server", answers: 'answers', silent: 'silent',
  messages: 'Messages', addon: 'Counterpane', back: 'Back', close: 'Close', menu: 'Menu', refresh: 'Open anew', search: 'Search', settings: 'Settings', help: 'Help', inbox: 'Inbox', openAddon: 'Open Counterpane', toLetter: 'Back to the email',
  from: 'From', to: 'To', cc: 'Cc', bcc: 'Bcc', date: 'Date', files: 'Files', pick: 'Choose a message.', noSubject: '(no subject)', me: 'To', more: 'Show more', less: 'Show less', suggestions: 'Suggestions',
  failed: 'The add-on did not answer', refused: 'Gmail would refuse this answer', findings: 'What is wrong with it', wholeAnswer: 'The whole answer', again: 'Try again', toCard: 'Back to the card', loading: 'Loading…',
  required: 'This field is required.', tooLong: (limit) => `At most ${limit} characters.`,
  consentTitle: 'Counterpane wants access to your Google Account', consentAsks: 'Choose what Counterpane may do:', selectAll: 'Select all', cancel: 'Cancel', proceed: 'Continue', needsConsent: 'Counterpane needs your permission to show this.', grant: 'Allow access…',
  newLetter: 'New letter', compose: 'New message', subject: 'Subject', letterText: 'Text', send: 'Send', discard: 'Discard', sent: 'Sent', cannotSend: 'This message was not sent.', noDraft: 'This draft is not there.',
  scopes: {
    'gmail.addons.execute': 'Run in Gmail beside your messages', 'gmail.addons.current.message.metadata': 'See the headers of a message as soon as you open it', 'gmail.addons.current.message.action': 'Read the open message when you press a button',
    'gmail.addons.current.message.readonly': 'Read the open message and the rest of its conversation', 'gmail.addons.current.action.compose': 'Make drafts and see whom you write to', 'userinfo.email': 'See your email address', 'script.locale': 'See your language and time zone',
  },
}

/** @type {typeof en} */
const ru = {
  title: 'Почта', standIn: 'Стенд', controls: 'Поведение стенда', language: 'Язык', theme: 'Тема', light: 'Светлая', dark: 'Тёмная', system: 'Нет (как в браузере)',
  device: 'Gmail', web: 'в браузере', iphone: 'iPhone', android: 'Android', oldAndroid: 'Android, как ANDRIOD', person: 'Вход выполнен', manifest: 'Установка', usual: 'обычная', conversations: 'читает переписки',
  consent: 'Согласие', consentAll: 'на всё', consentClick: 'не на отправителя при открытии', consentHeaders: 'не на текст', consentNone: 'ещё нет', consentOwn: 'как отмечено', granted: 'Уже разрешено',
  email: 'Письмо в нажатиях', given: 'передаётся', leftOut: 'не передаётся', delay: 'Сеть', atOnce: 'сразу', second: '1 с', sixSeconds: '6 с', trouble: 'API Gmail', works: 'работает', slow: 'отвечает через 6 с', garbled: 'отвечает не JSON', server: 'Сервер дополнения', answers: 'отвечает', silent: 'молчит',
  messages: 'Письма', addon: 'Counterpane', back: 'Назад', close: 'Закрыть', menu: 'Меню', refresh: 'Открыть заново', search: 'Поиск', settings: 'Настройки', help: 'Справка', inbox: 'Входящие', openAddon: 'Открыть Counterpane', toLetter: 'К письму',
  from: 'От', to: 'Кому', cc: 'Копия', bcc: 'Скрытая', date: 'Дата', files: 'Файлы', pick: 'Выберите письмо.', noSubject: '(без темы)', me: 'Кому', more: 'Показать ещё', less: 'Свернуть', suggestions: 'Подсказки',
  failed: 'Дополнение не ответило', refused: 'Gmail отклонил бы этот ответ', findings: 'Что в нём не так', wholeAnswer: 'Ответ целиком', again: 'Повторить', toCard: 'К карточке', loading: 'Загрузка…',
  required: 'Это поле обязательное.', tooLong: (limit) => `Не больше ${limit} знаков.`,
  consentTitle: 'Counterpane запрашивает доступ к аккаунту Google', consentAsks: 'Отметьте, что разрешено Counterpane:', selectAll: 'Выбрать всё', cancel: 'Отмена', proceed: 'Продолжить', needsConsent: 'Чтобы это показать, Counterpane нужно разрешение.', grant: 'Разрешить доступ…',
  newLetter: 'Новое письмо', compose: 'Новое сообщение', subject: 'Тема', letterText: 'Текст', send: 'Отправить', discard: 'Удалить черновик', sent: 'Отправлено', cannotSend: 'Сообщение не отправлено.', noDraft: 'Такого черновика нет.',
  scopes: {
    'gmail.addons.execute': 'Работать в Gmail рядом с письмами', 'gmail.addons.current.message.metadata': 'Видеть заголовки письма сразу при открытии', 'gmail.addons.current.message.action': 'Читать открытое письмо при нажатии кнопки',
    'gmail.addons.current.message.readonly': 'Читать открытое письмо и остальную переписку', 'gmail.addons.current.action.compose': 'Создавать черновики и видеть получателей', 'userinfo.email': 'Видеть адрес электронной почты', 'script.locale': 'Видеть язык и часовой пояс',
  },
}

export const allWords = { en, ru }
