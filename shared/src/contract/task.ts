import { z } from 'zod'
import * as p from './parts'

const minutes = z.number().int().min(0).max(527_040).nullish()
const repeat = p.taskRepeat.nullish()
/** Tasks with a client of one of these segments; one that is not there holds nobody. */
const segmentId = p.anyOf(p.id).refine((ids) => ids.length <= 20, { message: 'at most 20' }).optional()

/** Something a named manager must do by a date; a note is the lightest kind. */
export const task = z.object({
  id: p.id, etag: z.string(), kind: p.taskKind, title: z.string(), dueAt: p.utcInstant, overdue: z.boolean(), done: z.boolean(), doneAt: p.utcInstant.nullable(),
  result: z.string(), manager: p.reference, createdBy: p.reference, counterparty: p.reference.nullable(), contactId: p.id.nullable(), dealId: p.id.nullable(),
  /** The contact it came from, as much as a line needs; null too when its words are not the caller's to read. */
  contact: z.object({ id: p.id, subject: z.string(), method: p.method, startsAt: p.utcInstant }).nullable(),
  /** Time spent, in minutes. `repeat`: when it is done, the next one is made. */
  minutes: z.number().int().nullable(), repeat: p.taskRepeat.nullable(), repeatOfId: p.id.nullable(),
  createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const title = z.string().max(1_000).refine((value) => value.trim() !== '', { message: 'must not be empty' })
export const createTask = z.strictObject({
  title, dueAt: p.instant, managerId: p.id.optional(), counterpartyId: p.id.nullish(), contactId: p.id.nullish(), dealId: p.id.nullish(), kind: p.taskKind.optional(), minutes, repeat,
})
export const patchTask = z.strictObject({
  title: title.optional(), dueAt: p.instant.optional(), managerId: p.id.optional(), counterpartyId: p.id.nullish(), contactId: p.id.nullish(), dealId: p.id.nullish(),
  done: z.boolean().optional(), result: z.string().max(100_000).optional(), minutes, repeat,
  /** By whose clock a repeated task keeps its hour; without it, by the zone that the caller has set. */
  timeZone: z.string().max(64).optional(),
})
export const listTasks = z.strictObject({
  managerId: p.anyOf(p.id).optional(), counterpartyId: p.anyOf(p.id).optional(), contactId: p.anyOf(p.id).optional(), kind: p.anyOf(p.taskKind).optional(),
  done: p.flag.optional(), from: p.instant.optional(), to: p.instant.optional(), ...p.paging,
  teamId: p.anyOf(p.id).optional(), createdById: p.anyOf(p.id).optional(), overdue: p.flag.optional(), q: z.string().max(500).optional(), doneFrom: p.instant.optional(), doneTo: p.instant.optional(),
  /** Given by somebody else than the one who has it. */
  assigned: p.flag.optional(), segmentId, sort: z.enum(['dueAt', '-dueAt', '-doneAt', 'manager', 'title']).optional(),
})
/** How much there is of each manager: open, of these overdue and due until `to` (the end of the reader's day), given by others. */
export const askTaskCounts = z.strictObject({ to: p.instant, managerId: p.anyOf(p.id).optional(), teamId: p.anyOf(p.id).optional(), segmentId })
export const taskCounts = z.object({ items: z.array(z.object({ manager: p.reference, open: z.number().int(), overdue: z.number().int(), today: z.number().int(), assigned: z.number().int() })), nextCursor: z.null() })
/** Open tasks change hands; all of them are somebody's at any time. */
export const handOverTasks = z.strictObject({ ids: z.array(p.id).min(1).max(500), managerId: p.id })
export const handedOver = z.object({ results: z.array(z.object({ id: p.id, outcome: z.enum(['handed-over', 'unchanged', 'done-already', 'not-found']) })), setId: p.id.nullable() })
export const taskPage = p.page(task)
export type Task = z.infer<typeof task>
