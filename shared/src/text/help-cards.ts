import type { Locale } from '../domain/codes'

/** The help of the Gmail add-on: sections with a heading, of a few sentences each. */
export interface HelpCardWords { title: string; sections: readonly { heading: string; lines: readonly string[] }[]; journal: string; settings: string }

const en: HelpCardWords = {
  title: 'Help',
  sections: [
    { heading: 'What it does', lines: [
      'Open an email: you see who wrote, which client it is and why, what was agreed, what is planned and which tasks are open.',
      'Register puts the email into the history of the client, where the whole team sees it. A second press, or a press of a colleague, makes no second record.',
      'For an unknown sender there is a form filled in from the email, or “Register without a client”.',
    ] },
    { heading: 'What it reads, and when', lines: [
      'When an email is opened: the sender, the recipients, the subject and the date. Nothing else, and nothing of other emails.',
      'Text and files are read only when you press a button that needs them: Register, “Fill in from the signature”.',
      'Nothing is stored before you press Register. Nothing is ever changed or deleted in your mailbox.',
    ] },
    { heading: 'What Google asks you for', lines: [
      'Your address: to know which manager you are. Without it nothing works.',
      'Seeing who wrote when an email is opened. Without it each email has the button “Identify the sender”.',
      'The open email when you press a button. Without it an email cannot be registered.',
      'Drafts and recipients. Without it no email is started from a contact and nothing is shown beside a letter; all else works.',
      'Language and time zone. Without it the language is English until you choose one in Settings, and times are in UTC.',
      'What was refused is asked for again when you press the button that needs it.',
    ] },
    { heading: 'A whole conversation', lines: [
      'Gmail shows an add-on the one open conversation, never the emails that are ticked in the list. So the group that can be registered together is the conversation: ⋮, “The whole conversation…”.',
      'Reading its other emails needs a further consent, which your administrator may have left out; then only the open email is registered.',
    ] },
    { heading: 'Emails that you send', lines: [
      'Gmail tells an add-on nothing when an email is sent. A sent email joins the history when you open it and register it.',
      'Following a conversation registers nothing by itself here: Gmail gives an email only on a press.',
    ] },
    { heading: 'On the phone', lines: [
      'In the Gmail app for Android and iOS the add-on stands below an open email; search, settings and this help are behind the ⋮ of its card. My day is there in a browser on a computer.',
      'In the browser of a phone Gmail has no add-ons.',
    ] },
    { heading: 'If something goes wrong', lines: [
      'Each error has a reference number. Give it to your administrator: the log of the server knows it.',
      'A card that has been open for two days asks to open the email again. Everything registered stands in the journal, whatever Gmail shows.',
    ] },
  ],
  journal: 'Open the journal', settings: 'Settings',
}

const ru: HelpCardWords = {
  title: 'Справка',
  sections: [
    { heading: 'Что делает дополнение', lines: [
      'Откройте письмо: видно, кто пишет, какой это клиент и почему, о чём договорились, что запланировано и какие задачи открыты.',
      '«Зарегистрировать» помещает письмо в историю клиента, её видит весь отдел. Второе нажатие, в том числе коллеги, второй записи не создаёт.',
      'Для неизвестного отправителя есть форма, заполненная по письму, или «Зарегистрировать без клиента».',
    ] },
    { heading: 'Что и когда читается', lines: [
      'При открытии письма: отправитель, получатели, тема и дата. Больше ничего, и ничего из других писем.',
      'Текст и файлы читаются, только когда нажата кнопка, которой они нужны: «Зарегистрировать», «Заполнить по подписи».',
      'До нажатия «Зарегистрировать» ничего не сохраняется. В почтовом ящике никогда ничего не меняется и не удаляется.',
    ] },
    { heading: 'О чём спрашивает Google', lines: [
      'Ваш адрес: чтобы узнать, какой вы менеджер. Без него ничего не работает.',
      'Видеть, кто пишет, при открытии письма. Без этого у каждого письма есть кнопка «Узнать отправителя».',
      'Открытое письмо при нажатии кнопки. Без этого письмо нельзя зарегистрировать.',
      'Черновики и получатели. Без этого не начать письмо из контакта и нет подсказок рядом с новым письмом; остальное работает.',
      'Язык и часовой пояс. Без этого язык английский, пока не выбран другой в настройках, а время — UTC.',
      'Если отказать, вопрос повторится при нажатии кнопки, которой это нужно.',
    ] },
    { heading: 'Переписка целиком', lines: [
      'Gmail показывает дополнению одну открытую переписку, а не письма, отмеченные в списке. Поэтому вместе регистрируется именно переписка: ⋮, «Вся переписка…».',
      'Для чтения других её писем нужно ещё одно разрешение, которого администратор мог не включить; тогда регистрируется только открытое письмо.',
    ] },
    { heading: 'Отправленные письма', lines: [
      'Об отправке письма Gmail дополнению не сообщает. Отправленное письмо попадает в историю, когда его открывают и регистрируют.',
      'Слежение за перепиской здесь само ничего не регистрирует: Gmail отдаёт письмо только по нажатию.',
    ] },
    { heading: 'На телефоне', lines: [
      'В приложении Gmail для Android и iOS дополнение стоит под открытым письмом; поиск, настройки и эта справка — под ⋮ его карточки. Мой день виден в браузере на компьютере.',
      'В браузере телефона у Gmail дополнений нет.',
    ] },
    { heading: 'Если что-то не так', lines: [
      'У каждой ошибки есть номер обращения. Сообщите его администратору: он есть в журнале сервера.',
      'Карточка, открытая больше двух дней, попросит открыть письмо снова. Всё зарегистрированное есть в журнале контактов, что бы ни показывал Gmail.',
    ] },
  ],
  journal: 'Открыть журнал', settings: 'Настройки',
}

export const helpCardTexts: Record<Locale, HelpCardWords> = { en, ru }
