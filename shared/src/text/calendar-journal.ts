import type { Locale } from '../domain/codes'
import { calendarPolicyJournalEn, calendarPolicyJournalRu } from './calendar-policy-journal'
import { russianCount } from './russian-count'

/** Words of the journal about calendars: how their reading goes, meetings that wait, what a contact knows of its appointment. */
const en = {
  title: 'Calendars', parts: 'Parts of this page', standing: 'How it goes', waiting: 'Meetings without a client', rules: 'Rules',
  about: 'Meetings with clients come from here into the journal by themselves. Nobody outside receives anything because of it.',
  column: { manager: 'Manager', calendar: 'Calendar', state: 'State', lastRound: 'Last read', advice: 'What to do', actions: 'Actions' },
  provider: { graph: 'Microsoft 365', google: 'Google' },
  none: 'Not set up', noneAdvice: 'No calendar is read for this manager.', ownNone: 'Your calendar is not read yet', ownNoneAdvice: 'Ask the administrator to set it up; meetings with clients then appear in the journal by themselves.',
  state: { healthy: 'Up to date', 'catching-up': 'Catching up', 'needs-sign-in': 'Needs sign-in', 'not-permitted': 'Not permitted', waiting: 'Waiting' },
  since: 'since', until: 'until', never: 'not read completely yet', nothingToDo: 'Nothing to do.',
  bell: { on: 'Changes arrive at once', off: 'Looked at from time to time', refused: 'Notifications are refused; looked at from time to time' },
  aside: {
    title: (count: number) => `${count} ${count === 1 ? 'item' : 'items'} set aside`, advice: 'These could not be read. All others are; these are tried again.',
    tries: (count: number) => `tried ${count} ${count === 1 ? 'time' : 'times'}`,
    problem: { unclear: 'The provider does not say whether it still exists.', 'not-understood': 'What came could not be understood.', temporary: 'The provider does not answer for this one.', 'timed-out': 'The provider does not answer for this one in time.', rejected: 'The provider refuses to give this one.', 'too-large': 'It is larger than can be taken in.' },
  },
  sync: 'Sync now', syncOf: (name: string) => `Sync now: ${name}`, syncing: 'Asked for. It is being read.', connect: 'Connect Google Calendar', connectAgain: 'Connect Google Calendar again', setUp: 'Set up…', setUpOf: (name: string) => `Set up: ${name}`, change: 'Change…', disconnect: 'Disconnect…', more: (name: string) => `More: ${name}`,
  leaving: 'Going to Google…',
  setup: {
    title: (name: string) => `Calendar of ${name}`, provider: 'Where is the calendar?', mailbox: 'Mailbox', mailboxHint: 'The main address of the mailbox whose calendar is read.', needMailbox: 'Type the address of the mailbox.', save: 'Read this calendar',
    google: 'The manager then presses “Connect Google Calendar” on this page, unless the administrator has given access for the whole organisation.', graph: 'Uses the permission that the administrator gave to the application.',
  },
  off: {
    title: (name: string) => `Stop reading the calendar of ${name}?`, advice: 'Contacts that exist stay as they are and no longer follow the calendar. It can be set up again at any time.', confirm: 'Disconnect',
  },
  empty: 'No managers yet', emptyAdvice: 'Managers appear here after their first sign-in.', refreshes: 'Refreshes by itself.',
  meetings: {
    privacy: 'Only you see this list. These are meetings from your calendar with people whom nobody has recorded yet; what you leave here stays private.',
    empty: 'Nothing is waiting', emptyAdvice: 'Meetings with known clients become contacts by themselves. Those with unknown guests appear here.',
    emptyDismissed: 'Nothing was set aside', showDismissed: 'Show those not with a client', noSubject: '(no subject)', online: 'online', organiser: 'Organiser', guests: 'Guests', moreGuests: (count: number) => `and ${count} more`, fewer: 'fewer',
    minutes: (count: number) => `${count} min`, series: 'Part of a series', wholeSeries: 'Do it for the whole series', isClient: 'This is a client…', chooseClient: 'Choose the client', whichClient: (subject: string) => `Whose meeting is “${subject}”?`,
    accept: 'Make it a contact', withoutClient: 'Register without a client', dismiss: 'Not with a client', takeBack: 'Take back',
    accepted: (subject: string) => `“${subject}” is a contact now.`, dismissed: (subject: string) => `“${subject}” stays private and is not offered again.`, taken: (subject: string) => `“${subject}” waits again.`, open: 'Open', label: (subject: string, when: string) => `${subject}, ${when}`,
  },
  contact: {
    title: 'Calendar', series: 'One date of a series', zoneUnknown: 'The calendar does not say in which time zone this is; the time may be off.',
    moved: (count: number) => `Moved ${count === 1 ? 'once' : `${count} times`}`, by: (name: string, when: string) => `${name}, ${when}`, inCalendar: (when: string) => `in the calendar, ${when}`,
    open: 'Open in calendar', resembles: (when: string) => `Perhaps the new date of the meeting of ${when}`, join: 'Join', keepApart: 'Keep apart', joined: 'Joined: the past of that meeting stands here now.', apart: 'Kept apart.',
    put: 'Put in my calendar', takeOut: 'Take out of my calendar', putHint: 'As your own appointment; nobody is invited.',
    appointment: { placing: 'Is being put in the calendar…', placed: 'Stands in the calendar', changing: 'Is being changed in the calendar…', removing: 'Is being taken out of the calendar…', failed: 'The calendar could not be changed' },
    ofOther: (name: string) => `Calendar of ${name}`, tryAgain: 'Try again',
    failure: {
      'not-configured': 'The calendar is not set up.', 'no-consent': 'The permission to write is missing.', 'signed-out': 'The calendar needs a new sign-in.', refused: 'The provider refused it.', 'no-mailbox': 'The mailbox was not found.',
      throttled: 'The provider asks to wait; it is tried again by itself.', unreachable: 'The provider does not answer; it is tried again by itself.', 'unreadable-answer': 'The provider’s answer could not be read.', storage: 'It could not be stored here.', 'first-round': 'The calendar is still being read for the first time.', 'full-round': 'The calendar is being read anew.',
    },
  },
  outcomes: {
    scope: 'This answer is for', thisOne: 'This one', wholeSeries: (count: number) => `All ${count} past dates of the series`, oneUndo: 'Undo takes it back for all of them; each contact can be corrected by itself too.',
    heldTitle: (count: number) => (count === 1 ? 'Was this one held?' : `Were all ${count} held?`), notHeldTitle: (count: number) => (count === 1 ? 'Was this one not held?' : `Were all ${count} not held?`),
    result: 'Result for all of them', confirmHeld: (count: number) => (count === 1 ? 'Mark it as held' : `Mark ${count} as held`), confirmNotHeld: (count: number) => (count === 1 ? 'Mark it as not held' : `Mark ${count} as not held`), andMore: (count: number) => `and ${count} more`,
    saved: (count: number) => (count === 1 ? 'The outcome is saved' : `The outcome is saved for ${count} dates`),
  },
  rule: calendarPolicyJournalEn,
}
export type CalendarJournalWords = typeof en

