import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/contact'
import { AppError } from '@counterpane/shared/errors/app-error'
import { contactProblems } from '@counterpane/shared/text/contact-problems'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences, isWorking } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import { insertContact, keepMove, markUndone, updateContact, type ContactChange } from './contact-writes.repository'
import type { ContactRecord } from './contact-record'
import type { ContactsRepository } from './contacts.repository'
import { changeOf, fieldsOf, planAfter, previousOf, referencesOf, type EditableBody, type Previous } from './contact-changes'
import { assertChain } from './contact-chain.repository'
import { mayChange, mayTake } from './editing-rule'
import { givenManagers, managersAfter } from './joint-managers'
import { answeredAlready, isRepeated, outcomeWords, takesOutcome } from './outcome-rule'
import { mayUndo } from './undo-rule'

/** `changed`: hears of every contact that people changed here. */
export interface ContactsDeps { db: Db; contacts: ContactsRepository; clock: Clock; changed: (id: string) => void; checked: CheckDetails }
/** Details as they may be kept; throws naming those that do not fit their definitions. */
export type CheckDetails = (given: Details, before: Readonly<Record<string, unknown>>) => Details
type Details = NonNullable<ContactChange['attributes']>
type Body<T extends z.ZodType> = z.output<T>
interface Decided { fields: ContactChange; action: string; version: number | null; also?: (tx: Tx, at: Date) => Promise<void> }

export function createContactsService({ db, contacts, clock, changed, checked }: ContactsDeps) {
  const get = (id: string): ContactRecord => {
    const contact = contacts.find(id)
    if (!contact) throw new AppError('not-found')
    return contact
  }
  const check = (body: EditableBody) => assertReferences(db.sql, referencesOf(body))

  /** `decide` sees the contact as it stands in this unit of work; null: it stays as it is. */
  async function change(caller: Caller, id: string, decide: (before: ContactRecord) => Decided | null) {
    const at = clock.now()
    const isChanged = await db.write(async (tx) => {
      const before = get(id)
      const decided = decide(before)
      if (!decided) return false
      const { action, version, also } = decided
      const fields = { ...decided.fields, ...joinedBy(before, decided.fields.managerId) }
      const fresh = await updateContact(tx, before.id, { change: fields, before: { ...before, version }, at })
      if (!fresh) throw new AppError('stale')
      await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: before.id, action, at, before: fieldsOf(before), after: toldOf(before, fields) })
      if (fields.previousId) await assertChain(tx, { id: before.id, previousId: fields.previousId })
      if (fields.startsAt && before.status === 'planned') await keepMove(tx, { contactId: before.id, from: before.startsAt, to: fields.startsAt, at, managerId: caller.id })
      // From here on it is people's word that it fell away, or that it takes place after all.
      if (fields.status !== undefined) await tx.calendarMeeting.updateMany({ where: { contactId: before.id, cancellation: { not: null } }, data: { cancellation: null } })
      await also?.(tx, at)
      return true
    })
    if (isChanged) changed(id)
    return get(id)
  }

  function joinedBy(before: ContactRecord, managerId: string | null | undefined): { managerIds?: string[] } {
    if (managerId === undefined || managerId === before.manager?.id) return {}
    return { managerIds: managersAfter({ joint: before.managers.map(({ id }) => id), given: givenManagers(db.sql, before.id) }, { from: before.manager?.id ?? null, to: managerId }) }
  }

  async function insertPlan(tx: Tx, callerId: string, { previous, body, at = clock.now() }: { previous: Previous; body: Body<typeof contract.planNext>; at?: Date }) {
    const managerId = previous.managerId && isWorking(db.sql, previous.managerId) ? previous.managerId : null
    const plan = planAfter({ ...previous, managerId }, { body, callerId, at, id: uuidv7() })
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
      const attributes = body.attributes && checked(body.attributes, {})
      await db.write(async (tx) => {
        const { startsAt, method, direction, status } = body
        await insertContact(tx, { ...changeOf({ ...body, attributes }), id, at, startsAt: new Date(startsAt), method, direction, status, source: 'manual', registeredById: caller.id, managerId: body.managerId ?? caller.id })
        if (body.previousId) await assertChain(tx, { id, previousId: body.previousId })
        await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: id, action: 'created', at, after: { startsAt, method, status } })
      })
      return get(id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: Body<typeof contract.patchContact>; ifMatch: string | null }) {
      return change(caller, id, (before) => {
        assertFresh(ifMatch, before.version, { required: true })
        const fields = changeOf(body)
        if (fields.attributes) fields.attributes = checked(fields.attributes, before.attributes)
        if (!mayChange(before, Object.keys(fields), caller)) throw new AppError('forbidden', { words: contactProblems.notTakingPart })
        if (!mayTake(before, fields.managerId, caller)) throw new AppError('forbidden', { words: contactProblems.notYoursToTake })
        // Whoever had it keeps it: a form sends what it was shown.
        check(body.managerId !== undefined && body.managerId === before.manager?.id ? { ...body, managerId: undefined } : body)
        return { fields, action: 'changed', version: ifMatch?.trim() === '*' ? null : before.version }
      })
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
    /** Only what waits for its outcome takes one; the same answer a second time finds it as it is, another one is told who was first. */
    async recordOutcome(caller: Caller, id: string, { outcome, result, state, movedTo, next }: Body<typeof contract.recordOutcome>) {
      get(id)
      if (next) check(next)
      return change(caller, id, (before) => {
        const words = outcomeWords(before, result, caller)
        const fields: ContactChange = { status: ({ held: 'held', 'not-held': 'cancelled', moved: 'planned' } as const)[outcome] }
        if (words !== undefined) fields.result = words
        if (state !== undefined) fields.state = state
        if (movedTo !== undefined) fields.startsAt = new Date(movedTo)
        if (isRepeated(before, fields, { asked: next ? new Date(next.at) : null, there: contacts.load(before.nextIds).map(({ startsAt }) => startsAt) })) return null
        if (!takesOutcome(before)) throw answeredAlready(db.sql, before)
        return { fields, action: outcome, version: before.version, also: async (tx, at) => { if (next) await insertPlan(tx, caller.id, { previous: previousOf(before, caller.id), body: next, at }) } }
      })
    },
    async cancel(caller: Caller, id: string, reason: string | undefined) {
      return change(caller, id, (before) => {
        const words = outcomeWords(before, reason, caller)
        if (before.status === 'cancelled') return null
        if (before.status !== 'planned') throw new AppError('wrong-status', { words: contactProblems.cancelNotPlanned })
        return { fields: { status: 'cancelled', ...(words !== undefined && { result: words }) }, action: 'cancelled', version: before.version }
      })
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
/** Who takes part is told where there are several, before or after: of the others the main manager says it all. */
function toldOf(before: ContactRecord, { managerIds, ...fields }: ContactChange): ContactChange {
  return managerIds && Math.max(managerIds.length, before.managers.length) > 1 ? { ...fields, managerIds } : fields
}

export type ContactsService = ReturnType<typeof createContactsService>
