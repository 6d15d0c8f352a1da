import type { CalendarProblem, CalendarProvider, CalendarState } from '@counterpane/shared/contract/calendar'
import type { Tx } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'
import { assertHeld, type Hold } from './holds.repository'

/** A calendar that may be looked at now. Instants in ms; a `dueAt` of 0 was asked for by a person. `whole`: a full round is under way or comes. */
export interface DueCalendar {
  managerId: string; provider: CalendarProvider; state: CalendarState; problem: CalendarProblem | null; waitUntil: number | null; lastRoundAt: number | null
  dueAt: number; asks: number; asksTaken: number; failures: number; owner: string | null; fence: number; whole: 0 | 1; bellDue: 0 | 1
}

// A due date or a lease beyond all reach was written before the machine's clock was set back.
const dueQuery = `SELECT c.managerId, c.provider, c.state, c.problem, c.waitUntil, c.lastRoundAt, c.dueAt, c.asks, c.asksTaken, c.failures, c.leaseOwner AS owner, c.fence,
  c.cursor IS NULL OR COALESCE(c.roundKind, 'delta') <> 'delta' AS whole,
  EXISTS (SELECT 1 FROM CalendarSubscription s WHERE s.managerId = c.managerId AND s.renewAt <= ?1) AS bellDue
  FROM CalendarMailbox c JOIN Manager m ON m.id = c.managerId
  WHERE m.active = 1 AND (c.waitUntil IS NULL OR c.waitUntil <= ?1)
  AND (c.dueAt <= ?1 OR (c.failures = 0 AND (c.asks > c.asksTaken OR c.dueAt > ?2 OR bellDue)))
  AND (c.leaseOwner IS NULL OR c.leaseOwner = ?3 OR c.leaseUntil <= ?1 OR c.leaseUntil > ?4)
  ORDER BY CASE WHEN c.asks > c.asksTaken THEN MIN(c.dueAt, ?1) ELSE c.dueAt END, c.managerId`

export interface Looking { owner: string; now: number; leaseMs: number; farthestMs: number }

/** The longest due first; those that others hold are not among them. */
export const listDue = (sql: SqlReader, { owner, now, leaseMs, farthestMs }: Looking): DueCalendar[] => sql.all(dueQuery, [now, now + farthestMs, owner, now + 2 * leaseMs])

/** The whole calendar is being read, and its first page is stored. */
export const isWhole = (sql: SqlReader, managerId: string): boolean =>
  sql.first("SELECT 1 FROM CalendarMailbox WHERE managerId = ? AND roundKind IN ('full', 'sweep')", [managerId]) !== null

/** What was asked until now is answered by the round that begins. Gives the date that stands there now. */
export async function takeAsks(tx: Tx, hold: Hold, { asks, dueAt, now }: { asks: number; dueAt: number; now: number }): Promise<number> {
  await assertHeld(tx, hold)
  const taken = dueAt === 0 ? now : dueAt
  await tx.calendarMailbox.updateMany({ where: { managerId: hold.managerId }, data: { asksTaken: asks, dueAt: new Date(taken) } })
  return taken
}

export interface Standing { state: CalendarState; problem: CalendarProblem | null; failures: number; waitUntil: number | null; dueAt: number; storedDueAt: number; lastRoundAt?: number; restart?: boolean; at: number }

/** How the calendar stands; `since` changes with the state only. A due date that somebody put there meanwhile stays. Gives the one that we know of now. */
export async function settle(tx: Tx, hold: Hold, { state, problem, failures, waitUntil, dueAt, storedDueAt, lastRoundAt, restart = false, at }: Standing): Promise<number> {
  await assertHeld(tx, hold)
  const { managerId } = hold
  const before = await tx.calendarMailbox.findUniqueOrThrow({ where: { managerId }, select: { state: true, dueAt: true } })
  const stands = before.dueAt.getTime()
  const due = stands === 0 || stands !== storedDueAt ? stands : dueAt
  await tx.calendarMailbox.updateMany({
    where: { managerId },
    data: {
      state, problem, failures, waitUntil: waitUntil === null ? null : new Date(waitUntil), dueAt: new Date(due), ...(before.state !== state && { since: new Date(at) }),
      ...(lastRoundAt !== undefined && { lastRoundAt: new Date(lastRoundAt) }), ...(restart && { cursor: null, roundId: null, roundKind: null, resume: null }),
    },
  })
  return due === dueAt ? due : storedDueAt
}

/** The state alone, while a round goes on. */
export async function markState(tx: Tx, hold: Hold, { state, problem, at }: { state: CalendarState; problem: CalendarProblem; at: Date }): Promise<void> {
  await assertHeld(tx, hold)
  await tx.calendarMailbox.updateMany({ where: { managerId: hold.managerId, state: { not: state } }, data: { since: at } })
  await tx.calendarMailbox.updateMany({ where: { managerId: hold.managerId }, data: { state, problem } })
}

/**
 * Every calendar is read as a whole, and soon: what its appointments mean was decided anew. A round that is under way judged by the old word, so whoever
 * runs it loses the hold.
 */
export const markForFullRound = (tx: Tx) => tx.calendarMailbox.updateMany({
  data: { baselineAt: null, roundId: null, roundKind: null, resume: null, leaseOwner: null, leaseUntil: null, asks: { increment: 1 }, fence: { increment: 1 } },
})

/** Settings are read when the program starts: what they did not allow before may be allowed now. */
export const retryUnconfigured = (tx: Tx, at: Date) => tx.calendarMailbox.updateMany({ where: { problem: 'not-configured', dueAt: { gt: at } }, data: { dueAt: at } })
