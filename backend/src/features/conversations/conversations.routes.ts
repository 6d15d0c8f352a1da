import type { Api } from '../../platform/http/api'
import type { Follow } from './following.service'

export function addConversationsRoutes(api: Api, { follow }: { follow: Follow }): void {
  api.on('followConversation', async ({ caller, body }) => ({ answer: await follow(caller, body) }))
}
