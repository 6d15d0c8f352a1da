import { nameKey } from '@counterpane/shared/text/fold'
import { personName } from './person-names'
import { type Client, phoneNumber } from './seed-clients'
import { addressKeys, searchTextOf } from './seed-keys'
import type { SeedPlan } from './seed-plan'
import { type Random, randomFor } from './seed-random'
import type { SeedRow } from './seed-tables'

export interface Person {
  id: string; name: string
  /** How a letter addresses them. */
  call: string
  position: string | null; birthday: string | null; counterpartyId: string | null; addresses: readonly string[]; phones: readonly string[]; createdAt: number
}

const positions = {
  ru: [
    'Начальник отдела закупок', 'Менеджер по закупкам', 'Генеральный директор', 'Коммерческий директор', 'Главный бухгалтер', 'Бухгалтер', 'Главный инженер', 'Технолог', 'Начальник склада', 'Логист', 'Снабженец',
    'Помощник руководителя', 'Юрист', 'Начальник производства', 'Директор филиала', 'Специалист по тендерам',
  ],
  en: ['Head of purchasing', 'Buyer', 'Managing director', 'Sales director', 'Chief accountant', 'Accountant', 'Chief engineer', 'Production manager', 'Warehouse manager', 'Logistics manager', 'Office manager', 'Lawyer', 'Category manager', 'Project manager', 'Quality manager'],
} as const

/** The people of one client, from number `personsOf[place]` on. */
export function personsOf(plan: SeedPlan, client: Client): Person[] {
  const from = plan.personsOf[client.place] as number
  const to = plan.personsOf[client.place + 1] as number
  const { fixed, id, createdAt } = client
  if (fixed) {
    return fixed.persons.slice(0, to - from).map((person) => ({
      ...person, birthday: person.birthday ?? null, phones: person.phones ?? [], counterpartyId: id, createdAt,
    }))
  }
  const shift = randomFor(plan.seed, 'family names', plan.standing.counterparties + client.place).below(97)
  return Array.from({ length: to - from }, (_, place) => generated(plan, { number: plan.standing.persons + from + place, place, shift, client }))
}

/** Persons who stand alone, when there are more than the clients take. */
export function* personsWithoutClient(plan: SeedPlan): Iterable<Person> {
  for (let number = plan.personsOf.at(-1) as number; number < plan.sizes.persons; number++) {
    yield generated(plan, { number: plan.standing.persons + number, place: number, shift: 0, client: { id: null, language: 'en', mailDomain: '', createdAt: plan.now } })
  }
}

type Home = Pick<Client, 'language' | 'mailDomain' | 'createdAt'> & { id: string | null }

function generated(plan: SeedPlan, { number, place, shift, client }: { number: number; place: number; shift: number; client: Home }): Person {
  const random = randomFor(plan.seed, 'person', number)
  const { name, call, first, family } = personName(random, client.language, shift, place)
  const again = place < 97 ? '' : String(place)
  const short = `${first.charAt(0)}.${family}${again}@${client.mailDomain}`
  const long = `${first}.${family}${again}@${client.mailDomain}`
  const wantsShort = random.chance(client.language === 'ru' ? 0.7 : 0.25)
  const addresses = client.mailDomain !== '' && random.chance(0.97) ? [wantsShort ? short : long] : []
  if (addresses.length > 0 && random.chance(0.1)) addresses.push(wantsShort ? long : short)
  const phones = random.chance(0.7) ? [phoneNumber(random, client.language)] : []
  if (phones.length > 0 && random.chance(0.15)) phones.push(phoneNumber(random, client.language))
  return {
    id: `p-${String(number).padStart(6, '0')}`, name, call, position: random.chance(0.9) ? random.pick(positions[client.language]) : null, birthday: random.chance(0.5) ? birthday(random) : null,
    counterpartyId: client.id, addresses, phones, createdAt: client.createdAt,
  }
}

function birthday(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${random.between(1958, 2001)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}

export function* personRows(person: Person): Iterable<SeedRow> {
  const { id, name, position, birthday: born, counterpartyId, addresses, phones, createdAt } = person
  yield { table: 'ContactPerson', row: {
    id, name, nameKey: nameKey(name), searchText: searchTextOf(name, person), position, birthday: born, counterpartyId, version: 1, createdAt, updatedAt: createdAt,
  } }
  for (const [place, address] of addresses.entries()) yield { table: 'PersonAddress', row: { id: `${id}-a${place}`, personId: id, ...addressKeys(address), position: place } }
  for (const [place, phone] of phones.entries()) yield { table: 'PersonPhone', row: { id: `${id}-t${place}`, personId: id, phone, position: place } }
}
