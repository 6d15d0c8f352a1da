import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

interface Filed { filed: number; client: string; persons: number; addresses: number }
interface UnrecognisedWords {
  lead: string; search: string; mine: string; everybody: string; waiting: string; aside: string; byCount: string; byNewest: string; sortLabel: string; scopeLabel: string; groups: string
  counts(totals: { waiting: number; aside: number; withoutAddress: number; withheld: number }): string[]
  openByHand: string; byHand: string; contacts(n: number): string; addresses(n: number): string; between(from: string, to: string): string; registeredBy(names: string): string; noSubject: string; subjects: string
  suggestion(name: string): string; thisIs: string; isThis(name: string): string; newClient: string; notClient: string; never: string; decisions: string
  chooseClient: string; whichClient: string; alsoDomain(domain: string): string; newName: string; kind: string; kinds: Record<'client' | 'dealer' | 'supplier' | 'competitor' | 'private', string>
  people: string; peopleHint: string; personAt(address: string): string; moreAddresses(n: number): string; fileHere: string; make: string; note: string; setAside: string
  asideHint: string; neverHint: string; neverOwn: string; neverAll: string; cancel: string; keys: string
  filed(done: Filed): string; asideDone(names: string[]): string; neverDone(names: string[]): string; leftDone(n: number): string; undo: string; undone(n: number): string; kept(names: string): string; changedSince(n: number): string
  dismiss: string; empty: string; emptyAdvice: string; nothingAside: string; notFound: string; clearSearch: string; more: string; standing: Record<'not-client' | 'never-register', string>; by(name: string, date: string): string; onTheList: string
  chosen(n: number): string; choose(name: string): string; clearChoice: string; back: string; toJournal: string; loadedAll: string; list: string; pick: string; chain: string
  recent: string; recentList: string; nothingRecent: string; recentAdvice: string; recentDid: Record<'this-is' | 'new-client' | 'not-client' | 'never-register', string>; moreSenders(n: number): string; ownList: string; going: string; takenBack(date: string): string; undoOf(names: string): string
  refused: { standing(name: string, as: string): string; as: Record<string, string>; decided: string; takenBack: string; filed(name: string, client: string): string; nothingLeft: string; offTheList: string; allDecided: string }
}

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const ru = (n: number, forms: [string, string, string]) => russianCount(n, ...forms)
const contactsRu: [string, string, string] = ['контакт', 'контакта', 'контактов']

