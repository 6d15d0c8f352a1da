import type { MailAddress } from '@counterpane/shared/domain/message'
import type { Db, Tx } from '../../platform/db/database'
import { readCursor, toPage } from '../../platform/http/cursor'

/** What is kept of a waiting appointment (features/calendar-sync, MeetingFacts). */
interface WaitingFacts { startsAt: number; endsAt: number; allDay: boolean; subject: string; location: string; online: boolean; organizer: MailAddress | null; outsiders: MailAddress[] }
export interface WaitingEntry { id: string; seriesId: string | null; dismissed: boolean; facts: WaitingFacts }
interface WaitingRow { id: string; seriesId: string | null; dismissed: number; facts: string; startsAt: number }

const select = 'SELECT id, seriesId, dismissed, facts, startsAt FROM CalendarEntry'
// Whoever waits longest stands first; what was taken out of the calendar meanwhile waits no more.
const mine = `managerId = ? AND meaning = 'waiting' AND standing = 'planned' AND facts IS NOT NULL AND dismissed = ?`

export function createWaitingRepository({ sql }: Pick<Db, 'sql'>) {
  const toEntry = ({ id, seriesId, dismissed, facts }: WaitingRow): WaitingEntry => ({ id, seriesId, dismissed: dismissed === 1, facts: JSON.parse(facts) as WaitingFacts })
  return {
    list({ managerId, dismissed, limit, cursor }: { managerId: string; dismissed: boolean; limit: number; cursor: string | undefined }) {
      const after = cursor === undefined ? [0, ''] : readCursor(cursor, ['number', 'string'])
      const rows = sql.all<WaitingRow>(`${select} WHERE ${mine} AND (startsAt, id) > (?, ?) ORDER BY startsAt, id LIMIT ?`, [managerId, dismissed ? 1 : 0, ...after, limit + 1])
      const page = toPage(rows, limit, (row) => [row.startsAt, row.id])
      return { items: page.rows.map(toEntry), nextCursor: page.nextCursor }
    },
    /** Nobody else's is found. */
    find(managerId: string, id: string): WaitingEntry | null {
      const row = sql.first<WaitingRow>(`${select} WHERE id = ? AND managerId = ? AND meaning = 'waiting' AND facts IS NOT NULL`, [id, managerId])
      return row && toEntry(row)
    },
    /** The contact that it became meanwhile. */
    contactOf: (managerId: string, id: string) =>
      sql.first<{ contactId: string }>('SELECT m.contactId FROM CalendarEntry e JOIN CalendarMeeting m ON m.calendarKey = e.calendarKey WHERE e.id = ? AND e.managerId = ?', [id, managerId])?.contactId ?? null,
    seriesOf: (managerId: string, seriesId: string) =>
      sql.all<{ id: string }>("SELECT id FROM CalendarEntry WHERE managerId = ? AND seriesId = ? AND meaning = 'waiting' AND standing = 'planned' AND facts IS NOT NULL", [managerId, seriesId]).map((row) => row.id),
  }
}
export type WaitingRepository = ReturnType<typeof createWaitingRepository>

export async function setDismissed(tx: Tx, ids: readonly string[], dismissed: boolean): Promise<void> {
  await tx.calendarEntry.updateMany({ where: { id: { in: [...ids] }, meaning: 'waiting' }, data: { dismissed } })
}
