import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { AskMyDay } from './my-day.service'

export function addMyDayRoutes(api: Api, { ask, clock }: { ask: AskMyDay; clock: Clock }): void {
  api.on('myDay', ({ caller, locale, query }) => ({ answer: ask(query, { caller, locale, now: clock.now() }) }))
}
