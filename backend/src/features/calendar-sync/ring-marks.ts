import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { markRung } from './bells.repository'

/** What a ring asks for. `gone`, `renew`: the bell's own id, when its provider says that of it. */
export interface Ring { managerId: string; gone?: string; renew?: string }
/** Resolves when the marks are stored; rejects with a 503 when they can't be, so that the provider rings again. */
export type Mark = (rings: readonly Ring[]) => Promise<void>

/** Providers want an answer within three seconds, and hold a slow one against the whole house. */
const patienceMs = 2_500

/** Rings that come while others are being stored are stored together after them: a storm is one write at a time, however many ring. */
export function createRingMarks({ db, clock }: { db: Pick<Db, 'write'>; clock: Clock }): Mark {
  let waiting: Ring[] = []
  let next: Promise<void> | null = null
  let storing: Promise<void> = Promise.resolve()

  async function store() {
    await storing.catch(() => undefined)
    const rings = waiting
    waiting = []
    next = null
    const unique = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))]
    storing = db.write((tx) => markRung(tx, {
      managerIds: unique(rings.map((ring) => ring.managerId)), gone: unique(rings.map((ring) => ring.gone)), renew: unique(rings.map((ring) => ring.renew)), at: clock.now(),
    }))
    await storing
  }

  return async (rings) => {
    if (rings.length === 0) return
    waiting.push(...rings)
    next ??= store()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error('too late for the provider')), patienceMs) })
    await Promise.race([next, late]).catch((error: unknown) => { throw new AppError('database-busy', { cause: error }) }).finally(() => clearTimeout(timer))
  }
}
