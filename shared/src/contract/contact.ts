import { z } from 'zod'
import { appointment, contactCalendar } from './calendar'
import * as p from './parts'

/** Facts of a file; `kept` when its bytes are here too. */
export const attachment = z.object({ id: p.id, name: z.string(), contentType: z.string(), size: z.number().int(), kept: z.boolean() })

/** One act of communication, past or planned. `attributes` are further named facts: text, number, date, choice, link. */
export const contact = z.object({
  id: p.id, etag: z.string(), startsAt: p.utcInstant, durationMinutes: z.number().int().nullable(),
  method: p.method, direction: p.direction, status: p.status, state: p.state, overdue: z.boolean(), priority: p.priority,
  type: p.reference.nullable(), firm: p.reference.nullable(), manager: p.reference.nullable(), managers: z.array(p.reference),
  registeredBy: p.reference.nullable(), counterparty: p.reference.nullable(), also: z.array(p.reference), persons: z.array(p.reference),
  subject: z.string(), content: z.string(), folded: z.string(), result: z.string(), comment: z.string(),
  adSource: p.reference.nullable(), attributes: z.record(z.string(), z.unknown()), attachments: z.array(attachment),
  source: p.source, visibility: p.visibility, private: z.boolean(), messageId: z.string().nullable(), conversationId: z.string().nullable(),
  previousId: p.id.nullable(), nextIds: z.array(p.id), createdAt: p.utcInstant, updatedAt: p.utcInstant,
  /** Null when no calendar knows it; `appointment`: put into its manager's own calendar from here. */
  calendar: contactCalendar.nullable(), appointment: appointment.nullable(),
})

const attributeValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
const editable = {
  durationMinutes: z.number().int().min(0).max(527_040).nullish(),
  state: p.state.optional(), priority: p.priority.optional(), type: p.id.nullish(), firmId: p.id.nullish(), adSourceId: p.id.nullish(),
  counterpartyId: p.id.nullish(), alsoCounterpartyIds: z.array(p.id).max(100).optional(), personIds: z.array(p.id).max(1_000).optional(), managerId: p.id.optional(),
  subject: z.string().max(100_000).optional(), content: z.string().max(p.limits.contentMax).optional(),
  result: z.string().max(1_000_000).optional(), comment: z.string().max(100_000).optional(),
  attributes: z.record(z.string().max(200), attributeValue).refine((named) => Object.keys(named).length <= 200, { message: 'at most 200 attributes' }).optional(), private: z.boolean().optional(), visibility: p.visibility.optional(), previousId: p.id.nullish(),
}
const act = { startsAt: p.instant, method: p.method, direction: p.direction, status: p.status }

export const createContact = z.strictObject({ ...act, ...editable })
export const patchContact = z.strictObject({
  startsAt: act.startsAt.optional(), method: act.method.optional(), direction: act.direction.optional(), status: act.status.optional(), ...editable,
})

export const planNext = z.strictObject({
  at: p.instant, method: p.method.optional(), type: p.id.nullish(), durationMinutes: editable.durationMinutes, subject: editable.subject,
  content: editable.content, priority: p.priority.optional(), managerId: p.id.optional(), direction: p.direction.optional(),
})
export const recordOutcome = z.strictObject({
  outcome: z.enum(['held', 'not-held', 'moved']), result: editable.result, state: p.state.optional(), movedTo: p.instant.optional(), next: planNext.optional(),
}).refine((value) => value.outcome !== 'moved' || value.movedTo !== undefined, { path: ['movedTo'], message: 'a moved contact needs its new time' })
export const cancelContact = z.strictObject({ reason: z.string().max(100_000).optional() })

export const contactSorts = [
  'startsAt', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'manager', 'registeredBy', 'counterparty', 'subject', 'createdAt', 'updatedAt',
  'person', 'result', 'source', 'adSource', 'nextAt',
] as const
const minutes = z.string().regex(/^\d{1,6}$/, 'a number of minutes').transform(Number)
/** What narrows a list of contacts. `type`, `firmId`, `adSourceId`, `managerId`, `personId` take `none` too: those that have none. */
export const contactFilter = {
  /** These contacts and no others: those that were ticked. */
  id: p.anyOf(p.id).refine((ids) => ids.length <= 300, { message: 'at most 300' }).optional(),
  from: p.instant.optional(), to: p.instant.optional(), counterpartyId: p.anyOf(p.id).optional(), personId: p.anyOf(p.id).optional(),
  /** With clients of these segments. */
  segmentId: p.anyOf(p.id).refine((ids) => ids.length <= 20, { message: 'at most 20' }).optional(),
  managerId: p.anyOf(p.id).optional(), teamId: p.anyOf(p.id).optional(), method: p.anyOf(p.method).optional(), direction: p.anyOf(p.direction).optional(),
  status: p.anyOf(p.status).optional(), state: p.anyOf(p.stateText).optional(), priority: p.anyOf(p.priority).optional(), type: p.anyOf(p.id).optional(),
  /** Filed under this manager or client itself, not those in which they only take part: the rows behind a group. */
  mainManagerId: p.anyOf(p.id).optional(), mainCounterpartyId: p.anyOf(p.id).optional(),
  firmId: p.anyOf(p.id).optional(), adSourceId: p.anyOf(p.id).optional(), registeredById: p.anyOf(p.id).optional(), source: p.anyOf(p.source).optional(),
  /** Word forms (Russian, English) and parts of addresses and numbers, over subject, content, result and comment. */
  q: z.string().max(500).optional(),
  /** These words stand in the subject, or in the result. */
  subject: z.string().max(500).optional(), result: z.string().max(500).optional(),
  minutesFrom: minutes.optional(), minutesTo: minutes.optional(), createdFrom: p.instant.optional(), createdTo: p.instant.optional(), updatedFrom: p.instant.optional(), updatedTo: p.instant.optional(),
  /** Planned and past its end; of these the meetings, which ask whether they were held; without a client; the client's last word while nothing is planned and something is not done. */
  overdue: p.flag.optional(), noOutcome: p.flag.optional(), withoutClient: p.flag.optional(), noNextStep: p.flag.optional(),
  withResult: p.flag.optional(), withFiles: p.flag.optional(), withNext: p.flag.optional(), private: p.flag.optional(), vip: p.flag.optional(),
} as const
export const contactSort = z.enum([...contactSorts, ...contactSorts.map((s) => `-${s}` as const)])
export const listContacts = z.strictObject({ ...contactFilter, sort: contactSort.optional(), ...p.paging })
export const contactPage = p.page(contact)
export type Attachment = z.infer<typeof attachment>
export type Contact = z.infer<typeof contact>
