import type { z } from 'zod'
import type { registerMessages, registerMessagesResult } from '@counterpane/shared/contract/register-message'
import type { Api } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { Exclude } from './exclusions.service'
import type { RegisteringService } from './registering.service'
import type { Viewer } from './registering.types'

export interface RegisteringRoutesDeps {
  registering: RegisteringService; exclude: Exclude; clock: Clock
  registerMany(order: z.output<typeof registerMessages>, viewer: Viewer): Promise<z.output<typeof registerMessagesResult>['results']>
}

export function addRegisteringRoutes(api: Api, { registering, registerMany, exclude, clock }: RegisteringRoutesDeps): void {
  const viewer = ({ caller, locale }: Pick<Viewer, 'caller' | 'locale'>) => ({ caller, locale, now: clock.now() })
  api.on('registerMessage', async (ask) => {
    const answer = await registering.register(ask.body, viewer(ask))
    return { answer, status: answer.created ? 201 : 200 }
  }, { limit: 'registering' })
  api.on('registerMessages', async (ask) => ({ answer: { results: await registerMany(ask.body, viewer(ask)) } }), { limit: 'registering' })
  api.on('excludeMessage', async ({ body, caller }) => ({ answer: await exclude(caller, body) }))
}
