import type { Locale } from '../domain/codes'
import { dayTexts } from './day-journal'
import { russianCount } from './russian-count'

export interface DigestWords {
  mine: (day: string) => string; team: (day: string) => string; hello: (name: string) => string
  overdueTasks: string; overduePlans: string; today: string; noOutcome: string; byColleagues: string; dates: string
  silent: string; overdueByManager: string; noNextStep: string
  /** One line under the heading: what is counted. */
  about: Record<'silent' | 'overdueByManager' | 'noNextStep', string>
  overdueCount: (count: number) => string; todayCount: (count: number) => string; silentCount: (count: number) => string; plansCount: (count: number) => string; noStepCount: (count: number) => string
  plans: (count: number) => string; since: (date: string) => string; never: string; nobody: string; years: (count: number) => string; otherDate: (name: string, years: number | null) => string; registeredBy: (name: string) => string; task: string; privately: string; noSubject: string
  more: (count: number) => string; nothing: string; nothingTeam: string; open: string; footer: string; settings: string
  noServer: string; sendingOff: string; leadsOnly: string; unsent: string
}

const en: DigestWords = {
  mine: (day) => `Your day, ${day}`, team: (day) => `The team, ${day}`, hello: (name) => `${name}, this is what the journal knows.`,
  overdueTasks: 'Overdue tasks', overduePlans: 'Overdue plans', today: 'Today', noOutcome: 'Meetings without an outcome', byColleagues: 'Registered by colleagues with your clients', dates: 'Birthdays and dates',
  silent: 'Silent A-clients', overdueByManager: 'Overdue plans by manager', noNextStep: 'No next step',
  about: {
    silent: 'Clients of class A without a contact that took place in the last 30 days, and with nothing planned.', overdueByManager: 'Planned contacts whose end has passed.',
    noNextStep: 'Clients whose newest contact that took place is not done or partly done, with nothing planned and no open task.',
  },
  overdueCount: (count) => `${count} overdue`, todayCount: (count) => `${count} today`, silentCount: (count) => `${count} silent`, plansCount: (count) => `${count} overdue`, noStepCount: (count) => `${count} without a next step`,
  plans: (count) => `${count} ${count === 1 ? 'plan' : 'plans'}`, since: (date) => `last contact ${date}`, never: 'no contact yet', nobody: 'nobody responsible', years: (count) => `turns ${count}`, otherDate: dayTexts.en.otherDate, registeredBy: (name) => `registered by ${name}`, task: 'Task', privately: '(private)', noSubject: '(no subject)',
  more: (count) => `and ${count} more`, nothing: 'Nothing is overdue, nothing is planned for today.', nothingTeam: 'No silent A-clients, no overdue plans, no client without a next step.', open: 'Open the journal',
  footer: 'This letter comes on working mornings because it was switched on in the journal.', settings: 'Switch it off or choose another hour',
  noServer: 'No mail server is set up (SMTP_URL)', sendingOff: 'Letters are switched off for the organisation', leadsOnly: 'The letter about the team is for team leads and administrators', unsent: 'The letter was not sent',
}

const ru: DigestWords = {
  mine: (day) => `Ваш день, ${day}`, team: (day) => `Отдел, ${day}`, hello: (name) => `${name}, вот что известно журналу.`,
  overdueTasks: 'Просроченные задачи', overduePlans: 'Просроченные планы', today: 'Сегодня', noOutcome: 'Встречи без итога', byColleagues: 'Зарегистрировано коллегами с вашими клиентами', dates: 'Дни рождения и даты',
  silent: 'Молчащие клиенты класса A', overdueByManager: 'Просроченные планы по менеджерам', noNextStep: 'Без следующего шага',
  about: {
    silent: 'Клиенты класса A, с которыми за последние 30 дней не состоялось ни одного контакта и ничего не запланировано.', overdueByManager: 'Запланированные контакты, время которых прошло.',
    noNextStep: 'Клиенты, у которых последний состоявшийся контакт не выполнен или выполнен частично, ничего не запланировано и нет открытых задач.',
  },
  overdueCount: (count) => `просрочено ${count}`, todayCount: (count) => `на сегодня ${count}`, silentCount: (count) => `молчат ${count}`, plansCount: (count) => `просрочено ${count}`, noStepCount: (count) => `без следующего шага ${count}`,
  plans: (count) => russianCount(count, 'план', 'плана', 'планов'), since: (date) => `последний контакт ${date}`, never: 'контактов ещё не было', nobody: 'без ответственного', years: (count) => `исполняется ${russianCount(count, 'год', 'года', 'лет')}`, otherDate: dayTexts.ru.otherDate, registeredBy: (name) => `зарегистрировано: ${name}`, task: 'Задача', privately: '(личное)', noSubject: '(без темы)',
  more: (count) => `и ещё ${count}`, nothing: 'Ничего не просрочено, на сегодня ничего не запланировано.', nothingTeam: 'Нет ни молчащих клиентов класса A, ни просроченных планов, ни клиентов без следующего шага.', open: 'Открыть журнал',
  footer: 'Это письмо приходит по утрам рабочих дней, потому что оно включено в журнале.', settings: 'Выключить его или выбрать другой час',
  noServer: 'Почтовый сервер не подключён (SMTP_URL)', sendingOff: 'Письма для всей организации выключены', leadsOnly: 'Письмо о команде — для руководителей и администраторов', unsent: 'Письмо не отправлено',
}
export const digestTexts: Record<Locale, DigestWords> = { en, ru }
