import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import type { Clock } from '../../ports/clock'
import { setFollowing } from './conversations.repository'

/** Each manager follows for themselves: what registers by itself is theirs to decide (product 2.2.6). */
export function createFollowing({ db, clock }: { db: Db; clock: Clock }) {
  return async ({ id: managerId }: Caller, { conversationId, following }: { conversationId: string; following: boolean }) => {
    await db.write((tx) => setFollowing(tx, { conversationId, managerId, following, at: clock.now() }))
    return { conversationId, following }
  }
}
export type Follow = ReturnType<typeof createFollowing>
