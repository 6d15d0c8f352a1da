import type { Direction, Locale, Source } from '../domain/codes'
import { historyTexts } from './history-pane'
import { paneTexts } from './pane'
import { registerTexts } from './register-pane'
import { russianCount } from './russian-count'

/** Words of the Gmail cards that show a client, a contact and a history. What the Outlook pane says too is said by its words. */
const en = {
  ...common('en'),
  way: {
    letter: { incoming: 'Incoming email', outgoing: 'Outgoing email' }, call: { incoming: 'Incoming call', outgoing: 'Outgoing call' },
    fax: { incoming: 'Incoming fax', outgoing: 'Outgoing fax' }, messenger: { incoming: 'Incoming message', outgoing: 'Outgoing message' },
  } as Record<'letter' | 'call' | 'fax' | 'messenger', Record<Direction, string>>,
  noSubject: 'No subject', privateRow: 'Private', withoutClient: 'Without a client', more: (count: number) => `and ${count} more`,
  next: 'Next', last: 'Last', nothingPlanned: 'Nothing is planned', noContactYet: 'No contact yet', plan: 'Plan', planTask: 'Make a task',
  allHistory: 'All history', historyTitle: 'History', history: (count: string) => `History ${count}`, earlierHistory: (count: string) => `Earlier contacts ${count}`, allMethods: 'All', method: 'Method', earlier: 'Earlier', toLatest: 'To the latest',
  clientCard: 'Client', noContacts: 'Nothing has been registered yet.', firstAppears: 'Register an email or log a call: it will appear here.', otherMethod: 'Choose another method above.', noEarlier: 'There is nothing earlier.',
  when: 'When', minutes: (count: number) => `${count} min`, stateIs: (state: string) => `State: ${state.toLowerCase()}`, goal: 'Goal', priorityIs: (priority: string) => `Priority: ${priority.toLowerCase()}`,
  hidden: 'Private: only those who take part see the words', hiddenOthers: 'Private: others see only that there was a contact',
  onlySubject: 'Only the subject was registered.', onlyFact: 'Only the fact was registered.', client: 'Client', person: 'Contact person', people: 'Contact persons', also: 'Also involves', manager: 'Manager', managers: 'Managers',
  registeredBy: (name: string) => `Registered by ${name}`,
  source: { outlook: 'from Outlook', gmail: 'from Gmail', calendar: 'from the calendar', manual: 'by hand', import: 'by import', site: 'from the site', api: 'through the API' } as Record<Source, string>,
  notKept: 'not kept', kept: 'kept, opens in the journal', linked: 'Linked contacts', before: 'Before', after: 'After',
  outcome: 'Outcome…', cancelIt: 'Cancel it…', planNext: 'Plan next', undo: 'Undo registration', email: 'Email', inOwnOutlook: 'The email is in your mailbox in Outlook.',
  cancelling: { title: 'Cancel this contact?', reason: 'Reason (may stay empty)', confirm: 'Cancel it', done: 'The contact is cancelled' },
  undoing: { title: 'Undo this registration?', advice: 'The contact leaves the history; the email itself stays and can be registered again.', confirm: 'Undo registration', done: 'The registration is undone' },
  classIs: (value: string) => `Class ${value}`, responsible: 'Responsible', nobody: 'nobody yet', about: 'About the client', birthday: 'Birthday',
  kinds: { client: 'Client', dealer: 'Dealer', supplier: 'Supplier', private: 'Private client', competitor: 'Competitor' } as Readonly<Record<string, string>>,
  openTasks: (count: string) => `Open tasks ${count}`, personHistory: 'Only this person', noPeople: 'No contact persons yet.', noAddresses: 'No address is known.',
}
export type ClientCardWords = typeof en

