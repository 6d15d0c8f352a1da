import { messageKeyOf } from '@counterpane/shared/matching/message-key'
import type { Clock } from '../../ports/clock'
import { sha256 } from '../../platform/crypto/digest'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { setExcluded } from './registering.repository'

export interface Exclusion { messageId: string; excluded: boolean }

/** Marks a message "not to be processed", or takes the mark back (product 2.2.10). */
export function createExclude({ db, clock }: { db: Db; clock: Clock }) {
  return async function exclude(caller: Caller, { messageId, excluded }: Exclusion): Promise<Exclusion> {
    const { key } = messageKeyOf({ messageId, from: { name: '', address: '' }, sentAt: '', subject: '' }, sha256)
    const at = clock.now()
    await db.write(async (tx) => {
      await setExcluded(tx, { messageKey: key, excluded, byId: caller.id, at })
      await writeAudit(tx, { managerId: caller.id, noun: 'message', nounId: key, action: excluded ? 'excluded' : 'taken-back', at })
    })
    return { messageId, excluded }
  }
}
export type Exclude = ReturnType<typeof createExclude>
