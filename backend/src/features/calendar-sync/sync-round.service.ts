import type { CalendarPolicy, CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Log } from '../../platform/log/logger'
import type { CalendarAccess, CalendarEvent, CalendarSource, CalendarWindow, ChangesPage } from '../../ports/calendar-source'
import type { Clock } from '../../ports/clock'
import { ProviderFailure, type ProviderFailureCode } from '../../ports/provider-failure'
import { datesOfSeries, knownEvents } from './calendar-entries.repository'
import type { MatchedSide } from './calendar-sync.types'
import { assertHeld, type Hold } from './holds.repository'
import { createItemReading } from './item-reading'
import type { ContactWriting } from './meeting-writing'
import { createPageStore, type Settled, type Unit } from './page-store'
import { getRoundState, saveProgress, type Progress, type RoundState } from './rounds.repository'
import { createSweep } from './round-sweep'
import { listUnreadable, type UnreadableItem } from './unreadable-items.repository'

/**
 * `onProgress`: as soon as a page is stored, for whoever waits for signs of life. `cursor`: where the last round of this same hold ended; an idle
 * round writes nothing, so it may be newer than what is stored.
 */
export interface RoundRun { hold: Hold; signal: AbortSignal; cursor?: string | null; onProgress?: () => void }
export interface RoundResult { kind: 'full' | 'delta'; changed: boolean; cursor: string }

export interface SyncRoundDeps {
  db: Db; clock: Clock; log: Log
  sourceOf(provider: CalendarProvider): CalendarSource
  /** The mailbox with its opened token. */
  accessOf(managerId: string): CalendarAccess
  policy(): CalendarPolicy
  /** The window of a full round that begins now. */
  windowAt(now: Date): CalendarWindow
  matchSide(event: CalendarEvent, managerId: string): MatchedSide
  contacts: ContactWriting
  /** Changes that are stored in one unit of work. */
  unitSize?: number
}
/**
 * Rejects with HoldLost when the calendar is somebody else's meanwhile, with the signal's reason when it was told to end, with ProviderFailure
 * when the provider failed; whatever was stored until then stays, and the next round goes on from there.
 */
export type SyncRound = (run: RoundRun) => Promise<RoundResult>

const day = 86_400_000
/** Deltas may miss what a provider forgets to say; a full round a week finds it. */
const baselineMs = 7 * day
/** Idle rounds keep their cursor in memory; one as old as this is stored, lest a restart finds one that the provider forgot. */
const cursorMs = day
/** Small pages gather until there are so many changes, bigger ones are stored in several units of work: a unit has its price, and nobody shall wait long for a turn to write. */
const defaultUnitSize = 500
const triesShown = 3
const retriesAtOnce = 20
/** Items that people see already are tried again no oftener than this. */
const retryMs = 3_600_000

interface Leg { kind: 'full' | 'delta' | 'sweep'; roundId: string; from: { window: CalendarWindow } | { cursor: string }; window: CalendarWindow | null; resumed: boolean }

