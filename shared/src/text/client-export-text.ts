import type { ClientColumn } from '../contract/client-list'
import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Columns of the files. Their headings are ones that the import knows, so that a file brought out can be brought in again. */
export type ClientFileColumn = Exclude<ClientColumn, 'reach'> | 'vip' | 'taxNumber' | 'addresses' | 'domains' | 'phones' | 'loyalty' | 'competitors'
export type PersonFileColumn = 'person' | 'position' | 'client' | 'clientTax' | 'personAddresses' | 'personPhones' | 'birthday' | 'interests' | 'acquaintance'
type Told = { name: string; meaning: string }
export interface ClientExportWords {
  files: Record<'clients' | 'persons', string>; clients: Record<ClientFileColumn, Told>; persons: Record<PersonFileColumn, Told>; filtered: string; all: string; again: string
  kinds: Record<string, string>
  tooManyRows: (count: number) => string; cutRows: (count: number) => string
}

const en: ClientExportWords = {
  files: { clients: 'Clients', persons: 'Contact persons' }, filtered: 'Only clients of the filter of the list', all: 'All clients', again: 'This file can be imported again: its headings are known to the import. What is counted or computed is left out then.',
  kinds: { client: 'client', dealer: 'dealer', supplier: 'supplier', competitor: 'competitor', private: 'private' },
  tooManyRows: (count) => `This filter gives ${count.toLocaleString('en-GB')} clients, and a sheet of Excel holds at most 1,048,575 below its header. Narrow the filter, or take CSV`,
  cutRows: (count) => `A sheet of Excel holds at most 1,048,576 rows: after row ${count} the file was ended. Narrow the filter, or take CSV, which has them all.`,
  clients: {
    name: { name: 'Client', meaning: 'Name of the client.' }, class: { name: 'Class', meaning: 'Class of the client.' }, kind: { name: 'Kind', meaning: 'Client, dealer, supplier, competitor or private client.' }, status: { name: 'Status', meaning: 'Where the relation stands.' },
    manager: { name: 'Responsible manager', meaning: 'Whose client it is.' }, lastHeldAt: { name: 'Last held', meaning: 'When something was last held with them as the main client.' }, next: { name: 'Next step', meaning: 'When the nearest planned contact begins.' },
    openTasks: { name: 'Open tasks', meaning: 'How many tasks are not done.' }, people: { name: 'People', meaning: 'How many contact persons there are.' }, industry: { name: 'Industry', meaning: 'Industry of the client.' }, region: { name: 'Region', meaning: 'Region of the client.' },
    turnover: { name: 'Turnover', meaning: 'Class of turnover.' }, adSource: { name: 'Source', meaning: 'Which advertising brought the client.' }, createdAt: { name: 'Created', meaning: 'When the client came into the base.' }, vip: { name: 'VIP', meaning: 'Yes or no.' },
    taxNumber: { name: 'Tax number', meaning: 'As it was written.' }, addresses: { name: 'Client e-mail', meaning: 'Addresses of the client itself, one after another.' }, domains: { name: 'Domains', meaning: 'Domains declared as the client’s own.' }, phones: { name: 'Client phone', meaning: 'Phones of the client itself.' },
    loyalty: { name: 'Reasons of loyalty', meaning: 'Why they stay with us.' }, competitors: { name: 'Bought from competitors', meaning: 'What they buy from others.' },
  },
  persons: {
    person: { name: 'Contact person', meaning: 'Name of the person.' }, position: { name: 'Position', meaning: 'What the person does there.' }, client: { name: 'Client', meaning: 'Where the person works.' }, clientTax: { name: 'Tax number', meaning: 'Of the client.' },
    personAddresses: { name: 'Contact e-mail', meaning: 'Addresses of the person.' }, personPhones: { name: 'Contact phone', meaning: 'Phones of the person.' }, birthday: { name: 'Birthday', meaning: 'A date.' }, interests: { name: 'Interests', meaning: 'What the person likes.' }, acquaintance: { name: 'Acquaintance', meaning: 'How we got to know each other.' },
  },
}
const ru: ClientExportWords = {
  files: { clients: 'Клиенты', persons: 'Контактные лица' }, filtered: 'Только клиенты по отбору списка', all: 'Все клиенты', again: 'Этот файл можно загрузить снова: его заголовки известны импорту. То, что посчитано, при этом пропускается.',
  kinds: { client: 'клиент', dealer: 'дилер', supplier: 'поставщик', competitor: 'конкурент', private: 'частное лицо' },
  tooManyRows: (count) => `Под этот отбор подходит ${russianCount(count, 'клиент', 'клиента', 'клиентов')}, а лист Excel вмещает под заголовком не больше 1 048 575 строк. Сузьте отбор либо возьмите CSV`,
  cutRows: (count) => `Лист Excel вмещает не больше 1 048 576 строк: файл закончен после строки ${count}. Сузьте отбор либо возьмите CSV: там есть все.`,
  clients: {
    name: { name: 'Клиент', meaning: 'Название клиента.' }, class: { name: 'Класс', meaning: 'Класс клиента.' }, kind: { name: 'Вид контрагента', meaning: 'Клиент, дилер, поставщик, конкурент или частное лицо.' }, status: { name: 'Статус', meaning: 'На какой стадии отношения.' },
    manager: { name: 'Ответственный менеджер', meaning: 'Чей это клиент.' }, lastHeldAt: { name: 'Последний контакт', meaning: 'Когда с ним как с основным клиентом что-то состоялось.' }, next: { name: 'Следующий шаг', meaning: 'Когда начнётся ближайший запланированный контакт.' },
    openTasks: { name: 'Открытые задачи', meaning: 'Сколько задач не выполнено.' }, people: { name: 'Людей', meaning: 'Сколько контактных лиц.' }, industry: { name: 'Отрасль', meaning: 'Отрасль клиента.' }, region: { name: 'Регион', meaning: 'Регион клиента.' },
    turnover: { name: 'Оборот', meaning: 'Класс оборота.' }, adSource: { name: 'Источник информации', meaning: 'Какая реклама привела клиента.' }, createdAt: { name: 'Добавлен', meaning: 'Когда клиент появился в базе.' }, vip: { name: 'VIP', meaning: 'Да или нет.' },
    taxNumber: { name: 'ИНН', meaning: 'Как записан.' }, addresses: { name: 'E-mail клиента', meaning: 'Адреса самого клиента, один за другим.' }, domains: { name: 'Домены', meaning: 'Домены, объявленные собственными.' }, phones: { name: 'Телефон клиента', meaning: 'Телефоны самого клиента.' },
    loyalty: { name: 'Причины лояльности', meaning: 'Почему остаётся с нами.' }, competitors: { name: 'Покупает у конкурентов', meaning: 'Что покупает у других.' },
  },
  persons: {
    person: { name: 'Контактное лицо', meaning: 'Имя.' }, position: { name: 'Должность', meaning: 'Кем работает.' }, client: { name: 'Клиент', meaning: 'Где работает.' }, clientTax: { name: 'ИНН', meaning: 'ИНН клиента.' },
    personAddresses: { name: 'E-mail контактного лица', meaning: 'Личные адреса.' }, personPhones: { name: 'Телефон контактного лица', meaning: 'Личные телефоны.' }, birthday: { name: 'День рождения', meaning: 'Дата.' }, interests: { name: 'Интересы', meaning: 'Что интересно.' }, acquaintance: { name: 'Обстоятельства знакомства', meaning: 'Как познакомились.' },
  },
}
export const clientExportTexts: Record<Locale, ClientExportWords> = { en, ru }
