import type { LeftKind, MergeField, TwinReason } from '../contract/cleaning'
import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

const en = {
  title: 'Duplicates', clients: 'Clients', people: 'People', waiting: 'To look at', dismissed: 'Not the same',
  intro: 'Records that are perhaps one and the same. The most alike come first.',
  search: 'Search for duplicates', searching: (looked: string, total: string, found: string) => `Searching: ${looked} of ${total}, ${found} pairs found`, cancel: 'Stop the search',
  last: (when: string, found: string) => `Last searched ${when}: ${found} pairs`, stopped: (when: string) => `The last search, ${when}, was stopped before its end.`, failed: (when: string) => `The last search, ${when}, failed. Search again.`, never: 'The base has not been searched yet.',
  none: 'No pairs to look at.', noneAdvice: 'Search for duplicates after an import, or now and then.', askLead: 'A team lead or an administrator searches and merges.', noneDismissed: 'Nothing has been marked as not the same.',
  pairOf: (a: string, b: string) => `${a} and ${b}`, score: (score: number) => `alike ${score} of 100`, more: 'Show more',
  reason: { 'tax-number': 'same tax number', address: 'same mailbox', phone: 'same telephone', 'same-name': 'same name', 'like-name': 'like name', domain: 'same domain' } as Record<TwinReason['code'], string>,
  compare: 'Compare', hide: 'Hide', notSame: 'Not the same', same: 'Perhaps the same after all', open: 'Open', stays: 'Stays', goes: 'Is merged into it', staysChoice: (name: string) => `${name} stays`,
  take: (field: string, value: string) => `${field}: ${value}`, empty: 'empty', kept: 'Both are kept', addresses: 'Addresses', domains: 'Domains', phones: 'Telephones', created: 'In the base since',
  facts: 'Goes along', contacts: (n: number) => `${n} ${n === 1 ? 'contact' : 'contacts'}`, persons: (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`, tasks: (n: number) => `${n} open ${n === 1 ? 'task' : 'tasks'}`, lastContact: (when: string) => `last contact ${when}`,
  merge: 'Merge', confirm: (goes: string, stays: string) => `Merge "${goes}" into "${stays}"?`, confirmText: 'Contacts, tasks, people, addresses and telephones of both will stand with one. This can be undone.', back: 'Cancel', merging: 'Merging…',
  merged: (goes: string, stays: string) => `"${goes}" was merged into "${stays}".`, undo: 'Undo', undone: (goes: string) => `"${goes}" stands by itself again.`, left: (what: string) => `Changed since, and left as it is: ${what}.`, set: (a: string, b: string) => `${a} and ${b}: not the same.`, setBack: 'The pair is to look at again.',
  yes: 'yes', no: 'no', personName: 'Name',
  what: { fields: 'fields', addresses: 'addresses', domains: 'domains', phones: 'telephones', dates: 'dates', persons: 'people', contacts: 'contacts', also: 'involvements', tasks: 'tasks', choices: 'remembered choices', segments: 'segments', employments: 'former employers', orders: 'letters being written' } as Record<LeftKind, string>,
  field: {
    name: 'Name', kind: 'Kind', class: 'Class', vip: 'VIP', industry: 'Industry', region: 'Region', taxNumber: 'Tax number', status: 'Status', turnover: 'Turnover', loyalty: 'Why they stay', competitors: 'Buys from competitors', adSourceId: 'Source', managerId: 'Responsible',
    position: 'Position', birthday: 'Birthday', interests: 'Interests', acquaintance: 'How we met', counterpartyId: 'Client',
  } as Record<MergeField, string>,
  perhaps: 'Perhaps the same as', toPairs: 'All duplicates',
  learned: 'Domains', ofPeople: (people: number, of: number) => `${people} of ${of} people`, declared: 'declared', declare: 'Declare', declareOf: (domain: string) => `Declare ${domain} as this client's domain`, refuse: 'Not theirs', refuseOf: (domain: string) => `${domain} is not this client's domain`, refused: 'not theirs', ask: 'Take back', askOf: (domain: string) => `Take back what was said of ${domain}`,
  former: 'Formerly here', before: 'Before:', until: (when: string) => `until ${when}`, nowAt: 'now at', change: 'Changed employer', changeOf: (name: string) => `${name} changed employer`, newEmployer: 'New employer', leaveEmpty: 'Empty: not known yet', position: 'Position there', since: 'Since', along: 'Plans with this person alone, and their tasks, go along', save: 'Save',
  changed: (name: string, contacts: number, tasks: number) => `${name} works elsewhere now. Moved: plans ${contacts}, tasks ${tasks}.`,
}
export type CleaningWords = typeof en

const counted = (one: string, few: string, many: string) => (n: number) => russianCount(n, one, few, many)
const ru: CleaningWords = {
  title: 'Дубли', clients: 'Клиенты', people: 'Контактные лица', waiting: 'Посмотреть', dismissed: 'Не одно и то же',
  intro: 'Записи, которые, возможно, об одном и том же. Сначала самые похожие.',
  search: 'Искать дубли', searching: (looked, total, found) => `Идёт поиск: ${looked} из ${total}, найдено пар: ${found}`, cancel: 'Остановить поиск',
  last: (when, found) => `Последний поиск ${when}: пар ${found}`, stopped: (when) => `Последний поиск, ${when}, остановлен до конца.`, failed: (when) => `Последний поиск, ${when}, не удался. Запустите его снова.`, never: 'Поиска по базе ещё не было.',
  none: 'Смотреть нечего: пар нет.', noneAdvice: 'Ищите дубли после загрузки файлов и время от времени.', askLead: 'Искать и объединять могут руководитель или администратор.', noneDismissed: 'Ничего не отмечено как разное.',
  pairOf: (a, b) => `${a} и ${b}`, score: (score) => `сходство ${score} из 100`, more: 'Показать ещё',
  reason: { 'tax-number': 'тот же ИНН', address: 'тот же почтовый ящик', phone: 'тот же телефон', 'same-name': 'то же название', 'like-name': 'похожее название', domain: 'тот же домен' },
  compare: 'Сравнить', hide: 'Свернуть', notSame: 'Не одно и то же', same: 'Всё-таки похоже', open: 'Открыть', stays: 'Остаётся', goes: 'Вливается', staysChoice: (name) => `Остаётся ${name}`,
  take: (field, value) => `${field}: ${value}`, empty: 'пусто', kept: 'Сохраняется от обоих', addresses: 'Адреса', domains: 'Домены', phones: 'Телефоны', created: 'В базе с',
  facts: 'Переходит', contacts: counted('контакт', 'контакта', 'контактов'), persons: counted('контактное лицо', 'контактных лица', 'контактных лиц'), tasks: (n) => `открытых задач: ${n}`, lastContact: (when) => `последний контакт ${when}`,
  merge: 'Объединить', confirm: (goes, stays) => `Влить «${goes}» в «${stays}»?`, confirmText: 'Контакты, задачи, контактные лица, адреса и телефоны обоих будут у одной записи. Это можно отменить.', back: 'Отмена', merging: 'Объединяем…',
  merged: (goes, stays) => `«${goes}» теперь часть «${stays}».`, undo: 'Отменить', undone: (goes) => `«${goes}» снова отдельно.`, left: (what) => `С тех пор изменено и оставлено как есть: ${what}.`, set: (a, b) => `${a} и ${b}: не одно и то же.`, setBack: 'Пара снова в списке.',
  yes: 'да', no: 'нет', personName: 'Имя',
  what: { fields: 'поля', addresses: 'адреса', domains: 'домены', phones: 'телефоны', dates: 'даты', persons: 'контактные лица', contacts: 'контакты', also: 'участие в контактах', tasks: 'задачи', choices: 'запомненный выбор', segments: 'сегменты', employments: 'прежние места работы', orders: 'письма в работе' },
  field: {
    name: 'Название', kind: 'Вид', class: 'Класс', vip: 'VIP', industry: 'Отрасль', region: 'Регион', taxNumber: 'ИНН', status: 'Статус', turnover: 'Оборот', loyalty: 'Почему с нами', competitors: 'Покупает у конкурентов', adSourceId: 'Источник', managerId: 'Ответственный',
    position: 'Должность', birthday: 'День рождения', interests: 'Интересы', acquaintance: 'Обстоятельства знакомства', counterpartyId: 'Клиент',
  },
  perhaps: 'Возможно, это то же самое:', toPairs: 'Все дубли',
  learned: 'Домены', ofPeople: (people, of) => `${people} из ${of} контактных лиц`, declared: 'закреплён', declare: 'Закрепить', declareOf: (domain) => `Закрепить домен ${domain} за клиентом`, refuse: 'Не их', refuseOf: (domain) => `Домен ${domain} не этого клиента`, refused: 'не их', ask: 'Вернуть', askOf: (domain) => `Вернуть как было: ${domain}`,
  former: 'Работали здесь раньше', before: 'Раньше:', until: (when) => `до ${when}`, nowAt: 'сейчас:', change: 'Смена места работы', changeOf: (name) => `${name}: смена места работы`, newEmployer: 'Новое место работы', leaveEmpty: 'Пусто: пока не известно', position: 'Должность там', since: 'С какого дня', along: 'Планы только с этим лицом и их задачи переходят туда же', save: 'Сохранить',
  changed: (name, contacts, tasks) => `${name}: место работы изменено. Перешло планов: ${contacts}, задач: ${tasks}.`,
}
export const cleaningTexts: Record<Locale, CleaningWords> = { en, ru }
