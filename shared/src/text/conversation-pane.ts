import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

const letters = (count: number) => russianCount(count, 'письмо', 'письма', 'писем')

/** Words about a message's place: its conversation, who sent it, whose mailbox it lies in. */
const en = {
  conversation: 'Conversation',
  registered: (count: number, client: string | null) => `${count} ${count === 1 ? 'email' : 'emails'} of this conversation ${count === 1 ? 'is' : 'are'} registered${client ? ` for ${client}` : ', without a client'}`,
  registerFor: (client: string) => `Register for ${client}`,
  registerOthers: (count: number) => `${count} later ${count === 1 ? 'email' : 'emails'} of this conversation: register`,
  othersRegistered: (count: number) => `Registered: ${count}.`,
  someWithoutText: (count: number) => `${count === 1 ? 'One of them is' : `${count} of them are`} registered without the text: it can only be read while an email is open.`,
  follow: 'Follow this conversation',
  followHint: 'Its later emails are registered when you open them.',
  askFollow: 'Register later emails of this conversation when you open them?',
  yes: 'Yes, follow',
  no: 'No',
  followed: 'The conversation is followed.',
  unfollowed: 'The conversation is not followed any more.',
  sentByYou: 'Sent by you',
  sentBy: (name: string) => `Sent by ${name}`,
  onBehalf: (sender: string, owner: string) => `Sent by ${sender} on behalf of ${owner}`,
  mailbox: (address: string) => `Mailbox: ${address}`,
}
export type ConversationTexts = typeof en

const ru: ConversationTexts = {
  conversation: 'Переписка',
  registered: (count, client) => `Из этой переписки зарегистрировано: ${letters(count)}${client ? `. Клиент: ${client}` : ', без клиента'}`,
  registerFor: (client) => `Зарегистрировать: ${client}`,
  registerOthers: (count) => `Ещё ${letters(count)} этой переписки: зарегистрировать`,
  othersRegistered: (count) => `Зарегистрировано: ${count}.`,
  someWithoutText: (count) => `Без текста: ${count}. Прочитать текст можно, только пока письмо открыто.`,
  follow: 'Следить за перепиской',
  followHint: 'Следующие письма регистрируются, когда вы их открываете.',
  askFollow: 'Регистрировать следующие письма этой переписки, когда вы их открываете?',
  yes: 'Да, следить',
  no: 'Нет',
  followed: 'За перепиской теперь следят.',
  unfollowed: 'За перепиской больше не следят.',
  sentByYou: 'Отправлено вами',
  sentBy: (name) => `Отправлено: ${name}`,
  onBehalf: (sender, owner) => `Отправлено: ${sender}, от имени: ${owner}`,
  mailbox: (address) => `Почтовый ящик: ${address}`,
}
export const conversationTexts: Record<Locale, ConversationTexts> = { en, ru }
