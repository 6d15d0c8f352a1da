import type { Api } from '../../platform/http/api'
import type { SendOrders } from './send-orders.service'

export function addSendOrdersRoutes(api: Api, { service }: { service: SendOrders }): void {
  api.on('createSendOrder', async ({ caller, body }) => ({ answer: await service.create(caller, body) }))
  api.on('changeSendOrder', async ({ caller, id, body }) => ({ answer: await service.change(caller, id, body) }))
  api.on('cancelSendOrder', async ({ caller, id }) => ({ answer: void (await service.cancel(caller, id)) as undefined }))
  api.on('messageSent', async ({ id, body, locale }) => ({ answer: await service.sent(id, body, locale) }), { limit: 'registering', open: true })
}
