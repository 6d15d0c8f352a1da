import type { Method, State, Status } from '@counterpane/shared/domain/codes'
import { adSources, firms } from './seed-dictionaries'
import type { Client } from './seed-clients'
import { roundedStart } from './seed-clock'
import { russianName } from './seed-managers'
import type { SeedContact } from './seed-contact-rows'
import type { Person } from './seed-persons'
import { contactNumber, type SeedPlan } from './seed-plan'
import { pickWeighted, type Random } from './seed-random'
import { filled, type Step, type Story, type Voice } from './seed-story'
import { voiceEn } from './voice-en'
import { voiceRu } from './voice-ru'

export const voices: Readonly<Record<Client['language'], Voice>> = { en: voiceEn, ru: voiceRu }

/** Where the telling of one client's stories stands. */
export interface Teller {
  plan: SeedPlan; client: Client; persons: readonly Person[]; random: Random
  story: Story | null; step: number; unfinished: boolean; slots: Record<string, string>; conversationId: string | null; previous: string | null; earliest: number; told: number
  /** Nobody has answered yet. */
  onlyFromThem?: true
}

const day = 86_400_000
const minutesOf: Readonly<Record<Method, readonly number[] | null>> = {
  letter: null, fax: null, messenger: null, other: null, call: [3, 4, 5, 7, 8, 10, 12, 15, 20], meeting: [30, 60, 60, 60, 90, 120], 'video-call': [30, 30, 45, 60], exhibition: [15, 30],
}
const written = (method: Method) => minutesOf[method] === null

export function tellContact(teller: Teller, number: number, at: number): SeedContact {
  const { plan, client, random } = teller
  nextStep(teller, number, at)
  const story = teller.story as Story
  const told = story.steps[teller.step] as Step
  const future = at > plan.now
  // Nobody plans to receive a letter: what lies ahead is a call.
  const method: Method = future && written(told.method) ? 'call' : told.method
  const direction = future && written(told.method) ? 'outgoing' : told.direction
  const startsAt = roundedStart(at, method, teller.earliest)
  const durationMinutes = minutesOf[method] && random.pick(minutesOf[method])
  const status = statusOf(random, { method, startsAt, now: plan.now })
  const manager = random.chance(0.9) ? client.manager : random.pick(plan.managers)
  const persons = participants(teller, method)
  const words = wordsOf(teller, { told, method, status, persons, manager: manager.name, direction })
  const contact: SeedContact = {
    number, startsAt, durationMinutes, method, direction, status, state: stateOf(random, { status, direction, age: plan.now - startsAt, method }),
    priority: story.type === 'ct-claim' && random.chance(0.6) ? 'high' : pickWeighted(random, [['medium', 80], ['high', 9], ['low', 11]]),
    source: sourceOf(random, { method, status, gmail: manager.teamId === 'team-key' }), client, managerId: manager.id,
    registeredById: random.chance(0.86) ? manager.id : random.pick(plan.managers).id, managerIds: managersOf(teller, { method, managerId: manager.id }), persons,
    typeId: random.chance(0.95) ? story.type : null, adSourceId: teller.told === 0 || story.type === 'ct-first' && random.chance(0.3) ? random.pick(adSources).id : null,
    previousId: teller.previous, conversationId: method === 'letter' ? teller.conversationId : null, visibility: random.chance(0.01) ? 'subject' : 'full', private: random.chance(0.005) ? 1 : 0,
    ...words, comment: random.chance(0.03) ? random.pick(voices[client.language].comments) : '', attributes: attributesOf(teller, story), files: future ? [] : told.files,
    alsoIds: client.kind === 'dealer' && random.chance(0.08) ? anotherClient(teller) : [], ...writtenAt(random, { startsAt, method, status, now: plan.now }),
  }
  if (contact.visibility === 'subject') contact.content = contact.folded = ''
  teller.previous = contactNumber(plan, number)
  teller.earliest = startsAt
  teller.told++
  return contact
}

/** Is the matter begun and not yet ended? Some are left unfinished: they come to nothing. */
export const goesOn = ({ story, step, unfinished }: Teller) => story !== null && step + 1 < story.steps.length && !unfinished

/** The next step of the story, or the first of another one. */
function nextStep(teller: Teller, number: number, at: number): void {
  const { random, client, plan } = teller
  const voice = voices[client.language]
  if (goesOn(teller)) {
    teller.step++
    if (random.chance(0.25)) teller.previous = null
  } else {
    const first = teller.told === 0 && client.active.from > 0 && !client.fixed
    const stories = teller.onlyFromThem ? voice.stories.filter((story) => story.steps[0]?.method === 'letter' && story.steps[0].direction === 'incoming') : voice.stories
    const begun = first ? stories[0] : pickWeighted(random, stories.map((story) => [story, story.weight] as const))
    Object.assign(teller, { story: begun as Story, step: 0, conversationId: `conv-${plan.standing.contacts + number}`, previous: null, slots: newSlots(random, voice, client.language) })
  }
  teller.unfinished = random.chance(0.14)
  const date = new Date(at + random.between(3, 14) * day)
  teller.slots.w = voice.date(date.getUTCDate(), voice.months[date.getUTCMonth()] as string)
}

function newSlots(random: Random, voice: Voice, language: Client['language']): Record<string, string> {
  const quantity = random.pick([5, 10, 20, 25, 40, 50, 60, 80, 100, 120, 150, 200, 300, 500])
  const sum = quantity * random.between(2, 90) * (language === 'ru' ? 1_000 : 10)
  return {
    p: random.pick(voice.products), q: language === 'ru' ? `${quantity} штук` : `${quantity} pcs`, s: voice.money(sum), sum: String(sum), d: String(random.pick([3, 5, 7, 8, 10, 12])),
    n: String(random.between(100, 9_900)), days: String(random.pick([5, 7, 10, 14, 15, 20, 30])), w: '',
  }
}

