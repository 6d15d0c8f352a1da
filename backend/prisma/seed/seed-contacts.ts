import type { FixedContact } from './fixed-contact'
import { fixedContacts } from './fixed-histories'
import { firmName } from './firm-names'
import { personName } from './person-names'
import { type Client, twoYears } from './seed-clients'
import { fromWorkDays, onDay, toWorkDays } from './seed-clock'
import { contactRows, type SeedContact } from './seed-contact-rows'
import type { Person } from './seed-persons'
import { contactNumber, type SeedPlan } from './seed-plan'
import { goesOn, tellContact, type Teller } from './seed-telling'
import { type Random, randomFor } from './seed-random'
import type { SeedRow } from './seed-tables'

/** One client's contacts in order of time: first the generated ones, then those written by hand. */
export function* contactsOf(plan: SeedPlan, client: Client, persons: readonly Person[]): Iterable<SeedRow> {
  const from = plan.contactsOf[client.place] as number
  const to = plan.contactsOf[client.place + 1] as number
  const written = client.fixed ? (fixedContacts[client.id] ?? []).slice(0, to - from) : []
  yield* generatedContacts(plan, { client, persons, from, to: to - written.length })
  const firstWritten = to - written.length
  for (const [place, contact] of written.entries()) yield* contactRows(plan, fixedContact(plan, { client, persons, contact, firstWritten, place }))
}

interface Share { client: Client; persons: readonly Person[]; from: number; to: number }

function* generatedContacts(plan: SeedPlan, { client, persons, from, to }: Share): Iterable<SeedRow> {
  const count = to - from
  const random = randomFor(plan.seed, 'contacts', plan.standing.contacts + from)
  const length = client.active.to - client.active.from
  const teller = newTeller({ plan, client, persons, random })
  let last = client.active.from
  for (let k = 0; k < count; k++) {
    const latest = client.active.from + length * ((k + random.next()) / count) ** 0.85
    // A matter that was begun goes on within days; then it is quiet until the next one.
    last = goesOn(teller) ? Math.min(latest, last + 0.2 + 5 * random.next()) : latest
    yield* contactRows(plan, tellContact(teller, from + k, fromWorkDays(last)))
  }
}

function fixedContact(plan: SeedPlan, given: { client: Client; persons: readonly Person[]; contact: FixedContact; firstWritten: number; place: number }): SeedContact {
  const { client, persons, contact, firstWritten, place } = given
  const startsAt = onDay(plan.now, contact.day, contact.time)
  const known = (id: string) => plan.managers.some((manager) => manager.id === id)
  const manager = known(contact.manager) ? contact.manager : client.manager.id
  const createdAt = contact.status === 'held' ? startsAt + 120_000 : Math.min(onDay(plan.now, contact.after === undefined ? contact.day - 7 : -4, '15:25'), startsAt - 3_600_000)
  return {
    number: firstWritten + place, startsAt, durationMinutes: contact.minutes ?? null, method: contact.method, direction: contact.direction, status: contact.status, state: contact.state,
    priority: contact.priority ?? 'medium', source: contact.method === 'letter' ? 'outlook' : contact.managers ? 'calendar' : 'manual', client, managerId: manager, registeredById: manager,
    managerIds: (contact.managers ?? []).filter(known), persons: persons.filter((person) => contact.persons.includes(person.id)), typeId: contact.type, adSourceId: null,
    previousId: contact.after === undefined ? null : contactNumber(plan, firstWritten + contact.after), conversationId: contact.method === 'letter' ? `conv-${client.id}-${contact.after ?? place}` : null,
    visibility: 'full', private: 0, subject: contact.subject, content: contact.content ?? '', folded: '', result: contact.result ?? '', comment: contact.comment ?? '', attributes: '{}', files: contact.files ?? [],
    alsoIds: [], createdAt: Math.min(createdAt, plan.now), updatedAt: Math.min(createdAt, plan.now),
  }
}

/** Letters from people whom nobody has put into the client base yet; now and then two from one firm. */
export function* contactsWithoutClient(plan: SeedPlan): Iterable<SeedRow> {
  const from = plan.contactsOf.at(-1) as number
  const count = plan.sizes.contacts - from
  const random = randomFor(plan.seed, 'contacts without a client', plan.standing.contacts + from)
  const start = toWorkDays(plan.now - twoYears)
  const length = toWorkDays(plan.now) - start
  for (let k = 0; k < count; k++) {
    const at = Math.min(fromWorkDays(start + (length * (k + random.next())) / count), plan.now - 60_000)
    const { client, person } = stranger(plan, random, from + k)
    const teller = newTeller({ plan, client, persons: [person], random, onlyFromThem: true })
    yield* contactRows(plan, { ...tellContact(teller, from + k, at), client: null, persons: [], stranger: person.addresses[0] })
  }
}

function stranger(plan: SeedPlan, random: Random, number: number): { client: Client; person: Person } {
  const language = number % 5 < 2 ? 'en' : 'ru'
  const firm = firmName(language, plan.standing.contacts + number - (number % 3 === 1 ? 1 : 0))
  const name = language === 'ru' ? firm.name.replace('»', ' Плюс»') : `${firm.name} Plus`
  const domain = firm.domain.replace('.', '-plus.') // no client has such a domain
  const { name: full, call, first, family } = personName(random, language, random.below(97), 0)
  const client: Client = {
    place: 0, fixed: null, id: '', name, language, kind: 'client', class: null, vip: 0, industry: '', region: '', manager: random.pick(plan.managers), mailDomain: domain,
    addresses: [], domains: [], phones: [], active: { from: 0, to: 0 }, createdAt: 0,
  }
  return { client, person: { id: '', name: full, call, position: null, birthday: null, counterpartyId: null, addresses: [`${first}.${family}@${domain}`], phones: [], createdAt: 0 } }
}

const newTeller = (given: Pick<Teller, 'plan' | 'client' | 'persons' | 'random'> & { onlyFromThem?: true }): Teller =>
  ({ ...given, story: null, step: 0, unfinished: false, slots: {}, conversationId: null, previous: null, earliest: 0, told: 0 })
