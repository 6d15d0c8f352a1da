import type { Words } from '../errors/app-error'

/** What is said of an id in a request that names nothing here. No stop at the end: the advice follows. */
export const referenceProblems = {
  Counterparty: { en: 'The client that was named is not there', ru: 'Указанного клиента здесь нет' },
  ContactPerson: { en: 'A contact person that was named is not there', ru: 'Указанного контактного лица здесь нет' },
  Manager: { en: 'The manager that was named is not there', ru: 'Указанного менеджера здесь нет' },
  Firm: { en: 'The company of ours that was named is not there', ru: 'Указанной фирмы здесь нет' },
  ContactType: { en: 'The goal that was named is not there', ru: 'Указанного типа контакта здесь нет' },
  AdSource: { en: 'The advertising source that was named is not there', ru: 'Указанного источника рекламы здесь нет' },
  Contact: { en: 'The contact that was named is not there', ru: 'Указанного контакта здесь нет' },
  Task: { en: 'The task that was named is not there', ru: 'Указанной задачи здесь нет' },
} as const satisfies Record<string, Words>

/** Whoever has left is given nothing new. */
export const leftProblem = (name: string): Words => ({ en: `${name} does not work here any more`, ru: `${name}: здесь больше не работает` })

export const timeZoneProblem: Words = { en: 'No time zone of this name is known', ru: 'Часовой пояс с таким названием неизвестен' }
