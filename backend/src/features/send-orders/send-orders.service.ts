import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/send-order'
import type { messageContent } from '@counterpane/shared/contract/mail-message'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { sha256 } from '../../platform/crypto/digest'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { deleteSendOrder, insertSendOrder, rewriteSendOrderKeys, settleSendOrder, updateSendOrder, type OrderedLetter, type SendOrderRecord, type SendOrdersRepository } from './send-orders.repository'
import { subjectKeyOf } from './subject-key'
import { orderLifeMs, recipientKeysOf } from './written-orders'

type Letter = z.output<typeof contract.createSendOrder>
type Sent = z.output<typeof contract.messageSent>
type Message = z.output<typeof messageContent>
interface Viewer { caller: Caller; locale: Locale; now: Date }

export interface SendOrdersNeeds {
  /** Null when they no longer work here. */
  manager(id: string): { caller: Caller; address: { name: string; address: string } } | null
  showContact(id: string, viewer: Viewer): Contact
  registerSent(message: Message, order: SendOrderRecord, viewer: Viewer): Promise<{ contact: Contact; created: boolean }>
}
export interface SendOrdersDeps { db: Db; repository: SendOrdersRepository; clock: Clock; needs: SendOrdersNeeds }

/** "Register this letter when it is sent". */
export function createSendOrders({ db, repository, clock, needs }: SendOrdersDeps) {
  const check = (letter: Letter) => assertReferences(db.sql, [
    { table: 'Counterparty', field: 'counterpartyId', ids: [letter.counterpartyId] }, { table: 'ContactPerson', field: 'personIds', ids: letter.personIds ?? [] },
    { table: 'Contact', field: 'previousId', ids: [letter.previousId] },
  ])
  const isOver = (order: SendOrderRecord) => order.expiresAt <= clock.now().getTime()
  const getOwn = (caller: Caller, id: string): SendOrderRecord => {
    const order = repository.find(id)
    if (!order || order.managerId !== caller.id || isOver(order)) throw new AppError('not-found')
    return order
  }
  const assertNotSent = (open: boolean) => {
    if (!open) throw new AppError('wrong-status', { detail: 'The letter of this order was sent already' })
  }

  return {
    async create(caller: Caller, letter: Letter): Promise<z.output<typeof contract.createdSendOrder>> {
      check(letter)
      const [id, ticket, createdAt] = [uuidv7(), randomBytes(32).toString('base64url'), clock.now()]
      const expiresAt = new Date(createdAt.getTime() + orderLifeMs)
      await db.write((tx) => insertSendOrder(tx, { ...orderedLetter(letter), id, managerId: caller.id, ticketHash: sha256(ticket), createdAt, expiresAt }))
      return { id, ticket, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
    },
    async change(caller: Caller, id: string, letter: Letter): Promise<z.output<typeof contract.sendOrder>> {
      const order = getOwn(caller, id)
      check(letter)
      assertNotSent(await db.write((tx) => updateSendOrder(tx, id, orderedLetter(letter))))
      return { id, createdAt: new Date(order.createdAt).toISOString(), expiresAt: new Date(order.expiresAt).toISOString() }
    },
    async cancel(caller: Caller, id: string): Promise<void> {
      getOwn(caller, id)
      assertNotSent(await db.write((tx) => deleteSendOrder(tx, id)))
    },
    /** The mail client says that the letter leaves. It has no session: the ticket is its proof, and all that is wrong with it looks alike. */
    async sent(id: string, { ticket, message }: Sent, locale: Locale) {
      const order = repository.find(id)
      const proven = sameSecret(sha256(ticket), order?.ticketHash ?? sha256(''))
      const manager = order && needs.manager(order.managerId)
      const closed = !order || order.contact?.undone || (order.contact === null && order.fulfilledAt !== null) || isOver(order)
      if (!proven || !manager || closed) throw new AppError('not-found')
      const viewer = { caller: manager.caller, locale, now: clock.now() }
      if (order.contact) return { contact: brief(needs.showContact(order.contact.id, viewer)), created: false }
      // The order may hold an older draft: the last words are typed just before sending, and by them the letter in Sent Items is found.
      const keys = keysOf(message)
      if (keys.subjectKey !== order.subjectKey || keys.recipients.join() !== order.recipients.join()) await db.write((tx) => rewriteSendOrderKeys(tx, id, keys))
      // Whatever alias or shared mailbox it goes out from, this manager sends it.
      const letter = { ...message, from: manager.address, sender: null }
      const { contact, created } = await needs.registerSent(letter, order, viewer).catch(async (error: unknown) => {
        if (error instanceof AppError && error.code === 'nothing-to-register') await db.write((tx) => settleSendOrder(tx, id, { contactId: null, fulfilledAt: viewer.now }))
        throw error
      })
      return { contact: brief(contact), created }
    },
  }
}
export type SendOrders = ReturnType<typeof createSendOrders>

const keysOf = ({ subject, to, cc }: Pick<Letter, 'to' | 'cc' | 'subject'>) => ({ subjectKey: subjectKeyOf(subject ?? ''), recipients: recipientKeysOf([...to, ...cc ?? []]) })

const orderedLetter = (letter: Letter): OrderedLetter => ({
  ...keysOf(letter), counterpartyId: letter.counterpartyId ?? null,
  personIds: letter.personIds ?? [], previousId: letter.previousId ?? null, visibility: letter.visibility ?? 'full', private: letter.private ?? false,
})

const brief = ({ id, counterparty, startsAt }: Contact) => ({ id, counterparty, startsAt })
const sameSecret = (a: string, b: string) => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
