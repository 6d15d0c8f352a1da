import { z } from 'zod'
import { contactPage } from './contact'
import type { Operation } from './operation'
import * as p from './parts'
import type { unrecognisedRoutes } from './unrecognised-routes'

export const senderKinds = ['domain', 'address'] as const
const sender = { kind: z.enum(senderKinds), value: z.string().min(1).max(320) }
const whole = z.number().int()

/** What stands about a sender. `id` null: put on the list elsewhere; then it is taken off there. `own`: on the asker's own list. */
const standing = z.object({ decision: z.enum(['not-client', 'never-register']), key: p.id, id: p.id.nullable(), own: z.boolean(), by: p.reference.nullable(), at: p.utcInstant.nullable(), mayUndo: z.boolean() })
/** Contacts that were held and have no client, of one domain; of one address where the domain belongs to nobody. `subjects`: the newest that the asker may read. */
export const senderGroup = z.object({
  ...sender, name: z.string(), contacts: whole, oldestAt: p.utcInstant, newestAt: p.utcInstant, subjects: z.array(z.string()), registeredBy: z.array(p.reference),
  addressCount: whole, addresses: z.array(z.object({ address: z.string(), personName: z.string() })), newName: z.string(),
  suggestion: z.object({ counterparty: p.reference, person: p.reference.nullable(), reason: z.string() }).nullable(), warning: z.string().nullable(), standing: standing.nullable(),
})
/** The sum of the five is what the journal counts as held without a client (of one's own with `mine`): nothing is left out. `withheld`: private ones of others. */
const totals = z.object({ waiting: whole, groups: whole, aside: whole, withoutAddress: whole, withheld: whole })
const listUnrecognised = z.strictObject({ q: z.string().max(500).optional(), mine: p.flag.optional(), decided: p.flag.optional(), sort: z.enum(['contacts', 'newest']).optional(), ...p.paging })
/** `none`: those that came without an address, as calls written down by hand. */
const groupContacts = z.strictObject({ kind: z.enum([...senderKinds, 'none']), value: z.string().max(320).optional(), mine: p.flag.optional(), ...p.paging })

/** `seen`: the key of what stood about it when it was looked at. */
const seenGroup = z.strictObject({ ...sender, seen: p.id.nullish() })
const persons = z.array(z.strictObject({ address: p.addressText, name: p.name })).max(100).optional()
const oneGroup = { group: seenGroup, persons }
const groups = z.array(seenGroup).min(1).max(200)
const clientKind = z.string().min(1).max(100)
export const senderDecision = z.discriminatedUnion('decision', [
  /** `alsoDomain`: the domain is declared the client's (usual where there is one); `personId`: whose addresses these are. */
  z.strictObject({ decision: z.literal('this-is'), ...oneGroup, counterpartyId: p.id, personId: p.id.nullish(), alsoDomain: z.boolean().optional() }),
  z.strictObject({ decision: z.literal('new-client'), ...oneGroup, name: p.name, kind: clientKind.optional(), managerId: p.id.nullish(), alsoDomain: z.boolean().optional() }),
  z.strictObject({ decision: z.literal('not-client'), groups, note: z.string().max(1_000).optional() }),
  /** `organisation`: for leads and administrators. What was registered stays. */
  z.strictObject({ decision: z.literal('never-register'), groups, whose: z.enum(['organisation', 'own']) }),
])
/** What one decision did. `left`: groups about which somebody had decided before. Contacts that the caller may not know of are repaired and not counted. */
export const decided = z.object({
  id: p.id, decision: z.enum(['this-is', 'new-client', 'not-client', 'never-register']), filed: whole, counterparty: p.reference.nullable(), persons: z.array(p.reference), addresses: whole,
  domains: z.array(z.string()), groups: z.array(z.object(sender)), left: z.array(z.object(sender)),
})
/** `left`: contacts changed meanwhile, and left as they are. `kept`: made by the decision and in use since. */
const takenBack = z.object({ unfiled: whole, left: whole, kept: z.array(p.reference) })
/**
 * One decision. `filed`: contacts that the asker may know of. `going`: it is being carried out, at this moment or after a restart. `own`: of the list of who decided.
 * `mayUndo` false: it was somebody else's, or is taken back already (`undoneAt`).
 */
export const recentDecision = z.object({
  id: p.id, decision: z.enum(['this-is', 'new-client', 'not-client', 'never-register']), at: p.utcInstant, by: p.reference.nullable(), groups: z.array(z.object({ ...sender, name: z.string() })), groupCount: whole,
  counterparty: p.reference.nullable(), filed: whole, own: z.boolean(), going: z.boolean(), undoneAt: p.utcInstant.nullable(), mayUndo: z.boolean(),
})
/** `address`: of somebody who was erased and agrees to be kept again. `allowed`: whether it was one. */
const allowErased = z.strictObject({ address: p.addressText })

export const unrecognisedOperations = {
  listUnrecognised: { query: listUnrecognised, answer: p.page(senderGroup).extend({ totals }), status: 200 },
  unrecognisedContacts: { query: groupContacts, answer: contactPage, status: 200 },
  decideUnrecognised: { body: senderDecision, answer: decided, status: 200 },
  undoUnrecognised: { answer: takenBack, status: 200 },
  recentDecisions: { query: z.strictObject({ ...p.paging }), answer: p.page(recentDecision), status: 200 },
  allowErasedAddress: { body: allowErased, answer: z.object({ allowed: z.boolean() }), status: 200 },
} as const satisfies Record<keyof typeof unrecognisedRoutes, Operation>

export type SenderGroup = z.infer<typeof senderGroup>
export type SenderDecisionBody = z.output<typeof senderDecision>
export type Decided = z.infer<typeof decided>
export type RecentDecision = z.infer<typeof recentDecision>
export type SenderTotals = z.infer<typeof totals>
export type SenderKind = (typeof senderKinds)[number]
