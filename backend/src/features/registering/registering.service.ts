import { AppError } from '@counterpane/shared/errors/app-error'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Clock } from '../../ports/clock'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import { databaseErrorOf } from '../../platform/http/database-errors'
import { clientByMatch, contactOf, hasWords, type Client } from './message-contact'
import { findByKey, keepAddresses, keepCopy, type RegisteringRepository } from './registering.repository'
import type { MessageContact, Recognised, RegisteringNeeds, RegisterOrder, Viewer } from './registering.types'

export interface RegisteringDeps { db: Db; repository: RegisteringRepository; clock: Clock; needs: RegisteringNeeds }

export function createRegisteringService({ db, repository, clock, needs }: RegisteringDeps) {
  /** Why nothing would be registered, or null. A client named by hand overrules only "between colleagues". */
  function refusalOf(found: Recognised, order: Pick<RegisterOrder, 'counterpartyId'>): string | null {
    if (repository.isExcluded(found.messageKey)) return 'The message is marked "not to be processed"'
    if (found.match.rule === 'blocked') return 'The address is on a list of what is never registered'
    return found.match.kind === 'internal' && !order.counterpartyId ? 'The message is between colleagues' : null
  }

  function clientOf(order: RegisterOrder, found: Recognised): Client {
    const byMatch = clientByMatch(found)
    const personIds = order.personIds ?? (order.counterpartyId && order.counterpartyId !== byMatch.counterpartyId ? [] : byMatch.personIds)
    const ofPerson = order.counterpartyId === undefined && order.personIds?.[0] ? repository.counterpartyOf(order.personIds[0]) : undefined
    const counterpartyId = order.counterpartyId !== undefined ? order.counterpartyId : ofPerson ?? byMatch.counterpartyId
    return { counterpartyId, personIds: order.counterpartyId === null ? order.personIds ?? [] : personIds, responsibleId: counterpartyId && repository.responsibleFor(counterpartyId) }
  }

  const wordsOf = ({ message }: RegisterOrder) =>
    hasWords(message) ? needs.foldMessage(message.text ?? needs.textOfHtml(message.html ?? ''), message.subject ?? '') : { content: '', folded: '' }

  async function write(order: RegisterOrder, { found, contact, viewer }: { found: Recognised; contact: MessageContact; viewer: Viewer }) {
    const { caller } = viewer
    return db.write(async (tx) => {
      const copy = { managerId: caller.id, client: order.client ?? 'api', itemId: order.message.itemId ?? null, at: contact.at }
      const before = await findByKey(tx, found.messageKey)
      if (before) {
        await keepCopy(tx, { ...copy, contactId: before })
        return { id: before, created: false }
      }
      await needs.insertContact(tx, contact)
      await keepCopy(tx, { ...copy, contactId: contact.id })
      await keepAddresses(tx, contact.id, found.side.main.map((party) => party.keys.addressKey))
      await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: contact.id, action: 'registered', at: contact.at, after: { messageKey: contact.messageKey, counterpartyId: contact.counterpartyId } })
      for (const id of order.closes ?? []) if (!(await needs.close(tx, id, caller))) throw new AppError('not-found', { errors: [{ path: 'closes', message: `there is no contact or task ${id}` }] })
      if (order.planNext) await needs.planNext(tx, contact, order.planNext, caller)
      const [main] = found.side.main
      if (order.always && main && contact.counterpartyId) await needs.remember(tx, { addressKey: main.keys.addressKey, personId: contact.personIds[0] ?? null, counterpartyId: contact.counterpartyId, caller })
      return { id: contact.id, created: true }
    })
  }

  /** A message already registered needs no write unless this mailbox's way back is new. */
  async function join(id: string, order: RegisterOrder, { caller }: Viewer) {
    const client = order.client ?? 'api'
    if (repository.hasCopy(id, caller.id, client)) return
    await db.write((tx) => keepCopy(tx, { contactId: id, managerId: caller.id, client, itemId: order.message.itemId ?? null, at: clock.now() }))
  }

  return {
    refusalOf,
    async register(order: RegisterOrder, viewer: Viewer): Promise<{ contact: Contact; created: boolean }> {
      const found = needs.recognise(needs.toSnapshot(order.message), viewer.caller.id)
      const known = needs.contactIdOf(found.messageKey)
      if (known) {
        await join(known, order, viewer)
        return { contact: needs.showContact(known, viewer), created: false }
      }
      assertReferences(db.sql, [
        { table: 'Counterparty', field: 'counterpartyId', ids: [order.counterpartyId] }, { table: 'Counterparty', field: 'alsoCounterpartyIds', ids: order.alsoCounterpartyIds ?? [] },
        { table: 'ContactPerson', field: 'personIds', ids: order.personIds ?? [] }, { table: 'ContactType', field: 'planNext.type', ids: [order.planNext?.type] },
      ])
      const refusal = refusalOf(found, order)
      if (refusal) throw new AppError('nothing-to-register', { detail: refusal })
      const client = clientOf(order, found)
      const contact = contactOf({ order, found, client, callerId: viewer.caller.id, firmId: repository.firmFor(client.counterpartyId), at: clock.now(), words: wordsOf(order) })
      const written = await write(order, { found, contact, viewer }).catch((error: unknown) => {
        // Another process was first with the same message: the unique key refused ours, theirs is the contact.
        const first = databaseErrorOf(error)?.code === 'conflict' ? needs.contactIdOf(found.messageKey) : null
        if (first === null) throw error
        return { id: first, created: false }
      })
      return { contact: needs.showContact(written.id, viewer), created: written.created }
    },
  }
}
export type RegisteringService = ReturnType<typeof createRegisteringService>
