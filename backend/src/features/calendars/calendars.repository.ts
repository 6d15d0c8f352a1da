import { randomInt } from 'node:crypto'
import type { CalendarProblem, CalendarProvider, CalendarState, CalendarStatus } from '@counterpane/shared/contract/calendar'
import type { Db, Tx } from '../../platform/db/database'

/** A manager with the calendar that is read, if any. Instants in ms. */
export interface CalendarRow {
  managerId: string; managerName: string; provider: CalendarProvider | null; mailbox: string; state: CalendarState; problem: CalendarProblem | null
  since: number; waitUntil: number | null; lastRoundAt: number | null; dueAt: number; failures: number; bell: CalendarStatus['bell']; unreadable: number
}
export interface UnreadableRow { managerId: string; eventId: string; problem: string; since: number; tries: number }
export interface CalendarSetting { provider: CalendarProvider; mailbox: string }

/** An item is called unreadable after as many tries. */
const triesUntilShown = 3
/** Of one calendar; the count says how many there are. */
const itemsShown = 50

// A bell that the provider refused to hang up is kept as a row without an end of its own (calendar-sync/bells.repository.ts).
const select = `SELECT m.id AS managerId, m.name AS managerName, c.provider, c.mailbox, c.state, c.problem, c.since, c.waitUntil, c.lastRoundAt, c.dueAt, c.failures,
  (SELECT COUNT(*) FROM CalendarProblem p WHERE p.managerId = m.id AND p.tries >= ${triesUntilShown}) AS unreadable,
  CASE WHEN EXISTS (SELECT 1 FROM CalendarSubscription s WHERE s.managerId = m.id AND s.subscriptionId IS NOT NULL AND s.expiresAt > ?1) THEN 'on'
    WHEN EXISTS (SELECT 1 FROM CalendarSubscription s WHERE s.managerId = m.id AND s.subscriptionId IS NULL AND s.expiresAt <= s.createdAt) THEN 'refused' ELSE 'off' END AS bell
  FROM Manager m LEFT JOIN CalendarMailbox c ON c.managerId = m.id`
const items = `SELECT managerId, eventId, problem, since, tries FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY managerId ORDER BY since, eventId) AS place FROM CalendarProblem WHERE tries >= ${triesUntilShown})
  WHERE place <= ${itemsShown} AND (?1 = '' OR managerId = ?1) ORDER BY managerId, place`

export function createCalendarsRepository({ sql }: Pick<Db, 'sql'>) {
  return {
    /** Null when there is no such manager. */
    find: (managerId: string, now: number) => sql.first<CalendarRow>(`${select} WHERE m.id = ?2`, [now, managerId]),
    /** Everybody who works here, or the one. */
    list: (managerId: string | null, now: number) => sql.all<CalendarRow>(`${select} WHERE m.active = 1 AND (?2 IS NULL OR m.id = ?2) ORDER BY m.name, m.id`, [now, managerId]),
    unreadable: (managerId: string | null) => sql.all<UnreadableRow>(items, [managerId ?? '']),
    isActive: (managerId: string) => sql.first('SELECT 1 FROM Manager WHERE id = ? AND active = 1', [managerId]) !== null,
    mainAddress: (managerId: string) => sql.first<{ address: string }>('SELECT address FROM ManagerAddress WHERE managerId = ? ORDER BY main DESC, address LIMIT 1', [managerId])?.address ?? null,
  }
}
export type CalendarsRepository = ReturnType<typeof createCalendarsRepository>

export async function findSetting(tx: Tx, managerId: string): Promise<(CalendarSetting & { fence: number }) | null> {
  const row = await tx.calendarMailbox.findUnique({ where: { managerId }, select: { provider: true, mailbox: true, fence: true } })
  return row && { ...row, provider: row.provider as CalendarProvider }
}

/** Everything that was kept of the calendar goes; its contacts stay as they are. */
export async function removeCalendar(tx: Tx, managerId: string): Promise<void> {
  await tx.calendarMailbox.deleteMany({ where: { managerId } })
}

interface Beginning { state: CalendarState; problem: CalendarProblem; at: Date; lastFence: number | null }

/** A calendar that nothing is known of yet. Its fence goes on from the last one, or from where no earlier hand can have been: a late write of that hand is refused. */
export async function insertCalendar(tx: Tx, managerId: string, { provider, mailbox, state, problem, at, lastFence }: CalendarSetting & Beginning): Promise<void> {
  const fence = lastFence === null ? randomInt(1_000_000_000) : lastFence + 1
  await tx.calendarMailbox.create({ data: { managerId, provider, mailbox, state, problem, since: at, dueAt: at, createdAt: at, fence }, select: { managerId: true } })
}

/** Due since ever: before all others, and whatever our own patience says. False when there is no calendar. */
export async function askForRound(tx: Tx, managerId: string): Promise<boolean> {
  return (await tx.calendarMailbox.updateMany({ where: { managerId }, data: { asks: { increment: 1 }, dueAt: new Date(0) } })).count > 0
}
