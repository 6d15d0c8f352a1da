import { writeAudit } from '../../platform/db/audit'
import type { Tx } from '../../platform/db/database'
import { markUndone } from './contact-writes.repository'

/** Takes the move out of a meeting's way that a change of its date made; false when there is none. */
export async function takeBackMove(tx: Tx, { contactId, movedAt, from }: { contactId: string; movedAt: Date; from: Date }): Promise<boolean> {
  const move = await tx.contactMove.findFirst({ where: { contactId, movedAt, fromAt: from }, select: { id: true } })
  if (!move) return false
  await tx.contactMove.delete({ where: { id: move.id }, select: { id: true } })
  await tx.calendarMeeting.updateMany({ where: { contactId, moves: { gt: 0 } }, data: { moves: { decrement: 1 } } })
  return true
}

/** What became of the plans that were made by the same save as a change. */
export interface PlansTakenBack { undone: string[]; left: string[] }

/** An outcome that never was has no next step: what it planned goes with it, unless somebody has worked on that since. `plannedAt`: a save plans at the very time that it changes. */
export async function takePlansBack(tx: Tx, { contactId, plannedAt, at, managerId }: { contactId: string; plannedAt: Date; at: Date; managerId: string }): Promise<PlansTakenBack> {
  const plans = await tx.contact.findMany({
    where: { previousId: contactId, createdAt: plannedAt, source: 'manual', undoneAt: null },
    select: { id: true, version: true, counterpartyId: true, _count: { select: { next: { where: { undoneAt: null } }, tasks: true, attachments: true } } },
  })
  const isUntouched = ({ version, _count }: (typeof plans)[number]) => version === 1 && _count.next + _count.tasks + _count.attachments === 0
  for (const { id, counterpartyId } of plans.filter(isUntouched)) {
    await markUndone(tx, id, at)
    await writeAudit(tx, { managerId, noun: 'contact', nounId: id, action: 'undone', at, before: { messageKey: null, counterpartyId }, after: { messageKey: null } })
  }
  return { undone: plans.filter(isUntouched).map(({ id }) => id), left: plans.filter((plan) => !isUntouched(plan)).map(({ id }) => id) }
}
