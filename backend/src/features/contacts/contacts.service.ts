import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/contact'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import { insertContact, keepMove, markUndone, updateContact, type ContactChange } from './contact-writes.repository'
import type { ContactRecord } from './contact-record'
import type { ContactsRepository } from './contacts.repository'
import { changeOf, planAfter, previousOf, referencesOf, type EditableBody, type Previous } from './contact-changes'
import { mayUndo } from './undo-rule'

/** `changed`: hears of every contact that people changed here. */
export interface ContactsDeps { db: Db; contacts: ContactsRepository; clock: Clock; changed: (id: string) => void }
type Body<T extends z.ZodType> = z.output<T>

export function createContactsService({ db, contacts, clock, changed }: ContactsDeps) {
  const get = (id: string): ContactRecord => {
    const contact = contacts.find(id)
    if (!contact) throw new AppError('not-found')
    return contact
  }
  const check = (body: EditableBody) => assertReferences(db.sql, referencesOf(body))

  async function change(caller: Caller, before: ContactRecord, { fields, action, version, also }: { fields: ContactChange; action: string; version: number | null; also?: (tx: Tx) => Promise<void> }) {
    const at = clock.now()
    await db.write(async (tx) => {
      const fresh = await updateContact(tx, before.id, { change: fields, before: { ...before, version }, at })
      if (!fresh) throw new AppError('stale')
      await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: before.id, action, at, before, after: fields })
      if (fields.startsAt && before.status === 'planned') await keepMove(tx, { contactId: before.id, from: before.startsAt, to: fields.startsAt, at, managerId: caller.id })
      // From here on it is people's word that it fell away, or that it takes place after all.
      if (fields.status !== undefined) await tx.calendarMeeting.updateMany({ where: { contactId: before.id, cancellation: { not: null } }, data: { cancellation: null } })
      await also?.(tx)
    })
    changed(before.id)
    return get(before.id)
  }

  async function insertPlan(tx: Tx, callerId: string, { previous, body }: { previous: Previous; body: Body<typeof contract.planNext> }) {
    const plan = planAfter(previous, { body, callerId, at: clock.now(), id: uuidv7() })
    await insertContact(tx, plan)
    await writeAudit(tx, { managerId: callerId, noun: 'contact', nounId: plan.id, action: 'planned', at: plan.at, after: { startsAt: plan.startsAt, previousId: previous.id } })
    return plan.id
  }

  return {
    get,
    insertPlan,
    async create(caller: Caller, body: Body<typeof contract.createContact>): Promise<ContactRecord> {
      check(body)
      const [id, at] = [uuidv7(), clock.now()]
      await db.write(async (tx) => {
        const { startsAt, method, direction, status } = body
        await insertContact(tx, { ...changeOf(body), id, at, startsAt: new Date(startsAt), method, direction, status, source: 'manual', registeredById: caller.id, managerId: body.managerId ?? caller.id })
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: id, action: 'created', at, after: { startsAt, method, status } })
      })
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: Body<typeof contract.patchContact>; ifMatch: string | null }) {
      const before = get(id)
      assertFresh(ifMatch, before.version, { required: true })
      check(body)
      return change(caller, before, { fields: changeOf(body), action: 'changed', version: ifMatch?.trim() === '*' ? null : before.version })
    },
    /** Turns a planned contact held in somebody else's unit of work; false when there is none of that id. */
    async closePlan(tx: Tx, id: string, callerId: string): Promise<boolean> {
      const before = contacts.find(id)
      if (!before) return false
      if (before.status !== 'planned') return true
      const at = clock.now()
      await updateContact(tx, id, { change: { status: 'held' }, before: { ...before, version: null }, at })
      await writeAudit(tx, { managerId: callerId, noun: 'contact', nounId: id, action: 'held', at, before: { status: before.status }, after: { status: 'held' } })
      return true
    },
    async planNext(caller: Caller, id: string, body: Body<typeof contract.planNext>) {
      const previous = get(id)
      check(body)
      return get(await db.write((tx) => insertPlan(tx, caller.id, { previous: previousOf(previous, caller.id), body })))
    },
    async recordOutcome(caller: Caller, id: string, { outcome, result, state, movedTo, next }: Body<typeof contract.recordOutcome>) {
      const before = get(id)
      if (next) check(next)
      const fields: ContactChange = { status: ({ held: 'held', 'not-held': 'cancelled', moved: 'planned' } as const)[outcome] }
      if (result !== undefined) fields.result = result
      if (state !== undefined) fields.state = state
      if (movedTo !== undefined) fields.startsAt = new Date(movedTo)
      return change(caller, before, { fields, action: outcome, version: null, also: async (tx) => { if (next) await insertPlan(tx, caller.id, { previous: previousOf(before, caller.id), body: next }) } })
    },
    async cancel(caller: Caller, id: string, reason: string | undefined) {
      const before = get(id)
      if (before.status === 'cancelled') return before
      if (before.status !== 'planned') throw new AppError('wrong-status', { detail: 'Only a planned contact can be cancelled' })
      return change(caller, before, { fields: { status: 'cancelled', ...(reason !== undefined && { result: reason }) }, action: 'cancelled', version: before.version })
    },
    /** A second press finds it undone already and says the same. */
    async undo(caller: Caller, id: string): Promise<ContactRecord> {
      const contact = contacts.findAny(id)
      if (!contact) throw new AppError('not-found')
      if (contact.undoneAt !== null) return contact
      const at = clock.now()
      if (!mayUndo(contact, { caller, now: at })) throw new AppError('undo-expired')
      await db.write(async (tx) => {
        await markUndone(tx, id, at)
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: id, action: 'undone', at, before: { messageKey: contact.messageKey, counterpartyId: contact.counterparty?.id ?? null }, after: { messageKey: null } })
      })
      changed(id)
      return contact
    },
  }
}
export type ContactsService = ReturnType<typeof createContactsService>
