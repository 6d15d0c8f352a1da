import type { Locale } from '../domain/codes'

/** Words of the pane beside an email that is being written. */
const en = {
  title: 'New email',
  noRecipients: 'Add recipients: here you will see who they are and what was agreed.',
  notRead: 'Outlook did not tell whom this email goes to.',
  readAgain: 'Read again',
  mailOnly: 'You can go on writing: the email itself is not affected.',
  recipients: 'Recipients',
  unknown: 'not in the client base',
  unknownMain: 'Nobody of these recipients is in the client base yet.',
  dangerTitle: 'Check the address before you send',
  dangerOf: (address: string) => `Recipient: ${address}`,
  chosen: 'chosen by you for this email',
  backToFirst: 'Back to the first recipient',
  registerWhenSent: 'Register when sent',
  atOnce: 'It is registered as soon as it is sent.',
  whenOpened: 'It will be registered when the sent email is next opened.',
  forClient: (client: string) => `Client: ${client}`,
  withoutClient: 'Without a client for now: it can be filled in later.',
  continues: 'It will be linked to the contact that it was started from.',
  arranging: 'Saving…',
  notArranged: 'Not arranged yet: this email would not be registered by itself.',
  switchedOn: 'This email will be registered.',
  switchedOff: 'This email will not be registered.',
}
export type ComposeTexts = typeof en

const ru: ComposeTexts = {
  title: 'Новое письмо',
  noRecipients: 'Добавьте получателей: здесь будет видно, кто это и о чём договорились.',
  notRead: 'Outlook не сообщил, кому адресовано письмо.',
  readAgain: 'Прочитать снова',
  mailOnly: 'Писать можно дальше: на само письмо это не влияет.',
  recipients: 'Получатели',
  unknown: 'нет в базе клиентов',
  unknownMain: 'Никого из этих получателей пока нет в базе клиентов.',
  dangerTitle: 'Проверьте адрес перед отправкой',
  dangerOf: (address) => `Получатель: ${address}`,
  chosen: 'выбрано вами для этого письма',
  backToFirst: 'Вернуться к первому получателю',
  registerWhenSent: 'Зарегистрировать при отправке',
  atOnce: 'Письмо зарегистрируется сразу при отправке.',
  whenOpened: 'Письмо зарегистрируется, когда вы в следующий раз откроете его среди отправленных.',
  forClient: (client) => `Клиент: ${client}`,
  withoutClient: 'Пока без клиента: его можно указать позже.',
  continues: 'Оно будет связано с контактом, от которого начато.',
  arranging: 'Сохранение…',
  notArranged: 'Пока не сохранено: само письмо не зарегистрируется.',
  switchedOn: 'Это письмо будет зарегистрировано.',
  switchedOff: 'Это письмо не будет зарегистрировано.',
}
export const composeTexts: Record<Locale, ComposeTexts> = { en, ru }
