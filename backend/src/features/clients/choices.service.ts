import type { z } from 'zod'
import type * as contract from '@counterpane/shared/contract/register-message'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { Clock } from '../../ports/clock'
import type { Db } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { rememberChoice } from './choices.repository'

export function createRememberedChoices({ db, clock }: { db: Db; clock: Clock }) {
  return {
    /** One person or one counterparty for an address; neither forgets what was chosen. */
    async remember(caller: Caller, { address, personId = null, counterpartyId = null }: z.output<typeof contract.rememberChoice>): Promise<z.output<typeof contract.remembered>> {
      const keys = parseAddress(address)
      if (!keys) throw new AppError('invalid-request', { errors: [{ path: 'address', message: `"${address.slice(0, 100)}" can't be read as an e-mail address` }] })
      if (personId !== null && counterpartyId !== null) {
        throw new AppError('invalid-request', { errors: [{ path: 'counterpartyId', message: 'choose a person or a counterparty, not both: a person brings their counterparty' }] })
      }
      assertReferences(db.sql, [{ table: 'ContactPerson', field: 'personId', ids: [personId] }, { table: 'Counterparty', field: 'counterpartyId', ids: [counterpartyId] }])
      await db.write((tx) => rememberChoice(tx, { addressKey: keys.addressKey, personId, counterpartyId }, { managerId: caller.id, at: clock.now() }))
      return { address: keys.address, personId, counterpartyId }
    },
  }
}
export type RememberedChoices = ReturnType<typeof createRememberedChoices>
