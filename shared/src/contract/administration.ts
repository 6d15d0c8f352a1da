import { z } from 'zod'
import type { Operation } from './operation'
import type { administrationRoutes } from './administration-routes'
import { calendarStates } from './calendar'
import * as codes from '../domain/codes'
import { clientWordNouns, wordNouns } from '../domain/word-nouns'
import * as p from './parts'

/** A manager as an administrator sees one: how they sign in, and how much hangs on them. `addresses`: the main one first. */
export const managedManager = z.object({
  id: p.id, etag: z.string(), name: z.string(), role: p.role, active: z.boolean(), addresses: z.array(z.string()), team: p.reference.nullable(),
  /** The companies of ours they work for; none: all of them. */
  firms: z.array(p.reference), locale: z.enum(codes.locales).nullable(),
  identities: z.array(z.object({ provider: z.string(), boundAt: p.utcInstant })), lastSeenAt: p.utcInstant.nullable(),
  /** Until when a code that nobody has used can be used. */
  invitedUntil: p.utcInstant.nullable(),
  clients: z.number().int(), plans: z.number().int(), tasks: z.number().int(), calendar: z.enum(calendarStates).nullable(),
})
export const managedManagerPage = p.page(managedManager)

const managerFields = {
  name: p.name, role: p.role, teamId: p.id.nullable(), firmIds: z.array(p.id).max(500), locale: z.enum(codes.locales).nullable(),
  /** The main one first. */
  addresses: z.array(p.addressText).min(1).max(50),
}
export const createManager = z.strictObject({ ...managerFields, teamId: managerFields.teamId.optional(), firmIds: managerFields.firmIds.optional(), locale: managerFields.locale.optional() })
export const patchManager = z.strictObject({ ...managerFields, active: z.boolean() }).partial()
  .refine((value) => Object.values(value).some((one) => one !== undefined), { message: 'nothing is to be changed' })

/** What is open goes to somebody else, all by one order that can be taken back as one. */
export const handOverManager = z.strictObject({ toId: p.id, clients: z.boolean(), plans: z.boolean(), tasks: z.boolean() })
  .refine(({ clients, plans, tasks }) => clients || plans || tasks, { message: 'clients, plans, tasks, or several of them' })
/** `left`: what stays, since only those who take part may change it. */
export const handedOverManager = z.object({ setId: p.id.nullable(), clients: z.number().int(), plans: z.number().int(), tasks: z.number().int(), left: z.number().int() })

const noun = z.enum(wordNouns)
const wordName = z.string().max(200).refine((value) => value.trim() !== '', { message: 'must not be empty' })
/** `nameRu` of goals only. `used`: on how many records it stands. `position`: of lists that have an order of their own. */
export const word = z.object({ id: p.id, etag: z.string(), noun, name: z.string(), nameRu: z.string().nullable(), active: z.boolean(), position: z.number().int(), used: z.number().int() })
/** `strays`: words that stand on clients and on no list, the most used first. */
export const wordPage = z.object({ items: z.array(word), strays: z.array(z.object({ noun: z.enum(clientWordNouns), name: z.string(), used: z.number().int() })), nextCursor: z.null() })
export const createWord = z.strictObject({ noun, name: wordName, nameRu: wordName.nullish() })
/** `onClients`: the clients on which the old word stands get the new one too. */
export const patchWord = z.strictObject({ noun, name: wordName.optional(), nameRu: wordName.nullish(), active: z.boolean().optional(), onClients: z.boolean().optional() })
/** `setId` takes the clients back to the old word. */
export const patchedWord = z.object({ word, setId: p.id.nullable(), clients: z.number().int() })
export const whichNoun = z.strictObject({ noun })
/** All words of the list, in their new order. */
export const orderWords = z.strictObject({ noun: z.enum(clientWordNouns), ids: z.array(p.id).max(2_000) })

export const ownDomain = z.object({ domain: z.string(), managers: z.number().int() })
export const ownDomainPage = p.page(ownDomain)
export const nameDomain = z.strictObject({ domain: z.string().min(1).max(300) })

export const administrationOperations = {
  listAllManagers: { query: z.strictObject({}), answer: managedManagerPage, status: 200 },
  createManager: { body: createManager, answer: managedManager, status: 201 },
  patchManager: { body: patchManager, answer: managedManager, status: 200 },
  handOverManager: { body: handOverManager, answer: handedOverManager, status: 200 },
  listWords: { query: z.strictObject({}), answer: wordPage, status: 200 },
  createWord: { body: createWord, answer: word, status: 201 },
  patchWord: { body: patchWord, answer: patchedWord, status: 200 },
  deleteWord: { query: whichNoun, answer: null, status: 204 },
  orderWords: { body: orderWords, answer: wordPage, status: 200 },
  listOwnDomains: { query: z.strictObject({}), answer: ownDomainPage, status: 200 },
  addOwnDomain: { body: nameDomain, answer: ownDomain, status: 201 },
  removeOwnDomain: { body: nameDomain, answer: null, status: 204 },
} as const satisfies Record<keyof typeof administrationRoutes, Operation>

export type ManagedManager = z.infer<typeof managedManager>
export type Word = z.infer<typeof word>