const ru: ClientCardWords = {
  ...common('ru'),
  way: {
    letter: { incoming: 'Входящее письмо', outgoing: 'Исходящее письмо' }, call: { incoming: 'Входящий звонок', outgoing: 'Исходящий звонок' },
    fax: { incoming: 'Входящий факс', outgoing: 'Исходящий факс' }, messenger: { incoming: 'Входящее сообщение', outgoing: 'Исходящее сообщение' },
  },
  noSubject: 'Без темы', privateRow: 'Личное', withoutClient: 'Без клиента', more: (count) => `и ещё ${count}`,
  next: 'Следующий', last: 'Последний', nothingPlanned: 'Ничего не запланировано', noContactYet: 'Контактов ещё не было', plan: 'Запланировать', planTask: 'Создать задачу',
  allHistory: 'Вся история', historyTitle: 'История', history: (count) => `История: ${count}`, earlierHistory: (count) => `Более ранние контакты: ${count}`, allMethods: 'Все', method: 'Способ связи', earlier: 'Раньше', toLatest: 'К последним',
  clientCard: 'Клиент', noContacts: 'Пока ничего не зарегистрировано.', firstAppears: 'Зарегистрируйте письмо или звонок: контакт появится здесь.', otherMethod: 'Выберите выше другой способ связи.', noEarlier: 'Более ранних контактов нет.',
  when: 'Когда', minutes: (count) => russianCount(count, 'минута', 'минуты', 'минут'), stateIs: (state) => `Состояние: ${state.toLowerCase()}`, goal: 'Тип контакта', priorityIs: (priority) => `Приоритет: ${priority.toLowerCase()}`,
  hidden: 'Личное: содержание видят только участники', hiddenOthers: 'Личное: другие видят только сам факт контакта',
  onlySubject: 'Зарегистрирована только тема.', onlyFact: 'Зарегистрирован только факт.', client: 'Клиент', person: 'Контактное лицо', people: 'Контактные лица', also: 'Также участвует', manager: 'Менеджер', managers: 'Менеджеры',
  registeredBy: (name) => `Зарегистрировано: ${name}`,
  source: { outlook: 'из Outlook', gmail: 'из Gmail', calendar: 'из календаря', manual: 'вручную', import: 'при импорте', site: 'с сайта', api: 'через API' },
  notKept: 'не сохранён', kept: 'сохранён, открывается в журнале', linked: 'Связанные контакты', before: 'До', after: 'После',
  outcome: 'Итог…', cancelIt: 'Отменить…', planNext: 'Следующий шаг', undo: 'Снять регистрацию', email: 'Письмо', inOwnOutlook: 'Письмо в вашем почтовом ящике в Outlook.',
  cancelling: { title: 'Отменить контакт?', reason: 'Причина (можно не указывать)', confirm: 'Отменить контакт', done: 'Контакт отменён' },
  undoing: { title: 'Снять регистрацию?', advice: 'Контакт уйдёт из истории; само письмо останется, его можно зарегистрировать снова.', confirm: 'Снять регистрацию', done: 'Регистрация снята' },
  classIs: (value) => `Класс ${value}`, responsible: 'Ответственный менеджер', nobody: 'пока никто', about: 'О клиенте', birthday: 'День рождения',
  kinds: { client: 'Клиент', dealer: 'Дилер', supplier: 'Поставщик', private: 'Частный клиент', competitor: 'Конкурент' },
  openTasks: (count) => `Открытые задачи: ${count}`, personHistory: 'Только это лицо', noPeople: 'Контактных лиц пока нет.', noAddresses: 'Адреса неизвестны.',
}

function common(locale: Locale) {
  const { openEmail, inMailboxOf, inJournal, content, noContent, attachments } = historyTexts[locale]
  const { result, comment, logCall, task, note, vip } = paneTexts[locale]
  const { phones, emails, noPhones } = registerTexts[locale]
  return { openEmail, inMailboxOf, inJournal, content, noContent, attachments, result, comment, logCall, task, note, vip, phones, emails, noPhones }
}

export const clientCardTexts: Record<Locale, ClientCardWords> = { en, ru }
