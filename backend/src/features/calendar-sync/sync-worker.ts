import { randomUUID } from 'node:crypto'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { CalendarAccess, CalendarSource } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { createBellKeeping, type BellUrls } from './bell-keeping'
import { createTurns } from './calendar-turn'
import { createHeldCalendars, leaseMs, type Held } from './held-calendars'
import type { Hold } from './holds.repository'
import { createHousekeeping } from './housekeeping'
import { listDue, retryUnconfigured, type DueCalendar } from './mailboxes.repository'
import { createRunningTurns } from './running-turns'
import type { SyncRound } from './sync-round.service'

/** Looks which calendars are due, holds them, runs their rounds, and keeps their bells ringing. */
export interface SyncWorker {
  start(): void
  /** Ends what runs, gives the holds back. */
  stop(): Promise<void>
  /** Something was asked for in this process: look at once. */
  wake(): void
  /** One look and everything that follows from it; for tests with a clock of their own. */
  tick(): Promise<void>
}

/** Work that is done for a held calendar beside its round: one's own appointments that wait to be written. */
export type Chore = (managerId: string, hold: Hold) => Promise<void>

export interface SyncWorkerDeps {
  db: Db; clock: Clock; log: Log; round: SyncRound
  sourceOf(provider: CalendarProvider): CalendarSource
  accessOf(managerId: string): CalendarAccess
  /** Where providers ring; null when no address of ours can be reached by them. */
  bellUrls: ((provider: CalendarProvider) => BellUrls | null)
  pollSeconds: number
  chores: readonly Chore[]
  /** Once an hour, for everybody. */
  housekeeping: readonly (() => Promise<void>)[]
  /** A number in [0, 1) for jitter; tests give their own. */
  random?(): number
}

const lookEveryMs = 1_000
/** Between two rounds of a calendar of which nothing but its bell asks for the second one. */
const ringGapMs = 3_000
const atOnce = 8
/** Of them whole calendars: they may take minutes, and changes of other calendars do not wait for them. */
const wholeAtOnce = 6
const stopPatienceMs = 8_000

export function createSyncWorker({ db, clock, log, round, sourceOf, accessOf, bellUrls, pollSeconds, chores, housekeeping, random = Math.random }: SyncWorkerDeps): SyncWorker {
  const owner = randomUUID()
  const running = createRunningTurns({ clock })
  const held = createHeldCalendars({ db, clock, owner, onLost: (one) => running.abandon(one) })
  const keepBell = createBellKeeping({ db, clock, log, random, sourceOf, accessOf, bellUrls })
  const take = createTurns({ db, clock, log, round, keepBell, pollSeconds, random, chores })
  const keepHouse = createHousekeeping({ clock, log, tasks: housekeeping })
  const now = () => clock.now().getTime()
  const isStopped = () => state === 'stopped'
  const farthestMs = Math.max(3_600_000, pollSeconds * 2_000)
  /** When each calendar's last round in this process was over. */
  const overAt = new Map<string, number>()
  let state: 'idle' | 'started' | 'stopped' = 'idle'
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> | null = null
  let more = false

  /** The table says when a held calendar was due before its idle rounds; what we know ourselves is newer, unless somebody asked. */
  function isDue(row: DueCalendar, one: Held | null): boolean {
    const at = now()
    if (!one || row.dueAt === 0 || one.storedDueAt !== row.dueAt || one.nextDueAt <= at) return true
    if (row.failures > 0) return false
    const rested = Math.abs(at - (overAt.get(row.managerId) ?? -Infinity)) >= ringGapMs
    return (row.asks > row.asksTaken && rested) || (row.bellDue === 1 && one.bellAt <= at) || one.nextDueAt > at + farthestMs
  }

  /** As many as there is room for, the longest due first. */
  function choose(rows: readonly DueCalendar[]): DueCalendar[] {
    const due = rows.filter((row) => { const one = held.of(row); return !running.has(row.managerId) && isDue(row, one) })
    const room = { all: atOnce - running.count(), whole: wholeAtOnce - running.count({ whole: true }) }
    return due.filter((row) => {
      if (room.all <= 0 || (row.whole === 1 && room.whole <= 0)) return false
      room.all--
      if (row.whole === 1) room.whole--
      return true
    })
  }

  async function giveUpStuck() {
    const stuck = running.stuck()
    for (const one of stuck) log.warn({ managerId: one.hold.managerId }, 'a round made no progress and was given up')
    stuck.forEach((one) => running.abandon(one))
    await held.release(stuck)
  }

  async function look(): Promise<void> {
    if (state === 'stopped') return
    await giveUpStuck()
    await held.renew()
    const chosen = choose(listDue(db.sql, { owner, now: now(), leaseMs, farthestMs }))
    const taken = await held.take(chosen.filter((row) => held.of(row) === null))
    if (isStopped()) return // while it was taken
    for (const row of chosen) {
      const one = taken.find(({ hold }) => hold.managerId === row.managerId) ?? held.of(row)
      if (one) run(row, one)
    }
  }

  function run(row: DueCalendar, one: Held) {
    running.begin(one, { whole: row.whole === 1 }, async (signals) => {
      const end = await take({ held: one, row, ...signals })
      overAt.set(row.managerId, now())
      if (end === 'lost' && !signals.signal.aborted) held.drop(one)
    }, () => { if (state === 'started') later(0) })
  }

  /** One look at a time; one more when it was asked for meanwhile. */
  function lookOnce(): Promise<void> {
    if (looking) { more = true; return looking }
    looking = look().catch((error: unknown) => log.error({ error: describeError(error) }, 'calendars could not be looked at')).finally(() => { looking = null })
    return looking
  }

  function later(ms: number) {
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => {
      void keepHouse()
      void lookOnce().then(() => { if (state === 'started') later(more ? 0 : lookEveryMs); more = false })
    }, ms).unref()
  }

  return {
    start() {
      if (state !== 'idle') return
      state = 'started'
      db.write((tx) => retryUnconfigured(tx, clock.now())).catch((error: unknown) => log.warn({ error: describeError(error) }, 'calendars could not be made due')).finally(() => { if (state === 'started') later(0) })
    },
    async stop() {
      state = 'stopped'
      if (timer) clearTimeout(timer)
      running.abortAll()
      await looking
      running.abortAll()
      await running.settled(stopPatienceMs)
      await held.releaseAll().catch((error: unknown) => log.warn({ error: describeError(error) }, 'calendars could not be given back: their leases end by themselves'))
    },
    wake() { if (state === 'started') later(0) },
    async tick() {
      await keepHouse()
      await lookOnce()
      // What found no room at first gets its turn when the others are done.
      for (let before = -1; running.count() > 0 && before !== running.begun();) {
        before = running.begun()
        await running.settled()
        await lookOnce()
      }
      await running.settled()
    },
  }
}
