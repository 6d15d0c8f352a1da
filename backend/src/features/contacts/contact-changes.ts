import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/contact'
import type { References } from '../../platform/db/references'
import type { ContactChange, NewContact } from './contact-writes.repository'
import type { ContactRecord } from './contact-record'
import { maySeeWords } from './contacts.presenter'

export type EditableBody = Partial<z.output<typeof contract.patchContact>>

/** The request's words as the database's; what is not named stays as it is. */
export function changeOf(body: EditableBody): ContactChange {
  const { type, startsAt, firmId, adSourceId, counterpartyId, durationMinutes, ...rest } = body
  return {
    ...rest,
    ...(type !== undefined && { typeId: type }), ...(firmId !== undefined && { firmId }), ...(adSourceId !== undefined && { adSourceId }),
    ...(counterpartyId !== undefined && { counterpartyId }), ...(durationMinutes !== undefined && { durationMinutes }),
    ...(startsAt !== undefined && { startsAt: new Date(startsAt) }),
  }
}

export function referencesOf(body: EditableBody): References[] {
  return [
    { table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] },
    { table: 'Counterparty', field: 'alsoCounterpartyIds', ids: body.alsoCounterpartyIds ?? [] },
    { table: 'ContactPerson', field: 'personIds', ids: body.personIds ?? [] },
    { table: 'Manager', field: 'managerId', ids: [body.managerId] },
    { table: 'Firm', field: 'firmId', ids: [body.firmId] },
    { table: 'ContactType', field: 'type', ids: [body.type] },
    { table: 'AdSource', field: 'adSourceId', ids: [body.adSourceId] },
  ]
}

/** What a plan takes over from the contact that it follows. */
export type Previous = Pick<NewContact, 'id' | 'method' | 'firmId' | 'counterpartyId' | 'alsoCounterpartyIds' | 'personIds' | 'managerId' | 'subject' | 'private'>

/** Whoever does not take part in a private contact may plan after it, and learns nothing of its words by that. */
export const previousOf = (c: ContactRecord, callerId: string): Previous => ({
  id: c.id, method: c.method, firmId: c.firm?.id ?? null, counterpartyId: c.counterparty?.id ?? null, alsoCounterpartyIds: c.also.map((ref) => ref.id),
  personIds: c.persons.map((person) => person.id), managerId: c.manager?.id ?? null, subject: c.private && !maySeeWords(c, callerId) ? '' : c.subject, private: c.private,
})

interface Planning { body: z.output<typeof contract.planNext>; callerId: string; at: Date; id: string }

/** The next planned contact of a chain: its client, persons, firm and subject are carried over. */
export function planAfter(previous: Previous, { body, callerId, at, id }: Planning): NewContact {
  const { id: previousId, method, managerId, subject, firmId, counterpartyId, alsoCounterpartyIds, personIds, private: hidden } = previous
  return {
    firmId, counterpartyId, alsoCounterpartyIds, personIds, private: hidden, id, at, startsAt: new Date(body.at), durationMinutes: body.durationMinutes ?? null, status: 'planned', source: 'manual', direction: body.direction ?? 'outgoing',
    method: body.method ?? (method === 'letter' ? 'call' : method), priority: body.priority ?? 'medium', typeId: body.type ?? null,
    managerId: body.managerId ?? managerId ?? callerId, registeredById: callerId, subject: body.subject ?? subject, content: body.content ?? '', previousId,
  }
}
