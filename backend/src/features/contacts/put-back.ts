import type { Tx } from '../../platform/db/database'
import { assertChain, closesCircle } from './contact-chain.repository'
import type { ContactRecord } from './contact-record'
import { managersAfter } from './joint-managers'
import { takeBackMove } from './contact-undo.repository'
import { keepMove, updateContact, type ContactChange } from './contact-writes.repository'

export interface PutBack { fields: Record<string, unknown>; at: Date; managerId: string; changedAt: Date }

/** Fields of the trail as they were, written into a contact that is still the one that was read; false when it is not, `circle` when its link would close one. */
export async function putBackContact(tx: Tx, contact: ContactRecord, { fields, at, managerId, changedAt }: PutBack): Promise<boolean | 'circle'> {
  const { startsAt: told, ...rest } = fields
  const startsAt = told === undefined ? undefined : new Date(told as string)
  const change = { ...rest, ...(startsAt && { startsAt }) } as ContactChange
  // Not told of where the main manager was alone.
  if (change.managerId !== undefined) change.managerIds ??= managersAfter({ joint: contact.managers.map(({ id }) => id), given: [] }, { from: contact.manager?.id ?? null, to: change.managerId })
  if (change.previousId && await closesCircle(tx, { id: contact.id, previousId: change.previousId })) return 'circle'
  if (!(await updateContact(tx, contact.id, { change, before: contact, at }))) return false
  if (change.previousId) await assertChain(tx, { id: contact.id, previousId: change.previousId })
  if (startsAt && contact.status === 'planned' && !(await takeBackMove(tx, { contactId: contact.id, movedAt: changedAt, from: startsAt }))) {
    await keepMove(tx, { contactId: contact.id, from: contact.startsAt, to: startsAt, at, managerId })
  }
  return true
}
