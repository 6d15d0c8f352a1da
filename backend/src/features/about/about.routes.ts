import type { About } from '@counterpane/shared/contract/access'
import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'

export interface AboutRoutesDeps { version: string; mode: About['mode']; clock: Clock; migrations: () => number }

/** Which server this is and what its clock says. */
export function addAboutRoutes(api: Api, { version, mode, clock, migrations }: AboutRoutesDeps): void {
  api.on('about', () => ({ answer: { version, mode, now: clock.now().toISOString(), database: 'sqlite', migrations: migrations() } }))
}
