import type { Tx } from '../../platform/db/database'

/** Takes the move out of a meeting's way that a change of its date made; false when there is none. */
export async function takeBackMove(tx: Tx, { contactId, movedAt, from }: { contactId: string; movedAt: Date; from: Date }): Promise<boolean> {
  const move = await tx.contactMove.findFirst({ where: { contactId, movedAt, fromAt: from }, select: { id: true } })
  if (!move) return false
  await tx.contactMove.delete({ where: { id: move.id }, select: { id: true } })
  await tx.calendarMeeting.updateMany({ where: { contactId, moves: { gt: 0 } }, data: { moves: { decrement: 1 } } })
  return true
}
