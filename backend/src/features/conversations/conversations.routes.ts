import type { Api } from '../../platform/http/api'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import { setFollowing } from './conversations.repository'

/** Each manager follows for themselves: what registers by itself is theirs to decide (product 2.2.6). */
export function addConversationsRoutes(api: Api, { db, clock }: { db: Db; clock: Clock }): void {
  api.on('followConversation', async ({ caller, body: { conversationId, following } }) => {
    await db.write((tx) => setFollowing(tx, { conversationId, managerId: caller.id, following, at: clock.now() }))
    return { answer: { conversationId, following } }
  })
}
