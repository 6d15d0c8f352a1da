import type { Locale } from '../domain/codes'

/** Words of the home view: the manager's day. */
const en = {
  title: 'My day',
  noEmail: 'No email is open. Choose one to see who wrote.',
  findClient: 'Find a client or a person',
  overdue: 'Overdue',
  today: 'Today',
  plannedToday: 'Planned for today',
  withoutOutcome: 'No outcome yet',
  allHeld: 'All held',
  allHeldQuestion: (count: number) => `Mark ${count} as held?`,
  yes: 'Yes',
  no: 'No',
  allHeldDone: (count: number) => `Held: ${count}.`,
  notAllHeld: (count: number) => `Could not be marked: ${count}.`,
  registeredToday: 'Registered today',
  by: (name: string) => `Registered by ${name}`,
  more: (count: number) => `and ${count} more`,
  free: 'Nothing is overdue and nothing is planned for today.',
  nothingRegistered: 'No emails have been registered today yet.',
  openInJournal: 'Open in the journal',
  stale: 'There is no connection: this is what was known before.',
}
export type HomeTexts = typeof en

const ru: HomeTexts = {
  title: 'Мой день',
  noEmail: 'Письмо не открыто. Выберите письмо, чтобы увидеть, кто написал.',
  findClient: 'Найти клиента или человека',
  overdue: 'Просрочено',
  today: 'Сегодня',
  plannedToday: 'План на сегодня',
  withoutOutcome: 'Без результата',
  allHeld: 'Все состоялись',
  allHeldQuestion: (count) => `Отметить состоявшимися: ${count}?`,
  yes: 'Да',
  no: 'Нет',
  allHeldDone: (count) => `Состоялось: ${count}.`,
  notAllHeld: (count) => `Не удалось отметить: ${count}.`,
  registeredToday: 'Зарегистрировано сегодня',
  by: (name) => `Зарегистрировано: ${name}`,
  more: (count) => `и ещё ${count}`,
  free: 'Ничего не просрочено, на сегодня ничего не запланировано.',
  nothingRegistered: 'Сегодня писем ещё не регистрировали.',
  openInJournal: 'Открыть в журнале',
  stale: 'Связи нет: здесь то, что было известно раньше.',
}
export const homeTexts: Record<Locale, HomeTexts> = { en, ru }
