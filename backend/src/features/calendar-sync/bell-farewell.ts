import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import type { Db } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import type { CalendarAccess, CalendarSource } from '../../ports/calendar-source'
import { toBell } from './bell-keeping'
import { listBells } from './bells.repository'

export interface FarewellDeps { db: Pick<Db, 'sql'>; log: Log; sourceOf(provider: CalendarProvider): CalendarSource; accessOf(managerId: string): CalendarAccess }

/**
 * What hangs at a provider is taken down when its calendar is no longer read. It is asked once and not waited for: a bell that stays ends by itself
 * within a week, and what it rings until then is nobody's.
 */
export function createFarewell({ db, log, sourceOf, accessOf }: FarewellDeps) {
  return (managerId: string) => {
    const access = accessOf(managerId)
    const left = (['graph', 'google'] as const).flatMap((provider) => listBells(db.sql, managerId, provider).filter((bell) => bell.subscriptionId !== null).map((bell) => ({ provider, bell: toBell(bell) })))
    return () => {
      for (const { provider, bell } of left) {
        void Promise.resolve().then(() => sourceOf(provider).unsubscribe(access, bell)).catch((error: unknown) => log.info({ managerId, provider, error: String(error) }, 'a bell could not be taken down: it ends by itself'))
      }
    }
  }
}
