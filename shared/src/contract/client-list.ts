import { z } from 'zod'
import { locales } from '../domain/codes'
import type { clientListRoutes } from './client-list-routes'
import { viewColumn } from './journal'
import type { Operation } from './operation'
import * as p from './parts'

/** Columns of the list, of a saved selection and of an export, in their usual order. */
export const clientColumns = ['name', 'class', 'kind', 'status', 'manager', 'lastHeldAt', 'next', 'openTasks', 'people', 'reach', 'industry', 'region', 'turnover', 'adSource', 'createdAt'] as const
export const clientSorts = ['name', 'class', 'manager', 'lastHeldAt', 'createdAt'] as const
const word = z.string().min(1).max(200)

/** `none` among values: those that have none. */
const filter = {
  q: z.string().max(500).optional(), kind: p.anyOf(word).optional(), class: p.anyOf(word).optional(), vip: p.flag.optional(), industry: p.anyOf(word).optional(), region: p.anyOf(word).optional(),
  status: p.anyOf(word).optional(), turnover: p.anyOf(word).optional(), adSourceId: p.anyOf(p.id).optional(), managerId: p.anyOf(p.id).optional(), teamId: p.anyOf(p.id).optional(),
  /** Nothing was held with them for so many days, or never. A contact in which they are "also involved" is the other client's. */
  silentDays: z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).optional(),
  hasOpenTasks: p.flag.optional(), hasNextStep: p.flag.optional(), createdFrom: p.instant.optional(), createdTo: p.instant.optional(),
  segmentId: p.id.optional(), id: p.anyOf(p.id).optional(),
}
const sort = z.enum(clientSorts.flatMap((name) => [name, `-${name}`] as const))
export const listClientRows = z.strictObject({ ...filter, sort: sort.optional(), ...p.paging })
export const countClients = z.strictObject(filter)

/** A slim row. `reach`: the first domain, or else the first address. `next`: the nearest planned contact. */
export const clientRow = z.object({
  id: p.id, etag: z.string(), name: z.string(), class: z.string().nullable(), vip: z.boolean(), kind: z.string(), status: z.string().nullable(), turnover: z.string().nullable(), industry: z.string().nullable(),
  region: z.string().nullable(), manager: p.reference.nullable(), adSource: p.reference.nullable(), reach: z.string().nullable(), people: z.number().int(), lastHeldAt: p.utcInstant.nullable(),
  next: z.object({ at: p.utcInstant, method: p.method, overdue: z.boolean() }).nullable(), openTasks: z.number().int(), createdAt: p.utcInstant,
})
export const clientRowPage = p.page(clientRow)
export const clientCount = z.object({ count: z.number().int() })

/** Words that clients have or may have, for filters and changes: of the dictionary first, then others in use. */
export const clientWords = z.object({ kind: z.array(z.string()), class: z.array(z.string()), industry: z.array(z.string()), region: z.array(z.string()), status: z.array(z.string()), turnover: z.array(z.string()) })

const change = z.strictObject({ managerId: p.id.nullable().optional(), class: z.string().min(1).max(20).nullable().optional(), status: z.string().min(1).max(200).nullable().optional() })
  .refine((value) => Object.values(value).some((one) => one !== undefined), { message: 'managerId, class, status, or several of them' })
/** With an etag a client that was changed meanwhile is left as it is. */
export const changeClients = z.strictObject({ items: z.array(z.strictObject({ id: p.id, etag: z.string().max(100).optional() })).min(1).max(5_000), change })
export const changedClients = z.object({
  /** Undoes all of it at once; null when nothing changed. */
  setId: p.id.nullable(),
  results: z.array(z.object({ id: p.id, outcome: z.enum(['changed', 'unchanged', 'stale', 'not-found']) })),
})

const selectionFields = {
  name: z.string().max(120).refine((value) => value.trim() !== '', { message: 'must not be empty' }), shared: z.boolean(),
  /** The list as the address holds it: the text after `?`. */
  search: z.string().max(8_000), columns: z.array(viewColumn).max(60),
}
/** A saved selection. `owner` null: whoever made it has left. */
export const selection = z.object({ id: p.id, etag: z.string(), ...selectionFields, owner: p.reference.nullable(), mine: z.boolean(), createdAt: p.utcInstant, updatedAt: p.utcInstant })
export const createSelection = z.strictObject(selectionFields)
export const patchSelection = z.strictObject(selectionFields).partial()

const ticket = z.string().regex(/^[\w-]{8,64}$/)
/** `columns` are put first, in the order wanted; what else an import reads comes after them, so that the file can be brought in again. */
export const exportClients = z.strictObject({ ...filter, sort: sort.optional(), columns: p.anyOf(z.enum(clientColumns)).optional(), timeZone: z.string().max(64).optional(), ticket: ticket.optional(), language: z.enum(locales).optional() })

export const clientListOperations = {
  listClientRows: { query: listClientRows, answer: clientRowPage, status: 200 },
  countClients: { query: countClients, answer: clientCount, status: 200 },
  clientWords: { query: z.strictObject({}), answer: clientWords, status: 200 },
  changeClients: { body: changeClients, answer: changedClients, status: 200 },
  listSelections: { query: z.strictObject({}), answer: p.page(selection), status: 200 },
  createSelection: { body: createSelection, answer: selection, status: 201 },
  patchSelection: { body: patchSelection, answer: selection, status: 200 },
  deleteSelection: { answer: null, status: 204 },
} as const satisfies Record<keyof typeof clientListRoutes, Operation>

export type ClientRow = z.infer<typeof clientRow>
export type ClientColumn = (typeof clientColumns)[number]
export type ClientSort = z.infer<typeof sort>
export type ClientWords = z.infer<typeof clientWords>
export type ClientSelection = z.infer<typeof selection>
