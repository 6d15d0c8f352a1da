import { z } from 'zod'
import * as p from './parts'

/** Something a named manager must do by a date; a note is the lightest kind. */
export const task = z.object({
  id: p.id, etag: z.string(), kind: p.taskKind, title: z.string(), dueAt: p.utcInstant, overdue: z.boolean(), done: z.boolean(), doneAt: p.utcInstant.nullable(),
  result: z.string(), manager: p.reference, createdBy: p.reference, counterparty: p.reference.nullable(), contactId: p.id.nullable(), dealId: p.id.nullable(),
  createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const title = z.string().max(1_000).refine((value) => value.trim() !== '', { message: 'must not be empty' })
export const createTask = z.strictObject({
  title, dueAt: p.instant, managerId: p.id.optional(), counterpartyId: p.id.nullish(), contactId: p.id.nullish(), dealId: p.id.nullish(), kind: p.taskKind.optional(),
})
export const patchTask = z.strictObject({
  title: title.optional(), dueAt: p.instant.optional(), managerId: p.id.optional(), counterpartyId: p.id.nullish(), contactId: p.id.nullish(), dealId: p.id.nullish(),
  done: z.boolean().optional(), result: z.string().max(100_000).optional(),
})
export const listTasks = z.strictObject({
  managerId: p.anyOf(p.id).optional(), counterpartyId: p.anyOf(p.id).optional(), contactId: p.anyOf(p.id).optional(), kind: p.anyOf(p.taskKind).optional(),
  done: p.flag.optional(), from: p.instant.optional(), to: p.instant.optional(), ...p.paging,
})
export const taskPage = p.page(task)
export type Task = z.infer<typeof task>
