import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { mailboxOwner } from './message-contact'
import { findByKey, giveRealKey, keepAddresses, keepCopy } from './registering.repository'
import type { MessageContact, Recognised, RegisteringNeeds, RegisterOrder, Viewer, WrittenOrder } from './registering.types'

export interface Writing { order: RegisterOrder; found: Recognised; written: WrittenOrder | null; contact: MessageContact; viewer: Viewer }
export interface Written { id: string; created: boolean }

/** The unit of work of registering: the contact that the message is already, the one its order made on sending, or a new one. */
export function createMessageWriting({ db, needs }: { db: Db; needs: RegisteringNeeds }) {
  return (writing: Writing): Promise<Written> => db.write(async (tx) => {
    const { written, contact } = writing
    const standing = written && await needs.standingOfOrder(tx, written.id)
    const provisional = contact.messageKey !== writing.found.messageKey
    // Undone or closed since it was looked at: what somebody has taken back does not come again by itself.
    if (written && provisional && !standing) throw new AppError('not-found')
    const settle = async (contactId: string) => {
      if (written && standing && !standing.fulfilled) await needs.settleOrder(tx, written.id, { contactId, fulfilledAt: provisional ? null : contact.at })
    }
    const known = await findByKey(tx, contact.messageKey)
    const onSending = standing?.contactId && (!standing.fulfilled || provisional) ? standing.contactId : null
    if (known && onSending && onSending !== known) await giveWay(tx, onSending, { to: known, ...writing })
    const id = known ?? onSending
    if (id === null) await insert(tx, writing)
    else if (!known && !provisional) await confirm(tx, id, writing)
    await settle(id ?? contact.id)
    if (!provisional) await keepCopy(tx, { ...copyOf(writing), contactId: id ?? contact.id })
    return { id: id ?? contact.id, created: id === null }
  })

  async function insert(tx: Tx, { order, found, contact, viewer: { caller } }: Writing) {
    await needs.insertContact(tx, contact)
    await keepAddresses(tx, contact.id, found.side.main.map((party) => party.keys.addressKey))
    await writeAudit(tx, { managerId: caller.id, noun: 'contact', nounId: contact.id, action: 'registered', at: contact.at, after: { messageKey: contact.messageKey, counterpartyId: contact.counterpartyId } })
    for (const id of order.closes ?? []) if (!(await needs.close(tx, id, caller))) throw new AppError('not-found', { errors: [{ path: 'closes', message: `there is no contact or task ${id}` }] })
    if (order.planNext) await needs.planNext(tx, contact, order.planNext, caller)
    const [main] = found.side.main
    if (order.always && main && contact.counterpartyId) await needs.remember(tx, { addressKey: main.keys.addressKey, personId: contact.personIds[0] ?? null, counterpartyId: contact.counterpartyId, caller })
  }

  async function confirm(tx: Tx, id: string, { contact: { messageKey, messageId, conversationId, startsAt, attachments, at }, viewer }: Writing) {
    const before = await giveRealKey(tx, id, { messageKey, messageId, conversationId, startsAt, attachments, at })
    await writeAudit(tx, { managerId: viewer.caller.id, noun: 'contact', nounId: id, action: 'seen-sent', at, before: { messageKey: before }, after: { messageKey } })
  }

  /** The letter was registered on sending, and by its own key too: the latter is the contact. */
  async function giveWay(tx: Tx, id: string, { to, contact: { at }, viewer }: Writing & { to: string }) {
    await needs.markUndone(tx, id, at)
    await writeAudit(tx, { managerId: viewer.caller.id, noun: 'contact', nounId: id, action: 'undone', at, before: { inFavourOf: null }, after: { inFavourOf: to, messageKey: null } })
  }
}

/** The way back belongs to the mailbox the message lies in: a delegate's click keeps it for its owner. */
export function copyOf({ order, found, contact: { at }, viewer }: Pick<Writing, 'order' | 'found' | 'viewer'> & { contact: { at: Date } }) {
  return { managerId: mailboxOwner(order, found) ?? viewer.caller.id, client: order.client ?? 'api', itemId: order.message.itemId ?? null, at }
}
