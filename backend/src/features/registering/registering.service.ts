import { AppError } from '@counterpane/shared/errors/app-error'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Clock } from '../../ports/clock'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import { databaseErrorOf } from '../../platform/http/database-errors'
import { clientByMatch, contactOf, hasWords, messageKeyFor, withOrder, type Client } from './message-contact'
import { copyOf, createMessageWriting } from './message-writing'
import { keepCopy, type RegisteringRepository } from './registering.repository'
import type { MessageInput, Recognised, RegisteringNeeds, RegisterOrder, Viewer, WrittenOrder } from './registering.types'

export interface RegisteringDeps { db: Db; repository: RegisteringRepository; clock: Clock; needs: RegisteringNeeds }
interface Asked { order: RegisterOrder; found: Recognised; viewer: Viewer }

export function createRegisteringService({ db, repository, clock, needs }: RegisteringDeps) {
  const write = createMessageWriting({ db, needs })

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

  /** A message already registered needs no write unless this mailbox's way back is new. */
  async function join(id: string, { order, found, viewer }: Asked) {
    const copy = copyOf({ order, found, viewer, contact: { at: clock.now() } })
    if (repository.hasCopy(id, copy.managerId, copy.client)) return
    await db.write((tx) => keepCopy(tx, { ...copy, contactId: id }))
  }

  async function registerFound({ order: asked, found, written, viewer }: Asked & { written: WrittenOrder | null }) {
    const known = needs.contactIdOf(messageKeyFor(found, asked.message, written))
    // Its order made another contact of it on sending: that one has to give way.
    const twice = known !== null && written?.contact && written.contact.id !== known
    if (known !== null && !twice && !asked.sendOrderId) {
      await join(known, { order: asked, found, viewer })
      return { contact: needs.showContact(known, viewer), created: false }
    }
    assertReferences(db.sql, [
      { table: 'Counterparty', field: 'counterpartyId', ids: [asked.counterpartyId] }, { table: 'Counterparty', field: 'alsoCounterpartyIds', ids: asked.alsoCounterpartyIds ?? [] },
      { table: 'ContactPerson', field: 'personIds', ids: asked.personIds ?? [] }, { table: 'ContactType', field: 'planNext.type', ids: [asked.planNext?.type] },
    ])
    const order = withOrder(asked, written)
    const refusal = known === null && !written?.contact ? refusalOf(found, order) : null
    if (refusal) throw new AppError('nothing-to-register', { detail: refusal })
    const client = clientOf(order, found)
    const contact = contactOf({
      order, found, written, client, callerId: viewer.caller.id, firmId: repository.firmFor(client.counterpartyId), previousId: repository.livePrevious(written?.previousId ?? null), at: clock.now(), words: wordsOf(order),
    })
    const done = await write({ order, found, written, contact, viewer }).catch((error: unknown) => {
      // Another process was first with the same message: the unique key refused ours, theirs is the contact.
      const first = databaseErrorOf(error)?.code === 'conflict' ? needs.contactIdOf(contact.messageKey) : null
      if (first === null) throw error
      return { id: first, created: false }
    })
    return { contact: needs.showContact(done.id, viewer), created: done.created }
  }

  const recognise = (message: MessageInput, { caller }: Viewer) => {
    const snapshot = needs.toSnapshot(message)
    return { snapshot, found: needs.recognise(snapshot, caller.id) }
  }

  return {
    refusalOf,
    async register(order: RegisterOrder, viewer: Viewer): Promise<{ contact: Contact; created: boolean }> {
      const { snapshot, found } = recognise(order.message, viewer)
      return registerFound({ order, found, viewer, written: needs.writtenOrder(found, snapshot, { callerId: viewer.caller.id, named: order.sendOrderId }) })
    },
    /** A letter that leaves now by the order under which it was written. */
    async registerSent(message: MessageInput, written: WrittenOrder, viewer: Viewer): Promise<{ contact: Contact; created: boolean }> {
      return registerFound({ order: { message, client: 'outlook' }, found: recognise(message, viewer).found, written, viewer })
    },
  }
}
export type RegisteringService = ReturnType<typeof createRegisteringService>
