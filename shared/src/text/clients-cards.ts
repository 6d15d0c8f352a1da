import type { Locale } from '../domain/codes'

/** Words of the Gmail cards that look for clients and people and make new ones. */
export interface ClientsCardWords {
  search: string; whom: string; whomHint: string; tooShort: string; nothingFound: string; firstOnes: (count: number) => string; found: (count: string) => string
  kind: { person: string; counterparty: string; contact: string }; withoutSubject: string; moveAdvice: string; registerAdvice: string
  clientHint: string; clientKnown: (client: string) => string; clientNew: (client: string) => string; noClient: string; stays: string
  fillFromSignature: string; fromSignature: string; nothingInSignature: string; foreignSignature: string; phonesHint: string; writePerson: string
  madeClient: (client: string) => string; usedClient: (client: string) => string; createOnly: string; madePerson: (name: string) => string
  firstPersons: (count: number) => string; findPerson: string; allInJournal: string
}

const en: ClientsCardWords = {
  search: 'Search', whom: 'Client or contact person', whomHint: 'A part of the name, the address or the phone', tooShort: 'Type at least two letters.',
  nothingFound: 'Nothing found. Try another part of the name.', firstOnes: (count) => `The first ${count} are shown. Write more of the name to see others.`, found: (count) => `Found: ${count}`,
  kind: { person: 'Contact person', counterparty: 'Client', contact: 'Contact' }, withoutSubject: 'No subject',
  moveAdvice: 'To which client does this contact belong?', registerAdvice: 'Find for whom this email is registered, and press the line.',
  clientHint: 'A name from the client base takes that client, another name makes a new client. Empty: without a client.',
  clientKnown: (client) => `${client} is in the client base.`, clientNew: (client) => `${client} is not in the client base yet: a new client will be made.`, noClient: 'The person will be made without a client.',
  stays: "The client's own address; it stays the client's.",
  fillFromSignature: 'Fill in from the signature', fromSignature: 'Found in the signature; please check.', nothingInSignature: 'No phone and no position was found in the signature.',
  foreignSignature: "The signature of this email is not this person's.", phonesHint: 'Several are divided by commas.',
  writePerson: 'Write the name of the person too. To register for a client without naming a person, use “Another client”.',
  madeClient: (client) => `New client: ${client}`, usedClient: (client) => `Client: ${client}`, createOnly: 'Create', madePerson: (name) => `In the client base now: ${name}`,
  firstPersons: (count) => `The first ${count} people are shown.`, findPerson: 'Find by name', allInJournal: 'More in the journal',
}

const ru: ClientsCardWords = {
  search: 'Поиск', whom: 'Клиент или контактное лицо', whomHint: 'Часть имени, адреса или телефона', tooShort: 'Введите хотя бы две буквы.',
  nothingFound: 'Ничего не найдено. Попробуйте другую часть имени.', firstOnes: (count) => `Показаны первые ${count}. Чтобы увидеть другие, напишите больше букв.`, found: (count) => `Найдено: ${count}`,
  kind: { person: 'Контактное лицо', counterparty: 'Клиент', contact: 'Контакт' }, withoutSubject: 'Без темы',
  moveAdvice: 'К какому клиенту относится этот контакт?', registerAdvice: 'Найдите, для кого зарегистрировать это письмо, и нажмите на строку.',
  clientHint: 'Название из базы — этот клиент, другое название — новый клиент. Пусто — без клиента.',
  clientKnown: (client) => `${client}: есть в базе клиентов.`, clientNew: (client) => `${client}: в базе ещё нет, будет создан новый клиент.`, noClient: 'Контактное лицо будет создано без клиента.',
  stays: 'Это общий адрес клиента, он остаётся у клиента.',
  fillFromSignature: 'Заполнить по подписи', fromSignature: 'Найдено в подписи, проверьте.', nothingInSignature: 'Ни телефона, ни должности в подписи не нашлось.',
  foreignSignature: 'Подпись в этом письме не этого человека.', phonesHint: 'Несколько — через запятую.',
  writePerson: 'Укажите и имя человека. Чтобы зарегистрировать письмо для клиента без имени, нажмите «Другой клиент».',
  madeClient: (client) => `Новый клиент: ${client}`, usedClient: (client) => `Клиент: ${client}`, createOnly: 'Создать', madePerson: (name) => `Теперь в базе клиентов: ${name}`,
  firstPersons: (count) => `Показаны первые ${count}.`, findPerson: 'Найти по имени', allInJournal: 'Остальные — в журнале',
}

export const clientsCardTexts: Record<Locale, ClientsCardWords> = { en, ru }
