import { createSyncWorker, type SyncWorkerDeps } from '@counterpane/backend/features/calendar-sync/sync-worker'
import type { RoundRun } from '@counterpane/backend/features/calendar-sync/sync-round.service'
import { openDatabase, type Db } from '@counterpane/backend/platform/db/database'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import type { Bell, BellOrder, CalendarSource } from '@counterpane/backend/ports/calendar-source'
import { freshDatabase } from './database-template'

/** Stands still until it is told to go on. */
export function createStandingClock(start = '2026-11-22T09:00:00Z') {
  let at = Date.parse(start)
  return { now: () => new Date(at), advance: (ms: number) => { at += ms }, at: () => at }
}
export type StandingClock = ReturnType<typeof createStandingClock>

const idle = { kind: 'delta', changed: false, cursor: 'c' } as const
export type RoundAnswer = (run: RoundRun, count: number) => Promise<{ kind: 'full' | 'delta'; changed: boolean; cursor: string }> | { kind: 'full' | 'delta'; changed: boolean; cursor: string }

/** A source whose bells are heard of; calendars themselves are the rounds' matter. */
export function createBellSource(clock: StandingClock, lifeMs = 7 * 86_400_000) {
  const orders: BellOrder[] = []
  const ended: string[] = []
  const fail: { subscribe: Error | null; renew: Error | null } = { subscribe: null, renew: null }
  const refuse = () => Promise.reject(new Error('is not asked for here'))
  let renewsInPlace = true
  const hang = (order: BellOrder): Bell => ({ subscriptionId: `sub-${order.id}`, resourceId: 'res', expiresAt: clock.at() + lifeMs })
  const source: CalendarSource = {
    verify: refuse, read: refuse, async *changesSince() { yield await refuse() },
    subscribe: async (_access, order) => { orders.push(order); if (fail.subscribe) throw fail.subscribe; return hang(order) },
    renew: async (_access, bell, order) => { orders.push(order); if (fail.renew) throw fail.renew; return renewsInPlace ? { ...bell, expiresAt: clock.at() + lifeMs } : hang(order) },
    unsubscribe: async (_access, bell) => void ended.push(bell.subscriptionId),
  }
  return { source, orders, ended, fail, renewByNewOnes: () => { renewsInPlace = false } }
}

type Mailbox = NonNullable<Awaited<ReturnType<Db['prisma']['calendarMailbox']['findFirst']>>>

/** A database with calendars of the first `count` managers, and workers over it, each with a connection of its own. */
export async function createWorkerHouse({ count = 1, clock = createStandingClock() } = {}) {
  const file = await freshDatabase(count > 12 ? { managers: count, counterparties: 1, persons: 1, contacts: 1, tasks: 1 } : 'team')
  const opened: Db[] = []
  const open = async () => { const db = await openDatabase({ path: file.path }); opened.push(db); return db }
  const db = await open()
  const managers = await db.prisma.manager.findMany({ take: count, orderBy: { id: 'asc' }, select: { id: true } })
  const ids = managers.map(({ id }) => id)
  const now = clock.now()
  await db.prisma.calendarMailbox.createMany({ data: ids.map((managerId) => ({ managerId, provider: 'graph', mailbox: `${managerId}@firm.example`, since: now, dueAt: now, createdAt: now, problem: 'first-round' })) })
  const calls = new Map<string, number>()
  const bells = createBellSource(clock)

  async function worker(answer: RoundAnswer = () => idle, { own = false, ...overrides }: Partial<SyncWorkerDeps> & { own?: boolean } = {}) {
    return createSyncWorker({
      db: own ? await open() : db, clock, log: createLogger('silent'), sourceOf: () => bells.source, accessOf: (managerId) => ({ mailbox: `${managerId}@firm.example`, refreshToken: null }),
      bellUrls: () => null, pollSeconds: 300, chores: [], housekeeping: [], random: () => 0.5,
      round: async (run) => {
        const nth = (calls.get(run.hold.managerId) ?? 0) + 1
        calls.set(run.hold.managerId, nth)
        return answer(run, nth)
      },
      ...overrides,
    })
  }
  const [first = ''] = ids
  return {
    db, clock, ids, first, calls, bells, worker, path: file.path,
    rounds: () => [...calls.values()].reduce((sum, one) => sum + one, 0),
    row: (managerId = first): Promise<Mailbox> => db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId } }),
    set: (data: Partial<Mailbox>, managerId = first): Promise<Mailbox> => db.prisma.calendarMailbox.update({ where: { managerId }, data }),
    press: (managerId = first): Promise<Mailbox> => db.prisma.calendarMailbox.update({ where: { managerId }, data: { asks: { increment: 1 }, dueAt: new Date(0) } }),
    ring: (managerId = first): Promise<Mailbox> => db.prisma.calendarMailbox.update({ where: { managerId }, data: { asks: { increment: 1 } } }),
    /** Changes of the file that any connection has made. */
    writes: () => db.sql.first<{ data_version: number }>('PRAGMA data_version')?.data_version ?? -1,
    async close() { for (const one of opened) await one.close(); file.remove() },
  }
}
export type WorkerHouse = Awaited<ReturnType<typeof createWorkerHouse>>
export const idleRound = idle
