import { domainForms, skeletonOf } from '@counterpane/shared/matching/look-alike'
import { isFreeMail } from '@counterpane/shared/matching/free-mail'
import { nameKey } from '@counterpane/shared/text/fold'
import { firmName } from './firm-names'
import type { FixedClient } from './fixed-clients'
import { fromWorkDays, toWorkDays } from './seed-clock'
import { addressKeys, domainKeyOf, searchTextOf } from './seed-keys'
import type { SeedManager } from './seed-managers'
import { personName } from './person-names'
import type { SeedPlan } from './seed-plan'
import { pickWeighted, type Random, randomFor } from './seed-random'
import type { Language } from './seed-story'
import type { SeedRow } from './seed-tables'

/** A client with all that its people, contacts and tasks need to know of it; made anew from its number whenever it is asked for. */
export interface Client {
  place: number
  fixed: FixedClient | null
  id: string; name: string; language: Language; kind: string; class: string | null; vip: 0 | 1; industry: string; region: string
  manager: SeedManager
  mailDomain: string
  addresses: readonly string[]; domains: readonly string[]; phones: readonly string[]
  /** The time in which it talks with us, in working days. */
  active: { from: number; to: number }
  createdAt: number
}

const industries = {
  ru: ['Машиностроение', 'Строительство', 'Оптовая торговля', 'Пищевая промышленность', 'Логистика', 'Энергетика', 'Медицина', 'Мебель', 'Химия', 'Сельское хозяйство', 'Металлургия', 'Розничная торговля'],
  en: ['Manufacturing', 'Construction', 'Wholesale', 'Food', 'Logistics', 'Energy', 'Healthcare', 'Furniture', 'Chemicals', 'Farming', 'Metals', 'Retail'],
} as const
const regions = {
  ru: ['Москва', 'Санкт-Петербург', 'Екатеринбург', 'Новосибирск', 'Казань', 'Нижний Новгород', 'Самара', 'Краснодар', 'Пермь', 'Воронеж', 'Челябинск', 'Уфа'],
  en: ['United Kingdom', 'Ireland', 'Germany', 'Netherlands', 'Poland', 'France', 'Austria', 'Denmark', 'Sweden', 'Spain', 'Italy', 'Czechia'],
} as const
const kinds = [['client', 80], ['dealer', 9], ['supplier', 6], ['private', 3.5], ['competitor', 1.5]] as const
const classes = [['A', 12], ['B', 28], ['C', 45], [null, 15]] as const

/** Numbers that nobody has: Russian local numbers never begin with 0, the British ones are kept for plays. */
export function phoneNumber(random: Random, language: Language): string {
  const two = () => String(random.below(100)).padStart(2, '0')
  return language === 'ru' ? `+7 ${random.pick(['495', '812', '343', '383', '843', '846'])} 0${two()}-${two()}-${two()}` : `+44 20 7946 0${random.between(0, 9)}${two()}`
}

export const twoYears = 730 * 86_400_000
const day = 86_400_000

export function clientAt(plan: SeedPlan, place: number): Client {
  const number = plan.standing.counterparties + place
  const random = randomFor(plan.seed, 'client', number)
  const since = plan.now - twoYears
  const fixed = plan.fixed[place]
  if (fixed) {
    return {
      ...fixed, place, fixed, manager: plan.managers.find((manager) => manager.id === fixed.managerId) ?? randomManager(plan, random),
      mailDomain: fixed.persons[0]?.addresses[0]?.split('@')[1] ?? '', active: { from: toWorkDays(since), to: toWorkDays(plan.now - 36 * day) }, createdAt: fromWorkDays(toWorkDays(since - 20 * day)),
    }
  }
  const language: Language = random.chance(0.36) ? 'en' : 'ru'
  const kind = pickWeighted(random, kinds)
  const firm = firmName(language, number)
  const own = random.chance(0.85) ? [`info@${firm.domain}`] : []
  if (random.chance(0.3)) own.push(`${random.pick(['sales', 'office', 'zakaz', 'order', 'buh'])}@${firm.domain}`)
  const active = activeTime(random, { since, now: plan.now })
  return {
    place, fixed: null, id: `cp-${String(number).padStart(6, '0')}`, name: kind === 'private' ? privateName(random, language) : firm.name, language, kind,
    class: pickWeighted(random, classes), vip: random.chance(0.04) ? 1 : 0, industry: random.pick(industries[language]), region: random.pick(regions[language]),
    manager: randomManager(plan, random), mailDomain: firm.domain, addresses: own, domains: own.length === 0 || random.chance(0.25) ? [firm.domain] : [],
    phones: random.chance(0.8) ? [phoneNumber(random, language)] : [], active, createdAt: fromWorkDays(active.from) - random.below(20) * day,
  }
}

