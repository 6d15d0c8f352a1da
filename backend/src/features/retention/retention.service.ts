import { trailOperations, type RetentionCounts, type RetentionRules } from '@counterpane/shared/contract/trail'
import { retentionRules } from '@counterpane/shared/domain/trail-codes'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { writeJson, type RetentionRepository } from './retention.repository'

export interface RetentionDeps { db: Pick<Db, 'write'>; retention: RetentionRepository; clock: Clock }
interface State { lastRunAt?: number; lastDeleted?: Partial<RetentionCounts> }

const dayMs = 24 * 60 * 60_000
const nothing: RetentionRules = { audit: null, undoneContacts: null, undoneFiles: null, importProblems: null, sessions: null, digests: null, signInAttempts: null }
export const noCounts = (): RetentionCounts => ({ audit: 0, undoneContacts: 0, undoneFiles: 0, importProblems: 0, sessions: 0, digests: 0, signInAttempts: 0 })
export const limitOf = (days: number, now: Date) => now.getTime() - days * dayMs

/** How long what is kept: everything for ever, until an administrator decides otherwise. Clients and contacts that stand are never among it. */
export function createRetention({ db, retention, clock }: RetentionDeps) {
  function rules(): RetentionRules {
    const text = retention.settingText('rules')
    const stored = text === null ? null : trailOperations.putRetention.body.safeParse(JSON.parse(text))
    return stored?.success ? stored.data : nothing
  }
  const state = () => JSON.parse(retention.settingText('state') ?? '{}') as State
  const get = () => {
    const { lastRunAt, lastDeleted } = state()
    return { rules: rules(), lastRunAt: lastRunAt === undefined ? null : new Date(lastRunAt).toISOString(), lastDeleted: lastDeleted ?? null }
  }
  return {
    rules, get, lastRunAt: () => state().lastRunAt ?? null,
    async put(caller: Caller, wanted: RetentionRules) {
      const [before, at] = [rules(), clock.now()]
      await db.write(async (tx) => {
        await writeJson(tx, 'rules', wanted, at)
        await writeAudit(tx, { managerId: caller.id, noun: 'setting', nounId: 'retention', action: 'changed', at, before, after: wanted })
      })
      return get()
    },
    /** What would be gone by these rules now. */
    async preview(wanted: RetentionRules): Promise<RetentionCounts> {
      const counts = noCounts()
      for (const rule of retentionRules) {
        const days = wanted[rule]
        if (days !== null) counts[rule] = await retention.count(rule, limitOf(days, clock.now()))
      }
      return counts
    },
  }
}
export type Retention = ReturnType<typeof createRetention>
