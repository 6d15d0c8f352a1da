import type { Db, Tx } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'
import { writeCalendarNotes } from './calendar-writes.repository'
import { assertHeld, type Hold } from './holds.repository'

const day = 86_400_000

/**
 * Plans to come that a calendar made and that stand in no calendar any more: its copy was dropped when it was disconnected or exchanged, and what was
 * deleted until it came back is named by nobody. Known only of what a whole reading had to name: the last day of its window may be half outside, items that
 * can't be read may be these very meetings, and a colleague's calendar that is not read through yet may still hold them.
 */
const orphansQuery = `SELECT c.id FROM Contact c JOIN CalendarMeeting m ON m.contactId = c.id JOIN CalendarMailbox b ON b.managerId = ?1
  WHERE c.id IN (SELECT contactId FROM ContactManager WHERE managerId = ?1 UNION ALL SELECT id FROM Contact WHERE managerId = ?1 AND startsAt > ?2)
  AND c.source = 'calendar' AND c.status = 'planned' AND c.undoneAt IS NULL AND b.baselineAt IS NOT NULL
  AND c.startsAt > ?2 AND COALESCE(m.given ->> 'startsAt', c.startsAt) > ?2 AND COALESCE(m.given ->> 'startsAt', c.startsAt) < b.windowTo - ${day}
  AND NOT EXISTS (SELECT 1 FROM CalendarEntry e WHERE e.calendarKey = m.calendarKey)
  AND NOT EXISTS (SELECT 1 FROM CalendarProblem p WHERE p.managerId = ?1)
  AND NOT EXISTS (SELECT 1 FROM ContactManager z JOIN CalendarMailbox o ON o.managerId = z.managerId WHERE z.contactId = c.id AND z.managerId <> ?1 AND o.baselineAt IS NULL)`

const listOrphans = (sql: SqlReader, managerId: string, now: number): string[] => sql.all<{ id: string }>(orphansQuery, [managerId, now]).map(({ id }) => id)

/** What people answered, or another calendar says meanwhile, stands. */
async function cancel(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  const planned = await tx.contact.findMany({ where: { id: { in: [...ids] }, status: 'planned', undoneAt: null }, select: { id: true, meeting: { select: { calendarKey: true } } } })
  const keys = planned.flatMap(({ meeting }) => meeting?.calendarKey ?? [])
  const told = new Set((await tx.calendarEntry.findMany({ where: { calendarKey: { in: keys } }, select: { calendarKey: true } })).map(({ calendarKey }) => calendarKey))
  const gone = planned.filter(({ meeting }) => meeting && !told.has(meeting.calendarKey)).map(({ id }) => id)
  await tx.contact.updateMany({ where: { id: { in: gone } }, data: { status: 'cancelled', updatedAt: at, version: { increment: 1 } } })
  await tx.calendarMeeting.updateMany({ where: { contactId: { in: gone } }, data: { cancellation: 'removed', updatedAt: at } })
  await writeCalendarNotes(tx, gone.map((contactId) => ({ contactId, action: 'cancelled', before: { status: 'planned' }, after: { status: 'cancelled', cancellation: 'removed' } })), at)
}

/** After a calendar was read as a whole. */
export async function cancelOrphans(db: Pick<Db, 'sql' | 'write'>, hold: Hold, at: Date): Promise<void> {
  const ids = listOrphans(db.sql, hold.managerId, at.getTime())
  for (let from = 0; from < ids.length; from += 500) {
    await db.write(async (tx) => {
      await assertHeld(tx, hold)
      await cancel(tx, ids.slice(from, from + 500), at)
    })
  }
}
