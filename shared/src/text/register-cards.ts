import type { Locale, Visibility } from '../domain/codes'
import { conversationTexts, type ConversationTexts } from './conversation-pane'
import { filesTexts, type FilesTexts } from './files-pane'
import { identifyTexts, type IdentifyTexts } from './identify-pane'
import { registerTexts, type RegisterTexts } from './register-pane'
import { russianCount } from './russian-count'

/** Words of the card of an opened message that stand on no other card. What the pane says too is said in the pane's words. */
export interface RegisterCardWords {
  pane: RegisterTexts; files: FilesTexts; identify: IdentifyTexts; conversation: ConversationTexts
  options: string; close: string; inTheJournal: string; keptBySettings: string; mayAlsoBe: string; andMore: (count: number) => string
  excludedNow: string; registeredAs: Record<Visibility, string>
  startedFromContact: string; linkThisCopy: string; wholeConversation: string; followedNote: string; stopFollowing: string
  refresh: string; logCall: string; note: string; writeEmail: string; clientCard: string; notNow: string; anotherTime: string
  words: string; visibility: Record<Visibility, string>; privately: string; privateHint: string; alwaysHint: (address: string) => string; comment: string
  filesLabel: string; noFiles: string; filesOutOfReach: string; nobodyChosen: string; onlyTheName: (file: string) => string; planClosed: string; alreadyRegistered: string; notAllKept: (count: number) => string
  notTakenOver: { notice: string; lead: string; privately: string; keptIs: Record<Visibility, string>; comment: string }
}

const en: RegisterCardWords = {
  pane: registerTexts.en, files: filesTexts.en, identify: identifyTexts.en, conversation: conversationTexts.en,
  options: 'Options…', close: 'Close', inTheJournal: 'In the journal', keptBySettings: 'The text and files are kept as your settings say', mayAlsoBe: 'It may also be',
  andMore: (count) => `and ${count} more`,
  excludedNow: 'The email is marked: not to be processed', registeredAs: { full: 'Registered', subject: 'Registered, the subject only', fact: 'Registered, only the fact' },
  startedFromContact: 'This letter was started from a contact. Registering it continues that chain.', linkThisCopy: 'Link this copy to it',
  wholeConversation: 'The whole conversation…', followedNote: 'You follow this conversation. Gmail gives an email only on a press, so here each one is registered by a press.', stopFollowing: 'Stop following this conversation',
  refresh: 'Refresh', logCall: 'Log a call', note: 'Note', writeEmail: 'Email', clientCard: 'Client', notNow: 'Not now', anotherTime: 'Another time…',
  words: 'How much of it is kept', visibility: { full: 'The text and the subject', subject: 'Subject only', fact: 'Only the fact' }, privately: 'Private', privateHint: 'Only you and those who took part see it',
  alwaysHint: (address) => `${address}, for the whole team`, comment: 'Comment',
  filesLabel: 'Files to keep', noFiles: 'There are no files in this email.', filesOutOfReach: 'Gmail gave no access to the email with this press, so files cannot be chosen here. They are kept as your settings say.',
  nobodyChosen: 'Without a client', onlyTheName: (file) => `${file}: Gmail gives only its name`,
  planClosed: 'The plan is closed', alreadyRegistered: 'Already registered', notAllKept: (count) => `${count} ${count === 1 ? 'file is' : 'files are'} not kept.`,
  notTakenOver: {
    notice: 'Your choices were not taken over.', lead: 'This email had been registered before you pressed. The contact stays as it was:', privately: 'It is not private.',
    keptIs: { full: 'Its text and subject are kept.', subject: 'Only its subject is kept.', fact: 'Only the fact is kept.' }, comment: 'Your comment is not in it. You can add it in the journal:',
  },
}

const ru: RegisterCardWords = {
  pane: registerTexts.ru, files: filesTexts.ru, identify: identifyTexts.ru, conversation: conversationTexts.ru,
  options: 'Иначе…', close: 'Закрыть', inTheJournal: 'В журнале', keptBySettings: 'Текст и файлы сохраняются по вашим настройкам', mayAlsoBe: 'Возможно также',
  andMore: (count) => `и ещё ${count}`,
  excludedNow: 'Письмо исключено из обработки', registeredAs: { full: 'Зарегистрировано', subject: 'Зарегистрировано: только тема', fact: 'Зарегистрировано: только сам факт' },
  startedFromContact: 'Это письмо начато из контакта. Регистрация продолжит ту же цепочку.', linkThisCopy: 'Связать с этим письмом',
  wholeConversation: 'Вся переписка…', followedNote: 'Вы следите за этой перепиской. Gmail отдаёт письмо только по нажатию, поэтому здесь каждое регистрируется нажатием.', stopFollowing: 'Не следить за перепиской',
  refresh: 'Обновить', logCall: 'Звонок', note: 'Заметка', writeEmail: 'Письмо', clientCard: 'Клиент', notNow: 'Не сейчас', anotherTime: 'Другое время…',
  words: 'Что сохранить из письма', visibility: { full: 'Текст и тему', subject: 'Только тему', fact: 'Только сам факт' }, privately: 'Лично', privateHint: 'Видно только вам и участникам',
  alwaysHint: (address) => `${address}, для всей команды`, comment: 'Комментарий',
  filesLabel: 'Какие файлы сохранить', noFiles: 'Файлов в письме нет.', filesOutOfReach: 'С этим нажатием Gmail не дал доступа к письму, поэтому выбрать файлы здесь нельзя. Они сохраняются по вашим настройкам.',
  nobodyChosen: 'Без клиента', onlyTheName: (file) => `${file}: Gmail отдаёт только имя`,
  planClosed: 'План закрыт', alreadyRegistered: 'Уже зарегистрировано', notAllKept: (count) => `Не сохранено: ${russianCount(count, 'файл', 'файла', 'файлов')}.`,
  notTakenOver: {
    notice: 'Выбранное здесь не применено.', lead: 'Это письмо зарегистрировали до вашего нажатия. Контакт остался прежним:', privately: 'Отметки «Лично» на нём нет.',
    keptIs: { full: 'Сохранены текст и тема письма.', subject: 'Сохранена только тема письма.', fact: 'Сохранён только сам факт.' }, comment: 'Вашего комментария в нём нет. Его можно добавить в журнале:',
  },
}

export const registerCardTexts: Record<Locale, RegisterCardWords> = { en, ru }
