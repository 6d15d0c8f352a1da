import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Words of the journal's page of the day, its reminders and the letter about it. */
const en = {
  title: 'My day', refreshes: 'Refreshes by itself.',
  section: {
    withoutOutcome: 'Was it held?', overduePlans: 'Overdue', overdueTasks: 'Overdue tasks', plannedToday: 'Planned for today', todayTasks: 'Tasks for today',
    unanswered: 'Without a registered answer', byColleagues: 'Registered by colleagues with my clients', registeredToday: 'Registered today', dates: 'Birthdays and dates',
  },
  about: {
    withoutOutcome: 'Meetings whose time is over. Say what became of them; each takes one click.', overduePlans: 'Calls and letters that were planned and not made.',
    unanswered: 'Letters of the last 30 days. Only what is registered is known: an answer that nobody registered does not count.', dates: 'Today and in the next seven days, of people of my clients.',
  },
  empty: { title: 'Nothing is late and nothing waits', advice: 'What is planned, registered or due today appears here by itself.', journal: 'Open the journal', log: 'Log a call or meeting' },
  nothing: 'Nothing.', more: (count: number) => `${count} more in the journal`, moreTasks: (count: number) => `${count} more in tasks`,
  held: 'Held', notHeld: 'Not held', heldOf: (subject: string) => `Held: ${subject}`, notHeldOf: (subject: string) => `Not held: ${subject}`, done: 'Done', doneOf: (subject: string) => `Done: ${subject}`,
  wholeSeries: 'Whole series held', wholeSeriesOf: (subject: string) => `The whole series was held: ${subject}`, allHeld: 'All held…', open: (subject: string) => `Open: ${subject}`,
  saidHeld: (subject: string) => `“${subject}” was held.`, saidNotHeld: (subject: string) => `“${subject}” was not held.`, saidSeries: (count: number) => `The outcome is saved for ${count} ${count === 1 ? 'date' : 'dates'}.`,
  saidDone: (subject: string) => `“${subject}” is done.`, undo: 'Undo', undoneSaid: 'Taken back.', undoneExcept: (count: number) => `Taken back, except for what was changed since: ${count}.`, tasksPage: 'All tasks',
  otherDate: (name: string, years: number | null) => (years === null ? name : `${name} (${years} ${years === 1 ? 'year' : 'years'})`),
  birthday: (years: number | null) => (years === null ? 'birthday' : `turns ${years}`),
  letter: {
    title: 'Letter in the morning', mine: 'About my day', team: 'About my team', at: 'At', advice: 'On working days, in the time zone of this browser.', off: 'The administrator has not allowed letters yet.', noServer: 'The server has no mail server to send letters by.',
    preview: 'See it now', previewTitle: 'The letter as it would be sent now', previewEmpty: 'Nothing to tell: such a letter is not sent.', allow: 'Allow letters for everybody', allowed: 'Letters are allowed', send: 'Send it to me', sent: 'The letter is on its way.',
  },
  reminder: { now: 'It is time', contact: (what: string) => `${what} begins now`, task: 'A task is due', note: 'A note is due', open: 'Open', dismiss: 'Close', several: (count: number) => `${count} reminders` },
}
export type DayWords = typeof en

const ru: DayWords = {
  title: 'Мой день', refreshes: 'Обновляется сам.',
  section: {
    withoutOutcome: 'Состоялось?', overduePlans: 'Просрочено', overdueTasks: 'Просроченные задачи', plannedToday: 'Запланировано на сегодня', todayTasks: 'Задачи на сегодня',
    unanswered: 'Без зарегистрированного ответа', byColleagues: 'Зарегистрировано коллегами по моим клиентам', registeredToday: 'Зарегистрировано сегодня', dates: 'Дни рождения и даты',
  },
  about: {
    withoutOutcome: 'Встречи, время которых прошло. Отметьте, чем они закончились: на каждую один щелчок.', overduePlans: 'Звонки и письма, которые были запланированы и не сделаны.',
    unanswered: 'Письма за последние 30 дней. Известно только зарегистрированное: ответ, который никто не зарегистрировал, не учтён.', dates: 'Сегодня и в ближайшие семь дней, у людей моих клиентов.',
  },
  empty: { title: 'Ничего не просрочено и ничего не ждёт', advice: 'Запланированное, зарегистрированное и срочное на сегодня появится здесь само.', journal: 'Открыть журнал', log: 'Записать звонок или встречу' },
  nothing: 'Ничего.', more: (count) => `Ещё ${count} в журнале`, moreTasks: (count) => `Ещё ${count} в задачах`,
  held: 'Состоялось', notHeld: 'Не состоялось', heldOf: (subject) => `Состоялось: ${subject}`, notHeldOf: (subject) => `Не состоялось: ${subject}`, done: 'Сделано', doneOf: (subject) => `Сделано: ${subject}`,
  wholeSeries: 'Вся серия состоялась', wholeSeriesOf: (subject) => `Вся серия состоялась: ${subject}`, allHeld: 'Все состоялись…', open: (subject) => `Открыть: ${subject}`,
  saidHeld: (subject) => `«${subject}»: состоялось.`, saidNotHeld: (subject) => `«${subject}»: не состоялось.`, saidSeries: (count) => `Исход записан: ${russianCount(count, 'дата', 'даты', 'дат')}.`,
  saidDone: (subject) => `«${subject}»: сделано.`, undo: 'Отменить', undoneSaid: 'Возвращено.', undoneExcept: (count) => `Возвращено, кроме изменённого с тех пор: ${count}.`, tasksPage: 'Все задачи',
  otherDate: (name, years) => (years === null ? name : `${name} (${russianCount(years, 'год', 'года', 'лет')})`),
  birthday: (years) => (years === null ? 'день рождения' : `исполняется ${russianCount(years, 'год', 'года', 'лет')}`),
  letter: {
    title: 'Письмо по утрам', mine: 'О моём дне', team: 'О моём отделе', at: 'В', advice: 'По рабочим дням, по часовому поясу этого браузера.', off: 'Администратор пока не разрешил письма.', noServer: 'У сервера нет почтового сервера для отправки писем.',
    preview: 'Посмотреть сейчас', previewTitle: 'Письмо, каким оно ушло бы сейчас', previewEmpty: 'Рассказать не о чем: такое письмо не отправляется.', allow: 'Разрешить письма всем', allowed: 'Письма разрешены', send: 'Отправить мне', sent: 'Письмо отправляется.',
  },
  reminder: { now: 'Пора', contact: (what) => `Начинается: ${what}`, task: 'Подошёл срок задачи', note: 'Подошёл срок заметки', open: 'Открыть', dismiss: 'Закрыть', several: (count) => russianCount(count, 'напоминание', 'напоминания', 'напоминаний') },
}

export const dayTexts: Record<Locale, DayWords> = { en, ru }
