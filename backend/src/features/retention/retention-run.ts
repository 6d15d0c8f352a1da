import { setTimeout as pause } from 'node:timers/promises'
import type { RetentionCounts } from '@counterpane/shared/contract/trail'
import { retentionRules, type RetentionRule } from '@counterpane/shared/domain/trail-codes'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { FileStore } from '../../ports/file-store'
import { deleteOld, isNamedStill, readLease, writeJson, type RetentionRepository } from './retention.repository'
import { limitOf, noCounts, type Retention } from './retention.service'

export interface RetentionRunDeps { db: Pick<Db, 'write'>; repository: RetentionRepository; retention: Retention; clock: Clock; store: Pick<FileStore, 'removeOlder'>; batch?: number }
export interface RunOptions { managerId: string | null; budgetMs?: number; signal?: AbortSignal }
export interface RunOutcome { deleted: RetentionCounts; more: boolean; busy: boolean }

/** Small, so that whoever else writes gets a turn in between. */
const usualBatch = 500
const breathMs = 10
/** Whoever has not prolonged it for so long has died. */
const leaseMs = 5 * 60_000

/** Deletes what is too old by the rules that stand, a handful at a time. One runs at a time, whatever number of processes there are. */
export function createRetentionRun({ db, repository, retention, clock, store, batch = usualBatch }: RetentionRunDeps) {
  /** True when it is held by this run now. */
  const hold = (owner: string) => db.write(async (tx) => {
    const lease = await readLease(tx)
    const now = clock.now()
    if (lease.owner !== undefined && lease.owner !== owner && (lease.until ?? 0) > now.getTime()) return false
    await writeJson(tx, 'lease', { owner, until: now.getTime() + leaseMs }, now)
    return true
  })

  async function handful(rule: RetentionRule, before: number): Promise<number> {
    const keys = await repository.keysOf(rule, before, batch)
    if (keys.length === 0) return 0
    return db.write(async (tx) => {
      const { deleted, hashes } = await deleteOld(tx, rule, { keys, before })
      // In the writers' turn: nobody can name the bytes anew meanwhile. What a failing disk leaves is swept at the next start.
      for (const hash of new Set(hashes)) if (!(await isNamedStill(tx, hash))) await store.removeOlder(hash, 0).catch(() => false)
      return deleted
    })
  }

  async function settle(deleted: RetentionCounts, managerId: string | null) {
    const at = clock.now()
    const told = Object.fromEntries(Object.entries(deleted).filter(([, count]) => count > 0))
    await db.write(async (tx) => {
      await writeJson(tx, 'lease', null, at)
      await writeJson(tx, 'state', { lastRunAt: at.getTime(), lastDeleted: told }, at)
      if (Object.keys(told).length > 0) await writeAudit(tx, { managerId, noun: 'retention', nounId: 'retention', action: 'removed', at, before: Object.fromEntries(Object.keys(told).map((rule) => [rule, 0])), after: told })
    })
  }

  return async ({ managerId, budgetMs = Infinity, signal }: RunOptions): Promise<RunOutcome> => {
    const [owner, deleted, began] = [uuidv7(), noCounts(), performance.now()]
    const isOver = () => performance.now() - began > budgetMs || (signal?.aborted ?? false)
    if (!(await hold(owner))) return { deleted, more: true, busy: true }
    const rules = retention.rules()
    let more = false
    for (const rule of retentionRules) {
      const days = rules[rule]
      if (days === null) continue
      const before = limitOf(days, clock.now())
      for (let gone = -1; gone !== 0 && !more;) {
        if (isOver()) { more = true; break }
        gone = await handful(rule, before)
        deleted[rule] += gone
        if (gone > 0 && !(await hold(owner))) return { deleted, more: true, busy: true }
        await pause(breathMs)
      }
    }
    await settle(deleted, managerId)
    return { deleted, more, busy: false }
  }
}
export type RetentionRun = ReturnType<typeof createRetentionRun>