export const unrecognisedTexts: Record<Locale, UnrecognisedWords> = {
  en: {
    lead: 'Contacts that were held and have no client yet, by the domain they came from. One decision repairs what is here and what comes next.', search: 'Find a domain or an address', mine: 'Mine', everybody: 'Everybody’s',
    waiting: 'Waiting', aside: 'Decided', byCount: 'Most contacts first', byNewest: 'Newest first', sortLabel: 'Order', scopeLabel: 'Whose', groups: 'Senders without a client',
    counts: ({ waiting, aside, withoutAddress, withheld }) => [`${waiting.toLocaleString('en')} waiting`, ...(aside > 0 ? [`${aside.toLocaleString('en')} set aside`] : []), ...(withoutAddress > 0 ? [`${withoutAddress.toLocaleString('en')} without an address`] : []), ...(withheld > 0 ? [`${withheld.toLocaleString('en')} private to others`] : [])],
    openByHand: 'Show contacts without an address', byHand: 'Without an address', contacts: (n) => plural(n, 'contact', 'contacts'), addresses: (n) => plural(n, 'address', 'addresses'), between: (from, to) => (from === to ? from : `${from} – ${to}`),
    registeredBy: (names) => `Registered by ${names}`, noSubject: '(no subject)', subjects: 'Newest subjects', suggestion: (name) => `Perhaps ${name}`, thisIs: 'This is…', isThis: (name) => `It is ${name}`, newClient: 'New client…', notClient: 'Not a client', never: 'Never register…',
    decisions: 'What is it?', chooseClient: 'Name, domain or address', whichClient: 'Which client?', alsoDomain: (domain) => `Everything from ${domain} is this client’s`, newName: 'Name of the new client', kind: 'Kind',
    kinds: { client: 'Client', dealer: 'Dealer', supplier: 'Supplier', competitor: 'Competitor', private: 'Private client' }, people: 'People at these addresses', peopleHint: 'Whoever is named becomes a contact person; other addresses stand with the client.',
    personAt: (address) => `Whose is ${address}?`, moreAddresses: (n) => `and ${plural(n, 'more address', 'more addresses')}, which stand with the client`, fileHere: 'File here', make: 'Make the client and file', note: 'Why (for colleagues)', setAside: 'Set aside',
    asideHint: 'A partner, not a client: leaves this list. The contacts stay as they are and can be decided about at any time.', neverHint: 'New messages from here are no longer registered. What was registered stays; you can undo each below.', neverOwn: 'For me', neverAll: 'For everybody', cancel: 'Cancel',
    keys: '↑ ↓ move · y it is the suggested client · 1 this is · 2 new client · 3 not a client · 4 never register',
    filed: ({ filed, client, persons, addresses }) => [`${plural(filed, 'contact', 'contacts')} filed to ${client}`, ...(persons > 0 ? [plural(persons, 'person made', 'people made')] : []), ...(addresses > 0 ? [`${plural(addresses, 'address', 'addresses')} known from now on`] : [])].join(' · '),
    asideDone: (names) => `Set aside: ${names.join(', ')}`, neverDone: (names) => `Never registered from now on: ${names.join(', ')}`, leftDone: (n) => `${plural(n, 'sender', 'senders')} had been decided about before`, undo: 'Undo', undone: (n) => (n > 0 ? `Taken back: ${plural(n, 'contact is', 'contacts are')} without a client again` : 'Taken back'),
    kept: (names) => `In use since, and kept: ${names}`, changedSince: (n) => `${plural(n, 'contact was', 'contacts were')} changed since and left`, dismiss: 'Close',
    empty: 'Nothing waits here', emptyAdvice: 'Every contact with an address has its client or has been decided about.', nothingAside: 'Nothing has been set aside', notFound: 'No sender like this', clearSearch: 'Clear the search', more: 'Show more',
    standing: { 'not-client': 'Not a client', 'never-register': 'Never registered' }, by: (name, date) => `${name}, ${date}`, onTheList: 'Stands on the never-register list; it is taken off there.',
    chosen: (n) => `${n} chosen`, choose: (name) => `Choose ${name}`, clearChoice: 'Clear', back: 'All senders', toJournal: 'All without a client in the journal', loadedAll: 'That is all of them', list: 'Contacts of this sender', pick: 'Choose a sender on the left: its contacts and the decision appear here.', chain: 'Looks like',
    recent: 'Recent', recentList: 'Recent decisions', nothingRecent: 'Nothing has been decided yet', recentAdvice: 'Whoever decides about a sender is named here, with the way back.', recentDid: { 'this-is': 'this is', 'new-client': 'new client', 'not-client': 'not a client', 'never-register': 'never registered' },
    moreSenders: (n) => `and ${n.toLocaleString('en')} more`, ownList: 'own list', going: 'being carried out', takenBack: (date) => `taken back ${date}`, undoOf: (names) => `Undo: ${names}`,
    refused: {
      standing: (name, as) => `${name} has already decided: ${as}.`, as: { 'not-client': 'not a client', 'never-register': 'never register' }, decided: 'Somebody has already decided about this sender.', takenBack: 'The decision you saw was taken back meanwhile.',
      filed: (name, client) => `${name} has already decided${client ? `: ${client}` : ''}. Nothing is left here.`, nothingLeft: 'Nothing without a client is left here.', offTheList: 'This sender is on the never-register list; take it off there first.', allDecided: 'Somebody has already decided about all of these.',
    },
  },
  ru: {
    lead: 'Состоявшиеся контакты, у которых ещё нет клиента, — по доменам, с которых они пришли. Одно решение исправляет и прошлое, и будущее.', search: 'Найти домен или адрес', mine: 'Мои', everybody: 'Все',
    waiting: 'Ждут', aside: 'Решено', byCount: 'Где больше контактов', byNewest: 'Сначала новые', sortLabel: 'Порядок', scopeLabel: 'Чьи', groups: 'Отправители без клиента',
    counts: ({ waiting, aside, withoutAddress, withheld }) => [`ждут: ${waiting.toLocaleString('ru')}`, ...(aside > 0 ? [`отложено: ${aside.toLocaleString('ru')}`] : []), ...(withoutAddress > 0 ? [`без адреса: ${withoutAddress.toLocaleString('ru')}`] : []), ...(withheld > 0 ? [`личные у коллег: ${withheld.toLocaleString('ru')}`] : [])],
    openByHand: 'Показать контакты без адреса', byHand: 'Без адреса', contacts: (n) => ru(n, contactsRu), addresses: (n) => ru(n, ['адрес', 'адреса', 'адресов']), between: (from, to) => (from === to ? from : `${from} – ${to}`),
    registeredBy: (names) => `Зарегистрировано: ${names}`, noSubject: '(без темы)', subjects: 'Последние темы', suggestion: (name) => `Возможно, ${name}`, thisIs: 'Это…', isThis: (name) => `Это ${name}`, newClient: 'Новый клиент…', notClient: 'Не клиент', never: 'Не регистрировать…',
    decisions: 'Кто это?', chooseClient: 'Название, домен или адрес', whichClient: 'Какой клиент?', alsoDomain: (domain) => `Всё с ${domain} — этого клиента`, newName: 'Название нового клиента', kind: 'Вид',
    kinds: { client: 'Клиент', dealer: 'Дилер', supplier: 'Поставщик', competitor: 'Конкурент', private: 'Частный клиент' }, people: 'Люди с этими адресами', peopleHint: 'Где указано имя, появится контактное лицо; остальные адреса останутся за клиентом.',
    personAt: (address) => `Чей адрес ${address}?`, moreAddresses: (n) => `и ещё ${ru(n, ['адрес', 'адреса', 'адресов'])} — за клиентом`, fileHere: 'Отнести сюда', make: 'Создать клиента и отнести', note: 'Почему (для коллег)', setAside: 'Отложить',
    asideHint: 'Партнёр, а не клиент: уходит из этого списка. Контакты остаются как есть, решение можно принять в любое время.', neverHint: 'Новые письма отсюда больше не регистрируются. Зарегистрированное остаётся, снять регистрацию можно ниже по одному.', neverOwn: 'Для меня', neverAll: 'Для всех', cancel: 'Отмена',
    keys: '↑ ↓ переход · y — это предложенный клиент · 1 это… · 2 новый клиент · 3 не клиент · 4 не регистрировать',
    filed: ({ filed, client, persons, addresses }) => [`${ru(filed, contactsRu)} теперь у клиента ${client}`, ...(persons > 0 ? [`контактных лиц: ${persons}`] : []), ...(addresses > 0 ? [`адресов запомнено: ${addresses}`] : [])].join(' · '),
    asideDone: (names) => `Отложено: ${names.join(', ')}`, neverDone: (names) => `Больше не регистрируется: ${names.join(', ')}`, leftDone: (n) => `Решено раньше: ${ru(n, ['отправитель', 'отправителя', 'отправителей'])}`, undo: 'Вернуть', undone: (n) => (n > 0 ? `Возвращено: ${ru(n, contactsRu)} снова без клиента` : 'Возвращено'),
    kept: (names) => `Уже используется и оставлено: ${names}`, changedSince: (n) => `Изменено с тех пор и оставлено: ${ru(n, contactsRu)}`, dismiss: 'Закрыть',
    empty: 'Здесь ничего не ждёт', emptyAdvice: 'У каждого контакта с адресом есть клиент или принятое решение.', nothingAside: 'Ничего не отложено', notFound: 'Такого отправителя нет', clearSearch: 'Сбросить поиск', more: 'Показать ещё',
    standing: { 'not-client': 'Не клиент', 'never-register': 'Не регистрируется' }, by: (name, date) => `${name}, ${date}`, onTheList: 'Стоит в списке «никогда не регистрировать»; убирается там.',
    chosen: (n) => `Выбрано: ${n}`, choose: (name) => `Выбрать: ${name}`, clearChoice: 'Сбросить', back: 'Все отправители', toJournal: 'Все без клиента в журнале', loadedAll: 'Это все', list: 'Контакты этого отправителя', pick: 'Выберите отправителя слева: здесь появятся его контакты и решение.', chain: 'Похоже на',
    recent: 'Последние', recentList: 'Последние решения', nothingRecent: 'Решений пока нет', recentAdvice: 'Здесь будет видно, кто и что решает, и как это отменить.', recentDid: { 'this-is': 'это', 'new-client': 'новый клиент', 'not-client': 'не клиент', 'never-register': 'не регистрируется' },
    moreSenders: (n) => `и ещё ${n.toLocaleString('ru')}`, ownList: 'личный список', going: 'выполняется', takenBack: (date) => `отменено ${date}`, undoOf: (names) => `Отменить: ${names}`,
    refused: {
      standing: (name, as) => `Решение уже принято (${name}): ${as}.`, as: { 'not-client': 'не клиент', 'never-register': 'не регистрировать' }, decided: 'Об этом отправителе решение уже принято.', takenBack: 'Решение, которое вы видели, тем временем возвращено.',
      filed: (name, client) => `Решение уже принято (${name})${client ? `: ${client}` : ''}. Здесь больше ничего нет.`, nothingLeft: 'Без клиента здесь больше ничего нет.', offTheList: 'Этот отправитель в списке «никогда не регистрировать»; сначала уберите его оттуда.', allDecided: 'Обо всех этих решение уже принято.',
    },
  },
}
