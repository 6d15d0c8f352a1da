import type { Tx } from '../../platform/db/database'

/** A worker's hold of one calendar. `fence` grows with every change of hands. */
export interface Hold { managerId: string; owner: string; fence: number }

/** Somebody else holds the calendar meanwhile, or it was set up anew: nothing more may be written for it by this hand. */
export class HoldLost extends Error {
  override readonly name = 'HoldLost'
}

/** First in every unit of work of a round: the write of an earlier hand is refused whole. */
export async function assertHeld(tx: Tx, { managerId, owner, fence }: Hold): Promise<void> {
  if ((await tx.calendarMailbox.count({ where: { managerId, leaseOwner: owner, fence } })) === 0) throw new HoldLost()
}

export interface Claim { owner: string; managerIds: readonly string[]; now: Date; until: Date; farthest: Date }

/** Takes hold of those of the calendars that nobody else holds; each claim is a change of hands. */
export async function claim(tx: Tx, { owner, managerIds, now, until, farthest }: Claim): Promise<Hold[]> {
  const free = [{ leaseOwner: null }, { leaseOwner: owner }, { leaseUntil: { lte: now } }, { leaseUntil: { gt: farthest } }]
  const claimed = await tx.calendarMailbox.updateManyAndReturn({
    where: { managerId: { in: [...managerIds] }, OR: free }, data: { leaseOwner: owner, leaseUntil: until, fence: { increment: 1 } }, select: { managerId: true, fence: true },
  })
  return claimed.map(({ managerId, fence }) => ({ managerId, owner, fence }))
}

/** What idle rounds left to be written. Instants in ms. `storedDueAt`: the due date that stands there as far as we know; another one was put by somebody else and stays. */
export interface IdleRound { managerId: string; fence: number; lastRoundAt: number; dueAt: number; storedDueAt: number }

/** All holds of one worker for another while, with what its idle rounds found; one unit of work. Gives the holds that are still its own. */
export async function renewHolds(tx: Tx, { holds, idle, until }: { holds: readonly Hold[]; idle: readonly IdleRound[]; until: Date }): Promise<Hold[]> {
  const [first] = holds
  if (!first) return []
  const { owner } = first
  const managerIds = holds.map((hold) => hold.managerId)
  await tx.calendarMailbox.updateMany({ where: { leaseOwner: owner, managerId: { in: managerIds } }, data: { leaseUntil: until } })
  if (idle.length > 0) {
    await tx.$executeRaw`UPDATE CalendarMailbox SET lastRoundAt = i.lastRoundAt, dueAt = CASE WHEN CalendarMailbox.dueAt = i.storedDueAt AND i.storedDueAt > 0 THEN i.dueAt ELSE CalendarMailbox.dueAt END
      FROM (SELECT value ->> 'managerId' AS managerId, value ->> 'fence' AS fence, value ->> 'lastRoundAt' AS lastRoundAt, value ->> 'dueAt' AS dueAt, value ->> 'storedDueAt' AS storedDueAt FROM json_each(${JSON.stringify(idle)})) AS i
      WHERE CalendarMailbox.managerId = i.managerId AND CalendarMailbox.fence = i.fence AND CalendarMailbox.leaseOwner = ${owner}`
  }
  const standing = new Map((await tx.calendarMailbox.findMany({ where: { leaseOwner: owner, managerId: { in: managerIds } }, select: { managerId: true, fence: true } })).map((row) => [row.managerId, row.fence]))
  return holds.filter((hold) => standing.get(hold.managerId) === hold.fence)
}

/** Gives holds back: whoever looks next may take them. */
export async function releaseHolds(tx: Tx, holds: readonly Hold[]): Promise<void> {
  for (const { managerId, owner, fence } of holds) await tx.calendarMailbox.updateMany({ where: { managerId, leaseOwner: owner, fence }, data: { leaseOwner: null, leaseUntil: null } })
}
