import type { Tx } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'

export interface Unreadable { eventId: string; problem: string }
export interface UnreadableItem { eventId: string; tries: number; triedAt: number }

/** Items of a calendar that could not be read, those longest untried first. */
export const listUnreadable = (sql: SqlReader, managerId: string): UnreadableItem[] =>
  sql.all('SELECT eventId, tries, triedAt FROM CalendarProblem WHERE managerId = ? ORDER BY triedAt, eventId', [managerId])

/** One more try that failed; people see an item after the third. */
export async function noteUnreadable(tx: Tx, items: readonly Unreadable[], { managerId, at }: { managerId: string; at: Date }): Promise<void> {
  if (items.length === 0) return
  await tx.$executeRaw`
    INSERT INTO CalendarProblem (managerId, eventId, tries, problem, since, triedAt)
    SELECT ${managerId}, value ->> 'eventId', 1, value ->> 'problem', ${at.getTime()}, ${at.getTime()} FROM json_each(${JSON.stringify(items)}) WHERE true
    ON CONFLICT (managerId, eventId) DO UPDATE SET tries = tries + 1, problem = excluded.problem, triedAt = excluded.triedAt`
}

export async function forgetUnreadable(tx: Tx, managerId: string, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length > 0) await tx.calendarProblem.deleteMany({ where: { managerId, eventId: { in: [...eventIds] } } })
}
