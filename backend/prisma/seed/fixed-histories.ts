import type { FixedContact, FixedTask } from './fixed-contact'
import { betaContacts, buecherContacts, northwindContacts } from './fixed-histories-en'
import { deltaContacts, gromovContacts, priborContacts, vektorContacts } from './fixed-histories-ru'

/** By client, in order of time. */
export const fixedContacts: Readonly<Record<string, readonly FixedContact[]>> = {
  'cp-vektor': vektorContacts, 'cp-delta': deltaContacts, 'cp-beta': betaContacts, 'cp-buecher': buecherContacts, 'cp-pribor': priborContacts, 'cp-northwind': northwindContacts, 'cp-gromov': gromovContacts,
}

/** `contact` is the place of the contact in the client's list above. */
export const fixedTasks: Readonly<Record<string, readonly FixedTask[]>> = {
  'cp-vektor': [
    { day: -2, time: '12:00', title: 'Отправить проект договора', manager: 'm-olga', contact: 6 },
    { day: 0, time: '18:00', title: 'Позвонить по рекламации', manager: 'm-olga', contact: 8 },
    { day: 1, time: '15:00', title: 'Подготовить образцы новой линейки к встрече', manager: 'm-olga', by: 'm-ivan', contact: 12 },
    { day: 4, time: '10:00', title: 'Поздравить Ивана с днём рождения', manager: 'm-olga' },
    { day: 6, time: '09:00', title: 'Бухгалтерия принимает документы до 25 числа', manager: 'm-olga', kind: 'note' },
    { day: -5, time: '17:00', title: 'Согласовать скидку 7 % с руководителем', manager: 'm-olga', by: 'm-ivan', done: 'Скидка согласована до конца года.', contact: 7 },
    { day: -11, time: '12:00', title: 'Отправить акт сверки', manager: 'm-olga', done: 'Отправлено Светлане, расхождений нет.' },
  ],
  'cp-delta': [
    { day: -1, time: '18:00', title: 'Отправить акт по рекламации', manager: 'm-anna', contact: 3 },
    { day: 3, time: '11:00', title: 'Обновить дилерскую скидку на 2027 год', manager: 'm-anna', by: 'm-ivan' },
    { day: -9, time: '16:00', title: 'Проверить оплату счёта 1187', manager: 'm-anna', done: 'Оплата поступила.' },
  ],
  'cp-beta': [
    { day: -1, time: '17:00', title: 'Send revised delivery schedule', manager: 'm-olga', contact: 3 },
    { day: 2, time: '16:00', title: 'Prepare the framework agreement', manager: 'm-olga', contact: 4 },
    { day: -6, time: '12:00', title: 'Check stock for the second batch', manager: 'm-olga', done: 'In stock, reserved until the end of the month.' },
  ],
  'cp-buecher': [{ day: 1, time: '12:00', title: 'Send shelf samples to Berlin', manager: 'm-peter' }],
  'cp-pribor': [
    { day: -3, time: '15:00', title: 'Выставить счёт на вторую партию', manager: 'm-olga' },
    { day: 5, time: '12:00', title: 'Уточнить график отгрузок на декабрь', manager: 'm-olga', by: 'm-ivan' },
  ],
  'cp-northwind': [{ day: 2, time: '10:00', title: 'Ask whether orders go through Sam or Kim', manager: 'm-james' }],
  'cp-gromov': [{ day: 0, time: '16:00', title: 'Подтвердить дату доставки на объект', manager: 'm-olga' }],
}
