import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

const en = {
  today: 'Today', documents: 'Documents', moves: 'Rescheduled', document: 'Document', moved: 'Rescheduled', fromTo: (from: string, to: string) => `from ${from} to ${to}`, byCalendar: 'in the calendar', logged: { here: (subject: string) => `In the feed now: ${subject}.`, elsewhere: (subject: string) => `Saved with another client: ${subject}.`, open: 'Open' }, of: (subject: string) => `of “${subject}”`,
  manager: 'Manager', date: 'Date', dateHint: 'A note of later reminds on that day', came: 'The term has come', dueToday: 'Due today', markDone: (title: string) => `Mark as done: ${title}`, markOpen: (title: string) => `Mark as not done: ${title}`, givenBy: (name: string) => `Given by ${name}`,
  standing: {
    title: 'Where it stands', next: 'Next step', none: 'No next step is planned', plan: 'Plan one', planned: 'The next step is planned', task: 'Next task', last: 'Last contact', noLast: 'No contact yet', late: 'Overdue', nothingLate: 'Nothing is overdue',
    contacts: (count: number) => `${count} ${count === 1 ? 'contact' : 'contacts'}`, tasks: (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`, openTasks: (count: number) => `${count} open ${count === 1 ? 'task' : 'tasks'}`,
    time: 'Time spent', recent: (time: string) => `${time} in 30 days`, all: (time: string) => `${time} in all`, timeHint: 'Minutes of held contacts and of tasks with this client', byManager: 'By manager', minutes: 'min', hours: 'h', noTime: 'No minutes are noted', ofContacts: 'contacts', ofTasks: 'tasks',
  },
}
export type FeedWords = typeof en

const ru: FeedWords = {
  today: 'Сегодня', documents: 'Документы', moves: 'Переносы', document: 'Документ', moved: 'Перенос', fromTo: (from, to) => `с ${from} на ${to}`, byCalendar: 'в календаре', logged: { here: (subject) => `Добавлено в ленту: ${subject}.`, elsewhere: (subject) => `Сохранено у другого клиента: ${subject}.`, open: 'Открыть' }, of: (subject) => `«${subject}»`,
  manager: 'Менеджер', date: 'Дата', dateHint: 'Заметка с будущей датой напомнит о себе в этот день', came: 'Срок наступил', dueToday: 'Срок сегодня', markDone: (title) => `Выполнено: ${title}`, markOpen: (title) => `Вернуть в работу: ${title}`, givenBy: (name) => `Поручено: ${name}`,
  standing: {
    title: 'Как обстоят дела', next: 'Следующий шаг', none: 'Следующий шаг не запланирован', plan: 'Запланировать', planned: 'Следующий шаг запланирован', task: 'Ближайшая задача', last: 'Последний контакт', noLast: 'Контактов пока не было', late: 'Просрочено', nothingLate: 'Ничего не просрочено',
    contacts: (count) => russianCount(count, 'контакт', 'контакта', 'контактов'), tasks: (count) => russianCount(count, 'задача', 'задачи', 'задач'), openTasks: (count) => russianCount(count, 'открытая задача', 'открытые задачи', 'открытых задач'),
    time: 'Затрачено времени', recent: (time) => `${time} за 30 дней`, all: (time) => `${time} всего`, timeHint: 'Минуты состоявшихся контактов и задач с этим клиентом', byManager: 'По менеджерам', minutes: 'мин', hours: 'ч', noTime: 'Минуты не указаны', ofContacts: 'контакты', ofTasks: 'задачи',
  },
}
export const feedTexts: Record<Locale, FeedWords> = { en, ru }
