import { z } from 'zod'
import type { Operation } from './operation'
import type { cleaningRoutes } from './cleaning-routes'
import * as p from './parts'

export const twinNouns = ['counterparty', 'person'] as const
const noun = z.enum(twinNouns)
export const twinReasons = ['tax-number', 'address', 'phone', 'same-name', 'like-name', 'domain'] as const
/** Why two are perhaps one, and what is the same; of a name that is only alike: nothing. */
const reason = z.object({ code: z.enum(twinReasons), value: z.string().nullable() })

/** Fields of which one value stays when two become one; the client's first. */
export const counterpartyFields = ['name', 'kind', 'class', 'vip', 'industry', 'region', 'taxNumber', 'status', 'turnover', 'loyalty', 'competitors', 'adSourceId', 'managerId'] as const
export const personFields = ['name', 'position', 'birthday', 'interests', 'acquaintance', 'counterpartyId'] as const
const mergeField = z.enum([...new Set([...counterpartyFields, ...personFields])])

/** One of a pair, with what helps to decide. `fields`: as people read them, empty ones too, in the order in which they are shown. */
const side = z.object({
  id: p.id, etag: z.string(), name: z.string(), fields: z.array(z.object({ field: mergeField, value: z.string().nullable() })), addresses: z.array(z.string()), domains: z.array(z.string()), phones: z.array(z.string()),
  counterparty: p.reference.nullable(), persons: z.number().int(), contacts: z.number().int(), openTasks: z.number().int(), lastContactAt: p.utcInstant.nullable(), createdAt: p.utcInstant,
})
const pair = z.object({ id: p.id, noun, score: z.number().int(), reasons: z.array(reason), first: side, second: side, dismissed: z.object({ at: p.utcInstant, by: p.reference.nullable() }).nullable() })
const search = z.object({
  id: p.id, state: z.enum(['running', 'done', 'stopped', 'failed']), looked: z.number().int(), total: z.number().int(), found: z.number().int(), startedAt: p.utcInstant, finishedAt: p.utcInstant.nullable(), by: p.reference.nullable(),
})
const searchAnswer = z.object({ search: search.nullable(), waiting: z.object({ counterparty: z.number().int(), person: z.number().int() }) })

/** `what`: what of a merge could not be put back, because somebody changed it since. */
const merge = z.object({ id: p.id, noun, survivorId: p.id, mergedId: p.id, mergedName: z.string(), by: p.reference, at: p.utcInstant, undoneAt: p.utcInstant.nullable() })
export const leftKinds = ['fields', 'addresses', 'domains', 'phones', 'dates', 'persons', 'contacts', 'also', 'tasks', 'choices', 'segments', 'employments', 'orders'] as const
const undoneMerge = z.object({ merge, left: z.array(z.object({ what: z.enum(leftKinds), count: z.number().int() })) })

/** `people`: of the client's people with an address at a firm's domain, how many write from this one; `of`: how many they are. */
const clientDomain = z.object({ domain: z.string(), standing: z.enum(['declared', 'learned', 'refused']), people: z.number().int(), of: z.number().int() })
const employment = z.object({ id: p.id, person: p.reference, counterparty: p.reference.nullable(), position: z.string().nullable(), endedAt: p.utcInstant, now: p.reference.nullable() })

export const cleaningOperations = {
  startDuplicateSearch: { answer: searchAnswer, status: 202 },
  duplicateSearch: { answer: searchAnswer, status: 200 },
  cancelDuplicateSearch: { answer: searchAnswer, status: 200 },
  listDuplicates: { query: z.strictObject({ noun: noun.optional(), dismissed: p.flag.optional(), ...p.paging }), answer: p.page(pair), status: 200 },
  duplicatesOf: { query: z.strictObject({ noun: noun.optional() }), answer: z.object({ items: z.array(z.object({ id: p.id, name: z.string(), counterparty: p.reference.nullable(), score: z.number().int(), reasons: z.array(reason) })) }), status: 200 },
  dismissDuplicate: { body: z.strictObject({ dismissed: z.boolean() }), answer: pair, status: 200 },
  createMerge: {
    body: z.strictObject({
      noun, survivorId: p.id, mergedId: p.id, fields: z.array(mergeField).max(50).optional(),
      /** As they were seen when it was decided. */
      survivorEtag: z.string().max(100).optional(), mergedEtag: z.string().max(100).optional(),
    }), answer: merge, status: 201,
  },
  mergeOf: { answer: merge, status: 200 },
  undoMerge: { answer: undoneMerge, status: 200 },
  clientDomains: { answer: z.object({ items: z.array(clientDomain) }), status: 200 },
  judgeClientDomain: { body: z.strictObject({ domain: z.string().min(1).max(253), standing: z.enum(['declared', 'learned', 'refused']) }), answer: z.object({ items: z.array(clientDomain) }), status: 200 },
  /** `before`: where those who work here now worked before. */
  formerPersons: { answer: z.object({ items: z.array(employment), before: z.array(employment) }), status: 200 },
  listEmployments: { answer: z.object({ items: z.array(employment) }), status: 200 },
  changeEmployer: {
    body: z.strictObject({
      counterpartyId: p.id.nullable(), position: p.shortText.nullish(), at: p.instant.optional(),
      /** What becomes of plans and open tasks: they go along, or stay with the client of before. */
      open: z.enum(['move', 'stay']).optional(),
    }),
    answer: z.object({ setId: p.id, employments: z.array(employment), movedContacts: z.number().int(), movedTasks: z.number().int() }), status: 200,
  },
} as const satisfies Record<keyof typeof cleaningRoutes, Operation>

export type TwinNoun = (typeof twinNouns)[number]
export type TwinReason = z.infer<typeof reason>
export type MergeField = z.infer<typeof mergeField>
export type TwinSide = z.infer<typeof side>
export type TwinPair = z.infer<typeof pair>
export type TwinSearch = z.infer<typeof searchAnswer>
export type Merge = z.infer<typeof merge>
export type LeftKind = (typeof leftKinds)[number]
export type UndoneMerge = z.infer<typeof undoneMerge>
export type ClientDomain = z.infer<typeof clientDomain>
export type Employment = z.infer<typeof employment>
