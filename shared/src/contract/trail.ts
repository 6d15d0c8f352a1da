import { z } from 'zod'
import type { Operation } from './operation'
import * as p from './parts'
import { change } from './changes'
import { neverScopes, retentionRules, type RetentionRule } from '../domain/trail-codes'
import type { trailRoutes } from './trail-routes'

const scope = z.enum(neverScopes)
/** `value`: as a person reads it. */
const neverEntry = z.object({ id: p.id, scope, kind: z.enum(['address', 'domain']), value: z.string() })
export const neverLimits = { pasted: 5_000, organisation: 20_000, own: 5_000, keys: 5_000 } as const
const listNever = z.strictObject({ scope, q: p.shortText.optional(), ...p.paging })
const neverPage = z.object({ ...p.page(neverEntry).shape, mayChange: z.boolean(), total: z.number().int() })
const addNever = z.strictObject({ scope, text: z.string().min(1).max(500_000) })
/** `unreadable`: neither an address nor a domain; `own`: one of our own addresses or domains; `free-mail`: a domain that half the world writes from; `public-suffix`: everybody below it. */
const neverProblem = z.object({ line: z.number().int(), text: z.string(), problem: z.enum(['unreadable', 'own', 'free-mail', 'public-suffix']) })
const neverAdded = z.object({ added: z.number().int(), known: z.number().int(), problems: z.array(neverProblem) })
/** What a pane needs to leave a message alone. `whole` false: there is more than is sent here; the server knows all of it. */
const neverKeys = z.object({ organisation: z.array(z.string()), own: z.array(z.string()), whole: z.boolean() })

const { canUndo: _canUndo, ...told } = change.shape
/** `noun` of other rooms may be any. `title` null: it is gone, or has no name. `masked`: of its values nothing is told here. */
const trailEntry = z.object({ ...told, noun: z.string(), nounId: p.id, title: z.string().nullable(), masked: z.boolean(), clientId: p.id.nullable() })
/** Days as the caller's zone has them come as instants. `managerId=automatic`: what came by itself. `thing`: an id, or words of a name. */
export const trailFilter = { from: p.instant.optional(), to: p.instant.optional(), managerId: p.id.optional(), noun: p.shortText.optional(), action: p.shortText.optional(), thing: p.shortText.optional(), setId: p.id.optional() }
const searchTrail = z.strictObject({ ...trailFilter, ...p.paging })
export const trailCsvQuery = z.strictObject({ ...trailFilter, language: z.enum(['en', 'ru']).optional(), timeZone: z.string().min(1).max(64) })
/** `lookedTo`: so far back this page has looked; a page may be empty and have a next one. */
const trailPage = z.object({ ...p.page(trailEntry).shape, lookedTo: p.utcInstant.nullable() })

/** How many days each is kept; null: for ever. */
const days = (least: number) => z.number().int().min(least).max(36_500).nullable()
const retention = z.strictObject({
  audit: days(90), undoneContacts: days(30), undoneFiles: days(30), importProblems: days(30), sessions: days(7), digests: days(7), signInAttempts: days(1),
})
const retentionCounts = z.object(Object.fromEntries(retentionRules.map((rule) => [rule, z.number().int()])) as Record<RetentionRule, z.ZodNumber>)
const retentionAnswer = z.object({ rules: retention, lastRunAt: p.utcInstant.nullable(), lastDeleted: retentionCounts.partial().nullable() })
const retentionRun = z.object({ deleted: retentionCounts, more: z.boolean(), busy: z.boolean() })

const findPerson = z.strictObject({ address: p.addressText.optional(), name: p.name.optional(), personId: p.id.optional() })
  .refine((asked) => Object.values(asked).filter((value) => value !== undefined).length === 1, { message: 'one of address, name, personId' })
const byTable = z.record(z.string(), z.number().int())
const personFound = z.object({ personId: p.id, name: z.string(), counterparty: p.reference.nullable(), addresses: z.array(z.string()), counts: byTable })
/** `suppressedAt`: somebody with this address was erased then. `onlyAddress`: rows that hold the address though no person of the base has it. */
const personsFound = z.object({ items: z.array(personFound), suppressedAt: p.utcInstant.nullable(), onlyAddress: byTable })
const personalExport = z.object({ person: z.object({ id: p.id, name: z.string() }), madeAt: p.utcInstant, reportId: p.id, counts: byTable, tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) })
const eraseBody = z.strictObject({ confirm: z.string().max(500) })
const personalReport = z.object({ id: p.id, kind: z.enum(['export', 'erase']), manager: p.reference, at: p.utcInstant, counts: byTable })
/** `fileCleaned` false: old bytes stay in free pages of the database's file until it is compacted. */
const erased = z.object({ report: personalReport, fileCleaned: z.boolean() })

export const trailOperations = {
  listNeverRegister: { query: listNever, answer: neverPage, status: 200 },
  addNeverRegister: { body: addNever, answer: neverAdded, status: 200 },
  neverRegisterKeys: { answer: neverKeys, status: 200 },
  deleteNeverRegister: { answer: null, status: 204 },
  searchTrail: { query: searchTrail, answer: trailPage, status: 200 },
  getRetention: { answer: retentionAnswer, status: 200 },
  putRetention: { body: retention, answer: retentionAnswer, status: 200 },
  previewRetention: { body: retention, answer: retentionCounts, status: 200 },
  runRetention: { answer: retentionRun, status: 200 },
  findPersonalData: { body: findPerson, answer: personsFound, status: 200 },
  listPersonalDataReports: { query: z.strictObject(p.paging), answer: p.page(personalReport), status: 200 },
  exportPersonalData: { answer: personalExport, status: 200 },
  erasePersonalData: { body: eraseBody, answer: erased, status: 200 },
} as const satisfies Record<keyof typeof trailRoutes, Operation>

export type NeverEntry = z.infer<typeof neverEntry>
export type NeverAdded = z.infer<typeof neverAdded>
export type NeverKeys = z.infer<typeof neverKeys>
export type NeverProblem = z.infer<typeof neverProblem>
export type TrailEntry = z.infer<typeof trailEntry>
export type TrailQuery = z.output<typeof searchTrail>
export type RetentionRules = z.infer<typeof retention>
export type RetentionCounts = Record<RetentionRule, number>
export type PersonFound = z.infer<typeof personFound>
export type PersonsFound = z.infer<typeof personsFound>
export type PersonalReport = z.infer<typeof personalReport>
export type PersonalExport = z.infer<typeof personalExport>
export type Erased = z.infer<typeof erased>
