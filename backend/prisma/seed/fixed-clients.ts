import type { Language } from './seed-story'

export interface FixedPerson { id: string; name: string; call: string; position: string; addresses: readonly string[]; phones?: readonly string[]; birthday?: string }
/** A client that the sample mail speaks of. `weight`: how busy it is beside the others. */
export interface FixedClient {
  id: string; name: string; language: Language; kind: string; class: string | null; vip: 0 | 1; industry: string; region: string; managerId: string
  addresses: readonly string[]; domains: readonly string[]; phones: readonly string[]; persons: readonly FixedPerson[]; weight: number
}

const vektor = (id: string, name: string, call: string, position: string): FixedPerson => ({ id: `p-vektor-${id}`, name, call, position, addresses: [`${id}@vector.example`] })

export const fixedClients: readonly FixedClient[] = [
  {
    id: 'cp-vektor', name: 'ООО «Вектор»', language: 'ru', kind: 'client', class: 'A', vip: 1, industry: 'Машиностроение', region: 'Москва', managerId: 'm-olga',
    addresses: ['info@vector.example'], domains: [], phones: ['+7 495 010-11-22'], weight: 9,
    persons: [
      { id: 'p-ivan-petrov', name: 'Ivan Petrov', call: 'Иван', position: 'Head of purchasing', addresses: ['ivan.petrov@vector.example', 'i.petrov@vector.example'], phones: ['+7 495 010-11-23'], birthday: '1979-11-26' },
      { id: 'p-svetlana-belova', name: 'Светлана Белова', call: 'Светлана', position: 'Главный бухгалтер', addresses: ['s.belova@vector.example'], phones: ['+7 495 010-11-24'] },
      vektor('a.zhukov', 'Андрей Жуков', 'Андрей', 'Генеральный директор'), vektor('n.frolova', 'Наталья Фролова', 'Наталья', 'Юрист'), vektor('k.demin', 'Константин Дёмин', 'Константин', 'Главный технолог'),
      vektor('o.larina', 'Ольга Ларина', 'Ольга', 'Менеджер по закупкам'), vektor('p.sidorov', 'Пётр Сидоров', 'Пётр', 'Начальник склада'), vektor('m.gromova', 'Марина Громова', 'Марина', 'Бухгалтер'),
      vektor('v.tkachev', 'Виктор Ткачёв', 'Виктор', 'Главный инженер'), vektor('e.sorokina', 'Елена Сорокина', 'Елена', 'Помощник руководителя'), vektor('d.rybin', 'Денис Рыбин', 'Денис', 'Логист'),
      vektor('t.nazarova', 'Татьяна Назарова', 'Татьяна', 'Менеджер по качеству'), vektor('s.kirillov', 'Сергей Кириллов', 'Сергей', 'Начальник производства'), vektor('y.antonova', 'Юлия Антонова', 'Юлия', 'Маркетолог'),
    ],
  },
  {
    id: 'cp-delta', name: '«Дельта»', language: 'ru', kind: 'dealer', class: 'B', vip: 0, industry: 'Оптовая торговля', region: 'Нижний Новгород', managerId: 'm-anna',
    addresses: ['info@delta.example', 'sales@delta.example'], domains: [], phones: ['+7 831 010-30-40'], weight: 4,
    persons: [
      { id: 'p-maria-klimova', name: 'Мария Климова', call: 'Мария', position: 'Коммерческий директор', addresses: ['m.klimova@delta.example'], phones: ['+7 831 010-30-41'] },
      { id: 'p-oleg-titov', name: 'Олег Титов', call: 'Олег', position: 'Представитель на площадке клиента', addresses: ['o.titov@vector.example'] },
    ],
  },
  {
    id: 'cp-beta', name: 'Beta Industries', language: 'en', kind: 'client', class: 'A', vip: 0, industry: 'Manufacturing', region: 'United Kingdom', managerId: 'm-olga',
    addresses: [], domains: ['beta.example'], phones: ['+44 20 7946 0100'], weight: 5,
    persons: [
      { id: 'p-john-ross', name: 'John Ross', call: 'John', position: 'Operations director', addresses: ['john.ross@beta.example'], phones: ['+44 20 7946 0101'] },
      { id: 'p-alice-ross', name: 'Alice Ross', call: 'Alice', position: 'Buyer', addresses: ['alice.ross@beta.example'] },
    ],
  },
  {
    id: 'cp-buecher', name: 'Bücher & Söhne', language: 'en', kind: 'client', class: 'B', vip: 0, industry: 'Publishing', region: 'Germany', managerId: 'm-peter',
    addresses: [], domains: ['bücher.example'], phones: ['+49 30 23125 010'], weight: 2,
    persons: [{ id: 'p-juergen-gross', name: 'Jürgen Groß', call: 'Jürgen', position: 'Managing director', addresses: ['juergen@bücher.example'] }],
  },
  {
    id: 'cp-pribor', name: 'Завод «Прибор»', language: 'ru', kind: 'client', class: 'B', vip: 0, industry: 'Приборостроение', region: 'Екатеринбург', managerId: 'm-olga',
    addresses: [], domains: ['прибор.example'], phones: ['+7 343 010-50-60'], weight: 3,
    persons: [{ id: 'p-anna-chernova', name: 'Анна Чернова', call: 'Анна', position: 'Начальник отдела снабжения', addresses: ['чернова@прибор.example'] }],
  },
  {
    id: 'cp-northwind', name: 'Northwind Trading', language: 'en', kind: 'client', class: 'C', vip: 0, industry: 'Wholesale', region: 'Ireland', managerId: 'm-james',
    addresses: [], domains: [], phones: ['+353 20 910 0100'], weight: 2,
    persons: [
      { id: 'p-sam-lee', name: 'Sam Lee', call: 'Sam', position: 'Office manager', addresses: ['sam.lee@northwind.example', 'office@northwind.example'] },
      { id: 'p-kim-lee', name: 'Kim Lee', call: 'Kim', position: 'Buyer', addresses: ['kim.lee@northwind.example', 'office@northwind.example'] },
    ],
  },
  {
    id: 'cp-gromov', name: 'ИП Громов', language: 'ru', kind: 'private', class: 'C', vip: 0, industry: 'Строительство', region: 'Тула', managerId: 'm-olga',
    addresses: ['gromov.ip@gmail.com'], domains: [], phones: ['+7 4872 01-02-03'], weight: 1.5,
    persons: [{ id: 'p-pavel-gromov', name: 'Павел Громов', call: 'Павел', position: 'Предприниматель', addresses: ['gromov.ip@gmail.com'] }],
  },
]