const ru: CalendarJournalWords = {
  title: 'Календари', parts: 'Разделы страницы', standing: 'Состояние', waiting: 'Встречи без клиента', rules: 'Правила',
  about: 'Отсюда встречи с клиентами сами попадают в журнал. Никто снаружи ничего из-за этого не получает.',
  column: { manager: 'Менеджер', calendar: 'Календарь', state: 'Состояние', lastRound: 'Прочитан', advice: 'Что делать', actions: 'Действия' },
  provider: { graph: 'Microsoft 365', google: 'Google' },
  none: 'Не подключён', noneAdvice: 'Календарь этого менеджера не читается.', ownNone: 'Ваш календарь пока не читается', ownNoneAdvice: 'Попросите администратора подключить его: тогда встречи с клиентами будут сами появляться в журнале.',
  state: { healthy: 'Всё прочитано', 'catching-up': 'Читается', 'needs-sign-in': 'Нужен вход', 'not-permitted': 'Нет доступа', waiting: 'Ожидание' },
  since: 'с', until: 'до', never: 'ещё не прочитан полностью', nothingToDo: 'Ничего делать не нужно.',
  bell: { on: 'Изменения приходят сразу', off: 'Проверяется время от времени', refused: 'В уведомлениях отказано; проверяется время от времени' },
  aside: {
    title: (count) => `Отложено: ${russianCount(count, 'запись', 'записи', 'записей')}`, advice: 'Эти записи прочитать не удалось. Все остальные читаются; к этим программа вернётся.',
    tries: (count) => russianCount(count, 'попытка', 'попытки', 'попыток'),
    problem: { unclear: 'Служба не говорит, существует ли ещё эта запись.', 'not-understood': 'Полученное не удалось понять.', temporary: 'На вопрос об этой записи служба не отвечает.', 'timed-out': 'На вопрос об этой записи служба не отвечает вовремя.', rejected: 'Эту запись служба не отдаёт.', 'too-large': 'Запись слишком велика.' },
  },
  sync: 'Прочитать сейчас', syncOf: (name) => `Прочитать сейчас: ${name}`, syncing: 'Запрошено. Календарь читается.', connect: 'Подключить Google Календарь', connectAgain: 'Подключить Google Календарь заново', setUp: 'Настроить…', setUpOf: (name) => `Настроить: ${name}`, change: 'Изменить…', disconnect: 'Отключить…', more: (name) => `Ещё: ${name}`,
  leaving: 'Переход в Google…',
  setup: {
    title: (name) => `Календарь: ${name}`, provider: 'Где находится календарь?', mailbox: 'Почтовый ящик', mailboxHint: 'Основной адрес ящика, календарь которого читается.', needMailbox: 'Укажите адрес почтового ящика.', save: 'Читать этот календарь',
    google: 'Затем менеджер нажимает «Подключить Google Календарь» на этой странице, если администратор не дал доступ для всей организации.', graph: 'Используется разрешение, которое администратор дал приложению.',
  },
  off: {
    title: (name) => `Больше не читать календарь: ${name}?`, advice: 'Существующие контакты останутся как есть и больше не будут следовать за календарём. Подключить его снова можно в любое время.', confirm: 'Отключить',
  },
  empty: 'Менеджеров пока нет', emptyAdvice: 'Менеджеры появляются здесь после первого входа.', refreshes: 'Обновляется само.',
  meetings: {
    privacy: 'Этот список видите только вы. Это встречи из вашего календаря с людьми, которых ещё никто не записал; всё, что вы здесь оставите, останется личным.',
    empty: 'Ничего не ждёт', emptyAdvice: 'Встречи с известными клиентами становятся контактами сами. Здесь появляются встречи с неизвестными гостями.',
    emptyDismissed: 'Отложенных встреч нет', showDismissed: 'Показать встречи не с клиентами', noSubject: '(без темы)', online: 'онлайн', organiser: 'Организатор', guests: 'Гости', moreGuests: (count) => `и ещё ${count}`, fewer: 'свернуть',
    minutes: (count) => `${count} мин`, series: 'Встреча из серии', wholeSeries: 'Для всей серии', isClient: 'Это клиент…', chooseClient: 'Выберите клиента', whichClient: (subject) => `С кем встреча «${subject}»?`,
    accept: 'Сделать контактом', withoutClient: 'Зарегистрировать без клиента', dismiss: 'Не с клиентом', takeBack: 'Вернуть',
    accepted: (subject) => `«${subject}»: теперь это контакт.`, dismissed: (subject) => `«${subject}»: останется личной и больше не предлагается.`, taken: (subject) => `«${subject}»: снова в списке.`, open: 'Открыть', label: (subject, when) => `${subject}, ${when}`,
  },
  contact: {
    title: 'Календарь', series: 'Одна из дат серии', zoneUnknown: 'Календарь не говорит, в каком часовом поясе назначено время; оно может быть неточным.',
    moved: (count) => `Переносов: ${count}`, by: (name, when) => `${name}, ${when}`, inCalendar: (when) => `в календаре, ${when}`,
    open: 'Открыть в календаре', resembles: (when) => `Возможно, это новая дата встречи от ${when}`, join: 'Объединить', keepApart: 'Оставить отдельно', joined: 'Объединено: прошлое той встречи теперь здесь.', apart: 'Оставлено отдельно.',
    put: 'Поставить в мой календарь', takeOut: 'Убрать из моего календаря', putHint: 'Как вашу собственную запись; никто не приглашается.',
    appointment: { placing: 'Ставится в календарь…', placed: 'Стоит в календаре', changing: 'Меняется в календаре…', removing: 'Убирается из календаря…', failed: 'Изменить календарь не удалось' },
    ofOther: (name) => `Календарь: ${name}`, tryAgain: 'Повторить',
    failure: {
      'not-configured': 'Календарь не настроен.', 'no-consent': 'Нет разрешения на запись.', 'signed-out': 'Календарю нужен новый вход.', refused: 'Служба календаря отказала.', 'no-mailbox': 'Почтовый ящик не найден.',
      throttled: 'Служба календаря просит подождать; попытка повторится сама.', unreachable: 'Служба календаря не отвечает; попытка повторится сама.', 'unreadable-answer': 'Ответ службы календаря не удалось прочитать.', storage: 'Не удалось сохранить здесь.', 'first-round': 'Календарь ещё читается в первый раз.', 'full-round': 'Календарь читается заново.',
    },
  },
  outcomes: {
    scope: 'Этот ответ', thisOne: 'Только для этой даты', wholeSeries: (count) => `Для всех прошедших дат серии: ${count}`, oneUndo: 'Вернуть как было можно сразу для всех; каждый контакт можно исправить и отдельно.',
    heldTitle: (count) => (count === 1 ? 'Этот контакт состоялся?' : `Все состоялись: ${russianCount(count, 'контакт', 'контакта', 'контактов')}?`), notHeldTitle: (count) => (count === 1 ? 'Этот контакт не состоялся?' : `Ни один не состоялся: ${russianCount(count, 'контакт', 'контакта', 'контактов')}?`),
    result: 'Результат для всех', confirmHeld: (count) => (count === 1 ? 'Отметить: состоялся' : `Отметить состоявшимися: ${count}`), confirmNotHeld: (count) => (count === 1 ? 'Отметить: не состоялся' : `Отметить несостоявшимися: ${count}`), andMore: (count) => `и ещё ${count}`,
    saved: (count) => (count === 1 ? 'Итог сохранён' : `Итог сохранён: ${russianCount(count, 'дата', 'даты', 'дат')}`),
  },
  rule: calendarPolicyJournalRu,
}
export const calendarJournalTexts: Record<Locale, CalendarJournalWords> = { en, ru }
