import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'

/** The day of a manager: instants in ms, `to` not included. */
export interface DayBounds { managerId: string; from: number; to: number; now: number }
export interface Some { ids: string[]; total: number }
export interface BirthdayRow { personId: string; person: string; counterpartyId: string | null; counterparty: string | null; birthday: string; name: string | null }
export interface ReminderRow { kind: 'contact' | 'task' | 'note'; id: string; at: number; title: string; method: string | null; counterpartyId: string | null; counterparty: string | null }

const mine = '(c.managerId = ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1))'
/** These take place with somebody else: they ask whether they were held. Others are simply late. */
const meetings = "('meeting', 'video-call', 'exhibition')"
const past = (which: string) => `SELECT c.id, COUNT(*) OVER () AS total FROM Contact c WHERE c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL AND c.method ${which} ${meetings} AND ${mine} ORDER BY c.endsAt, c.id LIMIT ?3`

// The audit trail names every contact that was made, and has an index by time; contacts made by a sync are no colleague's work.
const byColleagues = `SELECT DISTINCT c.id, COUNT(*) OVER () AS total FROM AuditEntry a JOIN Contact c ON c.id = a.nounId JOIN Counterparty k ON k.id = c.counterpartyId
  WHERE a.at >= ?2 AND a.at < ?3 AND +a.noun = 'contact' AND a.action IN ('registered', 'created', 'planned') AND c.undoneAt IS NULL AND k.managerId = ?1
  AND c.registeredById <> ?1 AND c.managerId <> ?1 ORDER BY a.at DESC, c.id DESC LIMIT ?4`

// Of each conversation its last letter, when it came from outside and nothing went out to the client since.
const unanswered = `SELECT c.id, COUNT(*) OVER () AS total FROM Contact c
  WHERE c.managerId = ?1 AND c.startsAt >= ?2 AND c.startsAt <= ?3 AND +c.method = 'letter' AND +c.direction = 'incoming' AND +c.status = 'held' AND +c.state IN (1, 2) AND c.undoneAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM Contact l WHERE l.conversationId = c.conversationId AND l.startsAt > c.startsAt AND l.undoneAt IS NULL)
  AND NOT EXISTS (SELECT 1 FROM Contact l WHERE l.counterpartyId = c.counterpartyId AND l.status = 'held' AND l.startsAt > c.startsAt AND l.undoneAt IS NULL AND (l.direction = 'outgoing' OR l.method <> 'letter'))
  ORDER BY c.startsAt, c.id LIMIT ?4`

const birthdays = `SELECT p.id AS personId, p.name AS person, k.id AS counterpartyId, k.name AS counterparty, p.birthday, NULL AS name
  FROM Counterparty k JOIN ContactPerson p ON p.counterpartyId = k.id
  WHERE k.managerId = ?1 AND p.birthday IS NOT NULL AND substr(p.birthday, 6) IN (SELECT value FROM json_each(?2))
  UNION ALL SELECT p.id, p.name, k.id, k.name, d.date, d.name FROM Counterparty k JOIN ContactPerson p ON p.counterpartyId = k.id JOIN PersonDate d ON d.personId = p.id
  WHERE k.managerId = ?1 AND substr(d.date, -5) IN (SELECT value FROM json_each(?2))`

const reminders = `SELECT 'contact' AS kind, c.id AS id, c.startsAt AS at, c.subject AS title, c.method, k.id AS counterpartyId, k.name AS counterparty
  FROM Contact c LEFT JOIN Counterparty k ON k.id = c.counterpartyId WHERE c.startsAt >= ?2 AND c.startsAt < ?3 AND +c.status = 'planned' AND c.undoneAt IS NULL AND ${mine}
  UNION ALL SELECT t.kind, t.id, t.dueAt, t.title, NULL, k.id, k.name FROM Task t LEFT JOIN Counterparty k ON k.id = t.counterpartyId
  WHERE t.managerId = ?1 AND t.doneAt IS NULL AND t.dueAt >= ?2 AND t.dueAt < ?3 ORDER BY 3, 2 LIMIT 50`

/** Every question walks an index over a stretch that a day, a month of one manager, or what is still open makes short. */
export function createJournalDayRepository({ sql }: Pick<Db, 'sql'>) {
  const some = (query: string, parameters: SqlParameter[]): Some => {
    const rows = sql.all<{ id: string; total: number }>(query, parameters)
    return { ids: [...new Set(rows.map((row) => row.id))], total: rows[0]?.total ?? 0 }
  }
  return {
    overduePlans: ({ managerId, now }: DayBounds, limit: number) => some(past('NOT IN'), [managerId, now, limit]),
    withoutOutcome: ({ managerId, now }: DayBounds, limit: number) => some(past('IN'), [managerId, now, limit]),
    byColleagues: ({ managerId, from, to }: DayBounds, limit: number) => some(byColleagues, [managerId, from, to, limit]),
    unanswered: ({ managerId, now }: DayBounds, { since, limit }: { since: number; limit: number }) => some(unanswered, [managerId, since, now, limit]),
    /** Birthdays (`name` null) and other days of persons of the manager's clients, whose month and day is one of `MM-DD`. */
    birthdays: (managerId: string, days: readonly string[]) => sql.all<BirthdayRow>(birthdays, [managerId, JSON.stringify(days)]),
    reminders: (managerId: string, from: number, to: number) => sql.all<ReminderRow>(reminders, [managerId, from, to]),
  }
}
export type JournalDayRepository = ReturnType<typeof createJournalDayRepository>