/** Most talk with us all the time, some fell silent months ago, some are new. */
function activeTime(random: Random, { since, now }: { since: number; now: number }): Client['active'] {
  const soon = now + 21 * day
  const share = random.next()
  if (share < 0.17) return { from: toWorkDays(since + random.below(200) * day), to: toWorkDays(now - random.between(60, 400) * day) }
  if (share < 0.3) return { from: toWorkDays(now - random.between(20, 300) * day), to: toWorkDays(soon) }
  return { from: toWorkDays(since + random.below(150) * day), to: toWorkDays(soon) }
}

/** The administrator has few clients, the others more or less alike. */
function randomManager({ managers }: SeedPlan, random: Random): SeedManager {
  const drawn = random.pick(managers)
  return drawn.role === 'manager' || random.chance(0.35) ? drawn : random.pick(managers)
}

function privateName(random: Random, language: Language): string {
  const { name } = personName(random, language, random.below(97), 0)
  if (language === 'en') return name
  const words = name.split(' ')
  return `ИП ${words.at(-1)} ${words.slice(0, -1).map((word) => `${word.charAt(0)}.`).join(' ')}`
}

export function* clientRows(client: Client): Iterable<SeedRow> {
  const { id, name, kind, vip, industry, region, addresses, phones, createdAt } = client
  yield { table: 'Counterparty', row: {
    id, name, nameKey: nameKey(name), searchText: searchTextOf(name, client), kind, class: client.class, vip, industry, region, managerId: client.manager.id, version: 1, createdAt, updatedAt: createdAt,
  } }
  for (const [position, address] of addresses.entries()) {
    yield { table: 'CounterpartyAddress', row: { id: `${id}-a${position}`, counterpartyId: id, ...addressKeys(address), position } }
  }
  for (const [position, domain] of client.domains.entries()) {
    yield { table: 'CounterpartyDomain', row: { id: `${id}-d${position}`, counterpartyId: id, domain, domainKey: domainKeyOf(domain), position } }
  }
  for (const [position, phone] of phones.entries()) yield { table: 'CounterpartyPhone', row: { id: `${id}-t${position}`, counterpartyId: id, phone, position } }
  yield* domainRows(client)
}

/** Every client domain once: those of the fixed clients' people differ, a generated client has one. */
function* domainRows({ fixed, addresses, domains, mailDomain }: Client): Iterable<SeedRow> {
  const written = fixed ? [...addresses, ...fixed.persons.flatMap((person) => person.addresses)].map((address) => address.split('@')[1] as string) : [mailDomain]
  const ownDomains = new Set([...written, ...domains].map(domainKeyOf))
  if (fixed?.id === 'cp-delta') ownDomains.delete('vector.example') // stands with the client whose domain it is
  for (const domainKey of ownDomains) {
    if (isFreeMail(domainKey)) continue
    yield { table: 'ClientDomain', row: { domainKey, skeleton: skeletonOf(domainKey) } }
    for (const form of new Set(domainForms(domainKey))) yield { table: 'ClientDomainForm', row: { form, domainKey } }
  }
}

