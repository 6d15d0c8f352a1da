import type { Direction, Method } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'
import type { SqlParameter } from '../../platform/db/sql'
import type { DigestDay } from './digest-day'

export interface ContactFact { id: string; startsAt: number; allDay: 0 | 1; method: Method; direction: Direction; subject: string | null; client: string | null; manager: string | null; registeredBy: string | null }
export interface TaskFact { id: string; title: string; dueAt: number; client: string | null }
/** A birthday (`name` null) or another day to remember, `YYYY-MM-DD` or `--MM-DD`. */
export interface DayFact { person: string; day: string; name: string | null; client: string | null; clientId: string | null }
export interface SilentFact { id: string; name: string; manager: string | null; lastAt: number | null }
export interface PlansFact { id: string; name: string; count: number }
export interface Some<T> { items: T[]; total: number }
export interface Team { managerIds: readonly string[]; isWhole: boolean }

/** The rest is in the journal. */
const shown = 10
const silentMs = 30 * 86_400_000

const mine = '(c.managerId = ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1))'
// As platform/words-seen says of a subject: null says that there is one which the reader may not see.
const mayRead = `((c.private = 0 AND c.visibility <> 'fact') OR c.registeredById = ?1 OR c.managerId = ?1 OR EXISTS (SELECT 1 FROM ContactManager z WHERE z.contactId = c.id AND z.managerId = ?1))`
const meetings = "('meeting', 'video-call', 'exhibition')"
const select = `SELECT c.id, c.startsAt, COALESCE(g.allDay, 0) AS allDay, c.method, c.direction, iif(${mayRead}, substr(c.subject, 1, 300), NULL) AS subject, k.name AS client, m.name AS manager, r.name AS registeredBy, COUNT(*) OVER () AS total`
const joins = 'LEFT JOIN Counterparty k ON k.id = c.counterpartyId LEFT JOIN Manager m ON m.id = c.managerId LEFT JOIN Manager r ON r.id = c.registeredById LEFT JOIN CalendarMeeting g ON g.contactId = c.id'

// A plus before a column takes its index out of the choice: each walks a stretch that a day, or what is still open, makes short.
const past = (which: string) => `${select} FROM Contact c ${joins} WHERE c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL AND c.method ${which} ${meetings} AND ${mine} ORDER BY c.endsAt, c.id LIMIT ${shown}`
const overduePlans = past('NOT IN')
const noOutcome = past('IN')
const plannedToday = `${select} FROM Contact c ${joins} WHERE c.startsAt >= min(?2, ?4) AND c.startsAt < max(?3, ?4 + 1) AND +c.status = 'planned' AND c.endsAt >= ?5 AND c.undoneAt IS NULL
  AND CASE WHEN g.allDay = 1 THEN c.startsAt = ?4 ELSE c.startsAt >= ?2 AND c.startsAt < ?3 END AND ${mine} ORDER BY c.startsAt, c.id LIMIT ${shown}`
// From the trail of that stretch to its contacts; the clients of a manager have years of them.
const byColleagues = `${select} FROM (SELECT DISTINCT a.nounId FROM AuditEntry a WHERE a.at >= ?2 AND a.at <= ?3 AND +a.noun = 'contact' AND a.action IN ('registered', 'created', 'planned')) f
  CROSS JOIN Contact c ON c.id = f.nounId ${joins} WHERE c.undoneAt IS NULL AND +k.managerId = ?1 AND +c.registeredById <> ?1 AND NOT ${mine} ORDER BY c.createdAt DESC, c.id DESC LIMIT ${shown}`
const tasks = `SELECT t.id, substr(t.title, 1, 300) AS title, t.dueAt, k.name AS client, COUNT(*) OVER () AS total FROM Task t LEFT JOIN Counterparty k ON k.id = t.counterpartyId
  WHERE t.managerId = ?1 AND t.doneAt IS NULL AND t.dueAt >= ?2 AND t.dueAt < ?3 ORDER BY t.dueAt, t.id LIMIT ${shown}`
// In the order of the days asked for: over the turn of the year January comes after December.
const dates = `SELECT x.*, COUNT(*) OVER () AS total FROM (
  SELECT p.name AS person, p.birthday AS day, NULL AS name, k.name AS client, k.id AS clientId FROM Counterparty k JOIN ContactPerson p ON p.counterpartyId = k.id WHERE k.managerId = ?1 AND p.birthday IS NOT NULL
  UNION ALL SELECT p.name, d.date, d.name, k.name, k.id FROM Counterparty k JOIN ContactPerson p ON p.counterpartyId = k.id JOIN PersonDate d ON d.personId = p.id WHERE k.managerId = ?1) x
  WHERE substr(x.day, -5) IN (SELECT value FROM json_each(?2)) ORDER BY (SELECT key FROM json_each(?2) WHERE value = substr(x.day, -5)), x.person, x.name LIMIT ${shown}`

