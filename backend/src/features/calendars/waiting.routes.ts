import type { Api } from '../../platform/http/api'
import type { Waiting } from './waiting.service'

export function addWaitingRoutes(api: Api, { service }: { service: Waiting }): void {
  api.on('listWaiting', ({ caller, query }) => ({ answer: service.list(caller, query) }))
  api.on('dismissWaiting', async ({ caller, id, body }) => ({ answer: await service.dismiss(caller, id, body) }))
  api.on('acceptWaiting', async ({ caller, id, body, locale }) => {
    const { contact, created } = await service.accept(caller, id, { ...body, locale })
    return { ...(!created && { status: 200 as const }), answer: contact }
  })
}