function participants({ persons, client, random }: Teller, method: Method): Person[] {
  if (persons.length === 0 || (written(method) && client.addresses.length > 0 && random.chance(0.08))) return []
  // Most talk goes through the first of them.
  const one = persons[Math.floor(persons.length * random.next() ** 2)] as Person
  if ((method !== 'meeting' && method !== 'video-call') || !random.chance(0.4)) return random.chance(0.04) ? both(one, random.pick(persons)) : [one]
  const two = both(one, random.pick(persons))
  return random.chance(0.3) ? [...two, ...persons.filter((person) => !two.includes(person)).slice(0, 1)] : two
}
const both = (one: Person, other: Person) => (one === other ? [one] : [one, other])

function managersOf({ plan, random }: Teller, { method, managerId }: { method: Method; managerId: string }): string[] {
  if ((method !== 'meeting' && method !== 'video-call') || !random.chance(0.25)) return []
  const joined = new Set([managerId, random.pick(plan.managers).id])
  if (random.chance(0.2)) joined.add(random.pick(plan.managers).id)
  return joined.size > 1 ? [...joined] : []
}

/** Ahead lies what is planned; of the last days some has no outcome yet; the rest was held or fell through. */
function statusOf(random: Random, { method, startsAt, now }: { method: Method; startsAt: number; now: number }): Status {
  if (startsAt > now) return random.chance(0.06) ? 'cancelled' : 'planned'
  if (written(method)) return 'held'
  if (now - startsAt < 9 * day && random.chance(0.14)) return 'planned'
  return random.chance(0.06) ? 'cancelled' : random.chance(0.002) ? 'planned' : 'held'
}

function stateOf(random: Random, { status, direction, age, method }: { status: Status; direction: string; age: number; method: Method }): State {
  if (status === 'cancelled') return 0
  if (status === 'planned') return 1
  const fresh = age < 12 * day
  if (direction === 'outgoing' && written(method)) return random.chance(0.85) ? 0 : 3
  return pickWeighted(random, fresh ? [[1, 40], [2, 25], [3, 30], [0, 5]] as const : [[3, 72], [0, 17], [2, 7], [1, 4]] as const)
}

function sourceOf(random: Random, { method, status, gmail }: { method: Method; status: Status; gmail: boolean }): SeedContact['source'] {
  if (method === 'letter') return gmail ? 'gmail' : 'outlook'
  if ((method === 'meeting' || method === 'video-call') && random.chance(0.65)) return 'calendar'
  return method === 'other' && status === 'held' && random.chance(0.3) ? 'import' : 'manual'
}

/** A letter is registered soon after it came; a plan is made days before; what was held is written down the same day. */
function writtenAt(random: Random, { startsAt, method, status, now }: { startsAt: number; method: Method; status: Status; now: number }): { createdAt: number; updatedAt: number } {
  const createdAt = status === 'held' && random.chance(written(method) ? 1 : 0.55) ? startsAt + random.below(3 * 3_600) * 1_000 : Math.min(startsAt, now) - random.between(1, 9) * day
  const updatedAt = status === 'planned' ? createdAt : Math.max(createdAt, startsAt + random.below(6 * 3_600) * 1_000)
  return { createdAt: Math.min(createdAt, now), updatedAt: Math.min(updatedAt, now) }
}

interface Said { told: Step; method: Method; status: Status; persons: readonly Person[]; manager: string; direction: string }
function wordsOf({ client, random, slots }: Teller, { told, method, status, persons, manager, direction }: Said): Pick<SeedContact, 'subject' | 'content' | 'folded' | 'result'> {
  const voice = voices[client.language]
  const subject = filled(told.subject, slots)
  const sentences = told.content.map((group) => filled(random.pick(group), slots)).join(' ')
  const result = status === 'cancelled' ? random.pick(voice.cancelReasons) : status === 'held' && told.result.length > 0 ? filled(random.pick(told.result), slots) : ''
  if (status === 'planned') return { subject, content: `${filled(told.content[0]?.[0] ?? '', slots)} ${random.pick(voice.plans)}`.trim(), folded: '', result: '' }
  if (method !== 'letter') return { subject, content: sentences, folded: '', result }
  const incoming = direction === 'incoming'
  const writer = client.language === 'ru' ? russianName(manager) : manager
  const call = incoming ? writer.split(' ')[0] as string : persons[0]?.call ?? ''
  const signature = incoming ? [persons[0]?.name ?? '', persons[0]?.position ?? '', client.name, persons[0]?.phones[0] ?? ''] : [writer, firms[client.language].name]
  return { subject, content: call === '' ? sentences : `${voice.greeting(call)}\n\n${sentences}`, folded: [voice.regards, ...signature].filter((line) => line !== '').join('\n'), result }
}

function attributesOf({ client, slots, random }: Teller, story: Story): string {
  if ((story.type !== 'ct-offer' && story.type !== 'ct-payment' && story.type !== 'ct-contract') || !random.chance(0.4)) return '{}'
  return JSON.stringify({ [client.language === 'ru' ? 'Сумма' : 'Amount']: Number(slots.sum) })
}

function anotherClient({ plan, client, random }: Teller): string[] {
  const place = random.below(plan.sizes.counterparties)
  const id = plan.fixed[place]?.id ?? `cp-${String(plan.standing.counterparties + place).padStart(6, '0')}`
  return id === client.id ? [] : [id]
}
