import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Tx } from '../../platform/db/database'
import type { SqlReader } from '../../platform/db/sql'
import type { CalendarWindow } from '../../ports/calendar-source'
import { HoldLost, type Hold } from './holds.repository'

/** `sweep`: a full round whose pages are all stored; what it did not see is still to be looked for. */
export type Stage = 'full' | 'delta' | 'sweep'
export interface RoundState {
  provider: CalendarProvider; cursor: string | null; roundId: string | null; roundKind: Stage | null; resume: string | null
  windowFrom: number | null; windowTo: number | null; baselineAt: number | null
}

const stateQuery = `SELECT provider, cursor, roundId, roundKind, resume, windowFrom, windowTo, baselineAt FROM CalendarMailbox WHERE managerId = ? AND leaseOwner = ? AND fence = ?`

/** Where the reading of a held calendar stands. */
export function getRoundState(sql: SqlReader, { managerId, owner, fence }: Hold): RoundState {
  const state = sql.first<RoundState>(stateQuery, [managerId, owner, fence])
  if (!state) throw new HoldLost()
  return state
}

/** What a unit of work says of the round beside its rows. */
export type Progress =
  | { stage: Stage; roundId: string; resume: string; window: CalendarWindow | null }
  | { stage: 'complete'; cursor: string; baselineAt: Date | null }
  /** The round is given up: the next one begins where this one began. */
  | { stage: 'dropped' }

const noRound = { roundId: null, roundKind: null, resume: null }

export async function saveProgress(tx: Tx, managerId: string, progress: Progress): Promise<void> {
  await tx.calendarMailbox.updateMany({ where: { managerId }, data: dataOf(progress) })
}

function dataOf(progress: Progress) {
  if (progress.stage === 'dropped') return noRound
  if (progress.stage === 'complete') return { ...noRound, cursor: progress.cursor, ...(progress.baselineAt && { baselineAt: progress.baselineAt }) }
  const { stage, roundId, resume, window } = progress
  return { roundKind: stage, roundId, resume, ...(window && { windowFrom: new Date(window.from), windowTo: new Date(window.to) }) }
}

/** Rows that a full round saw and had nothing new to say of. */
export async function markSeen(tx: Tx, { managerId, roundId, eventIds }: { managerId: string; roundId: string; eventIds: readonly string[] }): Promise<void> {
  if (eventIds.length === 0) return
  await tx.$executeRaw`UPDATE CalendarEntry SET roundId = ${roundId} WHERE managerId = ${managerId} AND eventId IN (SELECT value FROM json_each(${JSON.stringify(eventIds)})) AND roundId IS NOT ${roundId}`
}

const unseenQuery = `SELECT id, eventId FROM CalendarEntry WHERE managerId = ?1 AND roundId IS NOT ?2 AND standing <> 'removed' AND startsAt < ?4 AND endsAt >= ?3 AND id > ?5 ORDER BY id LIMIT ?6`

export interface Unseen { managerId: string; roundId: string; window: CalendarWindow; after: string; limit: number }
/** Rows inside the window that the round's pages did not name. */
export const listUnseen = (sql: SqlReader, { managerId, roundId, window, after, limit }: Unseen): { id: string; eventId: string }[] =>
  sql.all(unseenQuery, [managerId, roundId, window.from, window.to, after, limit])
