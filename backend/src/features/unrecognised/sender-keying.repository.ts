import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Db } from '../../platform/db/database'
import { readableSender, senderKeysOf } from './sender-keys'

const slice = 500

/** Says of some addresses under which contacts wait whose they may be, which code alone knows; gives how many were looked at, 0: all are done. */
export async function keySomeSenders({ write }: Pick<Db, 'write'>): Promise<number> {
  return write(async (tx) => {
    const rows = await tx.$queryRaw<{ contactId: string; position: bigint | number; addressKey: string }[]>`SELECT contactId, position, addressKey FROM WaitingSender INDEXED BY WaitingSender_unkeyed WHERE usual IS NULL ORDER BY contactId, position LIMIT ${slice}`
    if (rows.length === 0) return 0
    const keyed = JSON.stringify(rows.map(({ contactId, position, addressKey }) => {
      const { hostKey, domainKey, usual } = senderKeysOf(addressKey)
      return [contactId, Number(position), hostKey === domainKey ? null : hostKey, domainKey, usual.id, foldForSearch(`${readableSender({ kind: 'address', value: addressKey })} ${addressKey}`)]
    }))
    await tx.$executeRaw`UPDATE WaitingSender SET hostKey = f.value ->> 2, domainKey = f.value ->> 3, usual = f.value ->> 4, text = f.value ->> 5
      FROM json_each(${keyed}) f WHERE WaitingSender.contactId = f.value ->> 0 AND WaitingSender.position = f.value ->> 1`
    return rows.length
  })
}

/** Whether anything waits for its keys. */
export const anyUnkeyed = ({ sql }: Pick<Db, 'sql'>): boolean => sql.first('SELECT 1 AS found FROM WaitingSender WHERE usual IS NULL LIMIT 1') !== null
