import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Api } from '../../platform/http/api'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { Suppressions } from './suppression'

/** Somebody who was erased agrees to be kept again: the administrator says so. The trail tells that it was done, and not of whom. */
export function addAllowingRoutes(api: Api, { db, clock, suppressions }: { db: Db; clock: Clock; suppressions: Suppressions }): void {
  api.on('allowErasedAddress', async ({ caller, body }) => {
    const keys = parseAddress(body.address)
    if (!keys) throw new AppError('invalid-request', { errors: [{ path: 'address', message: 'not an address' }] })
    const lifted = await db.write(async (tx) => {
      const count = await suppressions.lift(tx, keys.addressKey)
      if (count > 0) await writeAudit(tx, { managerId: caller.id, noun: 'personal-data', nounId: uuidv7(), action: 'allowed-again', at: clock.now(), after: { Suppression: count } })
      return count
    })
    return { answer: { allowed: lifted > 0 } }
  })
}
