import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import { databaseErrorOf } from '../../platform/http/database-errors'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { around, type Random } from './back-off'
import type { KeepBell } from './bell-keeping'
import type { Held } from './held-calendars'
import { HoldLost, type Hold } from './holds.repository'
import { isWhole, markState, settle, takeAsks, type DueCalendar, type Standing } from './mailboxes.repository'
import { cancelOrphans } from './orphaned-meetings.repository'
import { setbackOf } from './round-outcomes'
import type { RoundResult, SyncRound } from './sync-round.service'

export interface Turn { held: Held; row: DueCalendar; signal: AbortSignal; onProgress(): void }
export interface TurnDeps {
  db: Db; clock: Clock; log: Log; round: SyncRound; keepBell: KeepBell; pollSeconds: number; random: Random
  chores: readonly ((managerId: string, hold: Hold) => Promise<void>)[]
}

const bellPatienceMs = 60_000

/** One held calendar's turn: its round, how it stands after it, and what is done beside it. Never rejects: one calendar's trouble is its own. */
export function createTurns({ db, clock, log, round, keepBell, pollSeconds, random, chores }: TurnDeps) {
  const now = () => clock.now().getTime()
  const isStorage = (error: unknown) => databaseErrorOf(error) !== null

  async function write(held: Held, standing: Omit<Standing, 'at' | 'storedDueAt'>) {
    held.storedDueAt = await db.write((tx) => settle(tx, held.hold, { ...standing, storedDueAt: held.storedDueAt, at: now() }))
    held.nextDueAt = standing.dueAt
    held.idleAt = null
  }

  /** A full round is said as soon as its first page stands, and once. */
  function announcing({ held, row }: Turn) {
    let said: Promise<void> | null = null
    const announce = async () => {
      const problem = row.lastRoundAt === null && held.idleAt === null ? 'first-round' : 'full-round'
      if (row.state === 'catching-up' && row.problem === problem) return
      await db.write((tx) => markState(tx, held.hold, { state: 'catching-up', problem, at: clock.now() }))
    }
    return {
      look() { if (said === null && isWhole(db.sql, held.hold.managerId)) said = announce().catch((error: unknown) => log.debug({ error: describeError(error) }, 'a full round could not be announced')) },
      said: async () => { await said; return said !== null },
    }
  }

  async function read(turn: Turn): Promise<void> {
    const { held, row, signal } = turn
    const asked = row.asks > row.asksTaken || row.dueAt === 0
    held.storedDueAt = row.dueAt
    if (asked) held.storedDueAt = await db.write((tx) => takeAsks(tx, held.hold, { asks: row.asks, dueAt: row.dueAt, now: now() }))
    const announcement = announcing(turn)
    const onProgress = () => { turn.onProgress(); announcement.look() }
    const finished = await round({ hold: held.hold, signal, cursor: held.cursor, onProgress }).then((result) => ({ result }), (error: unknown) => ({ error }))
    const announced = await announcement.said()
    if ('error' in finished) throw finished.error
    await succeed(turn, { ...finished.result, changed: finished.result.changed || asked || announced })
  }

  async function succeed({ held, row }: Turn, { changed, cursor, kind }: RoundResult) {
    const at = now()
    const dueAt = at + Math.max(1_000, around(pollSeconds * 1_000, random))
    held.cursor = cursor
    // Until its first success is written it is still to be done, also when that one is no full round any more.
    if (kind === 'full' || (row.lastRoundAt === null && held.idleAt === null)) await cancelOrphans(db, held.hold, clock.now())
    if (!changed && kind === 'delta' && row.state === 'healthy' && row.problem === null && row.failures === 0 && row.waitUntil === null) Object.assign(held, { idleAt: at, nextDueAt: dueAt })
    else await write(held, { state: 'healthy', problem: null, failures: 0, waitUntil: null, dueAt, lastRoundAt: at })
  }

  async function fail({ held, row }: Turn, error: unknown) {
    const provider: CalendarProvider = row.provider
    const setback = setbackOf(error, { provider, failures: row.failures, now: now(), random }, isStorage)
    const { managerId } = held.hold
    const detail = error instanceof ProviderFailure ? error.code : describeError(error)
    log[error instanceof ProviderFailure ? 'info' : 'error']({ managerId, provider, problem: setback.problem, failures: setback.failures, error: detail }, 'a calendar could not be read')
    if (setback.restart) held.cursor = null
    await write(held, setback).catch((failure: unknown) => {
      if (failure instanceof HoldLost) throw failure
      // What can't be written now is known here until it can: the table says the old state meanwhile.
      held.nextDueAt = setback.dueAt
      log.error({ managerId, error: describeError(failure) }, 'a calendar\'s state could not be written')
    })
  }

  async function beside({ held, row, signal }: Turn) {
    const quietly = async (what: string, work: () => Promise<void>) => {
      if (!signal.aborted) await work().catch((error: unknown) => log.warn({ managerId: row.managerId, error: error instanceof ProviderFailure ? error.code : describeError(error) }, what))
    }
    for (const chore of chores) await quietly('a calendar\'s chore failed', () => chore(row.managerId, held.hold))
    if (held.bellAt > now()) return
    await quietly('a calendar\'s bell could not be looked after', async () => {
      held.bellAt = now() + bellPatienceMs
      await keepBell(held.hold, row.provider)
      held.bellAt = 0
    })
  }

  return async (turn: Turn): Promise<'kept' | 'lost'> => {
    try {
      const well = await read(turn).then(() => true, async (error: unknown) => {
        if (error instanceof HoldLost || turn.signal.aborted) throw error
        await fail(turn, error)
        return false
      })
      if (well) await beside(turn)
      return 'kept'
    } catch (error) {
      if (!(error instanceof HoldLost) && !turn.signal.aborted) log.error({ error: describeError(error) }, 'a calendar\'s turn failed')
      return 'lost'
    }
  }
}
