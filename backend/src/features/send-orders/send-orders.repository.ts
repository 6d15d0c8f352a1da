import type { Visibility } from '@counterpane/shared/domain/codes'
import type { Db, Tx } from '../../platform/db/database'

interface Ref { id: string; name: string }
export interface OrderedLetter {
  subjectKey: string; recipients: string[]; counterpartyId: string | null; personIds: string[]; previousId: string | null; visibility: Visibility; private: boolean
}
/** An order with what has become of it. Times are UTC instants in ms. */
export interface SendOrderRecord extends OrderedLetter {
  id: string; managerId: string; ticketHash: string; createdAt: number; expiresAt: number; fulfilledAt: number | null
  counterparty: Ref | null
  /** The contact it led to; an undone one has closed the order for good. */
  contact: { id: string; startsAt: number; undone: boolean; counterparty: Ref | null } | null
}

interface Row extends Omit<SendOrderRecord, 'recipients' | 'personIds' | 'private' | 'counterparty' | 'contact'> {
  recipients: string; personIds: string; private: number; counterparty: string | null
  contactId: string | null; contactAt: number; undoneAt: number | null; contactClientId: string | null; contactClient: string
}

const select = `
SELECT o.*, k.name AS counterparty, c.startsAt AS contactAt, c.undoneAt, ck.id AS contactClientId, ck.name AS contactClient
FROM SendOrder o LEFT JOIN Counterparty k ON k.id = o.counterpartyId LEFT JOIN Contact c ON c.id = o.contactId LEFT JOIN Counterparty ck ON ck.id = c.counterpartyId`

export function createSendOrdersRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    find(id: string): SendOrderRecord | null {
      const row = sql.first<Row>(`${select} WHERE o.id = ?`, [id])
      return row && toRecord(row)
    },
    /** Orders of a manager still waiting for their letter, made between two instants: of this subject, and of none (the pane may not have seen it yet). */
    waiting({ managerId, subjectKey, from, to }: { managerId: string; subjectKey: string; from: number; to: number }): SendOrderRecord[] {
      return sql.all<Row>(`${select} WHERE o.managerId = ? AND o.fulfilledAt IS NULL AND o.createdAt BETWEEN ? AND ? AND o.subjectKey IN (?, '') AND c.undoneAt IS NULL ORDER BY o.createdAt DESC`, [managerId, from, to, subjectKey]).map(toRecord)
    },
  }
}
export type SendOrdersRepository = ReturnType<typeof createSendOrdersRepository>

function toRecord(row: Row): SendOrderRecord {
  const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return {
    id: row.id, managerId: row.managerId, ticketHash: row.ticketHash, createdAt: row.createdAt, expiresAt: row.expiresAt, fulfilledAt: row.fulfilledAt,
    subjectKey: row.subjectKey, recipients: JSON.parse(row.recipients) as string[], counterpartyId: row.counterpartyId, personIds: JSON.parse(row.personIds) as string[],
    previousId: row.previousId, visibility: row.visibility, private: row.private === 1, counterparty: ref(row.counterpartyId, row.counterparty),
    contact: row.contactId === null ? null : { id: row.contactId, startsAt: row.contactAt, undone: row.undoneAt !== null, counterparty: ref(row.contactClientId, row.contactClient) },
  }
}

export interface NewSendOrder extends OrderedLetter { id: string; managerId: string; ticketHash: string; createdAt: Date; expiresAt: Date }

export async function insertSendOrder(tx: Tx, order: NewSendOrder): Promise<void> {
  await tx.sendOrder.create({ data: order, select: { id: true } })
}

const stillOpen = (id: string) => ({ id, contactId: null, fulfilledAt: null })

/** Subject and recipients as the letter left with them. */
export async function rewriteSendOrderKeys(tx: Tx, id: string, keys: Pick<OrderedLetter, 'subjectKey' | 'recipients'>): Promise<void> {
  await tx.sendOrder.updateMany({ where: stillOpen(id), data: keys })
}
/** False when the letter was sent meanwhile. */
export async function updateSendOrder(tx: Tx, id: string, letter: OrderedLetter): Promise<boolean> {
  return (await tx.sendOrder.updateMany({ where: stillOpen(id), data: letter })).count > 0
}
export async function deleteSendOrder(tx: Tx, id: string): Promise<boolean> {
  return (await tx.sendOrder.deleteMany({ where: stillOpen(id) })).count > 0
}

/** What an order has led to so far, asked inside the unit of work that will settle it; null when it is closed. */
export async function standingOfOrder(tx: Tx, id: string): Promise<{ contactId: string | null; fulfilled: boolean } | null> {
  const order = await tx.sendOrder.findUnique({ where: { id }, select: { contactId: true, fulfilledAt: true } })
  if (!order) return null
  const fulfilled = order.fulfilledAt !== null
  if (order.contactId === null) return fulfilled ? null : { contactId: null, fulfilled }
  const contact = await tx.contact.findUnique({ where: { id: order.contactId }, select: { undoneAt: true } })
  return contact && !contact.undoneAt ? { contactId: order.contactId, fulfilled } : null
}

/** `fulfilledAt` null: the letter was sent, but its Message-ID is not known yet. */
export async function settleSendOrder(tx: Tx, id: string, { contactId, fulfilledAt }: { contactId: string | null; fulfilledAt: Date | null }): Promise<void> {
  await tx.sendOrder.update({ where: { id }, data: { contactId, fulfilledAt }, select: { id: true } })
}
