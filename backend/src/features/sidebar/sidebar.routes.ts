import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { SidebarService } from './sidebar.service'
import { toSnapshot } from './sidebar.types'

export function addSidebarRoutes(api: Api, { service, clock }: { service: SidebarService; clock: Clock }): void {
  api.on('sidebar', ({ body, caller, locale }) => ({ answer: service.ask(toSnapshot(body.message), { caller, locale, now: clock.now() }) }))
}
