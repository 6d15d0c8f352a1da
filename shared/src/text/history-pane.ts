import type { Locale } from '../domain/codes'

/** Words of an opened contact in the pane: the way back to its original, and a letter that goes on from it. */
const en = {
  content: 'Content', noContent: 'No text was kept.', attachments: 'Files', inJournal: 'Open in the journal',
  openEmail: 'Open email',
  inGmail: 'Open email in Gmail',
  inMailboxOf: (names: string) => `The email is in the mailbox of ${names}.`,
  notFromHere: 'This Outlook cannot open it from here.',
  writeEmail: 'Write an email',
  whichFiles: 'Files to attach',
  openLetter: 'Open the email',
  inMailProgram: 'Outlook has no window for it here: write in the mail program',
  noAddress: 'No address is known for the people of this contact: the recipient stays empty.',
  withoutChain: 'It opens, but the sent email will not be linked to this contact.',
  fileMissing: (names: string) => `Could not be attached: ${names}`,
  quoteHead: (at: string, who: string) => (who ? `${at}, ${who}:` : `${at}:`),
}
export type HistoryTexts = typeof en

const ru: HistoryTexts = {
  content: 'Содержание', noContent: 'Текст не сохранён.', attachments: 'Файлы', inJournal: 'Открыть в журнале',
  openEmail: 'Открыть письмо',
  inGmail: 'Открыть письмо в Gmail',
  inMailboxOf: (names) => `Письмо в почтовом ящике: ${names}.`,
  notFromHere: 'Этот Outlook не может открыть его отсюда.',
  writeEmail: 'Написать письмо',
  whichFiles: 'Файлы к письму',
  openLetter: 'Открыть письмо',
  inMailProgram: 'Здесь у Outlook нет окна для этого: написать в почтовой программе',
  noAddress: 'Адреса людей этого контакта неизвестны: получатель останется пустым.',
  withoutChain: 'Письмо откроется, но не будет связано с этим контактом после отправки.',
  fileMissing: (names) => `Не удалось приложить: ${names}`,
  quoteHead: (at, who) => (who ? `${at}, ${who}:` : `${at}:`),
}
export const historyTexts: Record<Locale, HistoryTexts> = { en, ru }
