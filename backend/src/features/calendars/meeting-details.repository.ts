import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'

export interface Move { fromAt: number; toAt: number; movedAt: number; managerId: string | null; name: string | null }
export interface Resembled { id: string; startsAt: number; subject: string; private: 0 | 1 }

const seriesOpen = `SELECT COUNT(*) AS open FROM CalendarMeeting g CROSS JOIN CalendarMeeting s ON s.seriesKey = g.seriesKey CROSS JOIN Contact c ON c.id = s.contactId
  WHERE g.contactId = ?1 AND +c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL`

export function createMeetingDetailsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    moves: (contactId: string) => sql.all<Move>('SELECT v.fromAt, v.toAt, v.movedAt, v.managerId, m.name FROM ContactMove v LEFT JOIN Manager m ON m.id = v.managerId WHERE v.contactId = ? ORDER BY v.movedAt, v.id LIMIT 200', [contactId]),
    /** Of the caller's own calendar only. */
    linkOf: (contactId: string, managerId: string) => sql.first<{ link: string | null }>(
      "SELECT json_extract(e.facts, '$.link') AS link FROM CalendarMeeting m JOIN CalendarEntry e ON e.calendarKey = m.calendarKey WHERE m.contactId = ? AND e.managerId = ? AND e.standing = 'planned'", [contactId, managerId])?.link ?? null,
    seriesOpen: (contactId: string, now: number) => sql.first<{ open: number }>(seriesOpen, [contactId, now])?.open ?? 0,
  }
}
export type MeetingDetailsRepository = ReturnType<typeof createMeetingDetailsRepository>

export const setApart = (tx: Tx, contactId: string) => tx.calendarMeeting.updateMany({ where: { contactId }, data: { resemblesId: null } })

export interface Joining { pastId: string; freshId: string; from: number; to: number; at: Date; managerId: string }

/** The new date becomes the old meeting's: its calendar entry goes over with everything, and the history says so. */
export async function giveMeetingTo(tx: Tx, { pastId, freshId, from, to, at, managerId }: Joining): Promise<void> {
  const past = await tx.calendarMeeting.findUnique({ where: { contactId: pastId }, select: { moves: true } })
  await tx.calendarMeeting.deleteMany({ where: { contactId: pastId } })
  await tx.calendarMeeting.updateMany({ where: { contactId: freshId }, data: { contactId: pastId, resemblesId: null, cancellation: null, moves: (past?.moves ?? 0) + 1, updatedAt: at } })
  await tx.calendarMeeting.updateMany({ where: { resemblesId: pastId }, data: { resemblesId: null } })
  await tx.contactMove.create({ data: { id: uuidv7(), contactId: pastId, fromAt: new Date(from), toAt: new Date(to), movedAt: at, managerId }, select: { id: true } })
  await tx.contact.updateMany({ where: { previousId: freshId }, data: { previousId: pastId } })
  await tx.task.updateMany({ where: { contactId: freshId }, data: { contactId: pastId } })
  const there = new Set((await tx.contactManager.findMany({ where: { contactId: pastId }, select: { managerId: true } })).map((one) => one.managerId))
  const managers = await tx.contactManager.findMany({ where: { contactId: freshId }, orderBy: { position: 'asc' }, select: { managerId: true } })
  const joining = managers.filter((one) => !there.has(one.managerId))
  if (joining.length > 0) await tx.contactManager.createMany({ data: joining.map((one, i) => ({ contactId: pastId, managerId: one.managerId, position: there.size + i })) })
}
