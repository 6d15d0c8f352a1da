import { z } from 'zod'
import { contact } from './contact'
import * as p from './parts'
import { task } from './task'

const addresses = z.array(p.addressText).max(200)
const phones = z.array(z.string().min(1).max(100)).max(200)
const birthday = z.iso.date()

/** The client organisation, or a private client. */
export const counterparty = z.object({
  id: p.id, etag: z.string(), name: z.string(), kind: z.string(), class: z.string().nullable(), vip: z.boolean(), industry: z.string().nullable(), region: z.string().nullable(),
  manager: p.reference.nullable(), addresses: z.array(z.string()), domains: z.array(z.string()), phones: z.array(z.string()), createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const counterpartyFields = {
  addresses: addresses.optional(), domains: z.array(z.string().min(1).max(253)).max(200).optional(), phones: phones.optional(), managerId: p.id.nullish(),
  industry: p.shortText.nullish(), region: p.shortText.nullish(), kind: z.string().min(1).max(100).optional(), class: z.string().max(20).nullish(), vip: z.boolean().optional(),
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
  addresses: z.array(z.string()), phones: z.array(z.string()), createdAt: p.utcInstant, updatedAt: p.utcInstant,
})
const personFields = { counterpartyId: p.id.nullish(), addresses: addresses.optional(), phones: phones.optional(), position: p.shortText.nullish(), birthday: birthday.nullish() }
export const createPerson = z.strictObject({ name: p.name, ...personFields })
export const patchPerson = z.strictObject({ name: p.name.optional(), ...personFields })
export const listPersons = z.strictObject({ q: z.string().max(500).optional(), counterpartyId: p.anyOf(p.id).optional(), address: z.string().max(1_000).optional(), ...p.paging })
export const personPage = p.page(person)

/** One entry of a client's feed: exactly one of `contact` and `task` is there. */
export const feedEntry = z.object({ kind: z.enum(['contact', 'task', 'note']), id: p.id, at: p.utcInstant, contact: contact.nullable(), task: task.nullable() })
export const listFeed = z.strictObject({ kind: p.anyOf(z.enum(['contact', 'task', 'note'])).optional(), ...p.paging })
export const feedPage = p.page(feedEntry)

export const found = z.object({ kind: z.enum(['person', 'counterparty', 'contact']), id: p.id, name: z.string(), detail: z.string(), counterparty: p.reference.nullable() })
export const search = z.strictObject({ q: z.string().min(1).max(500), limit: p.limit.optional() })
export const foundPage = p.page(found)
export type Counterparty = z.infer<typeof counterparty>
export type Person = z.infer<typeof person>
export type FeedEntry = z.infer<typeof feedEntry>
export type Found = z.infer<typeof found>
