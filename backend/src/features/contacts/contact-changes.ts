import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/contact'
import type { References } from '../../platform/db/references'
import type { ContactChange, NewContact } from './contact-writes.repository'
import type { ContactRecord } from './contact-record'
import { wordsSeen } from '../../platform/words-seen'

export type EditableBody = Partial<z.output<typeof contract.patchContact>>

/** The request's words as the database's; what is not named stays as it is. */
export function changeOf(body: EditableBody): ContactChange {
  const { type, startsAt, firmId, adSourceId, counterpartyId, durationMinutes, personIds, alsoCounterpartyIds, ...rest } = body
  return {
    ...rest,
    ...(type !== undefined && { typeId: type }), ...(firmId !== undefined && { firmId }), ...(adSourceId !== undefined && { adSourceId }),
    ...(counterpartyId !== undefined && { counterpartyId }), ...(durationMinutes !== undefined && { durationMinutes }),
    ...(startsAt !== undefined && { startsAt: new Date(startsAt) }),
    ...(personIds && { personIds: [...new Set(personIds)] }), ...(alsoCounterpartyIds && { alsoCounterpartyIds: [...new Set(alsoCounterpartyIds)] }),
  }
}

/** A contact as changes of it are told: the same names and forms as `ContactChange` has. */
export function fieldsOf(c: ContactRecord): Required<ContactChange> {
  const { durationMinutes, method, direction, status, state, priority, subject, content, result, comment, private: hidden, visibility, previousId } = c
  return {
    durationMinutes, method, direction, status, state, priority, subject, content, result, comment, private: hidden, visibility, previousId, startsAt: new Date(c.startsAt),
    attributes: c.attributes as Required<ContactChange>['attributes'], typeId: c.type?.id ?? null, firmId: c.firm?.id ?? null, adSourceId: c.adSource?.id ?? null, managerId: c.manager?.id ?? null,
    counterpartyId: c.counterparty?.id ?? null, alsoCounterpartyIds: c.also.map((ref) => ref.id), personIds: c.persons.map((person) => person.id), managerIds: c.managers.map((manager) => manager.id),
  }
}

export function referencesOf(body: EditableBody): References[] {
  return [
    { table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] },
    { table: 'Counterparty', field: 'alsoCounterpartyIds', ids: body.alsoCounterpartyIds ?? [] },
    { table: 'ContactPerson', field: 'personIds', ids: body.personIds ?? [] },
    { table: 'Manager', field: 'managerId', ids: [body.managerId], working: true },
    { table: 'Firm', field: 'firmId', ids: [body.firmId] },
    { table: 'ContactType', field: 'type', ids: [body.type] },
    { table: 'AdSource', field: 'adSourceId', ids: [body.adSourceId] },
    { table: 'Contact', field: 'previousId', ids: [body.previousId] },
  ]
}

/** What a plan takes over from the contact that it follows. */
export type Previous = Pick<NewContact, 'id' | 'method' | 'firmId' | 'counterpartyId' | 'alsoCounterpartyIds' | 'personIds' | 'managerId' | 'subject' | 'private' | 'visibility'>

/** Whoever does not take part in a private contact may plan after it, and learns nothing of its words by that. */
export const previousOf = (c: ContactRecord, callerId: string): Previous => ({
  id: c.id, method: c.method, firmId: c.firm?.id ?? null, counterpartyId: c.counterparty?.id ?? null, alsoCounterpartyIds: c.also.map((ref) => ref.id),
  personIds: c.persons.map((person) => person.id), managerId: c.manager?.id ?? null, subject: wordsSeen(c, callerId) === 'none' ? '' : c.subject, private: c.private, visibility: c.visibility,
})

interface Planning { body: z.output<typeof contract.planNext>; callerId: string; at: Date; id: string }

/** The next planned contact of a chain: its client, persons, firm and subject are carried over. */
export function planAfter(previous: Previous, { body, callerId, at, id }: Planning): NewContact {
  const { id: previousId, method, managerId, subject, firmId, counterpartyId, alsoCounterpartyIds, personIds, private: hidden, visibility } = previous
  return {
    firmId, counterpartyId, alsoCounterpartyIds, personIds, private: hidden, visibility, id, at, startsAt: new Date(body.at), durationMinutes: body.durationMinutes ?? null, status: 'planned', source: 'manual', direction: body.direction ?? 'outgoing',
    method: body.method ?? (method === 'letter' ? 'call' : method), priority: body.priority ?? 'medium', typeId: body.type ?? null,
    managerId: body.managerId ?? managerId ?? callerId, registeredById: callerId, subject: body.subject ?? subject, content: body.content ?? '', previousId,
  }
}