const isSilent = `NOT EXISTS (SELECT 1 FROM Contact c WHERE c.counterpartyId = k.id AND c.status = 'held' AND c.startsAt >= ?2 AND c.startsAt <= ?3 AND c.undoneAt IS NULL)
  AND NOT EXISTS (SELECT 1 FROM Contact c WHERE c.counterpartyId = k.id AND c.status = 'planned' AND c.undoneAt IS NULL)
  AND NOT EXISTS (SELECT 1 FROM ContactCounterparty z JOIN Contact c ON c.id = z.contactId WHERE z.counterpartyId = k.id AND c.undoneAt IS NULL AND (c.status = 'planned' OR (c.status = 'held' AND c.startsAt >= ?2 AND c.startsAt <= ?3)))`
const silent = `SELECT k.id, k.name, m.name AS manager, (SELECT MAX(c.startsAt) FROM Contact c WHERE c.counterpartyId = k.id AND c.status = 'held' AND c.startsAt <= ?3 AND c.undoneAt IS NULL) AS lastAt, COUNT(*) OVER () AS total
  FROM Counterparty k LEFT JOIN Manager m ON m.id = k.managerId WHERE k.class = 'A' AND (k.managerId IN (SELECT value FROM json_each(?1)) OR (?4 = 1 AND k.managerId IS NULL)) AND ${isSilent} ORDER BY lastAt, k.name, k.id LIMIT ${shown}`
const plansByManager = `SELECT m.id, m.name, COUNT(*) AS count FROM Contact c JOIN Manager m ON m.id = c.managerId
  WHERE c.status = 'planned' AND c.endsAt < ?2 AND c.undoneAt IS NULL AND c.managerId IN (SELECT value FROM json_each(?1)) GROUP BY m.id ORDER BY 3 DESC, m.name`
const noNextStep = `${select.replaceAll('?1', '?2')} FROM NextStepMissing n JOIN Contact c ON c.id = n.contactId ${joins} WHERE c.managerId IN (SELECT value FROM json_each(?1)) ORDER BY n.startsAt, c.id LIMIT ${shown}`

/** What a morning's letter tells, read beside the main thread. */
export function createDigestFacts({ side }: Pick<Db, 'side'>) {
  const some = async <T extends object>(query: string, parameters: SqlParameter[]): Promise<Some<T>> => {
    const rows = await side.all<T & { total: number }>(query, parameters)
    return { items: rows, total: rows[0]?.total ?? 0 }
  }
  return {
    async mine(managerId: string, day: DigestDay & { now: number; monthDays: readonly string[] }) {
      const [late, due, plans, meetingsPast, today, colleagues, remembered] = await Promise.all([
        some<TaskFact>(tasks, [managerId, -8.64e15, day.now]), some<TaskFact>(tasks, [managerId, Math.max(day.from, day.now), day.to]),
        some<ContactFact>(overduePlans, [managerId, day.now]), some<ContactFact>(noOutcome, [managerId, day.now]),
        some<ContactFact>(plannedToday, [managerId, day.from, day.to, day.midnightUtc, day.now]), some<ContactFact>(byColleagues, [managerId, day.since, day.now]),
        some<DayFact>(dates, [managerId, JSON.stringify(day.monthDays)]),
      ])
      return { overdueTasks: late, todayTasks: due, overduePlans: plans, noOutcome: meetingsPast, plannedToday: today, byColleagues: colleagues, dates: remembered }
    },
    async team({ managerIds, isWhole }: Team, { viewerId, now }: { viewerId: string; now: number }) {
      const ids = JSON.stringify(managerIds)
      const [clients, plans, steps] = await Promise.all([
        some<SilentFact>(silent, [ids, now - silentMs, now, isWhole ? 1 : 0]), side.all<PlansFact & object>(plansByManager, [ids, now]), some<ContactFact>(noNextStep, [ids, viewerId]),
      ])
      return { silent: clients, plans, noNextStep: steps }
    },
  }
}
export type DigestFacts = ReturnType<typeof createDigestFacts>
