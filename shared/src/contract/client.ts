import { z } from 'zod'
import { contact } from './contact'
import * as p from './parts'
import { task } from './task'

const addresses = z.array(p.addressText).max(200)
const phones = z.array(z.string().min(1).max(100)).max(200)
const birthday = z.iso.date()
const longText = z.string().max(10_000)
/** A day to remember; a day without a year is `--MM-DD`, the 29th of February among them. */
export const rememberedDate = z.string().refine((text) => z.iso.date().safeParse(text.startsWith('--') ? `2000-${text.slice(2)}` : text).success, { message: 'a date, YYYY-MM-DD or --MM-DD' })
const personDate = z.object({ name: z.string(), date: z.string() })
const attributeValue = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
/** Values by the keys of their definitions, all of them: what is not named, or null, is taken away. */
const attributes = z.record(z.string().min(1).max(200), attributeValue).refine((named) => Object.keys(named).length <= 200, { message: 'at most 200 attributes' })

/** The client organisation, or a private client. */
export const counterparty = z.object({
  id: p.id, etag: z.string(), name: z.string(), kind: z.string(), class: z.string().nullable(), vip: z.boolean(), industry: z.string().nullable(), region: z.string().nullable(), taxNumber: z.string().nullable(),
  status: z.string().nullable(), turnover: z.string().nullable(), loyalty: z.string().nullable(), competitors: z.string().nullable(), adSource: p.reference.nullable(), attributes: z.record(z.string(), z.unknown()),
  manager: p.reference.nullable(), addresses: z.array(z.string()), domains: z.array(z.string()), phones: z.array(z.string()), createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const counterpartyFields = {
  addresses: addresses.optional(), domains: z.array(z.string().min(1).max(253)).max(200).optional(), phones: phones.optional(), managerId: p.id.nullish(),
  industry: p.shortText.nullish(), region: p.shortText.nullish(), taxNumber: z.string().trim().min(1).max(100).nullish(), kind: z.string().min(1).max(100).optional(), class: z.string().max(20).nullish(), vip: z.boolean().optional(),
  status: p.shortText.nullish(), turnover: p.shortText.nullish(), loyalty: longText.nullish(), competitors: longText.nullish(), adSourceId: p.id.nullish(), attributes: attributes.optional(),
}
export const createCounterparty = z.strictObject({ name: p.name, ...counterpartyFields })
export const patchCounterparty = z.strictObject({ name: p.name.optional(), ...counterpartyFields })
export const listCounterparties = z.strictObject({
  q: z.string().max(500).optional(), managerId: p.anyOf(p.id).optional(), kind: p.anyOf(z.string()).optional(), class: p.anyOf(z.string()).optional(),
  industry: p.anyOf(z.string()).optional(), region: p.anyOf(z.string()).optional(), vip: p.flag.optional(), ...p.paging,
})
export const counterpartyPage = p.page(counterparty)

/** A human who represents a counterparty. `birthday` is a date without time. */
export const person = z.object({
  id: p.id, etag: z.string(), name: z.string(), position: z.string().nullable(), birthday: z.string().nullable(), counterparty: p.reference.nullable(),
  interests: z.string().nullable(), acquaintance: z.string().nullable(), dates: z.array(personDate), attributes: z.record(z.string(), z.unknown()),
  addresses: z.array(z.string()), phones: z.array(z.string()), createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const personFields = {
  counterpartyId: p.id.nullish(), addresses: addresses.optional(), phones: phones.optional(), position: p.shortText.nullish(), birthday: birthday.nullish(),
  interests: longText.nullish(), acquaintance: longText.nullish(), dates: z.array(z.strictObject({ name: p.name, date: rememberedDate })).max(50).optional(), attributes: attributes.optional(),
}
export const createPerson = z.strictObject({ name: p.name, ...personFields })
export const patchPerson = z.strictObject({ name: p.name.optional(), ...personFields })
export const listPersons = z.strictObject({ q: z.string().max(500).optional(), counterpartyId: p.anyOf(p.id).optional(), address: z.string().max(1_000).optional(), ...p.paging })
export const personPage = p.page(person)

export const feedKinds = ['contact', 'task', 'note', 'document', 'move'] as const
const feedFile = z.object({ id: p.id, name: z.string(), contentType: z.string(), size: z.number().int(), kept: z.boolean() })
/**
 * One entry of a client's feed. Of a contact, task or note that one is there; a document is a file of `contact`, at the contact's time; a move says from when to
 * when `contact` was put, at the time of the moving. With `contact` null its words are not the caller's to read.
 */
export const feedEntry = z.object({
  kind: z.enum(feedKinds), id: p.id, at: p.utcInstant, contact: contact.nullable(), task: task.nullable(), document: feedFile.nullable(),
  move: z.object({ from: p.utcInstant, to: p.utcInstant, by: p.reference.nullable() }).nullable(),
})
/** Without `kind`: contacts, tasks and notes. */
export const listFeed = z.strictObject({ kind: p.anyOf(z.enum(feedKinds)).optional(), ...p.paging })

/** Whether, when, by whom and what for the next step with a client is planned, and what is late. */
export const clientStanding = z.object({
  next: contact.nullable(), nextTask: task.nullable(), last: contact.nullable(), overdueContacts: z.number().int(), overdueTasks: z.number().int(), openTasks: z.number().int(),
  /** Minutes of held contacts and of tasks, all time and since `since` (the last 30 days). */
  time: z.object({ contacts: z.number().int(), tasks: z.number().int(), recentContacts: z.number().int(), recentTasks: z.number().int(), since: p.utcInstant,
    byManager: z.array(z.object({ manager: p.reference, minutes: z.number().int() })) }),
})
export const feedPage = p.page(feedEntry)

export const found = z.object({ kind: z.enum(['person', 'counterparty', 'contact']), id: p.id, name: z.string(), detail: z.string(), counterparty: p.reference.nullable() })
export const search = z.strictObject({ q: z.string().min(1).max(500), limit: p.limit.optional() })
export const foundPage = p.page(found)
export type ClientStanding = z.infer<typeof clientStanding>
export type FeedKind = (typeof feedKinds)[number]
export type Counterparty = z.infer<typeof counterparty>
export type Person = z.infer<typeof person>
export type FeedEntry = z.infer<typeof feedEntry>
export type Found = z.infer<typeof found>
