import { createSyncRound, type RoundResult, type SyncRoundDeps } from '@counterpane/backend/features/calendar-sync/sync-round.service'
import { HoldLost, type Hold } from '@counterpane/backend/features/calendar-sync/holds.repository'
import { createMatchSide } from '@counterpane/backend/features/calendar-sync/matched-side'
import { createRematchWaiting } from '@counterpane/backend/features/calendar-sync/waiting-promotion.service'
import { changeContacts, insertContacts } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { createRegisteringRepository } from '@counterpane/backend/features/registering/registering.repository'
import { createEvidenceRepository } from '@counterpane/backend/features/sidebar/evidence.repository'
import { createOwnSideRepository } from '@counterpane/backend/features/sidebar/own-side.repository'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { CalendarSource } from '@counterpane/backend/ports/calendar-source'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import { plainPolicy } from './calendar-house'
import { planMailbox, type PlanDatabase } from './plan-database'
import type { PlanProvider } from './plan-server'
import { planStart, planWindow } from './plan-world'
import type { Plan } from './plan-steps'

export interface HeldCalendar { managerId: string; mailbox: string; provider: CalendarProvider; face: PlanProvider; hold: Hold; cursor: string | null }
export interface PlanHouseDeps { database: PlanDatabase; plan: Plan; clock: { now(): Date }; calendars: readonly Omit<HeldCalendar, 'hold' | 'cursor'>[] }
/** How a round ended; `lost`: its calendar went to another hand meanwhile. */
export type RoundEnd = { kind: 'done'; result: RoundResult } | { kind: 'failed'; code: string } | { kind: 'crashed' } | { kind: 'lost' }

export class PlannedCrash extends Error {}
const log = createLogger('silent')

/** The real rounds over the real database, with workers that die and are replaced. */
export function createPlanHouse({ database, plan, clock, calendars: given }: PlanHouseDeps) {
  const { db, control, aside } = database
  const policy = { ...plainPolicy, ...plan.policy }
  const calendars: HeldCalendar[] = given.map((one) => ({ ...one, hold: { managerId: one.managerId, owner: 'worker-0', fence: 0 }, cursor: null }))
  const insert = aside.prepare("INSERT INTO CalendarMailbox (managerId, provider, mailbox, since, dueAt, createdAt, leaseOwner, leaseUntil, fence) VALUES (?, ?, ?, ?, ?, ?, 'worker-0', 4102444800000, 0)")
  for (const { managerId, provider } of calendars) insert.run(managerId, provider, planMailbox(managerId), planStart, planStart, planStart)
  const ownSide = createOwnSideRepository(db)
  const matchSide = createMatchSide({ exact: createEvidenceRepository(db).exact, own: () => ownSide.get() })
  const contacts = { insertContacts, changeContacts, firmFor: createRegisteringRepository(db).firmFor }
  let between: (() => Promise<void>) | null = null

  /** The adapter itself; now and then something happens while its pages are read. */
  function sourceOf(provider: CalendarProvider): CalendarSource {
    const source = calendars.find((one) => one.provider === provider)?.face.source
    if (!source) throw new ProviderFailure('not-configured')
    return {
      ...source,
      async *changesSince(access, from) {
        for await (const page of source.changesSince(access, from)) {
          const happens = between
          between = null
          await happens?.()
          yield page
        }
      },
    }
  }
  const deps: SyncRoundDeps = {
    db, clock, log, sourceOf, accessOf: (managerId) => ({ mailbox: planMailbox(managerId), refreshToken: null }), policy: () => policy, matchSide, contacts, unitSize: plan.unitSize,
    windowAt: (now) => ({ from: now.getTime() - planWindow.past, to: now.getTime() + planWindow.future }),
  }
  let round = createSyncRound(deps)
  const rematchWaiting = createRematchWaiting({ db, clock, matchSide, contacts })
  const changeHands = aside.prepare('UPDATE CalendarMailbox SET leaseOwner = ?, fence = ? WHERE managerId = ?')

  /** As after a restart or in another process: nothing is remembered but what is stored. */
  function takeOver(calendar: HeldCalendar): Hold {
    const fence = calendar.hold.fence + 1
    const hold = { managerId: calendar.managerId, owner: `worker-${fence}`, fence }
    changeHands.run(hold.owner, fence, hold.managerId)
    Object.assign(calendar, { hold, cursor: null })
    return hold
  }

  async function run(calendar: HeldCalendar, with_ = round): Promise<RoundEnd> {
    const { hold, cursor } = calendar
    try {
      const result = await with_({ hold, cursor, signal: new AbortController().signal })
      if (calendar.hold === hold) calendar.cursor = result.cursor
      return { kind: 'done', result }
    } catch (error) {
      if (error instanceof ProviderFailure) return { kind: 'failed', code: error.code }
      if (error instanceof HoldLost) return { kind: 'lost' }
      if (error instanceof Error && (error instanceof PlannedCrash || error.message.includes('planned crash'))) return { kind: 'crashed' }
      throw error
    }
  }

  return {
    calendars, db, rematchWaiting, run: (calendar: HeldCalendar) => run(calendar),
    /** Breaks off at a statement, a COMMIT or right behind one; somebody else goes on. */
    async runUntilCrash(calendar: HeldCalendar, at: number): Promise<RoundEnd> {
      let steps = 0
      control.step = () => { if (++steps === at) throw new PlannedCrash('planned crash') }
      const end = await run(calendar)
      control.step = () => {}
      if (end.kind !== 'crashed') return end
      round = createSyncRound(deps)
      for (const one of calendars) takeOver(one)
      return end
    },
    /** While the round is at its first page another worker takes the calendar and reads it through; the round goes on as if it had slept. */
    async runAndLose(calendar: HeldCalendar): Promise<{ old: RoundEnd; later: RoundEnd | null; wroteAfterwards: boolean }> {
      let later: RoundEnd | null = null
      let writes = 0
      between = async () => {
        takeOver(calendar)
        later = await run(calendar, createSyncRound(deps))
        writes = database.writes()
      }
      const old = await run(calendar)
      between = null
      return { old, later, wroteAfterwards: later !== null && writes !== database.writes() }
    },
  }
}
export type PlanHouse = ReturnType<typeof createPlanHouse>
