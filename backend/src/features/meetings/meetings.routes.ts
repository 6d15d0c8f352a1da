import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { Meetings } from './meetings.service'

export function addMeetingsRoutes(api: Api, { service, clock }: { service: Meetings; clock: Clock }): void {
  api.on('sidebarMeeting', ({ body, caller, locale }) => ({ answer: service.ask(body.meeting, { caller, locale, now: clock.now() }) }))
  api.on('registerMeeting', async ({ body, caller, locale }) => {
    const answer = await service.register(body, { caller, locale, now: clock.now() })
    return { answer, status: answer.created ? 201 : 200 }
  }, { limit: 'registering' })
}