/** One round of one calendar: every page that the source has, each in one unit of work with the place where reading goes on. */
export function createSyncRound({ db, clock, log, sourceOf, accessOf, policy, windowAt, matchSide, contacts, unitSize = defaultUnitSize }: SyncRoundDeps): SyncRound {
  const store = createPageStore({ db, clock, log, policy, matchSide, contacts })
  const readItems = createItemReading()
  const sweep = createSweep({ db, store, readItems })
  /** When a calendar's stored cursor was known to be new, as far as this process knows. */
  const storedAt = new Map<string, number>()

  function fullLeg(): Leg {
    const window = windowAt(clock.now())
    return { kind: 'full', roundId: uuidv7(), from: { window }, window, resumed: false }
  }

  function legOf(state: RoundState, cursor: string | null): Leg {
    const window = state.windowFrom === null || state.windowTo === null ? null : { from: state.windowFrom, to: state.windowTo }
    if (state.roundKind && state.roundId && state.resume !== null) return { kind: state.roundKind, roundId: state.roundId, from: { cursor: state.resume }, window, resumed: true }
    if (state.cursor === null || state.baselineAt === null || clock.now().getTime() - state.baselineAt > baselineMs) return fullLeg()
    return { kind: 'delta', roundId: uuidv7(), from: { cursor: cursor ?? state.cursor }, window, resumed: false }
  }

  const isStale = (managerId: string) => {
    const now = clock.now().getTime()
    const since = storedAt.get(managerId) ?? (storedAt.set(managerId, now), now)
    return now - since > cursorMs
  }

  async function complete(page: ChangesPage, { source, access, hold, signal }: Pages): Promise<Settled[]> {
    const perhaps = page.changes.flatMap((change) => (change.kind === 'maybe-gone' ? [change.eventId] : []))
    const said = new Set(page.changes.flatMap((change) => (change.kind === 'event' ? [change.event.eventId] : change.kind === 'gone' ? [change.eventId] : [])))
    const dates = datesOfSeries(db.sql, hold.managerId, perhaps).filter((eventId) => !said.has(eventId))
    const { changes, failures } = await readItems(source, { managerId: hold.managerId, access, eventIds: [...new Set([...knownEvents(db.sql, hold.managerId, perhaps), ...dates])], signal })
    if (failures.length > 0) throw failures[0]
    return [...page.changes.filter((change) => change.kind !== 'maybe-gone'), ...changes]
  }

  interface Pages { source: CalendarSource; access: CalendarAccess; hold: Hold; signal: AbortSignal; setAside: ReadonlySet<string>; resembling: boolean; onProgress?: () => void; changed: boolean; failed: Set<string> }

  async function storePage(pages: Pages, changes: readonly Settled[], unit: Pick<Unit, 'roundId' | 'progress' | 'onlyWithRows'>) {
    const { hold, setAside, resembling, failed } = pages
    for (let at = 0; at === 0 || at < changes.length; at += unitSize) {
      const last = at + unitSize >= changes.length
      const stored = await store({ hold, changes: changes.slice(at, at + unitSize), ...unit, ...(!last && { progress: null }), setAside, resembling })
      pages.changed ||= stored.changed
      stored.unreadable.forEach((id) => failed.add(id))
      if (last && stored.written && unit.progress?.stage === 'complete') storedAt.set(hold.managerId, clock.now().getTime())
    }
  }

  /** Reads and stores all pages; gives the cursor that the last one ended with. */
  async function follow(leg: Leg, pages: Pages): Promise<string> {
    if (leg.kind === 'sweep') return 'cursor' in leg.from ? leg.from.cursor : ''
    const { hold, signal } = pages
    const full = leg.kind === 'full'
    let waiting: Settled[] = []
    let reached: ChangesPage | null = null
    let first = true
    const flush = async (page: ChangesPage) => {
      const window = first && full && !leg.resumed ? leg.window : null
      const open: Progress = { stage: full && page.complete ? 'sweep' : leg.kind, roundId: leg.roundId, resume: page.cursor, window }
      const progress: Progress = page.complete && !full ? { stage: 'complete', cursor: page.cursor, baselineAt: null } : open
      await storePage(pages, waiting, { roundId: full ? leg.roundId : null, progress, onlyWithRows: page.complete && !full && first && !leg.resumed && !isStale(hold.managerId) })
      waiting = []
      reached = null
      first = false
      pages.onProgress?.()
    }
    try {
      for await (const page of pages.source.changesSince(pages.access, leg.from)) {
        signal.throwIfAborted()
        waiting.push(...await complete(page, pages))
        reached = page
        if (first || page.complete || waiting.length >= unitSize) await flush(page)
        if (page.complete) return page.cursor
      }
    } catch (error) {
      // What was read until then is worth keeping: the next try begins behind it.
      if (reached && error instanceof ProviderFailure && !leadsNowhere(error)) await flush(reached)
      throw error
    }
    // An end without a place to go on from leads nowhere, like a loop.
    throw new ProviderFailure('rejected')
  }

  async function finishFull(leg: Leg, cursor: string, pages: Pages) {
    const { hold, source, access, signal, setAside } = pages
    const result = await sweep({ hold, source, access, signal, setAside, roundId: leg.roundId, window: leg.window })
    pages.changed ||= result.changed
    if (result.failure) throw result.failure
    await storePage(pages, [], { roundId: null, progress: { stage: 'complete', cursor, baselineAt: clock.now() }, onlyWithRows: false })
  }

  /** The next round begins where this one began, with nothing of it in its way. */
  const drop = (hold: Hold) => db.write(async (tx) => {
    await assertHeld(tx, hold)
    await saveProgress(tx, hold.managerId, { stage: 'dropped' })
  })

  /** A few of the items that were set aside; whether they can be read does not decide about the round. */
  async function retry(items: readonly UnreadableItem[], pages: Pages) {
    const now = clock.now().getTime()
    const due = items.filter((item) => !pages.failed.has(item.eventId) && (item.tries < triesShown || now - item.triedAt >= retryMs)).slice(0, retriesAtOnce)
    if (due.length === 0) return
    const { changes } = await readItems(pages.source, { managerId: pages.hold.managerId, access: pages.access, eventIds: due.map((item) => item.eventId), signal: pages.signal })
    await storePage(pages, changes, { roundId: null, progress: null, onlyWithRows: true })
  }

  async function run(leg: Leg, pages: Pages): Promise<RoundResult> {
    const cursor = await follow(leg, pages)
    if (leg.kind !== 'delta') await finishFull(leg, cursor, pages)
    return { kind: leg.kind === 'delta' ? 'delta' : 'full', changed: pages.changed, cursor }
  }

  return async ({ hold, signal, cursor = null, onProgress }) => {
    signal.throwIfAborted()
    const state = getRoundState(db.sql, hold)
    const items = listUnreadable(db.sql, hold.managerId)
    const pages: Pages = {
      source: sourceOf(state.provider), access: accessOf(hold.managerId), hold, signal, onProgress, setAside: new Set(items.map((item) => item.eventId)),
      resembling: state.baselineAt !== null, changed: false, failed: new Set(),
    }
    const leg = legOf(state, cursor)
    const result = await run(leg, pages)
      .catch((error: unknown) => (failed(error, 'cursor-expired') && (leg.kind === 'delta' || leg.resumed) ? run(fullLeg(), pages) : Promise.reject(error)))
      .catch(async (error: unknown) => {
        if (leadsNowhere(error)) await drop(hold)
        throw error
      })
    await retry(items, pages)
    return { ...result, changed: pages.changed }
  }
}

const leadsNowhere = (error: unknown) => failed(error, 'rejected') || failed(error, 'cursor-expired')
const failed = (error: unknown, code: ProviderFailureCode) => error instanceof ProviderFailure && error.code === code
